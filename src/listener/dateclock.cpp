// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/dateclock.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace nexus {

const QByteArray &DateClock::now()
{
    const std::time_t second = std::time(nullptr);
    if (second != m_second) {
        m_second = second;
        const auto moment = QDateTime::fromSecsSinceEpoch(second, QTimeZone::utc());
        m_text = QLocale::c().toString(moment, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
    }
    return m_text;
}

} // namespace nexus

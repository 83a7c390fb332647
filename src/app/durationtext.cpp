// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/durationtext.h"

namespace nexus {

QString durationText(qint64 micros)
{
    if (micros <= 0) {
        return QStringLiteral("-");
    }
    // As the window says it: hundredths of a second would show little of them.
    if (micros < 1'000) {
        return QStringLiteral("%1ms").arg(static_cast<double>(micros) / 1e3, 0, 'f', 1);
    }
    if (micros < 100'000) {
        return QStringLiteral("%1ms").arg(micros / 1'000);
    }
    return QStringLiteral("%1s").arg(static_cast<double>(micros) / 1e6, 0, 'f', 2);
}

} // namespace nexus

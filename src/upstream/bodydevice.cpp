// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/bodydevice.h"

#include <algorithm>
#include <cstring>

namespace nexus {

BodyDevice::BodyDevice(QByteArray body, int resends, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
    , m_resendsLeft(resends)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool BodyDevice::reset()
{
    if (pos() == 0) {
        return true;
    }
    if (m_resendsLeft == 0) {
        return false;
    }
    --m_resendsLeft;
    return seek(0);
}

qint64 BodyDevice::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min(maxSize, m_body.size() - pos());
    std::memcpy(data, m_body.constData() + pos(), static_cast<std::size_t>(count));
    return count;
}

qint64 BodyDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace nexus

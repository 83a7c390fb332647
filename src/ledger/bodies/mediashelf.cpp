// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/mediashelf.h"

#include <QMutexLocker>

namespace nexus {

void MediaShelf::setCapacity(qsizetype bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_media.setMaxCost(bytes);
}

void MediaShelf::keep(const QByteArray &sha256, const QByteArray &bytes)
{
    const QMutexLocker lock(&m_mutex);
    if (bytes.size() <= m_media.maxCost()) {
        m_media.insert(sha256, new QByteArray(bytes), bytes.size());
    }
}

QByteArray MediaShelf::find(const QByteArray &sha256) const
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray *const bytes = m_media.object(sha256);
    return bytes ? *bytes : QByteArray();
}

} // namespace nexus

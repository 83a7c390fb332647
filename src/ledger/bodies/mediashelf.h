// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCache>
#include <QMutex>

namespace nexus {

//! \brief Images and files that went through the gateway lately, for those who look at a request while it
//! runs.
//!
//! A history names them by their SHA-256 and holds none of them; here they are in memory alone, and gone with
//! the program. The ones looked at least recently make room for new ones. Thread-safe.
class MediaShelf final {
public:
    //! \brief Holds up to \a bytes, 0 for nothing, which is so at first.
    void setCapacity(qsizetype bytes);

    //! \brief Keeps \a bytes under \a sha256, hexadecimal as in redacted bodies. What is larger than the
    //! shelf is passed over.
    void keep(const QByteArray &sha256, const QByteArray &bytes);

    //! \brief What is kept under \a sha256, empty when it is not here.
    [[nodiscard]] QByteArray find(const QByteArray &sha256) const;

private:
    mutable QMutex m_mutex;
    QCache<QByteArray, QByteArray> m_media {0}; // by hash; its cost is in bytes
};

} // namespace nexus

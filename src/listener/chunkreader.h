// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/headreader.h"

namespace nexus {

//! \brief Takes the chunked framing off a request body, fed in pieces of any size (RFC 9112 section 7.1).
//!
//! Chunk extensions and trailer fields are checked, bounded and dropped. Pure, like HeadReader.
class ChunkReader final {
public:
    //! \brief Appends the content of \a bytes to \a body, which never grows beyond \a maxSize.
    [[nodiscard]] ReadProgress feed(QByteArrayView bytes, QByteArray &body, qint64 maxSize);

    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

    static constexpr qsizetype maxLineSize = 1024; //!< a chunk's size and its extensions
    static constexpr qsizetype maxExtensionsSize = 16 * 1024; //!< the extensions of all chunks
    static constexpr qsizetype maxTrailerSize = 8 * 1024;

private:
    enum class Part { Size, Data, DataEnd, Trailer };

    ReadStep takeLine(QByteArrayView line, qint64 room);
    ReadStep takeSizeLine(QByteArrayView line, qint64 room);
    ReadStep takeTrailerLine(QByteArrayView line);
    qsizetype takeData(QByteArrayView bytes, QByteArray &body);
    [[nodiscard]] qsizetype lineRoom() const;
    ReadStep refuse(const Refusal &refusal);

    Part m_part = Part::Size;
    qint64 m_left = 0; //!< bytes of the running chunk that have not come
    qsizetype m_extensions = 0;
    qsizetype m_trailer = 0;
    QByteArray m_line;
    Refusal m_refusal;
};

} // namespace nexus

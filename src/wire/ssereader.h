// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace nexus {

//! \brief One server-sent event, with its exact bytes (WHATWG HTML section 9.2).
struct SseEvent {
    QByteArray raw; //!< every byte of the event, its closing blank line included
    QByteArray name; //!< the `event:` field, empty when there is none
    QByteArray data; //!< the `data:` lines joined with `\n`
    bool hasData = false; //!< false for a block of comments, `id:` or `retry:` only
};

//! \brief Cuts a byte stream into server-sent events, fed in pieces of any size.
//!
//! Lines end with LF, CRLF or CR; a leading byte order mark is dropped. The raw bytes of all events plus
//! rest() are the bytes fed, nothing is lost or reordered. Not thread-safe.
class SseReader {
public:
    //! \param maxEventSize longest event in bytes that is kept while it is incomplete
    explicit SseReader(qsizetype maxEventSize = 16 * 1024 * 1024)
        : m_maxEventSize(maxEventSize)
    { }

    //! \return the events that \a bytes completed, or UpstreamInvalid when one grew beyond the limit
    [[nodiscard]] Result<std::vector<SseEvent>> feed(QByteArrayView bytes);

    //! \brief Bytes of an event that has not ended yet; at the end of a stream these were cut off.
    [[nodiscard]] QByteArray rest() const;

private:
    qsizetype m_maxEventSize;
    QByteArray m_buffer;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

#include <optional>
#include <vector>

namespace nexus {

//! \brief One server-sent event, with its exact bytes (WHATWG HTML section 9.2).
struct SseEvent {
    QByteArray raw; //!< every byte of the event, its closing blank line included
    QByteArray name; //!< the `event:` field, empty when there is none
    QByteArray data; //!< the `data:` lines joined with `\n`
    bool hasData = false; //!< false for a block of comments, `id:` or `retry:` only
    QVarLengthArray<qsizetype, 2> dataOffsets; //!< for each `data:` line where its value starts in raw

    //! \brief Where byte \a position of data stands in raw; \a position may be one past the end of data.
    [[nodiscard]] qsizetype rawOffset(qsizetype position) const;
};

//! \brief Cuts a byte stream into server-sent events, fed in pieces of any size.
//!
//! Lines end with LF, CRLF or CR; a leading byte order mark is skipped. The raw bytes of all events plus
//! rest() are the bytes fed, nothing is lost or reordered. An event comes out as soon as its blank line began
//! to end: when that is the CR of a CRLF that was split between two feeds, the LF follows as a block of its
//! own. More blank lines go with the event before them or, at the start of a feed, form a block of their own.
//! Not thread-safe.
class SseReader final {
public:
    //! \param maxEventSize longest event in bytes, so that an endless line cannot fill the memory
    explicit SseReader(qsizetype maxEventSize = 16 * 1024 * 1024)
        : m_maxEventSize(maxEventSize)
    { }

    //! \return the events that \a bytes completed, or UpstreamInvalid when one grew beyond the limit; the
    //! reader is of no use after that
    [[nodiscard]] Result<std::vector<SseEvent>> feed(QByteArrayView bytes);

    //! \brief Bytes of an event that has not ended yet; at the end of a stream these were cut off.
    [[nodiscard]] QByteArray rest() const { return m_buffer; }

private:
    [[nodiscard]] std::optional<QByteArrayView> nextLine();
    void readLine(QByteArrayView line);
    [[nodiscard]] bool endBlock(std::vector<SseEvent> &events, qsizetype end);

    qsizetype m_maxEventSize;
    QByteArray m_buffer; // what no event has taken, outside feed()
    qsizetype m_taken = 0; // within feed(): bytes of m_buffer that went out in events
    qsizetype m_lineBegin = 0;
    qsizetype m_searched = 0; // no line end between m_lineBegin and here: feeding bytewise stays linear
    bool m_isAfterCr = false; // the last byte fed was a CR, its LF may follow
    bool m_isFirstLine = true;
    bool m_hasLines = false; // the event under way has a line that is not blank
    SseEvent m_event; // what its lines said so far
};

} // namespace nexus

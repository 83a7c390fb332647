// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief How far one call to feed() came.
enum class ReadStep {
    NeedMore, //!< every byte was taken, more have to come
    Complete, //!< the part ended; the bytes behind it were not touched
    Refused, //!< the part is not acceptable; see refusal()
};

struct ReadProgress {
    ReadStep step = ReadStep::NeedMore;
    qsizetype consumed = 0; //!< bytes taken from the ones that were fed
};

//! \brief The head of a request that was found to be unambiguous.
struct RequestHead {
    QByteArray method;
    QByteArray target; //!< origin form, percent-encoded as sent: `/path?query`
    int minorVersion = 1; //!< HTTP/1.minorVersion
    std::optional<qint64> contentLength;
    bool isChunked = false;
    bool expectsContinue = false; //!< waits for `100 Continue` before it sends its body
    bool keepsAlive = true; //!< the client wants the connection to stay
    QByteArray connection; //!< what Connection names beside the usual, with commas; empty for nothing

    //! The same request in one spelling: origin form, HTTP/1.1, at most one Host and that first, one blank
    //! after each colon, and no field that concerns framing or the connection.
    QByteArray normalised;
    int fieldCount = 0; //!< header fields in normalised

    [[nodiscard]] bool hasBody() const { return isChunked || contentLength.value_or(0) > 0; }
};

//! \brief Reads the head of one HTTP/1 request, fed in pieces of any size (RFC 9112 sections 2 to 6).
//!
//! Stricter than the RFC allows where leniency made request smuggling possible: every line ends with CRLF, a
//! lone CR or LF, a folded line or a blank before a colon is refused. Up to two empty lines before a request
//! are skipped. Pure: no input or output, no clock.
class HeadReader final {
public:
    explicit HeadReader(qsizetype maxSize)
        : m_maxSize(maxSize)
    { }

    [[nodiscard]] ReadProgress feed(QByteArrayView bytes);

    //! \brief Whether a byte of a request was seen; empty lines before it do not count.
    [[nodiscard]] bool hasStarted() const { return m_size > 2 * m_emptyLines; }

    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

    //! \brief QHttpServer's own parser knows no more fields than these.
    static constexpr int maxFields = 100;

private:
    ReadStep takeLine(QByteArrayView line);
    ReadStep takeRequestLine(QByteArrayView line);
    ReadStep takeTarget(QByteArrayView target);
    ReadStep takeField(QByteArrayView line);
    std::optional<Refusal> takeFramingField(QByteArrayView name, QByteArrayView value, bool &isTaken);
    void takeConnection(QByteArrayView value);
    std::optional<Refusal> takeHost(QByteArrayView value);
    std::optional<Refusal> takeContentLength(QByteArrayView value);
    ReadStep finish();
    ReadStep refuse(const Refusal &refusal);

    qsizetype m_maxSize;
    qsizetype m_size = 0;
    qsizetype m_emptyLines = 0;
    int m_receivedFields = 0;
    bool m_hasRequestLine = false;
    bool m_hasHost = false;
    bool m_hasAuthority = false;
    bool m_hasTransferEncoding = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
    bool m_expects = false;
    QByteArray m_line; //!< the start of a line whose end has not come
    QByteArray m_host;
    QByteArray m_fields;
    RequestHead m_head;
    Refusal m_refusal;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <utility>
#include <vector>

namespace nexus::kit {

//! \brief Header fields as they stood on the wire: in order, names in their own case.
//!
//! The kit reads HTTP with its own few lines, so that a fault in the product's parser cannot hide itself.
using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

//! \brief The first value of that name, compared without case; empty when there is none.
[[nodiscard]] QByteArray headerValue(const Headers &headers, QByteArrayView name);
[[nodiscard]] bool hasHeader(const Headers &headers, QByteArrayView name);

//! \brief The first line of a message and its header fields.
struct HttpHead {
    QByteArray startLine;
    Headers headers;
};

//! \brief Takes a complete head from the front of \a buffer; nothing while the empty line is missing.
[[nodiscard]] std::optional<HttpHead> takeHead(QByteArray &buffer);

//! \brief Removes the chunked transfer coding (RFC 9112 section 7.1) from a message in pieces of any size.
class ChunkDecoder final {
public:
    //! \brief Takes what belongs to the coded body from the front of \a buffer and appends its payload to \a
    //! out.
    void take(QByteArray &buffer, QByteArray &out);

    //! \brief Whether the terminating chunk and the trailers have come.
    [[nodiscard]] bool isDone() const { return m_state == State::Done; }
    //! \brief Whether the coding was violated; nothing more is taken then.
    [[nodiscard]] bool isBroken() const { return m_state == State::Broken; }

private:
    enum class State { Size, Data, DataEnd, Trailer, Done, Broken };

    [[nodiscard]] bool takeStep(QByteArray &buffer, QByteArray &out);
    [[nodiscard]] bool takeSize(QByteArray &buffer);
    [[nodiscard]] bool takeData(QByteArray &buffer, QByteArray &out);
    [[nodiscard]] bool takeDataEnd(QByteArray &buffer);
    [[nodiscard]] bool takeTrailer(QByteArray &buffer);

    State m_state = State::Size;
    qsizetype m_left = 0;
};

//! \brief Reads the body of one message by the framing its head announces.
class BodyReader final {
public:
    enum class Framing { None, Length, Chunked, UntilClose };

    BodyReader() = default;
    BodyReader(Framing framing, qsizetype length)
        : m_framing(framing)
        , m_left(length)
    { }

    //! \brief The framing of a request with these fields: without a length there is no body.
    [[nodiscard]] static BodyReader ofRequest(const Headers &headers);
    //! \brief The framing of an answer; \a isHead says that the request was a HEAD.
    [[nodiscard]] static BodyReader ofAnswer(int status, const Headers &headers, bool isHead);

    //! \brief Takes the bytes of this body from the front of \a buffer and appends the payload to \a out.
    void take(QByteArray &buffer, QByteArray &out);

    [[nodiscard]] bool isDone() const;
    [[nodiscard]] bool isBroken() const { return m_chunks.isBroken(); }
    [[nodiscard]] Framing framing() const { return m_framing; }

private:
    Framing m_framing = Framing::None;
    qsizetype m_left = 0;
    ChunkDecoder m_chunks;
};

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reply.h"

#include <algorithm>

namespace nexus::kit {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Scripted";
    }
}

// Where one piece of the body stands: in the payload, and on the wire with its framing.
struct Span {
    qsizetype payloadBegin = 0;
    qsizetype payloadEnd = 0;
    qsizetype wirePayload = 0;
    qsizetype wireEnd = 0;
};

Span appendPiece(QByteArray &wire, const QByteArray &piece, qsizetype payloadBegin, bool isChunked)
{
    Span span {payloadBegin, payloadBegin + piece.size(), 0, 0};
    if (isChunked) {
        wire += QByteArray::number(piece.size(), 16) + "\r\n";
    }
    span.wirePayload = wire.size();
    wire += piece;
    if (isChunked) {
        wire += "\r\n";
    }
    span.wireEnd = wire.size();
    return span;
}

// The place on the wire behind `offset` bytes of payload; at the end of a piece its framing is included.
qsizetype wirePlace(const std::vector<Span> &spans, qsizetype bodyAt, qsizetype offset)
{
    if (offset <= 0 || spans.empty()) {
        return bodyAt;
    }
    for (const Span &span : spans) {
        if (offset == span.payloadEnd) {
            return span.wireEnd;
        }
        if (offset < span.payloadEnd) {
            return span.wirePayload + offset - span.payloadBegin;
        }
    }
    return spans.back().wireEnd;
}

} // namespace

Reply Reply::text(int status, const QByteArray &contentType, const QByteArray &body)
{
    Reply reply;
    reply.m_status = status;
    reply.m_headers.emplace_back("Content-Type", contentType);
    reply.m_pieces.append(body);
    return reply;
}

Reply Reply::json(int status, const QByteArray &body)
{
    return text(status, "application/json", body);
}

Reply Reply::html(int status, const QByteArray &body)
{
    return text(status, "text/html; charset=utf-8", body);
}

Reply Reply::sse(const QByteArrayList &data)
{
    QByteArrayList pieces;
    for (const QByteArray &event : data) {
        pieces.append("data: " + event + "\n\n");
    }
    return rawSse(pieces);
}

Reply Reply::rawSse(const QByteArrayList &pieces)
{
    return stream("text/event-stream; charset=utf-8", pieces).withHeader("Cache-Control", "no-cache");
}

Reply Reply::stream(const QByteArray &contentType, const QByteArrayList &pieces)
{
    Reply reply;
    reply.m_headers.emplace_back("Content-Type", contentType);
    reply.m_pieces = pieces;
    reply.m_framing = Framing::Chunked;
    return reply;
}

Reply Reply::redirect(int status, const QByteArray &location)
{
    Reply reply;
    reply.m_status = status;
    reply.m_headers.emplace_back("Location", location);
    return reply;
}

Reply Reply::raw(const QByteArray &bytes)
{
    Reply reply;
    reply.m_isRaw = true;
    reply.m_isClosing = true;
    reply.m_pieces.append(bytes);
    return reply;
}

Reply Reply::closeAtOnce()
{
    return raw({});
}

Reply Reply::hang()
{
    return Reply().withMark(Place::Head, 0, Stop::Action::Hang);
}

Reply Reply::withHeader(const QByteArray &name, const QByteArray &value) const
{
    Reply reply = *this;
    reply.m_headers.emplace_back(name, value);
    return reply;
}

Reply Reply::withStatus(int status) const
{
    Reply reply = *this;
    reply.m_status = status;
    return reply;
}

Reply Reply::withFraming(Framing framing) const
{
    Reply reply = *this;
    reply.m_framing = framing;
    reply.m_isClosing = reply.m_isClosing || framing == Framing::Close;
    return reply;
}

Reply Reply::withContentLength(qsizetype length) const
{
    Reply reply = withFraming(Framing::Length);
    reply.m_contentLength = length;
    return reply;
}

Reply Reply::closing() const
{
    Reply reply = withHeader("Connection", "close");
    reply.m_isClosing = true;
    return reply;
}

Reply Reply::dripping(qsizetype size, std::chrono::milliseconds delay) const
{
    Reply reply = *this;
    reply.m_isDripping = true;
    reply.m_writeSize = std::max<qsizetype>(1, size);
    reply.m_writeDelay = delay;
    return reply;
}

Reply Reply::pausing(std::chrono::milliseconds delay) const
{
    Reply reply = *this;
    reply.m_pieceDelay = delay;
    return reply;
}

Reply Reply::held() const
{
    return withMark(Place::Head, 0, Stop::Action::Hold);
}

Reply Reply::holdAfter(qsizetype size) const
{
    return withMark(Place::Payload, size, Stop::Action::Hold);
}

Reply Reply::hangAfter(qsizetype size) const
{
    return withMark(Place::Payload, size, Stop::Action::Hang);
}

Reply Reply::cutAfter(qsizetype size) const
{
    return withMark(Place::Payload, size, Stop::Action::Close);
}

Reply Reply::resetAfter(qsizetype size) const
{
    return withMark(Place::Payload, size, Stop::Action::Reset);
}

Reply Reply::cutAfterFramed(qsizetype size) const
{
    return withMark(Place::Framed, size, Stop::Action::Close);
}

Reply Reply::cutInHead(qsizetype size) const
{
    return withMark(Place::Head, size, Stop::Action::Close);
}

Reply Reply::hangInHead(qsizetype size) const
{
    return withMark(Place::Head, size, Stop::Action::Hang);
}

Reply Reply::withMark(Place place, qsizetype offset, Stop::Action action) const
{
    Reply reply = *this;
    reply.m_marks.push_back({place, offset, action});
    return reply;
}

QByteArray Reply::head(qsizetype bodySize) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_status) + ' ' + reasonPhrase(m_status) + "\r\n";
    for (const auto &[name, value] : m_headers) {
        head += name + ": " + value + "\r\n";
    }
    switch (m_framing) {
    case Framing::Length:
        head += "Content-Length: " + QByteArray::number(m_contentLength < 0 ? bodySize : m_contentLength)
            + "\r\n";
        break;
    case Framing::Chunked:
        head += "Transfer-Encoding: chunked\r\n";
        break;
    case Framing::Close:
        head += "Connection: close\r\n";
        break;
    }
    return head + "\r\n";
}

Playback Reply::playback() const
{
    Playback play;
    play.isDripping = m_isDripping;
    play.writeSize = m_writeSize;
    play.writeDelay = m_writeDelay;
    play.isLastOnConnection = m_isClosing;
    const bool isChunked = m_framing == Framing::Chunked && !m_isRaw;
    if (!m_isRaw) {
        play.bytes = head(m_pieces.join().size());
    }
    const qsizetype bodyAt = play.bytes.size();

    std::vector<Span> spans;
    for (const QByteArray &piece : m_pieces) {
        if (piece.isEmpty()) {
            continue; // an empty chunk would end the body
        }
        if (m_pieceDelay.count() > 0 && !spans.empty()) {
            play.stops.push_back({play.bytes.size(), Stop::Action::Pause, m_pieceDelay});
        }
        const qsizetype begin = spans.empty() ? 0 : spans.back().payloadEnd;
        spans.push_back(appendPiece(play.bytes, piece, begin, isChunked));
    }
    if (isChunked) {
        play.bytes += "0\r\n\r\n";
    }
    for (const Mark &mark : m_marks) {
        qsizetype at = mark.offset;
        if (mark.place == Place::Framed) {
            at += bodyAt;
        } else if (mark.place == Place::Payload) {
            at = wirePlace(spans, bodyAt, mark.offset);
        }
        play.stops.push_back({std::min(at, play.bytes.size()), mark.action, {}});
    }
    std::ranges::stable_sort(play.stops, {}, &Stop::at);
    return play;
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpparse.h"

#include <algorithm>

namespace nexus::kit {

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    const auto found = std::ranges::find_if(
        headers, [name](const auto &field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->second;
}

bool hasHeader(const Headers &headers, QByteArrayView name)
{
    return std::ranges::any_of(
        headers, [name](const auto &field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; });
}

std::optional<HttpHead> takeHead(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    HttpHead head;
    qsizetype at = 0;
    while (at <= end) {
        const qsizetype lineEnd = buffer.indexOf("\r\n", at);
        const QByteArray line = buffer.mid(at, lineEnd - at);
        at = lineEnd + 2;
        if (head.startLine.isNull()) {
            head.startLine = line;
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        head.headers.emplace_back(line.left(colon), colon < 0 ? QByteArray() : line.mid(colon + 1).trimmed());
    }
    buffer.remove(0, end + 4);
    return head;
}

void ChunkDecoder::take(QByteArray &buffer, QByteArray &out)
{
    while (!isDone() && !isBroken() && takeStep(buffer, out)) { }
}

bool ChunkDecoder::takeStep(QByteArray &buffer, QByteArray &out)
{
    switch (m_state) {
    case State::Size:
        return takeSize(buffer);
    case State::Data:
        return takeData(buffer, out);
    case State::DataEnd:
        return takeDataEnd(buffer);
    case State::Trailer:
        return takeTrailer(buffer);
    case State::Done:
    case State::Broken:
        return false;
    }
    return false;
}

bool ChunkDecoder::takeSize(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n");
    if (end < 0) {
        return false;
    }
    const QByteArray line = buffer.left(end);
    buffer.remove(0, end + 2);
    bool isNumber = false;
    const qlonglong size = line.split(';').first().trimmed().toLongLong(&isNumber, 16);
    if (!isNumber || size < 0) {
        m_state = State::Broken;
        return false;
    }
    m_left = size;
    m_state = size == 0 ? State::Trailer : State::Data;
    return true;
}

bool ChunkDecoder::takeData(QByteArray &buffer, QByteArray &out)
{
    const qsizetype count = std::min(m_left, buffer.size());
    out += QByteArrayView(buffer).first(count);
    buffer.remove(0, count);
    m_left -= count;
    if (m_left > 0) {
        return false;
    }
    m_state = State::DataEnd;
    return true;
}

bool ChunkDecoder::takeDataEnd(QByteArray &buffer)
{
    if (buffer.size() < 2) {
        return false;
    }
    m_state = buffer.startsWith("\r\n") ? State::Size : State::Broken;
    buffer.remove(0, 2);
    return true;
}

bool ChunkDecoder::takeTrailer(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n");
    if (end < 0) {
        return false;
    }
    buffer.remove(0, end + 2);
    if (end == 0) {
        m_state = State::Done;
    }
    return true;
}

BodyReader BodyReader::ofRequest(const Headers &headers)
{
    if (headerValue(headers, "transfer-encoding").toLower().contains("chunked")) {
        return {Framing::Chunked, 0};
    }
    if (hasHeader(headers, "content-length")) {
        return {Framing::Length, static_cast<qsizetype>(headerValue(headers, "content-length").toLongLong())};
    }
    return {Framing::None, 0};
}

BodyReader BodyReader::ofAnswer(int status, const Headers &headers, bool isHead)
{
    if (isHead || status < 200 || status == 204 || status == 304) {
        return {Framing::None, 0};
    }
    const BodyReader announced = ofRequest(headers);
    return announced.framing() == Framing::None ? BodyReader(Framing::UntilClose, 0) : announced;
}

void BodyReader::take(QByteArray &buffer, QByteArray &out)
{
    switch (m_framing) {
    case Framing::None:
        return;
    case Framing::Chunked:
        m_chunks.take(buffer, out);
        return;
    case Framing::Length: {
        const qsizetype count = std::min(m_left, buffer.size());
        out += QByteArrayView(buffer).first(count);
        buffer.remove(0, count);
        m_left -= count;
        return;
    }
    case Framing::UntilClose:
        out += buffer;
        buffer.clear();
        return;
    }
}

bool BodyReader::isDone() const
{
    switch (m_framing) {
    case Framing::None:
        return true;
    case Framing::Chunked:
        return m_chunks.isDone();
    case Framing::Length:
        return m_left <= 0;
    case Framing::UntilClose:
        return false;
    }
    return false;
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ssereader.h"

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

qsizetype findLineEnd(const QByteArray &buffer, qsizetype from)
{
    const auto found
        = std::find_if(buffer.cbegin() + from, buffer.cend(), [](char c) { return c == '\n' || c == '\r'; });
    return found - buffer.cbegin();
}

Error tooLong(qsizetype limit)
{
    return Error {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("The provider sent a stream event of more than %1 bytes.").arg(limit),
        .detail = {}};
}

} // namespace

qsizetype SseEvent::rawOffset(qsizetype position) const
{
    qsizetype line = 0;
    qsizetype lineBegin = 0;
    qsizetype lineEnd = data.indexOf('\n');
    while (lineEnd >= 0 && position > lineEnd) {
        ++line;
        lineBegin = lineEnd + 1;
        lineEnd = data.indexOf('\n', lineBegin);
    }
    return dataOffsets[line] + position - lineBegin;
}

Result<std::vector<SseEvent>> SseReader::feed(QByteArrayView bytes)
{
    std::vector<SseEvent> events;
    if (bytes.isEmpty()) {
        return events;
    }
    // The second half of a CRLF ends no line of its own.
    const bool isSplitCrLf = std::exchange(m_isAfterCr, false) && bytes.front() == '\n';
    m_buffer.append(bytes.data(), bytes.size());
    if (isSplitCrLf) {
        m_lineBegin = ++m_searched;
        if (!m_hasLines && !endBlock(events, m_lineBegin)) {
            return failure(tooLong(m_maxEventSize));
        }
    }
    while (const auto line = nextLine()) {
        if (!line->isEmpty()) {
            readLine(*line);
        } else if (!endBlock(events, m_lineBegin)) {
            return failure(tooLong(m_maxEventSize));
        }
    }
    m_buffer.remove(0, m_taken);
    m_lineBegin -= m_taken;
    m_searched -= m_taken;
    m_taken = 0;
    if (m_buffer.size() > m_maxEventSize) {
        return failure(tooLong(m_maxEventSize));
    }
    return events;
}

// Moves m_lineBegin behind the line and its end.
std::optional<QByteArrayView> SseReader::nextLine()
{
    const qsizetype begin = m_lineBegin;
    const qsizetype end = findLineEnd(m_buffer, m_searched);
    m_searched = end;
    if (end == m_buffer.size()) {
        return std::nullopt;
    }
    const bool isCr = m_buffer[end] == '\r';
    const bool isCrLf = isCr && end + 1 < m_buffer.size() && m_buffer[end + 1] == '\n';
    m_lineBegin = m_searched = end + (isCrLf ? 2 : 1);
    m_isAfterCr = isCr && m_searched == m_buffer.size() && !isCrLf;
    const QByteArrayView line = QByteArrayView(m_buffer).sliced(begin, end - begin);
    const bool hasMark = std::exchange(m_isFirstLine, false) && line.startsWith(byteOrderMark);
    return hasMark ? line.sliced(byteOrderMark.size()) : line;
}

void SseReader::readLine(QByteArrayView line)
{
    m_hasLines = true;
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(colon < 0 ? line.size() : colon);
    QByteArrayView value = line.sliced(colon < 0 ? line.size() : colon + 1);
    if (value.startsWith(' ')) {
        value = value.sliced(1);
    }
    if (name == "event") {
        m_event.name = value.toByteArray();
        return;
    }
    if (name != "data") {
        return;
    }
    if (m_event.hasData) {
        m_event.data.append('\n');
    }
    m_event.data.append(value.data(), value.size());
    m_event.hasData = true;
    m_event.dataOffsets.append(value.data() - m_buffer.constData() - m_taken);
}

// Hands out the bytes up to end; false when they are too many.
bool SseReader::endBlock(std::vector<SseEvent> &events, qsizetype end)
{
    const QByteArrayView raw = QByteArrayView(m_buffer).sliced(m_taken, end - m_taken);
    m_taken = end;
    if (!m_hasLines && !events.empty()) {
        events.back().raw.append(raw.data(), raw.size());
        return true;
    }
    m_hasLines = false;
    m_event.raw = raw.toByteArray();
    events.push_back(std::exchange(m_event, {}));
    return raw.size() <= m_maxEventSize;
}

} // namespace nexus

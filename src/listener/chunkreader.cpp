// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/chunkreader.h"

#include "listener/httpsyntax.h"

#include <algorithm>

namespace nexus {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

ReadProgress ChunkReader::feed(QByteArrayView bytes, QByteArray &body, qint64 maxSize)
{
    qsizetype used = 0;
    while (used < bytes.size()) {
        if (m_part == Part::Data) {
            used += takeData(bytes.sliced(used), body);
            continue;
        }
        const auto rest = bytes.sliced(used, std::min(bytes.size() - used, lineRoom() - m_line.size()));
        const qsizetype lineFeed = rest.indexOf('\n');
        const qsizetype taken = lineFeed < 0 ? rest.size() : lineFeed + 1;
        m_line.append(rest.first(taken));
        used += taken;
        if (lineFeed < 0) {
            if (m_line.size() < lineRoom()) {
                continue;
            }
            return {m_part == Part::Trailer
                    ? refuse({431, "trailer_too_large", "The trailer fields are too large."})
                    : refuse({400, "chunk_line", "A chunk's size line is malformed."}),
                used};
        }
        const ReadStep step = takeLine(m_line, maxSize - body.size());
        m_line.resize(0);
        if (step != ReadStep::NeedMore) {
            return {step, used};
        }
    }
    return {ReadStep::NeedMore, used};
}

qsizetype ChunkReader::lineRoom() const
{
    switch (m_part) {
    case Part::Size:
        return maxLineSize;
    case Part::Trailer:
        return maxTrailerSize - m_trailer;
    case Part::Data:
    case Part::DataEnd:
        return 2;
    }
    return 0;
}

qsizetype ChunkReader::takeData(QByteArrayView bytes, QByteArray &body)
{
    const auto taken = static_cast<qsizetype>(std::min<qint64>(bytes.size(), m_left));
    body.append(bytes.first(taken));
    m_left -= taken;
    if (m_left == 0) {
        m_part = Part::DataEnd;
    }
    return taken;
}

ReadStep ChunkReader::takeLine(QByteArrayView line, qint64 room)
{
    if (!line.endsWith("\r\n")) {
        return refuse({400, "chunk_bare_lf", "A line of the chunked body ends without a carriage return."});
    }
    line.chop(2);
    switch (m_part) {
    case Part::Size:
        return takeSizeLine(line, room);
    case Part::Trailer:
        return takeTrailerLine(line);
    case Part::Data:
    case Part::DataEnd:
        break;
    }
    if (!line.isEmpty()) {
        return refuse({400, "chunk_end", "A chunk is longer than its size."});
    }
    m_part = Part::Size;
    return ReadStep::NeedMore;
}

ReadStep ChunkReader::takeSizeLine(QByteArrayView line, qint64 room)
{
    constexpr qsizetype safeDigits = 15;
    constexpr Refusal malformed {400, "chunk_size", "A chunk's size is not a usable number."};
    qsizetype digits = 0;
    qint64 size = 0;
    while (digits < line.size() && hexValue(line[digits]) >= 0) {
        if (digits == safeDigits) {
            return refuse(malformed);
        }
        size = size * 16 + hexValue(line[digits]);
        ++digits;
    }
    const auto extensions = line.sliced(digits);
    const auto extension = trimmedBlanks(extensions);
    const bool isExtension = extensions.isEmpty() || (extension.startsWith(';') && isFieldValue(extension));
    if (digits == 0 || !isExtension) {
        return refuse(malformed);
    }
    m_extensions += extensions.size();
    if (m_extensions > maxExtensionsSize) {
        return refuse({400, "chunk_extensions", "The chunk extensions are too large."});
    }
    if (size > room) {
        return refuse({413, "body_too_large", "The request body is too large."});
    }
    m_left = size;
    m_part = size == 0 ? Part::Trailer : Part::Data;
    return ReadStep::NeedMore;
}

ReadStep ChunkReader::takeTrailerLine(QByteArrayView line)
{
    if (line.isEmpty()) {
        return ReadStep::Complete;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)) || !isFieldValue(line.sliced(colon + 1))) {
        return refuse({400, "trailer", "A trailer field is malformed."});
    }
    m_trailer += line.size() + 2;
    if (m_trailer >= maxTrailerSize) {
        return refuse({431, "trailer_too_large", "The trailer fields are too large."});
    }
    return ReadStep::NeedMore;
}

ReadStep ChunkReader::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    return ReadStep::Refused;
}

} // namespace nexus

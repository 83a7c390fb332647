// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/headreader.h"

#include "listener/httpsyntax.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxMethodSize = 32;
constexpr qsizetype maxEmptyLines = 2;

//! Digits only; nullopt for anything else and for what does not fit.
std::optional<qint64> parsedLength(QByteArrayView text)
{
    constexpr qsizetype safeDigits = 18;
    const bool isNumber = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || text.size() > safeDigits) {
        return std::nullopt;
    }
    qint64 length = 0;
    for (const char c : text) {
        length = length * 10 + (c - '0');
    }
    return length;
}

bool isTarget(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
}

bool startsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size() && isSameWord(text.first(word.size()), word);
}

} // namespace

ReadProgress HeadReader::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && m_size < m_maxSize) {
        const auto rest = bytes.sliced(used, std::min(bytes.size() - used, m_maxSize - m_size));
        const qsizetype lineFeed = rest.indexOf('\n');
        if (lineFeed < 0) {
            m_line.append(rest);
            m_size += rest.size();
            used += rest.size();
            continue;
        }
        used += lineFeed + 1;
        m_size += lineFeed + 1;
        QByteArrayView line = rest.first(lineFeed);
        if (!m_line.isEmpty()) {
            m_line.append(line);
            line = m_line;
        }
        const ReadStep step = takeLine(line);
        m_line.clear();
        if (step != ReadStep::NeedMore) {
            return {step, used};
        }
    }
    if (m_size >= m_maxSize) {
        return {refuse({431, "head_too_large", "The request line and headers are too large."}), used};
    }
    return {ReadStep::NeedMore, used};
}

ReadStep HeadReader::takeLine(QByteArrayView line)
{
    if (!line.endsWith('\r')) {
        return refuse({400, "bare_lf", "A header line ends without a carriage return."});
    }
    line.chop(1);
    if (!m_hasRequestLine) {
        if (!line.isEmpty()) {
            return takeRequestLine(line);
        }
        if (++m_emptyLines > maxEmptyLines) {
            return refuse({400, "empty_lines", "The request starts with empty lines."});
        }
        return ReadStep::NeedMore;
    }
    return line.isEmpty() ? finish() : takeField(line);
}

ReadStep HeadReader::takeRequestLine(QByteArrayView line)
{
    constexpr Refusal malformed {400, "request_line", "The request line is malformed."};
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0 || line.indexOf(' ', second + 1) >= 0) {
        return refuse(malformed);
    }
    const auto method = line.first(first);
    const auto target = line.sliced(first + 1, second - first - 1);
    const auto version = line.sliced(second + 1);
    if (!isToken(method) || method.size() > maxMethodSize) {
        return refuse({400, "method", "The request method is malformed."});
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (version.size() != 8 || !version.startsWith("HTTP/") || !isDigit(version[5]) || version[6] != '.'
        || !isDigit(version[7])) {
        return refuse(malformed);
    }
    if (version[5] != '1' || version[7] > '1') {
        return refuse({505, "version", "Only HTTP/1.1 and HTTP/1.0 are spoken here."});
    }
    if (method == "CONNECT") {
        return refuse({405, "connect", "This server is not a proxy."});
    }
    m_hasRequestLine = true;
    m_head.method = method.toByteArray();
    m_head.minorVersion = version[7] - '0';
    return takeTarget(target);
}

ReadStep HeadReader::takeTarget(QByteArrayView target)
{
    constexpr Refusal malformed {400, "target", "The request target is malformed."};
    if (target.isEmpty() || !isTarget(target)) {
        return refuse(malformed);
    }
    if (target.front() == '/') {
        m_head.target = target.toByteArray();
        return ReadStep::NeedMore;
    }
    const qsizetype scheme = startsWithWord(target, "http://") ? 7
        : startsWithWord(target, "https://")                   ? 8
                                                               : 0;
    if (scheme == 0) {
        return refuse(malformed);
    }
    const auto rest = target.sliced(scheme);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const auto authority = rest.first(end - rest.begin());
    if (authority.isEmpty() || !isHost(authority)) {
        return refuse(malformed);
    }
    const auto path = rest.sliced(authority.size());
    m_head.target = path.startsWith('/') ? path.toByteArray() : QByteArray("/") + path.toByteArray();
    // RFC 9112 section 3.2.2: the authority of the target replaces the Host field.
    m_host = authority.toByteArray();
    m_hasAuthority = true;
    return ReadStep::NeedMore;
}

ReadStep HeadReader::takeField(QByteArrayView line)
{
    if (++m_receivedFields > maxFields) {
        return refuse({431, "too_many_fields", "The request has too many header fields."});
    }
    if (line.front() == ' ' || line.front() == '\t') {
        return refuse({400, "folded_line", "A header line starts with a blank."});
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        return refuse({400, "field_name", "A header field has a malformed name."});
    }
    const auto name = line.first(colon);
    const auto value = trimmedBlanks(line.sliced(colon + 1));
    if (!isFieldValue(value)) {
        return refuse({400, "control_character", "A header field has a control character in it."});
    }
    bool isTaken = false;
    if (const auto refusal = takeFramingField(name, value, isTaken)) {
        return refuse(*refusal);
    }
    if (!isTaken) {
        ++m_head.fieldCount;
        m_fields.append(name).append(": ").append(value).append("\r\n");
    }
    return ReadStep::NeedMore;
}

std::optional<Refusal> HeadReader::takeFramingField(QByteArrayView name, QByteArrayView value, bool &isTaken)
{
    isTaken = true;
    if (isSameWord(name, "host")) {
        return takeHost(value);
    }
    if (isSameWord(name, "content-length")) {
        return takeContentLength(value);
    }
    if (isSameWord(name, "transfer-encoding")) {
        if (!isSameWord(value, "chunked")) {
            return Refusal {501, "transfer_encoding", "The only transfer encoding is chunked."};
        }
        if (m_hasTransferEncoding) {
            return Refusal {400, "transfer_encoding_twice", "Transfer-Encoding is given twice."};
        }
        m_hasTransferEncoding = true;
        return std::nullopt;
    }
    if (isSameWord(name, "connection")) {
        m_saysClose = m_saysClose || hasListedWord(value, "close");
        m_saysKeepAlive = m_saysKeepAlive || hasListedWord(value, "keep-alive");
        takeConnection(value);
        return std::nullopt;
    }
    if (isSameWord(name, "expect")) {
        if (!isSameWord(value, "100-continue")) {
            return Refusal {417, "expectation", "The only expectation is 100-continue."};
        }
        m_expects = true;
        return std::nullopt;
    }
    isTaken = isSameWord(name, "upgrade") || isSameWord(name, "keep-alive") || isSameWord(name, "te")
        || isSameWord(name, "trailer") || isSameWord(name, "proxy-connection");
    return std::nullopt;
}

// Nearly every request says one word, which is done with here.
void HeadReader::takeConnection(QByteArrayView value)
{
    if (isSameWord(value, "close") || isSameWord(value, "keep-alive")) {
        return;
    }
    if (!m_head.connection.isEmpty()) {
        m_head.connection.append(", ");
    }
    m_head.connection.append(value);
}

std::optional<Refusal> HeadReader::takeHost(QByteArrayView value)
{
    if (m_hasHost) {
        return Refusal {400, "host_twice", "Host is given twice."};
    }
    if (!isHost(value)) {
        return Refusal {400, "host", "Host is malformed."};
    }
    m_hasHost = true;
    if (!m_hasAuthority) {
        m_host = value.toByteArray();
    }
    return std::nullopt;
}

std::optional<Refusal> HeadReader::takeContentLength(QByteArrayView value)
{
    const auto length = parsedLength(value);
    if (!length) {
        return Refusal {400, "content_length", "Content-Length is not a usable number."};
    }
    if (m_head.contentLength && m_head.contentLength != length) {
        return Refusal {400, "content_length_twice", "Content-Length is given twice, with two values."};
    }
    m_head.contentLength = length;
    return std::nullopt;
}

ReadStep HeadReader::finish()
{
    if (m_head.minorVersion == 1 && !m_hasHost) {
        return refuse({400, "no_host", "Host is missing."});
    }
    if (m_hasTransferEncoding && m_head.contentLength) {
        return refuse({400, "two_framings", "Transfer-Encoding and Content-Length exclude each other."});
    }
    if (m_hasTransferEncoding && m_head.minorVersion == 0) {
        return refuse({400, "chunked_in_http10", "HTTP/1.0 has no Transfer-Encoding."});
    }
    m_head.isChunked = m_hasTransferEncoding;
    m_head.expectsContinue = m_expects && m_head.minorVersion == 1 && m_head.hasBody();
    m_head.keepsAlive = !m_saysClose && (m_head.minorVersion == 1 || m_saysKeepAlive);
    auto &text = m_head.normalised;
    text.reserve(m_head.method.size() + m_head.target.size() + m_host.size() + m_fields.size() + 32);
    text.append(m_head.method).append(' ').append(m_head.target).append(" HTTP/1.1\r\n");
    if (m_hasHost || m_hasAuthority) {
        ++m_head.fieldCount;
        text.append("Host: ").append(m_host).append("\r\n");
    }
    text.append(m_fields).append("\r\n");
    m_fields.clear();
    return ReadStep::Complete;
}

ReadStep HeadReader::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    return ReadStep::Refused;
}

} // namespace nexus

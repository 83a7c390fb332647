// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/responsehead.h"

#include "listener/httpsyntax.h"

#include <algorithm>
#include <string_view>

namespace nexus {

namespace {

std::string_view reasonPhrase(int status)
{
    using namespace std::string_view_literals;
    struct Phrase {
        int status;
        std::string_view text;
    };
    static constexpr Phrase phrases[] = {
        {200, "OK"sv},
        {201, "Created"sv},
        {202, "Accepted"sv},
        {204, "No Content"sv},
        {301, "Moved Permanently"sv},
        {302, "Found"sv},
        {304, "Not Modified"sv},
        {307, "Temporary Redirect"sv},
        {308, "Permanent Redirect"sv},
        {400, "Bad Request"sv},
        {401, "Unauthorized"sv},
        {403, "Forbidden"sv},
        {404, "Not Found"sv},
        {405, "Method Not Allowed"sv},
        {408, "Request Timeout"sv},
        {409, "Conflict"sv},
        {413, "Content Too Large"sv},
        {415, "Unsupported Media Type"sv},
        {417, "Expectation Failed"sv},
        {422, "Unprocessable Content"sv},
        {429, "Too Many Requests"sv},
        {431, "Request Header Fields Too Large"sv},
        {500, "Internal Server Error"sv},
        {501, "Not Implemented"sv},
        {502, "Bad Gateway"sv},
        {503, "Service Unavailable"sv},
        {504, "Gateway Timeout"sv},
        {505, "HTTP Version Not Supported"sv},
    };
    const auto found = std::ranges::find(phrases, status, &Phrase::status);
    return found == std::end(phrases) ? "Status"sv : found->text;
}

bool isOurs(QByteArrayView name)
{
    return isSameWord(name, "content-length") || isSameWord(name, "transfer-encoding")
        || isSameWord(name, "connection") || isSameWord(name, "keep-alive") || isSameWord(name, "date");
}

bool isWritable(const HeaderList::Field &field)
{
    const auto isBreaking = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    return isToken(field.first) && std::ranges::none_of(field.second, isBreaking);
}

void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

int appendResponseHead(QByteArray &out, const ResponseHead &head, const ResponseFraming &framing)
{
    int unusable = 0;
    bool hasRequestId = false;
    const std::string_view phrase = reasonPhrase(head.status);
    out.append("HTTP/1.1 ").append(QByteArray::number(head.status)).append(' ');
    out.append(phrase.data(), static_cast<qsizetype>(phrase.size())).append("\r\n");
    appendField(out, "Date", framing.date);
    for (const auto &field : head.headers) {
        if (!isWritable(field)) {
            ++unusable;
        } else if (!isOurs(field.first)) {
            hasRequestId = hasRequestId || isSameWord(field.first, "x-request-id");
            appendField(out, field.first, field.second);
        }
    }
    if (!hasRequestId && !framing.requestId.isEmpty()) {
        appendField(out, "x-request-id", framing.requestId);
    }
    if (framing.contentLength) {
        appendField(out, "Content-Length", QByteArray::number(*framing.contentLength));
    }
    if (framing.isChunked) {
        appendField(out, "Transfer-Encoding", "chunked");
    }
    if (framing.closes) {
        appendField(out, "Connection", "close");
    } else if (framing.saysKeepAlive) {
        appendField(out, "Connection", "keep-alive");
    }
    out.append("\r\n");
    return unusable;
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/requestreader.h"

#include "listener/feedserver.h"
#include "listener/httpadapter.h"

#include <algorithm>
#include <array>

namespace nexus {

RequestReader::RequestReader()
{
    auto feed = std::make_unique<FeedServer>();
    m_feed = feed.get();
    m_adapter = makeHttpAdapter(std::move(feed), [this](const QHttpServerRequest &request) {
        ++m_taken;
        m_headers = headersOf(request);
    });
}

RequestReader::~RequestReader() = default;

std::optional<RequestSnapshot> RequestReader::read(const RequestHead &head)
{
    if (!m_adapter) {
        return std::nullopt;
    }
    m_taken = 0;
    const bool isRead = m_feed->socket()->feed(head.normalised);
    HeaderList headers = std::exchange(m_headers, {});
    if (!isRead || m_taken != 1 || static_cast<int>(headers.size()) != head.fieldCount) {
        m_feed->dropSocket();
        return std::nullopt;
    }
    RequestSnapshot request;
    const qsizetype mark = head.target.indexOf('?');
    request.method = head.method;
    request.path = mark < 0 ? head.target : head.target.first(mark);
    request.query = mark < 0 ? QByteArray() : head.target.sliced(mark + 1);
    request.headers = std::move(headers);
    if (!head.connection.isEmpty()) {
        // Qt must not act on it, but whoever passes headers on has to know which of them end here.
        request.headers.add("Connection", head.connection);
    }
    return request;
}

RequestSnapshot refusedRequest(const RequestHead &head, const QByteArray &requestId)
{
    RequestSnapshot request;
    request.id = requestId;
    request.method = head.method;
    request.path = head.target.left(head.target.indexOf('?'));
    return request;
}

QByteArray usableRequestId(const HeaderList &headers)
{
    constexpr qsizetype maxSize = 128;
    QByteArray id = headers.value("x-request-id");
    const bool isUsable = !id.isEmpty() && id.size() <= maxSize
        && std::all_of(id.begin(), id.end(),
            [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\'; });
    return isUsable ? id : QByteArray();
}

QByteArray madeRequestId(quint64 high, quint32 low)
{
    constexpr std::string_view digits = "0123456789abcdef";
    QByteArray id = "req_";
    id.reserve(28);
    for (int shift = 60; shift >= 0; shift -= 4) {
        id.append(digits[(high >> shift) & 0xf]);
    }
    for (int shift = 28; shift >= 0; shift -= 4) {
        id.append(digits[(low >> shift) & 0xf]);
    }
    return id;
}

} // namespace nexus

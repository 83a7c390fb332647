// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/recalledanswer.h"

namespace nexus {

namespace {

qint64 sizeOf(const CachedAnswer &answer)
{
    qint64 size = 0;
    for (const QByteArray &piece : answer.pieces) {
        size += piece.size();
    }
    return size;
}

// A single piece is shared, not copied.
QByteArray joined(const CachedAnswer &answer)
{
    if (answer.pieces.size() == 1) {
        return answer.pieces.front();
    }
    QByteArray bytes;
    bytes.reserve(sizeOf(answer));
    for (const QByteArray &piece : answer.pieces) {
        bytes.append(piece);
    }
    return bytes;
}

} // namespace

// Literals cost no memory of their own.
HeaderList recalledHeaders(const CachedHead &head, const Recaller &recaller)
{
    HeaderList headers = head.headers;
    headers.add(QByteArrayLiteral("x-nexus-provider"), head.provider.toUtf8());
    headers.add(QByteArrayLiteral("x-nexus-model"), head.model);
    headers.add(QByteArrayLiteral("x-nexus-attempts"), QByteArrayLiteral("0"));
    headers.add(QByteArrayLiteral("x-nexus-cache"), QByteArrayLiteral("hit"));
    if (recaller.age) {
        headers.add(QByteArrayLiteral("Age"), QByteArray::number(static_cast<qint64>(recaller.age->count())));
    }
    if (recaller.dialect == Dialect::Anthropic) {
        headers.add(QByteArrayLiteral("request-id"), recaller.requestId);
    }
    return headers;
}

ResponseHead recalledStreamHead(HeaderList headers)
{
    headers.set(QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/event-stream; charset=utf-8"));
    headers.set(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-cache"));
    headers.set(QByteArrayLiteral("X-Accel-Buffering"), QByteArrayLiteral("no"));
    return {.status = 200, .headers = std::move(headers)};
}

bool fitsAtOnce(const CachedAnswer &answer)
{
    return !answer.isStream || sizeOf(answer) <= longestAtOnce;
}

qint64 sendAtOnce(const CachedAnswer &answer, const Recaller &recaller, ResponseSink &sink)
{
    const QByteArray bytes = joined(answer);
    HeaderList headers = recalledHeaders(answer.head, recaller);
    if (!answer.isStream) {
        sink.send({.status = answer.head.status, .headers = std::move(headers)}, bytes);
        return bytes.size();
    }
    sink.begin(recalledStreamHead(std::move(headers)));
    if (!bytes.isEmpty()) {
        sink.write(bytes);
    }
    sink.finish();
    return bytes.size();
}

} // namespace nexus

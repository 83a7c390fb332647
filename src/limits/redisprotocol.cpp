// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/redisprotocol.h"

#include <hiredis/hiredis.h>

namespace nexus {

namespace {

struct FreeReply {
    void operator()(redisReply *reply) const { freeReplyObject(reply); }
};

struct FreeReader {
    void operator()(redisReader *reader) const { redisReaderFree(reader); }
};

// No deeper than the library reads.
RedisReply converted(const redisReply &raw)
{
    using Kind = RedisReply::Kind;
    RedisReply reply;
    switch (raw.type) {
    case REDIS_REPLY_INTEGER:
        reply.kind = Kind::Integer;
        reply.number = raw.integer;
        break;
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
    case REDIS_REPLY_ERROR:
        reply.kind = raw.type == REDIS_REPLY_ERROR ? Kind::Error : Kind::Text;
        reply.text = QByteArray(raw.str, static_cast<qsizetype>(raw.len));
        break;
    case REDIS_REPLY_ARRAY:
        reply.kind = Kind::List;
        for (std::size_t i = 0; i < static_cast<std::size_t>(raw.elements); ++i) {
            reply.items.push_back(converted(*raw.element[i]));
        }
        break;
    default:
        break;
    }
    return reply;
}

} // namespace

struct RedisReplyReader::Reader {
    std::unique_ptr<redisReader, FreeReader> raw {redisReaderCreate()};
};

QByteArray RedisReply::errorCode() const
{
    return kind == Kind::Error ? text.left(text.indexOf(' ')) : QByteArray();
}

QByteArray redisCommand(const QList<QByteArray> &words)
{
    std::vector<const char *> starts;
    std::vector<std::size_t> lengths;
    for (const QByteArray &word : words) {
        starts.push_back(word.constData());
        lengths.push_back(static_cast<std::size_t>(word.size()));
    }
    char *text = nullptr;
    const auto length
        = redisFormatCommandArgv(&text, static_cast<int>(words.size()), starts.data(), lengths.data());
    const QByteArray command(text, length > 0 ? static_cast<qsizetype>(length) : 0);
    redisFreeCommand(text);
    return command;
}

RedisReplyReader::RedisReplyReader()
    : m_reader(std::make_unique<Reader>())
{ }

RedisReplyReader::~RedisReplyReader() = default;

void RedisReplyReader::feed(const QByteArray &bytes)
{
    redisReaderFeed(m_reader->raw.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

Result<std::optional<RedisReply>> RedisReplyReader::next()
{
    void *found = nullptr;
    if (redisReaderGetReply(m_reader->raw.get(), &found) != REDIS_OK) {
        return failure({.kind = ErrorKind::UpstreamInvalid,
            .message = {},
            .detail = QStringLiteral("the server does not speak the protocol of Redis")});
    }
    const std::unique_ptr<redisReply, FreeReply> raw(static_cast<redisReply *>(found));
    return raw ? std::optional(converted(*raw)) : std::nullopt;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What a Redis server answers to one command.
struct RedisReply {
    enum class Kind { Nil, Integer, Text, Error, List };

    Kind kind = Kind::Nil;
    qint64 number = 0; //!< Integer only
    QByteArray text; //!< Text and Error only
    std::vector<RedisReply> items; //!< List only

    //! \brief The first word of an error, such as `NOSCRIPT`; empty for any other reply.
    [[nodiscard]] QByteArray errorCode() const;
};

//! \brief \a words as one command on its way to the server.
[[nodiscard]] QByteArray redisCommand(const QList<QByteArray> &words);

//! \brief Cuts what a server sends into replies.
class RedisReplyReader final {
public:
    RedisReplyReader();
    ~RedisReplyReader();
    Q_DISABLE_COPY_MOVE(RedisReplyReader)

    //! \brief Takes more of what the server sent.
    void feed(const QByteArray &bytes);

    //! \brief The next reply, nothing while it is not complete, or an error after which none comes any more.
    [[nodiscard]] Result<std::optional<RedisReply>> next();

private:
    struct Reader;
    std::unique_ptr<Reader> m_reader;
};

} // namespace nexus

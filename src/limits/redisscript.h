// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "limits/limitask.h"
#include "limits/redisprotocol.h"

#include <QByteArray>
#include <QList>

#include <span>

namespace nexus {

//! \brief The one script that counts in Redis and Valkey as SlidingWindow does in memory.
//!
//! Each key is a list of steps, the oldest first, that dies with its last step. The time is the server's own,
//! in microseconds, so that all machines agree. Needs Redis 5 or later.
[[nodiscard]] QByteArray redisScript();

//! \brief How a server that knows the script is asked to run it.
enum class ScriptForm { Hash, Whole };

//! \brief The command that counts all \a asks or none, under keys that begin with \a prefix.
[[nodiscard]] QList<QByteArray> takeCommand(std::span<const LimitAsk> asks, const QByteArray &prefix);

//! \brief The command that adds \a difference to what \a receipt names, not below 0.
[[nodiscard]] QList<QByteArray> adjustCommand(
    const LimitReceipt &receipt, qint64 difference, const QByteArray &prefix);

//! \brief A command from above as bytes.
[[nodiscard]] QByteArray scriptCommand(const QList<QByteArray> &command, ScriptForm form);

//! \brief What the server answered to takeCommand() of so many \a asks.
[[nodiscard]] Result<LimitVerdict> readVerdict(const RedisReply &reply, std::size_t asks);

} // namespace nexus

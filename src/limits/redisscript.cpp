// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/redisscript.h"

#include <QCryptographicHash>

namespace nexus {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

// KEYS: one for each ask. ARGV: "take", then for each key its limit, interval, memory, amount, fine and
// coarse step; or "adjust", the time and the difference. A step is "first last before amount", as in
// SlidingWindow. The answer to "take": 1 or 0, then for each key whether it can fit, what remains, when to
// try again, when all is free, and the time of the event.
constexpr const char *SCRIPT = R"(
local pair = redis.call('TIME')
local clock = pair[1] * 1000000 + pair[2]

local function stepAt(key, index)
    local text = redis.call('LINDEX', key, index)
    local first, last, before, amount = string.match(text, '^(%d+) (%d+) (%d+) (%d+)$')
    return {first = tonumber(first), last = tonumber(last),
        before = tonumber(before), amount = tonumber(amount)}
end

local function textOf(step)
    return string.format('%.0f %.0f %.0f %.0f', step.first, step.last, step.before, step.amount)
end

local function ending(step)
    return step.before + step.amount
end

local function search(key, low, high, isReached)
    while low < high do
        local middle = math.floor((low + high) / 2)
        if isReached(stepAt(key, middle)) then high = middle else low = middle + 1 end
    end
    return low
end

local function firstSince(key, size, start)
    if size == 0 or stepAt(key, 0).last > start then return 0 end
    return search(key, 0, size, function(step) return step.last > start end)
end

if ARGV[1] == 'adjust' then
    local key, at, difference = KEYS[1], tonumber(ARGV[2]), tonumber(ARGV[3])
    local size = redis.call('LLEN', key)
    local index = search(key, 0, size, function(step) return step.last >= at end)
    if index == size then return 0 end
    local step = stepAt(key, index)
    if step.first > at then return 0 end
    local change = math.max(difference, -step.amount)
    step.amount = step.amount + change
    redis.call('LSET', key, index, textOf(step))
    for later = index + 1, size - 1 do
        step = stepAt(key, later)
        step.before = step.before + change
        redis.call('LSET', key, later, textOf(step))
    end
    return 1
end

local function numbers(index)
    local from = 2 + (index - 1) * 6
    local read = {}
    for i = 0, 5 do read[i] = tonumber(ARGV[from + i]) end
    return {limit = read[0], interval = read[1], memory = read[2],
        amount = read[3], fine = read[4], coarse = read[5]}
end

local function look(key, ask)
    local size = redis.call('LLEN', key)
    ask.now = clock
    ask.total = 0
    if size > 0 then
        local newest = stepAt(key, -1)
        if newest.last > clock + ask.memory then
            redis.call('DEL', key)
            size = 0
        else
            ask.now = math.max(clock, newest.last)
            local old = firstSince(key, size, ask.now - ask.memory)
            if old > 0 then redis.call('LTRIM', key, old, -1) end
            size = size - old
        end
        if size > 0 then ask.newest = newest; ask.total = ending(newest) end
    end
    ask.size = size
    ask.first = firstSince(key, size, ask.now - ask.interval)
    ask.used = 0
    if ask.first < size then ask.used = ask.total - stepAt(key, ask.first).before end
    ask.canFit = ask.limit > 0 and ask.amount <= ask.limit
    ask.fits = ask.canFit and ask.used + ask.amount <= ask.limit
end

local function count(key, ask)
    local newest = ask.newest
    local step = ask.fine
    if ask.size > 20000 then step = ask.coarse end
    if newest and ask.now - newest.first < step then
        newest.last = ask.now
        newest.amount = newest.amount + ask.amount
        redis.call('LSET', key, -1, textOf(newest))
    else
        local added = {first = ask.now, last = ask.now, before = ask.total, amount = ask.amount}
        redis.call('RPUSH', key, textOf(added))
        ask.size = ask.size + 1
    end
    redis.call('PEXPIRE', key, string.format('%.0f', math.ceil(ask.memory / 1000)))
    ask.total = ask.total + ask.amount
    ask.first = math.min(ask.first, ask.size - 1)
    ask.used = ask.total - stepAt(key, ask.first).before
end

local function untilFree(key, ask, target)
    local index = search(key, ask.first, ask.size, function(step) return ending(step) >= target end)
    return math.max(0, stepAt(key, index).last + ask.interval - ask.now)
end

local asks, granted = {}, 1
for index, key in ipairs(KEYS) do
    asks[index] = numbers(index)
    look(key, asks[index])
    if not asks[index].fits then granted = 0 end
end
local answer = {granted}
for index, key in ipairs(KEYS) do
    local ask = asks[index]
    local again, reset = 0, 0
    if granted == 1 then
        count(key, ask)
    elseif ask.canFit and not ask.fits then
        again = untilFree(key, ask, ask.total + ask.amount - ask.limit)
    end
    if ask.used > 0 then reset = untilFree(key, ask, ask.total) end
    local canFit = 0
    if ask.canFit then canFit = 1 end
    for _, number in ipairs({canFit, math.max(0, ask.limit - ask.used), again, reset, ask.now}) do
        answer[#answer + 1] = number
    end
end
return answer
)";

constexpr std::size_t NUMBERS_PER_ASK = 5;

QByteArray microsecondsOf(std::chrono::nanoseconds duration)
{
    return QByteArray::number(static_cast<qlonglong>(std::chrono::ceil<microseconds>(duration).count()));
}

} // namespace

QByteArray redisScript()
{
    return QByteArray::fromRawData(SCRIPT, static_cast<qsizetype>(std::char_traits<char>::length(SCRIPT)));
}

QList<QByteArray> takeCommand(std::span<const LimitAsk> asks, const QByteArray &prefix)
{
    QList<QByteArray> words {QByteArray::number(static_cast<qulonglong>(asks.size()))};
    for (const LimitAsk &ask : asks) {
        words.append(prefix + ask.key);
    }
    words.append("take");
    for (const LimitAsk &ask : asks) {
        words.append({QByteArray::number(ask.limit), microsecondsOf(ask.interval),
            microsecondsOf(ask.memory()), QByteArray::number(ask.amount),
            microsecondsOf(LimitAsk::step(ask.interval)), microsecondsOf(LimitAsk::step(ask.memory()))});
    }
    return words;
}

QList<QByteArray> adjustCommand(const LimitReceipt &receipt, qint64 difference, const QByteArray &prefix)
{
    return {
        "1", prefix + receipt.key, "adjust", QByteArray::number(receipt.at), QByteArray::number(difference)};
}

QByteArray scriptCommand(const QList<QByteArray> &command, ScriptForm form)
{
    const bool isHash = form == ScriptForm::Hash;
    static const QByteArray HASH = QCryptographicHash::hash(redisScript(), QCryptographicHash::Sha1).toHex();
    return redisCommand(
        QList<QByteArray> {isHash ? "EVALSHA" : "EVAL", isHash ? HASH : redisScript()} + command);
}

Result<LimitVerdict> readVerdict(const RedisReply &reply, std::size_t asks)
{
    const bool areNumbers = std::ranges::all_of(
        reply.items, [](const RedisReply &item) { return item.kind == RedisReply::Kind::Integer; });
    if (!areNumbers || reply.items.size() != 1 + asks * NUMBERS_PER_ASK) {
        return failure({.kind = ErrorKind::UpstreamInvalid,
            .message = {},
            .detail = QStringLiteral("the server answered the script with something else")});
    }
    LimitVerdict verdict {.isGranted = reply.items.front().number == 1, .states = {}};
    for (auto item = std::next(reply.items.begin()); item != reply.items.end(); item += NUMBERS_PER_ASK) {
        verdict.states.push_back({.canFit = item[0].number == 1,
            .remaining = item[1].number,
            .retryAfter = microseconds(item[2].number),
            .reset = microseconds(item[3].number),
            .at = item[4].number});
    }
    return verdict;
}

} // namespace nexus

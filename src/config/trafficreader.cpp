// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/trafficreader.h"

#include "config/textforms.h"

#include <limits>

namespace nexus {

namespace {

constexpr qint64 MAX_INT = std::numeric_limits<int>::max();

void readRequestLimit(TableReader &parent, const char *key, std::optional<RequestLimit> &out)
{
    parent.readTable(key, [&out](TableReader &table) {
        RequestLimit limit;
        table.require("limit");
        table.require("interval");
        table.readInteger("limit", limit.limit, 0, std::numeric_limits<quint32>::max());
        table.readDuration("interval", limit.interval, DurationRule::AboveZero);
        out = limit;
    });
}

void readTokenLimit(TableReader &table, TokenLimit &out)
{
    table.require("input_token_limit");
    table.require("interval");
    table.readInteger("input_token_limit", out.inputTokens, 0, std::numeric_limits<qint64>::max());
    table.readDuration("interval", out.interval, DurationRule::AboveZero);
}

void readPool(TableReader &table, RedisPool &pool)
{
    table.readInteger("max_size", pool.maxSize, 1, 10'000);
    table.readInteger("min_idle", pool.minIdle, 0, 10'000);
    table.readDuration("timeout_create", pool.createTimeout, DurationRule::AboveZero);
    table.readDuration("timeout_wait", pool.waitTimeout, DurationRule::AboveZero);
    table.readDuration("timeout_recycle", pool.recycleTimeout, DurationRule::AboveZero);
    if (pool.minIdle > pool.maxSize) {
        table.refuse("min_idle", QStringLiteral("must not be larger than 'max_size'"));
    }
}

void readRedisTls(TableReader &table, RedisTls &tls)
{
    table.require("enabled");
    table.read("enabled", tls.isEnabled);
    table.read("insecure", tls.isInsecure);
    table.read("ca_cert_path", tls.caCertPath);
    table.read("client_cert_path", tls.clientCertPath);
    table.read("client_key_path", tls.clientKeyPath);
    if (table.has("client_cert_path") && !table.has("client_key_path")) {
        table.require("client_key_path");
    }
    if (table.has("client_key_path") && !table.has("client_cert_path")) {
        table.require("client_cert_path");
    }
}

void readStorage(TableReader &table, std::optional<RedisStorage> &out)
{
    enum class Kind { Memory, Redis };
    Kind kind = Kind::Memory;
    table.require("type");
    table.readChoice("type", kind, {{"memory", Kind::Memory}, {"redis", Kind::Redis}});
    RedisStorage redis;
    table.readAs("url", redis.url, toRedisUrl);
    table.readChoice("on_failure", redis.isFailClosed, {{"fail_open", false}, {"fail_closed", true}});
    table.read("key_prefix", redis.keyPrefix);
    table.readDuration("response_timeout", redis.responseTimeout, DurationRule::AboveZero);
    table.readDuration("connection_timeout", redis.connectionTimeout, DurationRule::AboveZero);
    table.readTable("pool", [&redis](TableReader &pool) { readPool(pool, redis.pool); });
    table.readTable("tls", [&redis](TableReader &tls) { readRedisTls(tls, redis.tls.emplace()); });
    if (kind == Kind::Memory) {
        return;
    }
    table.require("url");
    out = std::move(redis);
}

void readGroupLimits(TableReader &perUser, PerUserLimits &out, std::vector<LimitUse> &uses)
{
    perUser.readNamed("groups", [&](const TomlMember &member, const QString &path) {
        GroupTokenLimit group {member.key, {}};
        readTableAt(perUser.context(), member, path,
            [&group](TableReader &table) { readTokenLimit(table, group.limit); });
        uses.push_back({member.at, member.key});
        out.groups.push_back(std::move(group));
    });
}

// Which of name, pattern and the others a rule needs depends on its kind.
void readRuleParts(TableReader &table, HeaderRule &rule)
{
    using Kind = HeaderRule::Kind;
    table.readAs("name", rule.name, toToken);
    table.readAs("pattern", rule.pattern, toPattern);
    table.readAs("rename", rule.rename, toToken);
    const char *valueKey = rule.kind == Kind::Insert ? "value" : "default";
    table.readAs(valueKey, rule.value, toHeaderValue);
    const bool isPatternAllowed = rule.kind == Kind::Forward || rule.kind == Kind::Remove;
    if (table.has("name") && table.has("pattern")) {
        table.refuse("pattern", QStringLiteral("cannot stand beside 'name'"));
    } else if (table.has("pattern") && !isPatternAllowed) {
        table.refuse("pattern", QStringLiteral("does not fit this rule, give a 'name'"));
    } else if (!table.has("pattern")) {
        table.require("name");
    }
    if (rule.kind == Kind::Insert) {
        table.require("value");
    }
    if (rule.kind == Kind::RenameDuplicate) {
        table.require("rename");
    }
    if (table.has("rename") && (rule.kind == Kind::Insert || rule.kind == Kind::Remove)) {
        table.refuse("rename", QStringLiteral("does not fit this rule"));
    }
}

} // namespace

void readTimeouts(TableReader &parent, Timeouts &out)
{
    parent.readTable("timeouts", [&out](TableReader &table) {
        table.readDuration("connect", out.connect, DurationRule::OffAllowed);
        table.readDuration("first_byte", out.firstByte, DurationRule::OffAllowed);
        table.readDuration("idle", out.idle, DurationRule::OffAllowed);
        table.readDuration("total", out.total, DurationRule::OffAllowed);
    });
}

void readRetries(TableReader &parent, Retries &out)
{
    parent.readTable("retries", [&out](TableReader &table) {
        table.readInteger("max_attempts", out.maxAttempts, 1, 100);
        table.readDuration("base_delay", out.baseDelay, DurationRule::ZeroAllowed);
        table.readDuration("max_delay", out.maxDelay, DurationRule::ZeroAllowed);
        if (out.maxDelay < out.baseDelay) {
            table.refuse(table.has("max_delay") ? "max_delay" : "base_delay",
                QStringLiteral("makes 'max_delay' shorter than 'base_delay'"));
        }
    });
}

void readRateLimits(TableReader &server, RateLimits &out)
{
    server.readTable("rate_limits", [&out](TableReader &table) {
        table.require("enabled");
        table.read("enabled", out.isEnabled);
        readRequestLimit(table, "global", out.global);
        readRequestLimit(table, "per_ip", out.perIp);
        table.readTable("storage", [&out](TableReader &storage) { readStorage(storage, out.redis); });
    });
}

void readPerUserLimits(TableReader &parent, std::optional<PerUserLimits> &out, std::vector<LimitUse> &uses)
{
    parent.readTable("rate_limits", [&](TableReader &limits) {
        limits.readTable("per_user", [&](TableReader &perUser) {
            PerUserLimits read;
            readGroupLimits(perUser, read, uses);
            const bool hasOwn = perUser.has("input_token_limit");
            if (hasOwn || perUser.has("interval") || read.groups.empty()) {
                readTokenLimit(perUser, read.everyone.emplace());
                uses.push_back({perUser.position(), {}});
            }
            out = std::move(read);
        });
    });
}

void readHeaderRules(TableReader &parent, std::vector<HeaderRule> &out)
{
    parent.readTables("headers", [&out](TableReader &table) {
        using Kind = HeaderRule::Kind;
        HeaderRule rule;
        table.require("rule");
        table.readChoice("rule", rule.kind,
            {{"forward", Kind::Forward}, {"insert", Kind::Insert}, {"remove", Kind::Remove},
                {"rename_duplicate", Kind::RenameDuplicate}});
        readRuleParts(table, rule);
        out.push_back(std::move(rule));
    });
}

void readCache(TableReader &llm, CacheConfig &out)
{
    llm.readTable("cache", [&out](TableReader &table) {
        table.read("enabled", out.isEnabled);
        table.readDuration("ttl", out.ttl, DurationRule::AboveZero);
        table.readInteger("max_entries", out.maxEntries, 1, MAX_INT);
        table.readSize("max_size", out.maxSize);
    });
}

void readCircuitBreaker(TableReader &llm, CircuitBreakerConfig &out)
{
    llm.readTable("circuit_breaker", [&out](TableReader &table) {
        table.readInteger("failures", out.failures, 1, 1'000'000);
        table.readDuration("window", out.window, DurationRule::AboveZero);
        table.readDuration("cooldown", out.cooldown, DurationRule::AboveZero);
    });
}

} // namespace nexus

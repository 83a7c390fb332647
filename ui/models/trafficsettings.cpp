// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/settingscatalog.h"

#include <QtGlobal>

#include <array>

namespace nexus {

namespace {

using Group = SettingGroup;
using Kind = SettingKind;

constexpr auto specs = std::to_array<SettingSpec>({
    {"server.rate_limits.enabled", Group::Limits, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Limit requests"),
        QT_TRANSLATE_NOOP("Settings", "Whether the limits below hold.")},
    {"server.rate_limits.global.limit", Group::Limits, Kind::Number, "",
        QT_TRANSLATE_NOOP("Settings", "Requests of all"),
        QT_TRANSLATE_NOOP("Settings", "How many requests all clients together may send; 0 blocks."),
        QT_TRANSLATE_NOOP("Settings", "requests"),
        "server.rate_limits.enabled=false|server.rate_limits.global.interval=60s"},
    {"server.rate_limits.global.interval", Group::Limits, Kind::Duration, "",
        QT_TRANSLATE_NOOP("Settings", "Time for all"),
        QT_TRANSLATE_NOOP("Settings", "The sliding window in which they are counted."), "",
        "server.rate_limits.enabled=false"},
    {"server.rate_limits.per_ip.limit", Group::Limits, Kind::Number, "",
        QT_TRANSLATE_NOOP("Settings", "Requests of an address"),
        QT_TRANSLATE_NOOP("Settings", "How many requests each address may send; 0 blocks."),
        QT_TRANSLATE_NOOP("Settings", "requests"),
        "server.rate_limits.enabled=false|server.rate_limits.per_ip.interval=60s"},
    {"server.rate_limits.per_ip.interval", Group::Limits, Kind::Duration, "",
        QT_TRANSLATE_NOOP("Settings", "Time for an address"),
        QT_TRANSLATE_NOOP("Settings", "The sliding window in which they are counted."), "",
        "server.rate_limits.enabled=false"},
    {"server.rate_limits.storage.type", Group::Limits, Kind::Choice, "memory",
        QT_TRANSLATE_NOOP("Settings", "Where counts are kept"),
        QT_TRANSLATE_NOOP("Settings", "In memory, or in Redis to share them between machines."),
        "memory|redis", "server.rate_limits.enabled=false"},
    {"server.rate_limits.storage.url", Group::Limits, Kind::Secret, "",
        QT_TRANSLATE_NOOP("Settings", "Address of Redis"),
        QT_TRANSLATE_NOOP(
            "Settings", "Such as redis://10.0.0.5:6379; keep a password in the environment: {{ env.NAME }}."),
        "", "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.key_prefix", Group::Limits, Kind::Text,
        "nexus:rate_limit:", QT_TRANSLATE_NOOP("Settings", "Prefix in Redis"),
        QT_TRANSLATE_NOOP("Settings", "What the names of counts begin with."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.on_failure", Group::Limits, Kind::Choice, "fail_open",
        QT_TRANSLATE_NOOP("Settings", "While Redis is lost"),
        QT_TRANSLATE_NOOP("Settings", "Let requests pass uncounted, or refuse them with 503."),
        "fail_open|fail_closed", "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.response_timeout", Group::Limits, Kind::Duration, "1s",
        QT_TRANSLATE_NOOP("Settings", "Answer of Redis"),
        QT_TRANSLATE_NOOP("Settings", "How long an answer may take."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.connection_timeout", Group::Limits, Kind::Duration, "5s",
        QT_TRANSLATE_NOOP("Settings", "Connection to Redis"),
        QT_TRANSLATE_NOOP("Settings", "How long connecting may take."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.pool.max_size", Group::Limits, Kind::Number, "16",
        QT_TRANSLATE_NOOP("Settings", "Most connections to Redis"),
        QT_TRANSLATE_NOOP("Settings", "How many connections are held at once."),
        QT_TRANSLATE_NOOP("Settings", "connections"),
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.pool.min_idle", Group::Limits, Kind::Number, "0",
        QT_TRANSLATE_NOOP("Settings", "Idle connections to Redis"),
        QT_TRANSLATE_NOOP("Settings", "How many are kept ready."),
        QT_TRANSLATE_NOOP("Settings", "connections"),
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.pool.timeout_create", Group::Limits, Kind::Duration, "5s",
        QT_TRANSLATE_NOOP("Settings", "Making of a connection"),
        QT_TRANSLATE_NOOP("Settings", "How long it may take until one is made."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.pool.timeout_wait", Group::Limits, Kind::Duration, "5s",
        QT_TRANSLATE_NOOP("Settings", "Waiting for a connection"),
        QT_TRANSLATE_NOOP("Settings", "How long a request waits for a free one."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.pool.timeout_recycle", Group::Limits, Kind::Duration, "300s",
        QT_TRANSLATE_NOOP("Settings", "Renewal of connections"),
        QT_TRANSLATE_NOOP("Settings", "An idle connection is closed after this time."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.tls.enabled", Group::Limits, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Encrypt Redis"),
        QT_TRANSLATE_NOOP("Settings", "Whether the connection to Redis is encrypted."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory"},
    {"server.rate_limits.storage.tls.insecure", Group::Limits, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Any certificate of Redis"),
        QT_TRANSLATE_NOOP("Settings", "Accept a certificate that nobody vouches for."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory|server.rate_limits.storage."
        "tls.enabled=false"},
    {"server.rate_limits.storage.tls.ca_cert_path", Group::Limits, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Authority for Redis"),
        QT_TRANSLATE_NOOP("Settings", "PEM file of an authority that is trusted."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory|server.rate_limits.storage."
        "tls.enabled=false"},
    {"server.rate_limits.storage.tls.client_cert_path", Group::Limits, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Certificate for Redis"),
        QT_TRANSLATE_NOOP("Settings", "PEM file that the gateway shows, together with its key."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory|server.rate_limits.storage."
        "tls.enabled=false"},
    {"server.rate_limits.storage.tls.client_key_path", Group::Limits, Kind::Text, "",
        QT_TRANSLATE_NOOP("Settings", "Key for Redis"),
        QT_TRANSLATE_NOOP("Settings", "PEM file with the key of that certificate."), "",
        "server.rate_limits.enabled=false|server.rate_limits.storage.type=memory|server.rate_limits.storage."
        "tls.enabled=false"},
    {"llm.cache.enabled", Group::Cache, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Answer from memory"),
        QT_TRANSLATE_NOOP("Settings",
            "A request that equals an earlier one gets its answer, and equal ones at once share a call.")},
    {"llm.cache.ttl", Group::Cache, Kind::Duration, "1h", QT_TRANSLATE_NOOP("Settings", "Age of answers"),
        QT_TRANSLATE_NOOP("Settings", "How long an answer is kept.")},
    {"llm.cache.max_entries", Group::Cache, Kind::Number, "10000",
        QT_TRANSLATE_NOOP("Settings", "Most answers"),
        QT_TRANSLATE_NOOP("Settings", "How many answers are kept."),
        QT_TRANSLATE_NOOP("Settings", "answers")},
    {"llm.cache.max_size", Group::Cache, Kind::Size, "64MiB",
        QT_TRANSLATE_NOOP("Settings", "Memory for answers"),
        QT_TRANSLATE_NOOP("Settings", "How large they may be together.")},
    {"llm.retries.max_attempts", Group::Retries, Kind::Number, "3", QT_TRANSLATE_NOOP("Settings", "Attempts"),
        QT_TRANSLATE_NOOP("Settings", "How often a request is tried at a provider, the first time included."),
        QT_TRANSLATE_NOOP("Settings", "attempts")},
    {"llm.retries.base_delay", Group::Retries, Kind::Duration, "250ms",
        QT_TRANSLATE_NOOP("Settings", "First pause"),
        QT_TRANSLATE_NOOP("Settings", "The pause before the second attempt; it doubles each time.")},
    {"llm.retries.max_delay", Group::Retries, Kind::Duration, "8s",
        QT_TRANSLATE_NOOP("Settings", "Longest pause"),
        QT_TRANSLATE_NOOP("Settings", "No pause is longer, also when a provider asks for it.")},
    {"llm.timeouts.connect", Group::Retries, Kind::Duration, "10s",
        QT_TRANSLATE_NOOP("Settings", "Connecting"),
        QT_TRANSLATE_NOOP("Settings", "How long it may take until the request is sent; off waits for ever.")},
    {"llm.timeouts.first_byte", Group::Retries, Kind::Duration, "120s",
        QT_TRANSLATE_NOOP("Settings", "First byte"),
        QT_TRANSLATE_NOOP("Settings", "From there to the head of the answer; off waits for ever.")},
    {"llm.timeouts.idle", Group::Retries, Kind::Duration, "60s", QT_TRANSLATE_NOOP("Settings", "Silence"),
        QT_TRANSLATE_NOOP("Settings", "The longest silence inside an answer; off waits for ever.")},
    {"llm.timeouts.total", Group::Retries, Kind::Duration, "off", QT_TRANSLATE_NOOP("Settings", "Whole call"),
        QT_TRANSLATE_NOOP("Settings", "All attempts together; off has no limit.")},
    {"llm.circuit_breaker.failures", Group::Retries, Kind::Number, "5",
        QT_TRANSLATE_NOOP("Settings", "Failures until a provider rests"),
        QT_TRANSLATE_NOOP("Settings", "So many failures in the window, and its requests go elsewhere."),
        QT_TRANSLATE_NOOP("Settings", "failures")},
    {"llm.circuit_breaker.window", Group::Retries, Kind::Duration, "30s",
        QT_TRANSLATE_NOOP("Settings", "Window of failures"),
        QT_TRANSLATE_NOOP("Settings", "The time in which failures are counted.")},
    {"llm.circuit_breaker.cooldown", Group::Retries, Kind::Duration, "30s",
        QT_TRANSLATE_NOOP("Settings", "Rest of a provider"),
        QT_TRANSLATE_NOOP("Settings", "How long it rests before one request finds out whether it is well.")},
});

} // namespace

std::span<const SettingSpec> trafficSettings()
{
    return specs;
}

} // namespace nexus

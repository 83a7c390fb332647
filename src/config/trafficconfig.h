// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace nexus {

//! \brief The four time limits of one call to a provider; 0 stands for none.
struct Timeouts {
    std::chrono::milliseconds connect {10'000}; //!< name look-up, TCP and TLS until the request is sent
    std::chrono::milliseconds firstByte {120'000}; //!< from the request sent to the answer's head
    std::chrono::milliseconds idle {60'000}; //!< longest silence inside an answer
    std::chrono::milliseconds total {0}; //!< the whole call

    bool operator==(const Timeouts &) const = default;
};

//! \brief How often and how soon a failed attempt is repeated.
struct Retries {
    int maxAttempts = 3; //!< the first one included, so 1 never repeats
    std::chrono::milliseconds baseDelay {250};
    std::chrono::milliseconds maxDelay {8'000}; //!< never below baseDelay

    bool operator==(const Retries &) const = default;
};

//! \brief So many requests in so much time.
struct RequestLimit {
    quint32 limit = 0; //!< 0 blocks
    std::chrono::milliseconds interval {0}; //!< above 0

    bool operator==(const RequestLimit &) const = default;
};

//! \brief So many input tokens in so much time.
struct TokenLimit {
    quint64 inputTokens = 0; //!< 0 blocks
    std::chrono::milliseconds interval {0}; //!< above 0

    bool operator==(const TokenLimit &) const = default;
};

//! \brief A TokenLimit that holds for one group of clients.
struct GroupTokenLimit {
    QString group;
    TokenLimit limit;

    bool operator==(const GroupTokenLimit &) const = default;
};

//! \brief `rate_limits.per_user` of a provider or a model: a limit for each client.
struct PerUserLimits {
    std::optional<TokenLimit> everyone; //!< for clients whose group has no entry
    std::vector<GroupTokenLimit> groups; //!< in file order

    bool operator==(const PerUserLimits &) const = default;
};

//! \brief Connections that wait for work.
struct RedisPool {
    int maxSize = 16;
    int minIdle = 0;
    std::chrono::milliseconds createTimeout {5'000};
    std::chrono::milliseconds waitTimeout {5'000};
    std::chrono::milliseconds recycleTimeout {300'000};

    bool operator==(const RedisPool &) const = default;
};

//! \brief How a connection to Redis is encrypted.
struct RedisTls {
    bool isEnabled = false;
    bool isInsecure = false; //!< any certificate will do
    QString caCertPath;
    QString clientCertPath; //!< together with clientKeyPath or not at all
    QString clientKeyPath;

    bool operator==(const RedisTls &) const = default;
};

//! \brief `[server.rate_limits.storage]` of type redis: counters that several machines share.
struct RedisStorage {
    Secret url; //!< may carry a password
    QString keyPrefix = QStringLiteral("nexus:rate_limit:");
    std::chrono::milliseconds responseTimeout {1'000};
    std::chrono::milliseconds connectionTimeout {5'000};
    RedisPool pool;
    std::optional<RedisTls> tls;
    bool isFailClosed = false; //!< whether requests are refused while the server is lost

    bool operator==(const RedisStorage &) const = default;
};

//! \brief `[server.rate_limits]`.
struct RateLimits {
    bool isEnabled = false;
    std::optional<RequestLimit> global;
    std::optional<RequestLimit> perIp;
    std::optional<RedisStorage> redis; //!< nothing counts in memory

    bool operator==(const RateLimits &) const = default;
};

//! \brief `[llm.cache]`: answers kept for equal requests.
struct CacheConfig {
    bool isEnabled = false;
    std::chrono::milliseconds ttl {3'600'000};
    int maxEntries = 10'000;
    qint64 maxSize = 64LL * 1024 * 1024; //!< bytes

    bool operator==(const CacheConfig &) const = default;
};

//! \brief `[llm.circuit_breaker]`: when a failing provider is left alone.
struct CircuitBreakerConfig {
    int failures = 5; //!< within the window
    std::chrono::milliseconds window {30'000};
    std::chrono::milliseconds cooldown {30'000};

    bool operator==(const CircuitBreakerConfig &) const = default;
};

} // namespace nexus

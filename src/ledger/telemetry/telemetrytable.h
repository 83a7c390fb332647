// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/telemetry/telemetryfacts.h"

#include <QHash>

#include <array>
#include <span>
#include <vector>

namespace nexus {

//! \brief Numbers sorted into buckets; a bucket holds what is not above its bound and above the one before.
class TelemetryHistogram final {
public:
    //! \param bounds ascending, of static storage
    explicit TelemetryHistogram(std::span<const double> bounds)
        : m_bounds(bounds)
    { }

    void add(double value);

    [[nodiscard]] std::span<const double> bounds() const { return m_bounds; }
    [[nodiscard]] const std::vector<quint64> &counts() const { return m_counts; } //!< one more than bounds
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] double sum() const { return m_sum; }
    [[nodiscard]] double min() const { return m_min; }
    [[nodiscard]] double max() const { return m_max; }

private:
    std::span<const double> m_bounds;
    std::vector<quint64> m_counts; // empty until the first
    quint64 m_count = 0;
    double m_sum = 0;
    double m_min = 0;
    double m_max = 0;
};

//! \brief The bounds that the semantic conventions want.
namespace buckets {
inline constexpr std::array http {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0};
inline constexpr std::array operation {
    0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};
inline constexpr std::array tokens {1.0, 4.0, 16.0, 64.0, 256.0, 1024.0, 4096.0, 16384.0, 65536.0, 262144.0,
    1048576.0, 4194304.0, 16777216.0, 67108864.0};
inline constexpr std::array firstToken {
    0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0};
} // namespace buckets

//! \brief Of what is exported as metrics, all numbers since the start. Not thread-safe, but copied as a
//! whole.
//!
//! There are at most maxRows rows of each kind; what comes later shares one row, which says so.
class TelemetryTable final {
public:
    static constexpr std::size_t maxRows = 1'000;

    struct HttpKey {
        QByteArray method;
        QByteArray route;
        QByteArray scheme;
        QByteArray error; //!< empty for none
        int status = 0; //!< 0 where nothing was answered
        bool isOverflow = false;

        bool operator==(const HttpKey &) const = default;
    };

    struct ModelKey {
        QByteArray operation;
        ProviderFacts provider;
        QString name; //!< of the provider in the configuration
        QByteArray model;
        QByteArray error; //!< empty for none
        QByteArray client;
        QByteArray group;
        bool isEstimated = false; //!< of tokens
        bool isOverflow = false;

        bool operator==(const ModelKey &) const = default;
    };

    struct HttpRow {
        HttpKey key;
        TelemetryHistogram duration {buckets::http}; //!< seconds
    };

    struct ModelRow {
        ModelKey key;
        TelemetryHistogram duration {buckets::operation}; //!< seconds, of each attempt
        TelemetryHistogram input {buckets::tokens};
        TelemetryHistogram output {buckets::tokens};
        TelemetryHistogram firstToken {buckets::firstToken}; //!< seconds, of streams
    };

    void add(const RequestRecord &record, const TelemetryFacts &facts);

    [[nodiscard]] const std::vector<HttpRow> &http() const { return m_http; }
    [[nodiscard]] const std::vector<ModelRow> &models() const { return m_models; }
    //! \brief How many records were ever added.
    [[nodiscard]] quint64 count() const { return m_count; }

private:
    friend size_t qHash(const HttpKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.method, key.route, key.error, key.status);
    }
    friend size_t qHash(const ModelKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.operation, key.name, key.model, key.error, key.client, key.group);
    }

    [[nodiscard]] HttpRow &rowOf(const HttpKey &key);
    [[nodiscard]] ModelRow &rowOf(const ModelKey &key);
    void addModels(const RequestRecord &record, const TelemetryFacts &facts);

    quint64 m_count = 0;
    QHash<HttpKey, std::size_t> m_httpIndex;
    std::vector<HttpRow> m_http;
    QHash<ModelKey, std::size_t> m_modelIndex;
    std::vector<ModelRow> m_models;
};

} // namespace nexus

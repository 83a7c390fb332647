// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace nexus {

//! \brief What became of one attempt, in words that are few.
enum class AttemptWord {
    Ok,
    Refused,
    RateLimited,
    Failed,
    Overloaded,
    Unreachable,
    Invalid,
    Timeout,
    Abandoned, //!< nobody waited for its end
    Other,
    Count_,
};

//! \brief Who refused with 429.
enum class LimitWord { Gateway, Budget, Provider, Count_ };

//! \brief What the cache said to a request.
enum class CacheWord { Hit, Shared, Miss, Bypass, Count_ };

//! \brief Durations, sorted into buckets.
struct DurationHistogram {
    //! Upper bounds in microseconds, and as they are written.
    static constexpr std::array<std::pair<qint64, const char *>, 16> bounds {
        {{10'000, "0.01"}, {25'000, "0.025"}, {50'000, "0.05"}, {100'000, "0.1"}, {250'000, "0.25"},
            {500'000, "0.5"}, {1'000'000, "1.0"}, {2'500'000, "2.5"}, {5'000'000, "5.0"},
            {10'000'000, "10.0"}, {20'000'000, "20.0"}, {30'000'000, "30.0"}, {60'000'000, "60.0"},
            {120'000'000, "120.0"}, {300'000'000, "300.0"}, {600'000'000, "600.0"}}};

    std::array<qint64, bounds.size() + 1> counts {}; //!< in each bucket alone; the last has no bound
    qint64 sum = 0; //!< microseconds

    void add(qint64 micros);
    [[nodiscard]] bool isEmpty() const;
};

//! \brief All counts since the start, by few enough names.
//!
//! At most maxModels models and maxClients clients have rows of their own; all others share rows called
//! `other`. So do models that nobody can answer for: those that are neither configured nor were ever answered
//! by their provider. Not thread-safe, but copied as a whole.
class MetricsTable final {
public:
    static constexpr std::size_t maxModels = 200;
    static constexpr std::size_t maxProviders = 50;
    static constexpr std::size_t maxClients = 100;
    static constexpr std::size_t maxRows = 2'000; //!< of a model and a client together

    using ModelName = std::pair<QByteArray, QByteArray>; //!< provider and model

    struct ModelRow {
        QByteArray labels; //!< provider and model
        DurationHistogram duration;
        DurationHistogram firstToken;
        std::array<qint64, static_cast<std::size_t>(AttemptWord::Count_)> attempts {};
    };

    struct ClientRow {
        std::size_t model = 0; //!< of models()
        std::size_t client = 0; //!< of clients()
        std::map<int, qint64> requests; //!< by status
        TokenUsage tokens;
        qint64 microDollars = 0;
        bool hasTokens = false;
        bool hasCost = false;
    };

    MetricsTable();

    //! \brief These models may have rows from now on.
    void setConfigured(QSet<ModelName> models) { m_configured = std::move(models); }

    void add(const RequestRecord &record);

    [[nodiscard]] const std::vector<ModelRow> &models() const { return m_models; }
    [[nodiscard]] const std::vector<QByteArray> &clients() const { return m_clients; } //!< labels
    [[nodiscard]] const std::vector<ClientRow> &rows() const { return m_rows; }
    [[nodiscard]] qint64 cache(CacheWord word) const { return m_cache.at(static_cast<std::size_t>(word)); }
    [[nodiscard]] qint64 limited(LimitWord word) const
    {
        return m_limited.at(static_cast<std::size_t>(word));
    }

private:
    [[nodiscard]] std::size_t modelIndex(
        const QString &provider, const QByteArray &model, const RequestRecord &record);
    [[nodiscard]] std::size_t otherModel(const QByteArray &provider);
    [[nodiscard]] std::size_t addModel(const ModelName &name);
    [[nodiscard]] std::size_t clientIndex(const RequestRecord &record);
    [[nodiscard]] ClientRow &rowOf(std::size_t model, std::size_t client);
    void addAttempts(const RequestRecord &record);
    void addTraffic(const RequestRecord &record, ClientRow &row);
    void addLimits(const RequestRecord &record);

    QSet<ModelName> m_configured;
    QHash<ModelName, std::size_t> m_modelIndex;
    std::vector<ModelRow> m_models;
    std::size_t m_named = 0; // of m_models
    std::size_t m_providers = 0; // with a row for other models
    QHash<QByteArray, std::size_t> m_clientIndex;
    std::vector<QByteArray> m_clients;
    QHash<quint64, std::size_t> m_rowIndex;
    std::vector<ClientRow> m_rows;
    std::array<qint64, static_cast<std::size_t>(CacheWord::Count_)> m_cache {};
    std::array<qint64, static_cast<std::size_t>(LimitWord::Count_)> m_limited {};
};

} // namespace nexus

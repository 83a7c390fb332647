// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/metrics/metrics.h"

#include <algorithm>
#include <memory>

namespace nexus {

//! \brief The record of a request that \a provider answered.
inline RequestRecord answeredBy(
    const QString &provider, const QByteArray &model, const QByteArray &client = {})
{
    RequestRecord record;
    record.operation = Operation::Chat;
    record.provider = provider;
    record.upstreamModel = model;
    record.who.label = client;
    record.status = 200;
    record.duration = std::chrono::milliseconds(30);
    record.attempts.push_back({.provider = provider, .model = model, .status = 200, .error = {}});
    return record;
}

inline RequestRecord answered(const QByteArray &model = "m", const QByteArray &client = {})
{
    return answeredBy(QStringLiteral("p"), model, client);
}

//! \brief A configuration with one model of provider `p`.
inline ConfigSnapshot configured(const QByteArray &model, const QByteArray &rename = {})
{
    auto config = std::make_shared<GatewayConfig>();
    ProviderConfig provider;
    provider.name = QStringLiteral("p");
    ModelConfig known;
    known.name = model;
    known.rename = rename;
    provider.models.push_back(known);
    config->llm.providers.push_back(provider);
    return config;
}

//! \brief Counts records and reads the page.
class MetricsProbe final {
public:
    void record(const RequestRecord &record) { metrics.record(record); }
    [[nodiscard]] QByteArray page() const { return metrics.page(MetricsFormat::Prometheus); }

    //! \brief The value of the sample with exactly this name and these labels; empty without one.
    [[nodiscard]] QByteArray valueOf(const QByteArray &sample) const
    {
        for (const QByteArray &line : page().split('\n')) {
            if (line.startsWith(sample + ' ')) {
                return line.sliced(sample.size() + 1);
            }
        }
        return {};
    }

    //! \brief How many lines begin so.
    [[nodiscard]] qsizetype countOf(const QByteArray &beginning) const
    {
        const QByteArrayList lines = page().split('\n');
        return std::ranges::count_if(
            lines, [&beginning](const QByteArray &line) { return line.startsWith(beginning); });
    }

    qint64 dropped = 0; //!< by the history
    Metrics metrics {{.activeStreams = [] { return 3; },
        .upstreamCalls = [] { return 4; },
        .historyDropped = [this] { return dropped; }}};
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/recorddesk.h"

#include "ledger/prices/cost.h"

namespace nexus {

namespace {

// Names come from the configuration and from providers' lists, but for those that a client makes up.
constexpr qsizetype maxKnown = 4'000;

std::chrono::milliseconds sinceEpoch(std::chrono::system_clock::time_point time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
}

} // namespace

void RecordDesk::setPrices(std::shared_ptr<const PriceLoader> prices, const ConfigSnapshot &config)
{
    const QMutexLocker lock(&m_mutex);
    m_prices = std::move(prices);
    m_config = config;
    m_known.clear();
}

void RecordDesk::record(const RequestRecord &record)
{
    const auto shared = std::make_shared<RequestRecord>(record);
    RequestRecord &priced = *shared;
    if (!isCharged(record) || (record.usage && *record.usage == TokenUsage())) {
        priced.microDollars = 0;
    } else if (record.usage) {
        const KnownPrice known = price(record.provider, record.upstreamModel, record.time);
        if (known && *known) {
            priced.microDollars = microDollarsOf(*record.usage, **known);
            priced.priceVersion = (*known)->version;
        }
    }
    for (RecordSink *reader : m_readers) {
        reader->record(priced);
    }
    for (SharedRecordSink *keeper : m_keepers) {
        keeper->take(shared);
    }
}

RecordDesk::KnownPrice RecordDesk::price(
    const QString &provider, const QByteArray &model, std::chrono::system_clock::time_point when)
{
    const std::chrono::milliseconds time = sinceEpoch(when);
    const Key key {
        .provider = provider, .model = model, .hour = std::chrono::floor<std::chrono::hours>(time).count()};
    std::shared_ptr<const PriceLoader> loader;
    ConfigSnapshot config;
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_known.constFind(key); known != m_known.constEnd()) {
            return *known;
        }
        loader = m_prices;
        config = m_config;
    }
    if (!loader) {
        return nullptr;
    }
    const HistoryPrices prices = historyPrices(loader->book(), config);
    auto found = std::make_shared<const std::optional<Price>>(
        prices(provider, QString::fromUtf8(model), time.count()));
    const QMutexLocker lock(&m_mutex);
    if (m_prices != loader || m_config != config) {
        return found; // as it was when the record came
    }
    if (m_known.size() >= maxKnown) {
        m_known.clear();
    }
    m_known.insert(key, found);
    return found;
}

} // namespace nexus

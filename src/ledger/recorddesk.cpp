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

// Whether a provider was asked for this answer, so that it may have cost something.
bool isCharged(const RequestRecord &record)
{
    const bool isFromMemory = record.cache == CacheUse::Hit || record.cache == CacheUse::Shared;
    const bool isError = record.outcome == Outcome::Failed || record.status >= 400;
    return !record.attempts.empty() && !isFromMemory && record.operation != Operation::CountTokens
        && (record.usage || !isError);
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
    RequestRecord priced = record;
    if (!isCharged(record) || (record.usage && *record.usage == TokenUsage())) {
        priced.microDollars = 0;
    } else if (const KnownPrice price = record.usage ? priceFor(record) : nullptr; price && *price) {
        priced.microDollars = microDollarsOf(*record.usage, **price);
        priced.priceVersion = (*price)->version;
    }
    for (RecordSink *taker : m_takers) {
        taker->record(priced);
    }
}

RecordDesk::KnownPrice RecordDesk::priceFor(const RequestRecord &record)
{
    const std::chrono::milliseconds time = sinceEpoch(record.time);
    const Key key {.provider = record.provider,
        .model = record.upstreamModel,
        .hour = std::chrono::floor<std::chrono::hours>(time).count()};
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
    auto price = std::make_shared<const std::optional<Price>>(
        prices(record.provider, QString::fromUtf8(record.upstreamModel), time.count()));
    const QMutexLocker lock(&m_mutex);
    if (m_prices != loader || m_config != config) {
        return price; // as it was when the record came
    }
    if (m_known.size() >= maxKnown) {
        m_known.clear();
    }
    m_known.insert(key, price);
    return price;
}

} // namespace nexus

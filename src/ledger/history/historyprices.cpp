// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyprices.h"

#include "ledger/history/historyschema.h"
#include "ledger/prices/cost.h"
#include "ledger/prices/modelprice.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace nexus {

namespace {

// Prices go by the public name, the history by the provider's.
QByteArray publicName(const ProviderConfig &provider, const QByteArray &model)
{
    const auto renamed = std::ranges::find(provider.models, model, &ModelConfig::rename);
    return renamed == provider.models.end() ? model : renamed->name;
}

// The client pays with a key of its own, and the history says how much.
ProviderConfig proxied(const LlmConfig &llm)
{
    ProviderConfig provider;
    provider.type = ProviderType::Anthropic;
    provider.baseUrl = llm.anthropicProxyUrl;
    return provider;
}

} // namespace

HistoryPrices historyPrices(std::shared_ptr<const PriceBook> book, ConfigSnapshot config)
{
    return [book = std::move(book), config = std::move(config)](
               const QString &provider, const QString &model, qint64 time) -> std::optional<Price> {
        if (provider == QLatin1String(LlmConfig::anthropicProxyName)) {
            return modelPrice(*book, proxied(config->llm), model.toUtf8(),
                QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()));
        }
        const ProviderConfig *const known = config->provider(provider);
        if (!known || model.isEmpty()) {
            return std::nullopt;
        }
        return modelPrice(*book, *known, publicName(*known, model.toUtf8()),
            QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()));
    };
}

std::optional<qint64> historyCost(const HistoryRow &row, const HistoryPrices &prices)
{
    if (!isCharged(row)) {
        return 0;
    }
    if (!row.usage) {
        return std::nullopt;
    }
    if (*row.usage == TokenUsage()) {
        return 0;
    }
    const auto price = prices(row.provider, row.model, row.time);
    const auto cost = price ? microDollarsOf(*row.usage, *price) : std::nullopt;
    return cost ? cost : row.keptCost;
}

std::optional<qint64> historyCost(const TokenUsage &sum, qint64 count, int sizeClass, const Price &price)
{
    const auto index = static_cast<std::size_t>(std::clamp(sizeClass, 0, static_cast<int>(sumSizes.size())));
    const qint64 least = index == 0 ? 0 : sumSizes.at(index - 1);
    const qint64 most = index == sumSizes.size() ? std::numeric_limits<qint64>::max() : sumSizes.at(index);
    const qint64 average = sum.input / std::max<qint64>(count, 1);
    Price flat = price;
    for (const ContextTier &tier : price.tiers) {
        if (tier.above <= least || (tier.above < most && average > tier.above)) {
            flat.rates = overlaid(price.rates, tier.rates);
        }
    }
    flat.tiers.clear();
    return microDollarsOf(sum, flat);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/modelprice.h"

#include "ledger/prices/pricevendor.h"

#include <QCryptographicHash>
#include <QStringList>

namespace nexus {

namespace {

TokenRates ratesOf(const ModelPrice &configured)
{
    return {.input = configured.input,
        .output = configured.output,
        .cacheRead = configured.cacheRead,
        .cacheWrite = configured.cacheWrite,
        // The file knows one way to write to a cache and one kind of output.
        .longCacheWrite = configured.cacheWrite,
        .reasoning = configured.output};
}

// Another figure in the file is another version.
QByteArray versionOf(const TokenRates &rates)
{
    QByteArrayList figures;
    for (const auto &rate : {rates.input, rates.output, rates.cacheRead, rates.cacheWrite}) {
        figures.push_back(rate ? QByteArray::number(*rate) : QByteArray());
    }
    const QByteArray hash = QCryptographicHash::hash(figures.join(','), QCryptographicHash::Sha256);
    return "config-" + hash.toHex().left(8);
}

void eraseConfigured(TokenRates &claim, const TokenRates &configured)
{
    for (const auto field : {&TokenRates::input, &TokenRates::output, &TokenRates::cacheRead,
             &TokenRates::cacheWrite, &TokenRates::longCacheWrite, &TokenRates::reasoning}) {
        if (configured.*field) {
            claim.*field = std::nullopt;
        }
    }
}

Price configuredPrice(std::optional<Price> known, const TokenRates &rates, const QByteArray &model)
{
    Price price = known.value_or(Price());
    price.rates = overlaid(price.rates, rates);
    for (ContextTier &tier : price.tiers) {
        tier.rates = overlaid(tier.rates, rates);
    }
    for (RateClaim &claim : price.differing) {
        eraseConfigured(claim.rates, rates);
    }
    std::erase_if(price.differing, [](const RateClaim &claim) { return claim.rates == TokenRates(); });
    price.batch.reset();
    if (!known) {
        price.model = model;
        price.source = QStringLiteral("the configuration");
        price.version = versionOf(rates);
        return price;
    }
    price.source = QStringLiteral("the configuration, the rest from ") + price.source;
    price.version = versionOf(rates) + '+' + price.version;
    return price;
}

// The demo answers by itself, and nobody is paid for that.
Price freePrice(const QByteArray &model)
{
    Price price;
    price.rates
        = {.input = 0, .output = 0, .cacheRead = 0, .cacheWrite = 0, .longCacheWrite = 0, .reasoning = 0};
    price.model = model;
    price.source = QStringLiteral("the demo, which costs nothing");
    price.version = "demo";
    return price;
}

} // namespace

std::optional<Price> modelPrice(
    const PriceBook &book, const ProviderConfig &provider, QByteArrayView publicName, const QDateTime &when)
{
    if (provider.type == ProviderType::Demo) {
        return freePrice(publicName.toByteArray());
    }
    const ModelConfig *const model = provider.model(publicName);
    const QByteArray upstream = model && !model->rename.isEmpty() ? model->rename : publicName.toByteArray();
    auto known = book.find({priceVendor(provider.type, provider.baseUrl), upstream}, when);
    const TokenRates rates = model && model->price ? ratesOf(*model->price) : TokenRates();
    if (rates == TokenRates()) {
        return known;
    }
    return configuredPrice(std::move(known), rates, upstream.toLower());
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a file of prices says: what is taken from it is sound, is found again under its own name, costs
// something between nothing and the most, and more tokens never cost less.

#include "ledger/prices/cost.h"
#include "ledger/prices/pricebook.h"
#include "ledger/prices/pricedecimal.h"
#include "ledger/prices/pricefile.h"

#include <QDateTime>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

void requireSound(const TokenRates &rates)
{
    for (const auto &rate : {rates.input, rates.output, rates.cacheRead, rates.cacheWrite,
             rates.longCacheWrite, rates.reasoning}) {
        require(!rate || (*rate >= 0 && *rate <= maxTokenRate));
    }
}

void requireSound(const PricePeriod &period)
{
    requireSound(period.rates);
    require(period.rates.input.value_or(0) > 0 || period.rates.output.value_or(0) > 0);
    require(std::ranges::is_sorted(period.tiers, {}, &ContextTier::above));
    for (const ContextTier &tier : period.tiers) {
        require(tier.above > 0);
        requireSound(tier.rates);
    }
    requireSound(period.batch.value_or(TokenRates()));
}

void requireOrder(const Price &price)
{
    const TokenUsage some {
        .input = 1000, .cacheRead = 100, .cacheWrite = 100, .output = 500, .reasoning = 50};
    TokenUsage more = some;
    more.output += 1;
    const auto less = costOf(some, price);
    const auto much = costOf(more, price);
    require(less.has_value() == much.has_value());
    require(!less || (less->microDollars >= 0 && much->microDollars >= less->microDollars));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    auto table = readPrices(text);
    if (!table) {
        require(!table.error().message.isEmpty());
        return 0;
    }
    require(!table->rows.isEmpty() && table->problems.size() <= 21);
    const PriceBook book({*table});
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(0);
    for (auto row = table->rows.begin(); row != table->rows.end(); ++row) {
        require(row->periods.size() == 1 && row->facts.contextWindow >= 0 && row->facts.maxOutput >= 0);
        requireSound(row->periods.front());
        // A name that is not text, or longer than any, is not asked for.
        const QByteArray model = row.key().model;
        if (model.size() > 512 || QString::fromUtf8(model).toLower().toUtf8() != model) {
            continue;
        }
        const auto price = book.find(row.key(), when);
        require(price && price->model == model);
        requireOrder(*price);
    }
    return 0;
}

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/cost.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <vector>

namespace nexus {

namespace {

constexpr qint64 MILLION = 1'000'000;
__extension__ using Wide = __int128;

// Tokens that are charged alike.
struct Part {
    qint64 tokens = 0;
    std::optional<qint64> rate;
    const char *name = "";
};

using Parts = std::vector<Part>;

// The tier whose rates hold for that much input, or nullptr.
const ContextTier *tierFor(const Price &price, qint64 input)
{
    const ContextTier *found = nullptr;
    for (const ContextTier &tier : price.tiers) {
        found = input > tier.above ? &tier : found;
    }
    return found;
}

std::optional<TokenRates> ratesFor(const Price &price, qint64 input, bool isBatch)
{
    const ContextTier *const tier = tierFor(price, input);
    if (isBatch) {
        return tier ? std::nullopt : price.batch;
    }
    return tier ? overlaid(price.rates, tier->rates) : price.rates;
}

Parts partsOf(const TokenUsage &usage, const TokenRates &rates, qint64 longCacheWrite)
{
    const qint64 input = std::max<qint64>(usage.input, 0);
    const qint64 read = std::clamp<qint64>(usage.cacheRead, 0, input);
    const qint64 written = std::clamp<qint64>(usage.cacheWrite, 0, input - read);
    const qint64 forLong = std::clamp<qint64>(longCacheWrite, 0, written);
    const qint64 output = std::max<qint64>(usage.output, 0);
    const qint64 apart = rates.reasoning ? std::clamp<qint64>(usage.reasoning, 0, output) : 0;
    const auto writeRate = rates.cacheWrite ? rates.cacheWrite : rates.input;
    Parts parts {
        {input - read - written, rates.input, "input"},
        {read, rates.cacheRead ? rates.cacheRead : rates.input, "cache read"},
        {written - forLong, writeRate, "cache write"},
        {forLong, rates.longCacheWrite ? rates.longCacheWrite : writeRate, "cache write for an hour"},
        {output - apart, rates.output, "output"},
        {apart, rates.reasoning, "reasoning"},
    };
    std::erase_if(parts, [](const Part &part) { return part.tokens == 0; });
    return parts;
}

std::optional<qint64> sumOf(const Parts &parts)
{
    Wide sum = 0;
    for (const Part &part : parts) {
        if (!part.rate) {
            return std::nullopt;
        }
        sum += static_cast<Wide>(part.tokens) * *part.rate;
    }
    const Wide rounded = (sum + MILLION / 2) / MILLION;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return rounded > most ? most : static_cast<qint64>(rounded);
}

QString formulaOf(const Parts &parts, qint64 total)
{
    QStringList terms;
    for (const Part &part : parts) {
        terms.push_back(QStringLiteral("%1 %2 × %3")
                            .arg(QString::number(part.tokens), QLatin1String(part.name),
                                dollarText(part.rate.value_or(0))));
    }
    if (terms.isEmpty()) {
        return QStringLiteral("no tokens = $0");
    }
    return QStringLiteral("%1 per million tokens = %2")
        .arg(terms.join(QLatin1String(" + ")), dollarText(total));
}

QString disagreementOn(const TokenUsage &usage, const Price &price, const CostTerms &terms, qint64 total)
{
    QStringList sentences;
    if (terms.isBatch || tierFor(price, usage.input)) {
        return {};
    }
    for (const RateClaim &claim : price.differing) {
        const auto other = sumOf(partsOf(usage, overlaid(price.rates, claim.rates), terms.longCacheWrite));
        if (other && *other != total) {
            sentences.push_back(
                QStringLiteral("By the figures of %1 it would be %2.").arg(claim.source, dollarText(*other)));
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

std::optional<qint64> microDollarsOf(const TokenUsage &usage, const Price &price, const CostTerms &terms)
{
    const auto rates = ratesFor(price, usage.input, terms.isBatch);
    return rates ? sumOf(partsOf(usage, *rates, terms.longCacheWrite)) : std::nullopt;
}

std::optional<Cost> costOf(const TokenUsage &usage, const Price &price, const CostTerms &terms)
{
    const auto rates = ratesFor(price, usage.input, terms.isBatch);
    if (!rates) {
        return std::nullopt;
    }
    const Parts parts = partsOf(usage, *rates, terms.longCacheWrite);
    const auto total = sumOf(parts);
    if (!total) {
        return std::nullopt;
    }
    return Cost {
        .microDollars = *total,
        .formula = formulaOf(parts, *total),
        .disagreement = disagreementOn(usage, price, terms, *total),
        .source = price.source,
        .version = price.version,
        .date = price.date,
    };
}

QString dollarText(qint64 microDollars)
{
    const bool isNegative = microDollars < 0;
    const quint64 amount
        = isNegative ? 0 - static_cast<quint64>(microDollars) : static_cast<quint64>(microDollars);
    QString text = QString::number(amount / MILLION);
    const quint64 fraction = amount % MILLION;
    if (fraction != 0) {
        QString digits = QString::number(fraction).rightJustified(6, QLatin1Char('0'));
        while (digits.endsWith(QLatin1Char('0'))) {
            digits.chop(1);
        }
        text += QLatin1Char('.') + digits;
    }
    return (isNegative ? QStringLiteral("-$") : QStringLiteral("$")) + text;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricerows.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype MAX_PROBLEMS = 20;
constexpr qsizetype MAX_NAME = 200;

} // namespace

std::optional<qint64> PriceRowReader::rate(const JsonMember &member)
{
    if (member.type == JsonType::Null) {
        return std::nullopt;
    }
    const QByteArray quoted = stringValue(m_text, member);
    const QByteArrayView number
        = member.type == JsonType::String ? QByteArrayView(quoted) : member.in(m_text);
    const auto rate = m_reader(number);
    if (!rate && m_problem.isEmpty()) {
        m_problem = QStringLiteral("%1 is not a price").arg(QString::fromUtf8(member.key.left(MAX_NAME)));
    }
    return rate;
}

qint64 PriceRowReader::tokens(const JsonMember &member) const
{
    bool isNumber = false;
    const qint64 count = member.in(m_text).toByteArray().toLongLong(&isNumber);
    return isNumber ? std::max<qint64>(count, 0) : 0;
}

std::optional<bool> PriceRowReader::flag(const JsonMember &member) const
{
    const QByteArrayView word = member.in(m_text);
    if (word == "true") {
        return true;
    }
    return word == "false" ? std::optional(false) : std::nullopt;
}

void addPriceRow(PriceTable &table, PriceKey key, PricePeriod period, const ModelFacts &facts)
{
    if (period.rates.input.value_or(0) == 0 && period.rates.output.value_or(0) == 0) {
        return;
    }
    key.model = key.model.toLower();
    // Several spellings of the same model: the first one counts.
    if (key.vendor.isEmpty() || key.model.isEmpty() || table.rows.contains(key)) {
        return;
    }
    std::ranges::sort(period.tiers, {}, &ContextTier::above);
    PriceRow row;
    row.periods.push_back(std::move(period));
    row.facts = facts;
    table.rows.insert(key, std::move(row));
}

TokenRates &tierAt(PricePeriod &period, qint64 above)
{
    const auto found = std::ranges::find(period.tiers, above, &ContextTier::above);
    return found == period.tiers.end() ? period.tiers.emplace_back(ContextTier {above, {}}).rates
                                       : found->rates;
}

void addPriceProblem(PriceTable &table, const QByteArray &name, const QString &problem)
{
    if (table.problems.size() < MAX_PROBLEMS) {
        table.problems.push_back(QStringLiteral("The price of \"%1\" is left out: %2.")
                                     .arg(QString::fromUtf8(name.left(MAX_NAME)), problem));
    } else if (table.problems.size() == MAX_PROBLEMS) {
        table.problems.push_back(QStringLiteral("More prices are left out."));
    }
}

} // namespace nexus

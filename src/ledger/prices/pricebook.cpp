// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/pricebook.h"

#include "ledger/prices/pricenames.h"

#include <algorithm>

namespace nexus {

namespace {

const PricePeriod &periodAt(const PriceRow &row, QDate day)
{
    const auto isLater
        = [day](const PricePeriod &period) { return period.since.isValid() && period.since > day; };
    const auto later = std::ranges::find_if(row.periods, isLater);
    return later == row.periods.begin() ? row.periods.front() : *std::prev(later);
}

const DailyRates *hoursAt(const PricePeriod &period, const QDateTime &when)
{
    const int minute = when.time().hour() * 60 + when.time().minute();
    const int day = when.date().dayOfWeek();
    const auto found = std::ranges::find_if(period.hours, [minute, day](const DailyRates &hours) {
        return hours.fromMinute <= minute && minute < hours.toMinute && hours.firstDay <= day
            && day <= hours.lastDay;
    });
    return found == period.hours.end() ? nullptr : &*found;
}

Price priceOf(const PriceTable &table, const QByteArray &model, const PriceRow &row, const QDateTime &when)
{
    const PricePeriod &period = periodAt(row, when.date());
    Price price;
    price.rates = period.rates;
    price.tiers = period.tiers;
    price.batch = period.batch;
    price.model = model;
    price.source = row.source.isEmpty() ? table.source : row.source;
    price.version = table.version;
    price.date = table.date;
    price.since = period.since;
    price.facts = row.facts;
    if (const DailyRates *const hours = hoursAt(period, when)) {
        price.rates = overlaid(price.rates, hours->rates);
    } else if (&period == &periodAt(row, table.date)) {
        price.differing = row.differing;
    }
    return price;
}

} // namespace

PriceBook::PriceBook(std::vector<PriceTable> tables)
    : m_tables(std::move(tables))
{ }

std::optional<Price> PriceBook::find(const PriceKey &asked, const QDateTime &when) const
{
    if (asked.vendor.isEmpty()) {
        return std::nullopt;
    }
    for (const QByteArray &name : priceNames(asked)) {
        for (const PriceTable &table : m_tables) {
            const auto row = table.rows.constFind({asked.vendor, name});
            if (row != table.rows.constEnd() && !row->periods.empty()) {
                return priceOf(table, name, *row, when.toUTC());
            }
        }
    }
    return std::nullopt;
}

QByteArray PriceBook::version() const
{
    QByteArrayList versions;
    for (const PriceTable &table : m_tables) {
        versions.push_back(table.version);
    }
    return versions.join('+');
}

QStringList PriceBook::problems() const
{
    QStringList problems;
    for (const PriceTable &table : m_tables) {
        problems += table.problems;
    }
    return problems;
}

} // namespace nexus

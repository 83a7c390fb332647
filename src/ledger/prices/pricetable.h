// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/price.h"

#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace nexus {

//! \brief A model of a vendor, such as `groq` and `openai/gpt-oss-120b`; see priceVendor() for the vendors.
struct PriceKey {
    QByteArray vendor;
    QByteArray model; //!< as the vendor names it; lower case in a table

    bool operator==(const PriceKey &) const = default;
    friend size_t qHash(const PriceKey &key, size_t seed) { return qHashMulti(seed, key.vendor, key.model); }
};

//! \brief Rates of certain hours of the day, UTC.
struct DailyRates {
    int fromMinute = 0; //!< of the day
    int toMinute = 0; //!< exclusive
    int firstDay = 1; //!< of the week, Monday is 1
    int lastDay = 7; //!< inclusive
    TokenRates rates; //!< only what differs
};

//! \brief What a model costs from a day on.
struct PricePeriod {
    QDate since; //!< invalid: from the beginning
    TokenRates rates;
    std::vector<ContextTier> tiers; //!< rising
    std::optional<TokenRates> batch;
    std::vector<DailyRates> hours;
};

//! \brief One model of a table.
struct PriceRow {
    std::vector<PricePeriod> periods; //!< rising, at least one
    QString source; //!< empty for that of the table
    std::vector<RateClaim> differing; //!< from the period in force on the table's date
    ModelFacts facts;
};

//! \brief Prices from one place.
struct PriceTable {
    QString source; //!< for people
    QByteArray version;
    QDate date;
    QHash<PriceKey, PriceRow> rows;
    QStringList problems; //!< rows that could not be read, each named
};

} // namespace nexus

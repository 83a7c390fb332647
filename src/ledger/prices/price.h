// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/modelabilities.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace nexus {

//! \brief What tokens of each kind cost, in millionths of a US dollar per million; absent where not known.
struct TokenRates {
    std::optional<qint64> input;
    std::optional<qint64> output;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> longCacheWrite; //!< into a cache that keeps for an hour
    std::optional<qint64> reasoning; //!< where it is not charged like other output

    bool operator==(const TokenRates &) const = default;
};

//! \brief \a base with the figures that \a change names in place of its own.
[[nodiscard]] TokenRates overlaid(TokenRates base, const TokenRates &change);

//! \brief What a request with much input costs. It holds for all of the request's tokens.
struct ContextTier {
    qint64 above = 0; //!< tokens of input, cached ones included
    TokenRates rates; //!< only what differs from the rates below

    bool operator==(const ContextTier &) const = default;
};

//! \brief What another source says where it differs.
struct RateClaim {
    QString source;
    TokenRates rates; //!< only what differs

    bool operator==(const RateClaim &) const = default;
};

//! \brief What a table of prices says of a model besides.
struct ModelFacts {
    qint64 contextWindow = 0; //!< tokens, 0 where not known
    qint64 maxOutput = 0; //!< tokens, 0 where not known
    ModelAbilities abilities = {};

    bool operator==(const ModelFacts &) const = default;
};

//! \brief What one model costs at one time, and who says so.
struct Price {
    TokenRates rates;
    std::vector<ContextTier> tiers; //!< rising
    std::optional<TokenRates> batch;
    std::vector<RateClaim> differing; //!< from rates, not from tiers and batch

    QByteArray model; //!< the row's name, which may be shorter than the one asked for
    QString source; //!< for people
    QByteArray version; //!< of the table; a corrected table has another one
    QDate date; //!< of the table
    QDate since; //!< when the price began, invalid where not known
    ModelFacts facts;

    bool operator==(const Price &) const = default;
};

} // namespace nexus

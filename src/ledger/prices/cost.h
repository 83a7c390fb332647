// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/price.h"
#include "wire/tokenusage.h"

#include <QString>

#include <optional>

namespace nexus {

//! \brief What the usage does not say about how a request is charged.
struct CostTerms {
    bool isBatch = false;
    qint64 longCacheWrite = 0; //!< the part of cacheWrite that is kept for an hour
};

//! \brief What a request cost, and how that came out.
struct Cost {
    qint64 microDollars = 0;
    QString formula; //!< `1000 input × $3 + 500 output × $15 per million tokens = $0.0105`
    QString disagreement; //!< whole sentences where another source comes to another cost, else empty
    QString source; //!< of the price
    QByteArray version; //!< of the price
    QDate date; //!< of the price
};

//! \brief What \a usage costs in millionths of a US dollar, rounded half up once, at the end; nothing where a
//! figure that it needs is not known. Never a guess, and never zero for unknown.
//!
//!  - Cached tokens are part of the input and charged once: reading and writing at their own rates, the rest
//!  as
//!    input. Where a cache rate is not known, as with vendors that charge cached tokens like any others, the
//!    input's holds; for a cache of an hour first that of the short one.
//!  - Reasoning is part of the output and charged like it, unless it has a rate of its own.
//!  - Above a tier's input, all tokens of the request have the tier's rates, as Anthropic, Google, OpenAI and
//!    xAI charge it.
//!  - A batch has its own rates; what they do not name, and a long context in a batch, is not known.
//! What is more than can be written down is the largest number.
[[nodiscard]] std::optional<qint64> microDollarsOf(
    const TokenUsage &usage, const Price &price, const CostTerms &terms = {});

//! \brief The same with what there is to show of it.
[[nodiscard]] std::optional<Cost> costOf(
    const TokenUsage &usage, const Price &price, const CostTerms &terms = {});

//! \brief An amount as people read it: `$0.0105`, without needless zeros.
[[nodiscard]] QString dollarText(qint64 microDollars);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QString>

#include <limits>
#include <vector>

namespace nexus {

//! \brief Numbers from low to high, both included.
struct NumberRange {
    static constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    static constexpr qint64 highest = std::numeric_limits<qint64>::max();

    qint64 low = lowest;
    qint64 high = highest;

    [[nodiscard]] bool contains(qint64 number) const { return low <= number && number <= high; }
    bool operator==(const NumberRange &) const = default;
};

//! \brief One condition on a row of the history.
struct HistoryTerm {
    enum class Field {
        Status,
        Model, //!< as it was asked for, or as the provider knows it
        Client,
        Group, //!< of the client
        Provider,
        Alias,
        Path,
        Id, //!< of the request
        Is,
        Text, //!< of a kept prompt or answer
        Cost, //!< range in millionths of a US dollar; a row of unknown cost never fits
        Tokens, //!< range of input and output together
        Duration, //!< range in milliseconds
        FirstByte, //!< range in milliseconds
        Since, //!< range of the time in milliseconds since 1970
        Until, //!< the same
    };

    Field field = Field::Status;
    bool isNegated = false;
    bool isExact = false; //!< the whole name and not a part of it
    QString text; //!< names, text and the word after `is:`
    NumberRange range;

    bool operator==(const HistoryTerm &) const = default;
};

//! \brief Conditions that all have to hold; none at all fits every row.
using HistoryFilter = std::vector<HistoryTerm>;

//! \brief Reads a filter such as `status:5xx -model:mini client:=app is:stream text:"two words" cost:>0.01
//! since:7d`.
//!
//!  - terms stand between spaces, all have to hold, and `-` before one turns it round
//!  - names (model, client, group, provider, alias, path) fit when they contain the value, with `=` before
//!    it when they are equal; letter case is free for ASCII; `=""` is for no name
//!  - numbers (status, cost, tokens, duration, first_byte) take `5`, `>5`, `>=5`, `<5`, `<=5`, `5..9`, `5..`
//!  and
//!    `..9`; status also `5xx`; cost is in US dollars, duration and first_byte are such as `2s` or `250ms`
//!  - is: stream, error, cached, failed, refused, gone, retried, probe (RequestRecord::isProbe, of which a
//!  history keeps none)
//!  - since and until: `7d` for so long ago, `2026-01-31`, or `2026-01-31T12:00:00Z`; local time without a
//!  zone
//!  - a value with spaces stands in double quotes, with `\"` and `\\` in it
//! \param now in milliseconds since 1970
//! \return the filter, or InvalidRequest with a sentence that names the character; it is in Error::param too,
//! counted from 1.
[[nodiscard]] Result<HistoryFilter> parseHistoryFilter(QStringView text, qint64 now);

//! \brief A text that parseHistoryFilter() reads as \a filter.
[[nodiscard]] QString historyFilterText(const HistoryFilter &filter);

} // namespace nexus

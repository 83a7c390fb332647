// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/ledgerconfig.h"
#include "ledger/budgets/budgetperiod.h"

#include <QTimeZone>

namespace nexus {

//! \brief How a budget stands.
struct BudgetState {
    enum class Level {
        Fine,
        Near, //!< four fifths are spent
        Spent, //!< all of it, or more
    };

    BudgetConfig config;
    BudgetPeriod period;
    qint64 spent = 0; //!< millionths of a US dollar, in this period
    qint64 held = 0; //!< the same, expected of requests that run; only where the budget blocks
    qint64 unpriced = 0; //!< requests of this period that are not in spent, since their cost is not known

    [[nodiscard]] Level level() const;
    //! \brief What is neither spent nor held, at least 0.
    [[nodiscard]] qint64 left() const;
    //! \brief Whether a request may go on that will cost about \a expected.
    [[nodiscard]] bool hasRoom(qint64 expected) const;

    bool operator==(const BudgetState &) const = default;
};

//! \brief `near` or `spent`, for the log; empty where all is fine.
[[nodiscard]] const char *levelWord(BudgetState::Level level);

//! \brief The end of the period as a client reads it: local time with its offset.
[[nodiscard]] QString periodEndText(const BudgetPeriod &period, const QTimeZone &zone);

//! \brief What the client of a request is told that has no room in \a state.
[[nodiscard]] Error budgetError(const BudgetState &state, qint64 expected, const QTimeZone &zone);

//! \brief \a a and \a b together, at most what fits; neither is below 0.
[[nodiscard]] qint64 boundedSum(qint64 a, qint64 b);

} // namespace nexus

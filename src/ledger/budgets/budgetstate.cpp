// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/budgets/budgetstate.h"

#include "ledger/prices/cost.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace nexus {

qint64 boundedSum(qint64 a, qint64 b)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    return a > most - b ? most : a + b;
}

BudgetState::Level BudgetState::level() const
{
    if (spent >= config.limitMicroUsd) {
        return Level::Spent;
    }
    return spent >= config.limitMicroUsd - config.limitMicroUsd / 5 ? Level::Near : Level::Fine;
}

qint64 BudgetState::left() const
{
    return std::max<qint64>(config.limitMicroUsd - boundedSum(spent, held), 0);
}

// A cost of 0 is also that of a model without a known price.
bool BudgetState::hasRoom(qint64 expected) const
{
    return left() > 0 && expected <= left();
}

const char *levelWord(BudgetState::Level level)
{
    switch (level) {
    case BudgetState::Level::Fine:
        return "";
    case BudgetState::Level::Near:
        return "near";
    case BudgetState::Level::Spent:
        return "spent";
    }
    return "";
}

QString periodEndText(const BudgetPeriod &period, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(period.end, zone).toString(Qt::ISODate);
}

Error budgetError(const BudgetState &state, qint64 expected, const QTimeZone &zone)
{
    const BudgetConfig &config = state.config;
    const bool isDay = config.period == BudgetConfig::Period::Day;
    const QString budget = QStringLiteral("budget '%1' of %2 a %3")
                               .arg(config.name, dollarText(config.limitMicroUsd),
                                   isDay ? QStringLiteral("day") : QStringLiteral("month"));
    const QString what = state.level() == BudgetState::Level::Spent
        ? QStringLiteral("The %1 is spent.").arg(budget)
        : QStringLiteral("This request may cost %1, more than the %2 that the %3 has left beside running "
                         "requests.")
              .arg(dollarText(expected), dollarText(state.left()), budget);
    return {.kind = ErrorKind::QuotaExceeded,
        .message
        = QStringLiteral("%1 The next period begins at %2.").arg(what, periodEndText(state.period, zone)),
        .detail = QStringLiteral("spent %1, held %2, expected %3")
                      .arg(dollarText(state.spent), dollarText(state.held), dollarText(expected))};
}

} // namespace nexus

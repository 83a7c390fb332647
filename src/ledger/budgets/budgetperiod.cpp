// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/budgets/budgetperiod.h"

#include <QDateTime>

namespace nexus {

BudgetPeriod budgetPeriod(BudgetConfig::Period period, qint64 time, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(time, zone).date();
    QDate first = today;
    QDate next = today.addDays(1);
    if (period == BudgetConfig::Period::Month) {
        first = QDate(today.year(), today.month(), 1);
        next = first.addMonths(1);
    }
    return {.begin = first.startOfDay(zone).toMSecsSinceEpoch(),
        .end = next.startOfDay(zone).toMSecsSinceEpoch()};
}

} // namespace nexus

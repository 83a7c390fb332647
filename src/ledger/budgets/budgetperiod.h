// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"

#include <QTimeZone>

namespace nexus {

//! \brief A day or a month, in milliseconds since 1970.
struct BudgetPeriod {
    qint64 begin = 0;
    qint64 end = 0; //!< the first moment behind it

    [[nodiscard]] bool contains(qint64 time) const { return begin <= time && time < end; }
    bool operator==(const BudgetPeriod &) const = default;
};

//! \brief The day or month in \a zone that \a time lies in. Days on which clocks are changed have their real
//! length.
[[nodiscard]] BudgetPeriod budgetPeriod(BudgetConfig::Period period, qint64 time, const QTimeZone &zone);

} // namespace nexus

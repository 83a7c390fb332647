// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historydatabase.h"
#include "ledger/history/historyfilter.h"
#include "ledger/history/historyrow.h"

#include <QVariant>

namespace nexus {

//! \brief A filter as SQLite knows it.
struct HistoryCondition {
    QString sql; //!< a condition on `requests`, never empty
    QVariantList values; //!< for the marks in it, in order
    QString sumSql = {}; //!< the same on `sums` but for times, null where they do not know enough
    QVariantList sumValues = {};
    HistoryFilter costs = {}; //!< terms that SQLite cannot decide, see fitsCosts()
    NumberRange times = {}; //!< in milliseconds since 1970, as far as it bounds them; part of sql too
    bool isPlain = true; //!< whether it asks for times only

    //! \brief Binds the values to the marks from \a first on.
    void bind(QSqlQuery &query, int first = 0) const;
};

//! \brief Turns \a filter into SQL for \a database, which is asked how frequent names are: the way to the
//! rows differs.
[[nodiscard]] Result<HistoryCondition> historyCondition(
    const HistoryDatabase &database, const HistoryFilter &filter);

//! \brief Whether the derived cost of \a row fits all of \a costs. One that is not known fits none.
[[nodiscard]] bool fitsCosts(const HistoryRow &row, const HistoryFilter &costs);

} // namespace nexus

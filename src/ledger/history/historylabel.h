// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historysums.h"

namespace nexus {

//! \brief What rows are put together by: in SQL, and as a text.
class HistoryLabel final {
public:
    explicit HistoryLabel(UsageQuery::By by);

    //! \brief The expression, on `requests` and on `sums`, but for hours, which are in `hours` instead.
    [[nodiscard]] QString sql() const { return m_sql; }
    //! \brief The text for a value of the expression.
    [[nodiscard]] QString text(const QVariant &value) const;
    //! \brief Whether it is a name and not a time.
    [[nodiscard]] bool isName() const;

private:
    UsageQuery::By m_by;
    QString m_sql;
};

} // namespace nexus

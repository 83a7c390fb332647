// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historysums.h"

namespace nexus {

//! \brief What rows are put together by: in SQL, and as a text.
class HistoryLabel final {
public:
    //! \brief For hours in \a zone between \a first and \a last, milliseconds since 1970.
    HistoryLabel(UsageQuery::By by, const QTimeZone &zone, qint64 first, qint64 last);

    //! \brief The expression, on `requests` and but for hours on `sums`.
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

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historysums.h"

namespace nexus {

//! \brief What rows are put together by: in SQL, and as a text.
class HistoryLabel final {
public:
    //! \brief For times between \a first and \a last, milliseconds since 1970.
    HistoryLabel(UsageQuery::By by, const QTimeZone &zone, qint64 first, qint64 last);

    //! \brief The expression where half hours since 1970 are in a column `slot`.
    [[nodiscard]] QString ofSlot() const { return expression(QStringLiteral("slot * 1800")); }
    //! \brief The expression where milliseconds since 1970 are in a column `time`.
    [[nodiscard]] QString ofTime() const { return expression(QStringLiteral("time / 1000")); }
    //! \brief The text for a value of the expression.
    [[nodiscard]] QString text(const QVariant &value) const;
    //! \brief The column, empty where it is about time or about all.
    [[nodiscard]] QString column() const;

private:
    [[nodiscard]] QString expression(const QString &seconds) const;

    UsageQuery::By m_by;
    QString m_offset; // SQL for the seconds that the zone is ahead; `%1` is the time
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historycondition.h"
#include "ledger/history/historyprices.h"

#include <map>
#include <utility>

namespace nexus {

//! \brief The prices of the models that occur in some days.
class RangePrices final {
public:
    //! \param prices outlive this
    //! \param times in milliseconds since 1970
    RangePrices(const HistoryPrices &prices, const NumberRange &times);

    //! \brief Whether a day's price is needed, since it differs from another's.
    [[nodiscard]] bool isVarying(const QString &provider, const QString &model);

    //! \brief The price on a day, 0 for that of all days. Nothing where the hour counts: a day has more than
    //! one price then, and what was paid is known from the rows.
    [[nodiscard]] std::optional<Price> priceOf(const QString &provider, const QString &model, qint64 day);

private:
    struct Known {
        bool isHourly = false;
        std::optional<Price> last;
    };

    const Known &knownOf(const QString &provider, const QString &model);
    [[nodiscard]] std::optional<Price> priceOfDay(
        const QString &provider, const QString &model, qint64 day) const;
    [[nodiscard]] bool isHourly(const QString &provider, const QString &model) const;

    const HistoryPrices &m_prices;
    qint64 m_first;
    qint64 m_last;
    std::map<std::pair<QString, QString>, Known> m_known;
};

} // namespace nexus

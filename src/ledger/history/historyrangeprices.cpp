// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyrangeprices.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 dayTime = 86'400'000; // milliseconds
constexpr qint64 halfHour = 1'800'000; // milliseconds
constexpr qint64 mostDays = 400;

} // namespace

RangePrices::RangePrices(const HistoryPrices &prices, const NumberRange &times)
    : m_prices(prices)
    , m_first(times.low / dayTime)
    , m_last(std::max(times.low, times.high) / dayTime)
{ }

bool RangePrices::isVarying(const QString &provider, const QString &model)
{
    const Known &known = knownOf(provider, model);
    if (known.isHourly) {
        return false;
    }
    bool isVarying = m_last - m_first > mostDays;
    for (qint64 day = m_first; !isVarying && day < m_last; ++day) {
        isVarying = priceOfDay(provider, model, day) != known.last;
    }
    return isVarying;
}

std::optional<Price> RangePrices::priceOf(const QString &provider, const QString &model, qint64 day)
{
    const Known &known = knownOf(provider, model);
    if (known.isHourly) {
        return std::nullopt;
    }
    return day == 0 ? known.last : priceOfDay(provider, model, day);
}

const RangePrices::Known &RangePrices::knownOf(const QString &provider, const QString &model)
{
    const auto [place, isNew] = m_known.try_emplace({provider, model});
    if (isNew) {
        place->second.isHourly = isHourly(provider, model);
        place->second.last = priceOfDay(provider, model, m_last);
    }
    return place->second;
}

std::optional<Price> RangePrices::priceOfDay(const QString &provider, const QString &model, qint64 day) const
{
    return m_prices(provider, model, day * dayTime + dayTime / 2);
}

// Hours may count on some days of the week only.
bool RangePrices::isHourly(const QString &provider, const QString &model) const
{
    for (const qint64 day : {m_last, m_last - 2, m_last - 4}) {
        const auto noon = priceOfDay(provider, model, day);
        for (qint64 time = 0; noon && time < dayTime; time += halfHour) {
            const auto price = m_prices(provider, model, day * dayTime + time);
            if (!price || price->rates != noon->rates) {
                return true;
            }
        }
    }
    return false;
}

} // namespace nexus

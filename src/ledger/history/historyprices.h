// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "ledger/history/historyrow.h"
#include "ledger/prices/pricebook.h"

#include <functional>
#include <memory>

namespace nexus {

//! \brief What a model cost at a time: the provider's name in the configuration, the model's name as the
//! provider knows it, milliseconds since 1970. Nothing where it is not known.
using HistoryPrices
    = std::function<std::optional<Price>(const QString &provider, const QString &model, qint64 time)>;

//! \brief Prices of \a book with those of \a config before them. A provider that \a config does not name has
//! none.
[[nodiscard]] HistoryPrices historyPrices(std::shared_ptr<const PriceBook> book, ConfigSnapshot config);

//! \brief What \a row cost in millionths of a US dollar: by \a prices, so that a corrected price corrects the
//! history, else as was known when it was written. 0 where no provider was paid, nothing where tokens or
//! prices are not known.
[[nodiscard]] std::optional<qint64> historyCost(const HistoryRow &row, const HistoryPrices &prices);

//! \brief What \a count requests cost together that are alike in model and time and in the class of their
//! input's size, see sumSizes. Rounded once, so that it may differ from the sum of their costs by half a
//! millionth of a dollar for each. Where the price changes at a size that is no class's bound, the average
//! decides.
[[nodiscard]] std::optional<qint64> historyCost(
    const TokenUsage &sum, qint64 count, int sizeClass, const Price &price);

} // namespace nexus

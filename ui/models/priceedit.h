// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "configedit/configtext.h"
#include "ledger/prices/pricebook.h"
#include "ui/models/formmerge.h"

#include <optional>

namespace nexus {

//! \brief The price of one model as people write it, in US dollars per million tokens. An empty text leaves
//! the figure to the table of prices; one that is no price stays as it is.
struct PriceEntry {
    QString input;
    QString output;
    QString cacheRead;
    QString cacheWrite;

    bool operator==(const PriceEntry &) const = default;
};

//! \brief See FormBase. The conflicts by their place in PriceEntry.
[[nodiscard]] MergedForm<PriceEntry> mergeForms(
    const PriceEntry &base, const PriceEntry &theirs, const PriceEntry &mine);

//! \brief Whether \a text is a figure that the file takes: up to a million dollars, with a point and up to
//! six digits behind it.
[[nodiscard]] bool isPrice(const QString &text);

//! \brief \a typed without spaces around it and a dollar sign, and where it is a price as the file writes it:
//! `2.5` for `$2.50`.
[[nodiscard]] QString tidyPrice(const QString &typed);

//! \brief What \a text says that \a model of \a provider costs; empty where the table of prices holds.
[[nodiscard]] PriceEntry priceOf(const ConfigText &text, const QString &provider, const QString &model);

//! \brief \a text with \a now in place of priceOf(); figures that are the same stay untouched, and without
//! any figure the price is taken out. An error where the provider is not in \a text.
//! \param isListed the provider names \a model itself: then it needs no table that only the price was in
[[nodiscard]] Result<ConfigText> withPrice(const ConfigText &text, const QString &provider,
    const QString &model, const PriceEntry &now, bool isListed = true);

//! \brief What \a model, a public name, would cost now without a price in the configuration.
[[nodiscard]] std::optional<Price> tablePrice(
    const PriceBook &prices, const ProviderConfig &provider, const QString &model);

//! \brief \a rates as people write them.
[[nodiscard]] PriceEntry entryOf(const TokenRates &rates);

} // namespace nexus

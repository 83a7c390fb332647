// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "ledger/prices/pricebook.h"

#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief What the model \a publicName of \a provider costs at a time, the configuration first.
//!
//! A figure of `price` in the configuration takes the place of the table's, in every tier too; figures that
//! it does not name stay the table's. With a figure of its own a model has no batch price. Where the table
//! does not know the model, the configured figures are all there is. \return nothing when neither knows the
//! model.
[[nodiscard]] std::optional<Price> modelPrice(
    const PriceBook &book, const ProviderConfig &provider, QByteArrayView publicName, const QDateTime &when);

} // namespace nexus

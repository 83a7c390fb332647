// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/prices/pricetable.h"

#include <QByteArrayView>

namespace nexus {

//! \brief Reads the form of models.dev's `api.json`: providers with their models, dollars per million tokens.
//!
//! What cannot be read and what says nothing is treated as in readLiteLlmPrices().
//! \return the table without version and date, or InvalidRequest when this is no JSON object.
[[nodiscard]] Result<PriceTable> readModelsDevPrices(QByteArrayView json);

} // namespace nexus

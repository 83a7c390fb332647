// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/prices/pricetable.h"

#include <QByteArrayView>

namespace nexus {

//! \brief The table that comes with the program, `resources/prices.json`.
[[nodiscard]] Result<PriceTable> builtInPrices();

//! \brief Reads a table in the form of `resources/prices.json`, which `resources/makeprices.py` writes.
//! \return the table, or Internal with the vendor and the model where it goes wrong.
[[nodiscard]] Result<PriceTable> readBuiltInPrices(QByteArrayView json);

} // namespace nexus

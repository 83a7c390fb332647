// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "ledger/prices/pricetable.h"

#include <QByteArrayView>

namespace nexus {

//! \brief Reads the form of LiteLLM's `model_prices_and_context_window.json`: dollars per token.
//!
//! A row belongs to the vendor of its `litellm_provider`, under its name without that provider's prefix. A
//! row that cannot be read is left out and named among the problems; one without prices of tokens is left
//! out, and so is one where both are 0, which is how such files write "unknown". Rows of one region or of
//! reserved capacity have no name that a request would show, and Azure's are under OpenAI: both are left out.
//! \return the table without version and date, or InvalidRequest when this is no JSON object.
[[nodiscard]] Result<PriceTable> readLiteLlmPrices(QByteArrayView json);

} // namespace nexus

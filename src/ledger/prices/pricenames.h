// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/prices/pricetable.h"

#include <vector>

namespace nexus {

//! \brief The names under which a table may hold the model, from the name itself to the least specific.
//!
//! Case does not count. In this order:
//!  1. the name as it is
//!  2. without the way to it: `models/`, `publishers/NAME/models/` with whatever stands before, and for
//!  Bedrock
//!     the ARN of a foundation model or of an inference profile
//!  3. Bedrock: with `regional.` in place of `us.`, `us-gov.`, `eu.`, `apac.`, `jp.`, `au.`, `ca.` or `in.`,
//!  for
//!     what all regions charge; then, and for `global.` at once, without it
//!  4. OpenAI: `gpt-35-` is Azure's way to write `gpt-3.5-`, and of `ft:MODEL:…` only the first two parts
//!  count
//!
//! and each of these then without what only says which issue it is, from the end and piece by piece:
//!  - a date: `-2024-08-06`, `-20241022`, `@20240620`
//!  - `-latest`
//!  - Bedrock: `-v1`, `-v1:0`, `-v1:0:200k`
//!  - Google: `-001`, the date of `-preview-05-06` and `-preview-09-2025`, and `-preview`
//!
//! Nothing else is taken off: `gpt-5-turbo` is not `gpt-5`.
[[nodiscard]] std::vector<QByteArray> priceNames(const PriceKey &asked);

} // namespace nexus

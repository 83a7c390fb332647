// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/jsonmember.h"

#include <QByteArrayView>

#include <vector>

namespace nexus {

//! \brief Reads \a text as one JSON object and reports its outermost members in order, building no tree.
//!
//! The whole text is checked against RFC 8259 (nesting up to 512 levels, UTF-8 validity, surrogate escapes
//! paired or not both allowed). Duplicate keys are all reported. A byte order mark is refused.
//! \return the members, or InvalidRequest whose message says what is wrong at which byte offset.
[[nodiscard]] Result<std::vector<JsonMember>> scanObject(QByteArrayView text);

//! \brief Reads \a text as one JSON array and reports its elements in order, under the rules of scanObject().
[[nodiscard]] Result<std::vector<JsonSpan>> scanArray(QByteArrayView text);

} // namespace nexus

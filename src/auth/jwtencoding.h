// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace nexus {

//! \brief The bytes of \a text in base64url without padding (RFC 7515 section 2), or nothing.
//!
//! Strict: no padding, no white space, no other letters, and no bits left over, so that one value has one
//! spelling.
[[nodiscard]] std::optional<QByteArray> decodeBase64Url(QByteArrayView text);

//! \brief \a bytes in base64url without padding.
[[nodiscard]] QByteArray encodeBase64Url(const QByteArray &bytes);

//! \brief \a text as a JSON object none of whose own members stands twice, or nothing.
[[nodiscard]] std::optional<Json> parseUniqueObject(QByteArrayView text);

} // namespace nexus

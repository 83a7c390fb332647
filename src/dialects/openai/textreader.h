// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <QByteArrayView>

#include <optional>

namespace nexus::openai {

//! \brief A provider's \a text as a tree, or nothing when it is no JSON object, or a bottomless one.
[[nodiscard]] std::optional<Json> readObject(QByteArrayView text);

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/jsonaccess.h"

#include <QtGlobal>

#include <optional>

namespace nexus::openai {

//! \brief The whole number of the member \a key.
[[nodiscard]] std::optional<qint64> integerOf(Json &object, const char *key);

} // namespace nexus::openai

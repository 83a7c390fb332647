// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"

#include <optional>
#include <string>

namespace nexus::kit {

//! \brief The first member of a Converse body that has no place there or the wrong type, in words.
[[nodiscard]] std::optional<std::string> converseShapeRefusal(const Json &body);

//! \brief What Converse refuses in the messages of a body whose shape is right.
[[nodiscard]] std::optional<std::string> converseMessagesRefusal(const Json &body, const std::string &model);

//! \brief What Converse refuses in its settings and tools, Claude's own fields included.
[[nodiscard]] std::optional<std::string> converseSettingsRefusal(
    const Json &body, const std::string &model, bool isStream);

//! \brief Whether \a text has one character at least, and only those of names and of \a others.
[[nodiscard]] bool isNameOf(const std::string &text, const std::string &others, std::size_t longest);

} // namespace nexus::kit

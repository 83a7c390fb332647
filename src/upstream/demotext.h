// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nexus {

//! \brief \a text cut into what the demo counts as tokens: a word, a number, an ideograph or a punctuation
//! mark, each with the space in front of it. Space at the end goes with the last piece. \a text is valid
//! UTF-8.
[[nodiscard]] std::vector<std::string_view> demoTokens(std::string_view text);

} // namespace nexus

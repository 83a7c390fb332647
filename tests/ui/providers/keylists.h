// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace nexus {

//! \brief A provider with one key.
inline constexpr auto ONE = R"(# my file
[llm.providers.one]
type = "openai"
api_key = "{{ keychain.one }}" # team a
base_url = "@BASE@"
)";

//! \brief The same with three, as somebody has written them by hand.
inline constexpr auto THREE = R"(# my file
[llm.providers.one]
type = "openai"
api_keys = [
  "{{ keychain.one }}", # team a
  "{{ env.MY_KEY }}",
  '{{ keychain.one-2 }}', # team c
]
base_url = "@BASE@"
)";

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/json.h"

#include <optional>

namespace nexus::anthropic {

//! \brief What the schemas of one request cost the grammar that binds the model to them. The API counts over
//! all strict tools and the form of the answer
//! (platform.claude.com/docs/en/build-with-claude/structured-outputs).
struct GrammarLoad {
    int optionalMembers = 0; //!< 24 at most
    int unions = 0; //!< members with `anyOf` or a list of types, 16 at most

    [[nodiscard]] bool fits() const { return optionalMembers <= 24 && unions <= 16; }
};

//! \brief \a parameters as an `input_schema`: an object with a type, and without `anyOf`, `oneOf` and `allOf`
//! at the top, which the API refuses. Their members become members of the object itself. All else is
//! untouched.
[[nodiscard]] Json inputSchema(Json parameters);

//! \brief Whether the API takes \a schema for a strict tool as it is; adds to \a load.
[[nodiscard]] bool isNarrow(const Json &schema, GrammarLoad &load);

//! \brief \a schema in the form that `output_config.format` takes, adding to \a load: objects are closed,
//! `oneOf` is `anyOf`, and limits on numbers, lengths and counts stand in the description. Nothing when the
//! schema means what this form cannot say, such as an object with members of any name.
[[nodiscard]] std::optional<Json> narrowed(const Json &schema, GrammarLoad &load);

} // namespace nexus::anthropic

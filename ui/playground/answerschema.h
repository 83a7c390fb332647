// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <nlohmann/json_fwd.hpp>

namespace nexus {

//! \brief What is wrong with \a text as JSON in one sentence that names the line; empty for nothing.
[[nodiscard]] QString problemOfJson(const QString &text);

//! \brief What is wrong with \a schema, a JSON schema, in one sentence that names the place; empty for
//! nothing.
//!
//! Looked at are the words that models are given: types, properties, lists of them, references inside the
//! schema. A schema may stand in OpenAI's envelope: `{"name": …, "strict": …, "schema": {…}}`.
[[nodiscard]] QString problemOfSchema(const QString &schema);

//! \brief The `response_format` that asks for answers by \a schema, which has no problem.
[[nodiscard]] nlohmann::ordered_json schemaFormat(const QString &schema);

} // namespace nexus

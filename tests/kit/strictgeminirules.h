// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"

#include <optional>
#include <string>

namespace nexus::kit {

//! \brief Why the service refuses a body: its words, and the field that they speak of when it names one.
struct GeminiRefusal {
    std::string message;
    std::string field; //!< `contents[0].parts`; empty when the service gives no details
};

//! \brief The first thing in \a body that has no place in the request of \a shape (`Generate`, `Count`,
//! `Embed`).
[[nodiscard]] std::optional<GeminiRefusal> geminiShapeRefusal(const Json &body, const std::string &shape);

//! \brief What the service refuses in contents, calls and signatures; null members are gone from \a body.
[[nodiscard]] std::optional<GeminiRefusal> geminiContentsRefusal(const Json &body, const std::string &model);

//! \brief What the service refuses in tools and in the generation config.
[[nodiscard]] std::optional<GeminiRefusal> geminiConfigRefusal(const Json &body, const std::string &model);

//! \brief What the service refuses in one of its own schemas (`parameters`, `responseSchema`) at \a place.
[[nodiscard]] std::optional<GeminiRefusal> geminiSchemaRefusal(const Json &schema, const std::string &place);

//! \brief The signature of a part: of this very call, or of any part without one.
[[nodiscard]] std::string geminiSignature(const Json &part);

//! \brief Whether \a model is of the third generation or later, which insists on thought signatures.
[[nodiscard]] bool isGemini3(const std::string &model);

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace nexus::gemini {

//! \brief What the name of a model tells about what it takes. The API refuses what a model does not know.
struct ModelFamily {
    int generation = 0; //!< 10 times the version, 25 for Gemini 2.5; 0 for a model that is no Gemini
    bool isPro = false;
    bool isLite = false;
    bool thinks = false; //!< takes a thinkingConfig

    //! \brief Whether the model writes and takes `thoughtSignature`.
    [[nodiscard]] bool signsThoughts() const { return generation >= 25; }
    //! \brief Whether a function call without a signature is refused (Gemini 3 and later).
    [[nodiscard]] bool needsSignatures() const { return generation >= 30; }
    //! \brief Whether media may stand inside a functionResponse (Gemini 3 and later).
    [[nodiscard]] bool takesMediaInResults() const { return generation >= 30; }
};

//! \brief The family of \a model, with or without `models/` before its name. The names that end in `-latest`
//! stand for the third generation.
[[nodiscard]] ModelFamily familyOf(std::string_view model);

//! \brief \a model as the API's resource name, `models/…`.
[[nodiscard]] std::string resourceName(const std::string &model);

} // namespace nexus::gemini

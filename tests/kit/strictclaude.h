// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "modelanswers.h"

#include <optional>
#include <string>

namespace nexus::kit {

//! \brief What is known of a Claude model by its name, in any service's spelling.
struct ClaudeModel {
    std::string family; //!< `opus`, `sonnet`, `haiku`; empty for a name that is no Claude's
    int version = 405; //!< major times 100 plus minor

    [[nodiscard]] static ClaudeModel named(const std::string &name);

    [[nodiscard]] int maxOutputTokens() const;
    [[nodiscard]] bool hasThinking() const { return version >= 307; }
    [[nodiscard]] bool hasAdaptiveThinking() const { return version >= 406; }
    [[nodiscard]] bool hasThinkingBudget() const { return !isWithoutSampling(); }
    //! \brief Refuses `temperature`, `top_p` and `top_k`, as Opus 4.7 and later do.
    [[nodiscard]] bool isWithoutSampling() const { return version >= (family == "opus" ? 407 : 500); }
    //! \brief Refuses `temperature` beside `top_p`.
    [[nodiscard]] bool isSamplingExclusive() const { return version >= (family == "opus" ? 401 : 405); }
    [[nodiscard]] bool hasPrefill() const { return version < 406; }
    [[nodiscard]] bool hasEffort() const { return version >= (family == "opus" ? 405 : 406); }
    [[nodiscard]] bool hasOutputFormat() const { return isSamplingExclusive(); }
};

//! \brief The settings that Claude judges the same way in every service.
struct ClaudeSettings {
    std::string model;
    std::optional<std::int64_t> maxTokens;
    Json temperature;
    Json topP;
    Json topK;
    Json thinking;
    bool isToolForced = false;
    bool isInterleaved = false; //!< thinking between tool calls, where the budget may exceed `max_tokens`
};

//! \brief Claude's words about the first setting that it refuses.
[[nodiscard]] std::optional<std::string> claudeRefusal(const ClaudeSettings &settings);

//! \brief Whether \a thinking asks for thinking.
[[nodiscard]] bool asksForThinking(const Json &thinking);

//! \brief What a structured output (or a strict tool) cannot have in its schema, in words; nothing when fine.
[[nodiscard]] std::optional<std::string> claudeSchemaRefusal(const Json &schema);

} // namespace nexus::kit

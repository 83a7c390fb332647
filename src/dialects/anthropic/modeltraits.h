// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace nexus::anthropic {

//! \brief In which words a model is told to think.
enum class ThinkingForm {
    None, //!< it cannot
    Budget, //!< `enabled` with `budget_tokens`
    Either, //!< `adaptive`, and still `enabled`
    Adaptive, //!< `adaptive` only
};

//! \brief In which words a model is told not to think.
enum class ThinkingOff {
    Plain, //!< `disabled`; it does not think unless told to
    Disabled, //!< `disabled`, with an effort up to `high`; it thinks unless told not to
    BetweenTools, //!< `between_tools`
    Never, //!< it always thinks
};

//! \brief What a model accepts (platform.claude.com/docs/en/models and its migration guides). The API answers
//! 400 to what it does not.
struct ModelTraits {
    std::optional<qint64> maxOutput; //!< highest `max_tokens`; nothing for a model that is no Claude
    ThinkingForm thinking = ThinkingForm::Budget;
    ThinkingOff off = ThinkingOff::Plain;
    bool hasEffort = false; //!< takes `output_config.effort` of `low`, `medium`, `high`
    bool hasXhigh = false; //!< and `xhigh`
    bool hasMax = false; //!< and `max`
    bool showsThinkingOnDemand = false; //!< leaves its thoughts empty unless `thinking.display` asks for them
    bool hasSampling = true; //!< takes temperature, top_p and top_k
    bool hasOneSampler = false; //!< takes temperature or top_p, not both
    bool hasPrefill = true; //!< goes on with a last turn of the assistant
    bool canForceTools = true; //!< takes `tool_choice` of `any` and `tool`
    bool forcingForbidsThinking = true; //!< but not while it thinks
    bool hasJsonFormat = false; //!< takes `output_config.format` and strict tools
};

//! \brief What \a model accepts. A Claude without a version in its name counts as the newest; a model of
//! another maker behind the same API gets the common ground.
[[nodiscard]] ModelTraits traitsOf(std::string_view model);

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace nexus::bedrock {

//! \brief How far a model can be made to call tools (Converse `toolChoice`).
enum class ToolForcing {
    None, //!< it always decides by itself
    Any, //!< it can be made to call some tool
    Named, //!< it can be made to call one certain tool
};

//! \brief In which words a model is told how much to think; all but the last go to
//! `additionalModelRequestFields`.
enum class ThinkingForm {
    None, //!< it cannot be told
    ClaudeBudget, //!< `thinking` with `budget_tokens`
    ClaudeEither, //!< `thinking` with `budget_tokens`, or adaptive with an effort
    ClaudeAdaptive, //!< adaptive `thinking` with an effort only
    NovaConfig, //!< `reasoningConfig` with `maxReasoningEffort`
    GptOssEffort, //!< `reasoning_effort` of `low`, `medium`, `high`
    KimiEffort, //!< `reasoning_effort` of `low`, `high`, `max`
    OpenAiEffort, //!< `reasoning` with `effort`
};

//! \brief Where `top_k` goes.
enum class TopKForm { None, Claude, Nova };

//! \brief What a model's thoughts must have to go back to it.
enum class ReasoningReplay { None, Signed, Redacted };

//! \brief What a model accepts. Converse refuses fields that a model does not know, and so the writer asks
//! here.
struct ModelTraits {
    bool isClaude = false;
    ToolForcing forcing = ToolForcing::Named;
    bool forcingForbidsThinking = false; //!< a forced tool and thinking exclude each other
    bool hasJsonSchema = false; //!< takes `outputConfig.textFormat` and strict tools
    bool wantsClosedSchema = false; //!< and only schemas of the narrow kind, see schemafit.h
    ThinkingForm thinking = ThinkingForm::None;
    bool canDisableThinking = false; //!< thinks unless `thinking.type` is `disabled`
    bool showsThinkingOnDemand = false; //!< leaves its thoughts out unless `thinking.display` asks for them
    bool hasHighestEfforts = false; //!< knows `xhigh`
    ReasoningReplay replay = ReasoningReplay::None;
    bool hasSampling = true; //!< takes temperature, top_p and top_k
    bool hasOneSampler = false; //!< takes temperature or top_p, not both
    TopKForm topK = TopKForm::None;
    bool hasPromptCache = false; //!< takes `cachePoint` in system and messages
    bool hasToolCache = false; //!< and among the tools
    bool hasHourCache = false; //!< with `ttl`
    bool hasResultStatus = false; //!< takes `toolResult.status`
};

//! \brief \a model without the path of an ARN, in lower case: `us.anthropic.claude-sonnet-4-6`.
[[nodiscard]] std::string plainModel(std::string_view model);

//! \brief What \a model accepts, a model id, an inference profile or an ARN. Of a name that says nothing, as
//! that of an application inference profile, the common ground of all models.
[[nodiscard]] ModelTraits traitsOf(std::string_view model);

} // namespace nexus::bedrock

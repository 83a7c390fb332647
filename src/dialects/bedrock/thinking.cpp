// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/thinking.h"

#include "dialects/bedrock/blocks.h"

#include <algorithm>
#include <string_view>

namespace nexus::bedrock {

namespace {

constexpr qint64 smallestBudget = 1024;

bool isLow(std::string_view effort)
{
    return effort == "minimal" || effort == "low";
}

bool isHighest(std::string_view effort)
{
    return effort == "xhigh" || effort == "max";
}

bool isOff(const ReasoningOptions &wish)
{
    return wish.mode == ReasoningOptions::Mode::Disabled
        || (wish.mode == ReasoningOptions::Mode::Unset && wish.effort == "none");
}

// What the client called it.
std::string nameOf(const ReasoningOptions &wish)
{
    return wish.mode == ReasoningOptions::Mode::Unset ? "reasoning_effort" : "thinking";
}

Thinking lost(const ReasoningOptions &wish)
{
    Thinking thinking;
    thinking.dropped.push_back(nameOf(wish));
    return thinking;
}

qint64 budgetOf(std::string_view effort)
{
    if (isLow(effort)) {
        return 2048;
    }
    if (effort == "medium") {
        return 8192;
    }
    return isHighest(effort) ? 24576 : 16384;
}

bool hasBudget(const Thinking &thinking)
{
    const auto field = thinking.fields.find("thinking");
    return field != thinking.fields.end() && field->contains("budget_tokens");
}

Thinking withBudget(const ChatRequest &request)
{
    // The oldest model with a budget writes 32,000 tokens at most, so budget and answer stay below that.
    constexpr qint64 answerTokens = 4096;
    const ReasoningOptions &wish = request.reasoning;
    qint64 budget = std::max(wish.budget.value_or(budgetOf(wish.effort)), smallestBudget);
    Thinking thinking;
    if (request.maxTokens) {
        if (*request.maxTokens <= smallestBudget) {
            return lost(wish);
        }
        const qint64 room = wish.budget ? *request.maxTokens - 1 : *request.maxTokens / 2;
        budget = std::clamp(room, smallestBudget, budget);
    } else {
        thinking.maxTokens = budget + answerTokens;
    }
    Json field = single("type", "enabled");
    field["budget_tokens"] = budget;
    thinking.fields["thinking"] = std::move(field);
    thinking.isOn = true;
    thinking.forbidsSampling = true;
    return thinking;
}

Thinking adaptive(const ReasoningOptions &wish, const ModelTraits &traits)
{
    Thinking thinking;
    Json field = single("type", "adaptive");
    if (traits.showsThinkingOnDemand) {
        field["display"] = "summarized";
    }
    thinking.fields["thinking"] = std::move(field);
    thinking.effort = isLow(wish.effort) ? "low" : wish.effort;
    if (wish.effort == "xhigh" && !traits.hasHighestEfforts) {
        thinking.effort = "high";
    }
    thinking.isOn = true;
    thinking.forbidsSampling = true;
    if (wish.budget) {
        thinking.dropped.emplace_back("thinking.budget_tokens");
    }
    return thinking;
}

Thinking switchedOff(const ReasoningOptions &wish, const ModelTraits &traits)
{
    Thinking thinking;
    switch (traits.thinking) {
    case ThinkingForm::OpenAiEffort:
        thinking.fields["reasoning"] = single("effort", "none");
        return thinking;
    case ThinkingForm::ClaudeAdaptive:
        if (traits.canDisableThinking) {
            thinking.fields["thinking"] = single("type", "disabled");
        }
        return thinking;
    case ThinkingForm::GptOssEffort:
    case ThinkingForm::KimiEffort:
        thinking.fields["reasoning_effort"] = "low";
        return thinking;
    case ThinkingForm::None:
    case ThinkingForm::ClaudeBudget:
    case ThinkingForm::ClaudeEither:
    case ThinkingForm::NovaConfig:
        return thinking; // silent unless asked to think
    }
    return lost(wish);
}

// Efforts of three steps; no effort at all is the middle one.
std::string_view ofThree(std::string_view effort, std::string_view middle)
{
    if (isLow(effort)) {
        return "low";
    }
    return effort.empty() || effort == "medium" ? middle : std::string_view("high");
}

Thinking novaConfig(const ReasoningOptions &wish)
{
    Thinking thinking;
    const std::string effort(ofThree(wish.effort, "medium"));
    Json field = single("type", "enabled");
    field["maxReasoningEffort"] = effort;
    thinking.fields["reasoningConfig"] = std::move(field);
    thinking.isOn = true;
    thinking.forbidsSampling = true;
    thinking.forbidsMaxTokens = effort == "high";
    return thinking;
}

Thinking effortField(const ReasoningOptions &wish, ThinkingForm form)
{
    Thinking thinking;
    std::string effort(ofThree(wish.effort, form == ThinkingForm::KimiEffort ? "high" : "medium"));
    if (form == ThinkingForm::KimiEffort && isHighest(wish.effort)) {
        effort = "max";
    }
    thinking.fields["reasoning_effort"] = std::move(effort);
    thinking.isOn = true;
    return thinking;
}

Thinking switchedOn(const ChatRequest &request, const ModelTraits &traits)
{
    const ReasoningOptions &wish = request.reasoning;
    switch (traits.thinking) {
    case ThinkingForm::None:
        return lost(wish);
    case ThinkingForm::ClaudeBudget:
        return withBudget(request);
    case ThinkingForm::ClaudeEither:
        return wish.budget ? withBudget(request) : adaptive(wish, traits);
    case ThinkingForm::ClaudeAdaptive:
        return adaptive(wish, traits);
    case ThinkingForm::NovaConfig:
        return novaConfig(wish);
    case ThinkingForm::GptOssEffort:
    case ThinkingForm::KimiEffort:
        return effortField(wish, traits.thinking);
    case ThinkingForm::OpenAiEffort: {
        Thinking thinking;
        const std::string effort = wish.effort.empty() ? "medium" : wish.effort;
        thinking.fields["reasoning"] = single("effort", isLow(effort) ? "low" : effort);
        thinking.isOn = true;
        return thinking;
    }
    }
    return lost(wish);
}

} // namespace

Thinking planThinking(
    const ChatRequest &request, const ModelTraits &traits, const ThinkingObstacles &obstacles)
{
    const ReasoningOptions &wish = request.reasoning;
    if (wish.mode == ReasoningOptions::Mode::Unset && wish.effort.empty() && !wish.budget) {
        return {};
    }
    if (isOff(wish)) {
        return switchedOff(wish, traits);
    }
    if (obstacles.hasForcedTool && traits.forcingForbidsThinking) {
        return lost(wish);
    }
    Thinking thinking = switchedOn(request, traits);
    // With a budget, a turn that called tools must begin with its thoughts, and a client may not have kept
    // them.
    return hasBudget(thinking) && obstacles.hasThoughtlessCall ? lost(wish) : thinking;
}

} // namespace nexus::bedrock

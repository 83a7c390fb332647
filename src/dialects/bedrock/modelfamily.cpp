// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/modelfamily.h"

#include "wire/claudeversion.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

namespace nexus::bedrock {

namespace {

bool contains(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::any_of(
        words, [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

int versionOf(std::string_view id)
{
    constexpr int newest = 500;
    return contains(id, {"claude-v2", "claude-instant"}) ? 200 : claudeVersion(id).value_or(newest);
}

ThinkingForm claudeThinking(int version)
{
    if (version < 307) {
        return ThinkingForm::None;
    }
    if (version < 406) {
        return ThinkingForm::ClaudeBudget;
    }
    return version == 406 ? ThinkingForm::ClaudeEither : ThinkingForm::ClaudeAdaptive;
}

ModelTraits claudeTraits(std::string_view id)
{
    const int version = versionOf(id);
    const bool alwaysThinks = contains(id, {"-fable-", "-mythos-"});
    const bool refusesForcing = contains(
        id, {"-fable-5-1", "-mythos-5-1", "-mythos-preview", "claude-opus-5-5", "claude-sonnet-5-5"});
    const bool isHaiku35 = version == 305 && contains(id, {"haiku"});
    ModelTraits traits;
    traits.isClaude = true;
    traits.forcing = version < 300 || refusesForcing ? ToolForcing::None : ToolForcing::Named;
    traits.forcingForbidsThinking = version < 408;
    traits.hasJsonSchema = version >= 405;
    traits.wantsClosedSchema = true;
    traits.thinking = claudeThinking(version);
    traits.canDisableThinking = version >= 500 && !alwaysThinks;
    traits.showsThinkingOnDemand = version >= 407;
    traits.hasHighestEfforts = version >= 407;
    traits.replay = version >= 307 ? ReasoningReplay::Signed : ReasoningReplay::None;
    traits.hasSampling = version < 407;
    traits.hasOneSampler = version >= 401;
    traits.topK = TopKForm::Claude;
    traits.hasPromptCache = version >= 307 || isHaiku35;
    traits.hasToolCache = traits.hasPromptCache;
    traits.hasHourCache = version >= 405;
    traits.hasResultStatus = version >= 300;
    return traits;
}

ModelTraits novaTraits(std::string_view id)
{
    ModelTraits traits;
    traits.thinking = contains(id, {"nova-2"}) ? ThinkingForm::NovaConfig : ThinkingForm::None;
    traits.topK = TopKForm::Nova;
    traits.hasPromptCache = true;
    traits.hasResultStatus = true;
    return traits;
}

ModelTraits openAiTraits(std::string_view id)
{
    const bool isOss = contains(id, {"gpt-oss"});
    ModelTraits traits;
    traits.forcing = isOss ? ToolForcing::None : ToolForcing::Named;
    traits.hasJsonSchema = true;
    traits.thinking = isOss ? ThinkingForm::GptOssEffort : ThinkingForm::OpenAiEffort;
    traits.hasHighestEfforts = !isOss;
    traits.replay = isOss ? ReasoningReplay::None : ReasoningReplay::Redacted;
    traits.hasSampling = isOss || contains(id, {"gpt-5.4"});
    return traits;
}

// The families with nothing of their own but how they are forced and bound to a schema.
ModelTraits openWeightTraits(std::string_view id)
{
    const bool isOldMistral
        = contains(id, {"mistral-large-24", "mistral-small-24", "pixtral", "mixtral", "mistral-7b"});
    const bool isDeepSeek3 = contains(id, {"deepseek.v3"});
    ModelTraits traits;
    if (contains(id, {"meta.", "cohere.", "ai21.", "mistral-small-24", "pixtral", "deepseek.r1"})) {
        traits.forcing = ToolForcing::None;
    } else if (isDeepSeek3 || contains(id, {"mistral-large", "zai.glm"})) {
        traits.forcing = ToolForcing::Any;
    }
    traits.hasJsonSchema = isDeepSeek3 || (contains(id, {"mistral."}) && !isOldMistral)
        || contains(id,
            {"qwen.", "gemma-3-12b", "gemma-3-27b", "gemma-4", "minimax.", "moonshot", "nvidia.", "xai.",
                "zai."});
    traits.thinking = contains(id, {"moonshot"}) ? ThinkingForm::KimiEffort : ThinkingForm::None;
    return traits;
}

} // namespace

std::string plainModel(std::string_view model)
{
    const std::size_t slash = model.rfind('/');
    std::string id(slash == std::string_view::npos ? model : model.substr(slash + 1));
    std::ranges::transform(
        id, id.begin(), [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return id;
}

ModelTraits traitsOf(std::string_view model)
{
    const std::string id = plainModel(model);
    if (contains(id, {"claude"})) {
        return claudeTraits(id);
    }
    if (contains(id, {"amazon.nova"})) {
        return novaTraits(id);
    }
    return contains(id, {"openai."}) ? openAiTraits(id) : openWeightTraits(id);
}

} // namespace nexus::bedrock

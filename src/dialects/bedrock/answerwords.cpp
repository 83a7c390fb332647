// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/answerwords.h"

#include <algorithm>
#include <limits>

namespace nexus::bedrock {

const Json *memberOf(const Json *object, std::string_view key)
{
    if (object == nullptr || !object->is_object()) {
        return nullptr;
    }
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &*found;
}

std::string textOf(const Json *object, std::string_view key)
{
    const Json *text = memberOf(object, key);
    return text != nullptr && text->is_string() ? text->get_ref<const std::string &>() : std::string();
}

qint64 countOf(const Json *object, std::string_view key)
{
    // Far from overflow, also when several are added.
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 8;
    const Json *count = memberOf(object, key);
    if (count == nullptr || !count->is_number_integer()) {
        return 0;
    }
    if (count->is_number_unsigned()) {
        return qint64(std::min<quint64>(count->get<quint64>(), quint64(most)));
    }
    return std::clamp<qint64>(count->get<qint64>(), 0, most);
}

FinishReason finishReason(std::string_view stopReason, bool hasCalls)
{
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded") {
        return FinishReason::Length;
    }
    if (stopReason == "stop_sequence") {
        return FinishReason::StopSequence;
    }
    if (stopReason == "guardrail_intervened" || stopReason == "content_filtered") {
        return FinishReason::ContentFilter;
    }
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

std::optional<TokenUsage> tokenUsage(const Json *usage)
{
    if (usage == nullptr || !usage->is_object()) {
        return std::nullopt;
    }
    TokenUsage tokens;
    tokens.cacheRead = countOf(usage, "cacheReadInputTokens");
    tokens.cacheWrite = countOf(usage, "cacheWriteInputTokens");
    tokens.input = countOf(usage, "inputTokens") + tokens.cacheRead + tokens.cacheWrite;
    tokens.output = countOf(usage, "outputTokens");
    return tokens;
}

std::string stopSequence(const Json *holder)
{
    return textOf(memberOf(holder, "additionalModelResponseFields"), "stop_sequence");
}

} // namespace nexus::bedrock

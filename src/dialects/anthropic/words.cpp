// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/words.h"

#include "dialects/anthropic/access.h"

#include <algorithm>

namespace nexus::anthropic {

FinishReason finishOf(std::string_view stopReason, bool hasCalls)
{
    if (stopReason == "max_tokens" || stopReason == "model_context_window_exceeded") {
        return FinishReason::Length;
    }
    if (stopReason == "stop_sequence") {
        return FinishReason::StopSequence;
    }
    if (stopReason == "refusal") {
        return FinishReason::ContentFilter;
    }
    if (stopReason == "pause_turn") {
        return FinishReason::Pause;
    }
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

std::string_view stopReasonOf(FinishReason finish, bool hasCalls, bool hasRefusal)
{
    switch (finish) {
    case FinishReason::Stop:
        if (hasCalls) {
            return "tool_use";
        }
        return hasRefusal ? "refusal" : "end_turn";
    case FinishReason::StopSequence:
        return "stop_sequence";
    case FinishReason::Length:
        return "max_tokens";
    case FinishReason::ToolCalls:
        return "tool_use";
    case FinishReason::ContentFilter:
        return "refusal";
    case FinishReason::Pause:
        return "pause_turn";
    }
    return "end_turn";
}

void UsageCounts::merge(Json &usage)
{
    m_input = countOf(usage, "input_tokens").value_or(m_input);
    m_cacheRead = countOf(usage, "cache_read_input_tokens").value_or(m_cacheRead);
    m_cacheWrite = countOf(usage, "cache_creation_input_tokens").value_or(m_cacheWrite);
    m_output = countOf(usage, "output_tokens").value_or(m_output);
    if (Json *const details = memberOf(usage, "output_tokens_details")) {
        m_reasoning = countOf(*details, "thinking_tokens").value_or(m_reasoning);
    }
}

TokenUsage UsageCounts::total() const
{
    return {.input = m_input + m_cacheRead + m_cacheWrite,
        .cacheRead = m_cacheRead,
        .cacheWrite = m_cacheWrite,
        .output = m_output,
        .reasoning = std::min(m_reasoning, m_output)};
}

Json usageObject(const TokenUsage &usage)
{
    Json object {{"input_tokens", std::max<qint64>(usage.input - usage.cacheRead - usage.cacheWrite, 0)},
        {"cache_creation_input_tokens", usage.cacheWrite}, {"cache_read_input_tokens", usage.cacheRead},
        {"output_tokens", usage.output}};
    if (usage.reasoning > 0) {
        object["output_tokens_details"] = Json {{"thinking_tokens", usage.reasoning}};
    }
    return object;
}

Json inputOf(std::string arguments)
{
    if (isBlank(arguments)) {
        return Json::object();
    }
    auto input = parseJson(QByteArrayView(arguments.data(), qsizetype(arguments.size())));
    if (input && input->is_object()) {
        return std::move(*input);
    }
    Json wrapped = Json::object();
    wrapped["arguments"] = std::move(arguments);
    return wrapped;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

} // namespace nexus::anthropic

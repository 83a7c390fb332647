// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/fieldlist.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus::openai {

namespace {

using namespace std::string_view_literals;

// What the readers of this folder read.
constexpr std::array read {"model"sv, "messages"sv, "tools"sv, "tool_choice"sv, "parallel_tool_calls"sv,
    "max_tokens"sv, "max_completion_tokens"sv, "temperature"sv, "top_p"sv, "top_k"sv, "presence_penalty"sv,
    "frequency_penalty"sv, "stop"sv, "seed"sv, "n"sv, "user"sv, "response_format"sv, "reasoning_effort"sv,
    "reasoning"sv, "thinking"sv, "stream"sv, "stream_options"sv, "functions"sv, "function_call"sv,
    "modalities"sv};

void refuseWhatChangesTheAnswer(const Field &body)
{
    const Field logprobs = body.member("logprobs");
    if (logprobs.boolean().value_or(false)) {
        logprobs.refuseUntranslatable(QStringLiteral("it gives no log probabilities. Leave `logprobs` out"));
    }
    const Field topLogprobs = body.member("top_logprobs");
    if (topLogprobs.integer().value_or(0) != 0) {
        topLogprobs.refuseUntranslatable(
            QStringLiteral("it gives no log probabilities. Leave `top_logprobs` out"));
    }
    body.member("modalities").forEach([](const Field &modality) {
        if (modality.takeString() != "text") {
            modality.refuseUntranslatable(QStringLiteral("it answers with text only"));
        }
    });
    if (const Field audio = body.member("audio"); audio.isPresent()) {
        audio.refuseUntranslatable(QStringLiteral("it answers with text only"));
    }
    if (const Field search = body.member("web_search_options"); search.isPresent()) {
        search.refuseUntranslatable(QStringLiteral("it does not search the web in this way"));
    }
}

} // namespace

std::vector<std::string> droppedFields(const Field &body)
{
    refuseWhatChangesTheAnswer(body);
    std::vector<std::string> dropped;
    body.forEachName([&dropped](const std::string &name) {
        if (std::ranges::find(read, name) == read.end()) {
            dropped.push_back(name);
        }
    });
    return dropped;
}

} // namespace nexus::openai

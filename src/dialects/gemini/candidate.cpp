// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/candidate.h"

#include "dialects/gemini/jsontext.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace nexus::gemini {

FinishReason finishReasonOf(std::string_view word, bool hasCalls)
{
    constexpr std::array<std::string_view, 14> filtered {"SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST",
        "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR", "ESCALATION", "PUP_LIMITED_DISABLED", "JAILBREAK",
        "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "IMAGE_OTHER"};
    if (std::ranges::find(filtered, word) != filtered.end()) {
        return FinishReason::ContentFilter;
    }
    if (word == "MAX_TOKENS" || word == "CONTINUATION") {
        return FinishReason::Length;
    }
    return hasCalls ? FinishReason::ToolCalls : FinishReason::Stop;
}

std::optional<TokenUsage> usageOf(const Json &answer)
{
    const Json *counts = objectOf(answer, "usageMetadata");
    if (counts == nullptr) {
        return std::nullopt;
    }
    const auto count
        = [counts](std::string_view key) { return std::max<qint64>(integerOf(*counts, key), 0); };
    const qint64 thoughts = count("thoughtsTokenCount");
    return TokenUsage {.input = count("promptTokenCount") + count("toolUsePromptTokenCount"),
        .cacheRead = count("cachedContentTokenCount"),
        .output = count("candidatesTokenCount") + thoughts,
        .reasoning = thoughts};
}

std::string blockReasonOf(const Json &answer)
{
    const Json *feedback = objectOf(answer, "promptFeedback");
    return feedback == nullptr ? std::string() : textOf(*feedback, "blockReason");
}

std::string CallIds::take(std::string given)
{
    while (given.empty() || !m_taken.insert(given).second) {
        auto *random = QRandomGenerator::global();
        given = "call_"
            + (QByteArray::number(random->generate64(), 16).rightJustified(16, '0')
                + QByteArray::number(random->generate(), 16).rightJustified(8, '0'))
                  .toStdString();
    }
    return given;
}

std::string argumentsOf(const Json &call)
{
    const Json *arguments = objectOf(call, "args");
    return arguments == nullptr ? "{}" : arguments->dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/usage.h"

#include "dialects/openai/jsonaccess.h"

namespace nexus::openai {

namespace {

// Counts below zero count nothing.
qint64 countOf(Json *object, const char *key)
{
    return object ? qMax<qint64>(0, integerOf(*object, key).value_or(0)) : 0;
}

} // namespace

std::optional<TokenUsage> readUsage(Json &usage)
{
    if (!integerOf(usage, "prompt_tokens") && !integerOf(usage, "completion_tokens")) {
        return std::nullopt;
    }
    Json *const prompt = memberOf(usage, "prompt_tokens_details");
    Json *const completion = memberOf(usage, "completion_tokens_details");
    TokenUsage counts {.input = countOf(&usage, "prompt_tokens"),
        .cacheRead = countOf(prompt, "cached_tokens"),
        .cacheWrite = countOf(prompt, "cache_write_tokens"),
        .output = countOf(&usage, "completion_tokens"),
        .reasoning = countOf(completion, "reasoning_tokens")};
    if (counts.cacheRead == 0) {
        counts.cacheRead = qMax(countOf(&usage, "prompt_cache_hit_tokens"), countOf(&usage, "cached_tokens"));
    }
    const qint64 uncounted = countOf(&usage, "total_tokens") - counts.input - counts.output;
    if (counts.reasoning > 0 && uncounted == counts.reasoning) {
        counts.output += counts.reasoning;
    }
    return counts;
}

QByteArray writeUsage(const TokenUsage &usage)
{
    return "{\"prompt_tokens\":" + QByteArray::number(usage.input)
        + ",\"completion_tokens\":" + QByteArray::number(usage.output)
        + ",\"total_tokens\":" + QByteArray::number(usage.input + usage.output)
        + ",\"prompt_tokens_details\":{\"cached_tokens\":" + QByteArray::number(usage.cacheRead)
        + "},\"completion_tokens_details\":{\"reasoning_tokens\":" + QByteArray::number(usage.reasoning)
        + "}}";
}

} // namespace nexus::openai

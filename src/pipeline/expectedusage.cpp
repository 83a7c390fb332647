// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/expectedusage.h"

#include "translate/inputestimate.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 usualAnswer = 1'000;

// The tokens that the client allows for an answer, nothing where it names none.
std::optional<qint64> allowedOutput(const ClientRequest &request)
{
    for (const QByteArrayView key : {QByteArrayView("max_completion_tokens"), QByteArrayView("max_tokens")}) {
        const JsonMember *const member = findMember(request.members, key);
        bool isNumber = false;
        const qint64 tokens = member != nullptr ? member->in(request.body).toLongLong(&isNumber) : 0;
        if (isNumber && tokens >= 0) {
            return tokens;
        }
    }
    return std::nullopt;
}

} // namespace

TokenUsage expectedUsage(const ModelAsk &ask)
{
    TokenUsage usage {.input = estimatedInput(ask.client, ask.dialect)};
    if (ask.client.operation == Operation::Chat || ask.client.operation == Operation::Completions) {
        const qint64 byAlias = ask.plan.defaults.maxTokens.value_or(usualAnswer);
        usage.output = std::min(allowedOutput(ask.client).value_or(byAlias), usualAnswer);
    }
    return usage;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/recordcompletion.h"

#include "pipeline/tapsink.h"
#include "translate/inputestimate.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr int firstErrorStatus = 400;

bool hasAnswer(const RequestRecord &record, const TapSink *tap)
{
    return tap != nullptr ? tap->hasAnswer()
                          : record.outcome == Outcome::Answered && record.status < firstErrorStatus;
}

AnswerEstimate answerEstimate(const ModelAsk &ask, const TapSink *tap)
{
    if (tap == nullptr) {
        return {};
    }
    return tap->wholeAnswer().isEmpty()
        ? tap->streamEstimate()
        : estimatedAnswer(tap->wholeAnswer(), ask.client.operation, ask.dialect);
}

} // namespace

void estimateUsage(RequestRecord &record, const ModelAsk &ask, const TapSink *tap, bool isWhole)
{
    const bool isFromMemory = record.cache == CacheUse::Hit || record.cache == CacheUse::Shared;
    if (record.attempts.empty() || isFromMemory || ask.client.operation == Operation::CountTokens
        || (record.usage && isWhole) || !hasAnswer(record, tap)) {
        return;
    }
    const AnswerEstimate answer = answerEstimate(ask, tap);
    if (!record.usage) {
        record.usage = TokenUsage {.input = estimatedInput(ask.client, ask.dialect),
            .output = answer.output,
            .reasoning = answer.reasoning};
        record.isUsageEstimated = true;
    } else if (answer.output > record.usage->output) {
        record.usage->output = answer.output;
        record.usage->reasoning = std::max(record.usage->reasoning, answer.reasoning);
        record.isUsageEstimated = true;
    }
}

void keepBodies(
    RequestRecord &record, const QByteArray &prompt, const LedgerConfig &config, const TapSink *tap)
{
    if (!config.isEnabled) {
        return;
    }
    switch (config.bodies) {
    case LedgerConfig::Bodies::Off:
        return;
    case LedgerConfig::Bodies::Errors:
        if (!record.error && record.status < firstErrorStatus) {
            return;
        }
        break;
    case LedgerConfig::Bodies::All:
        break;
    }
    if (tap != nullptr) {
        record.bodies = {.prompt = prompt, .answer = tap->keptAnswer(), .isAnswerCut = tap->isKeptCut()};
    }
}

qint64 keptBytes(const LedgerConfig &config)
{
    return config.isEnabled && config.bodies != LedgerConfig::Bodies::Off ? config.maxBody : 0;
}

} // namespace nexus

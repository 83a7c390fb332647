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

bool isKept(const RequestRecord &record, const LedgerConfig &config)
{
    if (!config.isEnabled) {
        return false;
    }
    switch (config.bodies) {
    case LedgerConfig::Bodies::Off:
        return false;
    case LedgerConfig::Bodies::Errors:
        return record.error || record.status >= firstErrorStatus;
    case LedgerConfig::Bodies::All:
        return true;
    }
    return false;
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
    RequestRecord &record, const RequestSnapshot &request, const LedgerConfig &config, const TapSink *tap)
{
    if (tap == nullptr || !isKept(record, config)) {
        record.bodies = {};
        return;
    }
    RecordedBodies &bodies = record.bodies;
    bodies.prompt = request.body;
    bodies.answer = tap->keptAnswer();
    bodies.isAnswerCut = tap->isKeptCut();
    bodies.requestHeaders = request.headers;
    bodies.answerHeaders = tap->keptHeaders();
    bodies.events = tap->keptEvents();
    if (bodies.sent == bodies.prompt) {
        bodies.sent.clear();
    }
}

QByteArray sentBody(const std::vector<QByteArray> &bodies, const LedgerConfig &config)
{
    if (keptBytes(config) == 0 || bodies.empty()) {
        return {};
    }
    if (bodies.size() == 1) {
        return bodies.front();
    }
    return '[' + QByteArrayList(bodies.begin(), bodies.end()).join(',') + ']';
}

qint64 keptBytes(const LedgerConfig &config)
{
    return config.isEnabled && config.bodies != LedgerConfig::Bodies::Off ? config.maxBody : 0;
}

} // namespace nexus

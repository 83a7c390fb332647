// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/spanwriter.h"

#include "ledger/telemetry/otlpjson.h"

namespace nexus {

namespace {

constexpr int kindServer = 2;
constexpr int kindClient = 3;
constexpr int statusError = 2;
// Of the field flags: sampled; it is known whether the parent is elsewhere; it is.
constexpr int flagSampled = 0x001;
constexpr int flagHasRemote = 0x100;
constexpr int flagRemote = 0x200;

struct SpanHead {
    QByteArray spanId;
    QByteArray parentId;
    QByteArray name;
    int kind = kindServer;
    std::chrono::microseconds begin {0}; // since the request came
    std::chrono::microseconds duration {0};
    bool isRemoteParent = false;
    bool isError = false;
};

Json spanOf(const RequestRecord &record, const SpanHead &head, const OtlpAttributes &attributes)
{
    Json span = {{"traceId", otlpText(record.trace->traceId)}, {"spanId", otlpText(head.spanId)}};
    if (!record.trace->state.isEmpty()) {
        span["traceState"] = otlpText(record.trace->state);
    }
    if (!head.parentId.isEmpty()) {
        span["parentSpanId"] = otlpText(head.parentId);
    }
    span["flags"] = flagSampled | flagHasRemote | (head.isRemoteParent ? flagRemote : 0);
    span["name"] = otlpText(head.name);
    span["kind"] = head.kind;
    span["startTimeUnixNano"] = otlpTime(record.time + head.begin);
    span["endTimeUnixNano"] = otlpTime(record.time + head.begin + head.duration);
    span["attributes"] = attributes.list();
    if (attributes.dropped() > 0) {
        span["droppedAttributesCount"] = attributes.dropped();
    }
    span["status"] = head.isError ? Json {{"code", statusError}} : Json::object();
    return span;
}

void addCost(OtlpAttributes &attributes, const RequestRecord &record)
{
    if (record.microDollars) {
        attributes.addDecimal("nexus.cost_usd", static_cast<double>(*record.microDollars) / 1e6);
    }
}

void addNexus(OtlpAttributes &attributes, const RequestRecord &record)
{
    attributes.add("nexus.request_id", record.requestId);
    attributes.add("nexus.outcome", QByteArray(outcomeWord(record.outcome)));
    attributes.add("nexus.client.label", record.who.label);
    if (!record.operation) {
        return;
    }
    attributes.add("nexus.alias", record.alias);
    attributes.add("nexus.asked_model", record.askedModel);
    attributes.add("nexus.cache", QByteArray(cacheWord(record.cache)));
    attributes.addFlag("nexus.stream", record.isStream);
    attributes.addNumber("nexus.attempts", static_cast<qint64>(record.attempts.size()));
    addCost(attributes, record);
}

Json serverSpan(const RequestRecord &record, const TelemetryFacts &facts, const SpanLimits &limits)
{
    const QByteArray method = methodName(record.method);
    const QByteArray route = facts.route(record);
    const QByteArray error = requestErrorName(record);
    OtlpAttributes attributes(limits.maxAttributesPerSpan);
    attributes.add("http.request.method", method);
    attributes.add("http.route", route);
    attributes.add("url.path", record.path);
    attributes.add("url.scheme", facts.scheme());
    if (record.status > 0) {
        attributes.addNumber("http.response.status_code", record.status);
    }
    attributes.add("user_agent.original", record.userAgent);
    attributes.add("client.address", record.who.address.toString());
    attributes.add("client.id", record.who.clientId);
    attributes.add("client.group", record.who.group);
    attributes.add("error.type", error);
    addNexus(attributes, record);
    const QByteArray name = method == "_OTHER" ? "HTTP" : method;
    return spanOf(record,
        {.spanId = record.trace->spanId,
            .parentId = record.trace->parentId,
            .name = route.isEmpty() ? name : name + ' ' + route,
            .duration = record.duration,
            .isRemoteParent = !record.trace->parentId.isEmpty(),
            .isError = !error.isEmpty()},
        attributes);
}

void addUsage(OtlpAttributes &attributes, const RequestRecord &record)
{
    if (!record.usage) {
        return;
    }
    attributes.addNumber("gen_ai.usage.input_tokens", record.usage->input);
    attributes.addNumber("gen_ai.usage.output_tokens", record.usage->output);
    if (record.usage->cacheRead > 0) {
        attributes.addNumber("gen_ai.usage.cache_read.input_tokens", record.usage->cacheRead);
    }
    if (record.usage->cacheWrite > 0) {
        attributes.addNumber("gen_ai.usage.cache_creation.input_tokens", record.usage->cacheWrite);
    }
    if (record.isUsageEstimated) {
        attributes.addFlag("nexus.usage_estimated", true);
    }
    addCost(attributes, record);
}

Json attemptSpan(
    const RequestRecord &record, std::size_t index, const TelemetryFacts &facts, const SpanLimits &limits)
{
    const AttemptRecord &attempt = record.attempts[index];
    const ProviderFacts &provider = facts.provider(attempt.provider);
    const QByteArray operation = operationName(record);
    const QByteArray error = attemptErrorName(attempt);
    OtlpAttributes attributes(limits.maxAttributesPerSpan);
    attributes.add("gen_ai.operation.name", operation);
    attributes.add("gen_ai.provider.name", provider.vendor);
    attributes.add("gen_ai.request.model", attempt.model);
    attributes.add("gen_ai.response.model", attempt.answeredModel);
    attributes.add("server.address", provider.host);
    if (provider.port > 0) {
        attributes.addNumber("server.port", provider.port);
    }
    if (attempt.status > 0) {
        attributes.addNumber("http.response.status_code", attempt.status);
    }
    attributes.add("error.type", error);
    attributes.add("client.id", record.who.clientId);
    attributes.add("client.group", record.who.group);
    attributes.add("nexus.provider", attempt.provider);
    attributes.addNumber("nexus.attempt", static_cast<qint64>(index + 1));
    if (index + 1 == record.attempts.size() && isFromProvider(record)) {
        addUsage(attributes, record);
    }
    QByteArray name = operation.isEmpty() ? methodName(record.method) : operation;
    if (!attempt.model.isEmpty()) {
        name += ' ' + attempt.model.left(OtlpAttributes::maxText);
    }
    return spanOf(record,
        {.spanId = attempt.spanId,
            .parentId = record.trace->spanId,
            .name = name,
            .kind = kindClient,
            .begin = attempt.begin,
            .duration = attempt.duration,
            .isError = !error.isEmpty()},
        attributes);
}

} // namespace

void addSpans(Json &spans, const RequestRecord &record, const TelemetryFacts &facts, const SpanLimits &limits)
{
    if (!record.trace) {
        return;
    }
    spans.push_back(serverSpan(record, facts, limits));
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        if (!record.attempts[i].spanId.isEmpty()) {
            spans.push_back(attemptSpan(record, i, facts, limits));
        }
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/metricwriter.h"

#include "ledger/telemetry/otlpjson.h"

namespace nexus {

namespace {

constexpr int cumulative = 2;

struct Span {
    Json since;
    Json now;
};

Json pointOf(const TelemetryHistogram &histogram, const OtlpAttributes &attributes, const Span &span)
{
    Json counts = Json::array();
    for (const quint64 count : histogram.counts()) {
        counts.push_back(otlpNumber(count));
    }
    Json bounds = Json::array();
    for (const double bound : histogram.bounds()) {
        bounds.push_back(bound);
    }
    return {{"attributes", attributes.list()}, {"startTimeUnixNano", span.since}, {"timeUnixNano", span.now},
        {"count", otlpNumber(histogram.count())}, {"sum", histogram.sum()}, {"bucketCounts", counts},
        {"explicitBounds", bounds}, {"min", histogram.min()}, {"max", histogram.max()}};
}

void addPoint(
    Json &points, const TelemetryHistogram &histogram, const OtlpAttributes &attributes, const Span &span)
{
    if (histogram.count() > 0) {
        points.push_back(pointOf(histogram, attributes, span));
    }
}

void addMetric(Json &metrics, const char *name, const char *unit, const char *description, Json points)
{
    if (!points.empty()) {
        metrics.push_back({{"name", name}, {"description", description}, {"unit", unit},
            {"histogram", {{"aggregationTemporality", cumulative}, {"dataPoints", std::move(points)}}}});
    }
}

OtlpAttributes attributesOf(const TelemetryTable::HttpKey &key)
{
    OtlpAttributes attributes;
    if (key.isOverflow) {
        attributes.addFlag("otel.metric.overflow", true);
        return attributes;
    }
    attributes.add("http.request.method", key.method);
    attributes.add("url.scheme", key.scheme);
    attributes.add("http.route", key.route);
    if (key.status > 0) {
        attributes.addNumber("http.response.status_code", key.status);
    }
    attributes.add("error.type", key.error);
    return attributes;
}

OtlpAttributes attributesOf(const TelemetryTable::ModelKey &key)
{
    OtlpAttributes attributes;
    if (key.isOverflow) {
        attributes.addFlag("otel.metric.overflow", true);
        return attributes;
    }
    attributes.add("gen_ai.operation.name", key.operation);
    attributes.add("gen_ai.provider.name", key.provider.vendor);
    attributes.add("gen_ai.request.model", key.model);
    attributes.add("server.address", key.provider.host);
    if (key.provider.port > 0) {
        attributes.addNumber("server.port", key.provider.port);
    }
    attributes.add("error.type", key.error);
    attributes.add("client.id", key.client);
    attributes.add("client.group", key.group);
    attributes.add("nexus.provider", key.name);
    return attributes;
}

void addTokens(Json &points, const TelemetryTable::ModelRow &row, const Span &span)
{
    for (const auto &[type, histogram] : {std::pair("input", &row.input), std::pair("output", &row.output)}) {
        OtlpAttributes attributes = attributesOf(row.key);
        attributes.add("gen_ai.token.type", QByteArray(type));
        if (row.key.isEstimated) {
            attributes.addFlag("nexus.usage_estimated", true);
        }
        addPoint(points, *histogram, attributes, span);
    }
}

} // namespace

Json metricsOf(const TelemetryTable &table, std::chrono::system_clock::time_point since,
    std::chrono::system_clock::time_point now)
{
    const Span span {.since = otlpTime(since), .now = otlpTime(now)};
    Json requests = Json::array();
    Json operations = Json::array();
    Json tokens = Json::array();
    Json firstTokens = Json::array();
    for (const TelemetryTable::HttpRow &row : table.http()) {
        addPoint(requests, row.duration, attributesOf(row.key), span);
    }
    for (const TelemetryTable::ModelRow &row : table.models()) {
        const OtlpAttributes attributes = attributesOf(row.key);
        addPoint(operations, row.duration, attributes, span);
        addPoint(firstTokens, row.firstToken, attributes, span);
        addTokens(tokens, row, span);
    }
    Json metrics = Json::array();
    addMetric(metrics, "http.server.request.duration", "s", "Duration of HTTP server requests.",
        std::move(requests));
    addMetric(
        metrics, "gen_ai.client.operation.duration", "s", "GenAI operation duration.", std::move(operations));
    addMetric(metrics, "gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.",
        std::move(tokens));
    addMetric(metrics, "gen_ai.server.time_to_first_token", "s",
        "Time to generate first token for successful responses.", std::move(firstTokens));
    return metrics;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/tracing.h"

#include "wire/traceparent.h"

#include <QRandomGenerator>

namespace nexus {

namespace {

// 16 digits that are not all zero.
QByteArray newId()
{
    quint64 number = 0;
    while (number == 0) {
        number = QRandomGenerator::global()->generate64();
    }
    return QByteArray::number(number, 16).rightJustified(16, '0');
}

// Several are none.
bool hasTraceparent(const HeaderList &client)
{
    const std::optional<TraceParent> first = parseTraceparent(client.value("traceparent"));
    return first && traceParentOf(client) == first;
}

void addState(HeaderList &headers, const QByteArray &state)
{
    if (!state.isEmpty()) {
        headers.set("tracestate", state);
    }
}

} // namespace

std::optional<TraceContext> beginTrace(
    const HeaderList &client, const TelemetryConfig &config, const RandomSource &random)
{
    if (config.traceExporter() == nullptr) {
        return std::nullopt;
    }
    const std::optional<TraceParent> parent = traceParentOf(client);
    TraceContext trace;
    trace.traceId = parent ? parent->traceId : newId() + newId();
    trace.parentId = parent ? parent->spanId : QByteArray();
    trace.spanId = newId();
    // Without the client's traceparent it belongs to nothing.
    trace.state = hasTraceparent(client) ? tracestateOf(client) : QByteArray();
    const std::optional<bool> asked
        = parent && config.tracing.isParentBased ? parent->isSampled : std::nullopt;
    trace.isSampled = asked ? *asked : random() < config.tracing.sampling;
    return trace;
}

QByteArray addTraceHeaders(
    HeaderList &headers, const std::optional<TraceContext> &trace, const HeaderList &client)
{
    if (!trace) {
        if (hasTraceparent(client)) {
            headers.set("traceparent", client.value("traceparent"));
            addState(headers, tracestateOf(client));
        }
        return {};
    }
    QByteArray spanId = newId();
    headers.set("traceparent", traceparentText(trace->traceId, spanId, trace->isSampled));
    addState(headers, trace->state);
    return spanId;
}

} // namespace nexus

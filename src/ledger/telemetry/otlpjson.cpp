// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/telemetry/otlpjson.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr const char *schemaUrl = "https://opentelemetry.io/schemas/1.37.0";

Json scope()
{
    return {{"name", "nexus"}, {"version", NEXUS_VERSION}};
}

bool names(const TelemetryConfig &config, QLatin1String name)
{
    return std::ranges::any_of(config.resourceAttributes,
        [name](const ResourceAttribute &attribute) { return attribute.name == name; });
}

// A character is never cut in two.
QByteArray shortened(const QByteArray &text)
{
    if (text.size() <= OtlpAttributes::maxText) {
        return text;
    }
    qsizetype end = OtlpAttributes::maxText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return text.left(end);
}

} // namespace

Json otlpText(const QByteArray &bytes)
{
    return bytes.toStdString();
}

Json otlpNumber(quint64 number)
{
    return std::to_string(number);
}

Json otlpTime(std::chrono::system_clock::time_point time)
{
    const auto nanos = std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
    return otlpNumber(static_cast<quint64>(std::max<qint64>(0, nanos)));
}

void OtlpAttributes::put(const char *name, const char *kind, Json value)
{
    if (static_cast<int>(m_list.size()) >= m_limit) {
        ++m_dropped;
        return;
    }
    m_list.push_back({{"key", name}, {"value", {{kind, std::move(value)}}}});
}

void OtlpAttributes::add(const char *name, const QByteArray &text)
{
    if (!text.isEmpty()) {
        put(name, "stringValue", otlpText(shortened(text)));
    }
}

void OtlpAttributes::addNumber(const char *name, qint64 number)
{
    put(name, "intValue", std::to_string(number));
}

void OtlpAttributes::addDecimal(const char *name, double number)
{
    put(name, "doubleValue", number);
}

void OtlpAttributes::addFlag(const char *name, bool isSet)
{
    put(name, "boolValue", isSet);
}

Json otlpResource(const TelemetryConfig &config, const QByteArray &instance)
{
    constexpr int noLimit = 1'000'000;
    OtlpAttributes attributes(noLimit);
    if (!config.serviceName.isEmpty()) {
        attributes.add("service.name", config.serviceName);
    } else if (!names(config, QLatin1String("service.name"))) {
        attributes.add("service.name", QByteArray("nexus"));
    }
    if (!names(config, QLatin1String("service.version"))) {
        attributes.add("service.version", QByteArray(NEXUS_VERSION));
    }
    if (!names(config, QLatin1String("service.instance.id"))) {
        attributes.add("service.instance.id", instance);
    }
    for (const ResourceAttribute &attribute : config.resourceAttributes) {
        if (config.serviceName.isEmpty() || attribute.name != QLatin1String("service.name")) {
            attributes.add(attribute.name.toUtf8().constData(), attribute.value);
        }
    }
    return {{"attributes", attributes.list()}};
}

QByteArray otlpTraces(const Json &resource, Json spans)
{
    const Json scoped = {{"scope", scope()}, {"spans", std::move(spans)}, {"schemaUrl", schemaUrl}};
    const Json body
        = {{"resourceSpans", Json::array({{{"resource", resource}, {"scopeSpans", Json::array({scoped})}}})}};
    return toText(body);
}

QByteArray otlpMetrics(const Json &resource, Json metrics)
{
    const Json scoped = {{"scope", scope()}, {"metrics", std::move(metrics)}, {"schemaUrl", schemaUrl}};
    const Json body = {{"resourceMetrics",
        Json::array({{{"resource", resource}, {"scopeMetrics", Json::array({scoped})}}})}};
    return toText(body);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/otelvariables.h"

#include "config/textforms.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr QLatin1String endpointName {"OTEL_EXPORTER_OTLP_ENDPOINT"};
constexpr QLatin1String headersName {"OTEL_EXPORTER_OTLP_HEADERS"};
constexpr QLatin1String serviceName {"OTEL_SERVICE_NAME"};
constexpr QLatin1String attributesName {"OTEL_RESOURCE_ATTRIBUTES"};

void complain(const TableReader &table, QLatin1String variable, const QString &problem)
{
    table.context().report(table.position(), QString(variable) + u' ' + problem);
}

// `a=1,b=two%20words`, the form of W3C Baggage. Nothing where it has another one.
std::optional<std::vector<ResourceAttribute>> pairsOf(const QString &text)
{
    std::vector<ResourceAttribute> pairs;
    for (const QString &item : text.split(u',')) {
        if (item.trimmed().isEmpty()) {
            continue;
        }
        const qsizetype equals = item.indexOf(u'=');
        const QString name = item.left(std::max<qsizetype>(equals, 0)).trimmed();
        if (name.isEmpty()) {
            return std::nullopt;
        }
        const QByteArray value = item.mid(equals + 1).trimmed().toUtf8();
        pairs.push_back({name, QString::fromUtf8(QByteArray::fromPercentEncoding(value))});
    }
    return pairs;
}

std::vector<ResourceAttribute> readPairs(const TableReader &table, QLatin1String variable)
{
    auto pairs = pairsOf(table.context().environment().text(variable));
    if (!pairs) {
        complain(table, variable, QStringLiteral("must be a list such as 'name=value,other=value'"));
    }
    return pairs.value_or(std::vector<ResourceAttribute>());
}

} // namespace

void readOtelEndpoint(TableReader &exporter, QUrl &endpoint)
{
    const QString text = exporter.context().environment().text(endpointName);
    if (text.isEmpty()) {
        return;
    }
    const Result<QUrl> url = toHttpUrl(text);
    if (!url) {
        complain(exporter, endpointName, url.error().message);
        return;
    }
    endpoint = *url;
}

void readOtelHeaders(TableReader &exporter, std::vector<ExporterHeader> &headers)
{
    for (const ResourceAttribute &pair : readPairs(exporter, headersName)) {
        const Result<QByteArray> name = toToken(pair.name);
        Result<Secret> value = toHeaderValue(pair.value);
        if (!name || !value) {
            complain(exporter, headersName, QStringLiteral("holds what no HTTP header can carry"));
            return;
        }
        headers.push_back({*name, std::move(*value)});
    }
}

void readOtelResource(TableReader &telemetry, TelemetryConfig &config)
{
    if (config.serviceName.isEmpty()) {
        config.serviceName = telemetry.context().environment().text(serviceName);
    }
    std::vector<ResourceAttribute> &attributes = config.resourceAttributes;
    for (ResourceAttribute &pair : readPairs(telemetry, attributesName)) {
        if (std::ranges::find(attributes, pair.name, &ResourceAttribute::name) == attributes.end()) {
            attributes.push_back(std::move(pair));
        }
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/telemetryreader.h"

#include "config/otelvariables.h"
#include "config/textforms.h"

namespace nexus {

namespace {

constexpr qint64 MAX_COUNT = 1'000'000'000;

void readHeaders(TableReader &parent, std::vector<ExporterHeader> &out, bool isGrpc)
{
    parent.readNamed("headers", [&](const TomlMember &member, const QString &) {
        ReadContext &context = parent.context();
        const Result<QByteArray> name = toToken(member.key);
        if (!name) {
            context.report(member.at, QStringLiteral("%1 %2").arg(quoted(member.key), name.error().message));
            return;
        }
        if (isGrpc && member.key.startsWith(QLatin1String("grpc-"), Qt::CaseInsensitive)) {
            context.report(member.at,
                QStringLiteral("%1 starts with 'grpc-', which is reserved for the protocol")
                    .arg(quoted(member.key)));
        }
        const std::optional<QString> text = parent.text(member.value, member.key);
        Result<Secret> value = toHeaderValue(text.value_or(QString()));
        if (!value) {
            context.report(
                member.value.at, QStringLiteral("%1 %2").arg(quoted(member.key), value.error().message));
            return;
        }
        out.push_back({*name, std::move(*value)});
    });
}

void readBatch(TableReader &table, BatchExport &out)
{
    table.readDuration("scheduled_delay", out.scheduledDelay, DurationRule::AboveZero);
    table.readInteger("max_queue_size", out.maxQueueSize, 1, MAX_COUNT);
    table.readInteger("max_export_batch_size", out.maxExportBatchSize, 1, MAX_COUNT);
    table.readInteger("max_concurrent_exports", out.maxConcurrentExports, 1, MAX_COUNT);
}

void readGrpc(TableReader &table, OtlpExporter &out)
{
    readHeaders(table, out.grpcHeaders, true);
    table.readTable("tls", [&out](TableReader &tls) {
        ExporterTls &files = out.grpcTls.emplace();
        tls.read("domain_name", files.domainName);
        tls.read("key", files.key);
        tls.read("cert", files.certificate);
        tls.read("ca", files.authority);
    });
}

void readOtlp(TableReader &exporters, std::optional<OtlpExporter> &out)
{
    exporters.readTable("otlp", [&out](TableReader &table) {
        using Protocol = OtlpExporter::Protocol;
        OtlpExporter exporter;
        table.read("enabled", exporter.isEnabled);
        QUrl endpoint;
        table.readAs("endpoint", endpoint, toHttpUrl);
        table.readChoice("protocol", exporter.protocol, {{"grpc", Protocol::Grpc}, {"http", Protocol::Http}});
        if (endpoint.isEmpty() && exporter.isEnabled) {
            readOtelEndpoint(table, endpoint);
        }
        if (!endpoint.isEmpty()) {
            exporter.endpoint = endpoint;
        } else if (exporter.protocol == Protocol::Http) {
            exporter.endpoint = QUrl(QStringLiteral("http://localhost:4318"));
        }
        table.readDuration("timeout", exporter.timeout, DurationRule::AboveZero);
        table.readTable("batch_export", [&](TableReader &batch) { readBatch(batch, exporter.batchExport); });
        table.readTable("grpc", [&](TableReader &grpc) { readGrpc(grpc, exporter); });
        table.readTable("http", [&](TableReader &http) { readHeaders(http, exporter.httpHeaders, false); });
        if (exporter.isEnabled && exporter.httpHeaders.empty()) {
            readOtelHeaders(table, exporter.httpHeaders);
        }
        out = std::move(exporter);
    });
}

void readExporters(TableReader &parent, std::optional<OtlpExporter> &out)
{
    parent.readTable("exporters", [&out](TableReader &table) { readOtlp(table, out); });
}

void readTracing(TableReader &table, TracingConfig &out)
{
    table.readNumber("sampling", out.sampling, 0, 1);
    table.read("parent_based_sampler", out.isParentBased);
    table.readTable("collect", [&out](TableReader &collect) {
        SpanLimits &limits = out.limits;
        collect.readInteger("max_events_per_span", limits.maxEventsPerSpan, 0, MAX_COUNT);
        collect.readInteger("max_attributes_per_span", limits.maxAttributesPerSpan, 0, MAX_COUNT);
        collect.readInteger("max_links_per_span", limits.maxLinksPerSpan, 0, MAX_COUNT);
        collect.readInteger("max_attributes_per_event", limits.maxAttributesPerEvent, 0, MAX_COUNT);
        collect.readInteger("max_attributes_per_link", limits.maxAttributesPerLink, 0, MAX_COUNT);
    });
    table.readTable("propagation", [&out](TableReader &propagation) {
        propagation.read("trace_context", out.isTraceContextPropagated);
        propagation.read("aws_xray", out.isXRayPropagated);
    });
    readExporters(table, out.otlp);
}

void readAttributes(TableReader &telemetry, std::vector<ResourceAttribute> &out)
{
    telemetry.readNamed("resource_attributes", [&](const TomlMember &member, const QString &) {
        if (const std::optional<QString> value = telemetry.text(member.value, member.key)) {
            out.push_back({member.key, *value});
        }
    });
}

} // namespace

void readTelemetry(TableReader &root, TelemetryConfig &out)
{
    root.readTable("telemetry", [&out](TableReader &telemetry) {
        telemetry.read("service_name", out.serviceName);
        readAttributes(telemetry, out.resourceAttributes);
        readOtelResource(telemetry, out);
        readExporters(telemetry, out.otlp);
        telemetry.readTable("metrics", [&out](TableReader &table) { readExporters(table, out.metricsOtlp); });
        telemetry.readTable("logs", [&out](TableReader &table) { readExporters(table, out.logsOtlp); });
        telemetry.readTable("tracing", [&out](TableReader &table) { readTracing(table, out.tracing); });
    });
}

} // namespace nexus

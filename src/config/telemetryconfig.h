// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace nexus {

//! \brief A header sent to a collector.
struct ExporterHeader {
    QByteArray name;
    Secret value;

    bool operator==(const ExporterHeader &) const = default;
};

//! \brief How exported data is gathered before it is sent.
struct BatchExport {
    std::chrono::milliseconds scheduledDelay {5'000};
    int maxQueueSize = 2048;
    int maxExportBatchSize = 512;
    int maxConcurrentExports = 1;

    bool operator==(const BatchExport &) const = default;
};

//! \brief Files and name of a TLS connection to a collector; empty members are the system's choice.
struct ExporterTls {
    QString domainName;
    QString key;
    QString certificate;
    QString authority;

    bool operator==(const ExporterTls &) const = default;
};

//! \brief `exporters.otlp`: a collector that speaks OTLP.
struct OtlpExporter {
    enum class Protocol { Grpc, Http };

    bool isEnabled = false;
    QUrl endpoint {QStringLiteral("http://localhost:4317")};
    Protocol protocol = Protocol::Grpc;
    std::chrono::milliseconds timeout {60'000};
    BatchExport batchExport;
    std::vector<ExporterHeader> grpcHeaders;
    std::vector<ExporterHeader> httpHeaders;
    std::optional<ExporterTls> grpcTls;

    bool operator==(const OtlpExporter &) const = default;
};

//! \brief Upper bounds of what one span carries.
struct SpanLimits {
    int maxEventsPerSpan = 128;
    int maxAttributesPerSpan = 128;
    int maxLinksPerSpan = 128;
    int maxAttributesPerEvent = 128;
    int maxAttributesPerLink = 128;

    bool operator==(const SpanLimits &) const = default;
};

//! \brief `[telemetry.tracing]`.
struct TracingConfig {
    double sampling = 0.15; //!< 0.0 to 1.0
    bool isParentBased = false;
    SpanLimits limits;
    bool isTraceContextPropagated = false;
    bool isXRayPropagated = false;
    std::optional<OtlpExporter> otlp; //!< in place of the common one

    bool operator==(const TracingConfig &) const = default;
};

//! \brief One `[telemetry.resource_attributes]` entry.
struct ResourceAttribute {
    QString name;
    QString value;

    bool operator==(const ResourceAttribute &) const = default;
};

//! \brief `[telemetry]`: what is exported, and where to.
struct TelemetryConfig {
    QString serviceName;
    std::vector<ResourceAttribute> resourceAttributes; //!< in file order
    std::optional<OtlpExporter> otlp;
    std::optional<OtlpExporter> metricsOtlp; //!< in place of the common one
    std::optional<OtlpExporter> logsOtlp; //!< in place of the common one
    TracingConfig tracing;

    //! \brief Where traces go, nullptr for nowhere: what is off, or wants a protocol that is not spoken.
    [[nodiscard]] const OtlpExporter *traceExporter() const { return exporterOf(tracing.otlp); }

    //! \brief Where metrics go, nullptr for nowhere.
    [[nodiscard]] const OtlpExporter *metricExporter() const { return exporterOf(metricsOtlp); }

    bool operator==(const TelemetryConfig &) const = default;

private:
    // Only what speaks HTTP. One of a signal's own stands in place of the common one, even when it is off.
    [[nodiscard]] const OtlpExporter *exporterOf(const std::optional<OtlpExporter> &own) const
    {
        const std::optional<OtlpExporter> &chosen = own ? own : otlp;
        const bool isOn = chosen && chosen->isEnabled && chosen->protocol == OtlpExporter::Protocol::Http;
        return isOn ? &*chosen : nullptr;
    }
};

} // namespace nexus

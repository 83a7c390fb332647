// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/settingscatalog.h"

#include <QtGlobal>

#include <array>

namespace nexus {

namespace {

using Group = SettingGroup;
using Kind = SettingKind;

constexpr auto specs = std::to_array<SettingSpec>({
    {"ledger.enabled", Group::Ledger, Kind::Switch, "true", QT_TRANSLATE_NOOP("Settings", "Keep a history"),
        QT_TRANSLATE_NOOP("Settings", "Whether requests are remembered on this machine.")},
    {"ledger.retention", Group::Ledger, Kind::Duration, "90d",
        QT_TRANSLATE_NOOP("Settings", "Length of the history"),
        QT_TRANSLATE_NOOP("Settings", "Older requests are forgotten.")},
    {"ledger.bodies", Group::Ledger, Kind::Choice, "off",
        QT_TRANSLATE_NOOP("Settings", "Keep prompts and answers"),
        QT_TRANSLATE_NOOP(
            "Settings", "Not at all, of requests that failed, or of all; they stay on this machine."),
        "off|errors|all"},
    {"ledger.max_body", Group::Ledger, Kind::Size, "256KiB", QT_TRANSLATE_NOOP("Settings", "Longest text"),
        QT_TRANSLATE_NOOP("Settings", "Of each prompt and answer; what is longer is cut.")},
    {"ledger.max_size", Group::Ledger, Kind::Size, "2GiB",
        QT_TRANSLATE_NOOP("Settings", "Size of the history"),
        QT_TRANSLATE_NOOP("Settings", "When it is larger, prompts and answers go first.")},
    {"ledger.prices", Group::Ledger, Kind::Text, "", QT_TRANSLATE_NOOP("Settings", "Own prices"),
        QT_TRANSLATE_NOOP(
            "Settings", "A file of prices, in the form of LiteLLM, that wins over the built-in ones.")},
    {"telemetry.service_name", Group::Telemetry, Kind::Text, "nexus",
        QT_TRANSLATE_NOOP("Settings", "Service name"),
        QT_TRANSLATE_NOOP("Settings", "What collectors call this gateway.")},
    {"telemetry.exporters.otlp.enabled", Group::Telemetry, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Export"),
        QT_TRANSLATE_NOOP("Settings", "Whether traces and metrics go to a collector.")},
    {"telemetry.exporters.otlp.protocol", Group::Telemetry, Kind::Choice, "grpc",
        QT_TRANSLATE_NOOP("Settings", "Protocol"),
        QT_TRANSLATE_NOOP("Settings", "Only http is spoken; with grpc nothing is exported."), "grpc|http"},
    {"telemetry.exporters.otlp.endpoint", Group::Telemetry, Kind::Text, "http://localhost:4318",
        QT_TRANSLATE_NOOP("Settings", "Collector"),
        QT_TRANSLATE_NOOP("Settings", "Its address; /v1/traces and /v1/metrics are added.")},
    {"telemetry.exporters.otlp.timeout", Group::Telemetry, Kind::Duration, "60s",
        QT_TRANSLATE_NOOP("Settings", "Time for an export"),
        QT_TRANSLATE_NOOP("Settings", "How long one export may take.")},
    {"telemetry.exporters.otlp.batch_export.scheduled_delay", Group::Telemetry, Kind::Duration, "5s",
        QT_TRANSLATE_NOOP("Settings", "Pause between exports"),
        QT_TRANSLATE_NOOP("Settings", "How long spans are gathered.")},
    {"telemetry.exporters.otlp.batch_export.max_queue_size", Group::Telemetry, Kind::Number, "2048",
        QT_TRANSLATE_NOOP("Settings", "Spans that wait"),
        QT_TRANSLATE_NOOP("Settings", "What finds no room is lost."), QT_TRANSLATE_NOOP("Settings", "spans")},
    {"telemetry.exporters.otlp.batch_export.max_export_batch_size", Group::Telemetry, Kind::Number, "512",
        QT_TRANSLATE_NOOP("Settings", "Spans in one export"),
        QT_TRANSLATE_NOOP("Settings", "How many are sent together."), QT_TRANSLATE_NOOP("Settings", "spans")},
    {"telemetry.tracing.sampling", Group::Telemetry, Kind::Decimal, "0.15",
        QT_TRANSLATE_NOOP("Settings", "Share of traces"),
        QT_TRANSLATE_NOOP("Settings", "From 0 for none to 1 for all.")},
    {"telemetry.tracing.parent_based_sampler", Group::Telemetry, Kind::Switch, "false",
        QT_TRANSLATE_NOOP("Settings", "Follow the caller"),
        QT_TRANSLATE_NOOP(
            "Settings", "Whether a trace that a client began is exported when the client says so.")},
    {"telemetry.tracing.collect.max_attributes_per_span", Group::Telemetry, Kind::Number, "128",
        QT_TRANSLATE_NOOP("Settings", "Attributes of a span"),
        QT_TRANSLATE_NOOP("Settings", "How many a span carries at most."),
        QT_TRANSLATE_NOOP("Settings", "attributes")},
});

} // namespace

std::span<const SettingSpec> recordSettings()
{
    return specs;
}

} // namespace nexus

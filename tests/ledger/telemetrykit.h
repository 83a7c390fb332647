// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/telemetry/telemetry.h"

#include <QMutex>
#include <QPointer>
#include <QTest>

#include <utility>
#include <vector>

namespace nexus {

//! \brief A collector that answers when the test says so.
class FakeCollector final : public HttpFetcher {
public:
    struct Ask {
        FetchAsk ask;
        QPointer<QObject> context;
        Done done;
    };

    void fetch(const FetchAsk &ask, QObject *context, Done done) override
    {
        asks.push_back({ask, context, std::move(done)});
    }

    [[nodiscard]] bool waitFor(std::size_t count) const
    {
        return QTest::qWaitFor([this, count] { return asks.size() >= count; });
    }
    //! \brief Answers request number \a index.
    void answer(std::size_t index, int status, const QByteArray &body = "{}", const HeaderList &headers = {})
    {
        end(index, FetchedAnswer {{status, headers}, body});
    }
    void fail(std::size_t index, ErrorKind kind)
    {
        end(index, failure({.kind = kind, .message = QStringLiteral("no luck"), .detail = {}}));
    }
    //! \brief The body of request number \a index.
    [[nodiscard]] Json body(std::size_t index) const
    {
        return parseJson(asks.at(index).ask.body).value_or(Json());
    }
    //! \brief The spans of request number \a index.
    [[nodiscard]] Json spans(std::size_t index) const
    {
        return body(index).at(Json::json_pointer("/resourceSpans/0/scopeSpans/0/spans"));
    }
    [[nodiscard]] Json metrics(std::size_t index) const
    {
        return body(index).at(Json::json_pointer("/resourceMetrics/0/scopeMetrics/0/metrics"));
    }

    std::vector<Ask> asks;

private:
    void end(std::size_t index, Result<FetchedAnswer> result)
    {
        const Done done = std::exchange(asks.at(index).done, nullptr);
        if (asks.at(index).context && done) {
            done(std::move(result));
        }
    }
};

//! \brief \a value as text.
inline QByteArray said(const Json &value)
{
    return QByteArray::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

//! \brief The attributes of a span, a point or a resource as `name=value`, in their order.
inline QByteArrayList attributesOf(const Json &holder)
{
    QByteArrayList list;
    for (const Json &attribute : holder.at("attributes")) {
        list.append(said(attribute.at("key")) + '=' + said(attribute.at("value").begin().value()));
    }
    return list;
}

//! \brief A configuration that exports everything to `http://collector:4318`, all that is sampled.
inline std::shared_ptr<GatewayConfig> exporting(std::chrono::milliseconds delay = std::chrono::minutes(10))
{
    auto config = std::make_shared<GatewayConfig>();
    OtlpExporter &exporter = config->telemetry.otlp.emplace();
    exporter.isEnabled = true;
    exporter.protocol = OtlpExporter::Protocol::Http;
    exporter.endpoint = QUrl(QStringLiteral("http://collector:4318"));
    exporter.batchExport.scheduledDelay = delay;
    exporter.httpHeaders.push_back({"Authorization", Secret("Bearer sk-of-the-collector")});
    ProviderConfig provider;
    provider.name = QStringLiteral("work");
    provider.baseUrl = QUrl(QStringLiteral("https://api.openai.com/v1"));
    config->llm.providers.push_back(provider);
    return config;
}

//! \brief A sampled request that failed once and was answered then.
inline RequestRecord tracedRecord()
{
    using namespace std::chrono_literals;
    RequestRecord record;
    record.time = std::chrono::system_clock::time_point(1'700'000'000s);
    record.requestId = "req-1";
    record.method = "POST";
    record.path = "/llm/v1/chat/completions";
    record.operation = Operation::Chat;
    record.userAgent = "tester/1.0 (curious)";
    record.who.clientId = "alice";
    record.who.group = "staff";
    record.who.address = QHostAddress(QStringLiteral("192.0.2.7"));
    record.trace = TraceContext {.traceId = "0af7651916cd43dd8448eb211c80319c",
        .parentId = "b7ad6b7169203331",
        .spanId = "00f067aa0ba902b7",
        .state = "a=1",
        .isSampled = true};
    record.cache = CacheUse::Miss;
    record.alias = QStringLiteral("fast");
    record.askedModel = "fast";
    record.provider = QStringLiteral("work");
    record.upstreamModel = "gpt-4o";
    record.isStream = true;
    record.status = 200;
    record.attempts.push_back({.provider = QStringLiteral("work"),
        .model = "gpt-4o",
        .status = 503,
        .begin = 1ms,
        .duration = 20ms,
        .error = Error {.kind = ErrorKind::UpstreamOverloaded,
            .message = QStringLiteral("secret words"),
            .detail = {},
            .code = "their own code",
            .upstreamStatus = 503},
        .spanId = "1111111111111111"});
    record.attempts.push_back({.provider = QStringLiteral("work"),
        .model = "gpt-4o",
        .status = 200,
        .begin = 50ms,
        .duration = 1500ms,
        .error = {},
        .spanId = "2222222222222222",
        .answeredModel = "gpt-4o-2024-08-06"});
    record.usage = TokenUsage {.input = 100, .output = 20};
    record.microDollars = 1'250'000;
    record.firstByte = 300ms;
    record.duration = 1600ms;
    record.bodies.prompt = "the prompt";
    return record;
}

//! \brief A Telemetry in front of a FakeCollector, and its log.
class TelemetryProbe final {
public:
    void setConfig(const std::shared_ptr<GatewayConfig> &config) { telemetry.setConfig(config); }
    [[nodiscard]] QByteArrayList log() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_lines;
    }
    //! \brief The log lines with \a event.
    [[nodiscard]] QByteArrayList events(const QByteArray &event) const
    {
        QByteArrayList found;
        for (const QByteArray &line : log()) {
            if (line.contains(event)) {
                found.append(line);
            }
        }
        return found;
    }

private:
    mutable QMutex m_mutex;
    QByteArrayList m_lines;
    LogOutput m_log {LogLevel::Debug, LogStyle::Text, [this](std::string_view line) {
                         const QMutexLocker lock(&m_mutex);
                         m_lines.append(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
                     }};

public:
    FakeCollector collector;
    Telemetry telemetry {collector, m_log.logger("ledger"), std::chrono::milliseconds(1)};
};

//! \brief Sends what there is.
inline void push(TelemetryProbe &probe)
{
    probe.telemetry.flush(std::chrono::minutes(5), &probe.telemetry, [] {});
}

inline std::shared_ptr<GatewayConfig> tracesOnly()
{
    auto config = exporting();
    config->telemetry.metricsOtlp = OtlpExporter();
    return config;
}

inline std::shared_ptr<GatewayConfig> metricsOnly()
{
    auto config = exporting();
    config->telemetry.tracing.otlp = OtlpExporter();
    return config;
}

} // namespace nexus

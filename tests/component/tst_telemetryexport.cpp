// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trafficfixture.h"
#include "wire/json.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace nexus;
using kit::Reply;

namespace {

const QByteArray traceId = "0af7651916cd43dd8448eb211c80319c";
const QByteArray parentId = "b7ad6b7169203331";
const QByteArray parentText = "00-" + traceId + '-' + parentId + "-01";

std::string textOf(const Json &span, const char *name)
{
    return span.value(name, std::string());
}

// Events whose model is `m`, by another name.
QByteArrayList named(QByteArrayList events, const QByteArray &model)
{
    for (QByteArray &event : events) {
        event.replace("\"model\":\"m\"", "\"model\":\"" + model + "\"");
    }
    return events;
}

// The text of an attribute, empty without one.
std::string attribute(const Json &span, const std::string &name)
{
    for (const Json &one : span.at("attributes")) {
        if (one.at("key") == name) {
            return one.at("value").value("stringValue", std::string());
        }
    }
    return {};
}

} // namespace

//! Traces and metrics at a collector on a real socket, and traces on their way through.
class TelemetryExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRequestBecomesSpans();
    void whoAskedAndWhatAnsweredIsNamed_data();
    void whoAskedAndWhatAnsweredIsNamed();
    void metricsArriveToo();
    void theProxyIsTracedToo();
    void whatIsNotSampledIsStillToldOf();
    void withoutTelemetryTheClientsTraceGoesOn();
    void theEndSendsWhatIsLeft();
    void aDeadCollectorHoldsUpNothing();

private:
    [[nodiscard]] QByteArray exporter(const QByteArray &delay, double sampling = 1) const
    {
        return "\n[telemetry.exporters.otlp]\nenabled = true\nprotocol = \"http\"\nendpoint = \""
            + m_collector->baseUrl(QString()).toEncoded()
            + "\"\nhttp.headers.Authorization = \"sk-key-of-collector\"\nbatch_export.scheduled_delay = \""
            + delay + "\"\n[telemetry.tracing]\nsampling = " + QByteArray::number(sampling, 'f', 1) + '\n';
    }
    // The first body that came to the path, waited for.
    [[nodiscard]] Json bodyAt(const QByteArray &path) const
    {
        std::optional<Json> found;
        (void)QTest::qWaitFor([this, &path, &found] {
            for (const kit::ReceivedRequest &request : m_collector->received()) {
                if (request.path() == path) {
                    found = parseJson(request.body);
                    return true;
                }
            }
            return false;
        });
        return found.value_or(Json());
    }
    [[nodiscard]] Json spans() const
    {
        return bodyAt("/v1/traces").value(Json::json_pointer("/resourceSpans/0/scopeSpans/0/spans"), Json());
    }

    std::unique_ptr<TrafficFixture> m_fixture;
    std::unique_ptr<kit::ScriptedProvider> m_collector;
};

void TelemetryExportTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    m_collector = std::make_unique<kit::ScriptedProvider>();
    m_collector->setDefaultReply(Reply::json(200, "{}"));
}

void TelemetryExportTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
    m_collector.reset();
}

void TelemetryExportTest::aRequestBecomesSpans()
{
    m_fixture->start(TrafficFixture::three() + exporter("20ms"));
    m_fixture->a.setDefaultReply(errorReply(503));
    m_fixture->b.setDefaultReply(wholeReply());
    const kit::Headers headers {{"traceparent", parentText}, {"tracestate", "a=1"}};
    QCOMPARE(m_fixture->ask(chatOf("all"), headers).status, 200);
    const Json sent = spans();
    QVERIFY(sent.size() >= 3);
    QCOMPARE(m_collector->received(0).header("Authorization"), QByteArray("sk-key-of-collector"));
    QCOMPARE(m_collector->received(0).header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(textOf(sent[0], "name"), "POST /llm/v1/chat/completions");
    QCOMPARE(textOf(sent[0], "traceId"), traceId.toStdString());
    QCOMPARE(textOf(sent[0], "parentSpanId"), parentId.toStdString());
    for (std::size_t i = 1; i < sent.size(); ++i) {
        QCOMPARE(textOf(sent[i], "parentSpanId"), textOf(sent[0], "spanId"));
        QVERIFY(std::stoll(textOf(sent[i], "startTimeUnixNano"))
            < std::stoll(textOf(sent[i], "endTimeUnixNano")));
        QVERIFY(std::stoll(textOf(sent[0], "startTimeUnixNano"))
            <= std::stoll(textOf(sent[i], "startTimeUnixNano")));
    }
    // The provider is told of the span of its own attempt.
    const kit::ReceivedRequest asked = m_fixture->b.received(m_fixture->b.requestCount() - 1);
    QCOMPARE(asked.header("traceparent"),
        "00-" + traceId + '-' + QByteArray::fromStdString(textOf(sent.back(), "spanId")) + "-01");
    QCOMPARE(asked.header("tracestate"), QByteArray("a=1"));
}

void TelemetryExportTest::whoAskedAndWhatAnsweredIsNamed_data()
{
    QTest::addColumn<bool>("isAnthropic");
    QTest::addColumn<bool>("isStream");
    for (const bool isStream : {false, true}) {
        QTest::addRow("handed on, stream %d", isStream) << false << isStream;
        QTest::addRow("translated, stream %d", isStream) << true << isStream;
    }
}

void TelemetryExportTest::whoAskedAndWhatAnsweredIsNamed()
{
    QFETCH(const bool, isAnthropic);
    QFETCH(const bool, isStream);
    m_fixture->start(TrafficFixture::three() + exporter("20ms"));
    const QByteArray model = "m-2024-08-06";
    m_fixture->a.setDefaultReply(isStream
            ? Reply::sse(named(streamData(), model))
            : Reply::json(200,
                R"({"id":"c1","object":"chat.completion","created":1,"model":")" + model
                    + R"(","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},)"
                      R"("finish_reason":"stop"}]})"));
    const QByteArray body = isAnthropic ? messageOf("a/m", isStream) : chatOf("a/m", isStream);
    const QByteArray path = isAnthropic ? TrafficFixture::messagesPath : TrafficFixture::chatPath;
    QCOMPARE(m_fixture->ask(body, {{"User-Agent", "curious/1.0"}}, path).status, 200);
    const Json sent = spans();
    QCOMPARE(sent.size(), 2U);
    QVERIFY(attribute(sent[0], "user_agent.original") == "curious/1.0");
    QVERIFY(attribute(sent[1], "gen_ai.request.model") == "m");
    QVERIFY(attribute(sent[1], "gen_ai.response.model") == model.toStdString());
}

void TelemetryExportTest::metricsArriveToo()
{
    m_fixture->start(TrafficFixture::three() + exporter("20ms"));
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    const std::string text = bodyAt("/v1/metrics").dump();
    QVERIFY(text.find("gen_ai.client.operation.duration") != std::string::npos);
    QVERIFY(text.find("gen_ai.client.token.usage") != std::string::npos);
    QVERIFY(text.find("http.server.request.duration") != std::string::npos);
}

void TelemetryExportTest::theProxyIsTracedToo()
{
    m_fixture->c.setDefaultReply(Reply::json(200, R"({"type":"message"})"));
    m_fixture->start(TrafficFixture::three() + "\n[llm.proxy.anthropic]\nenabled = true\nbase_url = \""
        + m_fixture->c.baseUrl(QString()).toEncoded() + "\"\n" + exporter("20ms"));
    QCOMPARE(
        m_fixture->ask(R"({"model":"claude"})", {{"traceparent", parentText}}, "/proxy/anthropic/v1/messages")
            .status,
        200);
    const Json sent = spans();
    QCOMPARE(sent.size(), 2U);
    QCOMPARE(textOf(sent[0], "name"), "POST /proxy/anthropic/v1/*");
    QCOMPARE(textOf(sent[1], "name"), "chat claude");
    QCOMPARE(m_fixture->c.received(m_fixture->c.requestCount() - 1).header("traceparent"),
        "00-" + traceId + '-' + QByteArray::fromStdString(textOf(sent[1], "spanId")) + "-01");
}

void TelemetryExportTest::whatIsNotSampledIsStillToldOf()
{
    m_fixture->start(TrafficFixture::three() + exporter("20ms", 0));
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"traceparent", parentText}}).status, 200);
    const QByteArray told = m_fixture->a.received(m_fixture->a.requestCount() - 1).header("traceparent");
    QVERIFY(told.startsWith("00-" + traceId + '-') && told.endsWith("-00"));
    QVERIFY(!told.contains(parentId));
    // Metrics show that there was time for traces.
    QVERIFY(!bodyAt("/v1/metrics").is_null());
    const auto received = m_collector->received();
    QVERIFY(std::ranges::none_of(
        received, [](const kit::ReceivedRequest &request) { return request.path() == "/v1/traces"; }));
}

void TelemetryExportTest::withoutTelemetryTheClientsTraceGoesOn()
{
    m_fixture->start(TrafficFixture::three());
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"traceparent", parentText}, {"tracestate", "a=1"}}).status, 200);
    const kit::ReceivedRequest with = m_fixture->a.received(m_fixture->a.requestCount() - 1);
    QCOMPARE(with.header("traceparent"), parentText);
    QCOMPARE(with.header("tracestate"), QByteArray("a=1"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    const kit::ReceivedRequest without = m_fixture->a.received(m_fixture->a.requestCount() - 1);
    QVERIFY(without.header("traceparent").isEmpty() && without.header("tracestate").isEmpty());
}

void TelemetryExportTest::theEndSendsWhatIsLeft()
{
    m_fixture->start(TrafficFixture::three() + exporter("10m"));
    m_fixture->a.setDefaultReply(wholeReply());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QVERIFY(m_collector->received().empty());
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_collector->requestCount(), 2);
    QCOMPARE(spans().size(), 2U);
}

void TelemetryExportTest::aDeadCollectorHoldsUpNothing()
{
    m_fixture->start(TrafficFixture::three() + exporter("1ms"));
    m_collector->setDefaultReply(Reply::hang());
    m_fixture->a.setDefaultReply(wholeReply());
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    }
    QTRY_VERIFY(m_collector->requestCount() > 0);
    QSignalSpy finished(m_fixture->gateway.gateway.get(), &Gateway::finished);
    m_fixture->gateway.gateway->drain();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
}

QTEST_GUILESS_MAIN(TelemetryExportTest)
#include "tst_telemetryexport.moc"

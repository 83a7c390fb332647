// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "proxyfixture.h"
#include "recordwait.h"
#include "trafficfixture.h"
#include "wire/traceparent.h"

#include <QTest>

#include <algorithm>

using namespace nexus;

namespace {

constexpr const char *traceId = "0af7651916cd43dd8448eb211c80319c";
constexpr const char *spanId = "b7ad6b7169203331";
constexpr const char *clientParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

// Nothing is ever sent: a test is over long before.
QByteArray tracing(const QByteArray &more = "sampling = 1.0\n")
{
    return "[telemetry.exporters.otlp]\nenabled = true\nprotocol = \"http\"\n"
           "endpoint = \"http://127.0.0.1:9\"\nbatch_export.scheduled_delay = \"1h\"\n[telemetry.tracing]\n"
        + more;
}

qsizetype count(const kit::ReceivedRequest &request, QByteArrayView name)
{
    return std::ranges::count_if(request.headers, [name](const auto &header) {
        return QByteArrayView(header.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

// What a provider has to be told of that attempt.
QByteArray told(const RequestRecord &record, std::size_t attempt = 0)
{
    return record.trace
        ? traceparentText(record.trace->traceId, record.attempts.at(attempt).spanId, record.trace->isSampled)
        : QByteArray();
}

} // namespace

//! What providers learn of the trace that a request belongs to, and what the record keeps of it.
class UpstreamTraceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offCostsNothing();
    void offTheClientsGoesOn_data();
    void offTheClientsGoesOn();
    void aTraceBeginsHere();
    void theClientsTraceGoesOn();
    void repetitionsAreSpansOfOneTrace();
    void itWinsOverHeaderRules();
    void aRefusedRequestIsTraced();
    void aReloadTurnsItOn();
    void theProxyTellsToo();
    void theProxyHandsOnTheClients();

private:
    [[nodiscard]] RequestRecord record(std::size_t index = 0) const
    {
        return recordOf(*m_fixture->gateway.gateway, index);
    }

    std::unique_ptr<TrafficFixture> m_fixture;
};

void UpstreamTraceTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->b.setDefaultReply(wholeReply());
}

void UpstreamTraceTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void UpstreamTraceTest::offCostsNothing()
{
    m_fixture->start(TrafficFixture::three());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QCOMPARE(count(m_fixture->a.received(0), "traceparent"), 0);
    QCOMPARE(count(m_fixture->a.received(0), "tracestate"), 0);
    QVERIFY(!record().trace);
    QCOMPARE(record().attempts.at(0).spanId, QByteArray());
}

void UpstreamTraceTest::offTheClientsGoesOn_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("good") << QByteArray(clientParent) << QByteArray(clientParent);
    QTest::newRow("bad") << QByteArray("00-1-2-3") << QByteArray();
}

void UpstreamTraceTest::offTheClientsGoesOn()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, sent);
    m_fixture->start(TrafficFixture::three());
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"traceparent", said}, {"tracestate", "x=1"}}).status, 200);
    QCOMPARE(m_fixture->a.received(0).header("traceparent"), sent);
    QCOMPARE(m_fixture->a.received(0).header("tracestate"), sent.isEmpty() ? QByteArray() : "x=1");
    QVERIFY(!record().trace);
}

void UpstreamTraceTest::aTraceBeginsHere()
{
    m_fixture->start(TrafficFixture::three() + tracing());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    const RequestRecord record = this->record();
    QVERIFY(record.trace);
    QVERIFY(record.trace->isSampled && record.trace->parentId.isEmpty());
    QCOMPARE(m_fixture->a.received(0).header("traceparent"), told(record));
    QVERIFY(parseTraceparent(told(record)));
    QVERIFY(record.attempts.at(0).begin.count() > 0);
    QVERIFY(record.attempts.at(0).begin + record.attempts.at(0).duration <= record.duration);
}

void UpstreamTraceTest::theClientsTraceGoesOn()
{
    m_fixture->start(TrafficFixture::three() + tracing("sampling = 1.0\nparent_based_sampler = true\n"));
    QCOMPARE(
        m_fixture->ask(chatOf("a/m"), {{"traceparent", clientParent}, {"tracestate", "x=1"}}).status, 200);
    const RequestRecord record = this->record();
    QVERIFY(record.trace);
    QCOMPARE(record.trace->traceId, traceId);
    QCOMPARE(record.trace->parentId, spanId);
    QVERIFY(!record.trace->isSampled);
    QCOMPARE(m_fixture->a.received(0).header("traceparent"), told(record));
    QCOMPARE(m_fixture->a.received(0).header("tracestate"), "x=1");
    QVERIFY(!told(record).contains(spanId));
}

void UpstreamTraceTest::repetitionsAreSpansOfOneTrace()
{
    m_fixture->a.setDefaultReply(errorReply(503));
    m_fixture->start(TrafficFixture::three() + tracing());
    QCOMPARE(m_fixture->ask(chatOf("all")).status, 200);
    const RequestRecord record = this->record();
    QVERIFY(record.trace);
    const auto tries = static_cast<std::size_t>(m_fixture->a.requestCount());
    QVERIFY(tries > 1);
    QCOMPARE(record.attempts.size(), tries + 1);
    QSet<QByteArray> spans;
    for (std::size_t i = 0; i < record.attempts.size(); ++i) {
        const bool isLast = i == tries;
        const kit::ReceivedRequest request
            = isLast ? m_fixture->b.received(0) : m_fixture->a.received(static_cast<int>(i));
        QCOMPARE(request.header("traceparent"), told(record, i));
        spans.insert(record.attempts[i].spanId);
        QVERIFY(i == 0 || record.attempts[i].begin > record.attempts[i - 1].begin);
    }
    QCOMPARE(static_cast<std::size_t>(spans.size()), record.attempts.size());
    QVERIFY(!spans.contains(record.trace->spanId));
}

void UpstreamTraceTest::itWinsOverHeaderRules()
{
    const QByteArray rules = "headers = [{ rule = \"forward\", pattern = \"^trace\" }]\n";
    m_fixture->start(TrafficFixture::provider("a", rules) + tracing());
    QCOMPARE(m_fixture->ask(chatOf("a/m"), {{"traceparent", clientParent}}).status, 200);
    QCOMPARE(count(m_fixture->a.received(0), "traceparent"), 1);
    QCOMPARE(m_fixture->a.received(0).header("traceparent"), told(record()));
}

void UpstreamTraceTest::aRefusedRequestIsTraced()
{
    m_fixture->start(TrafficFixture::provider("a") + tracing());
    QCOMPARE(m_fixture->ask(chatOf("nobody/m"), {{"traceparent", clientParent}}).status, 404);
    QVERIFY(record().trace);
    QCOMPARE(record().trace->parentId, spanId);
    QVERIFY(record().attempts.empty());
}

void UpstreamTraceTest::aReloadTurnsItOn()
{
    m_fixture->start(TrafficFixture::three());
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    m_fixture->reload(TrafficFixture::three() + tracing("sampling = 0.0\n"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 200);
    QVERIFY(!record(0).trace);
    QVERIFY(record(1).trace);
    QVERIFY(m_fixture->a.received(1).header("traceparent").endsWith("-00"));
    QCOMPARE(m_fixture->a.received(1).header("traceparent"), told(record(1)));
}

void UpstreamTraceTest::theProxyTellsToo()
{
    ProxyFixture proxy;
    proxy.start(tracing());
    proxy.provider().setDefaultReply(kit::Reply::json(200, "{}"));
    const kit::Headers headers {{"traceparent", clientParent}, {"tracestate", "x=1"}};
    QCOMPARE(proxy.ask("POST", "/proxy/anthropic/v1/messages", headers, "{}").status, 200);
    const RequestRecord record = recordOf(*proxy.gateway.gateway);
    QVERIFY(record.trace);
    QCOMPARE(record.trace->traceId, traceId);
    const kit::ReceivedRequest request = proxy.provider().received(0);
    QCOMPARE(count(request, "traceparent"), 1);
    QCOMPARE(request.header("traceparent"), told(record));
    QCOMPARE(request.header("tracestate"), "x=1");
}

void UpstreamTraceTest::theProxyHandsOnTheClients()
{
    ProxyFixture proxy;
    proxy.start();
    proxy.provider().setDefaultReply(kit::Reply::json(200, "{}"));
    const kit::Headers headers {{"traceparent", clientParent}, {"tracestate", "x=1"}};
    QCOMPARE(proxy.ask("POST", "/proxy/anthropic/v1/messages", headers, "{}").status, 200);
    QCOMPARE(proxy.provider().received(0).header("traceparent"), clientParent);
    QCOMPARE(proxy.provider().received(0).header("tracestate"), "x=1");
    QVERIFY(!recordOf(*proxy.gateway.gateway).trace);
}

QTEST_GUILESS_MAIN(UpstreamTraceTest)
#include "tst_upstreamtrace.moc"

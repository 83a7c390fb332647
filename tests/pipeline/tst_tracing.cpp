// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/tracing.h"

#include "wire/traceparent.h"

#include <QSet>
#include <QTest>

using namespace nexus;

namespace {

constexpr const char *traceId = "0af7651916cd43dd8448eb211c80319c";
constexpr const char *spanId = "b7ad6b7169203331";
constexpr const char *sampled = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
constexpr const char *unsampled = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
constexpr const char *amazon = "Root=1-11111111-222222222222222222222222";

TelemetryConfig tracing(double sampling, bool isParentBased = false)
{
    TelemetryConfig config;
    config.otlp.emplace();
    config.otlp->isEnabled = true;
    config.otlp->protocol = OtlpExporter::Protocol::Http;
    config.tracing.sampling = sampling;
    config.tracing.isParentBased = isParentBased;
    return config;
}

RandomSource always(double number)
{
    return [number] { return number; };
}

RandomSource unused()
{
    return [] {
        qFatal("nothing is to be left to chance");
        return 0.0;
    };
}

TraceContext begun(const HeaderList &client, const TelemetryConfig &config, const RandomSource &random)
{
    return beginTrace(client, config, random).value_or(TraceContext());
}

} // namespace

//! How a request's trace begins, and what a provider is told of it.
class TracingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingBeginsWithoutAnExporter_data();
    void nothingBeginsWithoutAnExporter();
    void aTraceBegins();
    void theClientsTraceGoesOn();
    void theClientsStateGoesWithItsParentOnly();
    void samples_data();
    void samples();
    void aProviderIsToldOfTheAttempt();
    void everyAttemptHasItsOwnSpan();
    void withoutATraceTheClientsGoesOn_data();
    void withoutATraceTheClientsGoesOn();
};

void TracingTest::nothingBeginsWithoutAnExporter_data()
{
    QTest::addColumn<TelemetryConfig>("config");
    QTest::newRow("none") << TelemetryConfig();
    TelemetryConfig config = tracing(1);
    config.otlp->isEnabled = false;
    QTest::newRow("off") << config;
    config = tracing(1);
    config.otlp->protocol = OtlpExporter::Protocol::Grpc;
    QTest::newRow("not spoken") << config;
    config = tracing(1);
    config.tracing.otlp.emplace();
    QTest::newRow("its own is off") << config;
    config = tracing(1);
    config.metricsOtlp = std::exchange(config.otlp, std::nullopt);
    QTest::newRow("metrics only") << config;
}

void TracingTest::nothingBeginsWithoutAnExporter()
{
    QFETCH(TelemetryConfig, config);
    QVERIFY(!beginTrace({{"traceparent", sampled}}, config, unused()));
}

void TracingTest::aTraceBegins()
{
    const TraceContext trace = begun({}, tracing(1), always(0.9));
    QVERIFY(parseTraceparent(traceparentText(trace.traceId, trace.spanId, true)));
    QVERIFY(trace.parentId.isEmpty());
    QVERIFY(trace.state.isEmpty());
    QVERIFY(trace.isSampled);
    const TraceContext other = begun({}, tracing(1), always(0.9));
    QVERIFY(trace.traceId != other.traceId);
    QVERIFY(trace.spanId != other.spanId);
}

void TracingTest::theClientsTraceGoesOn()
{
    const TraceContext trace = begun(
        {{"Traceparent", sampled}, {"tracestate", "a=1"}, {"Tracestate", "b=2"}}, tracing(1), always(0));
    QCOMPARE(trace.traceId, traceId);
    QCOMPARE(trace.parentId, spanId);
    QCOMPARE(trace.state, "a=1,b=2");
    QVERIFY(trace.spanId != spanId);
    QVERIFY(parseTraceparent(traceparentText(traceId, trace.spanId, true)));
}

void TracingTest::theClientsStateGoesWithItsParentOnly()
{
    QCOMPARE(begun({{"tracestate", "a=1"}}, tracing(1), always(0)).state, QByteArray());
    const TraceContext bad = begun({{"traceparent", "00-bad"}, {"tracestate", "a=1"}}, tracing(1), always(0));
    QVERIFY(bad.parentId.isEmpty() && bad.state.isEmpty());
    const TraceContext aws
        = begun({{"X-Amzn-Trace-Id", amazon}, {"tracestate", "a=1"}}, tracing(1), always(0));
    QCOMPARE(aws.traceId, "11111111222222222222222222222222");
    QCOMPARE(aws.state, QByteArray());
    QCOMPARE(
        begun({{"traceparent", sampled}, {"tracestate", "A"}}, tracing(1), always(0)).state, QByteArray());
}

void TracingTest::samples_data()
{
    QTest::addColumn<HeaderList>("client");
    QTest::addColumn<TelemetryConfig>("config");
    QTest::addColumn<double>("random");
    QTest::addColumn<bool>("isSampled");
    const HeaderList yes {{"traceparent", sampled}};
    const HeaderList no {{"traceparent", unsampled}};
    const HeaderList open {{"x-amzn-trace-id", amazon}};
    QTest::newRow("none") << HeaderList() << tracing(0) << 0.0 << false;
    QTest::newRow("all") << HeaderList() << tracing(1) << 0.9999999 << true;
    QTest::newRow("below") << HeaderList() << tracing(0.15) << 0.1499 << true;
    QTest::newRow("above") << HeaderList() << tracing(0.15) << 0.15 << false;
    QTest::newRow("the parent does not matter") << no << tracing(1) << 0.5 << true;
    QTest::newRow("nor when it says yes") << yes << tracing(0) << 0.5 << false;
    QTest::newRow("the parent decides for") << yes << tracing(0, true) << 0.5 << true;
    QTest::newRow("the parent decides against") << no << tracing(1, true) << 0.5 << false;
    QTest::newRow("no parent, below") << HeaderList() << tracing(0.15, true) << 0.1 << true;
    QTest::newRow("no parent, above") << HeaderList() << tracing(0.15, true) << 0.2 << false;
    QTest::newRow("left open, below") << open << tracing(0.15, true) << 0.1 << true;
    QTest::newRow("left open, above") << open << tracing(0.15, true) << 0.2 << false;
}

void TracingTest::samples()
{
    QFETCH(HeaderList, client);
    QFETCH(TelemetryConfig, config);
    QFETCH(double, random);
    QFETCH(bool, isSampled);
    QCOMPARE(begun(client, config, always(random)).isSampled, isSampled);
}

void TracingTest::aProviderIsToldOfTheAttempt()
{
    const HeaderList client {{"traceparent", sampled}, {"tracestate", "a=1"}};
    const TraceContext trace = begun(client, tracing(1), always(0));
    HeaderList headers {{"traceparent", "from a rule"}, {"content-type", "application/json"}};
    const QByteArray span = addTraceHeaders(headers, trace, client);
    QVERIFY(span != trace.spanId && span != trace.parentId);
    QCOMPARE(traceParentOf(headers),
        std::optional(TraceParent {.traceId = traceId, .spanId = span, .isSampled = true}));
    QCOMPARE(headers.value("tracestate"), "a=1");
    QCOMPARE(headers.size(), std::size_t(3));
}

void TracingTest::everyAttemptHasItsOwnSpan()
{
    TraceContext trace = begun({}, tracing(1), always(0));
    trace.isSampled = false;
    QSet<QByteArray> spans;
    for (int i = 0; i < 100; ++i) {
        HeaderList headers;
        spans.insert(addTraceHeaders(headers, trace, {}));
        QVERIFY(headers.value("traceparent").endsWith("-00"));
        QVERIFY(!headers.contains("tracestate"));
    }
    QCOMPARE(spans.size(), 100);
}

void TracingTest::withoutATraceTheClientsGoesOn_data()
{
    QTest::addColumn<HeaderList>("client");
    QTest::addColumn<HeaderList>("sent");
    const auto row = [](const char *name, const HeaderList &client, const HeaderList &sent) {
        QTest::newRow(name) << client << sent;
    };
    const QByteArray later = "cc" + QByteArray(sampled).sliced(2) + "-more";
    row("none", {{"x-a", "b"}}, {});
    row("parent", {{"Traceparent", sampled}}, {{"traceparent", sampled}});
    row("later version", {{"traceparent", later}}, {{"traceparent", later}});
    row("with state", {{"traceparent", unsampled}, {"tracestate", "a=1, b=2"}},
        {{"traceparent", unsampled}, {"tracestate", "a=1, b=2"}});
    row("bad state", {{"traceparent", sampled}, {"tracestate", "A"}}, {{"traceparent", sampled}});
    row("bad parent", {{"traceparent", "00-bad"}, {"tracestate", "a=1"}}, {});
    row("two parents", {{"traceparent", sampled}, {"traceparent", sampled}}, {});
    row("state alone", {{"tracestate", "a=1"}}, {});
    row("of Amazon", {{"x-amzn-trace-id", amazon}}, {});
}

void TracingTest::withoutATraceTheClientsGoesOn()
{
    QFETCH(HeaderList, client);
    QFETCH(HeaderList, sent);
    HeaderList headers;
    QCOMPARE(addTraceHeaders(headers, std::nullopt, client), QByteArray());
    QVERIFY(headers == sent);
}

QTEST_APPLESS_MAIN(TracingTest)
#include "tst_tracing.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "telemetrykit.h"

using namespace nexus;

//! When something is exported, and what a collector's answers lead to.
class TelemetryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metricsGrowAndAreSentOnlyWhenTheyDo();
    void nothingLeavesWhileItIsOff();
    void grpcIsSaidToBeUnspoken();
    void onlySampledTracesLeave();
    void aFullBatchGoesAtOnce();
    void aFullQueueLosesAndSaysSoOnce();
    void aCollectorThatCannotNowIsAskedAgain_data();
    void aCollectorThatCannotNowIsAskedAgain();
    void aDateSaysWhenToAskAgain();
    void triesAreBounded();
    void aRefusalIsFinal_data();
    void aRefusalIsFinal();
    void aPartThatIsRejectedIsLogged();
    void switchedOffInTheMiddle();
    void flushWaitsForTheCollector();
    void flushDoesNotWaitForEver();
    void flushOfNothingIsDoneAtOnce();
};

void TelemetryTest::metricsGrowAndAreSentOnlyWhenTheyDo()
{
    TelemetryProbe probe;
    const auto config = exporting(std::chrono::milliseconds(1));
    config->telemetry.tracing.otlp = OtlpExporter();
    probe.setConfig(config);
    RequestRecord record = tracedRecord();
    record.cache = CacheUse::Hit; // asked nobody, so no model has used anything
    record.attempts.clear();
    probe.telemetry.record(record);
    QVERIFY(probe.collector.waitFor(1));
    QCOMPARE(probe.collector.metrics(0).size(), 1U);
    probe.collector.answer(0, 200);
    probe.telemetry.record(record);
    QVERIFY(probe.collector.waitFor(2));
    const Json point = probe.collector.metrics(1)[0].at("histogram").at("dataPoints")[0];
    QCOMPARE(said(point.at("count")), QByteArray("2"));
    QVERIFY(point.at("startTimeUnixNano")
        == probe.collector.metrics(0)[0].at("histogram").at("dataPoints")[0].at("startTimeUnixNano"));
    probe.collector.answer(1, 200);
    // Nothing new, so nothing to send; what comes next shows that the timer went on.
    QTest::qWait(20);
    QCOMPARE(probe.collector.asks.size(), 2U);
    probe.telemetry.record(record);
    QVERIFY(probe.collector.waitFor(3));
}

void TelemetryTest::nothingLeavesWhileItIsOff()
{
    TelemetryProbe probe;
    probe.telemetry.record(tracedRecord());
    const auto config = exporting(std::chrono::milliseconds(1));
    config->telemetry.otlp->isEnabled = false;
    probe.setConfig(config);
    probe.telemetry.record(tracedRecord());
    push(probe);
    QTest::qWait(20);
    QVERIFY(probe.collector.asks.empty());
    QVERIFY(probe.log().isEmpty());
}

void TelemetryTest::grpcIsSaidToBeUnspoken()
{
    TelemetryProbe probe;
    const auto config = exporting();
    config->telemetry.otlp->protocol = OtlpExporter::Protocol::Grpc;
    probe.setConfig(config);
    probe.setConfig(std::make_shared<GatewayConfig>(*config));
    probe.telemetry.record(tracedRecord());
    push(probe);
    QVERIFY(probe.collector.asks.empty());
    QCOMPARE(probe.log().size(), 1);
    QVERIFY(probe.log().front().contains("telemetry.exporters.otlp.protocol"));
    QVERIFY(probe.log().front().contains("4318"));
}

void TelemetryTest::onlySampledTracesLeave()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    RequestRecord record = tracedRecord();
    record.trace->isSampled = false;
    probe.telemetry.record(record);
    record.trace.reset();
    probe.telemetry.record(record);
    push(probe);
    QVERIFY(probe.collector.asks.empty());
}

void TelemetryTest::aFullBatchGoesAtOnce()
{
    TelemetryProbe probe;
    const auto config = tracesOnly();
    config->telemetry.otlp->batchExport.maxExportBatchSize = 7; // two records of three spans each
    probe.setConfig(config);
    for (int i = 0; i < 5; ++i) {
        probe.telemetry.record(tracedRecord());
    }
    QVERIFY(probe.collector.waitFor(1));
    QCOMPARE(probe.collector.spans(0).size(), 6U);
    probe.collector.answer(0, 200);
    QVERIFY(probe.collector.waitFor(2));
    QCOMPARE(probe.collector.spans(1).size(), 6U);
    probe.collector.answer(1, 200);
    // Three spans are no batch; they wait for the time to come.
    QTest::qWait(20);
    QCOMPARE(probe.collector.asks.size(), 2U);
    push(probe);
    QCOMPARE(probe.collector.spans(2).size(), 3U);
}

void TelemetryTest::aFullQueueLosesAndSaysSoOnce()
{
    TelemetryProbe probe;
    const auto config = tracesOnly();
    config->telemetry.otlp->batchExport.maxQueueSize = 10;
    probe.setConfig(config);
    for (int i = 0; i < 100; ++i) {
        probe.telemetry.record(tracedRecord());
    }
    push(probe);
    QCOMPARE(probe.collector.spans(0).size(), 9U);
    QCOMPARE(probe.events("telemetry_lost").size(), 1);
    QVERIFY(probe.log().front().contains("max_queue_size"));
    QVERIFY(probe.log().front().contains("items=291"));
    // It takes again what comes.
    probe.collector.answer(0, 200);
    probe.telemetry.record(tracedRecord());
    QTRY_VERIFY((push(probe), probe.collector.asks.size() == 2));
}

void TelemetryTest::aCollectorThatCannotNowIsAskedAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {0, 429, 502, 503, 504}) {
        QTest::addRow("%d", status) << status;
    }
}

void TelemetryTest::aCollectorThatCannotNowIsAskedAgain()
{
    QFETCH(const int, status);
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    if (status == 0) {
        probe.collector.fail(0, ErrorKind::UpstreamUnreachable);
    } else {
        probe.collector.answer(0, status, "no", {{"Retry-After", "0"}});
    }
    QVERIFY(probe.collector.waitFor(2));
    QCOMPARE(probe.collector.asks[1].ask.body, probe.collector.asks[0].ask.body);
    probe.collector.answer(1, 200);
    QVERIFY(probe.events("telemetry_lost").isEmpty());
}

// The pause that it would take by itself lasts for ever here.
void TelemetryTest::aDateSaysWhenToAskAgain()
{
    FakeCollector collector;
    const LogOutput log(LogLevel::Off, LogStyle::Text, [](std::string_view) {});
    Telemetry telemetry(collector, log.logger("ledger"), std::chrono::hours(1));
    telemetry.setConfig(tracesOnly());
    telemetry.record(tracedRecord());
    telemetry.flush(std::chrono::hours(1), &telemetry, [] {});
    QVERIFY(collector.waitFor(1));
    collector.answer(0, 503, "no", {{"Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"}});
    QVERIFY(collector.waitFor(2));
}

void TelemetryTest::triesAreBounded()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    const auto loseOne = [&probe] {
        const std::size_t begin = probe.collector.asks.size();
        probe.telemetry.record(tracedRecord());
        QTRY_VERIFY((push(probe), probe.collector.asks.size() > begin));
        for (std::size_t i = begin; i < begin + OtlpSender::maxTries; ++i) {
            QVERIFY(probe.collector.waitFor(i + 1));
            probe.collector.fail(i, ErrorKind::UpstreamTimeout);
        }
    };
    loseOne();
    QCOMPARE(probe.events("telemetry_lost").size(), 1);
    loseOne();
    QCOMPARE(probe.collector.asks.size(), std::size_t {2 * OtlpSender::maxTries});
    QCOMPARE(probe.events("telemetry_lost").size(), 1);
    probe.telemetry.record(tracedRecord());
    QTRY_VERIFY((push(probe), probe.collector.asks.size() > 2 * OtlpSender::maxTries));
    probe.collector.answer(2 * OtlpSender::maxTries, 200);
    QCOMPARE(probe.events("telemetry_arrives_again").size(), 1);
    QVERIFY(!probe.log().join(' ').contains("sk-of-the-collector"));
}

void TelemetryTest::aRefusalIsFinal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("bad request") << 400 << QByteArray();
    QTest::newRow("not let in") << 401 << QByteArray();
    QTest::newRow("moved") << 307 << QByteArray();
    QTest::newRow("broken") << 500 << QByteArray();
    QTest::newRow("much later") << 503 << QByteArray("3000");
    QTest::newRow("at a date far away") << 503 << QByteArray("Sun, 06 Nov 2950 08:49:37 GMT");
}

void TelemetryTest::aRefusalIsFinal()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, retryAfter);
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    probe.collector.answer(0, status, "no", {{"Retry-After", retryAfter}});
    QCOMPARE(probe.events("telemetry_lost").size(), 1);
    QVERIFY(probe.log().front().contains(QByteArray::number(status)));
    QTest::qWait(20);
    QCOMPARE(probe.collector.asks.size(), 1U);
}

void TelemetryTest::aPartThatIsRejectedIsLogged()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    probe.collector.answer(0, 200, R"({"partialSuccess":{"rejectedSpans":"2","errorMessage":"x"}})");
    QCOMPARE(probe.events("telemetry_lost").size(), 1);
    QVERIFY(probe.log().front().contains("items=2"));
}

void TelemetryTest::switchedOffInTheMiddle()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    probe.telemetry.record(tracedRecord());
    probe.setConfig(std::make_shared<GatewayConfig>());
    probe.collector.answer(0, 503);
    QTest::qWait(20);
    QCOMPARE(probe.collector.asks.size(), 1U);
    // On again, nothing of before is left.
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    QCOMPARE(probe.collector.asks.size(), 2U);
    QCOMPARE(probe.collector.spans(1).size(), 3U);
}

void TelemetryTest::flushWaitsForTheCollector()
{
    TelemetryProbe probe;
    const auto config = exporting();
    config->telemetry.otlp->batchExport.maxExportBatchSize = 3;
    probe.setConfig(config);
    probe.telemetry.record(tracedRecord());
    probe.telemetry.record(tracedRecord());
    int done = 0;
    probe.telemetry.flush(std::chrono::minutes(5), &probe.telemetry, [&done] { ++done; });
    QVERIFY(probe.collector.waitFor(2));
    probe.collector.answer(0, 200);
    QVERIFY(probe.collector.waitFor(3)); // the other batch of spans
    probe.collector.answer(1, 200);
    QCoreApplication::processEvents();
    QCOMPARE(done, 0);
    probe.collector.answer(2, 200);
    QTRY_COMPARE(done, 1);
}

void TelemetryTest::flushDoesNotWaitForEver()
{
    TelemetryProbe probe;
    probe.setConfig(exporting());
    probe.telemetry.record(tracedRecord());
    int done = 0;
    probe.telemetry.flush(std::chrono::milliseconds(1), &probe.telemetry, [&done] { ++done; });
    QTRY_COMPARE(done, 1);
    // Nobody is told who is gone.
    auto context = std::make_unique<QObject>();
    probe.telemetry.record(tracedRecord());
    probe.telemetry.flush(std::chrono::milliseconds(1), context.get(), [&done] { ++done; });
    context.reset();
    QTest::qWait(20);
    QCOMPARE(done, 1);
}

void TelemetryTest::flushOfNothingIsDoneAtOnce()
{
    TelemetryProbe probe;
    int done = 0;
    probe.telemetry.flush(std::chrono::minutes(5), &probe.telemetry, [&done] { ++done; });
    QCOMPARE(done, 1);
    probe.setConfig(exporting());
    probe.telemetry.flush(std::chrono::minutes(5), &probe.telemetry, [&done] { ++done; });
    QCOMPARE(done, 2);
}

QTEST_GUILESS_MAIN(TelemetryTest)
#include "tst_telemetry.moc"

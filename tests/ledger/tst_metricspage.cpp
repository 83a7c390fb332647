// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metricskit.h"

#include "ledger/metrics/processstate.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace nexus;

//! How metrics are written.
class MetricsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_probe = std::make_unique<MetricsProbe>(); }

    void acceptChoosesTheFormat_data();
    void acceptChoosesTheFormat();
    void labelsAreCleanText_data();
    void labelsAreCleanText();
    void decimalsAreExact_data();
    void decimalsAreExact();
    void theProcessIsDescribed();
    void valuesAreEscaped();
    void openMetricsNamesFamiliesAndEnds();
    void everyFamilyIsThereFromTheStart();

private:
    std::unique_ptr<MetricsProbe> m_probe;
};

void MetricsPageTest::acceptChoosesTheFormat_data()
{
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("anything") << QByteArray("*/*") << false;
    QTest::newRow("a browser") << QByteArray("text/html,*/*;q=0.8") << false;
    QTest::newRow("open") << QByteArray("application/openmetrics-text") << true;
    QTest::newRow("Prometheus 2") << QByteArray(
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;"
        "version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1")
                                  << true;
    QTest::newRow("spaces and case") << QByteArray("Application/OpenMetrics-Text; Version=\"1.0.0\" ")
                                     << true;
    QTest::newRow("plain first") << QByteArray("application/openmetrics-text;q=0.5,text/plain") << false;
    QTest::newRow("not open") << QByteArray("application/openmetrics-text;q=0,*/*;q=0.1") << false;
    QTest::newRow("another version") << QByteArray("application/openmetrics-text;version=2.0.0") << false;
    QTest::newRow("no number") << QByteArray("application/openmetrics-text;q=x") << false;
}

void MetricsPageTest::acceptChoosesTheFormat()
{
    QFETCH(const QByteArray, accept);
    QFETCH(const bool, isOpen);
    QCOMPARE(acceptedFormat(accept) == MetricsFormat::OpenMetrics, isOpen);
}

void MetricsPageTest::labelsAreCleanText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray("gpt-4o") << QByteArray("gpt-4o");
    QTest::newRow("another script") << QByteArray("模型") << QByteArray("模型");
    QTest::newRow("control") << QByteArray("a\tb\r\n\x7f", 6) << QByteArray("a?b???");
    QTest::newRow("null") << QByteArray("a\0b", 3) << QByteArray("a?b");
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray("a\xef\xbf\xbd");
    QTest::newRow("long") << QByteArray(1000, 'x') << QByteArray(128, 'x');
    QTest::newRow("cut between halves") << QByteArray(127, 'x') + "😀" << QByteArray(127, 'x');
}

void MetricsPageTest::labelsAreCleanText()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, text);
    QCOMPARE(labelText(value), text);
    QCOMPARE(labelText(text), text);
}

void MetricsPageTest::decimalsAreExact_data()
{
    QTest::addColumn<qint64>("millionths");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << qint64(0) << QByteArray("0");
    QTest::newRow("one millionth") << qint64(1) << QByteArray("0.000001");
    QTest::newRow("whole") << qint64(12'000'000) << QByteArray("12");
    QTest::newRow("zeros go") << qint64(1'250'000) << QByteArray("1.25");
    QTest::newRow("beyond doubles") << qint64(9'007'199'254'740'993) << QByteArray("9007199254.740993");
    QTest::newRow("below zero") << qint64(-500'000) << QByteArray("-0.5");
    QTest::newRow("far below zero") << qint64(-1'500'000) << QByteArray("-1.5");
}

void MetricsPageTest::decimalsAreExact()
{
    QFETCH(const qint64, millionths);
    QFETCH(const QByteArray, text);
    QCOMPARE(decimal(millionths), text);
}

void MetricsPageTest::theProcessIsDescribed()
{
    const std::optional<ProcessState> state = processState();
    QVERIFY(state);
    QVERIFY(state->cpuMicros > 0);
    QVERIFY(state->residentBytes > 1'000'000);
    QVERIFY(state->virtualBytes >= state->residentBytes);
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    QVERIFY(state->startMicros <= now + 1'000'000);
    QVERIFY(state->startMicros > now - 3'600LL * 1'000'000);
    QFile file(QStringLiteral("/dev/null"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(processState()->openFiles, state->openFiles + 1);
    QVERIFY(m_probe->page().contains("\nprocess_start_time_seconds "));
}

void MetricsPageTest::valuesAreEscaped()
{
    QCOMPARE(labelPair("a", "x\\y\"z\nq"), "a=\"x\\\\y\\\"z\\nq\"");
    m_probe->record(answered("say \"hi\"\\", "a\nb"));
    QCOMPARE(m_probe->valueOf(
                 "nexus_requests_total{provider=\"p\",model=\"say \\\"hi\\\"\\\\\",status=\"200\",client="
                 "\"a?b\"}"),
        "1");
}

void MetricsPageTest::openMetricsNamesFamiliesAndEnds()
{
    m_probe->record(answered());
    const QByteArray open = m_probe->metrics.page(MetricsFormat::OpenMetrics);
    QVERIFY(open.endsWith("\n# EOF\n"));
    QVERIFY(open.contains("# TYPE nexus_requests counter\n"));
    QVERIFY(
        open.contains("\nnexus_requests_total{provider=\"p\",model=\"m\",status=\"200\",client=\"\"} 1\n"));
    QVERIFY(open.contains("# UNIT nexus_request_duration_seconds seconds\n"));
    const QByteArray plain = m_probe->page();
    QVERIFY(plain.contains("# TYPE nexus_requests_total counter\n"));
    QVERIFY(!plain.contains("# UNIT"));
    QVERIFY(!plain.contains("# EOF"));
}

void MetricsPageTest::everyFamilyIsThereFromTheStart()
{
    for (const char *name :
        {"nexus_requests_total", "nexus_request_duration_seconds", "nexus_time_to_first_token_seconds",
            "nexus_tokens_total", "nexus_cost_usd_total", "nexus_attempts_total",
            "nexus_cache_requests_total", "nexus_rate_limited_total", "nexus_streams_active",
            "nexus_upstream_connections", "nexus_history_dropped_total", "nexus_build_info"}) {
        QVERIFY2(m_probe->page().count(QByteArray("# TYPE ") + name + ' ') == 1, name);
    }
    QCOMPARE(m_probe->valueOf("nexus_rate_limited_total{by=\"gateway\"}"), "0");
    QCOMPARE(m_probe->valueOf("nexus_build_info{version=\"" NEXUS_VERSION "\"}"), "1");
    QCOMPARE(m_probe->countOf("nexus_requests_total"), 0);
}

QTEST_GUILESS_MAIN(MetricsPageTest)
#include "tst_metricspage.moc"

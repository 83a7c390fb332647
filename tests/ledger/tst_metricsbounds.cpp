// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metricskit.h"

#include <QSet>
#include <QTest>

using namespace nexus;

//! Which names make series, and how many.
class MetricsBoundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_probe = std::make_unique<MetricsProbe>(); }

    void namesNobodyKnowsAreOthers();
    void configuredModelsAreNamed();
    void modelsAreBounded();
    void providersAreBounded();
    void clientsAreBounded();
    void rowsAreBounded();
    void namesThatLookAlikeShareARow();

private:
    std::unique_ptr<MetricsProbe> m_probe;
};

void MetricsBoundsTest::namesNobodyKnowsAreOthers()
{
    RequestRecord madeUp = answered("made-up");
    madeUp.status = 404;
    madeUp.attempts.front().status = 404;
    m_probe->record(madeUp);
    RequestRecord lost;
    lost.askedModel = "nothing";
    lost.status = 404;
    lost.outcome = Outcome::Refused;
    m_probe->record(lost);
    QVERIFY(!m_probe->page().contains("made-up"));
    QVERIFY(!m_probe->page().contains("nothing"));
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"p\",model=\"other\",status=\"404\",client=\"\"}"),
        "1");
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"\",model=\"\",status=\"404\",client=\"\"}"), "1");
    // Its provider knows it after all.
    m_probe->record(answered("made-up"));
    QVERIFY(m_probe->page().contains("model=\"made-up\""));
}

void MetricsBoundsTest::configuredModelsAreNamed()
{
    m_probe->metrics.setConfig(configured("public", "real"));
    RequestRecord record = answered("real");
    record.attempts.front().status = 500;
    m_probe->record(record);
    record = answered("public");
    record.attempts.front().status = 500;
    m_probe->record(record);
    QVERIFY(m_probe->page().contains("model=\"real\""));
    QVERIFY(!m_probe->page().contains("model=\"public\""));
}

void MetricsBoundsTest::modelsAreBounded()
{
    for (int i = 0; i < 300; ++i) {
        m_probe->record(answered("model-" + QByteArray::number(i)));
    }
    QCOMPARE(m_probe->countOf("nexus_requests_total{"), 201);
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"p\",model=\"other\",status=\"200\",client=\"\"}"),
        "100");
    QCOMPARE(m_probe->countOf("nexus_attempts_total{"), 201);
}

void MetricsBoundsTest::providersAreBounded()
{
    for (int i = 0; i < 100; ++i) {
        RequestRecord record = answeredBy(QStringLiteral("provider-%1").arg(i), "m");
        record.attempts.front().status = 500;
        m_probe->record(record);
    }
    QCOMPARE(m_probe->countOf("nexus_requests_total{"), 51);
    QCOMPARE(m_probe->valueOf(
                 "nexus_requests_total{provider=\"other\",model=\"other\",status=\"200\",client=\"\"}"),
        "50");
}

void MetricsBoundsTest::clientsAreBounded()
{
    for (int i = 0; i < 150; ++i) {
        m_probe->record(answered("m", "client-" + QByteArray::number(i)));
    }
    m_probe->record(answered("m"));
    QCOMPARE(m_probe->countOf("nexus_requests_total{"), 102);
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"p\",model=\"m\",status=\"200\",client=\"other\"}"),
        "50");
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"p\",model=\"m\",status=\"200\",client=\"\"}"), "1");
}

void MetricsBoundsTest::rowsAreBounded()
{
    for (int model = 0; model < 200; ++model) {
        for (int client = 0; client < 20; ++client) {
            m_probe->record(answered("m" + QByteArray::number(model), "c" + QByteArray::number(client)));
        }
    }
    // The rest of the models have one row each.
    QCOMPARE(m_probe->countOf("nexus_requests_total{"), 2'100);
    QCOMPARE(m_probe->valueOf(
                 "nexus_requests_total{provider=\"p\",model=\"m199\",status=\"200\",client=\"other\"}"),
        "20");
}

// Two samples with the same labels would make the whole page worthless.
void MetricsBoundsTest::namesThatLookAlikeShareARow()
{
    m_probe->record(answered("a\tb"));
    m_probe->record(answered("a\rb"));
    m_probe->record(answered("a?b"));
    m_probe->record(answered("other", "other"));
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"p\",model=\"a?b\",status=\"200\",client=\"\"}"),
        "3");
    QByteArrayList names;
    for (const QByteArray &line : m_probe->page().split('\n')) {
        if (!line.startsWith('#')) {
            names.append(line.first(qMax(0, line.lastIndexOf(' '))));
        }
    }
    QCOMPARE(QSet<QByteArray>(names.begin(), names.end()).size(), names.size());
}

QTEST_GUILESS_MAIN(MetricsBoundsTest)
#include "tst_metricsbounds.moc"

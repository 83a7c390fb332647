// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metricskit.h"

#include <QTest>

#include <optional>
#include <thread>
#include <vector>

using namespace nexus;

//! What is counted of records.
class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_probe = std::make_unique<MetricsProbe>(); }

    void costDoesNotDrift();
    void unknownCostIsNoCost();
    void tokensAreOfProvidersAlone();
    void statusesAreCounted();
    void bucketsAddUp();
    void firstTokensAreOfStreams();
    void attemptsAreNamed_data();
    void attemptsAreNamed();
    void limitsAreCounted();
    void cacheIsCounted();
    void theProgramStandsInForTheClient();
    void gaugesAreAsked();
    void manyThreadsCountTogether();
    void costOfARecord();

private:
    std::unique_ptr<MetricsProbe> m_probe;
};

void MetricsTest::costDoesNotDrift()
{
    RequestRecord record = answered();
    record.microDollars = 100'001;
    for (int i = 0; i < 1'000'000; ++i) {
        m_probe->record(record);
    }
    QCOMPARE(m_probe->valueOf("nexus_cost_usd_total{provider=\"p\",model=\"m\",client=\"\"}"), "100001");
    record.microDollars = 1;
    m_probe->record(record);
    QCOMPARE(
        m_probe->valueOf("nexus_cost_usd_total{provider=\"p\",model=\"m\",client=\"\"}"), "100001.000001");
}

void MetricsTest::unknownCostIsNoCost()
{
    m_probe->record(answered());
    QCOMPARE(m_probe->countOf("nexus_cost_usd_total{"), 0);
    QCOMPARE(m_probe->countOf("nexus_tokens_total{"), 0);
    RequestRecord free = answered();
    free.microDollars = 0;
    m_probe->record(free);
    QCOMPARE(m_probe->valueOf("nexus_cost_usd_total{provider=\"p\",model=\"m\",client=\"\"}"), "0");
}

void MetricsTest::tokensAreOfProvidersAlone()
{
    RequestRecord record = answered("m", "me");
    record.usage = TokenUsage {.input = 10, .cacheRead = 4, .cacheWrite = 3, .output = 20, .reasoning = 5};
    record.microDollars = 7;
    m_probe->record(record);
    for (const CacheUse use : {CacheUse::Hit, CacheUse::Shared}) {
        record.cache = use;
        m_probe->record(record);
    }
    record.cache = CacheUse::Off;
    record.operation = Operation::CountTokens;
    m_probe->record(record);
    const QByteArray labels = "nexus_tokens_total{provider=\"p\",model=\"m\",client=\"me\",direction=";
    QCOMPARE(m_probe->valueOf(labels + "\"input\"}"), "10");
    QCOMPARE(m_probe->valueOf(labels + "\"output\"}"), "20");
    QCOMPARE(m_probe->valueOf(labels + "\"cache_read\"}"), "4");
    QCOMPARE(m_probe->valueOf(labels + "\"cache_write\"}"), "3");
    QCOMPARE(m_probe->valueOf(labels + "\"reasoning\"}"), "5");
    QCOMPARE(m_probe->valueOf("nexus_cost_usd_total{provider=\"p\",model=\"m\",client=\"me\"}"), "0.000007");
}

void MetricsTest::statusesAreCounted()
{
    RequestRecord record = answered();
    m_probe->record(record);
    m_probe->record(record);
    record.status = 502;
    record.outcome = Outcome::Failed;
    m_probe->record(record);
    record.status = 200;
    record.outcome = Outcome::ClientGone;
    m_probe->record(record);
    record.outcome = Outcome::ShutDown;
    record.status = 0;
    m_probe->record(record);
    const auto count = [this](const QByteArray &status) {
        return m_probe->valueOf(
            "nexus_requests_total{provider=\"p\",model=\"m\",status=\"" + status + "\",client=\"\"}");
    };
    QCOMPARE(count("200"), "2");
    QCOMPARE(count("502"), "1");
    QCOMPARE(count("499"), "1");
    QCOMPARE(count("0"), "1");
    QCOMPARE(m_probe->countOf("nexus_requests_total{"), 4);
}

void MetricsTest::bucketsAddUp()
{
    RequestRecord record = answered();
    for (const qint64 micros : {10'000LL, 10'001LL, 700'000'000LL}) {
        record.duration = std::chrono::microseconds(micros);
        m_probe->record(record);
    }
    record.outcome = Outcome::Refused;
    m_probe->record(record);
    const QByteArray name = "nexus_request_duration_seconds";
    const QByteArray labels = "provider=\"p\",model=\"m\"";
    const auto bucket = [&](const QByteArray &le) {
        return m_probe->valueOf(name + "_bucket{" + labels + ",le=\"" + le + "\"}");
    };
    QCOMPARE(bucket("0.01"), "1");
    QCOMPARE(bucket("0.025"), "2");
    QCOMPARE(bucket("600.0"), "2");
    QCOMPARE(bucket("+Inf"), "3");
    QCOMPARE(m_probe->valueOf(name + "_count{" + labels + '}'), "3");
    QCOMPARE(m_probe->valueOf(name + "_sum{" + labels + '}'), "700.020001");
}

void MetricsTest::firstTokensAreOfStreams()
{
    RequestRecord record = answered();
    record.firstByte = std::chrono::milliseconds(5);
    m_probe->record(record);
    QCOMPARE(m_probe->countOf("nexus_time_to_first_token_seconds_count"), 0);
    record.isStream = true;
    m_probe->record(record);
    record.cache = CacheUse::Hit;
    m_probe->record(record);
    record.cache = CacheUse::Off;
    record.status = 502;
    m_probe->record(record);
    QCOMPARE(m_probe->valueOf("nexus_time_to_first_token_seconds_count{provider=\"p\",model=\"m\"}"), "1");
    QCOMPARE(m_probe->valueOf("nexus_time_to_first_token_seconds_sum{provider=\"p\",model=\"m\"}"), "0.005");
}

void MetricsTest::attemptsAreNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *word, int status, std::optional<ErrorKind> kind) {
        QTest::addRow("%s %d", word, status) << status << (kind ? int(*kind) : -1) << QByteArray(word);
    };
    row("ok", 200, std::nullopt);
    row("abandoned", 0, std::nullopt);
    row("refused", 404, std::nullopt);
    row("rate_limited", 429, std::nullopt);
    row("failed", 500, std::nullopt);
    row("refused", 400, ErrorKind::UpstreamRefused);
    row("rate_limited", 429, ErrorKind::UpstreamRefused);
    row("failed", 500, ErrorKind::UpstreamFailed);
    row("overloaded", 529, ErrorKind::UpstreamOverloaded);
    row("unreachable", 0, ErrorKind::UpstreamUnreachable);
    row("invalid", 200, ErrorKind::UpstreamInvalid);
    row("timeout", 0, ErrorKind::UpstreamTimeout);
    row("other", 0, ErrorKind::Internal);
}

void MetricsTest::attemptsAreNamed()
{
    QFETCH(const int, status);
    QFETCH(const int, kind);
    QFETCH(const QByteArray, word);
    m_probe->metrics.setConfig(configured("m"));
    RequestRecord record = answered();
    record.attempts.front().status = status;
    if (kind >= 0) {
        record.attempts.front().error = Error {
            .kind = static_cast<ErrorKind>(kind), .message = {}, .detail = {}, .upstreamStatus = status};
    }
    m_probe->record(record);
    QCOMPARE(m_probe->countOf("nexus_attempts_total{"), 1);
    QCOMPARE(
        m_probe->valueOf("nexus_attempts_total{provider=\"p\",model=\"m\",outcome=\"" + word + "\"}"), "1");
    QCOMPARE(m_probe->valueOf("nexus_rate_limited_total{by=\"provider\"}"), status == 429 ? "1" : "0");
}

void MetricsTest::limitsAreCounted()
{
    RequestRecord record;
    record.outcome = Outcome::Refused;
    record.status = 429;
    record.error = Error {.kind = ErrorKind::RateLimited, .message = {}, .detail = {}};
    m_probe->record(record);
    record.error->kind = ErrorKind::QuotaExceeded;
    m_probe->record(record);
    m_probe->record(record);
    QCOMPARE(m_probe->valueOf("nexus_rate_limited_total{by=\"gateway\"}"), "1");
    QCOMPARE(m_probe->valueOf("nexus_rate_limited_total{by=\"budget\"}"), "2");
    QCOMPARE(
        m_probe->valueOf("nexus_requests_total{provider=\"\",model=\"\",status=\"429\",client=\"\"}"), "3");
}

void MetricsTest::cacheIsCounted()
{
    RequestRecord record = answered();
    for (const CacheUse use :
        {CacheUse::Off, CacheUse::Miss, CacheUse::Hit, CacheUse::Hit, CacheUse::Shared}) {
        record.cache = use;
        m_probe->record(record);
    }
    QCOMPARE(m_probe->valueOf("nexus_cache_requests_total{result=\"hit\"}"), "2");
    QCOMPARE(m_probe->valueOf("nexus_cache_requests_total{result=\"shared\"}"), "1");
    QCOMPARE(m_probe->valueOf("nexus_cache_requests_total{result=\"miss\"}"), "1");
    QCOMPARE(m_probe->valueOf("nexus_cache_requests_total{result=\"bypass\"}"), "0");
}

void MetricsTest::theProgramStandsInForTheClient()
{
    auto slot = std::make_shared<ProgramSlot>();
    slot->set({.name = QStringLiteral("python3"), .path = {}});
    RequestRecord record = answered();
    record.program = slot;
    m_probe->record(record);
    QVERIFY(m_probe->page().contains("client=\"python3\""));
    record.who.label = "label";
    m_probe->record(record);
    QVERIFY(m_probe->page().contains("client=\"label\""));
    record.who.clientId = "id";
    m_probe->record(record);
    QVERIFY(m_probe->page().contains("client=\"id\""));
}

void MetricsTest::gaugesAreAsked()
{
    m_probe->dropped = 5;
    QCOMPARE(m_probe->valueOf("nexus_streams_active"), "3");
    QCOMPARE(m_probe->valueOf("nexus_upstream_connections"), "4");
    QCOMPARE(m_probe->valueOf("nexus_history_dropped_total"), "5");
}

void MetricsTest::manyThreadsCountTogether()
{
    constexpr int each = 5'000;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([this, i] {
            for (int n = 0; n < each; ++n) {
                m_probe->record(answered("m" + QByteArray::number(n % 7), "c" + QByteArray::number(i)));
                if (n % 1'000 == 0) {
                    QVERIFY(!m_probe->metrics.page(MetricsFormat::OpenMetrics).isEmpty());
                }
            }
        });
    }
    threads.clear();
    qint64 sum = 0;
    for (const QByteArray &line : m_probe->page().split('\n')) {
        if (line.startsWith("nexus_requests_total{")) {
            sum += line.split(' ').last().toLongLong();
        }
    }
    QCOMPARE(sum, 4 * each);
}

void MetricsTest::costOfARecord()
{
    const RequestRecord record = answered("m", "client");
    QBENCHMARK
    {
        m_probe->record(record);
    }
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"

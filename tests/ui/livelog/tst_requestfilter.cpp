// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logkit.h"
#include "ui/models/filterwords.h"
#include "ui/models/requestfilter.h"

#include <QtTest>

using namespace nexus;

namespace {

// Rows that differ in everything a filter can ask for.
std::vector<RequestRecord> records(qint64 now)
{
    std::vector<RequestRecord> all;
    const std::array clients {"app", "App-Two", "\xc3\x84pp", ""};
    const std::array models {"gpt-4o", "gpt_4o%mini", "claude-sonnet"};
    for (int i = 0; i < 60; ++i) {
        const auto at = static_cast<std::size_t>(i);
        RequestRecord record = chatRecord(QByteArray::number(i), now - i * 60'000LL);
        record.who.label = clients.at(at % clients.size());
        record.who.group = i % 5 == 0 ? "Team" : "";
        record.upstreamModel = i % 7 == 0 ? QByteArray() : QByteArray(models.at(at % models.size()));
        record.attempts.front().model = record.upstreamModel;
        record.provider = i % 3 == 0 ? QStringLiteral("anthropic") : QStringLiteral("openai");
        record.alias = i % 2 == 0 ? QStringLiteral("safe") : QString();
        record.path = std::array {"/v1/chat/completions", "/anthropic/v1/messages", "/v1/chat/completions",
            "/anthropic/v1/messages", "/health", "/metrics"}
                          .at(at % 6);
        record.isStream = i % 3 == 1;
        record.status = std::array {200, 404, 429, 500, 503}.at(at % 5);
        record.outcome
            = std::array {Outcome::Answered, Outcome::Refused, Outcome::Failed, Outcome::ClientGone}.at(
                at % 4);
        record.cache = i % 6 == 0 ? CacheUse::Hit : CacheUse::Miss;
        if (i % 8 == 0) {
            record.attempts.push_back(record.attempts.front());
        }
        if (i % 9 == 0) {
            record.usage.reset();
        } else {
            record.usage = TokenUsage {.input = i * 100, .output = i};
        }
        record.firstByte = std::chrono::microseconds(i * 90'500);
        record.duration = std::chrono::microseconds(i * 250'999);
        all.push_back(record);
    }
    return all;
}

LiveRequest liveOf(const RequestRecord &record)
{
    return {.record = std::make_shared<const RequestRecord>(record),
        .age = record.duration,
        .status = record.status,
        .firstByte = record.firstByte};
}

} // namespace

class TestRequestFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheHistory_data();
    void agreesWithTheHistory();
    void hidesProbesUnlessTheyAreAskedFor_data();
    void hidesProbesUnlessTheyAreAskedFor();
    void leavesTextsToTheHistory();
    void offersKeysAndValues();
    void completesTheWordAtTheCursor();

private:
    std::unique_ptr<LogKit> m_kit;
    qint64 m_now = QDateTime::currentMSecsSinceEpoch();
};

void TestRequestFilter::initTestCase()
{
    m_kit = std::make_unique<LogKit>();
    for (const RequestRecord &record : records(m_now)) {
        m_kit->record(record);
    }
    QTRY_COMPARE(m_kit->written(), 60);
}

void TestRequestFilter::agreesWithTheHistory_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "status:200", "status:5xx", "-status:5xx", "status:>=404", "model:gpt",
             "model:GPT_4O%", "-model:gpt", "model:=safe", "client:app", "client:=APP", "client:=\xc3\xa4pp",
             "client:\xc3\x84", "-client:=app", "group:team", "-group:=team", "provider:open", "alias:=safe",
             "-alias:safe", "path:messages", "id:17", "-id:17", "is:stream", "is:error", "-is:error",
             "is:cached", "is:failed", "is:refused", "is:gone", "is:retried", "-is:retried", "is:probe",
             "-is:probe", "tokens:>1000", "tokens:0", "-tokens:>1000", "duration:>2s", "duration:250ms",
             "first_byte:<=500ms", "-first_byte:>1s", "since:20m", "until:20m", "-since:20m", "cost:>0.0001",
             "-cost:>0.0001", "cost:0", "status:4xx model:gpt -is:stream tokens:..3000"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestRequestFilter::agreesWithTheHistory()
{
    QFETCH(QString, text);
    const auto terms = parseHistoryFilter(text, m_now + 30'000);
    QVERIFY2(terms, terms ? "" : qPrintable(terms.error().message));
    const RequestFilter filter(*terms);
    QStringList expected;
    QStringList unfiltered;
    bool isDone = false;
    m_kit->history.ask<std::pair<HistoryPage, HistoryPage>>(
        this,
        [&terms](const HistoryReader &reader) -> Result<std::pair<HistoryPage, HistoryPage>> {
            const auto some = reader.page(*terms, 0, 1'000);
            const auto all = reader.page({}, 0, 1'000);
            if (!some || !all) {
                return failure(some ? all.error() : some.error());
            }
            return std::pair(*some, *all);
        },
        [&](const Result<std::pair<HistoryPage, HistoryPage>> &pages) {
            isDone = true;
            if (!pages) {
                return;
            }
            for (const HistoryRow &row : pages->first.rows) {
                expected.append(row.requestId);
            }
            NamePool names;
            for (const HistoryRow &row : pages->second.rows) {
                if (filter.fits(requestLine(row, names))) {
                    unfiltered.append(row.requestId);
                }
            }
        });
    QTRY_VERIFY(isDone);
    expected.sort();
    unfiltered.sort();
    QCOMPARE(unfiltered, expected);
    // Rows that were seen live know what they cost by the same prices.
    if (text.contains(QStringLiteral("cost"))) {
        return;
    }
    QStringList live;
    NamePool names;
    for (const RequestRecord &record : records(m_now)) {
        if (filter.fits(requestLine(liveOf(record), false, names))) {
            live.append(QString::fromUtf8(record.requestId));
        }
    }
    live.sort();
    QCOMPARE(live, expected);
}

void TestRequestFilter::hidesProbesUnlessTheyAreAskedFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a status") << QStringLiteral("status:200") << false;
    QTest::newRow("a path") << QStringLiteral("path:health") << true;
    QTest::newRow("probes") << QStringLiteral("is:probe") << true;
    QTest::newRow("one request") << QStringLiteral("id:a") << true;
    QTest::newRow("no probes") << QStringLiteral("-is:probe") << false;
}

void TestRequestFilter::hidesProbesUnlessTheyAreAskedFor()
{
    QFETCH(QString, text);
    QFETCH(bool, isShown);
    const auto terms = parseHistoryFilter(text, 0);
    QVERIFY(terms);
    const RequestFilter filter(*terms, RequestFilter::Probes::Hidden);
    QCOMPARE(filter.isEmpty(), text.isEmpty());
    NamePool names;
    RequestRecord record = chatRecord("a");
    record.status = 200;
    // Where `server.health.path` moves it, so that the path says nothing.
    record.path = "/health/of/all";
    record.outcome = Outcome::Refused;
    QCOMPARE(filter.fits(requestLine(liveOf(record), false, names)), text != QStringLiteral("is:probe"));
    record.outcome = Outcome::Answered;
    record.isProbe = true;
    QCOMPARE(filter.fits(requestLine(liveOf(record), false, names)), isShown);
    record.path = "/v1/chat/completions";
    record.isProbe = false;
    const bool isAboutProbes = text.startsWith(QStringLiteral("path:")) || text == QStringLiteral("is:probe");
    QCOMPARE(filter.fits(requestLine(liveOf(record), false, names)), !isAboutProbes);
}

void TestRequestFilter::leavesTextsToTheHistory()
{
    const auto terms = parseHistoryFilter(QStringLiteral("text:zebra"), 0);
    QVERIFY(terms);
    const RequestFilter filter(*terms);
    QVERIFY(filter.needsHistory());
    NamePool names;
    QVERIFY(!filter.fits(requestLine(liveOf(chatRecord("a")), false, names)));
}

void TestRequestFilter::offersKeysAndValues()
{
    FilterWords words;
    NamePool names;
    RequestRecord record = chatRecord("a");
    record.who.label = "my app";
    words.learn(requestLine(liveOf(record), false, names));
    QVERIFY(words.completions(QStringLiteral("st"), 2).contains(QStringLiteral("status:")));
    QVERIFY(words.completions(QStringLiteral("-mo"), 3).contains(QStringLiteral("-model:")));
    QVERIFY(words.completions(QStringLiteral("is:e"), 4).contains(QStringLiteral("is:error")));
    QCOMPARE(words.completions(QStringLiteral("is:error "), 9), QStringList());
    const QStringList models = words.completions(QStringLiteral("is:error model:gp"), 17);
    QCOMPARE(models, QStringList {QStringLiteral("model:gpt-4o")});
    QCOMPARE(words.completions(QStringLiteral("client:=my"), 10),
        QStringList {QStringLiteral("client:=\"my app\"")});
    QCOMPARE(words.asked(), QStringList {QStringLiteral("safe")});
}

void TestRequestFilter::completesTheWordAtTheCursor()
{
    int cursor = 5;
    QCOMPARE(FilterWords::completed(QStringLiteral("is:er model:x"), QStringLiteral("is:error"), cursor),
        QStringLiteral("is:error model:x"));
    QCOMPARE(cursor, 9);
    cursor = 2;
    QCOMPARE(FilterWords::completed(QStringLiteral("mo"), QStringLiteral("model:"), cursor),
        QStringLiteral("model:"));
    QCOMPARE(cursor, 6);
}

QTEST_GUILESS_MAIN(TestRequestFilter)

#include "tst_requestfilter.moc"

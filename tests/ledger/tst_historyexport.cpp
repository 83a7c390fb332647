// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"
#include "ledger/history/historyexport.h"

#include <QBuffer>

using namespace nexus;

class TestHistoryExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesJsonLines();
    void writesCsv();
    void quotesFields_data();
    void quotesFields();
    void writesHar();
    void writesAnEmptyHar();
    void writesMoreThanAPage();
    void saysWhenItCannotBeWritten();
};

namespace {

void fill(HistoryKit &kit)
{
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    History history(std::move(options));
    RequestRecord record = answeredChat(0, "req-1");
    record.who.label = "a, \"b\"\nc";
    record.bodies = {.prompt = "{\"q\":1}",
        .answer = "\xff not UTF-8",
        .isAnswerCut = true,
        .sent = "{\"r\":2}",
        .requestHeaders = {{"User-Agent", "curl"}},
        .answerHeaders = {{"Content-Type", "application/json"}},
        .events = {{.at = 12, .size = 34}}};
    history.record(record);
    record = answeredChat(1'000, "req-2");
    record.status = 429;
    record.firstByte = {};
    record.usage.reset();
    record.attempts.clear();
    record.error
        = Error {.kind = ErrorKind::RateLimited, .message = QStringLiteral("Too many."), .detail = {}};
    history.record(record);
}

QByteArray exported(const HistoryKit &kit, HistoryFormat format, const QString &filter = {})
{
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto count = exportHistory(*reader, *parseHistoryFilter(filter, NOON), format, buffer);
    return count ? buffer.data() : count.error().message.toUtf8();
}

} // namespace

void TestHistoryExport::writesJsonLines()
{
    HistoryKit kit;
    fill(kit);
    const QByteArrayList lines = exported(kit, HistoryFormat::JsonLines).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.last().isEmpty());
    const auto newest = parseJson(lines.first());
    QVERIFY(newest);
    QCOMPARE(QByteArray::fromStdString((*newest)["time"]), QByteArray("2026-01-01T12:00:01.000Z"));
    QCOMPARE(QByteArray::fromStdString((*newest)["error"]["kind"]), QByteArray("rate_limited"));
    QVERIFY((*newest)["tokens"].is_null());
    QVERIFY((*newest)["first_byte_ms"].is_null());
    QCOMPARE((*newest)["cost_micro_usd"].get<int>(), 0);
    const auto oldest = parseJson(lines.at(1));
    QVERIFY((*oldest)["error"].is_null());
    QVERIFY((*oldest)["cost_micro_usd"].is_null()); // not known is not nothing
    QCOMPARE((*oldest)["tokens"]["output"].get<int>(), 500);
}

void TestHistoryExport::writesCsv()
{
    HistoryKit kit;
    fill(kit);
    const QByteArray text = exported(kit, HistoryFormat::Csv);
    const QByteArrayList lines = text.split('\n');
    QVERIFY(lines.first().startsWith("id,time,request_id,client,"));
    QVERIFY(lines.first().endsWith('\r'));
    const auto columns = lines.first().count(',');
    QCOMPARE(lines.at(1).count(','), columns);
    QVERIFY2(text.contains("req-1,\"a, \"\"b\"\"\nc\",POST"), text.constData());
    QVERIFY(text.endsWith("\r\n"));
}

void TestHistoryExport::quotesFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("plain") << QStringLiteral("a b") << QByteArray("a b");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("line") << QStringLiteral("a\r\nb") << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("formula to be quoted") << QStringLiteral("@a,b") << QByteArray("\"'@a,b\"");
}

void TestHistoryExport::quotesFields()
{
    QFETCH(const QString, field);
    QFETCH(const QByteArray, written);
    QCOMPARE(csvLine({field, QStringLiteral("x")}), written + ",x\r\n");
}

void TestHistoryExport::writesHar()
{
    HistoryKit kit;
    fill(kit);
    const auto har = parseJson(exported(kit, HistoryFormat::Har));
    QVERIFY(har);
    const Json &log = (*har)["log"];
    QCOMPARE(QByteArray::fromStdString(log["version"]), QByteArray("1.2"));
    QCOMPARE(log["entries"].size(), std::size_t(2));
    const Json &entry = log["entries"][1];
    for (const char *member : {"startedDateTime", "time", "request", "response", "cache", "timings"}) {
        QVERIFY2(entry.contains(member), member);
    }
    QCOMPARE(QByteArray::fromStdString(entry["request"]["postData"]["text"]), QByteArray("{\"q\":1}"));
    QCOMPARE(QByteArray::fromStdString(entry["response"]["content"]["text"]),
        QByteArray("\xef\xbf\xbd not UTF-8"));
    QVERIFY(entry.contains("comment"));
    QCOMPARE(entry["request"]["headers"], (Json::array({Json {{"name", "User-Agent"}, {"value", "curl"}}})));
    QCOMPARE(entry["response"]["headers"][0]["value"], Json("application/json"));
    QCOMPARE(entry["_sentToProvider"], Json("{\"r\":2}"));
    QCOMPARE(entry["_events"], (Json::array({Json {{"time", 12}, {"size", 34}}})));
    const Json &timings = entry["timings"];
    QCOMPARE(timings["send"].get<double>() + timings["wait"].get<double>() + timings["receive"].get<double>(),
        entry["time"].get<double>());
    const Json &other = log["entries"][0];
    QVERIFY(!other["request"].contains("postData"));
    QVERIFY(other["request"]["headers"].is_array() && other["request"]["headers"].empty());
    QVERIFY(!other.contains("_events") && !other.contains("_sentToProvider"));
}

void TestHistoryExport::writesAnEmptyHar()
{
    HistoryKit kit;
    fill(kit);
    const auto har = parseJson(exported(kit, HistoryFormat::Har, QStringLiteral("id:none")));
    QVERIFY(har);
    QVERIFY((*har)["log"]["entries"].empty());
}

void TestHistoryExport::writesMoreThanAPage()
{
    HistoryKit kit;
    {
        History history(kit.options());
        for (int i = 0; i < 1'203; ++i) {
            history.record(answeredChat(i, QByteArray::number(i)));
        }
    }
    QCOMPARE(exported(kit, HistoryFormat::JsonLines).count('\n'), 1'203);
}

void TestHistoryExport::saysWhenItCannotBeWritten()
{
    HistoryKit kit;
    fill(kit);
    const auto reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    QFile full(QStringLiteral("/dev/full"));
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto count = exportHistory(*reader, {}, HistoryFormat::Csv, full);
    QVERIFY(!count);
    QVERIFY(count.error().message.startsWith(QStringLiteral("The export could not be written")));
}

QTEST_GUILESS_MAIN(TestHistoryExport)
#include "tst_historyexport.moc"

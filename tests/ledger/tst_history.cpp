// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"
#include "ledger/history/historypacker.h"
#include "ledger/history/historypath.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <thread>

using namespace nexus;
using namespace std::chrono_literals;

class TestHistory final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packsAsQtDoes();
    void keepsEveryFieldOfARecord();
    void keepsTheAttempts();
    void namesTheProgramWhereNobodyGaveAName();
    void writesWithoutBeingAsked();
    void keepsBodiesAsConfigured_data();
    void keepsBodiesAsConfigured();
    void cutsLongBodies();
    void redactsBodiesFirst();
    void losesWhatHasNoRoom();
    void takesRecordsOfManyThreads();
    void isReadableToTheUserAlone();
    void writesWhatWaitsAtTheEnd();
    void goesOnAfterARestart();
    void findsItsPlace();
};

namespace {

RequestRecord fullRecord()
{
    RequestRecord record = answeredChat(-123, "req-1");
    record.dialect = Dialect::Anthropic;
    record.who = {.label = "label",
        .clientId = "client-7",
        .group = "gold",
        .subject = "issuer|me",
        .address = QHostAddress(QStringLiteral("192.0.2.7"))};
    const auto slot = std::make_shared<ProgramSlot>();
    slot->set({.name = QStringLiteral("python3"), .path = QStringLiteral("/usr/bin/python3"), .pid = 77});
    record.program = slot;
    record.cache = CacheUse::Miss;
    record.alias = QStringLiteral("fast");
    record.isStream = true;
    record.outcome = Outcome::Failed;
    record.status = 502;
    record.usage = TokenUsage {.input = 5, .cacheRead = 4, .cacheWrite = 3, .output = 2, .reasoning = 1};
    record.isUsageEstimated = true;
    record.microDollars = 42;
    record.priceVersion = "built-in-1";
    record.dropped = "seed,logprobs";
    record.error = Error {.kind = ErrorKind::UpstreamFailed,
        .message = QStringLiteral("It broke."),
        .detail = QStringLiteral("line 3")};
    return record;
}

HistoryRow fullRow()
{
    HistoryRow row;
    row.id = 1;
    row.time = NOON - 123;
    row.day = 20'454;
    row.requestId = QStringLiteral("req-1");
    row.method = QStringLiteral("POST");
    row.path = QStringLiteral("/v1/chat/completions");
    row.dialect = QStringLiteral("anthropic");
    row.operation = QStringLiteral("chat");
    row.client = QStringLiteral("client-7");
    row.group = QStringLiteral("gold");
    row.subject = QStringLiteral("issuer|me");
    row.address = QStringLiteral("192.0.2.7");
    row.cache = QStringLiteral("miss");
    row.alias = QStringLiteral("fast");
    row.askedModel = QStringLiteral("openai/gpt-x");
    row.provider = QStringLiteral("openai");
    row.model = QStringLiteral("gpt-x");
    row.isStream = true;
    row.outcome = QStringLiteral("failed");
    row.status = 502;
    row.isError = true;
    row.attempts = 1;
    row.usage = TokenUsage {.input = 5, .cacheRead = 4, .cacheWrite = 3, .output = 2, .reasoning = 1};
    row.dropped = QStringLiteral("seed,logprobs");
    row.firstByte = 250'000;
    row.duration = 1'000'000;
    row.bytesIn = 4'000;
    row.bytesOut = 2'000;
    row.errorCode = QString::fromUtf8(errorCode(*fullRecord().error));
    row.errorText = QStringLiteral("It broke. | line 3");
    row.priceVersion = QStringLiteral("built-in-1");
    row.errorKind = QStringLiteral("upstream_failed");
    row.programName = QStringLiteral("python3");
    row.programPath = QStringLiteral("/usr/bin/python3");
    row.programPid = 77;
    row.isUsageEstimated = true;
    row.keptCost = 42;
    row.microDollars = 42;
    return row;
}

std::optional<HistoryDetail> detailOf(const HistoryKit &kit, qint64 id)
{
    const Result<HistoryReader> reader = HistoryReader::open(kit.path(), HistoryKit::noPrices());
    if (!reader) {
        return std::nullopt;
    }
    return reader->detail(id).value_or(std::nullopt);
}

} // namespace

void TestHistory::keepsEveryFieldOfARecord()
{
    HistoryKit kit;
    History history(kit.options());
    history.record(fullRecord());
    RequestRecord bare;
    bare.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(NOON));
    history.record(bare);
    QVERIFY(history.flush());
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows.at(1), fullRow());
    QVERIFY(!rows.at(0).usage);
    QVERIFY(!rows.at(0).keptCost);
    QCOMPARE(rows.at(0).microDollars, 0); // nobody was asked
    QCOMPARE(rows.at(0).operation, QString());
    QCOMPARE(history.state().written, 2);
    QCOMPARE(kit.written(), 2);
}

void TestHistory::keepsTheAttempts()
{
    HistoryKit kit;
    History history(kit.options());
    RequestRecord record = answeredChat(1, "a");
    record.attempts.push_back(record.attempts.front());
    record.attempts.front().status = 429;
    record.attempts.front().error
        = Error {.kind = ErrorKind::UpstreamRefused, .message = QStringLiteral("Slow down."), .detail = {}};
    history.record(record);
    QVERIFY(history.flush());
    const auto detail = detailOf(kit, 1);
    QVERIFY(detail);
    QCOMPARE(detail->attempts.size(), std::size_t(2));
    QCOMPARE(detail->attempts.at(0).status, 429);
    QCOMPARE(detail->attempts.at(0).errorText, QStringLiteral("Slow down."));
    QCOMPARE(detail->attempts.at(1).firstByte, 200'000);
    QCOMPARE(detail->attempts.at(1).duration, 900'000);
    QCOMPARE(detail->attempts.at(1).errorText, QString());
    QVERIFY(detail->bodies.isEmpty());
    QVERIFY(!detailOf(kit, 2));
}

void TestHistory::namesTheProgramWhereNobodyGaveAName()
{
    HistoryKit kit;
    History history(kit.options());
    RequestRecord record = answeredChat(1, "a");
    record.who.label.clear();
    const auto slot = std::make_shared<ProgramSlot>();
    slot->set({.name = QStringLiteral("curl"), .path = {}, .pid = 5});
    record.program = slot;
    history.record(record);
    record.program = std::make_shared<ProgramSlot>(); // still being looked for
    history.record(record);
    QVERIFY(history.flush());
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.at(1).client, QStringLiteral("curl"));
    QCOMPARE(rows.at(0).client, QString());
}

void TestHistory::writesWithoutBeingAsked()
{
    HistoryKit kit;
    History history(kit.options());
    history.record(answeredChat(1, "a"));
    QTRY_COMPARE(kit.written(), 1);
    history.record(answeredChat(2, "b"));
    QTRY_COMPARE(kit.written(), 2);
    QCOMPARE(history.state().waiting, 0);
}

void TestHistory::keepsBodiesAsConfigured_data()
{
    using Bodies = LedgerConfig::Bodies;
    QTest::addColumn<int>("bodies");
    QTest::addColumn<bool>("keepsGood");
    QTest::addColumn<bool>("keepsBad");
    QTest::newRow("off") << static_cast<int>(Bodies::Off) << false << false;
    QTest::newRow("errors") << static_cast<int>(Bodies::Errors) << false << true;
    QTest::newRow("all") << static_cast<int>(Bodies::All) << true << true;
}

void TestHistory::keepsBodiesAsConfigured()
{
    QFETCH(const int, bodies);
    QFETCH(const bool, keepsGood);
    QFETCH(const bool, keepsBad);
    HistoryKit kit;
    History history(kit.options());
    LedgerConfig config;
    config.bodies = static_cast<LedgerConfig::Bodies>(bodies);
    history.setConfig(config);
    RequestRecord record = answeredChat(1, "a");
    record.bodies = {.prompt = "{\"q\":\"\xc3\xa4\"}", .answer = "data: 1", .isAnswerCut = false};
    history.record(record);
    record.status = 500;
    history.record(record);
    QVERIFY(history.flush());
    QCOMPARE(detailOf(kit, 1)->bodies, keepsGood ? record.bodies : RecordedBodies());
    QCOMPARE(detailOf(kit, 2)->bodies, keepsBad ? record.bodies : RecordedBodies());
}

void TestHistory::cutsLongBodies()
{
    HistoryKit kit;
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    options.config.maxBody = 5;
    History history(std::move(options));
    RequestRecord record = answeredChat(1, "a");
    record.bodies = {.prompt = "12345", .answer = "123456", .isAnswerCut = false};
    history.record(record);
    record.bodies = {.prompt = "1", .answer = "2", .isAnswerCut = true};
    history.record(record);
    record.bodies = {.prompt = "1", .answer = "2", .sent = "654321"};
    history.record(record);
    record.bodies.sent = "54321";
    record.bodies.requestHeaders = {{"X-Title", "a long title \xc3\xa4"}, {"x-title", "again"}};
    record.bodies.answerHeaders = {{"Content-Type", "text/event-stream"}};
    record.bodies.events = {{.at = 3, .size = 20}, {.at = 1'500, .size = 7}};
    history.record(record);
    QVERIFY(history.flush());
    QCOMPARE(detailOf(kit, 3)->bodies,
        (RecordedBodies {.prompt = "1", .answer = "2", .isAnswerCut = true, .sent = "65432"}));
    QCOMPARE(detailOf(kit, 4)->bodies, record.bodies);
    QCOMPARE(detailOf(kit, 1)->bodies,
        (RecordedBodies {.prompt = "12345", .answer = "12345", .isAnswerCut = true}));
    QCOMPARE(detailOf(kit, 2)->bodies, (RecordedBodies {.prompt = "1", .answer = "2", .isAnswerCut = true}));
}

void TestHistory::redactsBodiesFirst()
{
    HistoryKit kit;
    HistoryOptions options = kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    options.redact = [](RecordedBodies bodies) {
        bodies.prompt.replace("sk-secret", "[key]");
        return bodies;
    };
    History history(std::move(options));
    RequestRecord record = answeredChat(1, "a");
    record.bodies.prompt = "my sk-secret";
    history.record(record);
    QVERIFY(history.flush());
    QCOMPARE(detailOf(kit, 1)->bodies.prompt, QByteArray("my [key]"));
    QFile wal(kit.path() + QStringLiteral("-wal"));
    QVERIFY(wal.open(QIODevice::ReadOnly));
    QVERIFY(!wal.readAll().contains("sk-secret"));
}

void TestHistory::losesWhatHasNoRoom()
{
    HistoryKit kit;
    QFile inTheWay(kit.folder() + QStringLiteral("/nexus"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    HistoryOptions options = kit.options();
    options.maxWaiting = 10;
    History history(std::move(options));
    QTRY_VERIFY(!history.state().isWorking);
    for (int i = 0; i < 25; ++i) {
        history.record(answeredChat(i, QByteArray::number(i)));
    }
    QCOMPARE(history.state().waiting, 10);
    QCOMPARE(history.state().lost, 15);
    QCOMPARE(kit.logged("history_lost"), 1);
    QVERIFY(inTheWay.remove());
    QVERIFY(history.flush());
    QCOMPARE(kit.rows().size(), std::size_t(10));
    QCOMPARE(kit.rows().back().requestId, QStringLiteral("0"));
    QCOMPARE(history.state().lost, 15);
}

void TestHistory::takesRecordsOfManyThreads()
{
    HistoryKit kit;
    History history(kit.options());
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&history, thread] {
            for (int i = 0; i < 500; ++i) {
                history.record(answeredChat(i, QByteArray::number(thread * 500 + i)));
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QVERIFY(history.flush());
    QSet<QString> ids;
    for (const HistoryRow &row : kit.rows()) {
        ids.insert(row.requestId);
    }
    QCOMPARE(ids.size(), 4'000);
}

void TestHistory::isReadableToTheUserAlone()
{
    HistoryKit kit;
    History history(kit.options());
    history.record(answeredChat(1, "a"));
    QVERIFY(history.flush());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &file : {kit.path(), kit.path() + QStringLiteral("-wal"),
             kit.path() + QStringLiteral("-shm"), QFileInfo(kit.path()).absolutePath()}) {
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
        QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
    }
}

void TestHistory::writesWhatWaitsAtTheEnd()
{
    HistoryKit kit;
    {
        History history(kit.options());
        for (int i = 0; i < 3'000; ++i) {
            history.record(answeredChat(i, "a"));
        }
    }
    QCOMPARE(kit.rows().size(), std::size_t(3'000));
}

void TestHistory::goesOnAfterARestart()
{
    HistoryKit kit;
    for (int i = 0; i < 3; ++i) {
        History history(kit.options());
        history.record(answeredChat(i, QByteArray::number(i)));
    }
    const std::vector<HistoryRow> rows = kit.rows();
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows.front().id, 3);
    QCOMPARE(rows.front().requestId, QStringLiteral("2"));
}

void TestHistory::findsItsPlace()
{
    const QString home = QStringLiteral("/home/me");
    const auto path = [&home](const QString &data) {
        return historyPath(Environment({{QStringLiteral("XDG_DATA_HOME"), data}}), home);
    };
    QCOMPARE(path({}), QStringLiteral("/home/me/.local/share/nexus/history.sqlite"));
    QCOMPARE(path(QStringLiteral("/data")), QStringLiteral("/data/nexus/history.sqlite"));
    QCOMPARE(path(QStringLiteral("data")), QStringLiteral("/home/me/.local/share/nexus/history.sqlite"));
}

void TestHistory::packsAsQtDoes()
{
    HistoryPacker packer; // one for all, so that each text follows another
    QByteArray noise(3'000'000, '\0');
    for (char &byte : noise) {
        byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
    }
    for (const QByteArray &text : {QByteArray(), QByteArray("a"), QByteArray(300, 'a'), noise,
             QByteArray("after the long one"), noise.left(70'000)}) {
        QVERIFY(qUncompress(packer.packed(text)) == text);
    }
    QVERIFY(packer.packed(QByteArray(100'000, 'a')).size() < 1'000);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/rawclient.h"
#include "ledger/historykit.h"
#include "program.h"
#include "wire/json.h"

#include <QFileInfo>

using namespace nexus;

class TestHistoryCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpUsage();
    void saysUsageForPrograms();
    void listsRequests();
    void listsRequestsForPrograms();
    void showsNoCharactersThatSteer();
    void followsWhatIsWritten();
    void waitsForAHistoryAndFollowsIt();
    void goesOnInTheFileThatTakesItsPlace();
    void writesAnArchive();
    void replacesAnArchiveOnlyByAWholeOne();
    void endsWhenNobodyReads();
    void readsWhatAGatewayWrites();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

namespace {

// Where the program looks for it when XDG_DATA_HOME is the kit's folder.
HistoryOptions options(HistoryKit &kit)
{
    HistoryOptions options = kit.options();
    options.today = std::chrono::system_clock::now;
    options.zone = QTimeZone::systemTimeZone();
    return options;
}

RequestRecord chat(const QByteArray &id, const char *provider, const char *model)
{
    RequestRecord record = answeredChat(0, id);
    record.time = std::chrono::system_clock::now() - std::chrono::minutes(1);
    record.provider = QString::fromLatin1(provider);
    record.upstreamModel = model;
    return record;
}

void fill(HistoryKit &kit)
{
    History history(options(kit));
    history.record(chat("one", "openai", "gpt-4o-mini"));
    history.record(chat("two", "openai", "gpt-4o-mini"));
    RequestRecord record = chat("three", "unknown", "mystery");
    record.status = 503;
    record.outcome = Outcome::Failed;
    record.usage.reset();
    record.duration = std::chrono::microseconds(12'900);
    record.error
        = Error {.kind = ErrorKind::UpstreamOverloaded, .message = QStringLiteral("Too busy."), .detail = {}};
    history.record(record);
    history.record(chat("four", "unknown", "mystery"));
}

int run(Program &program, const HistoryKit &kit, const QStringList &arguments)
{
    program.setVariable(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    program.setVariable(QStringLiteral("OPENAI_API_KEY"), QStringLiteral("sk-test"));
    return program.run(arguments);
}

// The cells of the line that begins so.
QByteArrayList cells(const QByteArray &text, const QByteArray &beginning)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(beginning)) {
            return line.simplified().split(' ');
        }
    }
    return {};
}

} // namespace

void TestHistoryCommands::addsUpUsage()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    QCOMPARE(
        run(program, kit, {QStringLiteral("usage"), QStringLiteral("--by"), QStringLiteral("model")}), 0);
    const QByteArray text = program.output();
    QCOMPARE(cells(text, "model"),
        QByteArray("model requests errors cached input cache read output reasoning p50 p95 cost").split(' '));
    // 2000 × $0.15 and 1000 × $0.60 for each million.
    QCOMPARE(cells(text, "gpt-4o-mini"),
        QByteArray("gpt-4o-mini 2 0 0 2000 0 1000 0 1.00s 1.00s $0.0009").split(' '));
    QCOMPARE(cells(text, "mystery"), QByteArray("mystery 2 1 0 1000 0 500 0 1.00s 1.00s ?").split(' '));
    QCOMPARE(cells(text, "total"), QByteArray("total 4 1 0 3000 0 1500 0 - - $0.0009 + ?").split(' '));
    QVERIFY(text.contains("the cost of 1 request is not known"));
    const QByteArrayList lines = text.split('\n');
    QCOMPARE(lines.at(0).size(), lines.at(1).size());
    QVERIFY(text.indexOf("gpt-4o-mini") < text.indexOf("mystery")); // the dearest first
}

void TestHistoryCommands::saysUsageForPrograms()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    QCOMPARE(run(program, kit,
                 {QStringLiteral("usage"), QStringLiteral("--json"), QStringLiteral("--since"),
                     QStringLiteral("1h"), QStringLiteral("--filter"), QStringLiteral("provider:openai")}),
        0);
    const auto json = parseJson(program.output());
    QVERIFY(json);
    QCOMPARE((*json)["rows"].size(), std::size_t(1));
    QCOMPARE((*json)["total"]["cost_micro_usd"].get<int>(), 900);
    QCOMPARE((*json)["total"]["unpriced_requests"].get<int>(), 0);
    Program other;
    QCOMPARE(run(other, kit,
                 {QStringLiteral("usage"), QStringLiteral("--csv"), QStringLiteral("--by"),
                     QStringLiteral("provider")}),
        0);
    const QByteArray csv = other.output();
    QVERIFY(csv.startsWith("provider,requests,errors,"));
    QVERIFY2(csv.contains("openai,2,0,0,2000,0,0,1000,0,0,0.000900,0\r\n"), csv.constData());
    QVERIFY2(csv.contains("unknown,2,1,0,1000,0,0,500,0,0,0.000000,1\r\n"), csv.constData());
}

void TestHistoryCommands::listsRequests()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    QCOMPARE(run(program, kit, {QStringLiteral("log"), QStringLiteral("--limit"), QStringLiteral("3")}), 0);
    const QByteArrayList lines = program.output().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(1).contains("openai/gpt-4o-mini") && lines.at(1).contains("$0.00045"));
    QVERIFY(lines.at(2).contains(" 503      12ms ") && lines.at(2).endsWith("unknown/mystery  Too busy."));
    QVERIFY2(lines.at(3).contains("  ?  app"), lines.at(3).constData()); // the newest
    Program filtered;
    QCOMPARE(
        run(filtered, kit, {QStringLiteral("log"), QStringLiteral("--filter"), QStringLiteral("is:error")}),
        0);
    QCOMPARE(filtered.output().count('\n'), 2);
}

void TestHistoryCommands::listsRequestsForPrograms()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    QCOMPARE(run(program, kit, {QStringLiteral("log"), QStringLiteral("--json")}), 0);
    const QByteArrayList lines = program.output().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(QByteArray::fromStdString((*parseJson(lines.first()))["request_id"]), QByteArray("one"));
    QCOMPARE((*parseJson(lines.first()))["cost_micro_usd"].get<int>(), 450);
    QVERIFY((*parseJson(lines.last()))["cost_micro_usd"].is_null());
    Program csv;
    QCOMPARE(run(csv, kit, {QStringLiteral("log"), QStringLiteral("--csv")}), 0);
    QCOMPARE(csv.output().count("\r\n"), 5);
}

void TestHistoryCommands::showsNoCharactersThatSteer()
{
    HistoryKit kit;
    {
        History history(options(kit));
        RequestRecord record = chat("a", "openai", "gpt");
        record.who.label = "\x1b]0;title\x07 evil";
        record.error
            = Error {.kind = ErrorKind::Internal, .message = QStringLiteral("a\nb\x1b[2J"), .detail = {}};
        history.record(record);
    }
    for (const QStringList &arguments : {QStringList {QStringLiteral("log")},
             QStringList {QStringLiteral("usage"), QStringLiteral("--by"), QStringLiteral("client")}}) {
        Program program;
        QCOMPARE(run(program, kit, arguments), 0);
        const QByteArray text = program.output();
        QVERIFY(text.contains("evil"));
        QVERIFY(!text.contains('\x1b') && !text.contains('\x07'));
    }
}

void TestHistoryCommands::followsWhatIsWritten()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    program.setVariable(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    program.start({QStringLiteral("log"), QStringLiteral("--follow"), QStringLiteral("--json"),
        QStringLiteral("--limit"), QStringLiteral("1"), QStringLiteral("--filter"),
        QStringLiteral("-is:error")});
    QByteArray text;
    const auto has = [&](const QByteArray &part) {
        text = program.output();
        return text.contains(part);
    };
    QTRY_VERIFY_WITH_TIMEOUT(has("\"four\""), 20'000);
    History history(options(kit));
    history.record(chat("five", "openai", "gpt-4o"));
    QTRY_VERIFY_WITH_TIMEOUT(has("\"five\""), 20'000);
    RequestRecord bad = chat("bad", "openai", "gpt-4o");
    bad.status = 500;
    history.record(bad);
    history.record(chat("six", "openai", "gpt-4o"));
    QTRY_VERIFY_WITH_TIMEOUT(has("\"six\""), 20'000);
    QVERIFY(!text.contains("\"bad\"") && !text.contains("\"three\""));
    QCOMPARE(text.count('\n'), 3);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void TestHistoryCommands::waitsForAHistoryAndFollowsIt()
{
    HistoryKit kit;
    Program program;
    program.setVariable(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    program.start({QStringLiteral("log"), QStringLiteral("--follow"), QStringLiteral("--json")});
    QVERIFY2(program.waitForLog("Waiting for it."), program.log().constData());
    QByteArray text;
    const auto has = [&](const QByteArray &part) { return (text = program.output()).contains(part); };
    History history(options(kit));
    history.record(chat("one", "openai", "gpt-4o"));
    QTRY_VERIFY_WITH_TIMEOUT(has("\"one\""), 20'000);
    history.record(chat("two", "openai", "gpt-4o"));
    QTRY_VERIFY_WITH_TIMEOUT(has("\"two\""), 20'000);
    QCOMPARE(text.count('\n'), 2);
    QCOMPARE(program.log().count('\n'), 1); // however often it looked
    QVERIFY(program.log().contains("There is no history at "));
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

// As it comes when a damaged file is set aside.
void TestHistoryCommands::goesOnInTheFileThatTakesItsPlace()
{
    HistoryKit kit;
    fill(kit);
    Program program;
    program.setVariable(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    program.start({QStringLiteral("log"), QStringLiteral("--follow"), QStringLiteral("--json"),
        QStringLiteral("--limit"), QStringLiteral("1")});
    QByteArray text;
    const auto has = [&](const QByteArray &part) { return (text = program.output()).contains(part); };
    QTRY_VERIFY_WITH_TIMEOUT(has("\"four\""), 20'000);
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QString name = kit.path() + QLatin1String(suffix);
        QVERIFY(!QFile::exists(name) || QFile::rename(name, name + QStringLiteral(".aside")));
    }
    History history(options(kit));
    history.record(chat("new", "openai", "gpt-4o"));
    QTRY_VERIFY_WITH_TIMEOUT(has("\"new\""), 20'000);
    QCOMPARE(text.count('\n'), 2);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void TestHistoryCommands::writesAnArchive()
{
    HistoryKit kit;
    fill(kit);
    const QString path = kit.folder() + QStringLiteral("/log.har");
    Program program;
    const QStringList errors {QStringLiteral("log"), QStringLiteral("--filter"), QStringLiteral("is:error"),
        QStringLiteral("--since"), QStringLiteral("1h"), QStringLiteral("--har")};
    QCOMPARE(run(program, kit, errors + QStringList {path}), 0);
    QVERIFY(program.output().isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    const auto har = parseJson(written);
    QVERIFY2(har, written.constData());
    QCOMPARE((*har)["log"]["entries"].size(), std::size_t(1));
    QCOMPARE((*har)["log"]["entries"][0]["_requestId"].get<std::string>(), std::string("three"));
    QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    Program printed;
    QCOMPARE(run(printed, kit, errors + QStringList {QStringLiteral("-")}), 0);
    QCOMPARE(printed.output(), written);
    QVERIFY(printed.log().contains("Requests written: 1."));
}

void TestHistoryCommands::replacesAnArchiveOnlyByAWholeOne()
{
    HistoryKit kit;
    Program none;
    const QString kept = none.write(QStringLiteral("kept.har"), "kept");
    QCOMPARE(run(none, kit, {QStringLiteral("log"), QStringLiteral("--har"), kept}), 1);
    fill(kit);
    Program filter;
    QCOMPARE(run(filter, kit,
                 {QStringLiteral("log"), QStringLiteral("--har"), kept, QStringLiteral("--filter"),
                     QStringLiteral("modle:x")}),
        1);
    QFile file(kept);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("kept"));
    Program nowhere;
    const QString path = kit.folder() + QStringLiteral("/none/log.har");
    QCOMPARE(run(nowhere, kit, {QStringLiteral("log"), QStringLiteral("--har"), path}), 1);
    QVERIFY2(nowhere.log().contains("/none/log.har cannot be written"), nowhere.log().constData());
    Program all;
    QCOMPARE(run(all, kit, {QStringLiteral("log"), QStringLiteral("--har"), kept}), 0);
    QVERIFY(all.log().contains("Requests written: 4."));
}

void TestHistoryCommands::endsWhenNobodyReads()
{
    HistoryKit kit;
    fill(kit);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(kit.folder());
    shell.start(QStringLiteral("bash"),
        {QStringLiteral("-c"),
            QStringLiteral("'%1' log --follow --limit 1 | head -n 1").arg(QStringLiteral(NEXUS_PROGRAM))});
    QVERIFY(shell.waitForStarted());
    // It meets the closed pipe with the next line.
    History history(options(kit));
    const auto hasEnded = [&] {
        history.record(chat("more", "openai", "gpt"));
        return history.flush() && shell.state() == QProcess::NotRunning;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 20'000);
}

void TestHistoryCommands::readsWhatAGatewayWrites()
{
    HistoryKit kit;
    Program gateway;
    gateway.setVariable(QStringLiteral("XDG_DATA_HOME"), kit.folder());
    gateway.start({QStringLiteral("-l"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--headless")});
    kit::RawClient client;
    const quint16 port = gateway.port();
    QVERIFY2(port != 0, gateway.log().constData());
    client.connectTo(port);
    client.request("POST", "/llm/v1/chat/completions",
        {{"content-type", "application/json"}, {"authorization", "Bearer my-app"}},
        R"({"model":"demo/echo","messages":[{"role":"user","content":"Hello!"}]})");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    QByteArray text;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            Program log;
            (void)run(
                log, kit, {QStringLiteral("log"), QStringLiteral("--filter"), QStringLiteral("model:demo")});
            text = log.output();
            return text.contains("demo/echo");
        }(),
        20'000);
    QVERIFY2(text.contains(" 200 ") && text.contains("my-app"), text.constData());
    gateway.signal(SIGTERM);
    QCOMPARE(gateway.waitForEnd(), 0);
    Program usage;
    QCOMPARE(run(usage, kit, {QStringLiteral("usage"), QStringLiteral("--by"), QStringLiteral("client")}), 0);
    QCOMPARE(cells(usage.output(), "my-app").value(1), QByteArray("1"));
}

void TestHistoryCommands::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("filter") << QStringLiteral("log --filter modle:x")
                            << QByteArray("perhaps 'model' is meant");
    QTest::newRow("since") << QStringLiteral("usage --since yesterday")
                           << QByteArray("--since must be a time");
    QTest::newRow("two terms") << QStringLiteral("usage --since 7d\tis:error")
                               << QByteArray("--since must be a time");
    QTest::newRow("cost") << QStringLiteral("usage --filter cost:>1")
                          << QByteArray("cannot be filtered by cost");
}

void TestHistoryCommands::saysWhatIsWrong()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, part);
    HistoryKit kit;
    Program none;
    QCOMPARE(run(none, kit, line.split(u' ')), 1);
    // A filter that cannot be read is said first: --follow waits for a history that is not there.
    QVERIFY2(
        none.log().contains("There is no history at ") || none.log().contains(part), none.log().constData());
    fill(kit);
    Program program;
    QCOMPARE(run(program, kit, line.split(u' ')), 1);
    QVERIFY2(program.log().contains(part), program.log().constData());
    QVERIFY(program.output().isEmpty());
}

QTEST_GUILESS_MAIN(TestHistoryCommands)
#include "tst_historycommands.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"

#include <QTcpServer>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

QStringList serveAnywhere()
{
    return {QStringLiteral("--headless"), QStringLiteral("-l"), QStringLiteral("127.0.0.1:0"),
        QStringLiteral("--log-style"), QStringLiteral("text")};
}

QByteArray providerAt(const QUrl &url, const QByteArray &more = {})
{
    return "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"" + url.toEncoded() + "\"\n" + more;
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usageErrorsExitWith2_data();
    void usageErrorsExitWith2();
    void helpAndVersionGoToStandardOutput();
    void aBadConfigurationIsOneLineWithItsPlace();
    void aMissingNamedFileIsAnError();
    void checkSaysWhetherTheFileIsGood();
    void modelsListsTheNames();
    void withoutAnythingTheDemoAnswers();
    void theEnvironmentMakesProviders();
    void theSystemsProxyIsUsed();
    void aProviderOnThisMachineIsReachedWithoutTheProxy();
    void aTakenPortNamesItsOwnerAndTheNextFreeOne();
    void theFileIsReadAgainWhenItChanges();
    void hangupReadsTheFileAgain();
    void aBadEditKeepsTheLastGoodConfiguration();
    void terminateDrainsAndExitsWith0();
    void aSecondSignalStopsAtOnce();
    void jsonLogLinesAreJson();
    void whatIsIgnoredIsSaidOnce();
};

void ProgramTest::usageErrorsExitWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("unknown option") << QStringList {QStringLiteral("--hedless")} << QByteArray("hedless");
    QTest::newRow("bad level") << QStringList {QStringLiteral("--log"), QStringLiteral("loud")}
                               << QByteArray("loud");
    QTest::newRow("bad address") << QStringList {QStringLiteral("-l"), QStringLiteral("127.0.0.1")}
                                 << QByteArray("127.0.0.1");
    QTest::newRow("missing value") << QStringList {QStringLiteral("-c")} << QByteArray("-c");
    QTest::newRow("unknown command") << QStringList {QStringLiteral("sevre")} << QByteArray("sevre");
}

void ProgramTest::usageErrorsExitWith2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, part);
    Program program;
    QCOMPARE(program.run(arguments), 2);
    QVERIFY2(program.log().contains(part), program.log().constData());
    QVERIFY2(program.log().contains("--help"), program.log().constData());
}

void ProgramTest::helpAndVersionGoToStandardOutput()
{
    Program help;
    QCOMPARE(help.run({QStringLiteral("--help")}), 0);
    QVERIFY(help.output().contains("NEXUS_LISTEN_ADDRESS"));
    QVERIFY(help.log().isEmpty());
    Program version;
    QCOMPARE(version.run({QStringLiteral("-V")}), 0);
    QVERIFY(version.output().contains(NEXUS_VERSION));
}

void ProgramTest::aBadConfigurationIsOneLineWithItsPlace()
{
    Program program;
    program.write(
        QStringLiteral("nexus.toml"), "[llm.providers.openai]\ntype = \"openai\"\napi_kye = \"x\"\n");
    QCOMPARE(program.run({QStringLiteral("--headless")}), 1);
    QCOMPARE(program.log().count('\n'), 1);
    QVERIFY2(program.log().startsWith("nexus.toml:3:1: unknown key 'api_kye'"), program.log().constData());
    QVERIFY2(program.log().contains("did you mean 'api_key'"), program.log().constData());
}

void ProgramTest::aMissingNamedFileIsAnError()
{
    Program program;
    QCOMPARE(program.run({QStringLiteral("-c"), QStringLiteral("nowhere.toml")}), 1);
    QVERIFY2(program.log().contains("nowhere.toml"), program.log().constData());
    QCOMPARE(program.log().count('\n'), 1);
}

void ProgramTest::checkSaysWhetherTheFileIsGood()
{
    Program good;
    good.write(QStringLiteral("nexus.toml"), providerAt(QUrl(QStringLiteral("http://127.0.0.1:1/v1"))));
    QCOMPARE(good.run({QStringLiteral("--check")}), 0);
    QVERIFY(good.output().contains("good"));
    Program bad;
    bad.write(QStringLiteral("nexus.toml"), "[llm\n");
    QCOMPARE(bad.run({QStringLiteral("--check")}), 1);
    QVERIFY2(bad.log().contains("nexus.toml:1:"), bad.log().constData());
}

void ProgramTest::modelsListsTheNames()
{
    Program program;
    program.write(QStringLiteral("nexus.toml"),
        providerAt(QUrl(QStringLiteral("http://127.0.0.1:1/v1")), "[llm.providers.up.models.one]\n")
            + "[llm.aliases]\nquick = \"up/one\"\n");
    QCOMPARE(program.run({QStringLiteral("models")}), 0);
    QCOMPARE(program.output(), QByteArray("quick\nup/one\n"));
}

void ProgramTest::withoutAnythingTheDemoAnswers()
{
    Program program;
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions",
        R"({"model":"demo/echo","messages":[{"role":"user","content":"Hello!"}]})");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    QVERIFY(client.answer().body.contains(R"("content":"Hello!")"));
    QCOMPARE(client.answer().header("x-nexus-provider"), QByteArray("demo"));
}

void ProgramTest::theEnvironmentMakesProviders()
{
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    program.setVariable(QStringLiteral("OPENAI_API_KEY"), QStringLiteral("sk-from-the-environment"));
    program.setVariable(QStringLiteral("OPENAI_BASE_URL"), provider.baseUrl().toString());
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"openai/gpt-4o","messages":[]})");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    QCOMPARE(provider.received(0).header("authorization"), QByteArray("Bearer sk-from-the-environment"));
    QVERIFY(!program.log().contains("sk-from"));
}

void ProgramTest::theSystemsProxyIsUsed()
{
    kit::ScriptedProvider proxy;
    proxy.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    program.setVariable(QStringLiteral("http_proxy"), proxy.baseUrl(QString()).toString());
    program.write(QStringLiteral("nexus.toml"), providerAt(QUrl(QStringLiteral("http://models.invalid/v1"))));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    QVERIFY(client.waitForAnswers());
    QVERIFY2(client.answer().status == 200, client.answer().body.constData());
    QCOMPARE(proxy.received(0).target, QByteArray("http://models.invalid/v1/chat/completions"));
}

void ProgramTest::aProviderOnThisMachineIsReachedWithoutTheProxy()
{
    kit::ScriptedProvider proxy;
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy"}) {
        program.setVariable(QString::fromLatin1(name), proxy.baseUrl(QString()).toString());
    }
    program.write(QStringLiteral("nexus.toml"), providerAt(provider.baseUrl()));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    QVERIFY(client.waitForAnswers());
    QVERIFY2(client.answer().status == 200, client.answer().body.constData());
    QCOMPARE(proxy.connectionCount(), 0);
}

void ProgramTest::aTakenPortNamesItsOwnerAndTheNextFreeOne()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(holder.serverPort());
    Program program;
    QCOMPARE(program.run({QStringLiteral("--headless"), QStringLiteral("-l"),
                 QStringLiteral("127.0.0.1:%1").arg(holder.serverPort())}),
        1);
    const QByteArray line = program.log();
    QCOMPARE(line.count('\n'), 1);
    QVERIFY2(line.contains("127.0.0.1:" + port), line.constData());
    QVERIFY2(line.contains("tst_program"), line.constData());
    QVERIFY2(line.contains(QByteArray::number(QCoreApplication::applicationPid())), line.constData());
    QVERIFY2(line.contains("--listen-address 127.0.0.1:"), line.constData());
}

void ProgramTest::theFileIsReadAgainWhenItChanges()
{
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    program.write(QStringLiteral("nexus.toml"), providerAt(provider.baseUrl()));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"quick","messages":[]})");
    QVERIFY(client.waitForAnswers(1));
    QCOMPARE(client.answer(0).status, 404);
    program.write(
        QStringLiteral("nexus.toml"), providerAt(provider.baseUrl()) + "[llm.aliases]\nquick = \"up/m\"\n");
    QVERIFY(program.waitForLog("config_loaded"));
    client.post("/llm/v1/chat/completions", R"({"model":"quick","messages":[]})");
    QVERIFY(client.waitForAnswers(2));
    QCOMPARE(client.answer(1).status, 200);
    // Before, it was asked for its models, since one of them might have been meant.
    QCOMPARE(provider.received(0).target, QByteArray("/v1/models"));
    QCOMPARE(provider.received(1).body, QByteArray(R"({"model":"m","messages":[]})"));
}

void ProgramTest::hangupReadsTheFileAgain()
{
    Program program;
    program.write(QStringLiteral("nexus.toml"), providerAt(QUrl(QStringLiteral("http://127.0.0.1:1/v1"))));
    program.start(serveAnywhere());
    QVERIFY(program.port() != 0);
    program.signal(SIGHUP);
    QVERIFY(program.waitForLog("config_loaded"));
}

void ProgramTest::aBadEditKeepsTheLastGoodConfiguration()
{
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    program.write(QStringLiteral("nexus.toml"), providerAt(provider.baseUrl()));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    program.write(QStringLiteral("nexus.toml"), "[llm.providers.up]\ntype = \"opnai\"\n");
    QVERIFY(program.waitForLog("config_rejected"));
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    client.request("GET", "/health");
    QVERIFY(client.waitForAnswers(2));
    QCOMPARE(client.answer(0).status, 200);
    QVERIFY2(client.answer(1).body.contains("nexus.toml:2:"), client.answer(1).body.constData());
}

void ProgramTest::terminateDrainsAndExitsWith0()
{
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    provider.hold();
    Program program;
    program.write(QStringLiteral("nexus.toml"), providerAt(provider.baseUrl()));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    QTRY_COMPARE(provider.requestCount(), 1);
    program.signal(SIGTERM);
    QVERIFY(program.waitForLog("draining"));
    provider.release();
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    QCOMPARE(program.waitForEnd(), 0);
    QVERIFY(program.log().contains("stopped"));
}

void ProgramTest::aSecondSignalStopsAtOnce()
{
    kit::ScriptedProvider provider;
    provider.hold();
    Program program;
    program.write(
        QStringLiteral("nexus.toml"), "server.shutdown_grace = \"1h\"\n" + providerAt(provider.baseUrl()));
    program.start(serveAnywhere());
    kit::RawClient client;
    const quint16 port = program.port();
    QVERIFY(port != 0);
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", R"({"model":"up/m","messages":[]})");
    QTRY_COMPARE(provider.requestCount(), 1);
    program.signal(SIGINT);
    QVERIFY(program.waitForLog("draining"));
    program.signal(SIGINT);
    QCOMPARE(program.waitForEnd(), 0);
}

void ProgramTest::jsonLogLinesAreJson()
{
    Program program;
    program.start({QStringLiteral("--headless"), QStringLiteral("-l"), QStringLiteral("127.0.0.1:0"),
        QStringLiteral("--log-style"), QStringLiteral("json")});
    QVERIFY(program.waitForLog("\"event\":\"serving\""));
    const QByteArray line = program.log().split('\n').first();
    QVERIFY2(line.startsWith("{\"time\":\"") && line.endsWith('}'), line.constData());
    const QByteArray part = R"("level":"info","room":"service","event":"serving","address":"127.0.0.1:)";
    QVERIFY2(line.contains(part), line.constData());
    const QByteArray url = R"("base_url":"http://127.0.0.1:)"
        + line.mid(line.indexOf(part) + part.size()).split('"').first() + R"(/v1")";
    QVERIFY2(line.contains(url), line.constData());
}

void ProgramTest::whatIsIgnoredIsSaidOnce()
{
    Program program;
    program.write(QStringLiteral("nexus.toml"),
        providerAt(QUrl(QStringLiteral("http://127.0.0.1:1/v1"))) + "[mcp]\nenabled = true\n");
    program.start(serveAnywhere());
    QVERIFY(program.port() != 0);
    QCOMPARE(program.log().count("config_warning"), 1);
    QVERIFY2(program.log().contains("[mcp]"), program.log().constData());
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"

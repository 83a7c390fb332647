// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keyringsession.h"
#include "ui/models/requestlogmodel.h"
#include "ui/models/usagemodel.h"
#include "ui/models/words.h"
#include "walkfixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTcpSocket>

using namespace nexus;

namespace {

QString quoted(const char *text)
{
    return QString::fromUtf8(text);
}

bool isRefused(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return !socket.waitForConnected(2000) && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

} // namespace

//! \brief All the way of a new user, from the first start to the last, by mouse and keyboard in the real
//! window.
//!
//! Each step begins where the one before has ended; after one that failed the others are skipped.
class WalkthroughTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cleanupTestCase() { m_fixture.reset(); }
    void theFirstStartWelcomes();
    void aKeyIsTestedAndGoesToTheKeyring();
    void theFirstAnswerAppears();
    void settingsAreSaved();
    void aPriceIsWrittenIntoTheFile();
    void theSecondStartKnowsEverything();
    void thePlaygroundAsks();
    void aProgramAsksAtTheShownAddress();
    void theLiveLogShowsWhatWasSaid();
    void anAliasIsMadeAndServed();
    void usageKnowsTheCost();
    void thePortMoves();
    void aPausedGatewayRefuses();
    void quittingLetsAStreamEnd();
    void theKeyIsInTheKeyringAlone();

private:
    [[nodiscard]] const Walker &walker() const { return m_fixture->walker(); }
    void seeUsage(const char *by, const QString &row) const;

    std::unique_ptr<WalkFixture> m_fixture;
    quint16 m_port = 0;
    bool m_hasFailed = false;
};

void WalkthroughTest::init()
{
    if (m_hasFailed) {
        QSKIP("A step before this one has failed.");
    }
}

void WalkthroughTest::cleanup()
{
    m_hasFailed = m_hasFailed || QTest::currentTestFailed();
}

void WalkthroughTest::theFirstStartWelcomes()
{
    m_fixture = std::make_unique<WalkFixture>();
    QVERIFY(!QFile::exists(WalkFixture::configPath()));
    m_fixture->start(ListenAddress {QHostAddress::LocalHost, 0});
    walker().waitForText("statusServing", quoted("Serving on 127.0.0.1:"));
    QVERIFY(walker().sees("welcomeSkipButton"));
    QVERIFY(!walker().sees("sidebar"));
}

void WalkthroughTest::aKeyIsTestedAndGoesToTheKeyring()
{
    walker().click("presetTile_custom");
    walker().type("providerNameField", quoted("work"));
    walker().type("providerAddressField", m_fixture->provider().baseUrl().toString());
    // A wrong key is found before anything is saved.
    walker().type("providerKeyField", quoted("sk-wrong"));
    walker().click("providerTestButton");
    walker().waitForText("providerTestResult", quoted("key"));
    QCOMPARE(m_fixture->provider().received(0).header("authorization"), QByteArray("Bearer sk-wrong"));
    walker().type("providerKeyField", quoted(WalkFixture::key));
    walker().click("providerTestButton");
    walker().waitForText("providerTestResult", quoted("1 model"));
    QVERIFY(!QFile::exists(WalkFixture::configPath()));
    walker().click("providerSaveButton");
    walker().waitForText("welcomeModelBox", quoted("gpt-walk"));
    QCOMPARE(WalkFixture::lookUp(quoted("work")), QByteArray(WalkFixture::key));
    QVERIFY2(
        WalkFixture::configText().contains("{{ keychain.work }}"), WalkFixture::configText().constData());
    QVERIFY(!WalkFixture::configText().contains(WalkFixture::key));
}

void WalkthroughTest::theFirstAnswerAppears()
{
    walker().type("welcomePrompt", quoted("walk zero"));
    walker().click("welcomeSendButton");
    walker().waitForText("welcomeAnswer", quoted(WalkFixture::answer));
    walker().click("welcomeDoneButton");
    QTRY_VERIFY(walker().sees("sidebar"));
    QVERIFY(walker().sees("overviewState"));
}

void WalkthroughTest::settingsAreSaved()
{
    m_port = WalkFixture::freePort();
    walker().click("page7");
    walker().type("settingsSearch", quoted("prompts"));
    walker().choose("setting_ledger_bodies", quoted("all"));
    walker().type("settingsSearch", quoted("listen address"));
    walker().type("setting_server_listen_address", QStringLiteral("127.0.0.1:%1").arg(m_port));
    walker().waitForText("settingsDiff", QString::number(m_port));
    walker().click("settingsSaveButton");
    QTRY_VERIFY(!walker().sees("settingsPending"));
    QVERIFY2(WalkFixture::configText().contains("bodies = \"all\""), WalkFixture::configText().constData());
}

void WalkthroughTest::aPriceIsWrittenIntoTheFile()
{
    walker().clickTab("settingsTabs", 1);
    walker().click("tomlEditor");
    walker().press(Qt::Key_End, Qt::ControlModifier);
    walker().type(quoted("\n[llm.providers.work.models.gpt-walk.price]\ninput = 2\noutput = 8\n"));
    QVERIFY2(walker()
                 .text("tomlEditor")
                 .endsWith(quoted("[llm.providers.work.models.gpt-walk.price]\ninput = 2\noutput = 8\n")),
        qPrintable(walker().text("tomlEditor")));
    walker().click("tomlSaveButton");
    QTRY_VERIFY(WalkFixture::configText().endsWith("output = 8\n"));
    QVERIFY(!m_fixture->session().host().problem());
}

void WalkthroughTest::theSecondStartKnowsEverything()
{
    walker().press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(m_fixture->ends(), 1);
    m_fixture->end();
    m_fixture->start();
    walker().waitForText("statusServing", QStringLiteral("Serving on 127.0.0.1:%1").arg(m_port));
    QVERIFY(!walker().sees("welcomeSkipButton"));
    QCOMPARE(m_fixture->shownPort(), m_port);
}

void WalkthroughTest::thePlaygroundAsks()
{
    const qint64 before = m_fixture->chats();
    walker().click("page6");
    walker().type("playgroundModel1", quoted("work/gpt-walk\n"));
    walker().type("playgroundPrompt", quoted("walk one"));
    walker().click("playgroundSendButton");
    walker().waitForText("playgroundAnswer1", quoted(WalkFixture::answer));
    walker().waitForText("playgroundCost1", words::money(WalkFixture::microDollarsOfAnswer));
    QCOMPARE(m_fixture->chats(), before + 1);
}

void WalkthroughTest::aProgramAsksAtTheShownAddress()
{
    const kit::Answer answer
        = WalkFixture::ask(m_fixture->shownPort(), quoted("work/gpt-walk"), quoted("walk two"));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains(WalkFixture::answer));
}

void WalkthroughTest::theLiveLogShowsWhatWasSaid()
{
    m_fixture->waitForHistory();
    walker().click("page2");
    // The newest request is that of the program.
    walker().clickRow("logTable", RequestLogModel::ModelColumn, quoted("gpt-walk"));
    walker().waitForText("logDetailRoute", quoted("gpt-walk"));
    walker().clickTab("logDetailTabs", 0);
    walker().waitForText("logConversation", quoted("walk two"));
    walker().waitForText("logConversation", quoted(WalkFixture::answer));
    walker().clickTab("logDetailTabs", 1);
    walker().waitForText("logRequestText", quoted("walk two"));
    walker().clickTab("logDetailTabs", 2);
    walker().waitForText("logAnswerText", quoted(WalkFixture::answer));
    walker().click("logCloseButton");
    QTRY_VERIFY(!walker().sees("logDetail"));
}

void WalkthroughTest::anAliasIsMadeAndServed()
{
    walker().click("page4");
    walker().click("aliasAdd");
    walker().type("aliasName", quoted("fast"));
    walker().type("aliasTarget", quoted("work/gpt-walk\n"));
    walker().click("aliasSave");
    QTRY_VERIFY(walker().sees("alias_fast"));
    QCOMPARE(WalkFixture::ask(m_port, quoted("fast"), quoted("walk three")).status, 200);
    QVERIFY(m_fixture->provider().received().back().body.contains("gpt-walk"));
}

void WalkthroughTest::seeUsage(const char *by, const QString &row) const
{
    walker().choose("usageBy", QString::fromUtf8(by));
    walker().waitFor(qPrintable(row), [&] { return !walker().cell("usageTable", row, 0).isEmpty(); });
    const qint64 requests = walker().cell("usageTable", row, UsageModel::Requests).toLongLong();
    QVERIFY(requests > 0);
    QCOMPARE(walker().cell("usageTable", row, UsageModel::Cost),
        words::money(requests * WalkFixture::microDollarsOfAnswer));
}

void WalkthroughTest::usageKnowsTheCost()
{
    m_fixture->waitForHistory();
    walker().click("page5");
    seeUsage("By alias", quoted("fast"));
    QCOMPARE(walker().cell("usageTable", quoted("fast"), UsageModel::Requests), quoted("1"));
    seeUsage("By model", quoted("gpt-walk"));
    QCOMPARE(walker().cell("usageTable", quoted("gpt-walk"), UsageModel::Requests),
        QString::number(m_fixture->chats()));
}

void WalkthroughTest::thePortMoves()
{
    const quint16 next = WalkFixture::freePort();
    walker().click("page7");
    walker().clickTab("settingsTabs", 0);
    walker().type("settingsSearch", quoted("listen address"));
    walker().type("setting_server_listen_address", QStringLiteral("127.0.0.1:%1").arg(next));
    walker().click("settingsSaveButton");
    QTRY_COMPARE(m_fixture->shownPort(), next);
    QCOMPARE(WalkFixture::ask(next, quoted("fast"), quoted("walk four")).status, 200);
    QTRY_VERIFY(isRefused(m_port));
    m_port = next;
}

void WalkthroughTest::aPausedGatewayRefuses()
{
    const qint64 before = m_fixture->chats();
    walker().click("page1");
    walker().click("overviewAction");
    walker().waitForText("statusServing", quoted("Paused"));
    const kit::Answer refusal = WalkFixture::ask(m_port, quoted("fast"), quoted("walk five"));
    QCOMPARE(refusal.status, 503);
    QVERIFY2(refusal.body.contains("gateway_paused"), refusal.body.constData());
    QCOMPARE(m_fixture->chats(), before);
    kit::RawClient client;
    client.connectTo(m_port);
    client.request("GET", "/health");
    QVERIFY(client.waitForAnswers());
    const QByteArray health = client.answer().body;
    QVERIFY2(health.contains("\"state\":\"paused\""), health.constData());
    walker().click("overviewAction");
    walker().waitForText("statusServing", quoted("Serving"));
    QCOMPARE(WalkFixture::ask(m_port, quoted("fast"), quoted("walk six")).status, 200);
}

void WalkthroughTest::quittingLetsAStreamEnd()
{
    m_fixture->holdStreams();
    kit::RawClient client;
    client.connectTo(m_port);
    client.post("/llm/v1/chat/completions", WalkFixture::chat(quoted("fast"), quoted("walk seven"), true));
    QVERIFY(client.waitForBody("Hello"));
    QElapsedTimer sinceQuit;
    sinceQuit.start();
    walker().press(Qt::Key_Q, Qt::ControlModifier);
    walker().waitForText("statusServing", quoted("Running requests may end"));
    QTRY_VERIFY(isRefused(m_port));
    QCOMPARE(m_fixture->ends(), 0);
    QVERIFY(!client.answer().isComplete);
    m_fixture->provider().release();
    QVERIFY(client.waitForAnswers());
    QVERIFY(client.answer().isComplete && !client.answer().isBroken);
    QVERIFY2(client.answer().body.contains("from afar"), client.answer().body.constData());
    QCOMPARE(client.answer().events().constLast(), QByteArray("[DONE]"));
    QTRY_COMPARE(m_fixture->ends(), 1);
    QVERIFY(sinceQuit.elapsed() < 10'000); // the grace, after which it would have ended anyway
    m_fixture->end();
}

void WalkthroughTest::theKeyIsInTheKeyringAlone()
{
    QCOMPARE(WalkFixture::lookUp(quoted("work")), QByteArray(WalkFixture::key));
    QCOMPARE(WalkFixture::filesWith(WalkFixture::key), QStringList());
    QVERIFY(!WalkFixture::filesWith("walk two").isEmpty() || !WalkFixture::filesWith("gpt-walk").isEmpty());
    QVERIFY(m_fixture->wasKeySentSince(1)); // the first was the wrong one
}

namespace {

// Libraries find their session bus once for all, so that the walk is a process of its own in the session.
int walkInSession(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    KeyringSession session;
    if (!session.startKeyring()) {
        qFatal("gnome-keyring-daemon does not start");
    }
    QProcessEnvironment environment = session.environment();
    const QTemporaryDir home;
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("NEXUS_WALK"), QStringLiteral("1"));
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "XAUTHORITY", "ASAN_OPTIONS", "UBSAN_OPTIONS",
             "LSAN_OPTIONS", "TSAN_OPTIONS", "LD_PRELOAD"}) {
        if (qEnvironmentVariableIsSet(name)) {
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
    }
    QProcess walk;
    walk.setProcessEnvironment(environment);
    walk.setProcessChannelMode(QProcess::ForwardedChannels);
    walk.setWorkingDirectory(home.path());
    walk.start(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    walk.waitForFinished(-1);
    return walk.exitStatus() == QProcess::NormalExit ? walk.exitCode() : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("NEXUS_WALK")) {
        return walkInSession(argc, argv);
    }
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    WalkthroughTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_walkthrough.moc"

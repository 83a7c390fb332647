// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"
#include "kit/rawclient.h"

#include <QTcpServer>

using namespace nexus;

//! \brief The program with a window, started as people start it, on a screen that nobody sees.
class ConsoleProgramTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withADisplayItServesAndEndsWith0();
    void headlessStaysHeadless();
    void aDisplayThatDoesNotAnswerIsNoEnd();
    void aSecondStartEndsAtOnce();
    void aSecondStartSaysThatItsOptionsHaveNoEffect();
    void aTakenPortIsShownAndNotTheEnd();
    void aBadFileIsLoggedAndMayBeMended();

private:
    static void show(Program &program);
    static QStringList anywhere() { return {QStringLiteral("-l"), QStringLiteral("127.0.0.1:0")}; }
};

// The name of a display makes it the program with a window; which one is drawn on is said apart.
void ConsoleProgramTest::show(Program &program)
{
    program.setVariable(QStringLiteral("DISPLAY"), QStringLiteral(":0"));
    program.setVariable(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.setVariable(QStringLiteral("NEXUS_KEYCHAIN"), QStringLiteral("off"));
}

void ConsoleProgramTest::withADisplayItServesAndEndsWith0()
{
    Program program;
    show(program);
    program.start(anywhere());
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    kit::RawClient client;
    client.connectTo(port);
    client.post(
        "/llm/v1/chat/completions", R"({"model":"demo/echo","messages":[{"role":"user","content":"Hi"}]})");
    QVERIFY(client.waitForAnswers());
    QCOMPARE(client.answer().status, 200);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
    QVERIFY2(program.log().contains("console: stopped"), program.log().constData());
}

void ConsoleProgramTest::headlessStaysHeadless()
{
    Program program;
    show(program);
    program.start(QStringList {QStringLiteral("--headless")} + anywhere());
    QVERIFY(program.port() != 0);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
    QVERIFY(!program.log().contains("console: "));
}

// Left over from a session that is gone. Qt would abort.
void ConsoleProgramTest::aDisplayThatDoesNotAnswerIsNoEnd()
{
    Program program;
    program.setVariable(QStringLiteral("DISPLAY"), QStringLiteral(":4095"));
    program.setVariable(QStringLiteral("NEXUS_KEYCHAIN"), QStringLiteral("off"));
    program.start(anywhere());
    QVERIFY2(program.port() != 0, program.log().constData());
    QVERIFY2(program.log().contains("the display does not answer"), program.log().constData());
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void ConsoleProgramTest::aSecondStartEndsAtOnce()
{
    Program first;
    show(first);
    const QTemporaryDir config;
    first.setVariable(QStringLiteral("XDG_CONFIG_HOME"), config.path());
    first.start(anywhere());
    QVERIFY(first.port() != 0);
    Program second;
    show(second);
    second.setVariable(QStringLiteral("XDG_CONFIG_HOME"), config.path());
    QCOMPARE(second.run({}), 0);
    QVERIFY2(
        !second.log().contains("nexus: ") && !second.log().contains("serving"), second.log().constData());
    first.signal(SIGTERM);
    QCOMPARE(first.waitForEnd(), 0);
}

void ConsoleProgramTest::aSecondStartSaysThatItsOptionsHaveNoEffect()
{
    Program first;
    show(first);
    const QTemporaryDir config;
    first.setVariable(QStringLiteral("XDG_CONFIG_HOME"), config.path());
    const QString file = first.write(QStringLiteral("nexus.toml"), "[llm]\nenabled = true\n");
    first.start(anywhere());
    const quint16 port = first.port();
    QVERIFY(port != 0);
    Program second;
    show(second);
    second.setVariable(QStringLiteral("XDG_CONFIG_HOME"), config.path());
    QCOMPARE(second.run({QStringLiteral("-c"), QStringLiteral("other.toml")}), 1);
    const QByteArray said = second.log();
    QVERIFY2(!said.contains("serving"), said.constData());
    QVERIFY2(said.contains("already running"), said.constData());
    QVERIFY2(said.contains("http://127.0.0.1:" + QByteArray::number(port)), said.constData());
    QVERIFY2(said.contains(file.toUtf8()), said.constData());
    QVERIFY2(said.contains("'-c other.toml' has no effect on it"), said.constData());
    QVERIFY2(
        said.contains("nexus --headless --listen-address 127.0.0.1:8001 -c other.toml"), said.constData());
    first.signal(SIGTERM);
    QCOMPARE(first.waitForEnd(), 0);
}

void ConsoleProgramTest::aTakenPortIsShownAndNotTheEnd()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    Program program;
    show(program);
    program.start({QStringLiteral("-l"), QStringLiteral("127.0.0.1:%1").arg(holder.serverPort())});
    QVERIFY2(program.waitForLog("start_failed"), program.log().constData());
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void ConsoleProgramTest::aBadFileIsLoggedAndMayBeMended()
{
    Program program;
    show(program);
    program.write(QStringLiteral("nexus.toml"), "[llm]\nenabeld = true\n");
    program.start(anywhere());
    QVERIFY2(program.waitForLog("start_failed"), program.log().constData());
    QVERIFY2(program.log().contains("nexus.toml:2:1: unknown key 'enabeld'"), program.log().constData());
    program.write(QStringLiteral("nexus.toml"), "[llm]\nenable = true\n");
    QVERIFY2(program.waitForLog("config_rejected"), program.log().constData());
    program.write(QStringLiteral("nexus.toml"), "[llm]\nenabled = true\n");
    QVERIFY2(program.port() != 0, program.log().constData());
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

QTEST_GUILESS_MAIN(ConsoleProgramTest)
#include "tst_consoleprogram.moc"

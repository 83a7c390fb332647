// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyringsession.h"
#include "program.h"

#include "kit/rawclient.h"
#include "kit/scriptedprovider.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto KEY = "sk-of-the-keyring-9876";

QString named(const char *name)
{
    return QLatin1String(name);
}

QStringList words(const char *line)
{
    return named(line).split(u' ');
}

QStringList serveAnywhere()
{
    return words("--headless -l 127.0.0.1:0 --log-style text");
}

QByteArray fileFor(const kit::ScriptedProvider &provider)
{
    return "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"" + provider.baseUrl().toEncoded()
        + "\"\napi_key = \"{{ keychain.openai }}\"\n";
}

// Sends one request through the gateway. \return its status
int ask(quint16 port, const char *model)
{
    kit::RawClient client;
    client.connectTo(port);
    client.post("/llm/v1/chat/completions", QByteArray(R"({"messages":[],"model":")") + model + "\"}");
    return client.waitForAnswers() ? client.answer().status : 0;
}

} // namespace

//! \brief The real program with GNOME's keyring, with a locked one, with a hung one, and with none.
class KeychainProgramTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsSetListedServedAndRemoved();
    void aKeyOnATerminalIsNotShown();
    void aRunningGatewayTakesANewKeyOnHangup();
    void withoutAFileKeysMakeProviders();
    void aMissingKeyLeavesTheOthersServing();
    void aLockedKeyringLeavesTheOthersServing();
    void aHungKeyringIsWaitedForButNotForever();
    void withoutAFileAHungKeyringDelaysLittle();
    void aSessionWithoutAKeyringSaysWhatToDo();
    void withoutASessionNobodyIsAsked();
    void keysWorkWithABadConfiguration();
    void theHistoryNeedsNoKeys();

private:
    static void set(const KeyringSession &session, const char *name, const QByteArray &key)
    {
        Program program;
        session.enter(program);
        const int code = program.run({named("key"), named("set"), named(name)}, key + "\n");
        QVERIFY2(code == 0, program.log().constData());
    }
};

void KeychainProgramTest::aKeyIsSetListedServedAndRemoved()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    Program setting;
    session.enter(setting);
    QCOMPARE(setting.run(words("key set openai"), QByteArray(KEY) + "\nsecond line\n"), 0);
    QVERIFY2(setting.output().contains("'openai' is kept in the keyring"), setting.output().constData());
    QVERIFY(!(setting.output() + setting.log()).contains("9876"));
    QCOMPARE(session.lookUp(named("openai")), QByteArray(KEY));

    Program listing;
    session.enter(listing);
    QCOMPARE(listing.run(words("key list")), 0);
    QVERIFY2(listing.output().startsWith("openai ") && listing.output().contains("\u20269876"),
        listing.output().constData());
    QCOMPARE(listing.output().count('\n'), 1);
    QVERIFY(!listing.output().contains("sk-"));

    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program serving;
    session.enter(serving);
    serving.write(named("nexus.toml"), fileFor(provider));
    serving.start(serveAnywhere());
    const quint16 port = serving.port();
    QVERIFY2(port != 0, serving.log().constData());
    QCOMPARE(ask(port, "up/m"), 200);
    QCOMPARE(provider.received(0).header("authorization"), QByteArray("Bearer ") + KEY);
    QVERIFY(!serving.log().contains("9876"));
    serving.signal(SIGTERM);
    QCOMPARE(serving.waitForEnd(), 0);

    Program removing;
    session.enter(removing);
    QCOMPARE(removing.run(words("key remove openai")), 0);
    QVERIFY(session.lookUp(named("openai")).isEmpty());
    Program again;
    session.enter(again);
    QCOMPARE(again.run(words("key remove openai")), 1);
    QCOMPARE(again.log(), QByteArray("nexus: there is no key 'openai' in the keychain\n"));
    Program empty;
    session.enter(empty);
    QCOMPARE(empty.run(words("key list")), 0);
    QVERIFY(empty.output().isEmpty());
    QVERIFY2(empty.log().contains("nexus key set NAME"), empty.log().constData());
}

void KeychainProgramTest::aKeyOnATerminalIsNotShown()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
    QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
    const QByteArray side = ::ptsname(terminal);
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(named("DBUS_SESSION_BUS_ADDRESS"), session.address());
    environment.insert(named("PATH"), qEnvironmentVariable("PATH"));
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([&side] {
        const int fd = ::open(side.constData(), O_RDWR | O_NOCTTY);
        ::dup2(fd, STDIN_FILENO);
    });
    process.start(QStringLiteral(NEXUS_PROGRAM), words("key set openai"));
    QByteArray shown;
    QVERIFY(QTest::qWaitFor(
        [&] { return (shown += process.readAllStandardError()).contains("Key for openai"); }, 20'000));
    const QByteArray typed = QByteArray("x\x7f") + KEY + "\r";
    QCOMPARE(::write(terminal, typed.constData(), static_cast<size_t>(typed.size())), typed.size());
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(session.lookUp(named("openai")), QByteArray(KEY));
    ::fcntl(terminal, F_SETFL, O_NONBLOCK);
    QByteArray echoed(4096, '\0');
    const auto count = ::read(terminal, echoed.data(), static_cast<size_t>(echoed.size()));
    shown += echoed.first(std::max<qsizetype>(count, 0)) + process.readAllStandardError();
    QVERIFY2(!shown.contains("sk-"), shown.constData());
    ::close(terminal);
}

void KeychainProgramTest::aRunningGatewayTakesANewKeyOnHangup()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    set(session, "openai", "sk-old-key-of-today");
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    session.enter(program);
    program.write(named("nexus.toml"), fileFor(provider));
    program.start(serveAnywhere());
    const quint16 port = program.port();
    QVERIFY(port != 0);
    QCOMPARE(ask(port, "up/m"), 200);
    set(session, "openai", KEY);
    program.signal(SIGHUP);
    // Once for the file with the key as it was known, once for the new key.
    QVERIFY(QTest::qWaitFor([&program] { return program.log().count("config_loaded") == 2; }, 20'000));
    QCOMPARE(ask(port, "up/m"), 200);
    QCOMPARE(provider.received(0).header("authorization"), QByteArray("Bearer sk-old-key-of-today"));
    QCOMPARE(provider.received(1).header("authorization"), QByteArray("Bearer ") + KEY);
    session.lockKeyring();
    program.signal(SIGHUP);
    QVERIFY(QTest::qWaitFor([&program] { return program.log().count("config_loaded") == 3; }, 20'000));
    QCOMPARE(ask(port, "up/m"), 200);
    QCOMPARE(provider.received(2).header("authorization"), QByteArray("Bearer ") + KEY);
}

void KeychainProgramTest::withoutAFileKeysMakeProviders()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    set(session, "openai", KEY);
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    session.enter(program);
    program.setVariable(named("OPENAI_BASE_URL"), provider.baseUrl().toString());
    program.start(serveAnywhere());
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    QCOMPARE(ask(port, "openai/gpt-4o"), 200);
    QCOMPARE(provider.received(0).header("authorization"), QByteArray("Bearer ") + KEY);

    Program off;
    session.enter(off);
    off.setVariable(named("NEXUS_KEYCHAIN"), named("off"));
    off.start(serveAnywhere());
    QVERIFY2(off.port() != 0, off.log().constData());
    QVERIFY2(off.log().contains("providers=1"), off.log().constData()); // the demo
}

void KeychainProgramTest::aMissingKeyLeavesTheOthersServing()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    kit::ScriptedProvider provider;
    provider.setDefaultReply(Reply::json(200, "{}"));
    Program program;
    session.enter(program);
    program.write(named("nexus.toml"),
        fileFor(provider) + "[llm.providers.other]\ntype = \"openai\"\nbase_url = \""
            + provider.baseUrl().toEncoded() + "\"\napi_key = \"sk-other\"\n");
    program.start(serveAnywhere());
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    QVERIFY2(program.log().contains("nexus key set openai"), program.log().constData());
    QCOMPARE(ask(port, "up/m"), 401);
    QVERIFY(provider.received().empty());
    QCOMPARE(ask(port, "other/m"), 200);
    set(session, "openai", KEY);
    program.signal(SIGHUP);
    QTRY_COMPARE_WITH_TIMEOUT(ask(port, "up/m"), 200, 10'000);
}

void KeychainProgramTest::aLockedKeyringLeavesTheOthersServing()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    set(session, "openai", KEY);
    session.lockKeyring();
    const kit::ScriptedProvider provider;
    Program program;
    session.enter(program);
    program.write(named("nexus.toml"), fileFor(provider));
    program.start(serveAnywhere());
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    QVERIFY2(
        program.log().contains("The keyring is locked; unlock it and try again."), program.log().constData());
    QCOMPARE(ask(port, "up/m"), 401);
    QCOMPARE(ask(port, "demo/echo"), 200);
    Program setting;
    session.enter(setting);
    QCOMPARE(setting.run(words("key set other"), "sk-other\n"), 1);
    QVERIFY2(setting.log().contains("The keyring is locked"), setting.log().constData());
}

void KeychainProgramTest::aHungKeyringIsWaitedForButNotForever()
{
    const KeyringSession session;
    const HungService hung(session.address());
    QVERIFY(hung.isReady());
    const kit::ScriptedProvider provider;
    Program program;
    session.enter(program);
    program.write(named("nexus.toml"), fileFor(provider));
    program.start(words("--check"));
    // The service lives in this thread, so its calls have to be let in.
    QVERIFY(program.waitForLog(
        "nexus.toml:4:11. The keyring did not answer within 5 s; unlock it and try again."));
    QCOMPARE(program.waitForEnd(), 0);
    QVERIFY(hung.calls() > 0);
    Program listing;
    session.enter(listing);
    listing.start(words("key list"));
    QVERIFY(listing.waitForLog("nexus: The keyring did not answer within 5 s; unlock it and try again.\n"));
    QCOMPARE(listing.waitForEnd(), 1);
}

void KeychainProgramTest::withoutAFileAHungKeyringDelaysLittle()
{
    const KeyringSession session;
    const HungService hung(session.address());
    QVERIFY(hung.isReady());
    Program program;
    session.enter(program);
    program.start(serveAnywhere());
    const quint16 port = program.port();
    QVERIFY2(port != 0, program.log().constData());
    QVERIFY(hung.calls() > 0);
    QCOMPARE(ask(port, "demo/echo"), 200);
    program.signal(SIGTERM);
    QCOMPARE(program.waitForEnd(), 0);
}

void KeychainProgramTest::aSessionWithoutAKeyringSaysWhatToDo()
{
    const KeyringSession session;
    Program program;
    session.enter(program);
    QCOMPARE(program.run(words("key set openai"), QByteArray(KEY) + "\n"), 1);
    QVERIFY2(program.log().startsWith("nexus: There is no keyring here: neither a Secret Service nor KWallet")
            && program.log().contains("{{ env.NAME }}"),
        program.log().constData());
    QVERIFY(!program.log().contains("sk-"));
    Program serving;
    session.enter(serving);
    serving.start(serveAnywhere());
    QVERIFY2(serving.port() != 0, serving.log().constData());
}

void KeychainProgramTest::withoutASessionNobodyIsAsked()
{
    for (const char *line : {"key set openai", "key list", "key remove openai"}) {
        Program program;
        QCOMPARE(program.run(words(line), "sk-never-read\n"), 1);
        QVERIFY2(program.log().contains("there is no D-Bus session"), program.log().constData());
        QCOMPARE(program.log().count('\n'), 1);
    }
    const kit::ScriptedProvider provider;
    Program program;
    program.write(named("nexus.toml"), fileFor(provider));
    QCOMPARE(program.run(words("--check")), 0);
    QVERIFY2(program.log().contains("nexus.toml:4:11. There is no keyring here"), program.log().constData());
}

void KeychainProgramTest::keysWorkWithABadConfiguration()
{
    KeyringSession session;
    QVERIFY(session.startKeyring());
    Program program;
    session.enter(program);
    program.write(named("nexus.toml"), "[llm\n");
    QCOMPARE(program.run(words("key set openai"), QByteArray(KEY)), 0);
    QCOMPARE(program.run(words("-c nowhere.toml key list")), 0);
    QVERIFY2(program.output().contains("9876"), program.output().constData());
    QCOMPARE(program.run(words("key set openai"), "\n"), 1);
    QVERIFY2(program.log().contains("is empty"), program.log().constData());
    QCOMPARE(program.run(words("key set openai"), "sk-\tmiddle\n"), 1);
    QVERIFY(!program.log().contains("middle"));
    QCOMPARE(session.lookUp(named("openai")), QByteArray(KEY));
}

void KeychainProgramTest::theHistoryNeedsNoKeys()
{
    const kit::ScriptedProvider provider;
    Program program;
    program.write(named("nexus.toml"), fileFor(provider));
    program.run(words("usage"));
    QVERIFY2(!program.log().contains("keyring"), program.log().constData());
}

QTEST_GUILESS_MAIN(KeychainProgramTest)
#include "tst_keychainprogram.moc"

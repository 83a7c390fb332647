// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakekeyring.h"

#include "secrets/keychain.h"
#include "secrets/keychainindex.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nexus;

namespace {

constexpr std::chrono::milliseconds PATIENCE {60};
const Secret KEY("sk-abcdefgh1234");

QString named(const char *name)
{
    return QLatin1String(name);
}

} // namespace

class TestKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keyring = FakeKeyring();
        m_keychain = std::make_unique<Keychain>(std::make_unique<FakeBackend>(m_keyring), PATIENCE);
        m_read.clear();
        m_done.clear();
    }

    void aKeyIsWrittenReadListedAndRemoved()
    {
        QSignalSpy changed(m_keychain.get(), &Keychain::changed);
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        write("openai");
        QVERIFY(m_done.at(0));
        read("openai");
        QCOMPARE(m_read.at(0)->reveal(), KEY.reveal());
        const std::vector<KeychainEntry> entries = list().value();
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries.front().name, named("openai"));
        QCOMPARE(entries.front().lastFour, named("1234"));
        QVERIFY(entries.front().savedAt >= before);
        QVERIFY(!entries.front().isSessionOnly);
        remove("openai");
        QVERIFY(m_done.at(1));
        QVERIFY(list()->empty());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(1).at(0).toString(), named("openai"));
    }

    void theIndexHoldsNothingSecret()
    {
        write("openai");
        const QByteArray index = m_keyring.keys.value(QLatin1String(KeychainIndex::entryName));
        QVERIFY(index.contains("openai"));
        QVERIFY(!index.contains("1234"));
    }

    void aMissingKeyIsKnownToBeMissing()
    {
        read("openai");
        QVERIFY(keychain::isMissing(m_read.at(0).error()));
        QCOMPARE(m_keychain->state(), Keychain::State::Available);
        QSignalSpy changed(m_keychain.get(), &Keychain::changed);
        remove("openai");
        QVERIFY(keychain::isMissing(m_done.at(0).error()));
        QVERIFY(changed.isEmpty());
    }

    void aLostIndexLosesNoKey()
    {
        write("openai");
        write("work");
        for (const QByteArray &index :
            {QByteArray(), QByteArray("{nonsense"), QByteArray("[1, {\"name\":\"a:b\"}]")}) {
            m_keyring.keys.insert(QLatin1String(KeychainIndex::entryName), index);
            const auto entries = list({named("work"), named("nowhere")});
            QCOMPARE(entries->size(), 1U);
            QCOMPARE(entries->front().name, named("work"));
            QVERIFY(!entries->front().savedAt.isValid());
        }
        write("new");
        QCOMPARE(list({named("work"), named("openai")})->size(), 3U);
    }

    void anIndexThatCannotBeReadIsNotWrittenOver()
    {
        write("openai");
        m_keyring.questions.clear();
        const Error problem = keychain::locked();
        m_keychain->write(named("other"), KEY, this, [this](const auto &done) { m_done.push_back(done); });
        m_keyring.questions.clear();
        m_keyring.mood = FakeKeyring::Mood::Waits;
        write("third");
        m_keyring.answerHeld(); // the key itself
        m_keyring.problems = {problem};
        m_keyring.answerHeld(); // the index
        QCOMPARE(m_keyring.questions, QStringList({named("write third"), named("read nexus:index")}));
        QVERIFY(m_done.at(2));
    }

    void whatIsNotThereAnyMoreIsNotListed()
    {
        write("openai");
        write("other");
        m_keyring.keys.remove(named("openai"));
        const auto entries = list();
        QCOMPARE(entries->size(), 1U);
        QCOMPARE(entries->front().name, named("other"));
    }

    void aSilentKeyringIsReportedAndItsLateAnswerDropped()
    {
        write("openai");
        QSignalSpy state(m_keychain.get(), &Keychain::stateChanged);
        m_keyring.mood = FakeKeyring::Mood::Waits;
        read("openai");
        QVERIFY(m_read.empty());
        QTRY_COMPARE(m_read.size(), 1U);
        QCOMPARE(m_read.at(0).error().code, QByteArray(keychain::keyringSilent));
        QCOMPARE(m_keychain->state(), Keychain::State::Unavailable);
        QVERIFY(m_keychain->problem()->message.contains(named("did not answer")));
        QCOMPARE(state.size(), 1);
        m_keyring.answerHeld();
        QCOMPARE(m_read.size(), 1U);
        // Whoever waits for an unlocked keyring may ask again.
        QCOMPARE(m_keychain->state(), Keychain::State::Available);
        QCOMPARE(state.size(), 2);
        m_keyring.mood = FakeKeyring::Mood::Answers;
        read("openai");
        QVERIFY(m_read.at(1));
        QCOMPARE(m_keychain->state(), Keychain::State::Available);
        QVERIFY(!m_keychain->problem());
    }

    void aWriteWaitsForWhoTypesAPassword()
    {
        QSignalSpy waiting(m_keychain.get(), &Keychain::waiting);
        m_keyring.mood = FakeKeyring::Mood::Waits;
        write("openai");
        QTRY_COMPARE(waiting.size(), 1);
        QVERIFY(m_done.empty());
        m_keyring.mood = FakeKeyring::Mood::Answers;
        m_keyring.answerHeld();
        QCOMPARE(m_done.size(), 1U);
        QVERIFY(m_done.at(0));
        QCOMPARE(m_keyring.keys.value(named("openai")), KEY.reveal());
    }

    void aWriteThatNobodyAnswersEndsAtLast()
    {
        m_keychain->setPromptPatience(PATIENCE * 3);
        QSignalSpy waiting(m_keychain.get(), &Keychain::waiting);
        m_keyring.mood = FakeKeyring::Mood::Waits;
        write("openai");
        QTRY_COMPARE(m_done.size(), 1U);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(m_done.at(0).error().code, QByteArray(keychain::keyringSilent));
    }

    void theUsualMessageSaysFiveSeconds()
    {
        QCOMPARE(keychain::silent(Keychain::usualPatience).message,
            named("The keyring did not answer within 5 s; unlock it and try again."));
    }

    void aReadThatFailsIsTriedOnceMore()
    {
        write("openai");
        m_keyring.questions.clear();
        m_keyring.problems = {keychain::failed(named("gone"))};
        read("openai");
        QVERIFY(m_read.at(0));
        QCOMPARE(m_keyring.questions.size(), 2);
        m_keyring.problems = {keychain::failed(named("gone")), keychain::failed(named("gone"))};
        read("openai");
        QCOMPARE(m_read.at(1).error().code, QByteArray(keychain::keyringFailed));
        QCOMPARE(m_keyring.questions.size(), 4);
        QVERIFY(m_keyring.problems.empty());
    }

    void aWriteIsTriedOnce()
    {
        m_keyring.problems = {keychain::failed(named("gone"))};
        QSignalSpy changed(m_keychain.get(), &Keychain::changed);
        write("openai");
        QVERIFY(!m_done.at(0));
        QCOMPARE(m_keyring.questions.size(), 1);
        QVERIFY(changed.isEmpty());
    }

    void halfAListIsNone()
    {
        write("a");
        write("b");
        m_keyring.mood = FakeKeyring::Mood::Waits;
        std::vector<Result<std::vector<KeychainEntry>>> lists;
        m_keychain->list({}, this, [&lists](const auto &entries) { lists.push_back(entries); });
        m_keyring.answerHeld(); // the index
        m_keyring.answerHeld(); // a
        m_keyring.problems = {keychain::locked()};
        m_keyring.answerHeld(); // b
        QCOMPARE(lists.size(), 1U);
        QCOMPARE(lists.at(0).error().code, QByteArray(keychain::keyringLocked));
    }

    void aGoneContextIsNotCalled()
    {
        m_keyring.mood = FakeKeyring::Mood::Waits;
        int calls = 0;
        {
            QObject context;
            m_keychain->read(named("openai"), &context, [&calls](const auto &) { ++calls; });
        }
        m_keyring.answerHeld();
        QCOMPARE(calls, 0);
    }

    void aDestroyedKeychainCallsNobody()
    {
        m_keyring.mood = FakeKeyring::Mood::Waits;
        read("openai");
        const auto held = std::exchange(m_keyring.held, {});
        m_keychain.reset();
        QVERIFY(!QTest::qWaitFor([this] { return !m_read.empty(); }, int(3 * PATIENCE.count())));
        QCOMPARE(held.size(), 1U);
    }

    void aKeyOfThisSessionComesFirst()
    {
        write("openai");
        QSignalSpy changed(m_keychain.get(), &Keychain::changed);
        m_keychain->keepForSession(named("openai"), Secret("session-key-wxyz"));
        QCOMPARE(changed.size(), 1);
        read("openai");
        QCOMPARE(m_read.at(0)->reveal(), QByteArray("session-key-wxyz"));
        const auto entries = list();
        QCOMPARE(entries->size(), 1U);
        QVERIFY(entries->front().isSessionOnly);
        QCOMPARE(entries->front().lastFour, named("wxyz"));
        write("openai");
        read("openai");
        QCOMPARE(m_read.at(1)->reveal(), KEY.reveal());
    }

    void withoutAKeyringTheSessionIsEnough()
    {
        m_keychain = Keychain::ofSystem(Environment({{named("HOME"), named("/nowhere")}}));
        QVERIFY(!m_keychain->isReachable());
        QCOMPARE(m_keychain->state(), Keychain::State::Unavailable);
        QVERIFY2(m_keychain->problem()->message.contains(named("{{ env.NAME }}")),
            qPrintable(m_keychain->problem()->message));
        write("openai");
        QCOMPARE(m_done.at(0).error().code, QByteArray(keychain::keyringAbsent));
        QVERIFY(!list());
        m_keychain->keepForSession(named("openai"), KEY);
        read("openai");
        QVERIFY(m_read.at(0));
        QCOMPARE(list()->size(), 1U);
        remove("openai");
        QVERIFY(m_done.at(1));
        QVERIFY(!list());
    }

    void itCanBeSwitchedOff()
    {
        const auto keychain = Keychain::ofSystem(Environment({{named("NEXUS_KEYCHAIN"), named("off")},
            {named("DBUS_SESSION_BUS_ADDRESS"), named("unix:path=/nowhere")}}));
        QVERIFY(!keychain->isReachable());
        QVERIFY(keychain->problem()->message.contains(named("NEXUS_KEYCHAIN=off")));
    }

    void aBadNameIsNotAskedFor()
    {
        for (const QString &name : {QString(), named("a b"), named("nexus:index"), QString(65, u'a')}) {
            m_keychain->read(name, this, [this](auto key) { m_read.push_back(std::move(key)); });
            QVERIFY(!m_read.back());
        }
        QVERIFY(m_keyring.questions.isEmpty());
        QVERIFY(!m_read.back().error().message.contains(named("aaaa")));
    }

    void aShortKeyShowsNothingOfItself()
    {
        m_keychain->keepForSession(named("short"), Secret("abcdefghijk"));
        QVERIFY(list()->front().lastFour.isEmpty());
    }

    void aProbeTellsWhetherTheKeyringIsThere()
    {
        std::vector<Result<void>> probes;
        const auto probe
            = [&] { m_keychain->probe(this, [&probes](const auto &done) { probes.push_back(done); }); };
        probe();
        QVERIFY(probes.at(0));
        m_keyring.problems = {keychain::absent(named("None."))};
        probe();
        QCOMPARE(probes.at(1).error().code, QByteArray(keychain::keyringAbsent));
        QCOMPARE(m_keychain->state(), Keychain::State::Unavailable);
    }

private:
    void read(const char *name)
    {
        m_keychain->read(named(name), this, [this](auto key) { m_read.push_back(std::move(key)); });
    }
    void write(const char *name)
    {
        m_keychain->write(named(name), KEY, this, [this](const auto &done) { m_done.push_back(done); });
    }
    void remove(const char *name)
    {
        m_keychain->remove(named(name), this, [this](const auto &done) { m_done.push_back(done); });
    }
    Result<std::vector<KeychainEntry>> list(const QStringList &also = {})
    {
        std::optional<Result<std::vector<KeychainEntry>>> result;
        m_keychain->list(also, this, [&result](auto entries) { result = std::move(entries); });
        return result.value_or(std::vector<KeychainEntry>());
    }

    FakeKeyring m_keyring;
    std::unique_ptr<Keychain> m_keychain;
    std::vector<Result<Secret>> m_read;
    std::vector<Result<void>> m_done;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"

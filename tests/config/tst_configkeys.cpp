// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configloader.h"
#include "config/configreader.h"
#include "config/zeroconfig.h"
#include "secrets/fakekeyring.h"
#include "secrets/keychain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;

namespace {

constexpr std::chrono::milliseconds PATIENCE {60};
constexpr auto FILE_TEXT = "[llm.providers.a]\ntype = 'openai'\napi_key = '{{ keychain.openai }}'\n";

QString named(const char *name)
{
    return QLatin1String(name);
}

QByteArray keyOf(const ConfigSnapshot &config, const char *provider)
{
    const ProviderConfig *found = config ? config->provider(named(provider)) : nullptr;
    return found == nullptr || found->apiKeys.empty() ? QByteArray() : found->apiKeys.front().reveal();
}

} // namespace

class TestConfigKeys final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keyring = FakeKeyring();
        m_root = std::make_unique<QTemporaryDir>();
        m_path = m_root->filePath(named("nexus.toml"));
        write(FILE_TEXT);
        make(m_path);
    }

    void cleanup()
    {
        m_loader.reset();
        m_keychain.reset();
    }

    void aKeyComesFromTheKeychain()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        QVERIFY(m_loader->load());
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
        QCOMPARE(m_keyring.questions, QStringList(named("read openai")));
    }

    void aFileWithoutKeysAsksNobody()
    {
        write("# {{ keychain.openai }}\nserver.max_connections = 5\n");
        QVERIFY(m_loader->reload());
        QVERIFY(m_keyring.questions.isEmpty());
    }

    void aMissingKeyLeavesItsProviderWithoutOne()
    {
        write(FILE_TEXT + QByteArray("[llm.providers.b]\ntype = 'openai'\napi_key = 'sk-b'\n"));
        QVERIFY(m_loader->load());
        const QString why
            = named("Provider 'a' lacks the key {{ keychain.openai }} of nexus.toml:3:11. There is "
                    "no key 'openai' in the keychain; add it with `nexus key set openai` or in the "
                    "console.");
        QCOMPARE(m_loader->snapshot()->warnings, QStringList(why));
        QCOMPARE(m_loader->snapshot()->provider(named("a"))->keyProblem, why);
        QVERIFY(m_loader->snapshot()->provider(named("a"))->lacksKey());
        QCOMPARE(keyOf(m_loader->snapshot(), "b"), QByteArray("sk-b"));
        m_keychain->write(named("openai"), Secret("sk-one"), this, [](const auto &) {});
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
        QVERIFY(!m_loader->snapshot()->provider(named("a"))->lacksKey());
        QVERIFY(m_loader->snapshot()->warnings.isEmpty());
    }

    void oneOfSeveralKeysIsEnough()
    {
        m_keyring.keys.insert(named("second"), "sk-two");
        write("[llm.providers.a]\ntype = 'openai'\napi_keys = ['{{ keychain.first }}', '{{ keychain.second "
              "}}']\n");
        QVERIFY(m_loader->load());
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-two"));
        QCOMPARE(m_loader->snapshot()->warnings.size(), 1);
        QVERIFY(!m_loader->snapshot()->provider(named("a"))->lacksKey());
    }

    void halfASignatureIsNone()
    {
        m_keyring.keys.insert(named("id"), "AKIAEXAMPLE");
        write(
            "[llm.providers.a]\ntype = 'bedrock'\nregion = 'us-east-1'\naccess_key_id = '{{ keychain.id }}'\n"
            "secret_access_key = '{{ keychain.secret }}'\n");
        QVERIFY(m_loader->load());
        const ProviderConfig *provider = m_loader->snapshot()->provider(named("a"));
        QVERIFY(provider->lacksKey());
        QVERIFY(provider->bedrock.accessKeyId.isEmpty());
        QVERIFY2(provider->keyProblem.contains(named("{{ keychain.secret }} of nexus.toml:5:21")),
            qPrintable(provider->keyProblem));
    }

    void elsewhereAMissingKeyIsAMistakeAtItsPlace()
    {
        write("[llm.providers.a]\ntype = 'openai'\nbase_url = 'https://{{ keychain.openai }}'\n");
        QVERIFY(!m_loader->load());
        QCOMPARE(m_loader->lastError()->message,
            m_path
                + named(
                    ":3:12: 'base_url': there is no key 'openai' in the keychain; add it with `nexus key set "
                    "openai` or in the console"));
    }

    void aSilentKeyringIsWaitedForWithoutBlocking()
    {
        m_keyring.mood = FakeKeyring::Mood::Waits;
        QVERIFY(!m_loader->reload());
        QVERIFY(m_loader->isWaiting());
        QVERIFY(!m_loader->lastError());
        QVERIFY(m_loaded->isEmpty());
        QTRY_COMPARE(m_loaded->size(), 1);
        QVERIFY(!m_loader->isWaiting());
        const ProviderConfig *provider = m_loader->snapshot()->provider(named("a"));
        QVERIFY(provider->lacksKey());
        QVERIFY2(provider->keyProblem.contains(named("of nexus.toml:3:11. The keyring did not answer")),
            qPrintable(provider->keyProblem));
    }

    void aKeyringThatIsUnlockedLateIsAskedAgain()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        m_keyring.mood = FakeKeyring::Mood::Waits;
        QVERIFY(m_loader->load());
        QVERIFY(m_loader->snapshot()->provider(named("a"))->lacksKey());
        m_keyring.mood = FakeKeyring::Mood::Answers;
        m_keyring.answerHeld();
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
    }

    void aLateButTimelyAnswerLoads()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        m_keyring.mood = FakeKeyring::Mood::Waits;
        QVERIFY(!m_loader->reload());
        m_keyring.answerHeld();
        QCOMPARE(m_loaded->size(), 1);
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
    }

    void aKnownKeyIsTakenAtOnceAndAskedForAgain()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        QVERIFY(m_loader->load());
        m_keyring.keys.insert(named("openai"), "sk-two");
        m_keyring.mood = FakeKeyring::Mood::Waits;
        QVERIFY(m_loader->reload());
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
        m_keyring.answerHeld();
        QCOMPARE(m_loaded->size(), 3);
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-two"));
        m_keyring.mood = FakeKeyring::Mood::Answers;
        QVERIFY(m_loader->reload());
        QCOMPARE(m_loaded->size(), 4); // the same key loads nothing once more
    }

    void aLockedKeyringTakesNothingAway()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        QVERIFY(m_loader->load());
        m_keyring.problems = {keychain::locked()};
        write(FILE_TEXT + QByteArray("server.max_connections = 5\n"));
        QVERIFY(!m_loader->reload()); // a dotted key of [llm.providers.a]
        write("server.max_connections = 5\n" + QByteArray(FILE_TEXT));
        m_keyring.problems = {keychain::locked()};
        QVERIFY(m_loader->reload());
        QVERIFY(m_keyring.problems.empty());
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
        QCOMPARE(m_loader->snapshot()->server.maxConnections, 5);
    }

    void aChangedKeyIsLoaded()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        QVERIFY(m_loader->load());
        m_keychain->write(named("openai"), Secret("sk-two"), this, [](const auto &) {});
        QCOMPARE(m_loaded->size(), 2);
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-two"));
        m_keychain->keepForSession(named("openai"), Secret("sk-three"));
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-three"));
        m_keychain->keepForSession(named("other"), Secret("sk-four"));
        QCOMPARE(m_loaded->size(), 3);
    }

    void aRemovedKeyIsGoneUntilThereIsAnother()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        QVERIFY(m_loader->load());
        m_keychain->remove(named("openai"), this, [](const auto &) {});
        QVERIFY(m_rejected->isEmpty());
        QVERIFY(m_loader->snapshot()->provider(named("a"))->lacksKey());
        m_keychain->write(named("openai"), Secret("sk-two"), this, [](const auto &) {});
        QVERIFY(!m_loader->lastError());
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-two"));
    }

    void anUnlockedKeyringIsAskedAgain()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        m_keyring.problems = {keychain::locked()};
        QVERIFY(m_loader->load());
        QVERIFY(m_loader->snapshot()->provider(named("a"))->lacksKey());
        m_keychain->probe(this, [](const auto &) {});
        QCOMPARE(keyOf(m_loader->snapshot(), "a"), QByteArray("sk-one"));
        QVERIFY(!m_loader->lastError());
    }

    void anEditWhileItWaitsCountsAlone()
    {
        m_keyring.keys.insert(named("openai"), "sk-one");
        m_keyring.mood = FakeKeyring::Mood::Waits;
        QVERIFY(!m_loader->reload());
        write("server.max_connections = 5\n");
        QVERIFY(m_loader->reload());
        QVERIFY(!m_loader->isWaiting());
        m_keyring.answerHeld();
        QCOMPARE(m_loaded->size(), 1);
        QCOMPARE(m_loader->snapshot()->server.maxConnections, 5);
    }

    void withoutAKeyringTheWarningSaysWhatToDo()
    {
        m_keychain = Keychain::ofSystem(Environment());
        m_loader->setKeychain(m_keychain.get());
        QVERIFY(m_loader->load());
        QVERIFY(m_loader->snapshot()->warnings.first().contains(named("{{ env.NAME }}")));
    }

    void keysCanBeAssumed()
    {
        m_loader->setKeychain(nullptr);
        QVERIFY(m_loader->reload());
        QVERIFY(m_loader->snapshot()->provider(named("a"))->lacksKey());
        m_loader->assumeKeys();
        QVERIFY(m_loader->reload());
        QVERIFY(!m_loader->snapshot()->provider(named("a"))->lacksKey());
        QVERIFY(parseConfig(FILE_TEXT, named("x"), Environment(), StoredKeys::assumed()));
    }

    void withoutAFileKeysMakeProviders()
    {
        m_keyring.keys = {{named("openai"), "sk-o"}, {named("gemini"), "g"}, {named("bedrock"), "b"}};
        make({}, {{named("OPENAI_API_KEY"), named("sk-env")}});
        QVERIFY(m_loader->load());
        QCOMPARE(keyOf(m_loader->snapshot(), "openai"), QByteArray("sk-env"));
        QCOMPARE(keyOf(m_loader->snapshot(), "google"), QByteArray("g"));
        QCOMPARE(keyOf(m_loader->snapshot(), "bedrock"), QByteArray("b"));
        QVERIFY(!m_loader->snapshot()->provider(named("anthropic")));
        m_keychain->write(named("anthropic"), Secret("sk-ant"), this, [](const auto &) {});
        QCOMPARE(keyOf(m_loader->snapshot(), "anthropic"), QByteArray("sk-ant"));
    }

    void withoutAFileASlowKeyringIsNotWaitedForLong()
    {
        m_keyring.keys = {{named("openai"), "sk-o"}};
        m_keyring.mood = FakeKeyring::Mood::Waits;
        make({}, {}, std::chrono::seconds(30));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_loader->load());
        QVERIFY(timer.elapsed() >= 1400);
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(!m_loader->snapshot()->provider(named("openai")));
        m_keyring.answerHeld();
        QCOMPARE(m_loaded->size(), 2);
        QCOMPARE(keyOf(m_loader->snapshot(), "openai"), QByteArray("sk-o"));
    }

    void aLockedKeyringIsAWarningWhereNothingElseIsThere()
    {
        m_keyring.problems.assign(5, keychain::locked());
        make({});
        QVERIFY(m_loader->load());
        QCOMPARE(m_loader->snapshot()->warnings, QStringList(keychain::locked().message));
        m_keyring.problems.assign(5, keychain::locked());
        make({}, {{named("OPENAI_API_KEY"), named("sk-env")}});
        QVERIFY(m_loader->load());
        QVERIFY(m_loader->snapshot()->warnings.isEmpty());
    }

    void withoutAKeyringNothingIsWaitedFor()
    {
        m_loader = std::make_unique<ConfigLoader>(QString(), Environment(), ConfigOverrides());
        m_keychain = Keychain::ofSystem(Environment());
        m_loader->setKeychain(m_keychain.get());
        QVERIFY(m_loader->reload());
        QVERIFY(m_loader->snapshot()->warnings.isEmpty());
    }

private:
    void make(const QString &path, const QHash<QString, QString> &variables = {},
        std::chrono::milliseconds patience = PATIENCE)
    {
        m_loader.reset();
        m_keychain = std::make_unique<Keychain>(std::make_unique<FakeBackend>(m_keyring), patience);
        m_loader = std::make_unique<ConfigLoader>(path, Environment(variables), ConfigOverrides());
        m_loader->setKeychain(m_keychain.get());
        m_loaded = std::make_unique<QSignalSpy>(m_loader.get(), &ConfigLoader::loaded);
        m_rejected = std::make_unique<QSignalSpy>(m_loader.get(), &ConfigLoader::rejected);
    }

    void write(const QByteArray &text) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(text), text.size());
    }

    FakeKeyring m_keyring;
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_path;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<ConfigLoader> m_loader;
    std::unique_ptr<QSignalSpy> m_loaded;
    std::unique_ptr<QSignalSpy> m_rejected;
};

QTEST_GUILESS_MAIN(TestConfigKeys)
#include "tst_configkeys.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "ui/models/modelnames.h"
#include "ui/models/probewords.h"
#include "ui/models/providerdraft.h"
#include "ui/models/provideredit.h"
#include "ui/models/providerlistmodel.h"
#include "ui/models/snippets.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;

//! \brief What the console knows of providers, without a widget.
class TestProviderModels final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsComeAndGoByName();
    void everyPresetIsTakenByTheGateway();
    void modelsAreNamedByHand();
    void theLimitOfAnAnswerHasTwoNames();
    void aPresetIsRecognized();
    void aNameIsFree();
    void theSourceOfAKeyIsRead_data();
    void theSourceOfAKeyIsRead();
    void anAccessKeyIsNamedByItsParts();
    void aShortKeyShowsNothing();
    void removingTakesWhatPointsToIt();
    void renamingFollows();
    void settingsTouchTheirOwnLines();
    void theRegionIsOneOfTheSettings();
    void everyVerdictHasASentence();
    void snippetsHoldAnyModel();

private:
    [[nodiscard]] static ConfigText read(const QByteArray &toml);
    [[nodiscard]] static bool isTaken(const ConfigText &text);
};

ConfigText TestProviderModels::read(const QByteArray &toml)
{
    const Result<ConfigText> text = ConfigText::read(toml);
    return text ? *text : ConfigText();
}

bool TestProviderModels::isTaken(const ConfigText &text)
{
    const auto config
        = parseConfig(text.bytes(), QStringLiteral("t.toml"), Environment(), StoredKeys::assumed());
    if (!config) {
        qWarning() << config.error().message;
    }
    return config.has_value();
}

void TestProviderModels::rowsComeAndGoByName()
{
    ProviderListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto row = [](const char *name, ProviderState state = ProviderState::Ready) {
        return ProviderRow {.name = QString::fromLatin1(name), .state = state};
    };
    model.setRows({row("a"), row("b"), row("c")});
    const QPersistentModelIndex kept = model.indexOf(QStringLiteral("c"));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({row("c", ProviderState::Failing), row("d"), row("a")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(kept.row(), 0);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("c"));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("d"));
    QCOMPARE(model.index(2).data().toString(), QStringLiteral("a"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.row(QStringLiteral("c"))->state, ProviderState::Failing);
    QVERIFY(!model.row(QStringLiteral("b")));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestProviderModels::everyPresetIsTakenByTheGateway()
{
    const std::vector<ProviderPreset> presets = providerPresets();
    QCOMPARE(presets.size(), 18U);
    for (const ProviderPreset &preset : presets) {
        ProviderDraft draft = draftOf(preset, {});
        if (preset.isAddressNeeded) {
            draft.baseUrl = QStringLiteral("https://llm.example.com/v1");
        }
        if (preset.key != ProviderPreset::Key::None) {
            draft.key = {.kind = KeySource::Kind::Keychain, .name = draft.name};
        }
        QCOMPARE(nameProblem(draft.name, {}), QString());
        const Result<ConfigText> text = withProvider({}, draft);
        QVERIFY2(text, qPrintable(preset.id));
        QVERIFY2(isTaken(*text), qPrintable(preset.id));
        QVERIFY(!text->bytes().contains("sk-"));
    }
}

void TestProviderModels::modelsAreNamedByHand()
{
    QCOMPARE(typedModels(QStringLiteral(" gpt-4o, my.gpt;gpt-4o\nb ")),
        QStringList({QStringLiteral("gpt-4o"), QStringLiteral("my.gpt"), QStringLiteral("b")}));
    const std::vector<ProviderPreset> presets = providerPresets();
    const auto azure = std::ranges::find(presets, QStringLiteral("azure"), &ProviderPreset::id);
    ProviderDraft draft = draftOf(*azure, {});
    draft.baseUrl = QStringLiteral("https://mine.openai.azure.com");
    draft.models = {QStringLiteral("chat"), QStringLiteral("my.gpt")};
    const Result<ConfigText> text = withProvider({}, draft);
    QVERIFY(text && isTaken(*text));
    QVERIFY(text->bytes().contains("[llm.providers.azure.models.chat]\n"));
    QVERIFY(text->bytes().contains("[llm.providers.azure.models.\"my.gpt\"]\n"));
    // What is there stays as it is.
    const ConfigText priced = read(text->bytes() + "rename = \"gpt-4o\"\n");
    const Result<ConfigText> more
        = withModels(priced, draft.name, {QStringLiteral("my.gpt"), QStringLiteral("x")});
    QVERIFY(more && isTaken(*more));
    QVERIFY(more->bytes().contains("rename = \"gpt-4o\"\n"));
    QVERIFY(isPlainModel(*more, draft.name, QStringLiteral("chat")));
    QVERIFY(!isPlainModel(*more, draft.name, QStringLiteral("my.gpt")));
    QVERIFY(!isPlainModel(*more, draft.name, QStringLiteral("other")));
    const Result<ConfigText> less = withoutModel(*more, draft.name, QStringLiteral("chat"));
    QVERIFY(less && isTaken(*less));
    QVERIFY(!less->bytes().contains("models.chat"));
}

void TestProviderModels::theLimitOfAnAnswerHasTwoNames()
{
    const Result<GatewayConfig> config
        = parseConfig("[llm.providers.openai]\ntype = \"openai\"\napi_key = \"k\"\n"
                      "[llm.providers.azure]\ntype = \"azure\"\nbase_url = \"https://a.example.com\"\n"
                      "[llm.providers.azure.models.mine]\nrename = \"gpt-5-mini\"\n"
                      "[llm.providers.mistral]\ntype = \"openai\"\nbase_url = \"https://api.mistral.ai/v1\"\n"
                      "[llm.aliases]\nfast = \"openai/gpt-4o\"\nplain = \"mistral/small\"\n",
            QStringLiteral("t.toml"), Environment(), StoredKeys::assumed());
    QVERIFY(config);
    const auto known = std::make_shared<const GatewayConfig>(*config);
    const auto key = [&known](const char *model) {
        return QByteArray(outputLimitKey(known, QString::fromLatin1(model)));
    };
    QCOMPARE(key("openai/gpt-4o"), QByteArray("max_completion_tokens"));
    QCOMPARE(key("azure/mine"), QByteArray("max_completion_tokens"));
    QCOMPARE(key("azure/chat"), QByteArray("max_tokens"));
    QCOMPARE(key("mistral/small"), QByteArray("max_tokens"));
    QCOMPARE(key("mistral/openai/o3"), QByteArray("max_completion_tokens"));
    QCOMPARE(key("fast"), QByteArray("max_completion_tokens"));
    QCOMPARE(key("plain"), QByteArray("max_tokens"));
    QCOMPARE(QByteArray(outputLimitKey({}, QStringLiteral("o3"))), QByteArray("max_completion_tokens"));
}

void TestProviderModels::aPresetIsRecognized()
{
    for (const ProviderPreset &preset : providerPresets()) {
        if (preset.isAddressNeeded) {
            continue;
        }
        QCOMPARE(presetOf(configOf(draftOf(preset, {}))).id, preset.id);
    }
    ProviderConfig other;
    other.baseUrl = QUrl(QStringLiteral("https://llm.example.com/v1"));
    QCOMPARE(presetOf(other).id, QStringLiteral("custom"));
}

void TestProviderModels::aNameIsFree()
{
    const QString openai = QStringLiteral("openai");
    QCOMPARE(freeName(openai, {}), openai);
    QCOMPARE(freeName(openai, {openai, QStringLiteral("openai-2")}), QStringLiteral("openai-3"));
    QVERIFY(!nameProblem(openai, {openai}).isEmpty());
    QVERIFY(!nameProblem(QStringLiteral("a/b"), {}).isEmpty());
    QVERIFY(!nameProblem({}, {}).isEmpty());
    QVERIFY(!addressProblem(QStringLiteral("llm.example.com")).isEmpty());
    QVERIFY(addressProblem(QStringLiteral("https://llm.example.com/v1")).isEmpty());
}

void TestProviderModels::theSourceOfAKeyIsRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    using Kind = KeySource::Kind;
    const auto row = [](const char *test, const QByteArray &line, Kind kind, const char *name = "") {
        QTest::newRow(test) << line << static_cast<int>(kind) << QString::fromLatin1(name);
    };
    row("keychain", "api_key = \"{{ keychain.mine }}\"", Kind::Keychain, "mine");
    row("environment", "api_key = '{{env.MY_KEY}}'", Kind::Environment, "MY_KEY");
    row("file", "api_key = \"sk-1\"", Kind::File);
    row("none", "", Kind::None);
    row("several", "api_keys = [\"a\", \"b\"]", Kind::Several);
    row("one of several", "api_keys = [\"{{ keychain.mine }}\"]", Kind::Keychain, "mine");
    row("profile", "profile = \"work\"", Kind::AwsProfile, "work");
    const QByteArray id = "access_key_id = \"AKIDEXAMPLE\"\nsecret_access_key = ";
    row("access key", id + "\"{{ keychain.mine }}\"", Kind::AwsKeys);
    row("access key in variables", id + "'{{ env.MY_SECRET }}'", Kind::AwsEnvironment, "MY_SECRET");
    row("access key in the file", id + "\"secret\"\nsession_token = \"t\"", Kind::AwsFile);
    row("access key before profile", "profile = \"work\"\n" + id + "\"secret\"", Kind::AwsFile);
}

void TestProviderModels::theSourceOfAKeyIsRead()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    const ConfigText text = read("[llm.providers.one]\ntype = \"openai\"\n" + line + "\n");
    const KeySource source = keySourceOf(text, QStringLiteral("one"));
    QCOMPARE(static_cast<int>(source.kind), kind);
    QCOMPARE(source.name, name);
    using Kind = KeySource::Kind;
    const std::vector<KeySource> others {{.kind = Kind::Keychain, .name = QStringLiteral("other")},
        {.kind = Kind::AwsProfile, .name = QStringLiteral("home")},
        awsKeysCalled(QStringLiteral("one"), true), awsKeysCalled(QStringLiteral("one"), false), {}};
    for (const KeySource &other : others) {
        const Result<ConfigText> changed = withKeySource(text, QStringLiteral("one"), other);
        QVERIFY(changed);
        QCOMPARE(keySourceOf(*changed, QStringLiteral("one")), other);
        // Nothing of the former one stays.
        const Result<ConfigText> without = withKeySource(*changed, QStringLiteral("one"), {});
        QVERIFY(without);
        QCOMPARE(without->bytes().trimmed(), QByteArray("[llm.providers.one]\ntype = \"openai\""));
    }
}

void TestProviderModels::anAccessKeyIsNamedByItsParts()
{
    const KeySource source = awsKeysCalled(QStringLiteral("work"), true);
    const QStringList names {QStringLiteral("work-access-key-id"), QStringLiteral("work-secret-access-key"),
        QStringLiteral("work-session-token")};
    QCOMPARE(keychainEntries(source), names);
    QVERIFY(entriesProblem(source).isEmpty());
    const std::vector<ProviderPreset> presets = providerPresets();
    ProviderDraft draft {
        .preset = *std::ranges::find(presets, QStringLiteral("bedrock"), &ProviderPreset::id)};
    draft.name = QStringLiteral("work");
    draft.key = source;
    const Result<ConfigText> text = withProvider({}, draft);
    QVERIFY(text);
    QVERIFY(isTaken(*text));
    QCOMPARE(keySourceOf(*text, draft.name), source);
    QVERIFY(!entriesProblem(awsKeysCalled(QString(47, u'n'), false)).isEmpty());
    QVERIFY(entriesProblem(awsKeysCalled(QString(46, u'n'), false)).isEmpty());
}

void TestProviderModels::aShortKeyShowsNothing()
{
    QCOMPARE(lastFour(Secret("short")), QString());
    QCOMPARE(lastFour(Secret("sk-0123456789abcd")), QStringLiteral("abcd"));
}

void TestProviderModels::removingTakesWhatPointsToIt()
{
    const ConfigText text = read(R"(# mine
[llm.providers.one]
type = "demo"

[llm.providers.two]
type = "demo" # stays

[llm.aliases]
fast = "one/echo"
faster = "fast"
other = "two/echo"

[llm.aliases.safe]
targets = ["one/echo", "two/echo"]
strategy = "weighted"
weights = [1, 3]

[budgets.b]
limit_usd = 5
period = "day"
provider = "one"
)");
    const QString one = QStringLiteral("one");
    const ProviderLosses losses = lossesOf(text, one);
    QCOMPARE(losses.aliases, QStringList({QStringLiteral("fast"), QStringLiteral("faster")}));
    QCOMPARE(losses.shortened, QStringList({QStringLiteral("safe")}));
    QCOMPARE(losses.budgets, QStringList({QStringLiteral("b")}));
    const Result<ConfigText> after = withoutProvider(text, one);
    QVERIFY(after);
    QVERIFY(isTaken(*after));
    QVERIFY(!after->bytes().contains("one"));
    QVERIFY(after->bytes().contains("# stays"));
    QVERIFY(after->bytes().contains("weights = [3]"));
    QVERIFY(lossesOf(*after, one).isEmpty());
}

void TestProviderModels::renamingFollows()
{
    const ConfigText text = read(R"([llm.providers.one]
type = "openai"
api_key = "{{ keychain.one }}"

[llm.aliases]
fast = "one/gpt"
[llm.aliases.safe]
targets = ["one/gpt", "fast"]
)");
    const Result<ConfigText> after = withProviderRenamed(text, QStringLiteral("one"), QStringLiteral("main"));
    QVERIFY(after);
    QVERIFY(isTaken(*after));
    QVERIFY(after->bytes().contains("[llm.providers.main]"));
    QVERIFY(after->bytes().contains("fast = \"main/gpt\""));
    QVERIFY(after->bytes().contains("[\"main/gpt\", \"fast\"]"));
    // The key is still where it was.
    QVERIFY(after->bytes().contains("{{ keychain.one }}"));
}

void TestProviderModels::settingsTouchTheirOwnLines()
{
    const QString one = QStringLiteral("one");
    const ConfigText text = read("[llm.providers.one]\ntype = \"openai\" # theirs\n\n"
                                 "[llm.providers.one.timeouts]\nidle = \"9s\"\n");
    ProviderSettings settings = settingsOf(text, one);
    QCOMPARE(settings.idle, QStringLiteral("9s"));
    QCOMPARE(settings.baseUrl, QString());
    QCOMPARE(withSettings(text, one, settings)->bytes(), text.bytes());
    settings.idle.clear();
    settings.connect = QStringLiteral("3s");
    settings.maxAttempts = QStringLiteral("5");
    const Result<ConfigText> after = withSettings(text, one, settings);
    QVERIFY(after);
    QVERIFY(isTaken(*after));
    QVERIFY(after->bytes().contains("# theirs"));
    QCOMPARE(settingsOf(*after, one), settings);
}

void TestProviderModels::theRegionIsOneOfTheSettings()
{
    const QString one = QStringLiteral("one");
    const ConfigText text
        = read("[llm.providers.one]\ntype = \"bedrock\"\nregion = \"eu-west-1\" # theirs\n");
    ProviderSettings settings = settingsOf(text, one);
    QCOMPARE(settings.region, QStringLiteral("eu-west-1"));
    settings.region = QStringLiteral("us-east-2");
    const Result<ConfigText> after = withSettings(text, one, settings);
    QVERIFY(after);
    QVERIFY(isTaken(*after));
    QCOMPARE(after->bytes(), QByteArray(text.bytes()).replace("eu-west-1", "us-east-2"));
    QVERIFY(regionProblem(settings.region).isEmpty());
    QVERIFY(regionProblem({}).isEmpty());
    QVERIFY(!regionProblem(QStringLiteral("Frankfurt am Main")).isEmpty());
    ProviderConfig config {.type = ProviderType::Bedrock};
    config.bedrock.region = settings.region;
    const Environment environment({{QStringLiteral("AWS_REGION"), QStringLiteral("eu-north-1")}});
    QCOMPARE(usualRegion(config, environment), QStringLiteral("eu-north-1"));
}

void TestProviderModels::everyVerdictHasASentence()
{
    using Verdict = ProbeReport::Verdict;
    ProviderConfig provider;
    provider.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    QStringList sentences;
    for (const Verdict verdict : {Verdict::Works, Verdict::NoModels, Verdict::MissingKey, Verdict::WrongKey,
             Verdict::HostNotFound, Verdict::NoConnection, Verdict::TlsFailed, Verdict::WrongUrl,
             Verdict::Timeout, Verdict::Limited, Verdict::ProviderFault}) {
        const QString sentence
            = probeSentence({.verdict = verdict, .models = 3, .status = 401, .error = {}}, provider);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(!sentence.contains(u'%'));
        QVERIFY(!sentences.contains(sentence));
        sentences.append(sentence);
    }
}

void TestProviderModels::snippetsHoldAnyModel()
{
    const QUrl address(QStringLiteral("http://127.0.0.1:8123"));
    const QString model = QStringLiteral("a/b'c\"d");
    for (const SnippetKind kind : snippetKinds()) {
        const QString text = snippet(kind, address, model, false);
        QVERIFY(text.contains(QStringLiteral("http://127.0.0.1:8123/")));
        QVERIFY(!text.contains(QStringLiteral("ca.pem")));
        QVERIFY(snippet(kind, address, model, true).contains(QStringLiteral("ca.pem")));
        QVERIFY(!snippetTitle(kind).isEmpty());
    }
    QVERIFY(snippet(SnippetKind::Python, address, model, false).contains(QStringLiteral("\"a/b'c\\\"d\"")));
    QVERIFY(snippet(SnippetKind::Curl, address, model, false).contains(QStringLiteral("\"a/b'\\''c\\\"d\"")));
    QVERIFY(snippet(SnippetKind::ClaudeCode, address, model, false)
                .contains(QStringLiteral("ANTHROPIC_BASE_URL='http://127.0.0.1:8123/anthropic'")));
}

QTEST_GUILESS_MAIN(TestProviderModels)

#include "tst_providermodels.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "configedit/configtext.h"
#include "ui/models/settingscatalog.h"
#include "ui/models/tomlkeys.h"

#include <QtTest>

using namespace nexus;

namespace {

const Environment environment;

// What has to stand around a key of a table with required keys. The longest that fits is taken.
struct Around {
    const char *prefix;
    QByteArray text;
};

const std::vector<Around> surroundings {
    {"", ""},
    {"server.tls.", "[server.tls]\ncertificate = \"a\"\nkey = \"b\"\n"},
    {"server.cors.", "[server.cors]\n"},
    {"server.oauth.",
        "[server.oauth]\nurl = \"https://a/\"\nprotected_resource = { resource = \"https://b/\", "
        "authorization_servers = [\"https://c/\"] }\n"},
    {"server.client_identification.", "[server.client_identification]\nenabled = true\n"},
    {"server.rate_limits.", "[server.rate_limits]\nenabled = true\n"},
    {"server.rate_limits.storage.",
        "[server.rate_limits]\nenabled = true\nstorage = { type = \"redis\", url = \"redis://a\" }\n"},
    {"server.rate_limits.storage.type", "[server.rate_limits]\nenabled = false\n"},
    {"server.rate_limits.storage.tls.",
        "[server.rate_limits]\nenabled = true\nstorage = { type = \"redis\", url = \"redis://a\", tls = { "
        "enabled "
        "= false } }\n"},
    {"telemetry.exporters.otlp.", "[telemetry.exporters.otlp]\nenabled = true\nprotocol = \"http\"\n"},
    {"telemetry.exporters.otlp.protocol",
        "[telemetry.exporters.otlp]\nenabled = false\nendpoint = \"http://a\"\n"},
};

QByteArray around(const SettingSpec &spec)
{
    QByteArray best;
    for (const Around &place : surroundings) {
        best = QByteArray(spec.key).startsWith(place.prefix) ? place.text : best;
    }
    return best;
}

Result<GatewayConfig> read(const ConfigText &text)
{
    return parseConfig(text.bytes(), QStringLiteral("a.toml"), environment);
}

ConfigText without(const ConfigText &text, const SettingSpec &spec)
{
    return text.find(spec.path()) ? text.without(spec.path()).value_or(text) : text;
}

} // namespace

class TestSettingsCatalog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesKeysOfTheReader_data();
    void namesKeysOfTheReader();
    void knowsTheDefaults_data();
    void knowsTheDefaults();
    void goesFromTextToFileAndBack();
    void refusesWhatIsNoNumber();
    void writesWhatHasToStandBeside();
    void isSortedAndSaysAll();
    void completionKnowsTheReadersKeys();
};

void TestSettingsCatalog::namesKeysOfTheReader_data()
{
    QTest::addColumn<int>("row");
    const std::vector<SettingSpec> all = settingsCatalog();
    for (std::size_t i = 0; i < all.size(); ++i) {
        QTest::newRow(all[i].key) << static_cast<int>(i);
    }
}

void TestSettingsCatalog::namesKeysOfTheReader()
{
    QFETCH(const int, row);
    const SettingSpec spec = settingsCatalog()[static_cast<std::size_t>(row)];
    const QString text = spec.defaultText().isEmpty() ? QStringLiteral("1") : spec.defaultText();
    const Result<ConfigText> changed = withSetting(ConfigText(), spec, text);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    const Result<GatewayConfig> config = read(*changed);
    QVERIFY2(config || !config.error().message.contains(QStringLiteral("unknown key")),
        qPrintable(config ? QString() : config.error().message));
}

void TestSettingsCatalog::knowsTheDefaults_data()
{
    namesKeysOfTheReader_data();
}

// With its default written down the gateway does what it does without.
void TestSettingsCatalog::knowsTheDefaults()
{
    QFETCH(const int, row);
    const SettingSpec spec = settingsCatalog()[static_cast<std::size_t>(row)];
    if (spec.defaultText().isEmpty() || spec.dotted() == QLatin1String("telemetry.service_name")) {
        return; // the name is the one of the program where the file says nothing
    }
    const Result<ConfigText> base = ConfigText::read(around(spec));
    QVERIFY(base);
    const Result<ConfigText> with = withSetting(*base, spec, spec.defaultText());
    QVERIFY2(with, with ? "" : qPrintable(with.error().message));
    const Result<GatewayConfig> config = read(*with);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    Result<GatewayConfig> expected = read(without(*with, spec));
    if (!expected && (QByteArray(spec.key).endsWith(".enabled") || QByteArray(spec.key).endsWith(".type"))) {
        return; // its table requires it
    }
    if (!expected) {
        expected = read(*base);
    }
    QVERIFY2(expected, expected ? "" : qPrintable(expected.error().message));
    QCOMPARE(config->server, expected->server);
    QCOMPARE(config->llm, expected->llm);
    QCOMPARE(config->ledger, expected->ledger);
    QCOMPARE(config->telemetry, expected->telemetry);
}

void TestSettingsCatalog::goesFromTextToFileAndBack()
{
    const struct {
        SettingKind kind;
        const char *text;
        const char *toml;
    } cases[] {{SettingKind::Switch, "true", "true"}, {SettingKind::Number, "12", "12"},
        {SettingKind::Decimal, "0.5", "0.5"}, {SettingKind::NumberOrWord, "4", "4"},
        {SettingKind::NumberOrWord, "auto", "\"auto\""}, {SettingKind::Duration, "10s", "\"10s\""},
        {SettingKind::List, "a, b", "[\"a\", \"b\"]"}, {SettingKind::ListOrAny, "*", "\"*\""},
        {SettingKind::ListOrAny, "*.a, b", "[\"*.a\", \"b\"]"}};
    for (const auto &one : cases) {
        const SettingSpec spec {"a.b", SettingGroup::Server, one.kind, "", "", ""};
        const Result<TomlValue> value = settingValue(spec, QString::fromLatin1(one.text));
        QVERIFY(value);
        QCOMPARE(writeToml(*value).value_or(QByteArray()), QByteArray(one.toml));
        QCOMPARE(settingText(*value), QString::fromLatin1(one.text));
    }
}

void TestSettingsCatalog::refusesWhatIsNoNumber()
{
    const SettingSpec number {"a", SettingGroup::Server, SettingKind::Number, "", "", ""};
    QVERIFY(!settingValue(number, QStringLiteral("1.5")));
    QVERIFY(!settingValue(number, QStringLiteral("many")));
    const SettingSpec decimal {"a", SettingGroup::Server, SettingKind::Decimal, "", "", ""};
    QVERIFY(!settingValue(decimal, QStringLiteral("half")));
}

void TestSettingsCatalog::writesWhatHasToStandBeside()
{
    const std::vector<SettingSpec> all = settingsCatalog();
    const auto limit
        = std::ranges::find(all, QStringLiteral("server.rate_limits.global.limit"), &SettingSpec::dotted);
    const Result<ConfigText> text = withSetting(ConfigText(), *limit, QStringLiteral("5"));
    QVERIFY(text);
    const Result<GatewayConfig> config = read(*text);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    QVERIFY(config->server.rateLimits.global.has_value());
    QCOMPARE(config->server.rateLimits.global->limit, 5U);
    QVERIFY(!config->server.rateLimits.isEnabled);
}

void TestSettingsCatalog::isSortedAndSaysAll()
{
    const std::vector<SettingSpec> all = settingsCatalog();
    QVERIFY(std::ranges::is_sorted(all, {}, &SettingSpec::group));
    QSet<QString> keys;
    for (const SettingSpec &spec : all) {
        keys.insert(spec.dotted());
        QVERIFY2(!spec.label().isEmpty() && spec.help().endsWith(QLatin1Char('.')), spec.key);
        QCOMPARE(spec.kind == SettingKind::Choice, !spec.choices().isEmpty());
    }
    QCOMPARE(static_cast<std::size_t>(keys.size()), all.size());
}

void TestSettingsCatalog::completionKnowsTheReadersKeys()
{
    for (const TomlKey &key : tomlKeys()) {
        KeyPath path = key.path;
        for (QString &part : path) {
            part = part == QLatin1String("*") ? QStringLiteral("x") : part;
        }
        if (path.contains(QLatin1String("headers")) && path.last() != QLatin1String("headers")) {
            continue; // in a list of tables, or names of headers
        }
        const Result<ConfigText> text = ConfigText().withValue(path, tomlInteger(1));
        QVERIFY(text);
        const Result<GatewayConfig> config = read(*text);
        QVERIFY2(config || !config.error().message.contains(QStringLiteral("unknown key")),
            qPrintable(describePath(path)));
    }
}

QTEST_GUILESS_MAIN(TestSettingsCatalog)

#include "tst_settingscatalog.moc"

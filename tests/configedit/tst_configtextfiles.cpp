// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "configedit/configtext.h"
#include "configedit/linediff.h"

#include <QFile>
#include <QtTest>

using namespace nexus;

namespace {

QByteArray contents(const char *path)
{
    QFile file(QStringLiteral(NEXUS_SOURCE_DIR "/") + QString::fromUtf8(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Environment environment()
{
    QHash<QString, QString> variables;
    for (const char *name : {"OPENAI_API_KEY", "WORK_KEY", "TEAM", "REDIS_PASSWORD", "KEY"}) {
        variables.insert(QString::fromLatin1(name), QStringLiteral("set"));
    }
    return Environment(variables);
}

// Every value that is no table, in the order of the file; a list of tables counts as one value.
void collectValues(
    const TomlValue &table, const KeyPath &path, std::vector<std::pair<KeyPath, TomlValue>> &out)
{
    for (const TomlMember &member : table.members) {
        const KeyPath here = path + KeyPath(member.key);
        const bool hasMembers = member.value.kind == TomlValue::Kind::Table && !member.value.members.empty();
        if (hasMembers) {
            collectValues(member.value, here, out);
        } else {
            out.emplace_back(here, member.value);
        }
    }
}

std::vector<std::pair<KeyPath, TomlValue>> valuesOf(const QByteArray &text)
{
    std::vector<std::pair<KeyPath, TomlValue>> values;
    collectValues(parseToml(text).value(), {}, values);
    return values;
}

QStringList changedLines(const QByteArray &before, const QByteArray &after)
{
    QStringList lines;
    for (const DiffLine &line : diffLines(before, after)) {
        if (line.kind != DiffLine::Kind::Same) {
            lines.append((line.kind == DiffLine::Kind::Added ? u'+' : u'-') + line.text);
        }
    }
    return lines;
}

} // namespace

class TestConfigTextFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyCanBeSetInAnEmptyFile()
    {
        const QByteArray everything = contents("tests/config/data/everything.toml");
        ConfigText text;
        for (const auto &[path, value] : valuesOf(everything)) {
            const auto next = value.kind == TomlValue::Kind::Table ? text.withTable(path, value.members)
                                                                   : text.withValue(path, value);
            QVERIFY2(next.has_value(), qPrintable(next ? QString() : next.error().message));
            text = *next;
        }
        QVERIFY(sameValue(text.root(), parseToml(everything).value()));
        const auto config = parseConfig(text.bytes(), QStringLiteral("nexus.toml"), environment());
        QVERIFY2(config.has_value(), qPrintable(config ? QString() : config.error().message));
        QCOMPARE(config->server.maxConnections, 77);
        QCOMPARE(config->llm.providers.size(),
            parseConfig(everything, QStringLiteral("nexus.toml"), environment())->llm.providers.size());
    }

    void everyKeyCanBeRemovedAndComesBack()
    {
        const QByteArray everything = contents("tests/config/data/everything.toml");
        const ConfigText text = ConfigText::read(everything).value();
        for (const auto &[path, value] : valuesOf(everything)) {
            const auto without = text.without(path);
            QVERIFY2(without.has_value(), qPrintable(describePath(path)));
            QVERIFY(!without->find(path));
            const auto back = value.kind == TomlValue::Kind::Table ? without->withTable(path, value.members)
                                                                   : without->withValue(path, value);
            QVERIFY2(back.has_value(), qPrintable(describePath(path)));
            QVERIFY2(sameValue(back->root(), text.root()), qPrintable(describePath(path)));
        }
    }

    void theExampleChangesInItsOwnLines()
    {
        const QByteArray example = contents("docs/nexus.example.toml");
        QVERIFY(!example.isEmpty());
        const ConfigText text = ConfigText::read(example).value();
        for (const auto &[path, value] : valuesOf(example)) {
            const auto changed = text.withValue(path, tomlString(QStringLiteral("another")));
            QVERIFY2(changed.has_value(), qPrintable(describePath(path)));
            const QStringList lines = changedLines(example, changed->bytes());
            QCOMPARE(lines.size(), 2);
            QVERIFY(lines.last().endsWith(QStringLiteral(" = \"another\"")));
        }
    }

    void aProviderIsAddedToTheExample()
    {
        const QByteArray example = contents("docs/nexus.example.toml");
        const auto text = ConfigText::read(example)->withTable(
            {QStringLiteral("llm"), QStringLiteral("providers"), QStringLiteral("mistral")},
            {tomlMember(QStringLiteral("type"), tomlString(QStringLiteral("openai"))),
                tomlMember(
                    QStringLiteral("base_url"), tomlString(QStringLiteral("https://api.mistral.ai/v1")))});
        QVERIFY(text.has_value());
        QCOMPARE(changedLines(example, text->bytes()),
            QStringList({QStringLiteral("+[llm.providers.mistral]"), QStringLiteral("+type = \"openai\""),
                QStringLiteral("+base_url = \"https://api.mistral.ai/v1\""), QStringLiteral("+")}));
        QVERIFY(text->bytes().contains(
            "[llm.providers.demo]\ntype = \"demo\"\n\n[llm.providers.mistral]\ntype = \"openai\"\n"));
        const auto config = parseConfig(text->bytes(), QStringLiteral("nexus.toml"), environment());
        QVERIFY(config.has_value());
        QCOMPARE(config->llm.providers.back().name, QStringLiteral("mistral"));
    }

    void aProviderIsTakenOutOfTheExample()
    {
        const QByteArray example = contents("docs/nexus.example.toml");
        const auto text = ConfigText::read(example)->without(
            {QStringLiteral("llm"), QStringLiteral("providers"), QStringLiteral("openai")},
            CommentAbove::Keep);
        QVERIFY(text.has_value());
        QCOMPARE(changedLines(example, text->bytes()),
            QStringList({QStringLiteral("-[llm.providers.openai]"), QStringLiteral("-type = \"openai\""),
                QStringLiteral("-api_key = \"{{ env.OPENAI_API_KEY }}\""),
                QStringLiteral("-[llm.providers.openai.models.fast]"),
                QStringLiteral("-rename = \"gpt-4o-mini\"")}));
    }

    void lineEndingsOfWindowsStay()
    {
        QByteArray example = contents("docs/nexus.example.toml");
        const ConfigText text = ConfigText::read(example).value();
        const ConfigText windows = ConfigText::read(QByteArray(example).replace("\n", "\r\n")).value();
        const KeyPath path {QStringLiteral("llm"), QStringLiteral("cache"), QStringLiteral("enabled")};
        QByteArray expected = text.withValue(path, tomlBoolean(true)).value().bytes();
        expected.replace("\n", "\r\n");
        QCOMPARE(windows.withValue(path, tomlBoolean(true)).value().bytes(), expected);
    }
};

QTEST_GUILESS_MAIN(TestConfigTextFiles)
#include "tst_configtextfiles.moc"

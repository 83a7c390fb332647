// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tomlcompletion.h"

#include <QtTest>

using namespace nexus;

namespace {

// Completions at the `|` of a text.
struct Asked {
    TomlCompletions found;
    QString before; //!< what they take the place of
    QStringList texts;
};

Asked ask(const char *marked)
{
    QString text = QString::fromLatin1(marked);
    const qsizetype cursor = text.indexOf(QLatin1Char('|'));
    text.remove(cursor, 1);
    Asked out {.found = TomlCompletion().at(text, cursor), .before = {}, .texts = {}};
    out.before = text.mid(out.found.from, cursor - out.found.from);
    for (const TomlCompletions::Item &item : out.found.items) {
        out.texts.append(item.text);
    }
    return out;
}

} // namespace

class TestTomlCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void completesKeysOfTheTable();
    void leavesOutWhatIsThere();
    void goesIntoTablesByDots();
    void completesProviders();
    void completesValues();
    void completesHeaders();
    void knowsNamesInQuotes();
    void staysOutOfComments();
    void survivesEveryPlace();
};

void TestTomlCompletion::completesKeysOfTheTable()
{
    const Asked asked = ask("[server]\nmax_|");
    QCOMPARE(asked.before, QStringLiteral("max_"));
    QCOMPARE(asked.texts,
        (QStringList {QStringLiteral("max_connections = "), QStringLiteral("max_body_size = ")}));
    QVERIFY(!asked.found.items.front().help.isEmpty());
}

void TestTomlCompletion::leavesOutWhatIsThere()
{
    const Asked asked = ask("[server]\nmax_|\nmax_connections = 4\n[llm]\nmax_body_size = 1");
    QCOMPARE(asked.texts, (QStringList {QStringLiteral("max_body_size = ")}));
}

void TestTomlCompletion::goesIntoTablesByDots()
{
    QVERIFY(ask("[server]\nhea|").texts.contains(QStringLiteral("health.")));
    const Asked asked = ask("[server]\nhealth.|");
    QVERIFY(asked.texts.contains(QStringLiteral("health.path = ")));
    QCOMPARE(asked.before, QStringLiteral("health."));
    QVERIFY(ask("|").texts.contains(QStringLiteral("server.")));
}

void TestTomlCompletion::completesProviders()
{
    QVERIFY(ask("[llm.providers.mine]\nap|").texts.contains(QStringLiteral("api_key = ")));
    QVERIFY(ask("[llm.providers.mine.models.\"a/b\"]\nre|").texts.contains(QStringLiteral("rename = ")));
    QVERIFY(ask("[[llm.providers.mine.headers]]\nru|").texts.contains(QStringLiteral("rule = ")));
}

void TestTomlCompletion::completesValues()
{
    const Asked asked = ask("[llm.providers.mine]\ntype = \"o|");
    QCOMPARE(asked.before, QStringLiteral("\"o"));
    QCOMPARE(asked.texts, (QStringList {QStringLiteral("\"openai\""), QStringLiteral("\"ollama\"")}));
    QCOMPARE(ask("ledger.bodies = |").texts.size(), 3);
    QCOMPARE(ask("[llm.cache]\nenabled = t|").texts, QStringList {QStringLiteral("true")});
    QVERIFY(ask("[llm.cache]\nnothing = |").texts.isEmpty());
}

void TestTomlCompletion::completesHeaders()
{
    const Asked asked = ask("[llm.providers.mine]\ntype = \"demo\"\n\n[llm.pr|");
    QCOMPARE(asked.before, QStringLiteral("llm.pr"));
    QVERIFY(asked.texts.contains(QStringLiteral("llm.providers.")));
    QVERIFY(asked.texts.contains(QStringLiteral("llm.providers.mine")));
    QVERIFY(asked.texts.contains(QStringLiteral("llm.providers.mine.timeouts")));
    QVERIFY(asked.texts.contains(QStringLiteral("llm.protocols.openai")));
    QVERIFY(ask("[[llm.providers.mine]]\n[|").texts.contains(QStringLiteral("server")));
}

void TestTomlCompletion::knowsNamesInQuotes()
{
    QVERIFY(ask("[llm.providers.\"my.own\"]\napi_k|").texts.contains(QStringLiteral("api_key = ")));
    QVERIFY(ask("[llm . providers . 'x']\nbase_|").texts.contains(QStringLiteral("base_url = ")));
}

void TestTomlCompletion::staysOutOfComments()
{
    QVERIFY(ask("[server]\n# max_|").texts.isEmpty());
    QVERIFY(ask("[server] |").texts.isEmpty());
}

void TestTomlCompletion::survivesEveryPlace()
{
    const QString text
        = QStringLiteral("[server]\n\"a = [\nx.'y' = {b=\n[[a.b]]\n[llm.providers.x.models.\n=\n.\n");
    const TomlCompletion completion;
    for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
        const TomlCompletions found = completion.at(text, cursor);
        QVERIFY(found.from >= 0 && (found.items.empty() || found.from <= cursor));
        const QString begun = text.mid(found.from, cursor - found.from);
        for (const TomlCompletions::Item &item : found.items) {
            QVERIFY2(item.text.startsWith(begun, Qt::CaseInsensitive), qPrintable(item.text));
        }
    }
}

QTEST_GUILESS_MAIN(TestTomlCompletion)

#include "tst_tomlcompletion.moc"

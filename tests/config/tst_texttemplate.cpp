// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/texttemplate.h"

#include <QtTest>

using namespace nexus;

class TestTextTemplate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QStringLiteral("plain") << QStringLiteral("plain");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("alone") << QStringLiteral("{{ env.KEY }}") << QStringLiteral("value");
        QTest::newRow("tight") << QStringLiteral("{{env.KEY}}") << QStringLiteral("value");
        QTest::newRow("inside") << QStringLiteral("a-{{ env.KEY }}-b{{ env.OTHER }}")
                                << QStringLiteral("a-value-b{{ env.KEY }}");
        QTest::newRow("of the keychain") << QStringLiteral("{{keychain.my-openai}}/{{ env.KEY }}")
                                         << QStringLiteral("{{ env.KEY }}-secret/value");
        QTest::newRow("set but empty") << QStringLiteral("<{{ env.EMPTY }}>") << QStringLiteral("<>");
        QTest::newRow("shell form stays") << QStringLiteral("${KEY} {KEY}") << QStringLiteral("${KEY} {KEY}");
        QTest::newRow("closing only") << QStringLiteral("a }} b") << QStringLiteral("a }} b");
    }

    void expands()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<QString> result = expandTemplate(text, environment(), keys());
        QVERIFY(result.has_value());
        QCOMPARE(*result, expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("unset") << QStringLiteral("{{ env.NOPE }}")
                               << QStringLiteral("the environment variable 'NOPE' is not set");
        QTest::newRow("no such key")
            << QStringLiteral("{{ keychain.openai }}")
            << QStringLiteral("there is no key 'openai' in the keychain; add it with `nexus key set openai` "
                              "or in the console");
        QTest::newRow("silent keyring")
            << QStringLiteral("{{ keychain.hung }}")
            << QStringLiteral("The keyring did not answer within 5 s; unlock it and try again.");
        QTest::newRow("no key's name")
            << QStringLiteral("{{ keychain.a b }}")
            << QStringLiteral("{{ keychain.NAME }} needs the name of a key in the keychain");
        QTest::newRow("scope")
            << QStringLiteral("{{ file.key }}")
            << QStringLiteral("braces hold something other than {{ env.NAME }} or {{ keychain.NAME }}");
        QTest::newRow("pasted key")
            << QStringLiteral("{{ sk-123 }}")
            << QStringLiteral("braces hold something other than {{ env.NAME }} or {{ keychain.NAME }}");
        QTest::newRow("no name") << QStringLiteral(
            "{{ env. }}") << QStringLiteral("{{ env.NAME }} needs the name of an environment variable");
        QTest::newRow("no dot") << QStringLiteral("{{ env }}")
                                << QStringLiteral("{{ env.NAME }} needs the name of an environment variable");
        QTest::newRow("open") << QStringLiteral("a {{ env.KEY")
                              << QStringLiteral("'{{' has no matching '}}'");
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const Result<QString> result = expandTemplate(text, environment(), keys());
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().message, message);
    }

    void namesTheKeysOfAText()
    {
        QCOMPARE(
            keychainNames(QStringLiteral("a {{ keychain.b }} {{env.c}} {{keychain.d-1.x}}{{ keychain.b }}")),
            QStringList({QStringLiteral("b"), QStringLiteral("d-1.x")}));
        QCOMPARE(keychainNames(QStringLiteral("keychain.a {{ keychain.a b }} {{ keychain. }} {{ keychain.x")),
            QStringList());
    }

    void everyKeyMayBeAssumed()
    {
        const auto text
            = expandTemplate(QStringLiteral("{{ keychain.any }}"), environment(), StoredKeys::assumed());
        QVERIFY(text && !text->isEmpty());
    }

private:
    static StoredKeys keys()
    {
        StoredKeys keys;
        keys.set(QStringLiteral("my-openai"), Secret("{{ env.KEY }}-secret"));
        keys.set(QStringLiteral("hung"), failure(keychain::silent(std::chrono::seconds(5))));
        return keys;
    }

    static Environment environment()
    {
        return Environment({{QStringLiteral("KEY"), QStringLiteral("value")},
            {QStringLiteral("OTHER"), QStringLiteral("{{ env.KEY }}")},
            {QStringLiteral("EMPTY"), QString()}});
    }
};

QTEST_GUILESS_MAIN(TestTextTemplate)
#include "tst_texttemplate.moc"

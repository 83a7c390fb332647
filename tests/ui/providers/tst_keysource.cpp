// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keylists.h"
#include "ui/models/keysource.h"

#include <QTest>

using namespace nexus;

namespace {

ConfigText read(const QByteArray &toml)
{
    const Result<ConfigText> text = ConfigText::read(toml);
    return text ? *text : ConfigText();
}

} // namespace

//! \brief The keys of a provider in its file: one or several, added and taken out.
class TestKeySource final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFileListsThem();
    void aKeyIsAddedToItsOwnLines();
    void aKeyIsTakenOutWhereverItStands();
    void aKeyIsReplacedInItsPlace();
    void aNameIsOfNobodyElse();
};

void TestKeySource::theFileListsThem()
{
    const std::vector<ListedKey> keys = keysIn(read(THREE), QStringLiteral("one"));
    QCOMPARE(keys.size(), std::size_t(3));
    QCOMPARE(keys[0].source, (KeySource {.kind = KeySource::Kind::Keychain, .name = QStringLiteral("one")}));
    QCOMPARE(
        keys[1].source, (KeySource {.kind = KeySource::Kind::Environment, .name = QStringLiteral("MY_KEY")}));
    QCOMPARE(keysIn(read(ONE), QStringLiteral("one")).size(), std::size_t(1));
    QVERIFY(keysIn(read(ONE), QStringLiteral("two")).empty());
    QVERIFY(keysIn(read("[llm.providers.one]\napi_key = \"\"\n"), QStringLiteral("one")).empty());
}

void TestKeySource::aKeyIsAddedToItsOwnLines()
{
    const KeySource more {.kind = KeySource::Kind::Keychain, .name = QStringLiteral("k")};
    const auto added = [&more](const char *toml) {
        const Result<ConfigText> out = withKeyAdded(read(toml), QStringLiteral("one"), more);
        return out ? out->bytes() : out.error().message.toUtf8();
    };
    QCOMPARE(added("[llm.providers.one]\ntype = \"openai\"\n"),
        QByteArray("[llm.providers.one]\ntype = \"openai\"\napi_key = \"{{ keychain.k }}\"\n"));
    QCOMPARE(added(ONE),
        QByteArray(ONE).replace(
            "api_key = \"{{ keychain.one }}\"", "api_keys = [\"{{ keychain.one }}\", \"{{ keychain.k }}\"]"));
    QCOMPARE(added(THREE), QByteArray(THREE).replace("# team c\n", "# team c\n  \"{{ keychain.k }}\",\n"));
}

void TestKeySource::aKeyIsTakenOutWhereverItStands()
{
    const QString one = QStringLiteral("one");
    const ConfigText three = read(THREE);
    const std::vector<ListedKey> keys = keysIn(three, one);
    const QByteArray expected = QByteArray(THREE).replace("  \"{{ env.MY_KEY }}\",\n", "");
    const Result<ConfigText> two = withoutKey(three, one, keys[1], 1);
    QVERIFY(two);
    QCOMPARE(two->bytes(), expected);
    // Others have moved it.
    QCOMPARE(withoutKey(three, one, keys[1], 2)->bytes(), expected);
    QCOMPARE(withoutKey(*two, one, keys[1], 1)->bytes(), expected);
    const Result<ConfigText> last = withoutKey(*two, one, keys[0], 0);
    QVERIFY(last);
    QVERIFY2(last->bytes().contains("api_key = \"{{ keychain.one-2 }}\"\n"), last->bytes().constData());
    QVERIFY(!last->bytes().contains("api_keys"));
    QVERIFY(!withoutKey(*last, one, keys[2], 0)->bytes().contains("api_key"));
}

void TestKeySource::aKeyIsReplacedInItsPlace()
{
    const QString one = QStringLiteral("one");
    const KeySource fresh {.kind = KeySource::Kind::Keychain, .name = QStringLiteral("k")};
    const ConfigText three = read(THREE);
    const std::vector<ListedKey> keys = keysIn(three, one);
    const QByteArray expected = QByteArray(THREE).replace("{{ env.MY_KEY }}", "{{ keychain.k }}");
    const Result<ConfigText> out = withKeyReplaced(three, one, keys[1], 1, fresh);
    QVERIFY(out);
    QCOMPARE(out->bytes(), expected);
    // Others have moved it.
    QCOMPARE(withKeyReplaced(three, one, keys[1], 0, fresh)->bytes(), expected);
    const KeySource variable {.kind = KeySource::Kind::Environment, .name = QStringLiteral("V")};
    const QByteArray last = withKeyReplaced(three, one, keys[2], 2, variable)->bytes();
    QCOMPARE(last, QByteArray(THREE).replace("'{{ keychain.one-2 }}'", "\"{{ env.V }}\""));
    // The same again, and one that is the only key.
    QCOMPARE(withKeyReplaced(three, one, keys[2], 2, keys[2].source)->bytes(), QByteArray(THREE));
    QCOMPARE(withKeyReplaced(read(ONE), one, keys[0], 0, fresh)->bytes(),
        QByteArray(ONE).replace("keychain.one", "keychain.k"));
    // Others have taken it out, and what stands in its place now is not touched.
    const Result<ConfigText> two = withoutKey(three, one, keys[1], 1);
    QVERIFY(two);
    const Result<ConfigText> late = withKeyReplaced(*two, one, keys[1], 1, fresh);
    QVERIFY(!late);
    QVERIFY(late.error().message.contains(QStringLiteral("no longer in nexus.toml")));
}

void TestKeySource::aNameIsOfNobodyElse()
{
    const ConfigText text = read(THREE);
    QCOMPARE(freeKeyName(text, QStringLiteral("one"), {}), QStringLiteral("one-3"));
    QCOMPARE(freeKeyName(text, QStringLiteral("one"), {QStringLiteral("one-3")}), QStringLiteral("one-4"));
    QCOMPARE(freeKeyName(text, QStringLiteral("a:b"), {}), QStringLiteral("a-b"));
    QVERIFY(freeKeyName(text, QString(64, u'x'), {QString(60, u'x')}).size() <= 64);
}

QTEST_GUILESS_MAIN(TestKeySource)

#include "tst_keysource.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QTest>

using namespace nexus;

namespace {

Result<GatewayConfig> read(const QByteArray &aliases)
{
    const Environment environment({{QStringLiteral("NAME"), QStringLiteral("b")}});
    return parseConfig("[llm.aliases]\n" + aliases, QStringLiteral("nexus.toml"), environment);
}

// A chain of \a length aliases, of which the last points to a model.
QByteArray chain(int length)
{
    QByteArray text;
    for (int i = 1; i < length; ++i) {
        text += 'a' + QByteArray::number(i) + " = 'a" + QByteArray::number(i + 1) + "'\n";
    }
    return text + 'a' + QByteArray::number(length) + " = 'demo/x'\n";
}

} // namespace

class AliasesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aliasesOfAliasesBecomeTheirTargets_data();
    void aliasesOfAliasesBecomeTheirTargets();
    void onlyTheTargetsComeAlong();
    void badOnesAreRefused_data();
    void badOnesAreRefused();
    void longChainsAreRefused();
    void manyTargetsAreRefused();
};

void AliasesTest::aliasesOfAliasesBecomeTheirTargets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("targets");
    const auto row = [](const char *name, const char *text, const char *targets) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(targets).split(u' ');
    };
    row("text", "a = 'b'\nb = 'demo/x'\n", "demo/x");
    row("named before", "b = 'demo/x'\na.targets = ['b']\n", "demo/x");
    row("in place", "a.targets = ['demo/1', 'b', 'demo/4']\nb.targets = ['demo/2', 'demo/3']\n",
        "demo/1 demo/2 demo/3 demo/4");
    row("once", "a.targets = ['demo/2', 'b', 'c', 'demo/1']\nb.targets = ['demo/1', 'demo/2']\nc = 'b'\n",
        "demo/2 demo/1");
    row("two ways to one", "a.targets = ['b', 'c']\nb = 'd'\nc = 'd'\nd = 'demo/x'\n", "demo/x");
    row("without another one nothing changes", "a.targets = ['demo/x', 'demo/x']\n", "demo/x demo/x");
    row("a name like a model", "a = 'demo/x'\n'demo/x' = 'demo/y'\n", "demo/y");
    row("from the environment", "a = '{{ env.NAME }}'\nb = 'demo/x'\n", "demo/x");
}

void AliasesTest::aliasesOfAliasesBecomeTheirTargets()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, targets);
    const Result<GatewayConfig> config = read(text);
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    const auto &aliases = config->llm.aliases;
    const auto found = std::ranges::find(aliases, QStringLiteral("a"), &AliasConfig::name);
    QVERIFY(found != aliases.end());
    QCOMPARE(found->targets, targets);
}

void AliasesTest::onlyTheTargetsComeAlong()
{
    const Result<GatewayConfig> config = read(
        "a = { targets = ['b'], strategy = 'round_robin', temperature = 1 }\n"
        "b = { targets = ['demo/x', 'demo/y'], strategy = 'weighted', weights = [1, 2], system = 's' }\n");
    QVERIFY2(config, config ? "" : qPrintable(config.error().message));
    const AliasConfig &outer = config->llm.aliases.front();
    QCOMPARE(outer.targets, (QStringList {QStringLiteral("demo/x"), QStringLiteral("demo/y")}));
    QCOMPARE(outer.strategy, AliasConfig::Strategy::RoundRobin);
    QVERIFY(outer.weights.empty());
    QCOMPARE(outer.temperature, 1.0);
    QVERIFY(!outer.system);
    QCOMPARE(config->llm.aliases.back().weights, (std::vector<int> {1, 2}));
}

void AliasesTest::badOnesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *text, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(message);
    };
    row("two in a circle", "a = 'b'\nb = 'a'\n",
        "3:5: the alias 'b' leads back to itself: 'b' -> 'a' -> 'b'");
    row("circle behind a way", "w = 'a'\na = 'b'\nb.targets = ['demo/x', 'c']\nc = 'a'\n",
        "5:5: the alias 'c' leads back to itself: 'c' -> 'a' -> 'b' -> 'c'");
    row("itself in a list", "a.targets = ['demo/x', 'a']\n", "2:24: the alias 'a' points to itself");
    row("itself and weighted", "a = { targets = ['a'], strategy = 'weighted', weights = [1] }\n",
        "2:18: the alias 'a' points to itself");
    row("weighted",
        "a = { targets = ['demo/x', 'b'], strategy = 'weighted', weights = [1, 1] }\nb = 'demo/y'\n",
        "2:28: the alias 'a' is weighted, so it must not point to another alias");
    row("neither form", "a = 'bb'\nb = 'demo/x'\n",
        "2:5: the alias 'a' must point to a target of the form provider/model or to another alias");
}

void AliasesTest::badOnesAreRefused()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, message);
    const Result<GatewayConfig> config = read(text);
    QVERIFY(!config);
    QCOMPARE(config.error().message, QString(QLatin1String("nexus.toml:") + message));
}

void AliasesTest::longChainsAreRefused()
{
    const Result<GatewayConfig> good = read(chain(32));
    QVERIFY2(good, good ? "" : qPrintable(good.error().message));
    QCOMPARE(good->llm.aliases.front().targets, QStringList {QStringLiteral("demo/x")});
    const Result<GatewayConfig> bad = read(chain(33));
    QVERIFY(!bad);
    QVERIFY2(bad.error().message.contains(QLatin1String("leads through more than 32 aliases")),
        qPrintable(bad.error().message));
    QByteArrayList backwards = chain(33).split('\n');
    std::ranges::reverse(backwards);
    const Result<GatewayConfig> alsoBad = read(backwards.join('\n'));
    QVERIFY(!alsoBad);
    QVERIFY(alsoBad.error().message.contains(QLatin1String("the alias 'a1' leads through more than 32")));
    QVERIFY(!read(chain(5'000)));
}

void AliasesTest::manyTargetsAreRefused()
{
    const auto list = [](int count) {
        QByteArrayList targets;
        for (int i = 0; i < count; ++i) {
            targets.append("'demo/" + QByteArray::number(i) + '\'');
        }
        return "a.targets = ['b']\nb.targets = [" + targets.join(',') + "]\n";
    };
    QVERIFY(read(list(100)));
    const Result<GatewayConfig> bad = read(list(101));
    QVERIFY(!bad);
    QCOMPARE(bad.error().message, QStringLiteral("nexus.toml:2:14: the alias 'a' has more than 100 targets"));
}

QTEST_APPLESS_MAIN(AliasesTest)
#include "tst_aliases.moc"

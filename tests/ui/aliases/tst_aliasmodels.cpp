// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "ui/models/aliasedit.h"
#include "ui/models/modellistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = R"([llm.providers.one]
type = "openai"
api_key = "k"

[llm.aliases]
fast = "one/small" # mine
only = "fast"
[llm.aliases.safe]
targets = ["one/big", "fast"]
temperature = 0.25
)";

ConfigText read(const QByteArray &toml)
{
    const Result<ConfigText> text = ConfigText::read(toml);
    return text ? *text : ConfigText();
}

bool isTaken(const Result<ConfigText> &text)
{
    return text
        && parseConfig(text->bytes(), QStringLiteral("nexus.toml"), Environment(QHash<QString, QString>()),
            StoredKeys::assumed());
}

AliasEntry entry(const ConfigText &text, const char *name)
{
    for (const AliasEntry &alias : aliasesOf(text)) {
        if (alias.name == QLatin1String(name)) {
            return alias;
        }
    }
    return {};
}

} // namespace

//! \brief Aliases as text of the file, and the table of models.
class TestAliasModels final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoChangesBecomeOne();
    void theSameFieldIsAskedAbout();
    void aliasesAreRead();
    void nothingChangedIsNoChange();
    void aPlainTargetStaysOneLine();
    void aLineBecomesATable();
    void weightsGoWithTheirStrategy();
    void aNewNameIsFollowed();
    void whatGoesIsNamed();
    void everyStrategyHasWords();
    void linesAreTold();
    void unknownIsNotNothing();
    void abilitiesSayWhoTells();
    void aPriceSaysWhatIsCheaper();
};

void TestAliasModels::aliasesAreRead()
{
    const ConfigText text = read(TOML);
    QCOMPARE(aliasesOf(text).size(), std::size_t(3));
    QCOMPARE(entry(text, "fast").targets, QStringList({QStringLiteral("one/small")}));
    const AliasEntry safe = entry(text, "safe");
    QCOMPARE(safe.targets.size(), 2);
    QCOMPARE(safe.temperature, QStringLiteral("0.25"));
    QCOMPARE(safe.strategy, QStringLiteral("fallback"));
    QVERIFY(aliasesOf(ConfigText()).empty());
}

void TestAliasModels::nothingChangedIsNoChange()
{
    const ConfigText text = read(TOML);
    for (const AliasEntry &alias : aliasesOf(text)) {
        const Result<ConfigText> after = withAlias(text, alias.name, alias);
        QVERIFY(after);
        QCOMPARE(after->bytes(), text.bytes());
    }
}

void TestAliasModels::aPlainTargetStaysOneLine()
{
    const ConfigText text = read(TOML);
    AliasEntry fast = entry(text, "fast");
    fast.targets = {QStringLiteral("one/tiny")};
    const Result<ConfigText> after = withAlias(text, fast.name, fast);
    QVERIFY(isTaken(after));
    QVERIFY(after->bytes().contains("fast = \"one/tiny\" # mine"));
}

void TestAliasModels::aLineBecomesATable()
{
    const ConfigText text = read(TOML);
    AliasEntry fast = entry(text, "fast");
    fast.targets.append(QStringLiteral("one/big"));
    fast.maxTokens = QStringLiteral("50");
    fast.system = QStringLiteral("Be\nbrief.");
    const Result<ConfigText> after = withAlias(text, fast.name, fast);
    QVERIFY(isTaken(after));
    QCOMPARE(entry(*after, "fast"), fast);
}

void TestAliasModels::weightsGoWithTheirStrategy()
{
    const ConfigText text = read(TOML);
    AliasEntry alias {.name = QStringLiteral("mix"),
        .targets = {QStringLiteral("one/a"), QStringLiteral("one/b")},
        .strategy = QStringLiteral("weighted"),
        .weights = {3}};
    Result<ConfigText> after = withAlias(text, {}, alias);
    QVERIFY(isTaken(after));
    alias.weights = {3, 1};
    QCOMPARE(entry(*after, "mix"), alias);
    alias.strategy = QStringLiteral("fallback");
    after = withAlias(*after, alias.name, alias);
    QVERIFY(isTaken(after));
    QVERIFY(!after->bytes().contains("weights"));
}

void TestAliasModels::aNewNameIsFollowed()
{
    const ConfigText text = read(TOML);
    AliasEntry fast = entry(text, "fast");
    fast.name = QStringLiteral("quick");
    const Result<ConfigText> after = withAlias(text, QStringLiteral("fast"), fast);
    QVERIFY(isTaken(after));
    QCOMPARE(entry(*after, "only").targets, QStringList({QStringLiteral("quick")}));
    QCOMPARE(entry(*after, "safe").targets.last(), QStringLiteral("quick"));
    QVERIFY(!after->bytes().contains("fast"));
}

void TestAliasModels::whatGoesIsNamed()
{
    const ConfigText text = read(TOML);
    const AliasLosses losses = aliasLosses(text, QStringLiteral("fast"));
    QCOMPARE(losses.gone, QStringList({QStringLiteral("only")}));
    QCOMPARE(losses.shortened, QStringList({QStringLiteral("safe")}));
    const Result<ConfigText> after = withoutAlias(text, QStringLiteral("fast"));
    QVERIFY(isTaken(after));
    QCOMPARE(aliasesOf(*after).size(), std::size_t(1));
    QCOMPARE(entry(*after, "safe").targets, QStringList({QStringLiteral("one/big")}));
    QCOMPARE(aliasLosses(text, QStringLiteral("safe")), AliasLosses());
}

void TestAliasModels::everyStrategyHasWords()
{
    for (const QString &strategy : aliasStrategies()) {
        QVERIFY(strategyTitle(strategy) != strategy);
        QVERIFY(strategySentence(strategy).endsWith(u'.'));
    }
}

void TestAliasModels::linesAreTold()
{
    ModelListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setLines({});
    QCOMPARE(reset.count(), 0);
    std::vector<ModelLine> lines {{.provider = QStringLiteral("one"), .model = QStringLiteral("a/b")},
        {.provider = QStringLiteral("two"), .model = QStringLiteral("c")}};
    model.setLines(lines);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.ids(), QStringList({QStringLiteral("one/a/b"), QStringLiteral("two/c")}));
    lines[1].input = 2'500'000;
    model.setLines(lines);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(changed.count(), 1);
    const QModelIndex price = model.index(1, ModelListModel::InputPriceColumn);
    QCOMPARE(price.data().toString(), QStringLiteral("$2.50"));
    model.setLines({});
    QCOMPARE(model.rowCount(), 0);
}

void TestAliasModels::unknownIsNotNothing()
{
    ModelListModel model;
    model.setLines({{.provider = QStringLiteral("one"), .model = QStringLiteral("a")}});
    for (int column = ModelListModel::ContextColumn; column < ModelListModel::ColumnCount; ++column) {
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("–"));
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

void TestAliasModels::abilitiesSayWhoTells()
{
    ModelLine line {.provider = QStringLiteral("one"), .model = QStringLiteral("a")};
    line.told = {.tools = true};
    line.known = {.vision = true, .tools = true};
    ModelListModel model;
    model.setLines({line});
    const QModelIndex index = model.index(0, ModelListModel::AbilityColumn);
    QCOMPARE(index.data().toString(), QStringLiteral("vision, tools"));
    QCOMPARE(index.data(Qt::ToolTipRole).toString(),
        QStringLiteral("Its provider says: vision unknown, tools yes, reasoning unknown.\n"
                       "The table of prices says: vision yes, tools yes, reasoning unknown."));
    // A provider that denies is right, and nobody is not who said so.
    line.told = {.vision = false, .tools = false};
    line.known = {.vision = true, .tools = true, .reasoning = true};
    model.setLines({line});
    QCOMPARE(index.data().toString(), QStringLiteral("reasoning"));
    line.known = {};
    model.setLines({line});
    QCOMPARE(index.data().toString(), QStringLiteral("none known"));
    QCOMPARE(index.data(Qt::ToolTipRole).toString(),
        QStringLiteral("Its provider says: vision no, tools no, reasoning unknown."));
    line.told.reasoning = false;
    model.setLines({line});
    QCOMPARE(index.data().toString(), QStringLiteral("none"));
    line.told = {};
    model.setLines({line});
    QCOMPARE(index.data().toString(), QStringLiteral("–"));
    QCOMPARE(
        index.data(Qt::ToolTipRole).toString(), QStringLiteral("Nobody says what it can do besides text."));
}

void TestAliasModels::aPriceSaysWhatIsCheaper()
{
    ModelLine line {.provider = QStringLiteral("one"), .model = QStringLiteral("a")};
    line.priceSource = QStringLiteral("a table");
    ModelListModel model;
    model.setLines({line});
    const auto hint = [&model] {
        return model.index(0, ModelListModel::InputPriceColumn).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(hint(), QStringLiteral("a table"));
    line.isCachePriced = true;
    line.isBatchPriced = true;
    model.setLines({line});
    QCOMPARE(hint(), QStringLiteral("a table\nAt prices of their own: cached input, batches."));
}

void TestAliasModels::twoChangesBecomeOne()
{
    const AliasEntry base {.name = QStringLiteral("a"), .targets = {QStringLiteral("p/m")}};
    AliasEntry theirs = base;
    theirs.targets.append(QStringLiteral("p/n"));
    theirs.strategy = QStringLiteral("weighted");
    theirs.weights = {1, 2};
    theirs.system = QStringLiteral("same");
    AliasEntry mine = base;
    mine.temperature = QStringLiteral("0.5");
    mine.system = QStringLiteral("same");
    FormBase form(base);
    AliasEntry expected = theirs;
    expected.temperature = mine.temperature;
    QCOMPARE(form.follow(theirs, mine), expected);
    QVERIFY(!form.isAsking());
    QCOMPARE(form.base(), theirs);
    // Nothing typed: all is theirs.
    QCOMPARE(form.follow(base, theirs), base);
}

void TestAliasModels::theSameFieldIsAskedAbout()
{
    const AliasEntry base {.name = QStringLiteral("a"), .targets = {QStringLiteral("p/m")}};
    AliasEntry theirs = base;
    theirs.targets = {QStringLiteral("p/theirs")};
    theirs.maxTokens = QStringLiteral("7");
    AliasEntry mine = base;
    mine.targets = {QStringLiteral("p/mine")};
    mine.temperature = QStringLiteral("1");
    FormBase form(base);
    const AliasEntry shown = form.follow(theirs, mine);
    QVERIFY(form.isAsking());
    QCOMPARE(form.conflicts(), std::vector<std::size_t>({5}));
    QCOMPARE(shown.targets, mine.targets);
    QCOMPARE(shown.maxTokens, theirs.maxTokens);
    FormBase other = form;
    const AliasEntry taken = other.takeTheirs(shown);
    QVERIFY(!other.isAsking());
    QCOMPARE(taken.targets, theirs.targets);
    QCOMPARE(taken.temperature, mine.temperature);
    QCOMPARE(other.base(), theirs);
    form.keepMine();
    QVERIFY(!form.isAsking());
    QCOMPARE(form.follow(theirs, shown), shown);
    QVERIFY(!form.isAsking());
    // They take it back: there is nothing to ask any more.
    FormBase third(base);
    QCOMPARE(third.follow(theirs, mine).targets, mine.targets);
    (void)third.follow(base, mine);
    QVERIFY(!third.isAsking());
}

QTEST_GUILESS_MAIN(TestAliasModels)

#include "tst_aliasmodels.moc"

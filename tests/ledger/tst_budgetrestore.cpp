// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budgetkit.h"
#include "historykit.h"

#include "ledger/budgets/budgetrestore.h"

using namespace nexus;

namespace {

constexpr qint64 DAY = 24LL * 60 * 60 * 1000;

// Each request costs its own power of two, so that a sum says which are in it.
constexpr qint64 costOf(int i)
{
    return qint64(1) << i;
}

struct Asked {
    const char *provider;
    const char *asked;
    const char *upstream;
    const char *alias;
    const char *client;
    const char *group;
    qint64 offset = 0; // from noon
};

constexpr std::array ASKED {
    Asked {"up", "up/short", "real-name", "", "alice", "writers"},
    Asked {"up", "short", "real-name", "", "bob", "writers"},
    Asked {"up", "fast", "real-name", "fast", "carol", "readers"},
    Asked {"down", "fast", "other", "fast", "alice", "writers"},
    Asked {"down", "down/short", "short", "", "alice", "alice"},
    Asked {"up", "up/real-name", "real-name", "", "", "readers"},
    Asked {"up", "up/short", "real-name", "", "alice", "writers", -DAY},
    Asked {"down", "down/real-name", "real-name", "", "dave", ""},
};

RequestRecord recordOf(int i)
{
    const Asked &asked = ASKED.at(static_cast<std::size_t>(i));
    RequestRecord record = answeredChat(asked.offset, QByteArray::number(i));
    record.provider = QString::fromLatin1(asked.provider);
    record.askedModel = asked.asked;
    record.upstreamModel = asked.upstream;
    record.alias = QString::fromLatin1(asked.alias);
    record.who = {.label = {}, .clientId = asked.client, .group = asked.group, .subject = {}, .address = {}};
    record.usage = TokenUsage {.input = costOf(i)};
    record.microDollars = costOf(i);
    return record;
}

// One token of input costs a millionth of a dollar.
HistoryPrices prices()
{
    return [](const QString &, const QString &, qint64) {
        Price price;
        price.rates = {.input = 1'000'000, .output = 1'000'000};
        return std::optional(price);
    };
}

GatewayConfig twoProviders()
{
    GatewayConfig config;
    for (const char *name : {"up", "down"}) {
        ProviderConfig provider;
        provider.name = QString::fromLatin1(name);
        config.llm.providers.push_back(provider);
    }
    ModelConfig renamed;
    renamed.name = "short";
    renamed.rename = "real-name";
    config.llm.providers.front().models = {renamed};
    return config;
}

} // namespace

class BudgetRestoreTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theHistoryCountsAsTheBoardDoes_data();
    void theHistoryCountsAsTheBoardDoes();
    void sumsKnowGroupsThatDoNotShareClients();
    void whatHasNoPriceIsCountedApart();

private:
    HistoryKit m_files;
};

void BudgetRestoreTest::initTestCase()
{
    History history(m_files.options());
    for (int i = 0; i < static_cast<int>(ASKED.size()); ++i) {
        history.record(recordOf(i));
    }
}

void BudgetRestoreTest::theHistoryCountsAsTheBoardDoes_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("client");
    for (const char *provider : {"", "up", "down", "nobody"}) {
        for (const char *model :
            {"", "short", "up/short", "real-name", "up/real-name", "fast", "down/short", "other", "x"}) {
            for (const char *client : {"", "alice", "writers", "readers", "nobody"}) {
                QTest::addRow("%s,%s,%s", provider, model, client) << QString::fromLatin1(
                    provider) << QString::fromLatin1(model) << QString::fromLatin1(client);
            }
        }
    }
}

// Two boards: one sees the records, the other one is told by the history.
void BudgetRestoreTest::theHistoryCountsAsTheBoardDoes()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, model);
    QFETCH(const QString, client);
    BudgetKit seen;
    BudgetKit told;
    BudgetConfig budget = budgetOf(1'000);
    budget.provider = provider;
    budget.model = model;
    budget.client = client;
    for (BudgetKit *const kit : {&seen, &told}) {
        kit->now = NOON + 1'000;
        kit->config = twoProviders();
        kit->setBudgets({budget});
    }
    for (int i = 0; i < static_cast<int>(ASKED.size()); ++i) {
        seen.board.record(recordOf(i));
    }
    const Result<HistoryReader> reader = HistoryReader::open(m_files.path(), prices());
    QVERIFY(reader);
    for (const BudgetOpening &opening : told.board.takeOpenings()) {
        QVERIFY(restoreBudget(*reader, opening, told.board));
    }
    QCOMPARE(told.state().spent, seen.state().spent);
    if (provider.isEmpty() && model.isEmpty() && client.isEmpty()) {
        QCOMPARE(told.state().spent, costOf(8) - 1 - costOf(6));
    }
}

// So that a large history is not read from end to end.
void BudgetRestoreTest::sumsKnowGroupsThatDoNotShareClients()
{
    const Result<HistoryReader> reader = HistoryReader::open(m_files.path(), prices());
    QVERIFY(reader);
    const auto isSummed = [&reader](const char *filter) {
        const auto condition
            = historyCondition(reader->database(), *parseHistoryFilter(QString::fromLatin1(filter), NOON));
        return condition && !condition->sumSql.isNull();
    };
    QVERIFY(isSummed("group:=readers"));
    QVERIFY(isSummed("group:=Readers -client:=readers since:7d"));
    QVERIFY(isSummed("group:=nobody"));
    QVERIFY(!isSummed("group:=writers")); // alice was in another one, too
}

void BudgetRestoreTest::whatHasNoPriceIsCountedApart()
{
    HistoryKit files;
    BudgetKit kit;
    kit.now = NOON + 1'000;
    kit.setBudgets({budgetOf(1)});
    RequestRecord record = recordOf(0);
    record.microDollars.reset();
    {
        History history(files.options());
        history.record(record);
    }
    const Result<HistoryReader> reader = HistoryReader::open(files.path(), HistoryKit::noPrices());
    QVERIFY(reader);
    QVERIFY(restoreBudget(*reader, kit.board.takeOpenings().front(), kit.board));
    QCOMPARE(kit.state().unpriced, 1);
    QCOMPARE(kit.state().spent, 0);
}

QTEST_GUILESS_MAIN(BudgetRestoreTest)
#include "tst_budgetrestore.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientcalls.h"
#include "trafficfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace nexus;

namespace {

// Providers are also asked for their lists of models.
std::size_t calls(const kit::ScriptedProvider &provider)
{
    const std::vector<kit::ReceivedRequest> received = provider.received();
    return static_cast<std::size_t>(std::ranges::count(received, "POST", &kit::ReceivedRequest::method));
}

qint64 spent(const TrafficFixture &fixture)
{
    return fixture.gateway.gateway->ledger().budgets().states().at(0).spent;
}

} // namespace

//! What budgets do to requests, over the network.
class BudgetsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<TrafficFixture>(); }
    void cleanup()
    {
        QVERIFY(!m_fixture->hasLoggedKey());
        m_fixture.reset();
    }

    void aSpentBudgetIsToldInBothDialects();
    void theNextTargetIsAskedInstead();
    void whatIsSpentIsWhatTheProviderCounted();
    void requestsAtOnceDoNotOverrun();
    void countingTokensAndTheCacheAreFree();
    void aReloadKeepsWhatIsSpent();
    void theHistoryRemembersWhatIsSpent();
    void theHealthPageShowsHowTheyStand();

private:
    [[nodiscard]] static QByteArray budget(const QByteArray &dollars, const QByteArray &more = {})
    {
        return "[budgets.team]\nlimit_usd = " + dollars + "\naction = \"block\"\nperiod = \"month\"\n" + more;
    }
    // With a price at which the 5 and 2 tokens of wholeReply() cost $0.9.
    [[nodiscard]] static QByteArray pricedProvider()
    {
        return TrafficFixture::provider("a", "retries.max_attempts = 1\n")
            + "[llm.providers.a.models.m]\nprice = { input = 100000, output = 200000 }\n";
    }
    [[nodiscard]] static QByteArray chat() { return chatOf("a/m", false, R"("max_tokens":2)"); }

    //! The budgets as the health page has them; nothing else of them may be there.
    [[nodiscard]] QByteArrayList states() const
    {
        const auto client = m_fixture->gateway.connect();
        client->request("GET", "/health");
        if (!client->waitForAnswers() || client->answer().body.contains("someone")) {
            return {"no page that may be shown"};
        }
        QByteArrayList states;
        const QJsonObject page = QJsonDocument::fromJson(client->answer().body).object();
        for (const QJsonValue &budget : page.value(QLatin1String("budgets")).toArray()) {
            const auto text = [&budget](const char *name) {
                return budget[QLatin1String(name)].toVariant().toByteArray();
            };
            states.append(text("name") + ' ' + text("period") + ' ' + text("spent_usd") + " of "
                + text("limit_usd") + ' ' + text("state"));
        }
        return states;
    }

    std::unique_ptr<TrafficFixture> m_fixture;
};

void BudgetsTest::aSpentBudgetIsToldInBothDialects()
{
    m_fixture->start(pricedProvider() + budget("0"));
    const kit::Answer chat = m_fixture->ask(chatOf("a/m"));
    QCOMPARE(chat.status, 429);
    QCOMPARE(errorTypeOf(chat.body), "insufficient_quota");
    QVERIFY(chat.body.contains("\"code\":\"insufficient_quota\""));
    QVERIFY(chat.body.contains("budget 'team' of $0 a month is spent"));
    QCOMPARE(chat.header("x-should-retry"), "false");
    QVERIFY(chat.header("Retry-After").isEmpty());
    QCOMPARE(chat.header("x-nexus-attempts"), "0");
    const kit::Answer message = m_fixture->ask(messageOf("a/m"), {}, TrafficFixture::messagesPath);
    QCOMPARE(message.status, 429);
    QCOMPARE(message.header("x-should-retry"), "false");
    QVERIFY(message.body.contains("budget 'team'"));
    // A stream that has not begun is refused like any other request.
    QCOMPARE(m_fixture->ask(chatOf("a/m", true)).status, 429);
    QCOMPARE(m_fixture->gateway.requestLine(2).isEmpty(), false);
    QCOMPARE(m_fixture->recordsWith("outcome=refused"), 3);
    QCOMPARE(calls(m_fixture->a), std::size_t(0));
}

void BudgetsTest::theNextTargetIsAskedInstead()
{
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->b.setDefaultReply(wholeReply());
    m_fixture->start(TrafficFixture::three() + budget("0", "provider = \"a\"\n"));
    const kit::Answer answer = m_fixture->ask(chatOf("all"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), "b");
    QCOMPARE(calls(m_fixture->a), std::size_t(0));
    QCOMPARE(calls(m_fixture->b), std::size_t(1));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 429);
}

void BudgetsTest::whatIsSpentIsWhatTheProviderCounted()
{
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->start(pricedProvider() + budget("1000"));
    QCOMPARE(m_fixture->ask(chat()).status, 200);
    QTRY_COMPARE(spent(*m_fixture), 900'000);
    const BudgetState state = m_fixture->gateway.gateway->ledger().budgets().states().at(0);
    QCOMPARE(state.held, 0);
    QCOMPARE(state.unpriced, 0);
}

// Whatever is under way is held for: of ten requests only so many are sent as the budget pays.
void BudgetsTest::requestsAtOnceDoNotOverrun()
{
    m_fixture->a.setDefaultReply(wholeReply().holdAfter(1));
    m_fixture->start("server.workers = 4\n" + pricedProvider() + budget("4"));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(m_fixture->send(chat()));
    }
    BudgetBoard &board = m_fixture->gateway.gateway->ledger().budgets();
    const LiveFeed &live = m_fixture->gateway.gateway->ledger().live();
    QTRY_COMPARE(live.running().size() + live.recent().size(), std::size_t(10));
    QTRY_COMPARE(calls(m_fixture->a), live.running().size());
    const BudgetState state = board.states().at(0);
    QVERIFY(state.held > 0);
    QVERIFY(state.held <= 4'000'000);
    const auto sent = static_cast<int>(live.running().size());
    QVERIFY(sent >= 1);
    QVERIFY(sent < 10);
    m_fixture->a.release();
    QCOMPARE(countStatus(clients, 429), 10 - sent);
    QTRY_COMPARE(spent(*m_fixture), 900'000 * sent);
    QVERIFY(spent(*m_fixture) <= 4'000'000);
    QCOMPARE(board.states().at(0).held, 0);
}

void BudgetsTest::countingTokensAndTheCacheAreFree()
{
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->start(pricedProvider() + "[llm.cache]\nenabled = true\n" + budget("100"));
    QCOMPARE(m_fixture->ask(chat()).status, 200);
    QTRY_COMPARE(spent(*m_fixture), 900'000);
    m_fixture->reload(pricedProvider() + "[llm.cache]\nenabled = true\n" + budget("0.9"));
    QCOMPARE(m_fixture->ask(chatOf("a/m")).status, 429);
    const kit::Answer cached = m_fixture->ask(chat());
    QCOMPARE(cached.status, 200);
    QCOMPARE(cached.header("x-nexus-cache"), "hit");
    const QByteArray counted = QByteArray(TrafficFixture::messagesPath) + "/count_tokens";
    QCOMPARE(m_fixture->ask(messageOf("a/m"), {}, counted).status, 200);
    QCOMPARE(spent(*m_fixture), 900'000);
}

void BudgetsTest::aReloadKeepsWhatIsSpent()
{
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->start(pricedProvider() + budget("100"));
    QCOMPARE(m_fixture->ask(chat()).status, 200);
    QTRY_COMPARE(spent(*m_fixture), 900'000);
    m_fixture->reload(pricedProvider() + budget("0.9"));
    QCOMPARE(spent(*m_fixture), 900'000);
    QCOMPARE(m_fixture->ask(chat()).status, 429);
    m_fixture->reload(pricedProvider() + budget("100"));
    QCOMPARE(m_fixture->ask(chat()).status, 200);
}

void BudgetsTest::theHistoryRemembersWhatIsSpent()
{
    const QTemporaryDir folder;
    m_fixture->a.setDefaultReply(wholeReply());
    m_fixture->gateway.historyPath = folder.filePath(QStringLiteral("history.sqlite"));
    m_fixture->start(pricedProvider() + budget("100"));
    QCOMPARE(m_fixture->ask(chat()).status, 200);
    QTRY_COMPARE(spent(*m_fixture), 900'000);
    // Another budget finds what was there before it.
    m_fixture->reload(pricedProvider() + budget("50", "provider = \"a\"\n"));
    QCOMPARE(spent(*m_fixture), 900'000);
    m_fixture->gateway.gateway.reset();
    m_fixture->start(pricedProvider() + budget("0.9"));
    QCOMPARE(spent(*m_fixture), 900'000);
    QCOMPARE(m_fixture->ask(chat()).status, 429);
}

void BudgetsTest::theHealthPageShowsHowTheyStand()
{
    m_fixture->a.setDefaultReply(wholeReply());
    const auto budgets = [](const QByteArray &limit) {
        return pricedProvider() + budget(limit, "client = \"someone\"\n")
            + "[budgets.all]\nlimit_usd = 1.2\nperiod = \"day\"\n";
    };
    const kit::Headers headers {{"Authorization", "Bearer someone"}};
    m_fixture->start(budgets("100"));
    QCOMPARE(states(), (QByteArrayList {"team month 0 of 100 ok", "all day 0 of 1.2 ok"}));
    QCOMPARE(m_fixture->ask(chat(), headers).status, 200);
    QTRY_COMPARE(states(), (QByteArrayList {"team month 0.9 of 100 ok", "all day 0.9 of 1.2 ok"}));
    QCOMPARE(m_fixture->ask(chat(), headers).status, 200);
    QTRY_COMPARE(states(), (QByteArrayList {"team month 1.8 of 100 ok", "all day 1.8 of 1.2 warned"}));
    m_fixture->reload(budgets("2"));
    QCOMPARE(states(), (QByteArrayList {"team month 1.8 of 2 warned", "all day 1.8 of 1.2 warned"}));
    m_fixture->reload(budgets("1.8"));
    QCOMPARE(states(), (QByteArrayList {"team month 1.8 of 1.8 blocked", "all day 1.8 of 1.2 warned"}));
    QCOMPARE(m_fixture->ask(chat(), headers).status, 429);
    // One event for each trip, however many requests and configurations come behind it.
    const QByteArrayList events = m_fixture->gateway.events("budget");
    QCOMPARE(events.size(), 3);
    QVERIFY(events.at(0).contains("budget=all level=spent") && events.at(0).contains("action=warn"));
    QVERIFY(events.at(1).contains("budget=team level=near"));
    QVERIFY(events.at(2).contains("budget=team level=spent") && events.at(2).contains("action=block"));
    m_fixture->reload(pricedProvider());
    QCOMPARE(states(), QByteArrayList());
}

QTEST_GUILESS_MAIN(BudgetsTest)
#include "tst_budgets.moc"

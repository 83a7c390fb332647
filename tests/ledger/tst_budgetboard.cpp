// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budgetkit.h"

#include <QTest>

#include <array>
#include <thread>

using namespace nexus;
using Action = BudgetConfig::Action;
using Period = BudgetConfig::Period;

namespace {

// So many tokens of input cost so many thousandths of a dollar.
TokenUsage tokens(qint64 count)
{
    return {.input = count};
}

} // namespace

class BudgetBoardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSpentIsForgottenWithThePeriod();
    void aRequestCountsWhereItBegan();
    void aClockThatIsSetBackGivesNothingBack();
    void aSpentBudgetRefuses();
    void aBudgetThatWarnsRefusesNothing();
    void runningRequestsAreHeldFor();
    void aHoldGoesWithItsObject();
    void theNextHoldOfARequestOutlivesTheOneBefore();
    void aHoldOfAnOldPeriodIsGone();
    void manyAtOnceDoNotOverrun();
    void nearAndSpentAreToldOnceInAPeriod();
    void aModelWithoutAPriceIsSaidOnce();
    void aRequestWithoutAModelIsNoComplaint();
    void anEditKeepsWhatIsSpent();
    void anotherScopeBeginsAnew();
    void aBudgetThatWasTakenOutLetsItsHoldsGo();
    void restoringAddsToThePeriod();
    void sumsDoNotOverflow();
};

void BudgetBoardTest::whatIsSpentIsForgottenWithThePeriod()
{
    BudgetKit kit("Europe/Berlin");
    kit.now = utc("2026-03-29T21:59:59Z");
    kit.setBudgets({budgetOf(1)});
    kit.spend(DOLLAR);
    QVERIFY(!kit.board.take(kit.request(), tokens(1)));
    QCOMPARE(kit.state().spent, DOLLAR);
    kit.now = utc("2026-03-29T22:00:00Z");
    QCOMPARE(kit.state().spent, 0);
    QVERIFY(kit.board.take(kit.request(), tokens(1)));
}

void BudgetBoardTest::aRequestCountsWhereItBegan()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    kit.now = utc("2026-01-15T23:59:00Z");
    const RequestRecord late = kit.request();
    kit.now = utc("2026-01-16T00:01:00Z");
    kit.spend(late, DOLLAR);
    QCOMPARE(kit.state().spent, 0);
    kit.spend(5);
    QCOMPARE(kit.state().spent, 5);
}

void BudgetBoardTest::aClockThatIsSetBackGivesNothingBack()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    kit.spend(7);
    kit.now = utc("2026-01-14T23:59:59Z");
    QCOMPARE(kit.state().spent, 7);
    QCOMPARE(kit.state().period.begin, utc("2026-01-14T00:00:00Z"));
}

void BudgetBoardTest::aSpentBudgetRefuses()
{
    BudgetKit kit("Asia/Tokyo");
    QVERIFY(!kit.board.isOn());
    kit.setBudgets({budgetOf(2)});
    QVERIFY(kit.board.isOn());
    kit.spend(DOLLAR);
    // Too dear for what is left, while a smaller one may go.
    const auto dear = kit.board.take(kit.request(), tokens(1'001));
    QVERIFY(!dear);
    QCOMPARE(dear.error().message,
        QStringLiteral("This request may cost $1.001, more than the $1 that the budget 'team' of $2 a day "
                       "has left beside running requests. The next period begins at "
                       "2026-01-16T00:00:00+09:00."));
    QVERIFY(kit.board.take(kit.request(), tokens(1'000)));
    kit.spend(DOLLAR);
    const auto refused = kit.board.take(kit.request(), tokens(0));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::QuotaExceeded);
    QCOMPARE(httpStatus(refused.error()), 429);
    QCOMPARE(refused.error().message,
        QStringLiteral("The budget 'team' of $2 a day is spent. The next period begins at "
                       "2026-01-16T00:00:00+09:00."));
    QVERIFY(refused.error().retryAfter.isEmpty());
}

void BudgetBoardTest::aBudgetThatWarnsRefusesNothing()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1, Action::Warn)});
    QVERIFY(!kit.board.isOn());
    kit.spend(3 * DOLLAR);
    QVERIFY(kit.board.take(kit.request(1), tokens(1)));
    QCOMPARE(kit.state().spent, 3 * DOLLAR);
}

void BudgetBoardTest::runningRequestsAreHeldFor()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    const RequestRecord first = kit.request(1);
    Result<BudgetHold> hold = kit.board.take(first, {.input = 300, .output = 200});
    QVERIFY(hold);
    QCOMPARE(kit.state().held, 700'000);
    QVERIFY(!kit.board.take(kit.request(2), tokens(301)));
    QCOMPARE(kit.state().held, 700'000);
    // The record says what it was.
    kit.spend(first, 100'000);
    QCOMPARE(kit.state().held, 0);
    QCOMPARE(kit.state().spent, 100'000);
    const Result<BudgetHold> second = kit.board.take(kit.request(2), tokens(301));
    QVERIFY(second);
    hold->release();
    QCOMPARE(kit.state().held, 301'000);
}

void BudgetBoardTest::aHoldGoesWithItsObject()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    {
        Result<BudgetHold> hold = kit.board.take(kit.request(1), tokens(10));
        QVERIFY(hold);
        const BudgetHold moved = std::move(*hold);
        *hold = BudgetHold();
        QCOMPARE(kit.state().held, 10'000);
    }
    QCOMPARE(kit.state().held, 0);
}

void BudgetBoardTest::theNextHoldOfARequestOutlivesTheOneBefore()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    BudgetHold hold = std::move(*kit.board.take(kit.request(1), tokens(10)));
    hold = std::move(*kit.board.take(kit.request(1), tokens(20)));
    QCOMPARE(kit.state().held, 20'000);
    hold = BudgetHold();
    QCOMPARE(kit.state().held, 0);
}

void BudgetBoardTest::aHoldOfAnOldPeriodIsGone()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    Result<BudgetHold> old = kit.board.take(kit.request(1), tokens(900));
    QVERIFY(old);
    kit.now += 24LL * 60 * 60 * 1000;
    const Result<BudgetHold> fresh = kit.board.take(kit.request(2), tokens(500));
    QVERIFY(fresh);
    QCOMPARE(kit.state().held, 500'000);
    old->release();
    QCOMPARE(kit.state().held, 500'000);
}

// Each request costs as much as was expected of it, so that no cent goes over the limit.
void BudgetBoardTest::manyAtOnceDoNotOverrun()
{
    constexpr int each = 500;
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    std::atomic<int> passed = 0;
    std::atomic<qint64> most = 0;
    {
        std::array<std::jthread, 8> threads;
        for (std::size_t i = 0; i < threads.size(); ++i) {
            threads.at(i) = std::jthread([&, i] {
                for (int k = 0; k < each; ++k) {
                    const RequestRecord request
                        = kit.request(1 + static_cast<quint64>(i) * each + static_cast<quint64>(k));
                    const Result<BudgetHold> hold = kit.board.take(request, tokens(3));
                    const BudgetState state = kit.state();
                    qint64 before = most;
                    while (before < state.spent + state.held
                        && !most.compare_exchange_weak(before, state.spent + state.held)) { }
                    if (hold) {
                        ++passed;
                        kit.spend(request, 3'000);
                    }
                }
            });
        }
    }
    QCOMPARE(passed, 333);
    QCOMPARE(kit.state().spent, 999'000);
    QCOMPARE(kit.state().held, 0);
    QVERIFY(most <= DOLLAR);
}

void BudgetBoardTest::nearAndSpentAreToldOnceInAPeriod()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(10, Action::Warn)});
    kit.spend(8 * DOLLAR - 1);
    QVERIFY(kit.tripped().isEmpty());
    kit.spend(1);
    kit.spend(1);
    QCOMPARE(kit.tripped(), QByteArrayList {"team near"});
    kit.spend(2 * DOLLAR);
    kit.spend(2 * DOLLAR);
    QCOMPARE(kit.tripped(), (QByteArrayList {"team near", "team spent"}));
    QCOMPARE(kit.logged("level=near"), 1);
    QCOMPARE(kit.logged("level=spent"), 1);
    kit.now += 24LL * 60 * 60 * 1000;
    kit.spend(20 * DOLLAR);
    QCOMPARE(kit.tripped(), (QByteArrayList {"team near", "team spent", "team spent"}));
}

void BudgetBoardTest::aModelWithoutAPriceIsSaidOnce()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    RequestRecord request = kit.request(1);
    request.upstreamModel = "priceless";
    QVERIFY(kit.board.take(request, tokens(1'000'000)));
    kit.spend(request, std::nullopt);
    kit.spend(request, std::nullopt);
    QCOMPARE(kit.logged("budget_blind"), 1);
    QCOMPARE(kit.logged("model=priceless"), 1);
    QCOMPARE(kit.state().unpriced, 2);
    QCOMPARE(kit.state().spent, 0);
    request.upstreamModel = "another";
    kit.spend(request, std::nullopt);
    QCOMPARE(kit.logged("budget_blind"), 2);
    // Nor does it get through where nothing is left.
    kit.spend(DOLLAR);
    QVERIFY(!kit.board.take(request, tokens(1)));
}

// A list of models that the proxy passes on, for one.
void BudgetBoardTest::aRequestWithoutAModelIsNoComplaint()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    RequestRecord request = kit.request(1);
    request.upstreamModel.clear();
    kit.spend(request, std::nullopt);
    QCOMPARE(kit.state().unpriced, 0);
    QCOMPARE(kit.logged("budget_blind"), 0);
}

void BudgetBoardTest::anEditKeepsWhatIsSpent()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    kit.spend(DOLLAR);
    QCOMPARE(kit.tripped(), QByteArrayList {"team spent"});
    kit.setBudgets({budgetOf(2)});
    QCOMPARE(kit.state().spent, DOLLAR);
    QVERIFY(kit.board.take(kit.request(), tokens(1)));
    // A lower limit is told at once.
    kit.setBudgets({budgetOf(1)});
    QCOMPARE(kit.tripped(), (QByteArrayList {"team spent", "team spent"}));
    QVERIFY(!kit.board.take(kit.request(), tokens(1)));
    kit.setBudgets({budgetOf(1, Action::Warn)});
    QVERIFY(!kit.board.isOn());
    QCOMPARE(kit.tripped().size(), 2);
}

void BudgetBoardTest::anotherScopeBeginsAnew()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    QCOMPARE(kit.board.takeOpenings().size(), std::size_t(1));
    QVERIFY(kit.board.takeOpenings().empty());
    kit.spend(DOLLAR);
    BudgetConfig other = budgetOf(1);
    other.provider = QStringLiteral("up");
    kit.setBudgets({other});
    QCOMPARE(kit.state().spent, 0);
    other.period = Period::Month;
    kit.setBudgets({other});
    const std::vector<BudgetOpening> openings = kit.board.takeOpenings();
    QCOMPARE(openings.size(), std::size_t(1));
    QCOMPARE(openings.front().period.begin, utc("2026-01-01T00:00:00Z"));
}

void BudgetBoardTest::aBudgetThatWasTakenOutLetsItsHoldsGo()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    const RequestRecord request = kit.request(1);
    Result<BudgetHold> hold = kit.board.take(request, tokens(10));
    QVERIFY(hold);
    kit.setBudgets({});
    kit.spend(request, 5);
    hold->release();
    kit.setBudgets({budgetOf(1)});
    QCOMPARE(kit.state().held, 0);
    QCOMPARE(kit.state().spent, 0);
}

void BudgetBoardTest::restoringAddsToThePeriod()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1)});
    const BudgetOpening opening = kit.board.takeOpenings().front();
    kit.spend(5);
    kit.board.restore(opening, 900'000, 2);
    QCOMPARE(kit.state().spent, 900'005);
    QCOMPARE(kit.state().unpriced, 2);
    QCOMPARE(kit.tripped(), QByteArrayList {"team near"});
    kit.now += 24LL * 60 * 60 * 1000;
    kit.board.restore(opening, 900'000, 2);
    QCOMPARE(kit.state().spent, 0);
}

void BudgetBoardTest::sumsDoNotOverflow()
{
    BudgetKit kit;
    kit.setBudgets({budgetOf(1'000'000'000'000)});
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    kit.spend(most);
    kit.spend(most);
    QCOMPARE(kit.state().spent, most);
    QVERIFY(!kit.board.take(kit.request(1), tokens(most)));
}

QTEST_GUILESS_MAIN(BudgetBoardTest)
#include "tst_budgetboard.moc"

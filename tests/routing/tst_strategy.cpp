// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/strategy.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <thread>

using namespace nexus;
using namespace std::chrono_literals;
using Strategy = AliasConfig::Strategy;

namespace {

AliasConfig aliasOf(Strategy strategy)
{
    AliasConfig alias;
    alias.name = QStringLiteral("smart");
    alias.strategy = strategy;
    return alias;
}

Target target(char letter)
{
    return {.provider = QString(QLatin1Char(letter)), .model = "m", .publicName = "m"};
}

// `abc` stands for three targets of three providers.
std::vector<Candidate> candidates(const QByteArray &letters, const std::vector<int> &weights = {})
{
    std::vector<Candidate> list;
    for (std::size_t i = 0; i < static_cast<std::size_t>(letters.size()); ++i) {
        list.push_back({.target = target(letters[static_cast<qsizetype>(i)]),
            .weight = weights.empty() ? 0 : weights[i]});
    }
    return list;
}

QByteArray lettersOf(const std::vector<Target> &targets)
{
    QByteArray letters;
    for (const Target &target : targets) {
        letters += target.provider.toLatin1();
    }
    return letters;
}

} // namespace

class StrategyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fallbackKeepsTheOrder();
    void roundRobinGoesAround();
    void eachAliasHasItsOwnTurn();
    void roundRobinIsEvenOverThreads();
    void weightsDecideWhoIsFirst();
    void weightsDecideTheRestAsWell();
    void weightZeroIsOnlyTheLastResort();
    void theQuickestIsFirst();
    void unknownOnesAreMeasuredFirst();
    void failedOnesStandBackForAWhile();
    void theAverageFollows();
    void sometimesAnotherOneIsTried();
    void onlyWhatWasAskedForIsKept();
    void oneTargetNeedsNoChoice();

private:
    [[nodiscard]] QByteArray order(Strategy strategy, const std::vector<Candidate> &list)
    {
        return lettersOf(inOrder(aliasOf(strategy), list, *m_state));
    }
    [[nodiscard]] QByteArray byLatency(const QByteArray &letters)
    {
        return order(Strategy::LeastLatency, candidates(letters));
    }
    void measure(char letter, std::chrono::milliseconds latency)
    {
        m_state->latencies().record(target(letter), latency);
    }

    TimePoint m_now;
    std::optional<double> m_fixed; // in place of the generator
    QRandomGenerator m_generator;
    std::unique_ptr<RoutingState> m_state;
};

void StrategyTest::init()
{
    m_now = TimePoint(1h);
    m_fixed.reset();
    m_generator.seed(20'240'607);
    m_state = std::make_unique<RoutingState>(
        Logger(), [this] { return m_now; },
        [this] { return m_fixed ? *m_fixed : m_generator.generateDouble(); });
}

void StrategyTest::fallbackKeepsTheOrder()
{
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(order(Strategy::Fallback, candidates("cab")), QByteArray("cab"));
    }
}

void StrategyTest::roundRobinGoesAround()
{
    for (const char *expected : {"abc", "bca", "cab", "abc", "bca"}) {
        QCOMPARE(order(Strategy::RoundRobin, candidates("abc")), QByteArray(expected));
    }
}

void StrategyTest::eachAliasHasItsOwnTurn()
{
    AliasConfig other = aliasOf(Strategy::RoundRobin);
    other.name = QStringLiteral("other");
    QCOMPARE(order(Strategy::RoundRobin, candidates("ab")), QByteArray("ab"));
    QCOMPARE(lettersOf(inOrder(other, candidates("ab"), *m_state)), QByteArray("ab"));
    QCOMPARE(order(Strategy::RoundRobin, candidates("ab")), QByteArray("ba"));
}

void StrategyTest::roundRobinIsEvenOverThreads()
{
    constexpr int threads = 6;
    constexpr int calls = 300;
    std::vector<std::map<QByteArray, int>> counts(threads);
    {
        std::vector<std::jthread> running;
        for (std::map<QByteArray, int> &count : counts) {
            running.emplace_back([this, &count] {
                for (int i = 0; i < calls; ++i) {
                    ++count[order(Strategy::RoundRobin, candidates("abc")).first(1)];
                }
            });
        }
    }
    for (const char *letter : {"a", "b", "c"}) {
        int sum = 0;
        for (std::map<QByteArray, int> &count : counts) {
            sum += count[letter];
        }
        QCOMPARE(sum, threads * calls / 3);
    }
}

void StrategyTest::weightsDecideWhoIsFirst()
{
    constexpr int draws = 10'000;
    std::map<QByteArray, int> first;
    for (int i = 0; i < draws; ++i) {
        ++first[order(Strategy::Weighted, candidates("abc", {1, 6, 3})).first(1)];
    }
    const auto isNear
        = [&first](const char *letter, int expected) { return std::abs(first[letter] - expected) < 150; };
    QVERIFY2(isNear("a", 1000) && isNear("b", 6000) && isNear("c", 3000),
        qPrintable(QStringLiteral("%1 %2 %3").arg(first["a"]).arg(first["b"]).arg(first["c"])));
}

void StrategyTest::weightsDecideTheRestAsWell()
{
    constexpr int draws = 10'000;
    int behindA = 0;
    int thenB = 0;
    for (int i = 0; i < draws; ++i) {
        const QByteArray letters = order(Strategy::Weighted, candidates("abc", {8, 1, 3}));
        behindA += letters.startsWith('a') ? 1 : 0;
        thenB += letters == "abc" ? 1 : 0;
    }
    QVERIFY(behindA > 6'000);
    const double share = double(thenB) / behindA;
    QVERIFY2(share > 0.22 && share < 0.28, qPrintable(QString::number(share)));
}

void StrategyTest::weightZeroIsOnlyTheLastResort()
{
    for (int i = 0; i < 200; ++i) {
        const QByteArray letters = order(Strategy::Weighted, candidates("abcde", {0, 2, 0, 1, 0}));
        QVERIFY2(letters == "bdace" || letters == "dbace", letters.constData());
    }
    m_fixed = 0.0;
    QCOMPARE(order(Strategy::Weighted, candidates("ab", {0, 1})), QByteArray("ba"));
    m_fixed = 0.9999999999;
    QCOMPARE(order(Strategy::Weighted, candidates("ab", {1, 0})), QByteArray("ab"));
}

void StrategyTest::theQuickestIsFirst()
{
    m_fixed = 0.5;
    QCOMPARE(byLatency("abc"), QByteArray("abc"));
    measure('a', 300ms);
    measure('b', 100ms);
    measure('c', 200ms);
    QCOMPARE(byLatency("abc"), QByteArray("bca"));
}

void StrategyTest::unknownOnesAreMeasuredFirst()
{
    m_fixed = 0.5;
    QCOMPARE(byLatency("abc"), QByteArray("abc"));
    measure('b', 0ms);
    QCOMPARE(byLatency("abc"), QByteArray("acb"));
    measure('a', 5s);
    QCOMPARE(byLatency("abc"), QByteArray("cba"));
}

void StrategyTest::failedOnesStandBackForAWhile()
{
    m_fixed = 0.5;
    QCOMPARE(byLatency("abc"), QByteArray("abc"));
    measure('a', 100ms);
    measure('b', 2s);
    m_state->latencies().recordFailure(target('a'));
    m_state->latencies().recordFailure(target('c'));
    QCOMPARE(byLatency("abc"), QByteArray("bca"));
    m_now += 29s;
    QCOMPARE(byLatency("abc"), QByteArray("bca"));
    m_now += 1s;
    QCOMPARE(byLatency("abc"), QByteArray("cab"));
    m_state->latencies().recordFailure(target('a'));
    QCOMPARE(byLatency("abc"), QByteArray("cba"));
    measure('a', 100ms);
    QCOMPARE(byLatency("abc"), QByteArray("cab"));
}

void StrategyTest::theAverageFollows()
{
    LatencyBoard &board = m_state->latencies();
    QVERIFY(!board.estimate(target('a')));
    board.record(target('a'), 1000ms);
    QCOMPARE(board.estimate(target('a')), 1000ms);
    board.record(target('a'), 2000ms);
    QCOMPARE(board.estimate(target('a')), 1300ms);
    for (int i = 0; i < 20; ++i) {
        board.record(target('a'), 100ms);
    }
    QVERIFY(board.estimate(target('a')) < 105ms);
}

void StrategyTest::sometimesAnotherOneIsTried()
{
    m_fixed = 0.5;
    QCOMPARE(byLatency("abc"), QByteArray("abc"));
    m_fixed.reset();
    measure('a', 10ms);
    measure('b', 20ms);
    measure('c', 30ms);
    constexpr int draws = 10'000;
    std::map<QByteArray, int> orders;
    for (int i = 0; i < draws; ++i) {
        ++orders[byLatency("abc")];
    }
    QCOMPARE(orders.size(), std::size_t(3));
    const int explored = orders["bac"] + orders["cab"];
    QVERIFY2(explored > 420 && explored < 580, qPrintable(QString::number(explored)));
    QVERIFY(orders["bac"] > 180 && orders["cab"] > 180);
}

void StrategyTest::onlyWhatWasAskedForIsKept()
{
    measure('a', 10ms);
    m_state->latencies().recordFailure(target('b'));
    QVERIFY(!m_state->latencies().estimate(target('a')));
    QVERIFY(!m_state->latencies().estimate(target('b')));
}

void StrategyTest::oneTargetNeedsNoChoice()
{
    for (const Strategy strategy :
        {Strategy::Fallback, Strategy::RoundRobin, Strategy::Weighted, Strategy::LeastLatency}) {
        QCOMPARE(order(strategy, candidates("a", {1})), QByteArray("a"));
    }
    QCOMPARE(m_state->nextTurn(QStringLiteral("smart")), std::size_t(0));
}

QTEST_APPLESS_MAIN(StrategyTest)
#include "tst_strategy.moc"

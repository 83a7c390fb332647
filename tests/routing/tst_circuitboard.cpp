// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/circuitboard.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

using namespace nexus;
using namespace std::chrono_literals;
using Kind = Admission::Kind;

class CircuitBoardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enoughFailuresOpen();
    void oldFailuresDoNotCount();
    void successesAndUnknownsDoNotOpen();
    void successesDoNotClearTheCount();
    void providersAreApart();
    void afterTheCooldownOneMayProbe();
    void aFailedProbeOpensAgain();
    void anAbandonedProbeFreesItsPlace();
    void aLostProbeIsGivenUp();
    void lateReportsChangeNothing();
    void aForgottenProviderStartsOver();
    void newNumbersHoldAtOnce();
    void eventsAreLogged();
    void ofManyThreadsOneProbes();
    void manyThreadsCountRight();

private:
    void fail(int times);
    void open();
    [[nodiscard]] CircuitView view() const { return m_board->snapshot().front(); }

    const QString m_provider = QStringLiteral("openai");
    TimePoint m_now;
    QStringList m_lines;
    std::unique_ptr<LogOutput> m_output;
    std::unique_ptr<CircuitBoard> m_board;
};

void CircuitBoardTest::init()
{
    m_now = TimePoint(1h);
    m_lines.clear();
    m_output = std::make_unique<LogOutput>(LogLevel::Trace, LogStyle::Text, [this](std::string_view line) {
        m_lines.append(QString::fromUtf8(line.data(), qsizetype(line.size())));
    });
    m_board = std::make_unique<CircuitBoard>(m_output->logger("routing"), [this] { return m_now; });
    m_board->setConfig({.failures = 3, .window = 10s, .cooldown = 20s});
}

void CircuitBoardTest::fail(int times)
{
    for (int i = 0; i < times; ++i) {
        m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Failure);
    }
}

void CircuitBoardTest::open()
{
    fail(3);
    QVERIFY(m_board->isOpen(m_provider));
}

void CircuitBoardTest::enoughFailuresOpen()
{
    fail(2);
    QVERIFY(!m_board->isOpen(m_provider));
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
    m_now += 5s;
    const Admission refused = m_board->tryEnter(m_provider);
    QCOMPARE(refused.kind, Kind::Open);
    QVERIFY(!refused.isGranted());
    QCOMPARE(refused.remaining, 15'000ms);
    QCOMPARE(view().state, CircuitState::Open);
    QCOMPARE(view().untilProbe, 15'000ms);
}

void CircuitBoardTest::oldFailuresDoNotCount()
{
    fail(2);
    m_now += 10s;
    fail(2);
    QVERIFY(!m_board->isOpen(m_provider));
    m_now += 9s;
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
}

void CircuitBoardTest::successesAndUnknownsDoNotOpen()
{
    for (int i = 0; i < 10; ++i) {
        m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Success);
        m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Neutral);
    }
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
}

void CircuitBoardTest::successesDoNotClearTheCount()
{
    fail(2);
    m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Success);
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
}

void CircuitBoardTest::providersAreApart()
{
    open();
    QCOMPARE(m_board->tryEnter(QStringLiteral("other")).kind, Kind::Closed);
    QCOMPARE(m_board->snapshot().size(), std::size_t(2));
}

void CircuitBoardTest::afterTheCooldownOneMayProbe()
{
    open();
    m_now += 20s;
    QVERIFY(!m_board->isOpen(m_provider));
    QCOMPARE(view().state, CircuitState::HalfOpen);
    const Admission probe = m_board->tryEnter(m_provider);
    QCOMPARE(probe.kind, Kind::Probe);
    QVERIFY(m_board->isOpen(m_provider));
    const Admission second = m_board->tryEnter(m_provider);
    QCOMPARE(second.kind, Kind::Open);
    QVERIFY(second.remaining > 0ms);
    m_board->report(m_provider, probe, CircuitOutcome::Success);
    QCOMPARE(view().state, CircuitState::Closed);
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
    // The count begins anew.
    fail(2);
    QVERIFY(!m_board->isOpen(m_provider));
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
}

void CircuitBoardTest::aFailedProbeOpensAgain()
{
    open();
    m_now += 25s;
    m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Failure);
    QCOMPARE(m_board->tryEnter(m_provider).remaining, 20'000ms);
    m_now += 20s;
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Probe);
}

void CircuitBoardTest::anAbandonedProbeFreesItsPlace()
{
    open();
    m_now += 20s;
    const Admission first = m_board->tryEnter(m_provider);
    m_board->report(m_provider, first, CircuitOutcome::Neutral);
    const Admission second = m_board->tryEnter(m_provider);
    QCOMPARE(second.kind, Kind::Probe);
    // A second report of the first one does not end the probe of the other.
    m_board->report(m_provider, first, CircuitOutcome::Success);
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Open);
}

void CircuitBoardTest::aLostProbeIsGivenUp()
{
    open();
    m_now += 20s;
    const Admission lost = m_board->tryEnter(m_provider);
    m_now += 5min - 1s;
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Open);
    m_now += 1s;
    const Admission probe = m_board->tryEnter(m_provider);
    QCOMPARE(probe.kind, Kind::Probe);
    m_board->report(m_provider, lost, CircuitOutcome::Failure);
    QCOMPARE(view().state, CircuitState::HalfOpen);
    m_board->report(m_provider, probe, CircuitOutcome::Success);
    QCOMPARE(view().state, CircuitState::Closed);
}

void CircuitBoardTest::lateReportsChangeNothing()
{
    std::vector<Admission> early;
    for (int i = 0; i < 6; ++i) {
        early.push_back(m_board->tryEnter(m_provider));
    }
    open();
    m_now += 10s;
    m_board->report(m_provider, early[0], CircuitOutcome::Failure);
    m_board->report(m_provider, early[1], CircuitOutcome::Success);
    QCOMPARE(m_board->tryEnter(m_provider).remaining, 10'000ms);
    m_now += 10s;
    m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Success);
    for (std::size_t i = 2; i < early.size(); ++i) {
        m_board->report(m_provider, early[i], CircuitOutcome::Failure);
    }
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
}

void CircuitBoardTest::aForgottenProviderStartsOver()
{
    open();
    m_now += 20s;
    const Admission probe = m_board->tryEnter(m_provider);
    m_board->retain([this](const QString &name) { return name != m_provider; });
    QVERIFY(m_board->snapshot().empty());
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
    m_board->report(m_provider, probe, CircuitOutcome::Failure);
    fail(2);
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Closed);
}

void CircuitBoardTest::newNumbersHoldAtOnce()
{
    fail(2);
    m_board->setConfig({.failures = 2, .window = 10s, .cooldown = 1s});
    QVERIFY(!m_board->isOpen(m_provider));
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
    m_now += 1s;
    QCOMPARE(m_board->tryEnter(m_provider).kind, Kind::Probe);
}

void CircuitBoardTest::eventsAreLogged()
{
    open();
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(m_lines.last().contains(
        QStringLiteral("warning routing: circuit_opened provider=openai failures=3 cooldown_ms=20000")));
    m_now += 20s;
    m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Failure);
    QVERIFY(m_lines.last().contains(QStringLiteral("info  routing: circuit_probe_failed provider=openai")));
    m_now += 20s;
    m_board->report(m_provider, m_board->tryEnter(m_provider), CircuitOutcome::Success);
    QCOMPARE(m_lines.size(), 3);
    QVERIFY(m_lines.last().contains(QStringLiteral("info  routing: circuit_closed provider=openai")));
}

// The clock is read in the middle of a decision, which nobody else may be in at the same time.
void CircuitBoardTest::ofManyThreadsOneProbes()
{
    constexpr int threads = 16;
    constexpr int rounds = 100;
    std::atomic<int> inside {0};
    std::atomic<bool> hasMet {false};
    CircuitBoard board(Logger(), [&] {
        if (++inside > 1) {
            hasMet = true;
        }
        std::this_thread::yield();
        --inside;
        return m_now;
    });
    board.setConfig({.failures = 1, .window = 10s, .cooldown = 20s});
    board.report(m_provider, board.tryEnter(m_provider), CircuitOutcome::Failure);
    for (int round = 0; round < rounds; ++round) {
        m_now += 20s;
        std::vector<Admission> admissions(threads);
        std::barrier start(threads);
        std::vector<std::jthread> running;
        for (Admission &admission : admissions) {
            running.emplace_back([&] {
                start.arrive_and_wait();
                admission = board.tryEnter(m_provider);
            });
        }
        running.clear();
        QCOMPARE(std::ranges::count(admissions, Kind::Probe, &Admission::kind), 1);
        QCOMPARE(std::ranges::count(admissions, Kind::Open, &Admission::kind), threads - 1);
        const auto probe = std::ranges::find(admissions, Kind::Probe, &Admission::kind);
        board.report(m_provider, *probe, round % 2 == 0 ? CircuitOutcome::Failure : CircuitOutcome::Neutral);
    }
    QVERIFY(!hasMet);
}

void CircuitBoardTest::manyThreadsCountRight()
{
    constexpr int threads = 8;
    constexpr int calls = 500;
    m_board->setConfig({.failures = threads * calls, .window = 10s, .cooldown = 20s});
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([this, i] { fail(i == 0 ? calls - 1 : calls); });
    }
    running.clear();
    QVERIFY(!m_board->isOpen(m_provider));
    fail(1);
    QVERIFY(m_board->isOpen(m_provider));
}

QTEST_APPLESS_MAIN(CircuitBoardTest)
#include "tst_circuitboard.moc"

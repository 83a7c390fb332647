// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asker.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

using namespace nexus;
using namespace nexus::test;

namespace {

constexpr int threadCount = 8;

//! \brief Threads with one asker each.
class Crowd final {
public:
    Crowd(AnswerCache &cache, Tally &tally)
    {
        for (int i = 0; i < threadCount; ++i) {
            m_threads.push_back(std::make_unique<QThread>());
            m_askers.push_back(new Asker(cache, tally));
            m_askers.back()->moveToThread(m_threads.back().get());
            QObject::connect(
                m_threads.back().get(), &QThread::finished, m_askers.back(), &QObject::deleteLater);
            m_threads.back()->start();
        }
    }
    Q_DISABLE_COPY_MOVE(Crowd)
    ~Crowd()
    {
        for (const auto &thread : m_threads) {
            thread->quit();
        }
        for (const auto &thread : m_threads) {
            thread->wait();
        }
    }

    //! \brief Lets every asker do \a what in its thread, all at the same time, and waits until they have.
    template<typename What>
    void all(What what)
    {
        std::atomic<int> left = threadCount;
        for (Asker *const asker : m_askers) {
            QCoreApplication::postEvent(asker, new Asker::Task([what, &left](Asker &self) {
                what(self);
                --left;
            }));
        }
        while (left > 0) {
            QThread::yieldCurrentThread();
        }
    }

private:
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<Asker *> m_askers; // each deleted when its thread ends
};

} // namespace

class CacheThreadsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneLeadsAndTheOthersFollow();
    void theLeaderDiesBeforeTheAnswer();
    void theLeaderDiesInTheMiddle();
    void allFollowersLeave();
    void aStormEnds();

private:
    CacheConfig m_config;
    std::unique_ptr<AnswerCache> m_cache;
};

void CacheThreadsTest::init()
{
    m_config = {.isEnabled = true};
    m_cache = std::make_unique<AnswerCache>();
    m_cache->setConfig(m_config);
}

void CacheThreadsTest::oneLeadsAndTheOthersFollow()
{
    Tally tally;
    Crowd crowd(*m_cache, tally);
    for (int round = 1; round <= 30; ++round) {
        crowd.all([round](Asker &asker) { asker.ask(round); });
        QCOMPARE(tally.led.load(), round);
        crowd.all([](Asker &asker) { asker.answer(); });
        QTRY_COMPARE(tally.whole.load(), round * (threadCount - 1));
    }
    QCOMPARE(tally.wrong.load(), 0);
    const CacheStats stats = m_cache->stats();
    QCOMPARE(stats.misses, 30);
    QCOMPARE(stats.shared, 30 * (threadCount - 1));
    QCOMPARE(stats.entries, 30);
    crowd.all([](Asker &asker) { asker.ask(1); });
    QCOMPARE(m_cache->stats().hits, threadCount);
}

void CacheThreadsTest::theLeaderDiesBeforeTheAnswer()
{
    Tally tally;
    Crowd crowd(*m_cache, tally);
    for (int round = 1; round <= 30; ++round) {
        crowd.all([round](Asker &asker) { asker.ask(round); });
        crowd.all([](Asker &asker) { asker.hangUpIfFirst(); });
        QTRY_COMPARE(tally.promoted.load(), round);
        crowd.all([](Asker &) {}); // all that was under way has arrived
        QCOMPARE(tally.promoted.load(), round);
        crowd.all([](Asker &asker) { asker.answer(); });
        QTRY_COMPARE(tally.whole.load(), round * (threadCount - 2));
    }
    QCOMPARE(tally.failed.load(), 0);
    QCOMPARE(tally.wrong.load(), 0);
    QCOMPARE(m_cache->stats().entries, 30);
}

void CacheThreadsTest::theLeaderDiesInTheMiddle()
{
    Tally tally;
    Crowd crowd(*m_cache, tally);
    for (int round = 1; round <= 30; ++round) {
        crowd.all([round](Asker &asker) { asker.ask(round); });
        crowd.all([](Asker &asker) { asker.beginOnly(); });
        crowd.all([](Asker &asker) { asker.hangUpIfFirst(); });
        QTRY_COMPARE(tally.failed.load(), round * (threadCount - 1));
    }
    QCOMPARE(tally.promoted.load(), 0);
    QCOMPARE(tally.whole.load() + tally.wrong.load(), 0);
    QCOMPARE(m_cache->stats().entries, 0);
}

void CacheThreadsTest::allFollowersLeave()
{
    Tally tally;
    Crowd crowd(*m_cache, tally);
    for (int round = 1; round <= 30; ++round) {
        crowd.all([round](Asker &asker) { asker.ask(round); });
        crowd.all([](Asker &asker) { asker.beginOnly(); });
        crowd.all([](Asker &asker) { asker.hangUpIfFollowing(); });
        QTRY_COMPARE(tally.deserted.load(), round);
        crowd.all([](Asker &asker) { asker.answer(); });
    }
    QCOMPARE(tally.promoted.load() + tally.failed.load(), 0);
    QCOMPARE(m_cache->stats().entries, 30);
}

void CacheThreadsTest::aStormEnds()
{
    // Every answer has expired by the next look at the clock, so that all have to ask or to share.
    std::atomic<int> hours = 0;
    m_cache = std::make_unique<AnswerCache>([&hours] { return TimePoint(std::chrono::hours(hours += 2)); });
    m_cache->setConfig(m_config);
    Tally tally;
    Crowd crowd(*m_cache, tally);
    std::atomic<unsigned> seed = 1;
    constexpr int asks = 300;
    crowd.all([&seed](Asker &asker) { asker.storm(seed++, asks); });
    QTRY_COMPARE_WITH_TIMEOUT(tally.done.load(), threadCount, 60'000);
    QCOMPARE(tally.asked.load(), threadCount * asks);
    QCOMPARE(tally.wrong.load(), 0);
    QVERIFY(tally.led > 0 && tally.whole > 0 && tally.promoted > 0 && tally.failed > 0);
    for (int number = 0; number < 3; ++number) {
        const auto found = m_cache->find({.key = keyOf(number)}); // nobody is left to wait for
        QVERIFY(!std::holds_alternative<std::unique_ptr<Follower>>(found));
    }
}

QTEST_GUILESS_MAIN(CacheThreadsTest)

#include "tst_cachethreads.moc"

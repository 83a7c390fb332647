// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/rediscounters.h"
#include "redisserver.h"

#include <QEventLoop>
#include <QTest>

#include <optional>
#include <random>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

LimitAsk ask(const QByteArray &key, qint64 limit, qint64 amount = 1, std::chrono::milliseconds interval = 60s)
{
    return {.key = key, .limit = limit, .interval = interval, .amount = amount};
}

} // namespace

//! The counters with a real server.
class RedisCountersTest final : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] RedisStorage storage() const
    {
        RedisStorage storage;
        storage.url = Secret("redis://127.0.0.1:" + QByteArray::number(m_server.port()));
        storage.keyPrefix = QStringLiteral("t%1:").arg(m_test);
        return storage;
    }

    std::unique_ptr<RedisCounters> counters(const RedisStorage &storage)
    {
        return std::make_unique<RedisCounters>(storage, m_watch, Logger());
    }

    LimitVerdict take(RedisCounters &counters, const std::vector<LimitAsk> &asks)
    {
        std::optional<Result<LimitVerdict>> taken;
        // Faster than qWaitFor(), which looks every ten milliseconds.
        QEventLoop loop;
        QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
        counters.take(asks, this, [&taken, &loop](const Result<LimitVerdict> &verdict) {
            taken = verdict;
            loop.quit();
        });
        if (!taken) {
            loop.exec();
        }
        if (!taken || !taken->has_value()) {
            QTest::qFail("the store did not answer", __FILE__, __LINE__);
            return {.isGranted = false, .states = std::vector<LimitState>(asks.size())};
        }
        return **taken;
    }

    RedisServer m_server;
    StoreWatch m_watch;
    int m_test = 0;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_server.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void init() { ++m_test; }

    void asksAreCountedAndRefused()
    {
        const auto counters = this->counters(storage());
        LimitVerdict verdict = take(*counters, {ask("k", 10, 4)});
        QVERIFY(verdict.isGranted);
        QCOMPARE(verdict.states[0].remaining, 6);
        QCOMPARE(verdict.states[0].reset, 60s);
        QCOMPARE(verdict.states[0].retryAfter, 0s);
        verdict = take(*counters, {ask("k", 10, 7)});
        QVERIFY(!verdict.isGranted && verdict.states[0].canFit);
        QCOMPARE(verdict.states[0].remaining, 6);
        QVERIFY(verdict.states[0].retryAfter > 50s && verdict.states[0].retryAfter < 60s);
        QVERIFY(take(*counters, {ask("k", 10, 6)}).isGranted);
        verdict = take(*counters, {ask("k", 10, 11)});
        QVERIFY(!verdict.isGranted && !verdict.states[0].canFit);
        QVERIFY(!take(*counters, {ask("zero", 0, 0)}).isGranted);
    }

    void allLimitsCountOrNone()
    {
        const auto counters = this->counters(storage());
        QVERIFY(take(*counters, {ask("wide", 5), ask("narrow", 1)}).isGranted);
        const LimitVerdict refused = take(*counters, {ask("wide", 5), ask("narrow", 1)});
        QVERIFY(!refused.isGranted);
        QCOMPARE(refused.states[0].retryAfter, 0s);
        QVERIFY(refused.states[1].retryAfter > 0s);
        QCOMPARE(take(*counters, {ask("wide", 5, 0)}).states[0].remaining, 4);
    }

    // Every answer carries the server's time, so that a model can tell what it should have been.
    void theWindowSlidesExactly()
    {
        struct Event {
            qint64 at;
            qint64 amount;
        };
        RedisStorage oneByOne = storage();
        oneByOne.pool.maxSize = 1;
        const auto counters = this->counters(oneByOne);
        std::mt19937 random(3);
        std::uniform_int_distribution<qint64> amounts(0, 3);
        std::vector<Event> events;
        int granted = 0;
        int refused = 0;
        bool isExact = true;
        const auto check = [&](const LimitAsk &one, const Result<LimitVerdict> &verdict) {
            const LimitState &state = verdict->states.at(0);
            const auto usedSince = [&events](qint64 start) {
                qint64 sum = 0;
                for (const Event &event : events) {
                    sum += event.at > start ? event.amount : 0;
                }
                return sum;
            };
            // A step may hold its first event back for a millisecond.
            const qint64 least = usedSince(state.at - 100'000);
            const qint64 most = usedSince(state.at - 101'000);
            const qint64 own = verdict->isGranted ? one.amount : 0;
            isExact = isExact
                && (verdict->isGranted ? least + own <= one.limit : most + one.amount > one.limit)
                && state.remaining <= one.limit - least - own
                && state.remaining >= std::max<qint64>(0, one.limit - most - own);
            if (verdict->isGranted) {
                events.push_back({state.at, one.amount});
            }
            ++(verdict->isGranted ? granted : refused);
        };
        const QDeadlineTimer deadline(60s);
        while ((granted < 200 || refused < 200) && !deadline.hasExpired()) {
            int open = 20;
            QEventLoop loop;
            for (int i = 0; i < 20; ++i) {
                const LimitAsk one = ask("k", 20, amounts(random), 100ms);
                counters->take({{one}}, this, [&, one](const Result<LimitVerdict> &verdict) {
                    check(one, verdict);
                    if (--open == 0) {
                        loop.quit();
                    }
                });
            }
            QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
            loop.exec();
            QCOMPARE(open, 0);
            QVERIFY(isExact);
        }
        QVERIFY(granted >= 200);
        QVERIFY(refused >= 200);
    }

    void keysGoWithTheirEvents()
    {
        const auto counters = this->counters(storage());
        QVERIFY(take(*counters, {ask("k", 10, 1, 200ms)}).isGranted);
        const QByteArray key = storage().keyPrefix.toLatin1() + "k";
        QCOMPARE(m_server.ask("TYPE " + key), QByteArray("+list"));
        QTRY_COMPARE(m_server.ask("EXISTS " + key), QByteArray(":0"));
        QVERIFY(take(*counters, {ask("k", 10, 10, 200ms)}).isGranted);
    }

    // 10000 steps of a window at most, however many events there are.
    void stepsAreBounded()
    {
        const auto counters = this->counters(storage());
        for (int i = 0; i < 300; ++i) {
            QVERIFY(take(*counters, {ask("k", 1000, 1, 10'000s)}).isGranted);
        }
        const QByteArray length = m_server.ask("LLEN " + storage().keyPrefix.toLatin1() + "k");
        QVERIFY2(length.sliced(1).toInt() < 30, length.constData());
        QCOMPARE(take(*counters, {ask("k", 1000, 0, 10'000s)}).states[0].remaining, 700);
    }

    void severalIntervalsShareAKey()
    {
        const auto counters = this->counters(storage());
        LimitAsk quick = ask("k", 2, 1, 50ms);
        quick.kept = 1h;
        const QDeadlineTimer deadline(10s);
        for (int granted = 0; granted < 6 && !deadline.hasExpired();) {
            granted += take(*counters, {quick}).isGranted ? 1 : 0;
        }
        QCOMPARE(take(*counters, {ask("k", 10, 0, 1h)}).states[0].remaining, 4);
        quick.amount = 0;
        QTRY_COMPARE(take(*counters, {quick}).states[0].remaining, 2);
    }

    void corrections()
    {
        const auto counters = this->counters(storage());
        take(*counters, {ask("k", 10, 1)});
        const LimitReceipt receipt {.key = "k", .at = take(*counters, {ask("k", 10, 4)}).states[0].at};
        take(*counters, {ask("k", 10, 1)});
        counters->adjust(receipt, -3);
        QTRY_COMPARE(take(*counters, {ask("k", 10, 0)}).states[0].remaining, 7);
        counters->adjust(receipt, 100);
        QTRY_COMPARE(take(*counters, {ask("k", 10, 0)}).states[0].remaining, 0);
        counters->adjust(receipt, -1'000'000);
        // Asks within one step are one.
        QTRY_VERIFY(take(*counters, {ask("k", 10, 0)}).states[0].remaining >= 8);
        counters->adjust({.key = "unknown", .at = receipt.at}, 5);
        QTRY_COMPARE(take(*counters, {ask("unknown", 10, 0)}).states[0].remaining, 10);
    }

    void machinesTogetherGetExactlyTheLimit()
    {
        const auto one = counters(storage());
        const auto two = counters(storage());
        int passed = 0;
        int answered = 0;
        const std::vector<LimitAsk> asks {ask("global", 50), ask("other", 1000)};
        for (int i = 0; i < 200; ++i) {
            (i % 2 == 0 ? one : two)->take(asks, this, [&](const Result<LimitVerdict> &verdict) {
                ++answered;
                passed += verdict && verdict->isGranted ? 1 : 0;
            });
        }
        QTRY_COMPARE(answered, 200);
        QCOMPARE(passed, 50);
        QCOMPARE(take(*one, {ask("other", 1000, 0)}).states[0].remaining, 950);
        QVERIFY(one->connectionCount() > 1 && one->connectionCount() <= 16);
    }

    void aForgottenScriptIsSentAgain()
    {
        const auto counters = this->counters(storage());
        QVERIFY(take(*counters, {ask("k", 10)}).isGranted);
        QCOMPARE(m_server.ask("SCRIPT FLUSH"), QByteArray("+OK"));
        QCOMPARE(take(*counters, {ask("k", 10)}).states[0].remaining, 8);
    }

    void aConnectionClosedByTheServerIsReplaced()
    {
        const auto counters = this->counters(storage());
        QVERIFY(take(*counters, {ask("k", 10)}).isGranted);
        QVERIFY(m_server.ask("CLIENT KILL TYPE normal").startsWith(':'));
        QCOMPARE(take(*counters, {ask("k", 10)}).states[0].remaining, 8);
    }

    void thePoolIsAsLargeAsItMayBe()
    {
        RedisStorage small = storage();
        small.pool.maxSize = 2;
        const auto counters = this->counters(small);
        int answered = 0;
        for (int i = 0; i < 50; ++i) {
            counters->take(
                {{ask("k", 100)}}, this, [&](const Result<LimitVerdict> &v) { answered += v ? 1 : 0; });
        }
        QTRY_COMPARE(answered, 50);
        QCOMPARE(counters->connectionCount(), 2);
    }

    void idleConnectionsAreKeptAndGivenUp()
    {
        RedisStorage some = storage();
        some.pool.minIdle = 3;
        some.pool.recycleTimeout = 50ms;
        const auto counters = this->counters(some);
        QTRY_COMPARE(counters->connectionCount(), 3);
        int answered = 0;
        for (int i = 0; i < 50; ++i) {
            counters->take(
                {{ask("k", 100)}}, this, [&](const Result<LimitVerdict> &v) { answered += v ? 1 : 0; });
        }
        QTRY_COMPARE(answered, 50);
        QVERIFY(counters->connectionCount() > 3);
        QTRY_COMPARE(counters->connectionCount(), 3);
        some.pool.minIdle = 0;
        const auto none = this->counters(some);
        QTRY_COMPARE(none->connectionCount(), 1);
        QTRY_COMPARE(none->connectionCount(), 0);
        QVERIFY(take(*none, {ask("later", 1)}).isGranted);
    }

    void nobodyIsCalledWhoseContextDied()
    {
        const auto counters = this->counters(storage());
        bool isCalled = false;
        auto context = std::make_unique<QObject>();
        counters->take(
            {{ask("k", 10)}}, context.get(), [&](const Result<LimitVerdict> &) { isCalled = true; });
        context.reset();
        QTRY_COMPARE(take(*counters, {ask("k", 10, 0)}).states[0].remaining, 9);
        QVERIFY(!isCalled);
    }

    void theRetiredAnswerWhatIsOpenAndGo()
    {
        QPointer<RedisCounters> counters = new RedisCounters(storage(), m_watch, Logger());
        int answered = 0;
        for (int i = 0; i < 20; ++i) {
            counters->take(
                {{ask("k", 100)}}, this, [&](const Result<LimitVerdict> &v) { answered += v ? 1 : 0; });
        }
        counters->retire();
        QTRY_VERIFY(counters == nullptr);
        QCOMPARE(answered, 20);
    }

    void whatIsOpenEndsWithTheCounters()
    {
        auto counters = this->counters(storage());
        bool isCalled = false;
        counters->take({{ask("k", 10)}}, this, [&](const Result<LimitVerdict> &) { isCalled = true; });
        QTRY_COMPARE(counters->connectionCount(), 1);
        counters->take({{ask("k", 10)}}, this, [&](const Result<LimitVerdict> &) { isCalled = true; });
        isCalled = false;
        counters.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(RedisCountersTest)

#include "tst_rediscounters.moc"

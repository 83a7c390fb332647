// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/slidingcounters.h"

#include <QTest>

#include <map>
#include <random>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint START {1000h};

// Every event by itself, summed up anew for each ask.
class NaiveCounters {
public:
    struct Event {
        TimePoint at;
        qint64 amount;
    };

    bool take(const std::vector<LimitAsk> &asks, TimePoint now)
    {
        for (const LimitAsk &ask : asks) {
            if (ask.limit == 0 || used(ask.key, ask.interval, now) + ask.amount > ask.limit) {
                return false;
            }
        }
        for (const LimitAsk &ask : asks) {
            m_events[ask.key].push_back({now, ask.amount});
        }
        return true;
    }

    // Steps of the same time are one, so no more comes back than all of that time.
    void adjust(const QByteArray &key, TimePoint at, qint64 difference)
    {
        qint64 there = 0;
        for (const Event &event : m_events[key]) {
            there += event.at == at ? event.amount : 0;
        }
        m_events[key].push_back({at, std::max(difference, -there)});
    }

    [[nodiscard]] qint64 used(const QByteArray &key, std::chrono::milliseconds interval, TimePoint now)
    {
        qint64 sum = 0;
        for (const Event &event : m_events[key]) {
            sum += event.at + interval > now ? event.amount : 0;
        }
        return sum;
    }

private:
    std::map<QByteArray, std::vector<Event>> m_events;
};

} // namespace

//! Random asks against a model that is too simple to be wrong.
class SlidingModelTest final : public QObject {
    Q_OBJECT

private:
    using Random = std::mt19937;

    static int pick(Random &random, int from, int to)
    {
        return std::uniform_int_distribution<int>(from, to)(random);
    }

    static std::vector<LimitAsk> randomAsks(Random &random)
    {
        static const std::vector<LimitAsk> KINDS {
            {.key = "a", .limit = 20, .interval = 100ms},
            {.key = "b", .limit = 7, .interval = 1000ms},
            {.key = "c", .limit = 50, .interval = 300ms, .kept = 1000ms},
            {.key = "c", .limit = 100, .interval = 1000ms, .kept = 1000ms},
            {.key = "d", .limit = 0, .interval = 1000ms},
        };
        std::vector<LimitAsk> asks {KINDS[static_cast<std::size_t>(pick(random, 0, 3))]};
        if (pick(random, 0, 2) == 0) {
            const LimitAsk &second
                = KINDS[static_cast<std::size_t>(pick(random, 0, 40) == 0 ? 4 : pick(random, 0, 3))];
            if (second.key != asks.front().key) {
                asks.push_back(second);
            }
        }
        for (LimitAsk &ask : asks) {
            ask.amount = pick(random, 0, 8);
        }
        return asks;
    }

private Q_SLOTS:
    void agreesWithTheModel_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void agreesWithTheModel()
    {
        QFETCH(unsigned, seed);
        Random random(seed);
        SlidingCounters counters;
        NaiveCounters model;
        std::vector<LimitReceipt> receipts;
        TimePoint now = START;
        int granted = 0;
        for (int i = 0; i < 1500; ++i) {
            now += std::chrono::milliseconds(pick(random, 0, 30));
            const std::vector<LimitAsk> asks = randomAsks(random);
            const LimitVerdict verdict = counters.take(asks, now);
            QCOMPARE(verdict.isGranted, model.take(asks, now));
            granted += verdict.isGranted ? 1 : 0;
            for (std::size_t n = 0; n < asks.size(); ++n) {
                const qint64 used = model.used(asks[n].key, asks[n].interval, now);
                QCOMPARE(verdict.states[n].remaining, std::max<qint64>(0, asks[n].limit - used));
                QVERIFY(checkTimes(model, asks[n], verdict.states[n], now, verdict.isGranted));
                if (verdict.isGranted) {
                    receipts.push_back({.key = asks[n].key, .at = verdict.states[n].at});
                }
            }
            if (pick(random, 0, 4) == 0 && !receipts.empty()) {
                const LimitReceipt &receipt = receipts[receipts.size() - 1
                    - std::min<std::size_t>(
                        receipts.size() - 1, static_cast<std::size_t>(pick(random, 0, 5)))];
                const qint64 difference = pick(random, -6, 6);
                const TimePoint at {TimePoint::duration(receipt.at)};
                // What is forgotten stays so.
                if (at + 100ms > now) {
                    counters.adjust(receipt, difference);
                    model.adjust(receipt.key, at, difference);
                }
            }
        }
        QVERIFY(granted > 300 && granted < 1400);
    }

    // Steps of 6 ms: no window of a minute has more than the limit, and what the model refuses a step later
    // is all that is refused.
    void coarseStepsNeverLetMorePass()
    {
        Random random(7);
        SlidingCounters counters;
        const std::vector<LimitAsk> asks {{.key = "k", .limit = 30, .interval = 60s}};
        std::vector<TimePoint> passed;
        TimePoint now = START;
        for (int i = 0; i < 200'000; ++i) {
            now += std::chrono::microseconds(pick(random, 0, 9'000));
            const auto since = [&passed](TimePoint start) {
                return passed.end() - std::ranges::upper_bound(passed, start);
            };
            const bool isGranted = counters.take(asks, now).isGranted;
            QVERIFY(!isGranted || since(now - 60s) < 30);
            QVERIFY(isGranted || since(now - 60s - 6ms) >= 30);
            if (isGranted) {
                passed.push_back(now);
            }
        }
        QVERIFY(passed.size() > 300);
    }

private:
    // Whether the promised times are the first at which the promise holds.
    static bool checkTimes(
        NaiveCounters &model, const LimitAsk &ask, const LimitState &state, TimePoint now, bool isGranted)
    {
        const auto usedIn
            = [&](std::chrono::nanoseconds wait) { return model.used(ask.key, ask.interval, now + wait); };
        const bool isFree = usedIn(state.reset) == 0 && (state.reset == 0ns || usedIn(state.reset - 1ns) > 0);
        if (isGranted || !state.canFit) {
            return isFree && state.retryAfter == 0ns;
        }
        const auto fitsIn
            = [&](std::chrono::nanoseconds wait) { return usedIn(wait) + ask.amount <= ask.limit; };
        return isFree && fitsIn(state.retryAfter)
            && (state.retryAfter == 0ns || !fitsIn(state.retryAfter - 1ns));
    }
};

QTEST_APPLESS_MAIN(SlidingModelTest)

#include "tst_slidingmodel.moc"

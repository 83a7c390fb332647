// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/live/livefeed.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <optional>

using namespace nexus;
using Kind = LiveEvent::Kind;

namespace {

RequestRecord recordOf(const QByteArray &id)
{
    RequestRecord record;
    record.requestId = id;
    record.provider = QStringLiteral("up");
    return record;
}

// A running request in place of an exchange.
class Runner final : public QObject {
public:
    Runner(LiveFeed &feed, const QByteArray &id)
        : m_feed(feed)
        , record(recordOf(id))
        , ticket(feed.begin(record, std::chrono::steady_clock::now(), *this, [this] { ++stopCount; }))
    {
        record.number = ticket->number();
    }

    void write(qint64 bytes, qint64 tokens)
    {
        ticket->counters().status = 200;
        ticket->counters().firstByte = 5;
        ticket->counters().bytesOut += bytes;
        ticket->counters().outputTokens += tokens;
    }

    void finish() { m_feed.record(record); }

    LiveFeed &m_feed;
    RequestRecord record;
    std::unique_ptr<LiveTicket> ticket;
    int stopCount = 0;
};

// Everything that a viewer hears, as `id kind`.
class Viewer final {
public:
    explicit Viewer(LiveFeed &feed)
        : m_watch(feed.watch())
    {
        QObject::connect(
            &feed, &LiveFeed::happened, &m_context, [this](const std::vector<LiveEvent> &events) {
                for (const LiveEvent &event : events) {
                    static const std::map<Kind, QByteArray> names {{Kind::Started, "started"},
                        {Kind::FirstByte, "first"}, {Kind::Progress, "progress"}, {Kind::Ended, "ended"}};
                    heard.append(event.request.record->requestId + ' ' + names.at(event.kind));
                    last = event.request;
                }
            });
    }

    QByteArrayList heard;
    LiveRequest last;

private:
    LiveWatch m_watch;
    QObject m_context;
};

QByteArrayList idsOf(const std::vector<std::shared_ptr<const RequestRecord>> &records)
{
    QByteArrayList ids;
    for (const auto &record : records) {
        ids.append(record->requestId);
    }
    return ids;
}

} // namespace

class LiveFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aViewerHearsEveryStep();
    void nothingIsToldWithoutViewers();
    void whoComesLaterReadsTheLists();
    void aShortRequestIsHeardOfOnce();
    void requestsThatNeverRanAreHeardOf();
    void theLastOnesAreKept_data();
    void theLastOnesAreKept();
    void aViewerWhoIsSlowerThanTheRingHearsTheNewest();
    void bodiesStayAway();
    void aRequestIsStoppedInItsOwnThread();
    void whatIsNotRunningCannotBeStopped();
    void aRequestThatIsTakenDownLeavesTheList();
    void anotherProviderIsNews();
    void speedCountsFromTheFirstByte();
    void manyThreadsAtOnce();
    void costOfARequest();
};

void LiveFeedTest::aViewerHearsEveryStep()
{
    LiveFeed feed;
    Viewer viewer(feed);
    Runner runner(feed, "a");
    QTRY_COMPARE(viewer.heard, QByteArrayList {"a started"});
    QCOMPARE(viewer.last.status, 0);
    runner.write(10, 2);
    QTRY_COMPARE(viewer.heard.size(), 2);
    QCOMPARE(viewer.heard.last(), "a first");
    QCOMPARE(viewer.last.bytesOut, 10);
    QCOMPARE(viewer.last.status, 200);
    QCOMPARE(viewer.last.firstByte, std::chrono::microseconds(5));
    runner.write(10, 3);
    QTRY_COMPARE(viewer.heard.size(), 3);
    QCOMPARE(viewer.heard.last(), "a progress");
    QCOMPARE(viewer.last.bytesOut, 20);
    QCOMPARE(viewer.last.outputTokens, 5);
    runner.record.outcome = Outcome::ClientGone;
    runner.record.usage = TokenUsage {.input = 3, .output = 7};
    runner.finish();
    QTRY_COMPARE(viewer.heard.size(), 4);
    QCOMPARE(viewer.heard.last(), "a ended");
    QCOMPARE(viewer.last.record->outcome, Outcome::ClientGone);
    QCOMPARE(viewer.last.outputTokens, 7);
    QCOMPARE(viewer.last.record->number, runner.ticket->number());
    QVERIFY(feed.running().empty());
}

void LiveFeedTest::nothingIsToldWithoutViewers()
{
    LiveFeed feed;
    QSignalSpy told(&feed, &LiveFeed::happened);
    QVERIFY(!feed.isWatched());
    std::optional<Viewer> viewer(std::in_place, feed);
    std::optional<LiveWatch> second(feed.watch());
    viewer.reset();
    QVERIFY(feed.isWatched());
    second.reset();
    QVERIFY(!feed.isWatched());
    Runner runner(feed, "a");
    runner.finish();
    // A timer that should not run would have fired by now.
    QVERIFY(!told.wait(3 * static_cast<int>(LiveFeed::interval.count())));
    const Viewer late(feed);
    Runner next(feed, "b");
    QTRY_COMPARE(late.heard, QByteArrayList {"b started"});
}

void LiveFeedTest::whoComesLaterReadsTheLists()
{
    LiveFeed feed;
    Runner first(feed, "a");
    Runner second(feed, "b");
    Runner third(feed, "c");
    second.finish();
    third.write(12, 4);
    const Viewer viewer(feed);
    const std::vector<LiveRequest> running = feed.running();
    QCOMPARE(running.size(), std::size_t(2));
    QCOMPARE(running[0].record->requestId, "a");
    QCOMPARE(running[0].record->number, first.record.number);
    QCOMPARE(running[1].record->requestId, "c");
    QCOMPARE(running[1].bytesOut, 12);
    QCOMPARE(idsOf(feed.recent()), QByteArrayList {"b"});
    // Only what is new is told: neither the first byte of the third, nor the end of the second.
    third.write(1, 1);
    QTRY_COMPARE(viewer.heard, QByteArrayList {"c progress"});
}

void LiveFeedTest::aShortRequestIsHeardOfOnce()
{
    LiveFeed feed;
    const Viewer viewer(feed);
    Runner runner(feed, "a");
    runner.write(1, 1);
    runner.finish();
    QTRY_COMPARE(viewer.heard, QByteArrayList {"a ended"});
}

void LiveFeedTest::requestsThatNeverRanAreHeardOf()
{
    LiveFeed feed;
    const Viewer viewer(feed);
    feed.record(recordOf("models"));
    QTRY_COMPARE(viewer.heard, QByteArrayList {"models ended"});
    QCOMPARE(viewer.last.record->number, quint64(0));
}

void LiveFeedTest::theLastOnesAreKept_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArrayList>("kept");
    QTest::newRow("none") << 0 << QByteArrayList();
    QTest::newRow("some") << 2 << QByteArrayList {"0", "1"};
    QTest::newRow("all places") << 3 << QByteArrayList {"0", "1", "2"};
    QTest::newRow("one more") << 4 << QByteArrayList {"1", "2", "3"};
    QTest::newRow("twice and more") << 8 << QByteArrayList {"5", "6", "7"};
}

void LiveFeedTest::theLastOnesAreKept()
{
    QFETCH(const int, count);
    QFETCH(const QByteArrayList, kept);
    LiveFeed feed(3);
    for (int i = 0; i < count; ++i) {
        feed.record(recordOf(QByteArray::number(i)));
    }
    QCOMPARE(idsOf(feed.recent()), kept);
}

void LiveFeedTest::aViewerWhoIsSlowerThanTheRingHearsTheNewest()
{
    LiveFeed feed(2);
    feed.record(recordOf("before"));
    const Viewer viewer(feed);
    for (int i = 0; i < 5; ++i) {
        feed.record(recordOf(QByteArray::number(i)));
    }
    QTRY_COMPARE(viewer.heard, (QByteArrayList {"3 ended", "4 ended"}));
}

void LiveFeedTest::bodiesStayAway()
{
    LiveFeed feed;
    RequestRecord record = recordOf("a");
    record.bodies = {.prompt = "a secret", .answer = "another"};
    QObject exchange;
    const auto ticket = feed.begin(record, std::chrono::steady_clock::now(), exchange, [] {});
    ticket->describe(record);
    QVERIFY(feed.running().front().record->bodies.isEmpty());
    feed.record(record);
    QVERIFY(feed.recent().front()->bodies.isEmpty());
}

void LiveFeedTest::aRequestIsStoppedInItsOwnThread()
{
    LiveFeed feed;
    QThread thread;
    thread.start();
    QObject exchange;
    exchange.moveToThread(&thread);
    std::atomic<QThread *> stoppedIn = nullptr;
    const Viewer viewer(feed);
    const RequestRecord record = recordOf("a");
    const auto ticket = feed.begin(record, std::chrono::steady_clock::now(), exchange,
        [&stoppedIn] { stoppedIn = QThread::currentThread(); });
    QVERIFY(feed.stop(ticket->number()));
    QTRY_COMPARE(stoppedIn.load(), &thread);
    QTRY_VERIFY(viewer.last.isStopping);
    thread.quit();
    thread.wait();
}

void LiveFeedTest::whatIsNotRunningCannotBeStopped()
{
    LiveFeed feed;
    QVERIFY(!feed.stop(0));
    Runner runner(feed, "a");
    QVERIFY(!feed.stop(runner.ticket->number() + 1));
    runner.finish();
    QVERIFY(!feed.stop(runner.ticket->number()));
    QCoreApplication::processEvents();
    QCOMPARE(runner.stopCount, 0);
}

void LiveFeedTest::aRequestThatIsTakenDownLeavesTheList()
{
    LiveFeed feed;
    std::optional<Runner> runner(std::in_place, feed, "a");
    // The order to stop is on its way to what is no more.
    QVERIFY(feed.stop(runner->ticket->number()));
    runner.reset();
    QCoreApplication::processEvents();
    QVERIFY(feed.running().empty());
    QVERIFY(feed.recent().empty());
}

void LiveFeedTest::anotherProviderIsNews()
{
    LiveFeed feed;
    const Viewer viewer(feed);
    Runner runner(feed, "a");
    QTRY_COMPARE(viewer.heard.size(), 1);
    runner.record.provider = QStringLiteral("next");
    runner.ticket->describe(runner.record);
    QTRY_COMPARE(viewer.heard, (QByteArrayList {"a started", "a progress"}));
    QCOMPARE(viewer.last.record->provider, QStringLiteral("next"));
}

void LiveFeedTest::speedCountsFromTheFirstByte()
{
    using namespace std::chrono_literals;
    QCOMPARE((LiveRequest {.record = {}, .age = 3s, .firstByte = 1s, .outputTokens = 100}).speed(), 50.0);
    QCOMPARE((LiveRequest {.record = {}, .age = 3s, .outputTokens = 100}).speed(), 0.0);
    QCOMPARE((LiveRequest {.record = {}, .age = 1s, .firstByte = 1s, .outputTokens = 100}).speed(), 0.0);
}

void LiveFeedTest::manyThreadsAtOnce()
{
    constexpr int threadCount = 4;
    constexpr int requestCount = 500;
    LiveFeed feed(threadCount * requestCount);
    const Viewer viewer(feed);
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < threadCount; ++i) {
        threads.emplace_back(QThread::create([&feed] {
            for (int request = 0; request < requestCount; ++request) {
                Runner runner(feed, "r");
                runner.write(1, 1);
                feed.stop(runner.ticket->number());
                runner.finish();
            }
        }));
        threads.back()->start();
    }
    QTRY_COMPARE(viewer.heard.count("r ended"), threadCount * requestCount);
    for (const auto &thread : threads) {
        thread->wait();
    }
    QVERIFY(feed.running().empty());
    QCOMPARE(feed.recent().size(), std::size_t(threadCount * requestCount));
}

void LiveFeedTest::costOfARequest()
{
    LiveFeed feed;
    RequestRecord record = recordOf("a");
    record.attempts.push_back({.provider = record.provider, .model = "m", .error = {}});
    QObject exchange;
    QBENCHMARK
    {
        for (int i = 0; i < 1000; ++i) {
            const auto ticket = feed.begin(record, std::chrono::steady_clock::now(), exchange, [] {});
            record.number = ticket->number();
            feed.record(record);
        }
    }
    QVERIFY(!feed.recent().empty());
}

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "tst_livefeed.moc"

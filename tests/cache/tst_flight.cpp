// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flightkit.h"

#include <QTest>

using namespace nexus;
using namespace nexus::test;

class FlightTest final : public QObject, private OneQuestion {
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }
    void followersGetTheAnswerAsItComes();
    void nothingIsSaidBeforeTheEventLoop();
    void aLateFollowerGetsAllOfIt();
    void messagesAreFew();
    void takesInParts();
    void failuresAreShared();
    void anAnswerOfAnotherStatusIsSharedAndNotKept();
    void freshAskedDoesNotFollow();
    void unstoredDoesNotShare();
    void anOutgrownAnswerIsReadToTheEnd();
    void whatAllHaveReadIsFreed();
    void allFlightsTogetherAreBounded();
    void aReaderFarBehindFails();
    void aSlotMayDestroyTheFollower();
};

void FlightTest::followersGetTheAnswerAsItComes()
{
    const auto leader = lead();
    QVERIFY(!leader->hasFollowers());
    Client a(follow());
    Client b(follow());
    QVERIFY(leader->hasFollowers());
    leader->begin(head(), true);
    QTRY_COMPARE(a.log, QByteArray("H"));
    QCOMPARE(a.follower->head(), head());
    QVERIFY(a.follower->isStream());
    leader->append("one");
    QTRY_COMPARE(a.log, QByteArray("HA"));
    QCOMPARE(a.follower->bytesAvailable(), 3);
    QCOMPARE(a.readAll(), QByteArray("one|"));
    QCOMPARE(a.follower->bytesAvailable(), 0);
    leader->append("two");
    leader->append("three");
    leader->complete(TokenUsage {.output = 5});
    QTRY_COMPARE(a.log, QByteArray("HAAC"));
    QCOMPARE(a.readAll(), QByteArray("two|three|"));
    QCOMPARE(a.follower->head().usage->output, 5);
    QTRY_VERIFY(b.log.endsWith('C'));
    QCOMPARE(b.readAll(), QByteArray("one|two|three|"));
    QVERIFY(isKnown());
    QCOMPARE(m_cache->stats().shared, 2);
    QCOMPARE(m_cache->stats().misses, 1);
}

void FlightTest::nothingIsSaidBeforeTheEventLoop()
{
    const auto leader = lead();
    leader->begin(head(), true);
    leader->append("x");
    Client client(follow());
    leader->complete();
    QCOMPARE(client.log, QByteArray());
    QTRY_COMPARE(client.log, QByteArray("HAC"));
    QTest::qWait(0);
    QCOMPARE(client.log, QByteArray("HAC"));
}

void FlightTest::aLateFollowerGetsAllOfIt()
{
    const auto leader = lead();
    leader->begin(head(), true);
    leader->append("one");
    leader->append("two");
    Client client(follow());
    QTRY_COMPARE(client.log, QByteArray("HA"));
    leader->append("three");
    QTRY_COMPARE(client.log, QByteArray("HAA"));
    QCOMPARE(client.readAll(), QByteArray("one|two|three|"));
}

void FlightTest::messagesAreFew()
{
    const auto leader = lead();
    Client client(follow());
    leader->begin(head(), true);
    for (int i = 0; i < 100; ++i) {
        leader->append("x");
    }
    QTRY_COMPARE(client.log, QByteArray("HA"));
    QCOMPARE(client.follower->bytesAvailable(), 100);
}

void FlightTest::takesInParts()
{
    const auto leader = lead();
    Client client(follow());
    leader->begin(head(), false);
    leader->append("abcdef");
    leader->append("gh");
    QCOMPARE(client.follower->take(0), QByteArray());
    QCOMPARE(client.follower->take(4), QByteArray("abcd"));
    QCOMPARE(client.follower->bytesAvailable(), 4);
    QCOMPARE(client.follower->take(4), QByteArray("ef"));
    QCOMPARE(client.follower->take(4), QByteArray("gh"));
    QCOMPARE(client.follower->take(4), QByteArray());
    leader->append("i");
    QCOMPARE(client.follower->take(4), QByteArray("i"));
}

void FlightTest::failuresAreShared()
{
    const Error error {.kind = ErrorKind::UpstreamOverloaded,
        .message = QStringLiteral("Busy."),
        .detail = {},
        .upstreamStatus = 529,
        .retryAfter = "7"};
    const auto leader = lead();
    Client waiting(follow());
    Client reading(follow());
    leader->begin(head(), true);
    leader->append("x");
    QTRY_COMPARE(reading.log, QByteArray("HA"));
    leader->fail(error);
    leader->complete();
    QTRY_COMPARE(reading.log, QByteArray("HAF"));
    QCOMPARE(reading.error, error);
    QTRY_VERIFY(waiting.log.endsWith('F'));
    QVERIFY(!isKnown());
}

void FlightTest::anAnswerOfAnotherStatusIsSharedAndNotKept()
{
    const auto leader = lead();
    Client client(follow());
    leader->begin(head(404), false);
    leader->append("no");
    leader->complete();
    QTRY_COMPARE(client.log, QByteArray("HAC"));
    QCOMPARE(client.follower->head().status, 404);
    QCOMPARE(client.readAll(), QByteArray("no|"));
    QVERIFY(!isKnown());
}

void FlightTest::freshAskedDoesNotFollow()
{
    const auto leader = lead();
    const auto fresh = lead({.key = m_key, .mayRead = false});
    Client client(follow()); // the newest one is followed
    QVERIFY(!leader->hasFollowers());
    QVERIFY(fresh->hasFollowers());
    leader->begin(head(), false);
    leader->append("old");
    leader->complete(); // a later one is on its way
    QVERIFY(!isKnown());
    fresh->begin(head(), false);
    fresh->append("new");
    fresh->complete();
    QTRY_COMPARE(client.log, QByteArray("HAC"));
    QVERIFY(isKnown());
}

void FlightTest::unstoredDoesNotShare()
{
    const auto unstored = lead({.key = m_key, .mayStore = false});
    const auto leader = lead();
    QVERIFY(lead({.key = m_key, .mayStore = false}));
    unstored->begin(head(), false);
    unstored->append("x");
    unstored->complete();
    QVERIFY(!isKnown());
    Client client(follow());
    QVERIFY(leader->hasFollowers());
}

void FlightTest::anOutgrownAnswerIsReadToTheEnd()
{
    const auto leader = lead();
    Client quick(follow());
    Client slow(follow());
    leader->begin(head(), true);
    QByteArray quickGot;
    for (int i = 0; i < 40; ++i) {
        leader->append(QByteArray(10'000, char('a' + i % 26)));
        quickGot += quick.follower->take(1'000'000);
    }
    const auto other = lead(); // too long to be joined
    QVERIFY(other);
    leader->complete();
    QTRY_VERIFY(slow.log.endsWith('C'));
    QCOMPARE(slow.readAll().size(), 40 * 10'001);
    QCOMPARE(quickGot.size(), 400'000);
    QVERIFY(quick.log.endsWith('C'));
    other->abandon();
    QVERIFY(!isKnown());
}

void FlightTest::whatAllHaveReadIsFreed()
{
    const auto leader = lead();
    Client quick(follow());
    auto slow = std::make_unique<Client>(follow());
    leader->begin(head(), true);
    const QByteArray piece(200'000, 'x'); // outgrown at once
    leader->append(piece);
    QVERIFY(!quick.follower->take(1'000'000).isNull());
    QVERIFY(!piece.isDetached()); // the flight has it for the slow one
    slow.reset();
    QVERIFY(piece.isDetached());
    leader->append(piece);
    quick.follower.reset();
    QVERIFY(piece.isDetached());
}

void FlightTest::allFlightsTogetherAreBounded()
{
    std::vector<std::unique_ptr<Leader>> leaders;
    int joined = 0;
    for (char name = 0; name < 5; ++name) {
        CacheKey key;
        key.digest[0] = name;
        leaders.push_back(lead({.key = key}));
        leaders.back()->begin(head(), true);
        leaders.back()->append(QByteArray(30'000, 'x'));
        const auto found = m_cache->find({.key = key});
        joined += std::holds_alternative<std::unique_ptr<Follower>>(found) ? 1 : 0;
    }
    QCOMPARE(joined, 3); // of 30 kB each within 100 kB
    leaders.clear();
    const auto leader = lead();
    leader->begin(head(), true);
    leader->append(QByteArray(90'000, 'x'));
    Client client(follow());
}

void FlightTest::aReaderFarBehindFails()
{
    const auto leader = lead();
    Client slow(follow());
    Client quick(follow());
    leader->begin(head(), true);
    for (int i = 0; i < 40; ++i) {
        leader->append(QByteArray(1024 * 1024, 'x'));
        QCOMPARE(quick.follower->take(10'000'000).size(), 1024 * 1024);
    }
    QTRY_COMPARE(slow.log, QByteArray("HF"));
    QCOMPARE(slow.error.kind, ErrorKind::Unavailable);
    QCOMPARE(slow.follower->take(10), QByteArray());
    leader->complete();
    QTRY_VERIFY(quick.log.endsWith('C'));
    QCOMPARE(slow.log, QByteArray("HF"));
}

void FlightTest::aSlotMayDestroyTheFollower()
{
    const auto leader = lead();
    auto a = follow();
    auto b = follow();
    auto c = follow();
    int calls = 0;
    connect(a.get(), &Follower::headArrived, this, [&] { a.reset(); });
    connect(b.get(), &Follower::advanced, this, [&] { b.reset(); });
    connect(c.get(), &Follower::completed, this, [&] { c.reset(); });
    for (Follower *follower : {a.get(), b.get()}) {
        connect(follower, &Follower::completed, this, [&] { ++calls; });
    }
    leader->begin(head(), false);
    leader->append("x");
    leader->complete();
    QTRY_VERIFY(!a && !b && !c);
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(FlightTest)

#include "tst_flight.moc"

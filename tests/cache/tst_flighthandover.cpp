// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flightkit.h"

#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace nexus::test;

class FlightHandoverTest final : public QObject, private OneQuestion {
    Q_OBJECT

private Q_SLOTS:
    void init() { startAnew(); }
    void theOldestTakesOver();
    void theNextTakesOverWhenTheOldestIsGone();
    void withNobodyLeftTheNextOneAsksAnew();
    void aBrokenAnswerFailsItsFollowers();
    void theLeaderHearsThatAllHaveLeft();
    void aLeaderThatIsFollowedGoesOn();
    void oldLeadersDoNotDisturbNewOnes();
};

void FlightHandoverTest::theOldestTakesOver()
{
    auto leader = lead();
    Client a(follow());
    Client b(follow());
    QVERIFY(!a.follower->takeLeader());
    leader.reset();
    QCOMPARE(a.log, QByteArray());
    QTRY_COMPARE(a.log, QByteArray("P"));
    Client c(follow()); // waits like the others
    const auto next = a.follower->takeLeader();
    QVERIFY(next);
    QVERIFY(!a.follower->takeLeader());
    a.follower.reset();
    QVERIFY(next->hasFollowers());
    next->begin(head(), false);
    next->append("x");
    next->complete();
    QTRY_COMPARE(b.log, QByteArray("HAC"));
    QTRY_COMPARE(c.log, QByteArray("HAC"));
    QCOMPARE(a.log, QByteArray("P"));
    QVERIFY(isKnown());
}

void FlightHandoverTest::theNextTakesOverWhenTheOldestIsGone()
{
    auto leader = lead();
    Client a(follow());
    Client b(follow());
    Client c(follow());
    leader->abandon();
    b.follower.reset();
    a.follower.reset(); // chosen, and gone before it heard of it
    QTRY_COMPARE(c.log, QByteArray("P"));
    c.follower.reset(); // heard of it, and did not want it
    QCOMPARE(a.log + b.log, QByteArray());
    QVERIFY(lead());
}

void FlightHandoverTest::withNobodyLeftTheNextOneAsksAnew()
{
    auto first = lead();
    first.reset();
    const auto second = lead();
    QVERIFY(second);
    Client client(follow());
    second->begin(head(), false);
    second->complete();
    QTRY_COMPARE(client.log, QByteArray("HC"));
}

void FlightHandoverTest::aBrokenAnswerFailsItsFollowers()
{
    auto leader = lead();
    Client client(follow());
    leader->begin(head(), true);
    leader->append("x");
    QTRY_COMPARE(client.log, QByteArray("HA"));
    leader.reset();
    QTRY_COMPARE(client.log, QByteArray("HAF"));
    QCOMPARE(client.error.kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!client.follower->takeLeader());
    QVERIFY(lead());
}

void FlightHandoverTest::theLeaderHearsThatAllHaveLeft()
{
    const auto leader = lead();
    const QSignalSpy deserted(leader.get(), &Leader::deserted);
    Client a(follow());
    Client b(follow());
    a.follower.reset();
    QTest::qWait(0);
    QCOMPARE(deserted.count(), 0);
    b.follower.reset();
    QCOMPARE(deserted.count(), 0); // not from inside
    QTRY_COMPARE(deserted.count(), 1);
    Client c(follow());
    c.follower.reset();
    Client d(follow()); // came before the leader heard of it
    QTest::qWait(0);
    QCOMPARE(deserted.count(), 1);
    d.follower.reset();
    QTRY_COMPARE(deserted.count(), 2);
    QVERIFY(leader->abandonIfAlone());
}

void FlightHandoverTest::aLeaderThatIsFollowedGoesOn()
{
    const auto leader = lead();
    Client client(follow());
    QVERIFY(!leader->abandonIfAlone());
    leader->begin(head(), true);
    leader->append("x");
    QVERIFY(!leader->abandonIfAlone());
    QTRY_COMPARE(client.log, QByteArray("HA"));
    client.follower.reset();
    QVERIFY(leader->abandonIfAlone());
    QVERIFY(leader->abandonIfAlone());
    leader->complete();
    QVERIFY(!isKnown());
}

void FlightHandoverTest::oldLeadersDoNotDisturbNewOnes()
{
    auto old = lead();
    Client a(follow());
    Client b(follow());
    old->abandon();
    QTRY_COMPARE(a.log, QByteArray("P"));
    const auto next = a.follower->takeLeader();
    const QSignalSpy deserted(next.get(), &Leader::deserted);
    old->fail({.kind = ErrorKind::Internal, .message = {}, .detail = {}});
    old.reset();
    b.follower.reset();
    QTRY_COMPARE(deserted.count(), 1);
    QCOMPARE(b.log, QByteArray());
}

QTEST_GUILESS_MAIN(FlightHandoverTest)

#include "tst_flighthandover.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/eventclock.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

class EventClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventPassesWithItsEnd();
    void piecesMakeNoDifference();
    void commentsAreNoEvents();
    void onlySoManyAreNoted();
};

void EventClockTest::anEventPassesWithItsEnd()
{
    EventClock clock;
    clock.feed("data: 1\n\ndata:", 5ms);
    QCOMPARE(clock.events(), (std::vector<StreamEvent> {{5, 9}}));
    clock.feed(" two\n", 8ms);
    QCOMPARE(clock.events().size(), std::size_t(1));
    clock.feed("\n", 11ms);
    QCOMPARE(clock.events(), (std::vector<StreamEvent> {{5, 9}, {11, 11}}));
}

void EventClockTest::piecesMakeNoDifference()
{
    const QByteArray stream = "event: a\r\ndata: 1\r\n\r\n\n: hello\n\ndata: 2\ndata: 3\n\n";
    EventClock whole;
    whole.feed(stream, 1ms);
    EventClock pieces;
    for (const char &c : stream) {
        pieces.feed(QByteArrayView(&c, 1), 1ms);
    }
    QCOMPARE(pieces.events(), whole.events());
    QCOMPARE(whole.events(), (std::vector<StreamEvent> {{1, 21}, {1, 17}}));
}

void EventClockTest::commentsAreNoEvents()
{
    EventClock clock;
    clock.feed(": keep-alive\n\n", 1ms);
    QVERIFY(clock.events().empty());
    clock.feed(": a word before\ndata: 1\n\n", 2ms);
    QCOMPARE(clock.events().size(), std::size_t(1));
}

void EventClockTest::onlySoManyAreNoted()
{
    EventClock clock;
    clock.feed(QByteArray("data: x\n\n").repeated(mostStreamEvents + 10), 1ms);
    QCOMPARE(clock.events().size(), mostStreamEvents);
    clock.feed("data: late\n\n", 9ms);
    QCOMPARE(clock.events().back(), (StreamEvent {1, 9}));
}

QTEST_GUILESS_MAIN(EventClockTest)
#include "tst_eventclock.moc"

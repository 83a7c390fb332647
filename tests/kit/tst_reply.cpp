// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/httpparse.h"
#include "kit/reply.h"

#include <QTest>

namespace nexus::kit {

class TestReply final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeBodyCarriesItsLength();
    void eachEventIsOneChunk();
    void closeFramingSaysSo();
    void aWrongLengthIsKept();
    void aRawReplyHasNoHead();
    void aCutInAPieceLeavesItsFramingOpen();
    void aCutAtAPiecesEndIncludesItsFraming();
    void aFramedCutCanHitTheChunkHeader();
    void aHeadCutCountsFromTheFirstByte();
    void anEmptyPieceDoesNotEndTheBody();
    void stopsStandInOrder();
    void pausesStandBetweenPieces();
    void chunksDecodeAtEverySplit();
    void aBrokenChunkSizeIsNoticed();
};

namespace {

QByteArray sentBeforeFirstStop(const Reply &reply)
{
    const Playback play = reply.playback();
    return play.stops.empty() ? play.bytes : play.bytes.left(play.stops.front().at);
}

QByteArray bodyBeforeFirstStop(const Reply &reply)
{
    const QByteArray sent = sentBeforeFirstStop(reply);
    return sent.mid(sent.indexOf("\r\n\r\n") + 4);
}

} // namespace

void TestReply::aWholeBodyCarriesItsLength()
{
    QCOMPARE(Reply::json(200, "{\"a\":1}").playback().bytes,
        QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}"));
}

void TestReply::eachEventIsOneChunk()
{
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab", "[DONE]"})),
        QByteArray("a\r\ndata: ab\n\n\r\ne\r\ndata: [DONE]\n\n\r\n0\r\n\r\n"));
}

void TestReply::closeFramingSaysSo()
{
    const Playback play = Reply::sse({"ab"}).withFraming(Reply::Framing::Close).playback();
    QVERIFY(play.isLastOnConnection);
    QVERIFY(play.bytes.contains("\r\nConnection: close\r\n"));
    QVERIFY(play.bytes.endsWith("\r\n\r\ndata: ab\n\n"));
}

void TestReply::aWrongLengthIsKept()
{
    QVERIFY(Reply::json(200, "{}").withContentLength(99).playback().bytes.contains("Content-Length: 99\r\n"));
}

void TestReply::aRawReplyHasNoHead()
{
    QCOMPARE(Reply::raw("HTTP/1.1 20").playback().bytes, QByteArray("HTTP/1.1 20"));
    QVERIFY(Reply::closeAtOnce().playback().bytes.isEmpty());
    QVERIFY(Reply::closeAtOnce().playback().isLastOnConnection);
}

void TestReply::aCutInAPieceLeavesItsFramingOpen()
{
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab", "cd"}).cutAfter(13)),
        QByteArray("a\r\ndata: ab\n\n\r\na\r\ndat"));
}

void TestReply::aCutAtAPiecesEndIncludesItsFraming()
{
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab", "cd"}).cutAfter(10)), QByteArray("a\r\ndata: ab\n\n\r\n"));
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab"}).cutAfter(10'000)), QByteArray("a\r\ndata: ab\n\n\r\n"));
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab"}).cutAfter(0)), QByteArray());
}

void TestReply::aFramedCutCanHitTheChunkHeader()
{
    QCOMPARE(bodyBeforeFirstStop(Reply::sse({"ab", "cd"}).cutAfterFramed(16)),
        QByteArray("a\r\ndata: ab\n\n\r\na"));
}

void TestReply::aHeadCutCountsFromTheFirstByte()
{
    QCOMPARE(sentBeforeFirstStop(Reply::json(200, "{}").cutInHead(10)), QByteArray("HTTP/1.1 2"));
    QCOMPARE(sentBeforeFirstStop(Reply::hang()), QByteArray());
    QCOMPARE(sentBeforeFirstStop(Reply::json(200, "{}").held()), QByteArray());
}

void TestReply::anEmptyPieceDoesNotEndTheBody()
{
    QVERIFY(!bodyBeforeFirstStop(Reply::rawSse({"a", "", "b"})).contains("0\r\n\r\n1"));
    QVERIFY(bodyBeforeFirstStop(Reply::rawSse({"a", "", "b"})).startsWith("1\r\na\r\n1\r\nb\r\n"));
}

void TestReply::stopsStandInOrder()
{
    const Playback play = Reply::sse({"ab", "cd"}).cutAfter(15).holdAfter(3).playback();
    QCOMPARE(play.stops.size(), std::size_t(2));
    QCOMPARE(play.stops[0].action, Stop::Action::Hold);
    QCOMPARE(play.stops[1].action, Stop::Action::Close);
}

void TestReply::pausesStandBetweenPieces()
{
    const Playback play = Reply::sse({"a", "b", "c"}).pausing(std::chrono::milliseconds(5)).playback();
    QCOMPARE(play.stops.size(), std::size_t(2));
    QVERIFY(play.bytes.left(play.stops[0].at).endsWith("data: a\n\n\r\n"));
}

void TestReply::chunksDecodeAtEverySplit()
{
    const QByteArray coded = "3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nREST";
    for (qsizetype split = 0; split <= coded.size(); ++split) {
        ChunkDecoder decoder;
        QByteArray buffer = coded.left(split);
        QByteArray out;
        decoder.take(buffer, out);
        buffer += coded.mid(split);
        decoder.take(buffer, out);
        QCOMPARE(out, QByteArray("abc0123456789"));
        QVERIFY(decoder.isDone());
        QCOMPARE(buffer, QByteArray("REST"));
    }
}

void TestReply::aBrokenChunkSizeIsNoticed()
{
    ChunkDecoder decoder;
    QByteArray buffer = "zz\r\nabc";
    QByteArray out;
    decoder.take(buffer, out);
    QVERIFY(decoder.isBroken());
    QVERIFY(!decoder.isDone());
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestReply)
#include "tst_reply.moc"

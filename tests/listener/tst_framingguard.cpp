// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/framingguard.h"

#include <QTest>

namespace nexus {

namespace {

constexpr qsizetype headLimit = 2048;
constexpr qint64 bodyLimit = 100;

//! What came out of feeding one request.
struct Outcome {
    FramingGuard::Event last = FramingGuard::Event::NeedMore;
    bool hadHead = false;
    qsizetype consumed = 0;
    int status = 0;
    QByteArray reason;
    QByteArray body;
    QByteArray normalised;

    bool operator==(const Outcome &) const = default;
};

//! Feeds \a pieces until the request has ended one way or the other.
Outcome outcomeOf(const QList<QByteArrayView> &pieces)
{
    FramingGuard guard(headLimit, bodyLimit);
    Outcome outcome;
    for (QByteArrayView piece : pieces) {
        while (true) {
            const auto step = guard.feed(piece);
            piece = piece.sliced(step.consumed);
            outcome.consumed += step.consumed;
            outcome.last = step.event;
            outcome.hadHead = outcome.hadHead || step.event == FramingGuard::Event::HeadComplete;
            if (step.event != FramingGuard::Event::HeadComplete) {
                break;
            }
        }
        if (outcome.last == FramingGuard::Event::Refused) {
            const auto &reason = guard.refusal().reason;
            outcome.status = guard.refusal().status;
            outcome.reason = QByteArray(reason.data(), static_cast<qsizetype>(reason.size()));
            return outcome;
        }
        if (outcome.last == FramingGuard::Event::Complete) {
            outcome.body = guard.body();
            outcome.normalised = guard.head().normalised;
            return outcome;
        }
    }
    return outcome;
}

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray chunked(const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
}

} // namespace

class TestFramingGuard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileRequestsAreRefused_data();
    void hostileRequestsAreRefused();
    void fineRequestsAreRead_data();
    void fineRequestsAreRead();
    void theNextRequestIsNotTouched();
    void theHeadIsReportedBeforeTheBody();
    void theConnectionStaysAsTheClientWishes_data();
    void theConnectionStaysAsTheClientWishes();
    void theNormalisedHeadHasNothingOfTheConnection();
    void theAuthorityOfAnAbsoluteTargetReplacesHost();
    void anAnnouncedBodyCostsNothingBeforeItComes();

private:
    static void isSplitIndependent(const QByteArray &bytes, const Outcome &whole);
};

void TestFramingGuard::isSplitIndependent(const QByteArray &bytes, const Outcome &whole)
{
    const QByteArrayView view(bytes);
    for (qsizetype i = 0; i <= view.size(); ++i) {
        QCOMPARE(outcomeOf({view.first(i), view.sliced(i)}), whole);
    }
    QList<QByteArrayView> single;
    for (qsizetype i = 0; i < view.size(); ++i) {
        single.append(view.sliced(i, 1));
    }
    // A body-less request ends when it is asked, not when a byte comes.
    single.append(QByteArrayView());
    QCOMPARE(outcomeOf(single), whole);
}

void TestFramingGuard::hostileRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("twoLengths", get("Content-Length: 1\r\nContent-Length: 2\r\n"), 400);
    row("lengthList", get("Content-Length: 1, 1\r\n"), 400);
    row("lengthAndChunked", get("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunkedAndLength", get("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"), 400);
    row("negativeLength", get("Content-Length: -1\r\n"), 400);
    row("signedLength", get("Content-Length: +1\r\n"), 400);
    row("emptyLength", get("Content-Length: \r\n"), 400);
    row("hexLength", get("Content-Length: 0x1\r\n"), 400);
    row("wordLength", get("Content-Length: ten\r\n"), 400);
    row("overflowingLength", get("Content-Length: 18446744073709551617\r\n"), 400);
    row("lengthOverLimit", get("Content-Length: 101\r\n"), 413);
    row("gzipCoding", get("Transfer-Encoding: gzip\r\n"), 501);
    row("listedCoding", get("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("hiddenCoding",
        get("Transfer-Encoding: \x0b"
            "chunked\r\n"),
        400);
    row("codingTwice", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunkedInHttp10", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("bareCr", get("A: x\ry\r\n"), 400);
    row("crBeforeCrLf", get("A: x\r\r\n"), 400);
    row("bareLf", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bareLfInField", get("A: x\nB: y\r\n"), 400);
    row("nul", get(QByteArray("A: x\0y\r\n", 8)), 400);
    row("delete", get("A: x\x7f\r\n"), 400);
    row("foldedLine", get("A: x\r\n y\r\n"), 400);
    row("foldedFirstLine", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
    row("blankBeforeColon", get("Content-Length : 1\r\n"), 400);
    row("noColon", get("Nonsense\r\n"), 400);
    row("emptyName", get(": x\r\n"), 400);
    row("badName", get("A(b): x\r\n"), 400);
    row("badMethod", "G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("longMethod", QByteArray(40, 'A') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("connect", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405);
    row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("otherScheme", "GET ftp://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("userInTarget", "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("relativeTarget", "GET v1/models HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("fragment", "GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("rawUtf8Target", "GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("twoBlanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("tabInRequestLine", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("trailingBlank", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
    row("http09", "GET /\r\n\r\n", 400);
    row("http2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("http12", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("smallHttp", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
    row("tls", QByteArray("\x16\x03\x01\x02\x00\x01\x00\n", 8), 400);
    row("noHost", "GET / HTTP/1.1\r\n\r\n", 400);
    row("twoHosts", get("Host: b\r\n"), 400);
    row("equalHosts", get("Host: a\r\n"), 400);
    row("hostWithUser", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400);
    row("hostWithPath", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("endlessLine", QByteArray(headLimit + 10, 'G'), 431);
    row("endlessField", get("A: " + QByteArray(headLimit, 'x') + "\r\n"), 431);
    row("tooManyFields", get(QByteArray("a:\r\n").repeated(HeadReader::maxFields)), 431);
    row("expectation", get("Expect: 200-ok\r\n"), 417);
    row("emptyLines", "\r\n\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("chunkSize", chunked("x\r\n"), 400);
    row("noChunkSize", chunked("\r\n"), 400);
    row("negativeChunk", chunked("-1\r\n"), 400);
    row("prefixedChunk", chunked("0x1\r\nx\r\n0\r\n\r\n"), 400);
    row("blankBeforeChunkSize", chunked(" 1\r\nx\r\n0\r\n\r\n"), 400);
    row("overflowingChunk", chunked("ffffffffffffffff1\r\n"), 400);
    row("chunkOverLimit", chunked("65\r\n"), 413);
    row("chunksOverLimit", chunked("3c\r\n" + QByteArray(60, 'x') + "\r\n3c\r\n"), 413);
    row("chunkLongerThanItsSize", chunked("1\r\nxy\r\n"), 400);
    row("chunkEndWithoutCr", chunked("1\r\nx\n0\r\n\r\n"), 400);
    row("chunkSizeWithoutCr", chunked("1\nx\r\n0\r\n\r\n"), 400);
    row("bareCrInExtension", chunked("1;a\rb\r\n"), 400);
    row("longExtension", chunked("1;" + QByteArray(ChunkReader::maxLineSize, 'x') + "\r\n"), 400);
    row("manyExtensions", chunked(("1;" + QByteArray(800, 'x') + "\r\ny\r\n").repeated(30)), 400);
    row("badTrailer", chunked("0\r\nnonsense\r\n\r\n"), 400);
    row("longTrailer", chunked("0\r\na: " + QByteArray(ChunkReader::maxTrailerSize, 'x') + "\r\n\r\n"), 431);
    row("manyTrailers", chunked("0\r\n" + QByteArray("a: b\r\n").repeated(2000) + "\r\n"), 431);
}

void TestFramingGuard::hostileRequestsAreRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    const Outcome outcome = outcomeOf({bytes});
    QCOMPARE(outcome.last, FramingGuard::Event::Refused);
    QCOMPARE(outcome.status, status);
    QVERIFY(!outcome.reason.isEmpty());
    isSplitIndependent(bytes, outcome);
}

void TestFramingGuard::fineRequestsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, const QByteArray &body = {}) {
        QTest::newRow(name) << bytes << body;
    };
    row("plain", get(""));
    row("emptyLineBefore", "\r\n" + get(""));
    row("twoEmptyLinesBefore", "\r\n\r\n" + get(""));
    row("http10", "GET / HTTP/1.0\r\n\r\n");
    row("http10Host", "GET / HTTP/1.0\r\nHost: a\r\n\r\n");
    row("emptyHost", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    row("ipv6Host", "GET / HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n");
    row("absoluteTarget", "GET http://b:80/x?y HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absoluteTargetWithoutPath", "GET HTTP://b?y HTTP/1.1\r\nHost: a\r\n\r\n");
    row("noBlankAfterColon", get("A:x\r\n"));
    row("emptyValue", get("A:\r\n"));
    row("tabs", get("A:\tx\ty\t\r\n"));
    row("latin1Value", get("A: \xe9\r\n"));
    row("unknownMethod", "M-SEARCH / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("mostFields", get(QByteArray("a: b\r\n").repeated(HeadReader::maxFields - 1)));
    row("lengthZero", get("Content-Length: 0\r\n"));
    row("bodyOnGet", get("Content-Length: 3\r\n") + "abc", "abc");
    row("equalLengths", get("Content-Length: 3\r\ncontent-length: 3\r\n") + "abc", "abc");
    row("leadingZeros", get("Content-Length: 003\r\n") + "abc", "abc");
    row("largestBody", get("Content-Length: 100\r\n") + QByteArray(100, 'x'), QByteArray(100, 'x'));
    row("binaryBody", get("Content-Length: 4\r\n") + QByteArray("\0\r\n\n", 4), QByteArray("\0\r\n\n", 4));
    row("noChunks", chunked("0\r\n\r\n"));
    row("chunks", chunked("1\r\na\r\n00b\r\nbcdefghijkl\r\n0\r\n\r\n"), "abcdefghijkl");
    row("chunkHoldsFraming", chunked("5\r\n0\r\n\r\n\r\n0\r\n\r\n"), "0\r\n\r\n");
    row("extension", chunked("1;a=b\r\na\r\n0 ;c\r\n\r\n"), "a");
    row("trailer", chunked("1\r\na\r\n0\r\nX-Sum: 1\r\n\r\n"), "a");
    row("codingCase", "POST / HTTP/1.1\r\nHost: a\r\ntransfer-encoding: Chunked\r\n\r\n0\r\n\r\n");
}

void TestFramingGuard::fineRequestsAreRead()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, body);
    const Outcome outcome = outcomeOf({bytes});
    QCOMPARE(outcome.last, FramingGuard::Event::Complete);
    QVERIFY(outcome.hadHead);
    QCOMPARE(outcome.consumed, bytes.size());
    QCOMPARE(outcome.body, body);
    isSplitIndependent(bytes, outcome);
}

void TestFramingGuard::theNextRequestIsNotTouched()
{
    for (const QByteArray &first :
        {get(""), get("Content-Length: 3\r\n") + "abc", chunked("1\r\na\r\n0\r\n\r\n")}) {
        const Outcome outcome = outcomeOf({first + get("A: next\r\n")});
        QCOMPARE(outcome.last, FramingGuard::Event::Complete);
        QCOMPARE(outcome.consumed, first.size());
    }
}

void TestFramingGuard::theHeadIsReportedBeforeTheBody()
{
    FramingGuard guard(headLimit, bodyLimit);
    const QByteArray head = get("Content-Length: 3\r\nExpect: 100-Continue\r\n");
    const auto step = guard.feed(head + "abc");
    QCOMPARE(step.event, FramingGuard::Event::HeadComplete);
    QCOMPARE(step.consumed, head.size());
    QVERIFY(guard.head().expectsContinue);
    QCOMPARE(guard.feed("abc").event, FramingGuard::Event::Complete);
    QCOMPARE(guard.takeBody(), QByteArray("abc"));
}

void TestFramingGuard::theConnectionStaysAsTheClientWishes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("stays");
    const auto row = [](const char *version, const char *connection, bool stays) {
        QTest::addRow("%s %s", version, connection) << "GET / HTTP/" + QByteArray(version) + "\r\nHost: a\r\n"
                + connection + "\r\n" << stays;
    };
    row("1.1", "", true);
    row("1.1", "Connection: close\r\n", false);
    row("1.1", "Connection: x, Close\r\n", false);
    row("1.1", "Connection: keep-alive\r\nConnection: close\r\n", false);
    row("1.1", "Connection: closed\r\n", true);
    row("1.0", "", false);
    row("1.0", "Connection: Keep-Alive\r\n", true);
}

void TestFramingGuard::theConnectionStaysAsTheClientWishes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, stays);
    FramingGuard guard(headLimit, bodyLimit);
    QCOMPARE(guard.feed(bytes).event, FramingGuard::Event::HeadComplete);
    QCOMPARE(guard.head().keepsAlive, stays);
}

void TestFramingGuard::theNormalisedHeadHasNothingOfTheConnection()
{
    const Outcome outcome
        = outcomeOf({"POST /a?b HTTP/1.1\r\nA:1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                     "Content-Length: 0\r\nhost: \t h:1\r\nTE: trailers\r\n\r\n"});
    QCOMPARE(outcome.normalised, QByteArray("POST /a?b HTTP/1.1\r\nHost: h:1\r\nA: 1\r\n\r\n"));
}

void TestFramingGuard::theAuthorityOfAnAbsoluteTargetReplacesHost()
{
    const Outcome outcome = outcomeOf({"GET http://evil:80?x HTTP/1.1\r\nHost: localhost\r\n\r\n"});
    QCOMPARE(outcome.normalised, QByteArray("GET /?x HTTP/1.1\r\nHost: evil:80\r\n\r\n"));
}

void TestFramingGuard::anAnnouncedBodyCostsNothingBeforeItComes()
{
    FramingGuard guard(headLimit, 1'000'000'000);
    const QByteArray head = get("Content-Length: 1000000000\r\n");
    QCOMPARE(guard.feed(head).event, FramingGuard::Event::HeadComplete);
    QCOMPARE(guard.feed("x").event, FramingGuard::Event::NeedMore);
    QVERIFY(guard.body().capacity() <= 128 * 1024);
}

} // namespace nexus

QTEST_APPLESS_MAIN(nexus::TestFramingGuard)
#include "tst_framingguard.moc"

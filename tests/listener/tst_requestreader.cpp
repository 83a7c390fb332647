// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/framingguard.h"
#include "listener/requestreader.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

namespace nexus {

namespace {

RequestHead headOf(const QByteArray &bytes)
{
    FramingGuard guard(64 * 1024, 1000);
    const auto step = guard.feed(bytes);
    return step.event == FramingGuard::Event::HeadComplete ? guard.head() : RequestHead();
}

QtMessageHandler originalHandler = nullptr;

void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    originalHandler(type, context, text);
    if (type == QtWarningMsg) {
        QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    }
}

} // namespace

class TestRequestReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theTargetStaysAsTheClientSentIt_data();
    void theTargetStaysAsTheClientSentIt();
    void fieldsKeepOrderAndRepetition();
    void aMethodQtDoesNotKnowIsCarried();
    void oneReaderReadsManyHeads();
    void aDisagreementIsReportedAndSurvived();
    void anUpgradeDoesNotReachQt();
    void whatConnectionNamesIsKnown();
    void onlyHarmlessRequestIdsAreRepeated();
    void madeIdsHaveTheirShape();
};

void TestRequestReader::initTestCase()
{
    originalHandler = qInstallMessageHandler(failOnWarning);
}

void TestRequestReader::cleanupTestCase()
{
    qInstallMessageHandler(originalHandler);
}

void TestRequestReader::theTargetStaysAsTheClientSentIt_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("plain") << QByteArray("/v1/models") << QByteArray("/v1/models") << QByteArray();
    QTest::newRow("query") << QByteArray("/a?b=c&d") << QByteArray("/a") << QByteArray("b=c&d");
    QTest::newRow("encoded") << QByteArray("/%7e%2F%20?%41") << QByteArray("/%7e%2F%20") << QByteArray("%41");
    QTest::newRow("brokenEncoding") << QByteArray("/%zz%") << QByteArray("/%zz%") << QByteArray();
    QTest::newRow("twoSlashes") << QByteArray("//evil/x") << QByteArray("//evil/x") << QByteArray();
    QTest::newRow("dots") << QByteArray("/a/../b/.") << QByteArray("/a/../b/.") << QByteArray();
    QTest::newRow("oddCharacters") << QByteArray("/{|}^`\"<>") << QByteArray("/{|}^`\"<>") << QByteArray();
    QTest::newRow("twoMarks") << QByteArray("/?a?b") << QByteArray("/") << QByteArray("a?b");
}

void TestRequestReader::theTargetStaysAsTheClientSentIt()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, query);
    RequestReader reader;
    const auto request = reader.read(headOf("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(request);
    QCOMPARE(request->path, path);
    QCOMPARE(request->query, query);
}

void TestRequestReader::fieldsKeepOrderAndRepetition()
{
    RequestReader reader;
    const auto request = reader.read(
        headOf("GET / HTTP/1.1\r\nB: 1\r\nHost: a\r\nA: 2\r\nb: 3\r\nC:\r\nD: x\ty  z\r\nA: \xe9\r\n\r\n"));
    QVERIFY(request);
    QByteArrayList seen;
    for (const auto &[name, value] : request->headers) {
        seen.append(name.toLower() + '=' + value);
    }
    const QByteArrayList expected {"host=a", "b=1", "a=2", "b=3", "c=", "d=x\ty  z", "a=\xe9"};
    QCOMPARE(seen, expected);
}

void TestRequestReader::aMethodQtDoesNotKnowIsCarried()
{
    RequestReader reader;
    const auto request = reader.read(headOf("PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(request);
    QCOMPARE(request->method, QByteArray("PROPFIND"));
}

void TestRequestReader::oneReaderReadsManyHeads()
{
    RequestReader reader;
    const QByteArray large(50'000, 'x');
    for (int i = 0; i < 50; ++i) {
        const QByteArray value = i % 10 == 9 ? large : QByteArray::number(i);
        const auto request = reader.read(
            headOf("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: a\r\nA: " + value + "\r\n\r\n"));
        QVERIFY(request);
        QCOMPARE(request->path, "/" + QByteArray::number(i));
        QCOMPARE(request->headers.value("a"), value);
        QCOMPARE(request->headers.size(), std::size_t(2));
        if (i % 3 == 0) {
            // What Qt put off until the event loop runs must not disturb the next head.
            QCoreApplication::processEvents();
        }
    }
}

void TestRequestReader::aDisagreementIsReportedAndSurvived()
{
    RequestReader reader;
    RequestHead cut = headOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    cut.normalised.chop(2);
    QVERIFY(!reader.read(cut));
    RequestHead doubled = headOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    doubled.normalised += doubled.normalised;
    QVERIFY(!reader.read(doubled));
    RequestHead nonsense = doubled;
    nonsense.normalised = "nonsense\r\n\r\n";
    QVERIFY(!reader.read(nonsense));
    const auto request = reader.read(headOf("GET /after HTTP/1.1\r\nHost: a\r\n\r\n"));
    QVERIFY(request);
    QCOMPARE(request->path, QByteArray("/after"));
    QCoreApplication::processEvents();
    QVERIFY(reader.read(headOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n")));
}

void TestRequestReader::anUpgradeDoesNotReachQt()
{
    RequestReader reader;
    const auto request = reader.read(headOf("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\n"
                                            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n"));
    QVERIFY(request);
    QVERIFY(!request->headers.contains("upgrade"));
}

void TestRequestReader::whatConnectionNamesIsKnown()
{
    RequestReader reader;
    const auto plain = reader.read(headOf("GET / HTTP/1.1\r\nHost: a\r\nConnection: Keep-Alive\r\n\r\n"));
    QVERIFY(plain && !plain->headers.contains("connection"));
    const auto named = reader.read(headOf("GET / HTTP/1.1\r\nHost: a\r\nConnection: close, X-Hop\r\n"
                                          "X-Hop: 1\r\nconnection: x-other\r\n\r\n"));
    QVERIFY(named);
    QCOMPARE(named->headers.value("Connection"), QByteArray("close, X-Hop, x-other"));
    QCOMPARE(named->headers.value("X-Hop"), QByteArray("1"));
}

void TestRequestReader::onlyHarmlessRequestIdsAreRepeated()
{
    const auto usable = [](const QByteArray &id) { return usableRequestId({{"X-Request-Id", id}}); };
    QCOMPARE(usable("abc-123"), QByteArray("abc-123"));
    QCOMPARE(usable(QByteArray(128, 'a')), QByteArray(128, 'a'));
    for (const QByteArray &id : {QByteArray(), QByteArray(129, 'a'), QByteArray("a b"), QByteArray("a\"b"),
             QByteArray("a'b"), QByteArray("a\\b"), QByteArray("a\xe9")}) {
        QCOMPARE(usable(id), QByteArray());
    }
}

void TestRequestReader::madeIdsHaveTheirShape()
{
    QCOMPARE(madeRequestId(0x0123456789abcdefULL, 0xfedcba98U), QByteArray("req_0123456789abcdeffedcba98"));
}

} // namespace nexus

QTEST_GUILESS_MAIN(nexus::TestRequestReader)
#include "tst_requestreader.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesink.h"
#include "pipeline/recalledanswer.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

CachedAnswer answerOf(std::vector<QByteArray> pieces, bool isStream)
{
    CachedAnswer answer;
    answer.head.headers.add("Content-Type", isStream ? "text/event-stream" : "application/json");
    answer.head.headers.add("x-from", "provider");
    answer.head.provider = QStringLiteral("a");
    answer.head.model = "m";
    answer.pieces = std::move(pieces);
    answer.isStream = isStream;
    return answer;
}

} // namespace

class RecalledAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersOfTheAnswerAndOfTheRequest();
    void anAnswerUnderWayHasNoAge();
    void aStreamHasOneTypeAndIsNotBuffered();
    void onlyLongStreamsWait();
    void aWholeAnswerGoesAsItIs();
    void aStreamStaysAStream();
    void anEmptyStreamEndsToo();
};

void RecalledAnswerTest::headersOfTheAnswerAndOfTheRequest()
{
    const CachedAnswer answer = answerOf({"{}"}, false);
    const HeaderList expected {{"Content-Type", "application/json"}, {"x-from", "provider"},
        {"x-nexus-provider", "a"}, {"x-nexus-model", "m"}, {"x-nexus-attempts", "0"},
        {"x-nexus-cache", "hit"}, {"Age", "7"}};
    QCOMPARE(
        recalledHeaders(answer.head, {.dialect = Dialect::OpenAi, .requestId = "r", .age = 7s}), expected);
    HeaderList anthropic = expected;
    anthropic.add("request-id", "r");
    QCOMPARE(recalledHeaders(answer.head, {.dialect = Dialect::Anthropic, .requestId = "r", .age = 7s}),
        anthropic);
}

void RecalledAnswerTest::anAnswerUnderWayHasNoAge()
{
    QVERIFY(!recalledHeaders(answerOf({}, true).head, {}).contains("age"));
}

void RecalledAnswerTest::aStreamHasOneTypeAndIsNotBuffered()
{
    const ResponseHead head = recalledStreamHead(answerOf({}, true).head.headers);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers,
        (HeaderList {{"x-from", "provider"}, {"Content-Type", "text/event-stream; charset=utf-8"},
            {"Cache-Control", "no-cache"}, {"X-Accel-Buffering", "no"}}));
}

void RecalledAnswerTest::onlyLongStreamsWait()
{
    const QByteArray half(longestAtOnce / 2, 'x');
    QVERIFY(fitsAtOnce(answerOf({half, half}, true)));
    QVERIFY(!fitsAtOnce(answerOf({half, half, "x"}, true)));
    QVERIFY(fitsAtOnce(answerOf({half, half, "x"}, false)));
}

void RecalledAnswerTest::aWholeAnswerGoesAsItIs()
{
    FakeSink sink;
    const CachedAnswer answer = answerOf({R"({"a":1})"}, false);
    QCOMPARE(sendAtOnce(answer, {}, sink), 7);
    QCOMPARE(sink.calls, QByteArrayList({R"(send 200 {"a":1})"}));
}

void RecalledAnswerTest::aStreamStaysAStream()
{
    FakeSink sink;
    QCOMPARE(sendAtOnce(answerOf({"data: 1\n\n", "data: 2\n\n"}, true), {}, sink), 18);
    QCOMPARE(sink.calls, QByteArrayList({"begin 200", "write data: 1\n\ndata: 2\n\n", "finish"}));
}

void RecalledAnswerTest::anEmptyStreamEndsToo()
{
    FakeSink sink;
    QCOMPARE(sendAtOnce(answerOf({}, true), {}, sink), 0);
    QCOMPARE(sink.calls, QByteArrayList({"begin 200", "finish"}));
}

QTEST_GUILESS_MAIN(RecalledAnswerTest)
#include "tst_recalledanswer.moc"

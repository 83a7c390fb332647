// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakesink.h"
#include "pipeline/tapsink.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace nexus;
using std::chrono::steady_clock;

namespace {

class FakeTicket final : public LiveTicket {
public:
    [[nodiscard]] quint64 number() const override { return 1; }
    void describe(const RequestRecord & /*record*/) override { }
    [[nodiscard]] LiveCounters &counters() override { return m_counters; }

private:
    LiveCounters m_counters;
};

TapSink::Options options(qint64 kept, bool isCounting = true)
{
    TapSink::Options options {.received = steady_clock::now(), .tokens = {}, .kept = kept};
    if (isCounting) {
        options.tokens.emplace(Operation::Chat, Dialect::OpenAi);
    }
    return options;
}

QByteArray eventOf(const QByteArray &text)
{
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}

} // namespace

class TapSinkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClientHearsEverything();
    void signalsPass();
    void aClientThatIsGoneHearsNothing();
    void countersFollowTheStream();
    void errorsAndCommentsAreNoAnswer();
    void aWholeAnswerIsShared();
    void theAnswerIsKeptUpToTheLimit_data();
    void theAnswerIsKeptUpToTheLimit();
    void nothingIsKeptUnasked();
    void costOfAWrite_data();
    void costOfAWrite();
};

void TapSinkTest::theClientHearsEverything()
{
    FakeSink client;
    TapSink tap(client, options(100));
    tap.addHeaders({{"x-a", "b"}});
    tap.send({.status = 201, .headers = {}}, "body");
    tap.begin({.status = 200, .headers = {}});
    tap.write("a");
    tap.writeComment("c");
    tap.finish();
    tap.finishFailed("words");
    tap.cut();
    QCOMPARE(client.calls,
        (QByteArrayList {"headers x-a", "send 201 body", "begin 200", "write a", "comment c", "finish",
            "failed words", "cut"}));
    client.waiting = 7;
    QCOMPARE(tap.backlog(), 7);
}

void TapSinkTest::signalsPass()
{
    FakeSink client;
    TapSink tap(client, options(0));
    QSignalSpy drained(&tap, &ResponseSink::drained);
    QSignalSpy gone(&tap, &ResponseSink::clientGone);
    Q_EMIT client.drained();
    Q_EMIT client.clientGone();
    QCOMPARE(drained.count(), 1);
    QCOMPARE(gone.count(), 1);
}

void TapSinkTest::aClientThatIsGoneHearsNothing()
{
    std::optional<FakeSink> client(std::in_place);
    TapSink tap(*client, options(100));
    client.reset();
    tap.addHeaders({{"x-a", "b"}});
    tap.begin({});
    tap.write(eventOf("Hello"));
    tap.writeComment("c");
    tap.finish();
    tap.finishFailed({});
    tap.cut();
    tap.send({}, {});
    QCOMPARE(tap.backlog(), 0);
    QCOMPARE(tap.streamEstimate().output, 2);
}

void TapSinkTest::countersFollowTheStream()
{
    FakeSink client;
    FakeTicket ticket;
    const LiveCounters &counters = ticket.counters();
    TapSink tap(client, options(0));
    tap.setTicket(ticket);
    tap.begin({.status = 200, .headers = {}});
    QCOMPARE(counters.status.load(), 200);
    QCOMPARE(counters.firstByte.load(), 0);
    tap.write(eventOf("Hello"));
    const qint64 first = counters.firstByte;
    QVERIFY(first > 0);
    QCOMPARE(counters.bytesOut.load(), eventOf("Hello").size());
    QCOMPARE(counters.outputTokens.load(), 2);
    tap.write(eventOf(" there"));
    QCOMPARE(counters.firstByte.load(), first);
    QCOMPARE(counters.outputTokens.load(), 3);
}

void TapSinkTest::errorsAndCommentsAreNoAnswer()
{
    FakeSink client;
    TapSink refused(client, options(0));
    refused.send({.status = 502, .headers = {}}, "an error");
    QVERIFY(!refused.hasAnswer());
    QVERIFY(refused.wholeAnswer().isEmpty());
    TapSink silent(client, options(0));
    silent.begin({.status = 200, .headers = {}});
    silent.writeComment(": keep-alive\n\n");
    silent.finishFailed(eventOf("an error"));
    QVERIFY(!silent.hasAnswer());
    QCOMPARE(silent.streamEstimate(), AnswerEstimate());
    silent.write(eventOf("x"));
    QVERIFY(silent.hasAnswer());
}

void TapSinkTest::aWholeAnswerIsShared()
{
    FakeSink client;
    const QByteArray body(1000, 'x');
    TapSink tap(client, options(1000));
    tap.send({.status = 200, .headers = {}}, body);
    QVERIFY(tap.hasAnswer());
    QCOMPARE(tap.wholeAnswer().constData(), body.constData());
    QCOMPARE(tap.keptAnswer().constData(), body.constData());
}

void TapSinkTest::theAnswerIsKeptUpToTheLimit_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("all fits") << qint64(9) << QByteArray("onetwoend") << false;
    QTest::newRow("one byte less") << qint64(8) << QByteArray("onetwoen") << true;
    QTest::newRow("the first piece") << qint64(3) << QByteArray("one") << true;
    QTest::newRow("a part of it") << qint64(1) << QByteArray("o") << true;
}

void TapSinkTest::theAnswerIsKeptUpToTheLimit()
{
    QFETCH(const qint64, limit);
    QFETCH(const QByteArray, kept);
    QFETCH(const bool, isCut);
    FakeSink client;
    TapSink tap(client, options(limit));
    tap.begin({.status = 200, .headers = {}});
    tap.write("one");
    tap.writeComment(": no part of it");
    tap.write("two");
    tap.finishFailed("end");
    QCOMPARE(tap.keptAnswer(), kept);
    QCOMPARE(tap.isKeptCut(), isCut);
}

void TapSinkTest::nothingIsKeptUnasked()
{
    FakeSink client;
    TapSink tap(client, options(0, false));
    tap.write("one");
    tap.send({.status = 200, .headers = {}}, "two");
    QVERIFY(tap.keptAnswer().isEmpty());
    QVERIFY(!tap.isKeptCut());
    QVERIFY(tap.wholeAnswer().isEmpty());
    QCOMPARE(tap.streamEstimate(), AnswerEstimate());
}

void TapSinkTest::costOfAWrite_data()
{
    QTest::addColumn<bool>("isTapped");
    QTest::newRow("without") << false;
    QTest::newRow("with") << true;
}

void TapSinkTest::costOfAWrite()
{
    // Takes what it is given, and does nothing.
    class NoSink final : public ResponseSink {
    public:
        void send(const ResponseHead & /*head*/, const QByteArray & /*body*/) override { }
        void begin(const ResponseHead & /*head*/) override { }
        void write(const QByteArray &bytes) override { taken += bytes.size(); }
        void finish() override { }
        void cut() override { }
        [[nodiscard]] qint64 backlog() const override { return 0; }
        qint64 taken = 0;
    };
    QFETCH(const bool, isTapped);
    NoSink client;
    FakeTicket ticket;
    TapSink tap(client, options(0));
    tap.setTicket(ticket);
    ResponseSink &sink = isTapped ? static_cast<ResponseSink &>(tap) : client;
    const QByteArray bytes
        = R"(data: {"id":"chatcmpl-1","object":"chat.completion.chunk","model":"some-model","choices":[{"index":0,"delta":{"content":" there"},"logprobs":null,"finish_reason":null}]})"
          "\n\n";
    QBENCHMARK
    {
        for (int i = 0; i < 1000; ++i) {
            sink.write(bytes);
        }
    }
    QVERIFY(client.taken > 0);
}

QTEST_GUILESS_MAIN(TapSinkTest)
#include "tst_tapsink.moc"

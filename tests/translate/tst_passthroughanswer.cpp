// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/passthrough.h"

#include <QTest>

using namespace nexus;

class PassThroughAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splicesAWholeAnswer();
    void refusesAnUnreadableAnswer_data();
    void refusesAnUnreadableAnswer();
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void sendsEachEventAtOnce();
    void isNeverCompleteWhenCut_data();
    void isNeverCompleteWhenCut();
    void knowsACompleteStream_data();
    void knowsACompleteStream();
    void completesTheLastEvent_data();
    void completesTheLastEvent();
    void splicesDataOfSeveralLines();
    void leavesOtherEventsAlone_data();
    void leavesOtherEventsAlone();
    void withholdsDoneAfterAnError_data();
    void withholdsDoneAfterAnError();
    void aKeyQuotedInAnErrorEventIsTakenOut();
    void refusesMalformedEvents_data();
    void refusesMalformedEvents();
    void sendsGoodEventsBeforeAnError();
    void endsAtDone();
    void leavesAnUnsentErrorToItsCaller();
    void keepsSecretsOutOfTheReport();
};

namespace {

//! \brief All that came of one stream.
struct Outcome {
    QByteArray sent;
    std::optional<Error> error; // of chunk() or end()
    std::optional<Error> reported;

    bool operator==(const Outcome &) const = default;
};

Outcome run(const QList<QByteArray> &pieces, const QList<QByteArray> &secrets = {})
{
    PassThroughAnswer answer("my/model", secrets);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        const auto out = answer.chunk(piece);
        if (!out) {
            return {.sent = outcome.sent, .error = out.error(), .reported = answer.reportedError()};
        }
        outcome.sent.append(*out);
    }
    const auto rest = answer.end();
    if (rest) {
        outcome.sent.append(*rest);
    } else {
        outcome.error = rest.error();
    }
    outcome.reported = answer.reportedError();
    return outcome;
}

QByteArray content(const QByteArray &text, const QByteArray &reason = "null", const QByteArray &index = "0")
{
    return "data: "
           "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":17,\"model\":\"gpt-real\","
           "\"choices\":"
           "[{\"index\":"
        + index + ",\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":" + reason + "}]}\n\n";
}

QByteArray renamed(QByteArray stream)
{
    return stream.replace("\"gpt-real\"", "\"my/model\"");
}

// What a real one looks like, with traps: a finish reason inside the text, a model inside the text.
QByteArray sampleStream()
{
    return ": OPENROUTER PROCESSING\n\n" + content("\xE4\xBD\xA0\xE5\xA5\xBD \xF0\x9F\x98\x80")
        + "id: 4\nevent: message\nretry: 100\n" + content("\\\"finish_reason\\\":\\\"stop\\\"")
        + content("\\\"model\\\":\\\"gpt-x\\\" caf\xC3\xA9") + content("", "\"stop\"")
        + "data: {\"model\": \"gpt-real\" "
          ",\"choices\":[],\"usage\":{\"total_tokens\":12345678901234567890}}\n\n";
}

QByteArray done()
{
    return "data: [DONE]\n\n";
}

QByteArray withLineEnds(QByteArray text, const QByteArray &lineEnd)
{
    return text.replace("\n", lineEnd);
}

} // namespace

void PassThroughAnswerTest::splicesAWholeAnswer()
{
    PassThroughAnswer answer("my/model");
    QCOMPARE(*answer.whole(
                 "{\"id\":1,\n \"model\": \"gpt-4o-2024\",\"choices\":[{\"model\":\"x\"}],\"n\":1e999}\n"),
        QByteArray("{\"id\":1,\n \"model\": \"my/model\",\"choices\":[{\"model\":\"x\"}],\"n\":1e999}\n"));
    PassThroughAnswer quoted("a\"b");
    QCOMPARE(*quoted.whole(R"({"model":"x"})"), QByteArray(R"({"model":"a\"b"})"));
    PassThroughAnswer other("m");
    QCOMPARE(*other.whole(R"({"object":"list"})"), QByteArray(R"({"object":"list"})"));
}

void PassThroughAnswerTest::refusesAnUnreadableAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("page") << QByteArray("<!DOCTYPE html><html>") << QStringLiteral("web page");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("cut") << QByteArray(R"({"model":"x","choices":[)") << QStringLiteral("not a JSON object");
    QTest::newRow("array") << QByteArray("[1]") << QStringLiteral("not a JSON object");
}

void PassThroughAnswerTest::refusesAnUnreadableAnswer()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);
    PassThroughAnswer answer("m");
    const auto out = answer.whole(body);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY2(out.error().message.contains(part), qPrintable(out.error().message));
}

void PassThroughAnswerTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("LF") << sampleStream() + done();
    QTest::newRow("CRLF") << withLineEnds(sampleStream() + done(), "\r\n");
    QTest::newRow("CR") << withLineEnds(sampleStream() + done(), "\r");
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + sampleStream().sliced(sampleStream().indexOf("data"))
            + done();
    QTest::newRow("no blank line at the end") << sampleStream() + "data: [DONE]";
}

void PassThroughAnswerTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    const QByteArray expected = renamed(stream) + (stream.endsWith(']') ? "\n\n" : "");
    const Outcome whole = run({stream});
    QVERIFY(!whole.error);
    QCOMPARE(whole.sent, expected);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        QCOMPARE(run({stream.first(at), stream.sliced(at)}), whole);
    }
    QList<QByteArray> bytes;
    for (const char byte : stream) {
        bytes.append(QByteArray(1, byte));
    }
    QCOMPARE(run(bytes), whole);
}

void PassThroughAnswerTest::sendsEachEventAtOnce()
{
    PassThroughAnswer answer("my/model");
    for (int i = 0; i < 3; ++i) {
        const QByteArray event = content("x");
        QCOMPARE(*answer.chunk(event.chopped(1)), QByteArray());
        QCOMPARE(*answer.chunk("\n"), renamed(event));
    }
}

void PassThroughAnswerTest::isNeverCompleteWhenCut_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
    QTest::newRow("CR") << QByteArray("\r");
}

void PassThroughAnswerTest::isNeverCompleteWhenCut()
{
    QFETCH(const QByteArray, lineEnd);
    const QByteArray stream = withLineEnds(sampleStream() + done(), lineEnd);
    // The event that finishes is whole with its last brace, with or without its blank line.
    const qsizetype finished = stream.indexOf("\"stop\"}]}") + 9;
    for (qsizetype at = 0; at < finished; ++at) {
        const Outcome outcome = run({stream.first(at)});
        QVERIFY2(outcome.error, qPrintable(QString::number(at)));
        QCOMPARE(outcome.error->kind, ErrorKind::UpstreamInvalid);
        QVERIFY(!outcome.reported);
        QVERIFY(!outcome.sent.contains("[DONE]"));
        QVERIFY(renamed(stream).startsWith(outcome.sent));
    }
    // Behind it only a cut within an event is a cut.
    const qsizetype usage = stream.indexOf("data: {\"model\"", finished);
    QVERIFY(!run({stream.first(finished)}).error);
    QVERIFY(!run({stream.first(usage)}).error);
    QVERIFY(run({stream.first(usage + 20)}).error);
    QVERIFY(run({stream.first(stream.indexOf("[DONE]") + 3)}).error);
    QVERIFY(!run({stream.first(stream.indexOf("[DONE]") + 6)}).error);
}

void PassThroughAnswerTest::knowsACompleteStream_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("comments") << QByteArray(": ping\n\n: ping\n\n") << false;
    QTest::newRow("only done") << done() << true;
    QTest::newRow("done without space") << QByteArray("data:[DONE]\n\n") << true;
    QTest::newRow("finish reason") << content("x", "\"length\"") << true;
    QTest::newRow("spaced") << QByteArray("data: {\"choices\" : [ { \"finish_reason\" : \"stop\" } ] }\n\n")
                            << true;
    QTest::newRow("null reason") << content("x") << false;
    QTest::newRow("reason in text") << content("\\\"finish_reason\\\":\\\"stop\\\"}]}") << false;
    QTest::newRow("reason outside") << QByteArray("data: {\"finish_reason\":\"stop\",\"choices\":[{}]}\n\n")
                                    << false;
    QTest::newRow("reason deeper") << QByteArray(
        "data: {\"choices\":[{\"delta\":{\"finish_reason\":\"stop\"}}]}\n\n")
                                   << false;
    QTest::newRow("one of two choices") << content("x", "null", "1") + content("x", "\"stop\"") << false;
    QTest::newRow("both choices") << content("x", "null", "1") + content("x", "\"stop\"")
            + content("", "\"stop\"", "1")
                                  << true;
    QTest::newRow("text completion") << QByteArray(
        "data: {\"object\":\"text_completion\",\"choices\":[{\"text\":\"a\",\"index\":0,\"logprobs\":null,"
        "\"finish_reason\":\"stop\"}],\"model\":\"x\"}\n\n")
                                     << true;
}

void PassThroughAnswerTest::knowsACompleteStream()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const bool, isComplete);
    QCOMPARE(!run({stream}).error, isComplete);
}

void PassThroughAnswerTest::completesTheLastEvent_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("sent"); // empty when the stream is a cut one
    QTest::newRow("no line end") << QByteArray("data: [DONE]") << QByteArray("data: [DONE]\n\n");
    QTest::newRow("LF") << QByteArray("data: [DONE]\n") << QByteArray("data: [DONE]\n\n");
    QTest::newRow("CRLF") << QByteArray("data: [DONE]\r\n") << QByteArray("data: [DONE]\r\n\r\n");
    QTest::newRow("CR") << QByteArray("data: [DONE]\r") << QByteArray("data: [DONE]\r\r");
    QTest::newRow("JSON") << QByteArray("data: {\"model\":\"a\"}")
                          << QByteArray("data: {\"model\":\"my/model\"}\n\n");
    QTest::newRow("comment") << QByteArray(": bye") << QByteArray(": bye\n\n");
    QTest::newRow("half JSON") << QByteArray("data: {\"model\":") << QByteArray();
    QTest::newRow("half name") << QByteArray("dat") << QByteArray();
    QTest::newRow("event only") << QByteArray("event: message\n") << QByteArray();
    QTest::newRow("half done") << QByteArray("data: [DO") << QByteArray();
}

void PassThroughAnswerTest::completesTheLastEvent()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, sent);
    const QByteArray before = content("x", "\"stop\"");
    const Outcome outcome = run({before + rest});
    QCOMPARE(outcome.error.has_value(), sent.isEmpty());
    QCOMPARE(outcome.sent, renamed(before) + sent);
}

void PassThroughAnswerTest::splicesDataOfSeveralLines()
{
    const QByteArray stream
        = "data: {\"id\":1,\r\nid: 9\ndata:  \"model\"\ndata::\r: between\ndata: \"gpt\"\ndata:,\"n\":2}"
          "\n\n";
    QCOMPARE(run({stream + done()}).sent,
        QByteArray("data: {\"id\":1,\r\nid: 9\ndata:  \"model\"\ndata::\r: between\ndata: "
                   "\"my/model\"\ndata:,\"n\":2}\n\n")
            + done());
    // A value that spans lines takes their breaks along.
    QCOMPARE(run({"data: {\"model\":[\ndata: 1]\ndata: }\n\n" + done()}).sent,
        "data: {\"model\":\"my/model\"\ndata: }\n\n" + done());
}

void PassThroughAnswerTest::leavesOtherEventsAlone_data()
{
    QTest::addColumn<QByteArray>("event");
    for (const char *event : {": comment\n\n", "id: 3\nretry: 5\n\n", "data:\n\n", "data: \n\n", "\n",
             "unknown: x\n\n", "data: {\"choices\":[],\"x\":{\"model\":\"y\"}}\n\n",
             "event: ping\ndata: {\"type\": \"ping\"}\n\n",
             "data: {\"error\":null,\"big\":12345678901234567890}\n\n"}) {
        QTest::newRow(event) << QByteArray(event);
    }
}

void PassThroughAnswerTest::leavesOtherEventsAlone()
{
    QFETCH(const QByteArray, event);
    const Outcome outcome = run({event + done()});
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.sent, event + done());
}

void PassThroughAnswerTest::withholdsDoneAfterAnError_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("message");
    QTest::newRow("object") << QByteArray(
        "data: {\"error\":{\"message\":\"Overloaded\",\"code\":502},\"model\":\"x\"}\n\n")
                            << QStringLiteral("Overloaded");
    QTest::newRow("text") << QByteArray("data: {\"error\":\"no memory\"}\n\n") << QStringLiteral("no memory");
    QTest::newRow("named") << QByteArray("event: error\ndata: {\"message\":\"gone\"}\n\n")
                           << QStringLiteral("gone");
    QTest::newRow("named, no JSON") << QByteArray("event: error\ndata: boom\n\n")
                                    << QStringLiteral("The provider reported an error inside its stream.");
}

void PassThroughAnswerTest::withholdsDoneAfterAnError()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QString, message);
    const QByteArray before = content("x", "\"stop\"");
    const Outcome outcome = run({before + event + done()});
    QCOMPARE(outcome.sent, renamed(before) + event);
    QVERIFY(outcome.error);
    QVERIFY(outcome.reported);
    QCOMPARE(*outcome.error, *outcome.reported);
    QCOMPARE(outcome.reported->message, message);
    QCOMPARE(outcome.reported->kind, ErrorKind::UpstreamFailed);
}

void PassThroughAnswerTest::aKeyQuotedInAnErrorEventIsTakenOut()
{
    PassThroughAnswer answer("m", {"my-own-key"});
    const auto out = answer.chunk("data: {\"error\":{\"message\":\"bad key my-own-key!\"}}\n\n");
    QVERIFY(out);
    QCOMPARE(*out, QByteArray("data: {\"error\":{\"message\":\"bad key [redacted]!\"}}\n\n"));
}

void PassThroughAnswerTest::refusesMalformedEvents_data()
{
    QTest::addColumn<QByteArray>("event");
    for (const char *event : {"data: {\"model\":\"x\"\n\n", "data: hello\n\n", "data: [1]\n\n",
             "data: [DONE] x\n\n", "data: {}{}\n\n", "data: {\"a\":\"\xFF\"}\n\n", "data: <html>\n\n"}) {
        QTest::newRow(event) << QByteArray(event);
    }
}

void PassThroughAnswerTest::refusesMalformedEvents()
{
    QFETCH(const QByteArray, event);
    PassThroughAnswer answer("m");
    const auto out = answer.chunk(event);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!answer.reportedError());
    QVERIFY(!answer.end());
}

void PassThroughAnswerTest::sendsGoodEventsBeforeAnError()
{
    PassThroughAnswer answer("my/model");
    const auto out = answer.chunk(content("x") + "data: {broken\n\n" + done());
    QVERIFY(out);
    QCOMPARE(*out, renamed(content("x")));
    QVERIFY(!answer.chunk(done()));
    QVERIFY(!answer.end());
}

void PassThroughAnswerTest::endsAtDone()
{
    for (const QByteArray &behind : {content("more"), QByteArray("data: {broken\n\n"),
             QByteArray("data: {cut"), QByteArray("data: {\"error\":\"late\"}\n\n")}) {
        const Outcome outcome = run({content("x", "\"stop\"") + done() + behind});
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.sent, renamed(content("x", "\"stop\"")) + done());
    }
}

void PassThroughAnswerTest::leavesAnUnsentErrorToItsCaller()
{
    const Outcome outcome = run({content("x", "\"stop\"") + "data: {\"error\":{\"message\":\"late\"}}"});
    QCOMPARE(outcome.sent, renamed(content("x", "\"stop\"")));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->message, QStringLiteral("late"));
    QVERIFY(!outcome.reported);
}

void PassThroughAnswerTest::keepsSecretsOutOfTheReport()
{
    const Outcome outcome = run({"data: {\"error\":{\"message\":\"bad key hunter2\"}}\n\n"}, {"hunter2"});
    QCOMPARE(outcome.reported->message, QStringLiteral("bad key [redacted]"));
}

QTEST_APPLESS_MAIN(PassThroughAnswerTest)
#include "tst_passthroughanswer.moc"

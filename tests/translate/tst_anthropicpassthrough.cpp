// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/anthropicpassthrough.h"

#include <QTest>

using namespace nexus;

class AnthropicPassThroughTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splicesAWholeAnswer();
    void refusesAnUnreadableAnswer();
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void isNeverCompleteWhenCut();
    void mergesTheUsage();
    void passesErrorsOn();
    void leavesOtherModelsAlone_data();
    void leavesOtherModelsAlone();
    void endsAtMessageStop();
    void refusesWhatIsNoJson();
    void doesNotEndWithTheWordOfAnotherDialect();
};

namespace {

struct Outcome {
    QByteArray sent;
    std::optional<Error> error;
    std::optional<Error> reported;
    std::optional<TokenUsage> usage;

    bool operator==(const Outcome &) const = default;
};

Outcome run(const QList<QByteArray> &pieces)
{
    AnthropicPassThrough answer("my/claude", {"my-own-key"});
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        const auto out = answer.chunk(piece);
        outcome.sent += out.value_or(QByteArray());
    }
    const auto rest = answer.end();
    outcome.sent += rest.value_or(QByteArray());
    outcome.error = rest ? std::nullopt : std::optional(rest.error());
    outcome.reported = answer.reportedError();
    outcome.usage = answer.usage();
    return outcome;
}

QByteArray named(const QByteArray &name, const QByteArray &data)
{
    return "event: " + name + "\ndata: " + data + "\n\n";
}

const QByteArray stop = named("message_stop", R"({"type":"message_stop"})");

// As the documentation shows it, with a model and an end inside the text.
QByteArray sampleStream()
{
    return named("message_start",
               R"({"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model": "claude-real","stop_reason":null,"usage":{"input_tokens":25,"cache_creation_input_tokens":7,"cache_read_input_tokens":100,"output_tokens":1}}})")
        + named("content_block_start",
            R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})")
        + named("ping", R"({"type": "ping"})")
        + named("content_block_delta",
            R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\"model\":\"x\" message_stop )"
            "\xE4\xBD\xA0"
            R"("}})")
        + named("content_block_stop", R"({"type":"content_block_stop","index":0})")
        + named("message_delta",
            R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":15}})")
        + stop;
}

QByteArray renamed(QByteArray text)
{
    return text.replace("\"claude-real\"", "\"my/claude\"");
}

const TokenUsage known {.input = 132, .cacheRead = 100, .cacheWrite = 7, .output = 15};

} // namespace

void AnthropicPassThroughTest::splicesAWholeAnswer()
{
    AnthropicPassThrough answer("my/claude");
    const QByteArray body
        = R"({"id":"msg_1", "model":"claude-real","content":[{"model":"x"}],"usage":{"input_tokens":5,"cache_read_input_tokens":null,"output_tokens":2,"n":1e999}})";
    QCOMPARE(*answer.whole(body), renamed(body));
    const TokenUsage expected {.input = 5, .output = 2};
    QVERIFY(answer.usage() == expected);
}

void AnthropicPassThroughTest::refusesAnUnreadableAnswer()
{
    AnthropicPassThrough answer("m");
    const auto out = answer.whole("<html>");
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!answer.usage());
}

void AnthropicPassThroughTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("LF") << sampleStream();
    QTest::newRow("CRLF") << sampleStream().replace("\n", "\r\n");
    QTest::newRow("CR") << sampleStream().replace("\n", "\r");
    QTest::newRow("no blank line at the end") << sampleStream().chopped(1);
}

void AnthropicPassThroughTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    const Outcome whole = run({stream});
    QVERIFY(!whole.error);
    QCOMPARE(whole.sent, renamed(stream) + (stream.endsWith("}\n") ? "\n" : ""));
    QVERIFY(whole.usage == known);
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        QVERIFY(run({stream.first(at), stream.sliced(at)}) == whole);
    }
    QList<QByteArray> bytes;
    for (const char byte : stream) {
        bytes.append(QByteArray(1, byte));
    }
    QVERIFY(run(bytes) == whole);
}

void AnthropicPassThroughTest::isNeverCompleteWhenCut()
{
    const QByteArray stream = sampleStream();
    const qsizetype whole = stream.trimmed().size();
    for (qsizetype at = 0; at < whole; ++at) {
        const Outcome outcome = run({stream.first(at)});
        QVERIFY2(outcome.error, qPrintable(QString::number(at)));
        QCOMPARE(outcome.error->kind, ErrorKind::UpstreamInvalid);
        QVERIFY(!outcome.reported);
        QVERIFY(renamed(stream).startsWith(outcome.sent));
    }
    QVERIFY(!run({stream.first(whole)}).error);
}

void AnthropicPassThroughTest::mergesTheUsage()
{
    const QByteArray begin = named("message_start",
        R"({"type":"message_start","message":{"usage":{"input_tokens":5,"output_tokens":1}}})");
    const auto usageAfter = [&](const QByteArray &usage) {
        return run(
            {begin + named("message_delta", R"({"type":"message_delta","usage":)" + usage + "}") + stop})
            .usage;
    };
    const TokenUsage all {.input = 10, .cacheRead = 2, .cacheWrite = 1, .output = 9};
    QVERIFY(
        usageAfter(
            R"({"input_tokens":7,"cache_read_input_tokens":2,"cache_creation_input_tokens":1,"output_tokens":9})")
        == all);
    const TokenUsage some {.input = 5, .output = 9};
    QVERIFY(usageAfter(R"({"output_tokens":9,"input_tokens":null})") == some);
    const TokenUsage first {.input = 5, .output = 1};
    QVERIFY(usageAfter("null") == first);
    QVERIFY(usageAfter(R"({"output_tokens":"many","input_tokens":-3})") == first);
    QVERIFY(!run({stop}).usage);
}

void AnthropicPassThroughTest::passesErrorsOn()
{
    const QByteArray error = named(
        "error", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded my-own-key"}})");
    const qsizetype half = sampleStream().indexOf("event: content_block_stop");
    const Outcome outcome = run({sampleStream().first(half) + error + stop});
    QCOMPARE(outcome.sent,
        renamed(sampleStream().first(half)) + QByteArray(error).replace("my-own-key", "[redacted]"));
    QVERIFY(outcome.error);
    QCOMPARE(outcome.reported->kind, ErrorKind::UpstreamFailed);
    QCOMPARE(outcome.reported->message, QStringLiteral("Overloaded [redacted]"));
}

void AnthropicPassThroughTest::leavesOtherModelsAlone_data()
{
    QTest::addColumn<QByteArray>("data");
    for (const char *data : {R"({"type":"ping","model":"a"})", R"({"type":"x","message":{"model":"a"}})",
             R"({"type":"message_start","message":"a"})",
             R"({"type":"message_start","message":{"content":[{"model":"a"}]}})",
             R"({"type":"future_event","n":1e999})"}) {
        QTest::newRow(data) << QByteArray(data);
    }
}

void AnthropicPassThroughTest::leavesOtherModelsAlone()
{
    QFETCH(const QByteArray, data);
    QCOMPARE(run({named("x", data) + stop}).sent, named("x", data) + stop);
}

void AnthropicPassThroughTest::endsAtMessageStop()
{
    AnthropicPassThrough answer("m");
    QVERIFY(answer.chunk(named("ping", R"({"type":"ping"})")));
    QVERIFY(!answer.isDone());
    QCOMPARE(*answer.chunk(stop + "data: {broken\n\n"), stop);
    QVERIFY(answer.isDone());
    QVERIFY(answer.end());
}

void AnthropicPassThroughTest::refusesWhatIsNoJson()
{
    const Outcome outcome = run({named("ping", R"({"type":"ping"})") + "data: {broken\n\n" + stop});
    QCOMPARE(outcome.sent, named("ping", R"({"type":"ping"})"));
    QCOMPARE(outcome.error->kind, ErrorKind::UpstreamInvalid);
}

void AnthropicPassThroughTest::doesNotEndWithTheWordOfAnotherDialect()
{
    const Outcome outcome = run({named("ping", R"({"type":"ping"})") + "data: [DONE]\n\n"});
    QVERIFY(outcome.error);
    QVERIFY(!outcome.sent.contains("[DONE]"));
    QVERIFY(!run({stop + "data: [DONE]\n\n"}).error);
}

QTEST_APPLESS_MAIN(AnthropicPassThroughTest)
#include "tst_anthropicpassthrough.moc"

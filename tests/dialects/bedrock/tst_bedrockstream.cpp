// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/bedrock.h"
#include "eventframes.h"

#include <QTest>

#include <random>

using namespace nexus;

class BedrockStreamTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsStreams_data();
    void readsStreams();
    void isTheSameAtEverySplit_data() { readsStreams_data(); }
    void isTheSameAtEverySplit();
    void isDoneWithTheMetadata();
    void isCompleteWhenClosedAfterMessageStop();
    void isCutBeforeMessageStop();
    void reportsExceptions_data();
    void reportsExceptions();
    void givesTheStepsBeforeAnException();
    void refusesNonsense_data();
    void refusesNonsense();
    void survivesMutatedPayloads();
};

namespace {

using Deltas = std::vector<ChatDelta>;

QByteArray frame(const QByteArray &type, const QByteArray &json)
{
    return eventframes::event(type, json);
}

const QByteArray start = frame("messageStart", R"({"p":"abcdefgh","role":"assistant"})");
const QByteArray metadata = frame("metadata",
    R"({"metrics":{"latencyMs":1275},"usage":{"inputTokens":125,"outputTokens":60,"totalTokens":185},"p":"a"})");
const ChatDelta usage = UsageKnown {{.input = 125, .output = 60}};

QByteArray delta(int index, const QByteArray &json)
{
    return frame("contentBlockDelta",
        "{\"contentBlockIndex\":" + QByteArray::number(index) + ",\"delta\":" + json + ",\"p\":\"abcd\"}");
}

QByteArray toolStart(int index, const QByteArray &id, const QByteArray &name)
{
    return frame("contentBlockStart",
        "{\"contentBlockIndex\":" + QByteArray::number(index) + ",\"start\":{\"toolUse\":{\"toolUseId\":\""
            + id + "\",\"name\":\"" + name + "\"}}}");
}

QByteArray stop(int index)
{
    return frame("contentBlockStop", "{\"contentBlockIndex\":" + QByteArray::number(index) + "}");
}

QByteArray messageStop(const QByteArray &reason)
{
    return frame("messageStop", "{\"stopReason\":\"" + reason + "\"}");
}

Deltas decoded(StreamDecoder &decoder, const QByteArray &bytes)
{
    auto deltas = decoder.decode(bytes);
    return deltas ? std::move(*deltas) : Deltas {UsageKnown {{.input = -1}}};
}

} // namespace

Q_DECLARE_METATYPE(std::vector<nexus::ChatDelta>)

void BedrockStreamTest::readsStreams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<Deltas>("expected");
    QTest::newRow("text without contentBlockStart")
        << start + delta(0, R"({"text":"Hel"})") + delta(0, R"({"text":""})")
            + delta(0, R"({"text":"l\u00f6"})") + stop(0) + messageStop("end_turn") + metadata
        << Deltas {AnswerBegun {}, TextGrew {.text = "Hel"}, TextGrew {.text = "l\xC3\xB6"},
               ChoiceFinished {}, usage};
    QTest::newRow("parallel calls are counted from 0 among the calls")
        << start + delta(0, R"({"text":"Let me look."})") + stop(0) + toolStart(1, "tooluse_a", "weather")
            + delta(1, R"({"toolUse":{"input":""}})") + delta(1, R"({"toolUse":{"input":"{\"city\":"}})")
            + delta(1, R"({"toolUse":{"input":" \"Oslo\"}"}})") + stop(1) + toolStart(2, "tooluse_b", "clock")
            + stop(2) + messageStop("tool_use") + metadata
        << Deltas {AnswerBegun {}, TextGrew {.text = "Let me look."},
               ToolCallBegun {.index = 0, .id = "tooluse_a", .name = "weather"},
               ArgumentsGrew {.index = 0, .text = "{\"city\":"},
               ArgumentsGrew {.index = 0, .text = " \"Oslo\"}"},
               ToolCallBegun {.index = 1, .id = "tooluse_b", .name = "clock"},
               ArgumentsGrew {.index = 1, .text = "{}"}, ChoiceFinished {.reason = FinishReason::ToolCalls},
               usage};
    QTest::newRow("thoughts are signed when their block ends")
        << start + delta(0, R"({"reasoningContent":{"text":"Hm."}})")
            + delta(0, R"({"reasoningContent":{"signature":"ab"}})")
            + delta(0, R"({"reasoningContent":{"signature":"cd=="}})") + stop(0) + delta(1, R"({"text":"4"})")
            + stop(1) + messageStop("end_turn") + metadata
        << Deltas {AnswerBegun {}, ReasoningGrew {.text = "Hm."}, ReasoningSigned {.signature = "abcd=="},
               TextGrew {.text = "4"}, ChoiceFinished {}, usage};
    QTest::newRow("encrypted thoughts")
        << start + delta(0, R"({"reasoningContent":{"redactedContent":"Zm9v"}})") + stop(0)
            + messageStop("end_turn") + metadata
        << Deltas {AnswerBegun {}, ReasoningSigned {.redacted = "Zm9v"}, ChoiceFinished {}, usage};
    QTest::newRow("json answer by a tool is text") << start + toolStart(0, "tooluse_j", "nexus_json_answer")
            + delta(0, R"({"toolUse":{"input":"{\"a\":"}})") + delta(0, R"({"toolUse":{"input":"1}"}})")
            + stop(0) + messageStop("tool_use") + metadata
                                                   << Deltas {AnswerBegun {}, TextGrew {.text = "{\"a\":"},
                                                          TextGrew {.text = "1}"}, ChoiceFinished {}, usage};
    QTest::newRow("cached tokens count as input")
        << start + messageStop("max_tokens")
            + frame("metadata",
                R"({"usage":{"inputTokens":3,"outputTokens":4,"cacheReadInputTokens":100,"cacheWriteInputTokens":20}})")
        << Deltas {AnswerBegun {}, ChoiceFinished {.reason = FinishReason::Length},
               UsageKnown {{.input = 123, .cacheRead = 100, .cacheWrite = 20, .output = 4}}};
    QTest::newRow("unknown events and blocks are passed over") << start + frame("somethingNew", "{}")
            + eventframes::message({}, "no event")
            + frame("contentBlockStart", R"({"contentBlockIndex":0,"start":{"image":{"format":"png"}}})")
            + delta(0, R"({"citation":{"title":"t"}})") + stop(0) + stop(7) + messageStop("new_reason")
            + metadata << Deltas {AnswerBegun {}, ChoiceFinished {}, usage};
    QTest::newRow("tools of the provider's own are passed over") << start
            + frame("contentBlockStart",
                R"({"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"s","name":"nova_grounding","type":"server_tool_use"}}})")
            + delta(0, R"({"toolUse":{"input":"{}"}})") + stop(0) + delta(1, R"({"text":"x"})")
            + messageStop("end_turn")
            + metadata << Deltas {AnswerBegun {}, TextGrew {.text = "x"}, ChoiceFinished {}, usage};
    QTest::newRow("metadata before messageStop")
        << metadata + messageStop("end_turn") + metadata << Deltas {AnswerBegun {}, usage, ChoiceFinished {}};
    QTest::newRow("nothing follows messageStop but metadata") << start + messageStop("end_turn")
            + delta(0, R"({"text":"x"})") + messageStop("max_tokens")
            + metadata << Deltas {AnswerBegun {}, ChoiceFinished {}, usage};
    QTest::newRow("the stop text met")
        << start
            + frame("messageStop",
                R"({"stopReason":"stop_sequence","additionalModelResponseFields":{"stop_sequence":"END"}})")
            + metadata
        << Deltas {AnswerBegun {},
               ChoiceFinished {.reason = FinishReason::StopSequence, .stopSequence = "END"}, usage};
}

void BedrockStreamTest::readsStreams()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const Deltas, expected);
    const auto decoder = bedrock::streamDecoder();
    const Deltas deltas = decoded(*decoder, stream);
    QCOMPARE(deltas.size(), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        QVERIFY2(deltas[index] == expected[index], QByteArray::number(qsizetype(index)).constData());
    }
    QVERIFY(decoder->isDone());
    QVERIFY(!decoder->reportedError());
    QVERIFY(decoder->end().value().empty());
}

void BedrockStreamTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const Deltas, expected);
    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        const auto decoder = bedrock::streamDecoder();
        Deltas deltas = decoded(*decoder, stream.first(cut));
        const Deltas rest = decoded(*decoder, stream.sliced(cut));
        deltas.insert(deltas.end(), rest.begin(), rest.end());
        QVERIFY2(deltas == expected, QByteArray::number(cut).constData());
    }
    const auto decoder = bedrock::streamDecoder();
    Deltas deltas;
    for (const char byte : stream) {
        const Deltas next = decoded(*decoder, QByteArray(1, byte));
        deltas.insert(deltas.end(), next.begin(), next.end());
    }
    QVERIFY(deltas == expected);
}

void BedrockStreamTest::isDoneWithTheMetadata()
{
    const auto decoder = bedrock::streamDecoder();
    decoded(*decoder, start + messageStop("end_turn"));
    QVERIFY(!decoder->isDone());
    QCOMPARE(decoded(*decoder, metadata + "what comes later does not matter").size(), std::size_t(1));
    QVERIFY(decoder->isDone());
    QVERIFY(decoded(*decoder, start).empty());
}

void BedrockStreamTest::isCompleteWhenClosedAfterMessageStop()
{
    const auto decoder = bedrock::streamDecoder();
    decoded(*decoder, start + messageStop("end_turn"));
    QVERIFY(decoder->end().has_value());
}

void BedrockStreamTest::isCutBeforeMessageStop()
{
    const QByteArray upToStop = start + delta(0, R"({"text":"Hel"})") + messageStop("end_turn");
    for (qsizetype cut = 0; cut < upToStop.size(); ++cut) {
        const auto decoder = bedrock::streamDecoder();
        QVERIFY(decoder->decode(upToStop.first(cut)));
        const auto ended = decoder->end();
        QVERIFY2(
            !ended && ended.error().kind == ErrorKind::UpstreamInvalid, QByteArray::number(cut).constData());
    }
    const auto decoder = bedrock::streamDecoder();
    QVERIFY(decoder->decode(upToStop + metadata.first(20)));
    QVERIFY(!decoder->end());
}

void BedrockStreamTest::reportsExceptions_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, int status, const char *type, const char *code) {
        QTest::newRow(name) << eventframes::exception(name, R"({"message":"m"})") << status
                            << QByteArray(type) << QByteArray(code) << QByteArray("m");
    };
    row("throttlingException", 429, "rate_limit_error", "ThrottlingException");
    row("modelStreamErrorException", 502, "api_error", "ModelStreamErrorException");
    row("internalServerException", 500, "api_error", "InternalServerException");
    row("serviceUnavailableException", 503, "overloaded_error", "ServiceUnavailableException");
    row("validationException", 400, "invalid_request_error", "ValidationException");
    row("newException", 502, "", "NewException");
    QTest::newRow("message of the model")
        << eventframes::exception(
               "modelStreamErrorException", R"({"originalStatusCode":500,"originalMessage":"broken"})")
        << 502 << QByteArray("api_error") << QByteArray("ModelStreamErrorException") << QByteArray("broken");
    QTest::newRow("no payload") << eventframes::exception("throttlingException", {}) << 429
                                << QByteArray("rate_limit_error") << QByteArray("ThrottlingException")
                                << QByteArray("ThrottlingException");
    QTest::newRow("error") << eventframes::error("InternalFailure", "went wrong") << 500
                           << QByteArray("api_error") << QByteArray("InternalFailure")
                           << QByteArray("went wrong");
    QTest::newRow("nothing said") << eventframes::message(eventframes::header(":message-type", "error"), {})
                                  << 502 << QByteArray() << QByteArray()
                                  << QByteArray("Amazon Bedrock ended the stream with an error.");
}

void BedrockStreamTest::reportsExceptions()
{
    QFETCH(const QByteArray, frame);
    const auto decoder = bedrock::streamDecoder();
    decoded(*decoder, start + frame);
    const auto error = decoder->reportedError();
    QVERIFY(error);
    QTEST(error->status, "status");
    QTEST(error->type, "type");
    QTEST(error->code, "code");
    QTEST(error->message, "message");
    QVERIFY(!decoder->isDone());
    QVERIFY(decoder->end().value().empty());
}

void BedrockStreamTest::givesTheStepsBeforeAnException()
{
    const auto decoder = bedrock::streamDecoder();
    const Deltas deltas = decoded(*decoder,
        start + delta(0, R"({"text":"Hel"})") + eventframes::exception("throttlingException", "{}")
            + delta(0, R"({"text":"lo"})"));
    QVERIFY((deltas == Deltas {AnswerBegun {}, TextGrew {.text = "Hel"}}));
    QVERIFY(decoded(*decoder, delta(0, R"({"text":"lo"})")).empty());
}

void BedrockStreamTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("no frames") << QByteArray("data: {\"choices\":[]}\n\n");
    QTest::newRow("no JSON") << frame("messageStart", "{");
    QTest::newRow("no object") << frame("contentBlockDelta", "[]");
    QTest::newRow("deep") << frame("contentBlockDelta", QByteArray(100'000, '['));
    QTest::newRow("input without a call") << delta(0, R"({"toolUse":{"input":"{}"}})");
}

void BedrockStreamTest::refusesNonsense()
{
    QFETCH(const QByteArray, stream);
    const auto decoded = bedrock::streamDecoder()->decode(stream);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::UpstreamInvalid);
}

void BedrockStreamTest::survivesMutatedPayloads()
{
    const QByteArrayList payloads {R"({"contentBlockIndex":0,"delta":{"toolUse":{"input":"{}"}}})",
        R"({"contentBlockIndex":-1,"delta":{"reasoningContent":{"text":"a","signature":1}}})",
        R"({"start":{"toolUse":{"toolUseId":"a","name":[]}},"contentBlockIndex":99999999999999999999})",
        R"({"usage":{"inputTokens":18446744073709551615,"outputTokens":-5}})", R"({"stopReason":7})", "{}"};
    const QByteArrayList types {"messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop",
        "messageStop", "metadata"};
    std::minstd_rand random(7);
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % quint64(limit)); };
    for (int round = 0; round < 5'000; ++round) {
        const auto decoder = bedrock::streamDecoder();
        for (int step = 0; step < 6; ++step) {
            QByteArray payload = payloads.at(below(payloads.size()));
            if (below(2) == 0) {
                payload[below(payload.size())] = char(random() & 0xff);
            }
            if (!decoder->decode(frame(types.at(below(types.size())), payload))) {
                break;
            }
        }
        [[maybe_unused]] const auto ended = decoder->end();
    }
}

QTEST_APPLESS_MAIN(BedrockStreamTest)
#include "tst_bedrockstream.moc"

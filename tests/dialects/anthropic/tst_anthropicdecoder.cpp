// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

// Every kind of block, with what the API sends in between.
const QByteArray whole = R"(event: message_start
data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"claude-x","stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":25,"cache_read_input_tokens":5,"output_tokens":1}}}

event: content_block_start
data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

event: ping
data: {"type":"ping"}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm é"}}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"Eq=="}}

event: content_block_stop
data: {"type":"content_block_stop","index":0}

event: content_block_start
data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"sealed"}}

event: content_block_stop
data: {"type":"content_block_stop","index":1}

event: content_block_start
data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}

event: content_block_delta
data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"Hello"}}

event: content_block_delta
data: {"type":"content_block_delta","index":2,"delta":{"type":"citations_delta","citation":{}}}

event: content_block_stop
data: {"type":"content_block_stop","index":2}

event: content_block_start
data: {"type":"content_block_start","index":3,"content_block":{"type":"server_tool_use","id":"srv","name":"web_search","input":{}}}

event: content_block_delta
data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\"q\":1}"}}

event: content_block_stop
data: {"type":"content_block_stop","index":3}

event: content_block_start
data: {"type":"content_block_start","index":4,"content_block":{"type":"tool_use","id":"toolu_1","name":"f","input":{}}}

event: content_block_delta
data: {"type":"content_block_delta","index":4,"delta":{"type":"input_json_delta","partial_json":""}}

event: content_block_delta
data: {"type":"content_block_delta","index":4,"delta":{"type":"input_json_delta","partial_json":"{\"a\":"}}

event: content_block_delta
data: {"type":"content_block_delta","index":4,"delta":{"type":"input_json_delta","partial_json":"1}"}}

event: content_block_stop
data: {"type":"content_block_stop","index":4}

event: content_block_start
data: {"type":"content_block_start","index":5,"content_block":{"type":"tool_use","id":"toolu_2","name":"g","input":{"whole":true}}}

event: content_block_stop
data: {"type":"content_block_stop","index":5}

event: content_block_start
data: {"type":"content_block_start","index":6,"content_block":{"type":"tool_use","id":"toolu_3","name":"h","input":{}}}

event: content_block_stop
data: {"type":"content_block_stop","index":6}

event: moonrise
data: {"type":"moonrise"}

event: message_delta
data: {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":89,"output_tokens_details":{"thinking_tokens":9}}}

event: message_stop
data: {"type":"message_stop"}

)";

const std::vector<ChatDelta> wholeSteps {AnswerBegun {"msg_1", "claude-x", 0},
    UsageKnown {{.input = 30, .cacheRead = 5, .output = 1}}, ReasoningGrew {0, "hm é"},
    ReasoningSigned {0, "Eq==", {}}, ReasoningSigned {0, {}, "sealed"}, TextGrew {0, "Hello"},
    ToolCallBegun {0, 0, "toolu_1", "f", {}}, ArgumentsGrew {0, 0, "{\"a\":"}, ArgumentsGrew {0, 0, "1}"},
    ToolCallBegun {0, 1, "toolu_2", "g", {}}, ArgumentsGrew {0, 1, R"({"whole":true})"},
    ToolCallBegun {0, 2, "toolu_3", "h", {}}, ArgumentsGrew {0, 2, "{}"},
    UsageKnown {{.input = 30, .cacheRead = 5, .output = 89, .reasoning = 9}},
    ChoiceFinished {0, FinishReason::ToolCalls, {}}};

void append(std::vector<ChatDelta> &steps, Result<std::vector<ChatDelta>> more)
{
    QVERIFY2(more, more ? "" : qPrintable(more.error().detail));
    steps.insert(steps.end(), more->begin(), more->end());
}

std::vector<ChatDelta> stepsOf(const QByteArray &stream)
{
    const auto decoder = streamDecoder();
    const auto steps = decoder->decode(stream);
    return steps ? *steps : std::vector<ChatDelta> {};
}

} // namespace

class AnthropicDecoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeStream();
    void readsItCutAnywhere();
    void readsItByteByByte();
    void aCutStreamIsNoAnswer();
    void announcesErrors();
    void readsTheFormAsText();
    void readsUsageThatComesTwice();
    void finishesOnceWithoutAReason();
    void callsAreCountedAmongThemselves();
    void beginsWithoutABeginning();
    void tellsWhyItRefuses();
    void refusesNonsense_data();
    void refusesNonsense();
};

void AnthropicDecoderTest::readsAWholeStream()
{
    const auto decoder = streamDecoder();
    const auto steps = decoder->decode(whole);
    QVERIFY(steps);
    QVERIFY(*steps == wholeSteps);
    QVERIFY(decoder->isDone());
    QVERIFY(!decoder->reportedError());
    const auto late = decoder->decode("data: nonsense\n\n");
    QVERIFY(late && late->empty());
    QVERIFY(decoder->end());
}

void AnthropicDecoderTest::readsItCutAnywhere()
{
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        const auto decoder = streamDecoder();
        std::vector<ChatDelta> steps;
        append(steps, decoder->decode(whole.left(cut)));
        append(steps, decoder->decode(whole.mid(cut)));
        append(steps, decoder->end());
        QVERIFY2(steps == wholeSteps, QByteArray::number(cut).constData());
    }
}

void AnthropicDecoderTest::readsItByteByByte()
{
    const auto decoder = streamDecoder();
    std::vector<ChatDelta> steps;
    for (const char byte : whole) {
        append(steps, decoder->decode(QByteArray(1, byte)));
    }
    QVERIFY(steps == wholeSteps);
}

void AnthropicDecoderTest::aCutStreamIsNoAnswer()
{
    const qsizetype last = whole.lastIndexOf("event: message_stop");
    for (qsizetype cut = 0; cut <= last; cut += 7) {
        const auto decoder = streamDecoder();
        QVERIFY(decoder->decode(whole.left(cut)));
        QVERIFY(!decoder->isDone());
        const auto end = decoder->end();
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::UpstreamInvalid);
    }
}

void AnthropicDecoderTest::announcesErrors()
{
    const auto decoder = streamDecoder();
    const auto steps = decoder->decode(
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\"}}\n\n"
        "event: error\ndata: "
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n"
        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
    QVERIFY(steps);
    QCOMPARE(steps->size(), std::size_t(1));
    const auto error = decoder->reportedError();
    QVERIFY(error);
    QCOMPARE(error->type, QByteArray("overloaded_error"));
    QCOMPARE(error->message, QByteArray("Overloaded"));
    QCOMPARE(error->status, 529);
    QVERIFY(!decoder->isDone());
}

void AnthropicDecoderTest::readsTheFormAsText()
{
    const auto steps = stepsOf(
        R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"nexus_json_answer","input":{}}}

data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"}}

data: {"type":"content_block_stop","index":0}

data: {"type":"message_delta","delta":{"stop_reason":"tool_use"}}

)");
    const std::vector<ChatDelta> expected {
        AnswerBegun {}, TextGrew {0, R"({"a":1})"}, ChoiceFinished {0, FinishReason::Stop, {}}};
    QVERIFY(steps == expected);
}

void AnthropicDecoderTest::readsUsageThatComesTwice()
{
    const auto steps = stepsOf(
        R"(data: {"type":"message_start","message":{"usage":{"input_tokens":2,"cache_creation_input_tokens":8,"output_tokens":1}}}

data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":2,"cache_creation_input_tokens":8,"cache_read_input_tokens":0,"output_tokens":5}}

)");
    QCOMPARE(steps.size(), std::size_t(4));
    const ChatDelta expected = UsageKnown {{.input = 10, .cacheWrite = 8, .output = 5}};
    QVERIFY(steps[2] == expected);
}

void AnthropicDecoderTest::finishesOnceWithoutAReason()
{
    const auto steps = stepsOf(R"(data: {"type":"message_start","message":{}}

data: {"type":"message_delta","delta":{"stop_reason":null}}

data: {"type":"message_stop"}

)");
    const std::vector<ChatDelta> expected {AnswerBegun {}, ChoiceFinished {0, FinishReason::Stop, {}}};
    QVERIFY(steps == expected);
}

void AnthropicDecoderTest::callsAreCountedAmongThemselves()
{
    int expected = 0;
    for (const ChatDelta &step : wholeSteps) {
        if (const ToolCallBegun *const begun = std::get_if<ToolCallBegun>(&step)) {
            QCOMPARE(begun->index, expected++);
        }
    }
    QCOMPARE(expected, 3);
}

void AnthropicDecoderTest::beginsWithoutABeginning()
{
    const auto steps = stepsOf(
        R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"at once"}}

)");
    const std::vector<ChatDelta> expected {AnswerBegun {}, TextGrew {0, "at once"}};
    QVERIFY(steps == expected);
}

void AnthropicDecoderTest::tellsWhyItRefuses()
{
    const auto steps = stepsOf(
        R"(data: {"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"explanation":"no"}}}

)");
    const std::vector<ChatDelta> expected {
        AnswerBegun {}, RefusalGrew {0, "no"}, ChoiceFinished {0, FinishReason::ContentFilter, {}}};
    QVERIFY(steps == expected);
}

void AnthropicDecoderTest::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("no JSON") << QByteArray("data: {\"type\":\n\n");
    QTest::newRow("list") << QByteArray("data: [1]\n\n");
    QTest::newRow("silent error") << QByteArray("event: error\ndata: {}\n\n");
    QTest::newRow("too deep") << "data: {\"a\":" + QByteArray(100'000, '[') + "\n\n";
}

void AnthropicDecoderTest::refusesNonsense()
{
    QFETCH(const QByteArray, stream);
    const auto steps = streamDecoder()->decode(stream);
    QVERIFY(!steps);
    QCOMPARE(steps.error().kind, ErrorKind::UpstreamInvalid);
}

QTEST_APPLESS_MAIN(AnthropicDecoderTest)
#include "tst_anthropicdecoder.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"

#include <QTest>

using namespace nexus;

class OpenAiEncoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesText();
    void writesCalls();
    void writesReasoningWithoutItsSignature();
    void tellsTheUsageWhenAsked();
    void beginsEveryChoice();
    void namesReasons_data();
    void namesReasons();
    void isReadAsItWasMeant();
};

namespace {

QByteArray write(const std::vector<ChatDelta> &steps, bool wantsUsage = false)
{
    const auto encoder = openai::streamEncoder({.model = "my/\"m\"", .wantsUsage = wantsUsage});
    QByteArray out;
    for (const ChatDelta &step : steps) {
        out += encoder->encode(step);
    }
    return out + encoder->end();
}

const AnswerBegun begun {.id = "c1", .model = "gpt", .created = 17};

QByteArray head()
{
    return R"(data: {"id":"chatcmpl-c1","object":"chat.completion.chunk","created":17,"model":"my/\"m\"","choices":[)";
}

QByteArray chunk(
    const QByteArray &delta, const QByteArray &reason = "null", int index = 0, const QByteArray &usage = {})
{
    return head() + "{\"index\":" + QByteArray::number(index) + ",\"delta\":{" + delta
        + "},\"logprobs\":null,\"finish_reason\":" + reason + "}]" + usage + "}\n\n";
}

const QByteArray role = R"("role":"assistant","content":"","refusal":null)";
const QByteArray done = "data: [DONE]\n\n";

} // namespace

void OpenAiEncoderTest::writesText()
{
    QCOMPARE(
        write({begun, TextGrew {.text = "a\n\"\xC3\xA9"}, RefusalGrew {.text = "no"}, ChoiceFinished {}}),
        chunk(role) + chunk("\"content\":\"a\\n\\\"\xC3\xA9\"") + chunk(R"("refusal":"no")")
            + chunk("", "\"stop\"") + done);
}

void OpenAiEncoderTest::writesCalls()
{
    const std::vector<ChatDelta> steps {begun, ToolCallBegun {.index = 0, .id = "a", .name = "f"},
        ArgumentsGrew {.index = 0, .text = "{\"x\":"}, ArgumentsGrew {.index = 0, .text = "1}"},
        ToolCallBegun {.index = 1, .id = "b", .name = "g", .signature = "s"},
        ChoiceFinished {.reason = FinishReason::ToolCalls}};
    QCOMPARE(write(steps),
        chunk(role)
            + chunk(
                R"("tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}])")
            + chunk(R"("tool_calls":[{"index":0,"function":{"arguments":"{\"x\":"}}])")
            + chunk(R"("tool_calls":[{"index":0,"function":{"arguments":"1}"}}])")
            + chunk(
                R"("tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":""}}])")
            // Clients parse the arguments, and nothing is no JSON.
            + chunk(R"("tool_calls":[{"index":1,"function":{"arguments":"{}"}}])")
            + chunk("", "\"tool_calls\"") + done);
}

void OpenAiEncoderTest::writesReasoningWithoutItsSignature()
{
    const std::vector<ChatDelta> steps {begun, ReasoningGrew {.text = "a"}, ReasoningGrew {.text = "b"},
        ReasoningSigned {.signature = "s"}, ReasoningSigned {.redacted = "r"}, ReasoningGrew {.text = "c"},
        ReasoningSigned {}};
    QCOMPARE(write(steps),
        chunk(role) + chunk(R"("reasoning_content":"a")") + chunk(R"("reasoning_content":"b")")
            + chunk(R"("reasoning_content":"c")") + done);
}

void OpenAiEncoderTest::tellsTheUsageWhenAsked()
{
    const UsageKnown usage {.usage = {.input = 10, .cacheRead = 4, .output = 5, .reasoning = 2}};
    const std::vector<ChatDelta> steps {begun, UsageKnown {}, usage, ChoiceFinished {}};
    QCOMPARE(write(steps, true),
        chunk(role, "null", 0, ",\"usage\":null") + chunk("", "\"stop\"", 0, ",\"usage\":null") + head()
            + R"(],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,)"
              R"("prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}})"
            + "\n\n" + done);
    QVERIFY(!write(steps).contains("usage"));
}

void OpenAiEncoderTest::beginsEveryChoice()
{
    QCOMPARE(write({begun, TextGrew {.choice = 1, .text = "a"}, TextGrew {.choice = 1, .text = "b"}}),
        chunk(role) + chunk(role, "null", 1) + chunk(R"("content":"a")", "null", 1)
            + chunk(R"("content":"b")", "null", 1) + done);
}

void OpenAiEncoderTest::namesReasons_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("stop") << int(FinishReason::Stop) << QByteArray("\"stop\"");
    QTest::newRow("stop sequence") << int(FinishReason::StopSequence) << QByteArray("\"stop\"");
    QTest::newRow("length") << int(FinishReason::Length) << QByteArray("\"length\"");
    QTest::newRow("tool calls") << int(FinishReason::ToolCalls) << QByteArray("\"tool_calls\"");
    QTest::newRow("filter") << int(FinishReason::ContentFilter) << QByteArray("\"content_filter\"");
    QTest::newRow("pause") << int(FinishReason::Pause) << QByteArray("\"stop\"");
}

void OpenAiEncoderTest::namesReasons()
{
    QFETCH(const int, reason);
    QFETCH(const QByteArray, word);
    QVERIFY(write({begun, ChoiceFinished {.reason = FinishReason(reason)}}).endsWith(chunk("", word) + done));
}

void OpenAiEncoderTest::isReadAsItWasMeant()
{
    std::vector<ChatDelta> steps {begun, TextGrew {.text = "a"}, ReasoningGrew {.text = "b"},
        ToolCallBegun {.index = 0, .id = "x", .name = "f"}, ArgumentsGrew {.index = 0, .text = "{}"},
        TextGrew {.choice = 1, .text = "c"}, ChoiceFinished {.reason = FinishReason::ToolCalls},
        ChoiceFinished {.choice = 1, .reason = FinishReason::Length},
        UsageKnown {.usage = {.input = 3, .output = 4}}};
    const auto decoder = openai::streamDecoder();
    const auto read = decoder->decode(write(steps, true));
    QVERIFY(read);
    steps[0] = AnswerBegun {.id = "chatcmpl-c1", .model = "my/\"m\"", .created = 17};
    QVERIFY(*read == steps);
    QVERIFY(decoder->isDone());
}

QTEST_APPLESS_MAIN(OpenAiEncoderTest)
#include "tst_openaiencoder.moc"

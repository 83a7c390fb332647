// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

#include <map>

using namespace nexus;
using namespace nexus::anthropic;

namespace {

// Reads the events of a stream as a strict client does, and puts the message together.
class StrictClient final {
public:
    QByteArray problem;
    Json message;
    int pings = 0;

    void read(const QByteArray &stream)
    {
        QByteArray rest = stream;
        while (!rest.isEmpty() && problem.isEmpty()) {
            const qsizetype end = rest.indexOf("\n\n");
            if (end < 0) {
                problem = "an event without an end";
                return;
            }
            readEvent(rest.left(end));
            rest.remove(0, end + 2);
        }
        if (problem.isEmpty() && m_state != State::Over) {
            problem = "no message_stop";
        }
    }

private:
    enum class State { Before, Between, InBlock, Closed, Over };

    void check(bool isRight, const char *what)
    {
        problem = problem.isEmpty() && !isRight ? QByteArray(what) : problem;
    }

    void readEvent(const QByteArray &text)
    {
        const QList<QByteArray> lines = text.split('\n');
        check(lines.size() == 2 && lines[0].startsWith("event: ") && lines[1].startsWith("data: "),
            "bad lines");
        auto data = problem.isEmpty() ? parseJson(lines[1].mid(6)) : std::nullopt;
        check(data && data->is_object(), "bad data");
        if (!problem.isEmpty()) {
            return;
        }
        const std::string type = data->value("type", "");
        check(lines[0].mid(7) == QByteArray::fromStdString(type), "the event's name is not its type");
        if (type == "message_start") {
            check(m_state == State::Before, "message_start twice");
            message = (*data)["message"];
            check(message["content"].empty() && message["stop_reason"].is_null(),
                "message_start says too much");
            check(message["usage"]["input_tokens"].is_number(), "message_start without usage");
            m_state = State::Between;
        } else if (type == "ping") {
            check(m_state != State::Before && m_state != State::Over, "ping outside");
            ++pings;
        } else if (type == "content_block_start") {
            start(*data);
        } else if (type == "content_block_delta") {
            grow(*data);
        } else if (type == "content_block_stop") {
            stop(*data);
        } else if (type == "message_delta") {
            check(m_state == State::Between, "message_delta inside a block");
            message["stop_reason"] = (*data)["delta"]["stop_reason"];
            message["stop_sequence"] = (*data)["delta"]["stop_sequence"];
            message["usage"] = (*data)["usage"];
            m_state = State::Closed;
        } else if (type == "message_stop") {
            check(m_state == State::Closed, "message_stop without message_delta");
            m_state = State::Over;
        } else {
            check(false, "unknown event");
        }
    }

    void start(Json &data)
    {
        check(m_state == State::Between, "a block begins inside another");
        check(data["index"] == message["content"].size(), "wrong index");
        Json block = data["content_block"];
        check(!block.contains("input") || block["input"].empty(), "input at the start");
        message["content"].push_back(std::move(block));
        m_json.clear();
        m_state = State::InBlock;
    }

    void grow(Json &data)
    {
        check(
            m_state == State::InBlock && data["index"] == message["content"].size() - 1, "delta of no block");
        if (!problem.isEmpty()) {
            return;
        }
        Json &block = message["content"].back();
        const Json &delta = data["delta"];
        const std::string type = delta.value("type", "");
        const std::string kind = block.value("type", "");
        if (type == "input_json_delta" && kind == "tool_use") {
            m_json += delta.value("partial_json", "");
        } else if (type == "signature_delta" && kind == "thinking") {
            block["signature"] = delta["signature"];
        } else {
            const bool fits = (type == "text_delta" && kind == "text")
                || (type == "thinking_delta" && kind == "thinking");
            check(fits, "delta of another kind");
            block[kind] = block.value(kind, "") + delta.value(kind, "");
            check(!delta.value(kind, "").empty(), "empty delta");
        }
    }

    void stop(Json &data)
    {
        check(
            m_state == State::InBlock && data["index"] == message["content"].size() - 1, "stop of no block");
        if (!m_json.empty()) {
            auto input = parseJson(QByteArray::fromStdString(m_json));
            check(input.has_value(), "arguments are no JSON");
            message["content"].back()["input"] = input.value_or(Json());
        }
        m_state = State::Between;
    }

    State m_state = State::Before;
    std::string m_json;
};

StrictClient clientOf(const std::vector<ChatDelta> &steps)
{
    const auto encoder = streamEncoder({.model = "asked"});
    QByteArray stream;
    for (const ChatDelta &step : steps) {
        stream += encoder->encode(step);
    }
    stream += encoder->end();
    StrictClient client;
    client.read(stream);
    return client;
}

QByteArray contentOf(const std::vector<ChatDelta> &steps)
{
    const StrictClient client = clientOf(steps);
    return client.problem.isEmpty() ? textOf(client.message, "content") : client.problem;
}

} // namespace

class AnthropicEncoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryBlock();
    void parallelCallsMayMix();
    void callsInTurnAreNotKeptBack();
    void textAmongCallsWaits();
    void bracesInTextsDoNotEndACall();
    void usageAfterTheEndCounts();
    void anEmptyAnswerIsComplete();
    void onlyTheFirstChoiceCounts();
    void stopReasons_data();
    void stopReasons();
    void textIsNotKeptBack();
    void endsOnce();
    void everyOrderIsAValidStream();
    void readsBackWhatItWrote();
};

void AnthropicEncoderTest::writesEveryBlock()
{
    const StrictClient client = clientOf({AnswerBegun {"msg_1", "other", 0}, ReasoningGrew {0, "h"},
        ReasoningGrew {0, "m"}, ReasoningSigned {0, "sig", {}}, ReasoningSigned {0, {}, "sealed"},
        ReasoningSigned {0, "alone", {}}, TextGrew {0, "he\"y"}, TextGrew {0, "ho"},
        ToolCallBegun {0, 0, "t1", "f", {}}, ArgumentsGrew {0, 0, "{\"a\":"}, ArgumentsGrew {0, 0, "1}"},
        ChoiceFinished {0, FinishReason::ToolCalls, {}},
        UsageKnown {{.input = 30, .cacheRead = 5, .cacheWrite = 2, .output = 8}}});
    QCOMPARE(client.problem, QByteArray());
    QCOMPARE(client.pings, 1);
    QCOMPARE(textOf(client.message, "content"),
        QByteArray(
            R"([{"type":"thinking","thinking":"hm","signature":"sig"},{"type":"redacted_thinking","data":"sealed"},)"
            R"({"type":"thinking","thinking":"","signature":"alone"},{"type":"text","text":"he\"yho"},)"
            R"({"type":"tool_use","id":"t1","name":"f","input":{"a":1}}])"));
    QCOMPARE(textOf(client.message, "id"), QByteArray("\"msg_1\""));
    QCOMPARE(textOf(client.message, "model"), QByteArray("\"asked\""));
    QCOMPARE(textOf(client.message, "stop_reason"), QByteArray("\"tool_use\""));
    QCOMPARE(textOf(client.message, "usage"),
        QByteArray(
            R"({"input_tokens":23,"cache_creation_input_tokens":2,"cache_read_input_tokens":5,"output_tokens":8})"));
}

void AnthropicEncoderTest::parallelCallsMayMix()
{
    QCOMPARE(contentOf({ToolCallBegun {0, 0, "a", "f", {}}, ToolCallBegun {0, 1, "b", "g", {}},
                 ArgumentsGrew {0, 1, "{\"y\":"}, ArgumentsGrew {0, 0, "{\"x\":"}, ArgumentsGrew {0, 1, "2}"},
                 ArgumentsGrew {0, 0, "1}"}, ChoiceFinished {0, FinishReason::ToolCalls, {}}}),
        QByteArray(R"([{"type":"tool_use","id":"a","name":"f","input":{"x":1}},)"
                   R"({"type":"tool_use","id":"b","name":"g","input":{"y":2}}])"));
}

void AnthropicEncoderTest::callsInTurnAreNotKeptBack()
{
    const auto encoder = streamEncoder({.model = "m"});
    QByteArray before = encoder->encode(ToolCallBegun {0, 0, "a", "f", {}});
    before += encoder->encode(ArgumentsGrew {0, 0, "{}"});
    QVERIFY(before.contains("content_block_stop"));
    QVERIFY(encoder->encode(ToolCallBegun {0, 1, "b", "g", {}}).contains("\"id\":\"b\""));
    QVERIFY(encoder->encode(ArgumentsGrew {0, 1, "{\"a\""}).contains("input_json_delta"));
}

void AnthropicEncoderTest::textAmongCallsWaits()
{
    QCOMPARE(contentOf({ToolCallBegun {0, 0, "a", "f", {}}, ArgumentsGrew {0, 0, "{\"x\":"},
                 TextGrew {0, "so"}, ArgumentsGrew {0, 0, "1}"}, TextGrew {0, " it is"}}),
        QByteArray(
            R"([{"type":"tool_use","id":"a","name":"f","input":{"x":1}},{"type":"text","text":"so it is"}])"));
}

void AnthropicEncoderTest::bracesInTextsDoNotEndACall()
{
    const std::vector<ChatDelta> steps {ToolCallBegun {0, 0, "a", "f", {}},
        ArgumentsGrew {0, 0, "{\"x\":\"}\\\""}, ArgumentsGrew {0, 0, "\\\\}"},
        ArgumentsGrew {0, 0, "\",\"y\":{}}"}, ArgumentsGrew {0, 0, "\n"}};
    const QByteArray input = "{\"x\":\"}\\\"\\\\}\",\"y\":{}}";
    const QByteArray content = R"([{"type":"tool_use","id":"a","name":"f","input":)" + input + "}]";
    QCOMPARE(contentOf(steps), content);
}

void AnthropicEncoderTest::usageAfterTheEndCounts()
{
    const StrictClient client = clientOf({AnswerBegun {}, TextGrew {0, "x"},
        ChoiceFinished {0, FinishReason::StopSequence, "END"}, UsageKnown {{.input = 4, .output = 2}}});
    QCOMPARE(client.problem, QByteArray());
    QCOMPARE(textOf(client.message, "stop_sequence"), QByteArray("\"END\""));
    QCOMPARE(textOf(client.message["usage"], "output_tokens"), QByteArray("2"));
    QVERIFY(textOf(client.message, "id").startsWith("\"msg_"));
}

void AnthropicEncoderTest::anEmptyAnswerIsComplete()
{
    QCOMPARE(contentOf({}), QByteArray("[]"));
    QCOMPARE(contentOf({AnswerBegun {}, ChoiceFinished {}}), QByteArray("[]"));
}

void AnthropicEncoderTest::onlyTheFirstChoiceCounts()
{
    QCOMPARE(contentOf({TextGrew {0, "a"}, TextGrew {1, "b"}, ToolCallBegun {1, 0, "x", "f", {}},
                 ChoiceFinished {1, FinishReason::Length, {}}, TextGrew {0, "c"}}),
        QByteArray(R"([{"type":"text","text":"ac"}])"));
}

void AnthropicEncoderTest::stopReasons_data()
{
    QTest::addColumn<std::vector<ChatDelta>>("steps");
    QTest::addColumn<QByteArray>("reason");
    using Steps = std::vector<ChatDelta>;
    QTest::newRow("end") << Steps {TextGrew {0, "a"}, ChoiceFinished {}} << QByteArray("\"end_turn\"");
    QTest::newRow("length") << Steps {ChoiceFinished {0, FinishReason::Length, {}}}
                            << QByteArray("\"max_tokens\"");
    QTest::newRow("refusal") << Steps {RefusalGrew {0, "no"}, ChoiceFinished {}} << QByteArray("\"refusal\"");
    QTest::newRow("filter") << Steps {ChoiceFinished {0, FinishReason::ContentFilter, {}}}
                            << QByteArray("\"refusal\"");
    QTest::newRow("stop beside a call")
        << Steps {ToolCallBegun {0, 0, "a", "f", {}}, ChoiceFinished {}} << QByteArray("\"tool_use\"");
    QTest::newRow("pause") << Steps {ChoiceFinished {0, FinishReason::Pause, {}}}
                           << QByteArray("\"pause_turn\"");
}

void AnthropicEncoderTest::stopReasons()
{
    QFETCH(const std::vector<ChatDelta>, steps);
    const StrictClient client = clientOf(steps);
    QCOMPARE(client.problem, QByteArray());
    QTEST(textOf(client.message, "stop_reason"), "reason");
}

void AnthropicEncoderTest::textIsNotKeptBack()
{
    const auto encoder = streamEncoder({.model = "m"});
    QVERIFY(encoder->encode(AnswerBegun {}).contains("message_start"));
    QVERIFY(encoder->encode(TextGrew {0, "one"}).contains("one"));
    const QByteArray second = encoder->encode(TextGrew {0, "two"});
    QCOMPARE(second,
        QByteArray("event: content_block_delta\ndata: "
                   R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"two"}})"
                   "\n\n"));
}

void AnthropicEncoderTest::endsOnce()
{
    const auto encoder = streamEncoder({.model = "m"});
    QVERIFY(encoder->end().contains("message_stop"));
    QVERIFY(encoder->end().isEmpty());
    QVERIFY(encoder->encode(TextGrew {0, "late"}).isEmpty());
}

void AnthropicEncoderTest::everyOrderIsAValidStream()
{
    // Two calls, each in its own order, mixed with text and thoughts in every way.
    std::vector<int> order {0, 0, 0, 1, 1, 1, 2, 3, 4};
    const std::vector<std::vector<ChatDelta>> voices {
        {ToolCallBegun {0, 0, "a", "f", {}}, ArgumentsGrew {0, 0, "{\"x\":"}, ArgumentsGrew {0, 0, "1}"}},
        {ToolCallBegun {0, 1, "b", "g", {}}, ArgumentsGrew {0, 1, "{\"y\":"}, ArgumentsGrew {0, 1, "2}"}},
        {TextGrew {0, "t"}}, {ReasoningGrew {0, "r"}}, {ReasoningSigned {0, "s", {}}}};
    do {
        std::vector<std::size_t> next(voices.size(), 0);
        std::vector<ChatDelta> steps;
        for (const int voice : order) {
            steps.push_back(voices[std::size_t(voice)][next[std::size_t(voice)]++]);
        }
        const StrictClient client = clientOf(steps);
        QCOMPARE(client.problem, QByteArray());
        const QByteArray content = textOf(client.message, "content");
        QVERIFY(content.contains(R"("input":{"x":1})") && content.contains(R"("input":{"y":2})"));
        QVERIFY(content.contains(R"("text":"t")") && content.contains(R"("thinking":"r")"));
        QVERIFY(content.contains(R"("signature":"s")"));
    } while (std::ranges::next_permutation(order).found);
}

void AnthropicEncoderTest::readsBackWhatItWrote()
{
    const std::vector<ChatDelta> steps {AnswerBegun {"msg_1", "m", 0}, ReasoningGrew {0, "hm"},
        ReasoningSigned {0, "sig", {}}, TextGrew {0, "a"}, ToolCallBegun {0, 0, "t", "f", {}},
        ArgumentsGrew {0, 0, "{}"}, ChoiceFinished {0, FinishReason::ToolCalls, {}}};
    const auto encoder = streamEncoder({.model = "m"});
    QByteArray stream;
    for (const ChatDelta &step : steps) {
        stream += encoder->encode(step);
    }
    stream += encoder->end();
    auto read = streamDecoder()->decode(stream);
    QVERIFY(read);
    std::erase_if(*read, [](const ChatDelta &step) { return std::holds_alternative<UsageKnown>(step); });
    QVERIFY(*read == steps);
}

QTEST_APPLESS_MAIN(AnthropicEncoderTest)
#include "tst_anthropicencoder.moc"

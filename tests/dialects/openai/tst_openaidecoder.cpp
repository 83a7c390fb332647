// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/openai.h"
#include "steps.h"

#include <QRegularExpression>
#include <QTest>

using namespace nexus;

class OpenAiDecoderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void isTheSameAtEverySplit_data();
    void isTheSameAtEverySplit();
    void makesIdsWhereThereAreNone();
    void readsTheOlderFunctionCall();
    void keepsTheSignatureOfACall();
    void keepsCallsApart_data();
    void keepsCallsApart();
    void reportsErrors_data();
    void reportsErrors();
    void knowsACutStream_data();
    void knowsACutStream();
    void givesGoodStepsBeforeAnError();
    void passesOverWhatItDoesNotKnow();
};

namespace {

struct Outcome {
    QByteArray steps;
    bool isWhole = false;
    bool isDone = false;
    QByteArray reported;

    bool operator==(const Outcome &) const = default;
};

Outcome run(const QList<QByteArray> &pieces)
{
    const auto decoder = openai::streamDecoder();
    Outcome outcome;
    bool hasFailed = false;
    for (const QByteArray &piece : pieces) {
        const auto steps = decoder->decode(piece);
        hasFailed = hasFailed || !steps;
        outcome.steps += steps ? StepText::of(*steps) : QByteArray();
    }
    const auto last = decoder->end();
    outcome.steps += last ? StepText::of(*last) : QByteArray();
    outcome.isWhole = last && !hasFailed;
    outcome.isDone = decoder->isDone();
    outcome.reported = decoder->reportedError() ? decoder->reportedError()->message : QByteArray();
    return outcome;
}

QByteArray chunk(const QByteArray &members)
{
    return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":17,\"model\":\"m\","
        + members + "}\n\n";
}

QByteArray delta(const QByteArray &members, const QByteArray &reason = "null", int index = 0)
{
    return chunk("\"choices\":[{\"index\":" + QByteArray::number(index) + ",\"delta\":{" + members
        + "},\"finish_reason\":" + reason + "}]");
}

QByteArray calls(const QByteArray &entries)
{
    return delta("\"tool_calls\":[" + entries + "]");
}

const QByteArray done = "data: [DONE]\n\n";
const QByteArray finish = delta("", "\"stop\"");

// As OpenAI sends it, with text, two calls, their pieces interleaved, and usage.
QByteArray sampleStream()
{
    return ": hello\n\n" + delta(R"("role":"assistant","content":"","refusal":null)")
        + delta("\"content\":\"\xE4\xBD\xA0\\n\\u00e9\"")
        + calls(R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}})")
        + calls(R"({"index":0,"function":{"arguments":"{\"x\""}})")
        + calls(
            R"({"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{"}},{"index":0,"function":{"arguments":":1}"}})")
        + calls(R"({"index":1,"function":{"arguments":"}"}})") + delta("", "\"tool_calls\"")
        + chunk(
            R"("choices":[],"usage":{"prompt_tokens":10,"completion_tokens":5,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}})")
        + done;
}

QByteArray sampleSteps()
{
    return "begin c1 m 17\ntext 0 \xE4\xBD\xA0\n\xC3\xA9\ncall 0 0 a f\narguments 0 0 {\"x\"\ncall 0 1 b g\n"
           "arguments 0 1 {\narguments 0 0 :1}\narguments 0 1 }\nfinish 0 3\nusage 10 4 5 2\n";
}

} // namespace

void OpenAiDecoderTest::reads_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("steps"); // between the begin and the end
    const auto row = [](const char *name, const QByteArray &stream, const QByteArray &steps) {
        QTest::newRow(name) << stream << steps;
    };
    row("reasoning_content", delta(R"("reasoning_content":"hm","content":null)") + finish,
        "reasoning 0 hm\nfinish 0 0\n");
    row("reasoning", delta(R"("reasoning":"hm")") + finish, "reasoning 0 hm\nfinish 0 0\n");
    row("both are one", delta(R"("reasoning":"hm","reasoning_content":"hm")") + finish,
        "reasoning 0 hm\nfinish 0 0\n");
    row("Mistral's parts",
        delta(
            R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"hm"}]},{"type":"text","text":"a"}])")
            + finish,
        "reasoning 0 hm\ntext 0 a\nfinish 0 0\n");
    row("refusal", delta(R"("refusal":"no")") + finish, "refusal 0 no\nfinish 0 0\n");
    row("two choices",
        delta(R"("content":"a")", "null", 1) + delta(R"("content":"b")") + finish
            + delta("", "\"length\"", 1),
        "text 1 a\ntext 0 b\nfinish 0 0\nfinish 1 2\n");
    row("filtered", delta("", "\"content_filter\""), "finish 0 4\n");
    row("unknown reason", delta("", "\"eos\""), "finish 0 0\n");
    row("Azure begins without choices",
        "data: {\"id\":\"\",\"model\":\"\",\"created\":0,\"choices\":[],\"prompt_filter_results\":[]}\n\n"
            + finish,
        "finish 0 0\n");
    row("older completions", chunk(R"("choices":[{"text":"a","index":0,"finish_reason":"stop"}])"),
        "text 0 a\nfinish 0 0\n");
    row("message in place of delta",
        chunk(R"("choices":[{"message":{"content":"a"},"finish_reason":"stop"}])"), "text 0 a\nfinish 0 0\n");
    row("finished twice", finish + delta(R"("content":"late")") + finish, "finish 0 0\n");
    row("usage stays",
        chunk(R"("choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1})")
            + chunk(R"("choices":[],"usage":null)") + finish,
        "usage 3 0 1 0\nfinish 0 0\n");
    row("DeepSeek's cache",
        finish
            + chunk(
                R"("choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1,"prompt_cache_hit_tokens":2})"),
        "finish 0 0\nusage 3 2 1 0\n");
    row("reasoning counted aside",
        finish
            + chunk(
                R"("choices":[],"usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":9,"completion_tokens_details":{"reasoning_tokens":5}})"),
        "finish 0 0\nusage 3 0 6 5\n");
    row("no end", delta(R"("content":"a")") + done, "text 0 a\nfinish 0 0\n");
    row("no choice", done, "finish 0 0\n");
}

void OpenAiDecoderTest::reads()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, steps);
    const Outcome outcome = run({stream});
    QVERIFY(outcome.isWhole);
    const qsizetype first = outcome.steps.indexOf('\n') + 1;
    QVERIFY(outcome.steps.startsWith("begin "));
    QCOMPARE(outcome.steps.sliced(first), steps);
}

void OpenAiDecoderTest::isTheSameAtEverySplit_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("LF") << sampleStream();
    QTest::newRow("CRLF") << sampleStream().replace("\n", "\r\n");
    QTest::newRow("no blank line at the end") << sampleStream().chopped(2);
}

void OpenAiDecoderTest::isTheSameAtEverySplit()
{
    QFETCH(const QByteArray, stream);
    const Outcome whole = run({stream});
    QVERIFY(whole.isWhole);
    QVERIFY(whole.isDone);
    QCOMPARE(whole.steps, sampleSteps());
    for (qsizetype at = 0; at <= stream.size(); ++at) {
        QVERIFY(run({stream.first(at), stream.sliced(at)}) == whole);
    }
    QList<QByteArray> bytes;
    for (const char byte : stream) {
        bytes.append(QByteArray(1, byte));
    }
    QVERIFY(run(bytes) == whole);
}

void OpenAiDecoderTest::makesIdsWhereThereAreNone()
{
    const QByteArray text
        = run({calls(R"({"index":0,"function":{"name":"f","arguments":"{}"}})") + finish}).steps;
    const QRegularExpression form(QStringLiteral("call 0 0 (call_[0-9a-f]{24}) f\n"));
    const auto match = form.match(QString::fromUtf8(text));
    QVERIFY(match.hasMatch());
    const QByteArray again
        = run({calls(R"({"index":0,"function":{"name":"f","arguments":"{}"}})") + finish}).steps;
    QVERIFY(!again.contains(match.captured(1).toUtf8()));
}

void OpenAiDecoderTest::readsTheOlderFunctionCall()
{
    const QByteArray text
        = run({delta(R"("function_call":{"name":"f","arguments":""})")
                  + delta(R"("function_call":{"arguments":"{}"})") + delta("", "\"function_call\"")})
              .steps;
    QVERIFY(text.startsWith("begin c1 m 17\ncall 0 0 call_"));
    QVERIFY(text.endsWith(" f\narguments 0 0 {}\nfinish 0 3\n"));
}

void OpenAiDecoderTest::keepsTheSignatureOfACall()
{
    const auto decoder = openai::streamDecoder();
    const auto steps = decoder->decode(calls(
        R"({"id":"a","function":{"name":"f","arguments":"{}"},"extra_content":{"google":{"thought_signature":"s"}}})"));
    QVERIFY(steps && steps->size() == 3);
    QCOMPARE(std::get<ToolCallBegun>((*steps)[1]).signature, std::string("s"));
}

void OpenAiDecoderTest::keepsCallsApart_data()
{
    QTest::addColumn<QByteArray>("stream");
    const auto row = [](const char *name, const QByteArray &stream) { QTest::newRow(name) << stream; };
    row("as OpenAI",
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":""}})")
            + calls(R"({"index":0,"function":{"arguments":"{}"}})")
            + calls(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("no index",
        calls(R"({"id":"a","function":{"name":"f","arguments":"{"}})")
            + calls(R"({"function":{"arguments":"}"}})")
            + calls(R"({"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("null index and null id",
        calls(R"({"index":null,"id":"a","function":{"name":"f","arguments":"{"}})")
            + calls(R"({"index":null,"id":null,"function":{"name":null,"arguments":"}"}})")
            + calls(R"({"index":null,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("id in every step",
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{"}})")
            + calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"}"}})")
            + calls(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("the same index for all",
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})")
            + calls(R"({"index":0,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("both in one event",
        calls(
            R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}},{"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("index with a gap",
        calls(R"({"index":1,"id":"a","function":{"name":"f","arguments":"{}"}})")
            + calls(R"({"index":7,"id":"b","function":{"name":"g","arguments":"{}"}})"));
    row("arguments as an object",
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":{}}})")
            + calls(R"({"index":1,"id":"b","function":{"name":"g","arguments":{}}})"));
    row("name behind its id",
        calls(R"({"index":0,"id":"a"})") + calls(R"({"index":0,"function":{"name":"f","arguments":"{}"}})")
            + calls(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})"));
}

void OpenAiDecoderTest::keepsCallsApart()
{
    QFETCH(const QByteArray, stream);
    const Outcome outcome = run({stream + finish + done});
    QVERIFY(outcome.isWhole);
    // However it was cut, and although the reason was "stop".
    QByteArray text = outcome.steps;
    text.replace("arguments 0 0 {\narguments 0 0 }\n", "arguments 0 0 {}\n");
    QCOMPARE(text,
        QByteArray(
            "begin c1 m 17\ncall 0 0 a f\narguments 0 0 {}\ncall 0 1 b g\narguments 0 1 {}\nfinish 0 3\n"));
}

void OpenAiDecoderTest::reportsErrors_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("object") << QByteArray("data: {\"error\":{\"message\":\"Overloaded\",\"code\":502}}\n\n")
                            << QByteArray("Overloaded");
    QTest::newRow("text") << QByteArray("data: {\"error\":\"no memory\"}\n\n") << QByteArray("no memory");
    QTest::newRow("named") << QByteArray("event: error\ndata: {\"message\":\"gone\"}\n\n")
                           << QByteArray("gone");
    QTest::newRow("reason") << delta("", "\"error\"")
                            << QByteArray("The provider ended its answer with an error.");
}

void OpenAiDecoderTest::reportsErrors()
{
    QFETCH(const QByteArray, event);
    QFETCH(const QByteArray, message);
    const Outcome outcome = run({delta(R"("content":"a")") + event + finish + done});
    QCOMPARE(outcome.reported, message);
    QCOMPARE(outcome.steps, QByteArray("begin c1 m 17\ntext 0 a\n"));
    QVERIFY(!outcome.isWhole);
    QVERIFY(!outcome.isDone);
}

void OpenAiDecoderTest::knowsACutStream_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("comment") << QByteArray(": a\n\n") << false;
    QTest::newRow("text only") << delta(R"("content":"a")") << false;
    QTest::newRow("finished") << finish << true;
    QTest::newRow("one of two") << delta(R"("content":"a")", "null", 1) + finish << false;
    QTest::newRow("finished, then cut in an event") << finish + "data: {\"id" << false;
    QTest::newRow("half done") << delta(R"("content":"a")") + "data: [DO" << false;
    QTest::newRow("done") << delta(R"("content":"a")") + "data: [DONE]" << true;
    QTest::newRow("behind the end") << finish + done + "data: {broken" << true;
}

void OpenAiDecoderTest::knowsACutStream()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const bool, isWhole);
    QCOMPARE(run({stream}).isWhole, isWhole);
}

void OpenAiDecoderTest::givesGoodStepsBeforeAnError()
{
    const auto decoder = openai::streamDecoder();
    const auto steps = decoder->decode(delta(R"("content":"a")") + "data: {broken\n\n" + done);
    QVERIFY(steps);
    QCOMPARE(StepText::of(*steps), QByteArray("begin c1 m 17\ntext 0 a\n"));
    const auto next = decoder->decode(done);
    QVERIFY(!next);
    QCOMPARE(next.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!decoder->end());
    QVERIFY(!decoder->isDone());
}

void OpenAiDecoderTest::passesOverWhatItDoesNotKnow()
{
    for (const char *odd :
        {R"("choices":{})", R"("choices":[1,null])", R"("choices":[{"delta":[],"index":"x"}])",
            R"("choices":[{"delta":{"tool_calls":[null,1,{}]}}])", R"("usage":[1],"choices":null)",
            R"("choices":[{"delta":{"content":5,"tool_calls":{}},"index":-4,"finish_reason":7}])",
            R"("x":1e300)"}) {
        const Outcome outcome = run({chunk(odd) + finish + done});
        QVERIFY2(outcome.isWhole, odd);
        QVERIFY2(outcome.steps.contains("finish 0 "), odd);
    }
}

QTEST_APPLESS_MAIN(OpenAiDecoderTest)
#include "tst_openaidecoder.moc"

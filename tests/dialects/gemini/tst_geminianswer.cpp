// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/gemini.h"

#include <QTest>

#include <set>
#include <variant>

using namespace nexus;
using namespace nexus::gemini;

class GeminiAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsADocumentedAnswer();
    void readsParts_data();
    void readsParts();
    void readsFinishReasons_data();
    void readsFinishReasons();
    void anUnansweredPromptIsAnAnswer_data();
    void anUnansweredPromptIsAnAnswer();
    void keepsArgumentsAsWritten_data();
    void keepsArgumentsAsWritten();
    void givesEveryCallItsOwnId();
    void readsSeveralCandidates();
    void countsUsage_data();
    void countsUsage();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
};

namespace {

QByteArray answerWith(const QByteArray &parts, const QByteArray &finish = "STOP")
{
    return R"({"candidates":[{"content":{"role":"model","parts":[)" + parts + R"(]},"finishReason":")"
        + finish + R"(","index":0}]})";
}

// Parts as short words, so that a row of a table can be read.
QByteArray shown(const MessagePart &part)
{
    if (const auto *text = std::get_if<TextPart>(&part)) {
        return "text:" + QByteArray::fromStdString(text->text);
    }
    if (const auto *thought = std::get_if<ReasoningPart>(&part)) {
        return "thought:" + QByteArray::fromStdString(thought->text + '/' + thought->signature);
    }
    if (const auto *call = std::get_if<ToolCallPart>(&part)) {
        return "call:" + QByteArray::fromStdString(call->name + call->arguments + '/' + call->signature);
    }
    if (const auto *media = std::get_if<MediaPart>(&part)) {
        return "media:" + QByteArray::number(int(media->kind)) + ','
            + QByteArray::fromStdString(media->mediaType + ',' + media->data);
    }
    return "?";
}

QByteArray shown(const AnswerChoice &choice)
{
    QByteArrayList words;
    for (const MessagePart &part : choice.parts) {
        words.append(shown(part));
    }
    return words.join(" | ");
}

} // namespace

void GeminiAnswerTest::readsADocumentedAnswer()
{
    const auto answer = readAnswer(R"({
  "candidates": [{
    "content": {"parts": [{"text": "At its core, AI learns from "}, {"text": "data."}], "role": "model"},
    "finishReason": "STOP", "index": 0, "avgLogprobs": -0.1, "safetyRatings": []
  }],
  "usageMetadata": {"promptTokenCount": 9, "candidatesTokenCount": 7, "totalTokenCount": 16,
    "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 9}]},
  "modelVersion": "gemini-2.5-flash", "responseId": "9h0baLmEMIa2"
})");
    QVERIFY(answer);
    QCOMPARE(answer->id, std::string("9h0baLmEMIa2"));
    QCOMPARE(answer->model, std::string("gemini-2.5-flash"));
    QCOMPARE(answer->created, qint64(0));
    QCOMPARE(answer->choices.size(), std::size_t(1));
    QCOMPARE(shown(answer->choices[0]), QByteArray("text:At its core, AI learns from data."));
    QVERIFY(answer->choices[0].finish == FinishReason::Stop);
    QVERIFY((answer->usage == TokenUsage {.input = 9, .output = 7}));
}

void GeminiAnswerTest::readsParts_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *parts, const char *expected) {
        QTest::newRow(name) << QByteArray(parts) << QByteArray(expected);
    };
    row("thoughts before a text",
        R"({"text":"let me ","thought":true},{"text":"see","thought":true},{"text":"42"})",
        "thought:let me see/ | text:42");
    row("the signature of a text belongs to the thoughts before it",
        R"({"text":"see","thought":true},{"text":"42","thoughtSignature":"Uw=="})",
        "thought:see/Uw== | text:42");
    row("a signature without thoughts", R"({"text":"42","thoughtSignature":"Uw=="})",
        "thought:/Uw== | text:42");
    row("on an empty text at the end", R"({"text":"42"},{"text":"","thoughtSignature":"Uw=="})",
        "text:42 | thought:/Uw==");
    row("on a thought",
        R"({"text":"a","thought":true,"thoughtSignature":"Uw=="},{"text":"b","thought":true})",
        "thought:a/Uw== | thought:b/");
    row("a signed call", R"({"functionCall":{"name":"f","args":{"a":1}},"thoughtSignature":"Uw=="})",
        R"(call:f{"a":1}/Uw==)");
    row("text and calls",
        R"({"text":"ok"},{"functionCall":{"name":"f"}},{"functionCall":{"name":"g","args":{}}})",
        "text:ok | call:f{}/ | call:g{}/");
    row("an image", R"({"inlineData":{"mimeType":"image/png","data":"AAAA"}})", "media:0,image/png,AAAA");
    row("a sound", R"({"inlineData":{"mimeType":"audio/L16;rate=24000","data":"AAAA"}})",
        "media:2,audio/L16;rate=24000,AAAA");
    row("what the service ran itself",
        R"({"executableCode":{"language":"PYTHON","code":"1"}},{"codeExecutionResult":{"outcome":"OUTCOME_OK"}},{"text":"1"})",
        "text:1");
    row("parts of wrong shape", R"(5,null,"a",{"text":5},{"functionCall":[]},{"inlineData":1},{"text":"b"})",
        "text:b");
    row("none", "", "");
}

void GeminiAnswerTest::readsParts()
{
    QFETCH(const QByteArray, parts);
    QFETCH(const QByteArray, expected);
    const auto answer = readAnswer(answerWith(parts));
    QVERIFY(answer);
    QCOMPARE(shown(answer->choices.front()), expected);
}

void GeminiAnswerTest::readsFinishReasons_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("hasCall");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *word, FinishReason reason, bool hasCall = false) {
        QTest::newRow(qPrintable(QString::fromLatin1(word) + (hasCall ? QStringLiteral(" call") : QString())))
            << QByteArray(word) << hasCall << int(reason);
    };
    row("STOP", FinishReason::Stop);
    row("STOP", FinishReason::ToolCalls, true);
    row("MAX_TOKENS", FinishReason::Length);
    row("MAX_TOKENS", FinishReason::Length, true);
    for (const char *word : {"SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
             "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"}) {
        row(word, FinishReason::ContentFilter);
    }
    row("SAFETY", FinishReason::ContentFilter, true);
    for (const char *word : {"OTHER", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL",
             "TOO_MANY_TOOL_CALLS", "FINISH_REASON_UNSPECIFIED", "SOMETHING_NEW", ""}) {
        row(word, FinishReason::Stop);
    }
}

void GeminiAnswerTest::readsFinishReasons()
{
    QFETCH(const QByteArray, word);
    QFETCH(const bool, hasCall);
    QFETCH(const int, reason);
    const auto answer = readAnswer(answerWith(hasCall ? R"({"functionCall":{"name":"f"}})" : "", word));
    QVERIFY(answer);
    QCOMPARE(int(answer->choices.front().finish), reason);
}

void GeminiAnswerTest::anUnansweredPromptIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("reason");
    const int filtered = int(FinishReason::ContentFilter);
    QTest::newRow("blocked prompt") << QByteArray(
        R"({"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":5}})")
                                    << filtered;
    QTest::newRow("blocked, no usage")
        << QByteArray(R"({"promptFeedback":{"blockReason":"OTHER"}})") << filtered;
    QTest::newRow("safety without content")
        << QByteArray(R"({"candidates":[{"finishReason":"SAFETY","index":0,"safetyRatings":[]}]})")
        << filtered;
    QTest::newRow("all tokens went into thoughts")
        << QByteArray(R"({"candidates":[{"content":{"role":"model"},"finishReason":"MAX_TOKENS"}]})")
        << int(FinishReason::Length);
    QTest::newRow("no candidates") << QByteArray(R"({"candidates":[]})") << int(FinishReason::Stop);
    QTest::newRow("usage alone") << QByteArray(R"({"usageMetadata":{"promptTokenCount":5}})")
                                 << int(FinishReason::Stop);
}

void GeminiAnswerTest::anUnansweredPromptIsAnAnswer()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, reason);
    const auto answer = readAnswer(body);
    QVERIFY(answer);
    QCOMPARE(answer->choices.size(), std::size_t(1));
    QVERIFY(answer->choices.front().parts.empty());
    QCOMPARE(int(answer->choices.front().finish), reason);
}

void GeminiAnswerTest::keepsArgumentsAsWritten_data()
{
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("order") << QByteArray(R"({ "z": 1, "a": [ 2 ] })") << QByteArray(R"({"z":1,"a":[2]})");
    QTest::newRow("whole numbers") << QByteArray(R"({"a":5,"b":-7,"c":9007199254740993})")
                                   << QByteArray(R"({"a":5,"b":-7,"c":9007199254740993})");
    QTest::newRow("fractions") << QByteArray(R"({"a":5.0,"b":0.1})") << QByteArray(R"({"a":5.0,"b":0.1})");
    QTest::newRow("letters") << QByteArray("{\"a\":\"\\u00e9\xC3\xA9\"}")
                             << QByteArray("{\"a\":\"\xC3\xA9\xC3\xA9\"}");
    QTest::newRow("null") << QByteArray("null") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[1]") << QByteArray("{}");
}

void GeminiAnswerTest::keepsArgumentsAsWritten()
{
    QFETCH(const QByteArray, arguments);
    QFETCH(const QByteArray, expected);
    const auto answer = readAnswer(answerWith(R"({"functionCall":{"name":"f","args":)" + arguments + "}}"));
    QVERIFY(answer);
    QCOMPARE(shown(answer->choices.front()), "call:f" + expected + '/');
}

void GeminiAnswerTest::givesEveryCallItsOwnId()
{
    const auto answer
        = readAnswer(answerWith(R"({"functionCall":{"name":"f","id":"x1"}},{"functionCall":{"name":"f"}},)"
                                R"({"functionCall":{"name":"f","id":"x1"}},{"functionCall":{"name":"f"}})"));
    QVERIFY(answer);
    std::set<std::string> ids;
    for (const MessagePart &part : answer->choices.front().parts) {
        ids.insert(std::get<ToolCallPart>(part).id);
    }
    QCOMPARE(ids.size(), std::size_t(4));
    QVERIFY(!ids.contains(""));
    QCOMPARE(std::get<ToolCallPart>(answer->choices.front().parts.front()).id, std::string("x1"));
}

void GeminiAnswerTest::readsSeveralCandidates()
{
    const auto answer
        = readAnswer(R"({"candidates":[)"
                     R"({"content":{"parts":[{"text":"b"}]},"finishReason":"MAX_TOKENS","index":1},)"
                     R"({"content":{"parts":[{"text":"a"}]},"finishReason":"STOP"}]})");
    QVERIFY(answer);
    QCOMPARE(answer->choices.size(), std::size_t(2));
    QCOMPARE(answer->choices[0].index, 1);
    QVERIFY(answer->choices[0].finish == FinishReason::Length);
    QCOMPARE(answer->choices[1].index, 0);
    QCOMPARE(shown(answer->choices[1]), QByteArray("text:a"));
}

void GeminiAnswerTest::countsUsage_data()
{
    QTest::addColumn<QByteArray>("usage");
    QTest::addColumn<QList<int>>("counts"); // input, cacheRead, cacheWrite, output, reasoning
    QTest::newRow("thoughts are counted beside the answer") << QByteArray(
        R"({"promptTokenCount":10,"candidatesTokenCount":20,"thoughtsTokenCount":30,"totalTokenCount":60})")
                                                            << QList<int> {10, 0, 0, 50, 30};
    QTest::newRow("the prompt holds what was cached")
        << QByteArray(R"({"promptTokenCount":1000,"cachedContentTokenCount":900,"candidatesTokenCount":1})")
        << QList<int> {1000, 900, 0, 1, 0};
    QTest::newRow("what tools brought")
        << QByteArray(R"({"promptTokenCount":10,"toolUsePromptTokenCount":5})")
        << QList<int> {15, 0, 0, 0, 0};
    QTest::newRow("nonsense") << QByteArray(
        R"({"promptTokenCount":-5,"candidatesTokenCount":"x","thoughtsTokenCount":1.5})")
                              << QList<int> {0, 0, 0, 0, 0};
}

void GeminiAnswerTest::countsUsage()
{
    QFETCH(const QByteArray, usage);
    QFETCH(const QList<int>, counts);
    const auto answer = readAnswer(R"({"candidates":[],"usageMetadata":)" + usage + '}');
    QVERIFY(answer && answer->usage);
    const TokenUsage &seen = *answer->usage;
    const QList<int> list {
        int(seen.input), int(seen.cacheRead), int(seen.cacheWrite), int(seen.output), int(seen.reasoning)};
    QCOMPARE(list, counts);
}

void GeminiAnswerTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("<html></html>");
    QTest::newRow("cut") << answerWith(R"({"text":"a"})").chopped(3);
    QTest::newRow("object") << QByteArray("{}");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("another protocol") << QByteArray(R"({"choices":[]})");
    QTest::newRow("candidates of wrong shape") << QByteArray(R"({"candidates":{}})");
    QTest::newRow("error") << QByteArray(R"({"error":{"code":500,"message":"m","status":"INTERNAL"}})");
    QTest::newRow("error in a list") << QByteArray(R"([{"error":{"code":500,"message":"m"}}])");
    QTest::newRow("endless nesting") << R"({"candidates":)" + QByteArray(100'000, '[')
            + QByteArray(100'000, ']') + '}';
}

void GeminiAnswerTest::refusesWhatIsNoAnswer()
{
    QFETCH(const QByteArray, body);
    const auto answer = readAnswer(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::UpstreamInvalid);
    QVERIFY(!answer.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(GeminiAnswerTest)
#include "tst_geminianswer.moc"

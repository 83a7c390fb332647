// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/bedrock.h"

#include <QTest>

using namespace nexus;

class BedrockAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBlocks_data();
    void readsBlocks();
    void mapsStopReasons_data();
    void mapsStopReasons();
    void readsThePublishedAnswer();
    void countsCachedTokensAsInput();
    void tellsTheStopTextMet();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void readsErrors_data();
    void readsErrors();
    void findsNoErrorInNonsense();
};

namespace {

using Parts = std::vector<MessagePart>;

QByteArray answer(const QByteArray &content, const QByteArray &stopReason = "end_turn")
{
    return R"({"output":{"message":{"role":"assistant","content":[)" + content + R"(]}},"stopReason":")"
        + stopReason + "\"}";
}

} // namespace

Q_DECLARE_METATYPE(std::vector<nexus::MessagePart>)
Q_DECLARE_METATYPE(nexus::FinishReason)

void BedrockAnswerTest::readsBlocks_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Parts>("parts");
    QTest::newRow("text") << QByteArray(R"({"text":"a"},{"text":""},{"text":"b"})")
                          << Parts {TextPart {"a"}, TextPart {"b"}};
    QTest::newRow("call keeps order and numbers") << QByteArray(
        R"({"toolUse":{"toolUseId":"t","name":"f","input":{ "z" : 9007199254740993, "a": [1, 2.5, null] }}})")
                                                  << Parts {ToolCallPart {.id = "t",
                                                         .name = "f",
                                                         .arguments
                                                         = R"({"z":9007199254740993,"a":[1,2.5,null]})"}};
    QTest::newRow("call without input, without id")
        << QByteArray(R"({"toolUse":{"name":"f"}},{"toolUse":{"name":"f","input":null}})")
        << Parts {ToolCallPart {.id = "tooluse_0", .name = "f", .arguments = "{}"},
               ToolCallPart {.id = "tooluse_1", .name = "f", .arguments = "{}"}};
    QTest::newRow("thoughts") << QByteArray(
        R"({"reasoningContent":{"reasoningText":{"text":"h","signature":"s"}}},{"reasoningContent":{"redactedContent":"Zm9v"}})")
                              << Parts {ReasoningPart {.text = "h", .signature = "s"},
                                     ReasoningPart {.redacted = "Zm9v"}};
    QTest::newRow("citations") << QByteArray(
        R"({"citationsContent":{"content":[{"text":"a"},{"text":"b"}]}})")
                               << Parts {TextPart {"ab"}};
    QTest::newRow("a tool of the provider's own") << QByteArray(
        R"({"toolUse":{"toolUseId":"t","name":"nova_grounding","input":{},"type":"server_tool_use"}})")
                                                  << Parts {};
    QTest::newRow("unknown blocks") << QByteArray(R"({"new":{}},{},[],7,{"text":3})") << Parts {};
    QTest::newRow("json answer by a tool is text, and stands alone") << QByteArray(
        R"({"text":"Here:"},{"toolUse":{"toolUseId":"t","name":"nexus_json_answer","input":{"b":1,"a":2}}})")
                                                                     << Parts {TextPart {R"({"b":1,"a":2})"}};
    QTest::newRow("json answer after thoughts and beside a call") << QByteArray(
        R"({"reasoningContent":{"reasoningText":{"text":"h"}}},{"toolUse":{"toolUseId":"t","name":"f"}},{"toolUse":{"toolUseId":"u","name":"nexus_json_answer","input":{}}})")
                                                                  << Parts {ReasoningPart {.text = "h"},
                                                                         TextPart {"{}"},
                                                                         ToolCallPart {.id = "t",
                                                                             .name = "f",
                                                                             .arguments = "{}"}};
}

void BedrockAnswerTest::readsBlocks()
{
    QFETCH(const QByteArray, content);
    QFETCH(const Parts, parts);
    const auto read = bedrock::readAnswer(answer(content));
    QVERIFY(read);
    QCOMPARE(read->choices.size(), std::size_t(1));
    QVERIFY(read->choices.front().parts == parts);
    QVERIFY(!read->usage);
}

void BedrockAnswerTest::mapsStopReasons_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FinishReason>("finish");
    const QByteArray call = R"({"toolUse":{"toolUseId":"t","name":"f","input":{}}})";
    const QByteArray json = R"({"toolUse":{"toolUseId":"t","name":"nexus_json_answer","input":{}}})";
    const auto row = [](const char *reason, FinishReason finish) {
        QTest::newRow(reason) << QByteArray(reason) << QByteArray() << finish;
    };
    row("end_turn", FinishReason::Stop);
    row("max_tokens", FinishReason::Length);
    row("model_context_window_exceeded", FinishReason::Length);
    row("stop_sequence", FinishReason::StopSequence);
    row("guardrail_intervened", FinishReason::ContentFilter);
    row("content_filtered", FinishReason::ContentFilter);
    row("malformed_model_output", FinishReason::Stop);
    row("malformed_tool_use", FinishReason::Stop);
    row("new_reason", FinishReason::Stop);
    QTest::newRow("tool_use") << QByteArray("tool_use") << call << FinishReason::ToolCalls;
    QTest::newRow("a call ends the turn") << QByteArray("end_turn") << call << FinishReason::ToolCalls;
    QTest::newRow("a call cut by the limit") << QByteArray("max_tokens") << call << FinishReason::Length;
    QTest::newRow("json answer by a tool") << QByteArray("tool_use") << json << FinishReason::Stop;
}

void BedrockAnswerTest::mapsStopReasons()
{
    QFETCH(const QByteArray, reason);
    QFETCH(const QByteArray, content);
    QFETCH(const FinishReason, finish);
    QCOMPARE(bedrock::readAnswer(answer(content, reason))->choices.front().finish, finish);
}

void BedrockAnswerTest::readsThePublishedAnswer()
{
    const auto read = bedrock::readAnswer(R"({
        "metrics": {"latencyMs": 551},
        "output": {"message": {"content": [{"text": "Here is a list of songs."}], "role": "assistant"}},
        "stopReason": "end_turn",
        "usage": {"inputTokens": 125, "outputTokens": 60, "totalTokens": 185}})");
    QVERIFY(read);
    QVERIFY((read->choices.front() == AnswerChoice {.parts = {TextPart {"Here is a list of songs."}}}));
    QVERIFY((read->usage == TokenUsage {.input = 125, .output = 60}));
    QVERIFY(read->id.empty() && read->model.empty());
}

void BedrockAnswerTest::countsCachedTokensAsInput()
{
    const auto read = bedrock::readAnswer(
        R"({"output":{"message":{"content":[]}},"usage":{"inputTokens":3,"outputTokens":4,"totalTokens":127,)"
        R"("cacheReadInputTokens":100,"cacheWriteInputTokens":20,"cacheDetails":[]}})");
    QVERIFY((read->usage == TokenUsage {.input = 123, .cacheRead = 100, .cacheWrite = 20, .output = 4}));
    const auto odd = bedrock::readAnswer(
        R"({"output":{"message":{"content":[]}},"usage":{"inputTokens":-3,"outputTokens":"4","cacheReadInputTokens":1.5}})");
    QVERIFY(odd->usage == TokenUsage {});
}

void BedrockAnswerTest::tellsTheStopTextMet()
{
    const auto read
        = bedrock::readAnswer(R"({"output":{"message":{"content":[]}},"stopReason":"stop_sequence",)"
                              R"("additionalModelResponseFields":{"stop_sequence":"END"}})");
    QCOMPARE(read->choices.front().stopSequence, std::string("END"));
}

void BedrockAnswerTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
        {"", "<html>", "null", "[]", "{}", R"({"output":[]})", R"({"output":{"message":null}})",
            R"({"output":{"message":{"content":"text"}}})", R"({"choices":[]})"}) {
        QTest::newRow(body) << QByteArray(body);
    }
    QTest::newRow("deep") << answer(
        R"({"toolUse":{"input":)" + QByteArray(300'000, '[') + QByteArray(300'000, ']') + "}}");
}

void BedrockAnswerTest::refusesWhatIsNoAnswer()
{
    QFETCH(const QByteArray, body);
    const auto read = bedrock::readAnswer(body);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::UpstreamInvalid);
}

void BedrockAnswerTest::readsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("meant");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](int status, const char *header, const char *body, int meant, const char *type,
                         const char *code, const char *message) {
        QTest::addRow("%d %s %s", status, header, body)
            << status << QByteArray(header) << QByteArray(body) << meant << QByteArray(type)
            << QByteArray(code) << QByteArray(message);
    };
    const char *body = R"({"message":"m"})";
    row(429, "ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/", body, 0,
        "rate_limit_error", "ThrottlingException", "m");
    row(400, "ThrottlingException", body, 429, "rate_limit_error", "ThrottlingException", "m");
    row(400, "ValidationException", R"({"Message":"M"})", 0, "invalid_request_error", "ValidationException",
        "M");
    row(403, "ExpiredTokenException", body, 401, "authentication_error", "ExpiredTokenException", "m");
    row(403, "UnrecognizedClientException", body, 401, "authentication_error", "UnrecognizedClientException",
        "m");
    row(403, "InvalidSignatureException", body, 401, "authentication_error", "InvalidSignatureException",
        "m");
    row(403, "", R"({"__type":"com.amazon.coral.service#UnrecognizedClientException","message":"m"})", 401,
        "authentication_error", "UnrecognizedClientException", "m");
    row(403, "AccessDeniedException", R"({"Message":"M"})", 0, "permission_error", "AccessDeniedException",
        "M");
    row(404, "ResourceNotFoundException", body, 0, "invalid_request_error", "ResourceNotFoundException", "m");
    row(400, "ServiceQuotaExceededException", body, 429, "rate_limit_error", "ServiceQuotaExceededException",
        "m");
    row(429, "ModelNotReadyException", body, 0, "rate_limit_error", "ModelNotReadyException", "m");
    row(408, "ModelTimeoutException", body, 504, "timeout_error", "ModelTimeoutException", "m");
    row(424, "ModelErrorException", R"({"message":"m","originalStatusCode":500})", 502, "api_error",
        "ModelErrorException", "m");
    row(424, "ModelErrorException", R"({"originalMessage":"o"})", 502, "api_error", "ModelErrorException",
        "o");
    row(500, "InternalServerException", body, 0, "api_error", "InternalServerException", "m");
    row(503, "ServiceUnavailableException", "", 0, "overloaded_error", "ServiceUnavailableException",
        "ServiceUnavailableException");
    row(418, "NewException", body, 0, "", "NewException", "m");
    row(403, "", R"({"message":"Missing Authentication Token"})", 0, "", "", "Missing Authentication Token");
    row(500, ":", body, 0, "", "", "m");
}

void BedrockAnswerTest::readsErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, body);
    const auto error = bedrock::readError(status, {{"X-Amzn-ErrorType", header}}, body);
    QVERIFY(error);
    QTEST(error->status, "meant");
    QTEST(error->type, "type");
    QTEST(error->code, "code");
    QTEST(error->message, "message");
}

void BedrockAnswerTest::findsNoErrorInNonsense()
{
    for (const char *body :
        {"", "<html>", "{}", "[]", "null", R"({"message":3})", R"({"error":{"message":"m"}})"}) {
        QVERIFY2(!bedrock::readError(500, {}, body), body);
    }
    QVERIFY(!bedrock::readError(500, {}, QByteArray(500'000, '[')));
}

QTEST_APPLESS_MAIN(BedrockAnswerTest)
#include "tst_bedrockanswer.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The mistakes that gateways are known to make when they translate, each by its name.

#include "gatewayfixture.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace nexus;
using kit::Answer;
using kit::Reply;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char *fourProviders
    = "[llm.providers.openai]\ntype = \"openai\"\nbase_url = \"@BASE@\"\napi_key = "
      "\"sk-secret-of-the-test\"\n"
      "[llm.providers.claude]\ntype = \"anthropic\"\nbase_url = \"@BASE@\"\napi_key = "
      "\"sk-secret-of-the-test\"\n"
      "[llm.providers.google]\ntype = \"google\"\nbase_url = \"@BASE@\"\napi_key = "
      "\"sk-secret-of-the-test\"\n"
      "[llm.providers.bedrock]\ntype = \"bedrock\"\nregion = \"eu-west-1\"\nbase_url = \"@BASE@\"\n"
      "api_key = \"sk-secret-of-the-test\"\n";

QByteArray sseEvent(const QByteArray &name, const QByteArray &data)
{
    return "event: " + name + "\ndata: " + data + "\n\n";
}

QByteArray written(const Json &value)
{
    return QByteArray::fromStdString(value.dump());
}

// Every way to answer in a whole that has nothing to say.
QByteArray emptyAnswer(const QByteArray &provider)
{
    if (provider == "claude") {
        return R"({"type":"message","role":"assistant","content":[],"stop_reason":"end_turn"})";
    }
    if (provider == "google") {
        return R"({"candidates":[{"content":{"parts":[]},"finishReason":"STOP"}]})";
    }
    if (provider == "bedrock") {
        return R"({"output":{"message":{"role":"assistant","content":[]}},"stopReason":"end_turn"})";
    }
    return R"({"choices":[{"index":0,"message":{"role":"assistant","content":""},"finish_reason":"stop"}]})";
}

} // namespace

class TranslationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void developerMessagesAreInstructions();
    void partsStringStopAndPlainToolsAreTaken();
    void limitsAndFormatsOfTodayArrive();
    void schemasKeepEveryKeywordInItsPlace();
    void severalResultsStayApartAndKeepTheirImages();
    void aMidStreamErrorIsNotSwallowed();
    void aStreamThatBreaksOffNeverLooksComplete();
    void tokensReadInAStreamAreNotLost();
    void statusesStayAndErrorObjectsAreNotNested_data();
    void statusesStayAndErrorObjectsAreNotNested();
    void aContentTypeMayHaveParameters();
    void theGoogleKeyIsInNoAddressAndNoError();
    void countingNeedsNoMaxTokens();
    void wholeNumbersStayWhole();
    void aProviderThatCannotBeAskedForUsageIsAskedAgainWithout_data();
    void aProviderThatCannotBeAskedForUsageIsAskedAgainWithout();
    void aClientsOwnWishForUsageMayBeRefused();

private:
    [[nodiscard]] Answer post(const QByteArray &path, const QByteArray &body, const kit::Headers &more = {});
    [[nodiscard]] Json sentFor(const QByteArray &provider, const QByteArray &rest);

    std::unique_ptr<GatewayFixture> m_fixture;
};

void TranslationTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
    m_fixture->startWith("llm.retries.max_attempts = 1\n" + QByteArray(fourProviders));
}

void TranslationTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

Answer TranslationTest::post(const QByteArray &path, const QByteArray &body, const kit::Headers &more)
{
    const auto client = m_fixture->connect();
    client->post(path, body, more);
    return client->waitForAnswers() ? client->answer() : Answer();
}

// What that provider gets for an OpenAI client's request with these members.
Json TranslationTest::sentFor(const QByteArray &provider, const QByteArray &rest)
{
    m_fixture->provider.script(Reply::json(200, emptyAnswer(provider)));
    const Answer answer
        = post("/v1/chat/completions", "{\"model\":\"" + provider + "/claude-x\"," + rest + '}');
    const auto received = m_fixture->provider.received();
    if (answer.status != 200 || received.empty()) {
        qWarning("%d %s", answer.status, answer.body.constData());
        return {};
    }
    return Json::parse(received.back().body.toStdString());
}

void TranslationTest::developerMessagesAreInstructions()
{
    const QByteArray rest
        = R"("messages":[{"role":"developer","content":"Be brief."},{"role":"user","content":"a"}])";
    const Json claude = sentFor("claude", rest);
    QCOMPARE(written(claude["system"]), written(Json("Be brief.")));
    QCOMPARE(claude["messages"].size(), 1U);
    QCOMPARE(written(sentFor("google", rest)["systemInstruction"]["parts"][0]["text"]),
        written(Json("Be brief.")));
    QCOMPARE(written(sentFor("bedrock", rest)["system"][0]["text"]), written(Json("Be brief.")));
}

void TranslationTest::partsStringStopAndPlainToolsAreTaken()
{
    const QByteArray rest
        = R"("messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url",)"
          R"("image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}}]}],"stop":"END",)"
          R"("tools":[{"type":"function","function":{"name":"now"}}])";
    const Json claude = sentFor("claude", rest);
    QCOMPARE(
        written(claude["messages"][0]["content"][1]["source"]["media_type"]), written(Json("image/png")));
    QCOMPARE(written(claude["stop_sequences"]), written(Json::array({"END"})));
    QCOMPARE(written(claude["tools"][0]["input_schema"]["type"]), written(Json("object")));
    const Json google = sentFor("google", rest);
    QCOMPARE(
        written(google["contents"][0]["parts"][1]["inlineData"]["mimeType"]), written(Json("image/png")));
    QCOMPARE(written(google["generationConfig"]["stopSequences"]), written(Json::array({"END"})));
    const Json bedrock = sentFor("bedrock", rest);
    QCOMPARE(written(bedrock["messages"][0]["content"][1]["image"]["format"]), written(Json("png")));
    QCOMPARE(written(bedrock["inferenceConfig"]["stopSequences"]), written(Json::array({"END"})));
}

void TranslationTest::limitsAndFormatsOfTodayArrive()
{
    const QByteArray rest = R"("messages":[{"role":"user","content":"a"}],"max_completion_tokens":77,)"
                            R"("response_format":{"type":"json_object"})";
    QCOMPARE(written(sentFor("claude", rest)["max_tokens"]), written(Json(77)));
    const Json google = sentFor("google", rest);
    QCOMPARE(written(google["generationConfig"]["maxOutputTokens"]), written(Json(77)));
    QCOMPARE(written(google["generationConfig"]["responseMimeType"]), written(Json("application/json")));
    QCOMPARE(written(sentFor("bedrock", rest)["inferenceConfig"]["maxTokens"]), written(Json(77)));
}

void TranslationTest::schemasKeepEveryKeywordInItsPlace()
{
    const QByteArray schema
        = R"({"type":"object","title":"T","properties":{"zeta":{"type":["string","null"],"minLength":1},)"
          R"("alpha":{"anyOf":[{"const":1},{"enum":[2,"x"]}]},"mid":{"$ref":"#/$defs/d"}},)"
          R"("additionalProperties":false,"$defs":{"d":{"type":"integer","maximum":9}},"required":["zeta"]})";
    const QByteArray rest = R"("messages":[{"role":"user","content":"a"}],"tools":[{"type":"function",)"
                            R"("function":{"name":"f","description":"d","parameters":)"
        + schema + "}}]";
    QCOMPARE(QByteArray::fromStdString(sentFor("claude", rest)["tools"][0]["input_schema"].dump()), schema);
    QCOMPARE(
        QByteArray::fromStdString(
            sentFor("bedrock", rest)["toolConfig"]["tools"][0]["toolSpec"]["inputSchema"]["json"].dump()),
        schema);
    const Json google = sentFor("google", rest)["tools"][0]["functionDeclarations"][0];
    const Json &properties = google.contains("parameters") ? google["parameters"]["properties"]
                                                           : google["parametersJsonSchema"]["properties"];
    QCOMPARE(properties.items().begin().key(), std::string("zeta"));
    QCOMPARE(properties.size(), 3U);
}

void TranslationTest::severalResultsStayApartAndKeepTheirImages()
{
    const QByteArray turns
        = R"("max_tokens":99,"messages":[{"role":"user","content":"a"},{"role":"assistant","content":[)"
          R"({"type":"thinking","thinking":"t","signature":"s"},{"type":"tool_use","id":"t1","name":"f","input":{}},)"
          R"({"type":"tool_use","id":"t2","name":"f","input":{}}]},{"role":"user","content":[)"
          R"({"type":"tool_result","tool_use_id":"t1","content":"one"},)"
          R"({"type":"tool_result","tool_use_id":"t2","is_error":true,"content":[{"type":"text","text":"two"},)"
          R"({"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}}]}]}],)"
          R"("tools":[{"name":"f","input_schema":{"type":"object"}}])";
    m_fixture->provider.script(Reply::json(200, emptyAnswer("openai")));
    QCOMPARE(post("/anthropic/v1/messages", "{\"model\":\"openai/m\"," + turns + '}').status, 200);
    const QByteArray body = m_fixture->provider.received(0).body;
    const Json messages = Json::parse(body.toStdString())["messages"];
    QCOMPARE(written(messages[2]["tool_call_id"]), written(Json("t1")));
    QCOMPARE(written(messages[3]["tool_call_id"]), written(Json("t2")));
    QVERIFY2(body.contains("data:image/png;base64,iVBORw0KGgo="), body.constData());
}

void TranslationTest::aMidStreamErrorIsNotSwallowed()
{
    m_fixture->provider.script(
        Reply::rawSse({sseEvent("message_start",
                           R"({"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":1}}})"),
            sseEvent(
                "error", R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})")}));
    const Answer answer = post("/v1/chat/completions",
        R"({"model":"claude/x","stream":true,"messages":[{"role":"user","content":"a"}]})");
    QVERIFY2(answer.events().constLast().contains("Overloaded"), answer.body.constData());
    QVERIFY(!answer.body.contains("[DONE]"));
}

void TranslationTest::aStreamThatBreaksOffNeverLooksComplete()
{
    m_fixture->provider.script(
        Reply::sse({R"({"candidates":[{"content":{"role":"model","parts":[{"text":"half"}]}}]})"}));
    const Answer answer = post("/anthropic/v1/messages",
        R"({"model":"google/x","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"a"}]})");
    QVERIFY(answer.body.contains("half"));
    QVERIFY2(answer.body.contains("event: error"), answer.body.constData());
    QVERIFY(!answer.body.contains("message_stop"));
}

void TranslationTest::tokensReadInAStreamAreNotLost()
{
    m_fixture->provider.script(Reply::rawSse(
        {sseEvent("message_start",
             R"({"type":"message_start","message":{"id":"msg_1","usage":{"input_tokens":3,"cache_read_input_tokens":4,)"
             R"("cache_creation_input_tokens":5,"output_tokens":1}}})"),
            sseEvent("message_delta",
                R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":6}})"),
            sseEvent("message_stop", R"({"type":"message_stop"})")}));
    const Answer answer = post("/v1/chat/completions",
        R"({"model":"claude/x","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"a"}]})");
    const QByteArrayList events = answer.events();
    QCOMPARE(events.constLast(), QByteArray("[DONE]"));
    const Json usage = Json::parse(events[events.size() - 2].toStdString())["usage"];
    QCOMPARE(written(usage["prompt_tokens"]), written(Json(12)));
    QCOMPARE(written(usage["completion_tokens"]), written(Json(6)));
    QCOMPARE(written(usage["prompt_tokens_details"]["cached_tokens"]), written(Json(4)));
    QVERIFY(m_fixture->requestLine().contains("tokens_in=12 tokens_out=6"));
}

void TranslationTest::statusesStayAndErrorObjectsAreNotNested_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("seen");
    for (const int status : {400, 403, 404, 413, 422, 429}) {
        QTest::addRow("%d", status) << status << status;
    }
    QTest::newRow("500") << 500 << 502;
    QTest::newRow("529") << 529 << 503;
}

void TranslationTest::statusesStayAndErrorObjectsAreNotNested()
{
    QFETCH(const int, status);
    QFETCH(const int, seen);
    m_fixture->provider.script(Reply::json(
        status, R"({"type":"error","error":{"type":"invalid_request_error","message":"too \"much\""}})"));
    const Answer answer
        = post("/v1/chat/completions", R"({"model":"claude/x","messages":[{"role":"user","content":"a"}]})");
    QCOMPARE(answer.status, seen);
    QCOMPARE(
        written(Json::parse(answer.body.toStdString())["error"]["message"]), written(Json("too \"much\"")));
}

void TranslationTest::aContentTypeMayHaveParameters()
{
    m_fixture->provider.script(Reply::json(200, emptyAnswer("google")));
    const auto client = m_fixture->connect();
    client->request("POST", "/anthropic/v1/messages/?beta=true",
        {{"Content-Type", "application/json; charset=utf-8"}, {"anthropic-beta", "something-new-2030-01-01"}},
        R"({"model":"google/x","max_tokens":9,"messages":[{"role":"user","content":"a"}]})");
    QVERIFY(client->waitForAnswers());
    QCOMPARE(client->answer().status, 200);
}

void TranslationTest::theGoogleKeyIsInNoAddressAndNoError()
{
    m_fixture->provider.script(Reply::closeAtOnce());
    m_fixture->provider.script(Reply::closeAtOnce());
    const Answer answer
        = post("/v1/chat/completions", R"({"model":"google/x","messages":[{"role":"user","content":"a"}]})");
    QCOMPARE(answer.status, 502);
    QVERIFY(!answer.body.contains(GatewayFixture::key));
    QVERIFY(!m_fixture->provider.received(0).target.contains(GatewayFixture::key));
    QCOMPARE(m_fixture->provider.received(0).header("x-goog-api-key"), QByteArray(GatewayFixture::key));
}

void TranslationTest::countingNeedsNoMaxTokens()
{
    const auto count = [this](const QByteArray &provider) {
        return post("/anthropic/v1/messages/count_tokens",
            "{\"model\":\"" + provider + R"(/x","messages":[{"role":"user","content":"twelve letters"}]})");
    };
    m_fixture->provider.script(Reply::json(200, R"({"input_tokens":21})"));
    QCOMPARE(count("claude").body, QByteArray(R"({"input_tokens":21})"));
    m_fixture->provider.script(Reply::json(200, R"({"totalTokens":22})"));
    QCOMPARE(count("google").body, QByteArray(R"({"input_tokens":22})"));
    for (const char *provider : {"openai", "bedrock"}) {
        const Answer answer = count(provider);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("x-nexus-token-count"), QByteArray("estimated"));
        QCOMPARE(answer.body, QByteArray(R"({"input_tokens":8})"));
    }
}

void TranslationTest::wholeNumbersStayWhole()
{
    m_fixture->provider.script(Reply::json(200,
        R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":{"z":5,"a":9007199254740993}}}]},)"
        R"("finishReason":"STOP"}]})"));
    const Answer answer
        = post("/v1/chat/completions", R"({"model":"google/x","messages":[{"role":"user","content":"a"}]})");
    const Json call = Json::parse(answer.body.toStdString())["choices"][0]["message"]["tool_calls"][0];
    QCOMPARE(written(call["function"]["arguments"]), written(Json(R"({"z":5,"a":9007199254740993})")));
}

void TranslationTest::aProviderThatCannotBeAskedForUsageIsAskedAgainWithout_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("openai client") << QByteArray("/v1/chat/completions");
    QTest::newRow("anthropic client") << QByteArray("/anthropic/v1/messages");
}

// As Mistral does.
void TranslationTest::aProviderThatCannotBeAskedForUsageIsAskedAgainWithout()
{
    QFETCH(const QByteArray, path);
    const Reply stream = Reply::sse(
        {R"({"choices":[{"index":0,"delta":{"content":"hi"},"finish_reason":"stop"}]})", "[DONE]"});
    m_fixture->provider.script(Reply::json(422,
        R"({"message":{"detail":[{"type":"extra_forbidden","loc":["body","stream_options","include_usage"]}]}})"));
    m_fixture->provider.setDefaultReply(stream);
    const QByteArray body
        = R"({"model":"openai/m","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"a"}]})";
    const Answer first = post(path, body);
    QCOMPARE(first.status, 200);
    QVERIFY2(first.body.contains("hi"), first.body.constData());
    QCOMPARE(first.header("x-nexus-attempts"), QByteArray("2"));
    QVERIFY(m_fixture->provider.received(0).body.contains("stream_options"));
    QVERIFY(!m_fixture->provider.received(1).body.contains("stream_options"));
    QVERIFY(m_fixture->requestLine().contains("attempts=2"));
    QCOMPARE(post(path, body).header("x-nexus-attempts"), QByteArray("1"));
    QVERIFY(!m_fixture->provider.received(2).body.contains("stream_options"));
}

void TranslationTest::aClientsOwnWishForUsageMayBeRefused()
{
    m_fixture->provider.script(Reply::json(422, R"({"message":"stream_options is not known"})"));
    const Answer answer = post("/v1/chat/completions",
        R"({"model":"openai/m","stream":true,"stream_options":{"include_usage":true},"messages":[]})");
    QCOMPARE(answer.status, 422);
    QCOMPARE(m_fixture->provider.received().size(), 1U);
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "tst_translation.moc"

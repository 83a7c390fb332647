// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests.h"

#include "dialects/bedrock/modelfamily.h"

#include <QTest>

using namespace nexus;
using namespace nexus::requests;

class BedrockOptionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesInferenceConfig();
    void leavesOutWhatIsUnset();
    void keepsToTheScaleOfTemperature();
    void leavesOutSamplingThatAModelRefuses_data();
    void leavesOutSamplingThatAModelRefuses();
    void placesTopK();
    void namesWhatItDrops();
    void refusesSeveralChoices();
    void asksToThink_data();
    void asksToThink();
    void keepsTheBudgetBelowTheLimit_data();
    void keepsTheBudgetBelowTheLimit();
    void doesNotThinkWithAForcedTool();
    void doesNotThinkAfterAThoughtlessCall();
    void reservesTokensForAThoughtfulAnswer();
    void keepsEffortAndSchemaTogether();
    void knowsModels_data();
    void knowsModels();
};

namespace {

using Mode = ReasoningOptions::Mode;

constexpr const char *opus46 = "anthropic.claude-opus-4-6-v1";
constexpr const char *opus47 = "eu.anthropic.claude-opus-4-7";
constexpr const char *nova2 = "global.amazon.nova-2-lite-v1:0";

ChatRequest thinking(const char *model, ReasoningOptions options)
{
    ChatRequest request = hello(model);
    request.reasoning = std::move(options);
    return request;
}

} // namespace

Q_DECLARE_METATYPE(nexus::ReasoningOptions)

void BedrockOptionsTest::writesInferenceConfig()
{
    ChatRequest request = hello("anthropic.claude-3-5-sonnet-20240620-v1:0");
    request.maxTokens = 100;
    request.temperature = 0.5;
    request.topP = 0.75;
    request.topK = 40;
    request.stop = {"END", "", "STOP"};
    const Json tree = body(request);
    QCOMPARE(at(tree, "/inferenceConfig"),
        QByteArray(R"({"maxTokens":100,"temperature":0.5,"topP":0.75,"stopSequences":["END","STOP"]})"));
    QCOMPARE(at(tree, "/additionalModelRequestFields"), QByteArray(R"({"top_k":40})"));
    QCOMPARE(at(tree, "/additionalModelResponseFieldPaths"), QByteArray(R"(["/stop_sequence"])"));
    QCOMPARE(droppedOf(request), QByteArray());
}

void BedrockOptionsTest::leavesOutWhatIsUnset()
{
    QCOMPARE(
        toText(body(hello())), QByteArray(R"({"messages":[{"role":"user","content":[{"text":"Hello"}]}]})"));
}

void BedrockOptionsTest::keepsToTheScaleOfTemperature()
{
    for (const char *model : {claude, nova, llama}) {
        ChatRequest request = hello(model);
        request.temperature = 1.7;
        QCOMPARE(at(request, "/inferenceConfig/temperature"), QByteArray("1.0"));
    }
}

void BedrockOptionsTest::leavesOutSamplingThatAModelRefuses_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("dropped");
    QTest::newRow("both") << QByteArray("anthropic.claude-sonnet-4-20250514-v1:0")
                          << QByteArray(R"({"temperature":0.5,"topP":0.75})") << QByteArray();
    QTest::newRow("one of both") << QByteArray(claude) << QByteArray(R"({"temperature":0.5})")
                                 << QByteArray("top_p");
    QTest::newRow("none") << QByteArray(opus47) << QByteArray() << QByteArray("temperature,top_p");
    QTest::newRow("gpt") << QByteArray("openai.gpt-6-luna") << QByteArray()
                         << QByteArray("temperature,top_p");
}

void BedrockOptionsTest::leavesOutSamplingThatAModelRefuses()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, config);
    QFETCH(const QByteArray, dropped);
    ChatRequest request = hello(model.toStdString());
    request.temperature = 0.5;
    request.topP = 0.75;
    QCOMPARE(at(request, "/inferenceConfig"), config);
    QCOMPARE(droppedOf(request), dropped);
}

void BedrockOptionsTest::placesTopK()
{
    ChatRequest request = hello(nova);
    request.topK = 40;
    QCOMPARE(at(request, "/additionalModelRequestFields"), QByteArray(R"({"inferenceConfig":{"topK":40}})"));
    request.model = llama;
    QCOMPARE(at(request, "/additionalModelRequestFields"), QByteArray());
    QCOMPARE(droppedOf(request), QByteArray("top_k"));
}

void BedrockOptionsTest::namesWhatItDrops()
{
    ChatRequest request = hello();
    request.dropped = {"logit_bias"};
    request.seed = 1;
    request.presencePenalty = 0.1;
    request.frequencyPenalty = 0.1;
    request.user = "u";
    request.allowsParallelTools = false;
    request.choiceCount = 1;
    QCOMPARE(droppedOf(request),
        QByteArray("logit_bias,seed,presence_penalty,frequency_penalty,user,parallel_tool_calls"));
}

void BedrockOptionsTest::refusesSeveralChoices()
{
    ChatRequest request = hello();
    request.choiceCount = 2;
    QCOMPARE(refusedParam(request), QByteArray("n"));
    const auto written = bedrock::writeRequest(request);
    QVERIFY(written.error().message.startsWith(QStringLiteral("/n ")));
}

void BedrockOptionsTest::asksToThink_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<ReasoningOptions>("options");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *name, const char *model, ReasoningOptions options, const char *fields,
                         const char *effort = "", const char *dropped = "") {
        QTest::newRow(name) << QByteArray(model) << std::move(options) << QByteArray(fields)
                            << QByteArray(effort) << QByteArray(dropped);
    };
    const char *summarized = R"({"thinking":{"type":"adaptive","display":"summarized"}})";
    row("nothing wished", claude, {}, "");
    row("budget", claude, {.mode = Mode::Enabled, .budget = 5000},
        R"({"thinking":{"type":"enabled","budget_tokens":5000}})");
    row("effort as budget", claude, {.effort = "low"},
        R"({"thinking":{"type":"enabled","budget_tokens":2048}})");
    row("smallest budget", claude, {.mode = Mode::Enabled, .budget = 1},
        R"({"thinking":{"type":"enabled","budget_tokens":1024}})");
    row("off", claude, {.mode = Mode::Disabled}, "");
    row("no effort", claude, {.effort = "none"}, "");
    row("budget where both are known", opus46, {.mode = Mode::Enabled, .budget = 5000},
        R"({"thinking":{"type":"enabled","budget_tokens":5000}})");
    row("effort where both are known", opus46, {.effort = "xhigh"}, R"({"thinking":{"type":"adaptive"}})",
        "\"high\"");
    row("adaptive", opus47, {.mode = Mode::Adaptive, .effort = "max"}, summarized, "\"max\"");
    row("effort, adaptive", opus47, {.effort = "minimal"}, summarized, "\"low\"");
    row("budget where it is unknown", opus47, {.mode = Mode::Enabled, .budget = 5000}, summarized, "",
        "thinking.budget_tokens");
    row("off, adaptive", opus47, {.mode = Mode::Disabled}, "");
    row("off where thinking is usual", "anthropic.claude-sonnet-5", {.effort = "none"},
        R"({"thinking":{"type":"disabled"}})");
    row("off where thinking is always", "anthropic.claude-fable-5", {.effort = "none"}, "");
    row("claude that cannot", "anthropic.claude-3-5-sonnet-20240620-v1:0", {.effort = "high"}, "", "",
        "reasoning_effort");
    row("nova 2", nova2, {.effort = "minimal"},
        R"({"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}})");
    row("nova 2 by mode", nova2, {.mode = Mode::Enabled, .budget = 5000},
        R"({"reasoningConfig":{"type":"enabled","maxReasoningEffort":"medium"}})");
    row("nova 2 off", nova2, {.effort = "none"}, "");
    row("nova 1", nova, {.mode = Mode::Enabled}, "", "", "thinking");
    row("gpt-oss", "openai.gpt-oss-20b-1:0", {.effort = "xhigh"}, R"({"reasoning_effort":"high"})");
    row("gpt-oss always thinks", "openai.gpt-oss-20b-1:0", {.effort = "none"},
        R"({"reasoning_effort":"low"})");
    row("gpt", "us.openai.gpt-5.6-sol", {.effort = "xhigh"}, R"({"reasoning":{"effort":"xhigh"}})");
    row("gpt off", "us.openai.gpt-5.6-sol", {.effort = "none"}, R"({"reasoning":{"effort":"none"}})");
    row("kimi", "moonshotai.kimi-k2.5", {.effort = "medium"}, R"({"reasoning_effort":"high"})");
    row("deepseek", "deepseek.v3-v1:0", {.effort = "high"}, "", "", "reasoning_effort");
}

void BedrockOptionsTest::asksToThink()
{
    QFETCH(const QByteArray, model);
    QFETCH(const ReasoningOptions, options);
    const ChatRequest request = thinking(model.constData(), options);
    const Json tree = body(request);
    QTEST(at(tree, "/additionalModelRequestFields"), "fields");
    QTEST(at(tree, "/outputConfig/effort"), "effort");
    QTEST(droppedOf(request), "dropped");
}

void BedrockOptionsTest::keepsTheBudgetBelowTheLimit_data()
{
    QTest::addColumn<ReasoningOptions>("options");
    QTest::addColumn<qint64>("maxTokens");
    QTest::addColumn<QByteArray>("budget");
    const ReasoningOptions large {.mode = Mode::Enabled, .budget = 5000};
    QTest::newRow("room enough") << large << qint64(8000) << QByteArray("5000");
    QTest::newRow("budget above the limit") << large << qint64(4000) << QByteArray("3999");
    QTest::newRow("effort leaves half for the answer")
        << ReasoningOptions {.effort = "high"} << qint64(4000) << QByteArray("2000");
    QTest::newRow("half would be too small")
        << ReasoningOptions {.effort = "high"} << qint64(1500) << QByteArray("1024");
    QTest::newRow("no room") << large << qint64(1024) << QByteArray();
}

void BedrockOptionsTest::keepsTheBudgetBelowTheLimit()
{
    QFETCH(const ReasoningOptions, options);
    QFETCH(const qint64, maxTokens);
    QFETCH(const QByteArray, budget);
    ChatRequest request = thinking(claude, options);
    request.maxTokens = maxTokens;
    const Json tree = body(request);
    QCOMPARE(at(tree, "/additionalModelRequestFields/thinking/budget_tokens"), budget);
    QCOMPARE(at(tree, "/inferenceConfig/maxTokens"), QByteArray::number(maxTokens));
    QCOMPARE(droppedOf(request), budget.isEmpty() ? QByteArray("thinking") : QByteArray());
}

void BedrockOptionsTest::doesNotThinkWithAForcedTool()
{
    ChatRequest request = thinking(claude, {.effort = "high"});
    request.tools = {{.name = "f"}};
    request.toolChoice.kind = ToolChoice::Kind::Required;
    QCOMPARE(at(request, "/toolConfig/toolChoice"), QByteArray(R"({"any":{}})"));
    QCOMPARE(at(request, "/additionalModelRequestFields"), QByteArray());
    QCOMPARE(droppedOf(request), QByteArray("reasoning_effort"));
    request.model = "anthropic.claude-sonnet-5"; // may do both
    QVERIFY(!at(request, "/additionalModelRequestFields/thinking").isEmpty());
}

void BedrockOptionsTest::doesNotThinkAfterAThoughtlessCall()
{
    ChatRequest request = thinking(claude, {.effort = "high"});
    request.messages = {says(Role::User, "q"), call("a", "f"), result("a", "1")};
    QCOMPARE(at(request, "/additionalModelRequestFields"), QByteArray());
    QCOMPARE(droppedOf(request), QByteArray("reasoning_effort"));
    request.messages[1].parts.insert(
        request.messages[1].parts.begin(), ReasoningPart {.text = "t", .signature = "s"});
    QVERIFY(!at(request, "/additionalModelRequestFields/thinking").isEmpty());
}

void BedrockOptionsTest::reservesTokensForAThoughtfulAnswer()
{
    ChatRequest request = thinking(claude, {.mode = Mode::Enabled, .budget = 5000});
    request.temperature = 0.5;
    request.topK = 5;
    QCOMPARE(at(request, "/inferenceConfig"), QByteArray(R"({"maxTokens":9096})"));
    QCOMPARE(droppedOf(request), QByteArray("top_k,temperature"));
    // Nova thinks as long as it likes at the highest effort, and takes no limit then.
    ChatRequest novaRequest = thinking(nova2, {.effort = "high"});
    novaRequest.maxTokens = 100;
    QCOMPARE(at(novaRequest, "/inferenceConfig"), QByteArray());
    QCOMPARE(droppedOf(novaRequest), QByteArray("max_tokens"));
    novaRequest.reasoning.effort = "low";
    QCOMPARE(at(novaRequest, "/inferenceConfig"), QByteArray(R"({"maxTokens":100})"));
}

void BedrockOptionsTest::keepsEffortAndSchemaTogether()
{
    ChatRequest request = thinking(opus47, {.effort = "high"});
    request.responseFormat = {.kind = ResponseFormat::Kind::JsonSchema,
        .schema = Json {{"type", "object"}, {"additionalProperties", false}}};
    const Json config = body(request)["outputConfig"];
    QVERIFY(config.contains("textFormat"));
    QCOMPARE(at(config, "/effort"), QByteArray("\"high\""));
    QCOMPARE(at(config, "/textFormat/structure/jsonSchema/name"), QByteArray("\"answer\""));
}

void BedrockOptionsTest::knowsModels_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("isClaude");
    QTest::addColumn<bool>("hasPromptCache");
    QTest::addColumn<bool>("hasHourCache");
    QTest::addColumn<bool>("hasJsonSchema");
    const auto row = [](const char *model, bool isClaude, bool caches, bool cachesLong, bool json) {
        QTest::newRow(model) << QByteArray(model) << isClaude << caches << cachesLong << json;
    };
    row("anthropic.claude-v2:1", true, false, false, false);
    row("anthropic.claude-3-haiku-20240307-v1:0", true, false, false, false);
    row("anthropic.claude-3-5-haiku-20241022-v1:0", true, true, false, false);
    row("us.anthropic.claude-3-7-sonnet-20250219-v1:0", true, true, false, false);
    row("anthropic.claude-opus-4-1-20250805-v1:0", true, true, false, false);
    row("jp.anthropic.claude-haiku-4-5-20251001-v1:0", true, true, true, true);
    row("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-6", true, true,
        true, true);
    row("anthropic.claude-mythos-preview", true, true, true, true);
    row("amazon.nova-pro-v1:0", false, true, false, false);
    row("arn:aws:bedrock:us-east-1::foundation-model/mistral.mistral-large-3-675b-instruct", false, false,
        false, true);
    row("mistral.mistral-large-2402-v1:0", false, false, false, false);
    row("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123", false, false, false,
        false);
    row("", false, false, false, false);
}

void BedrockOptionsTest::knowsModels()
{
    QFETCH(const QByteArray, model);
    const bedrock::ModelTraits traits = bedrock::traitsOf(model.toStdString());
    QTEST(traits.isClaude, "isClaude");
    QTEST(traits.hasPromptCache, "hasPromptCache");
    QTEST(traits.hasHourCache, "hasHourCache");
    QTEST(traits.hasJsonSchema, "hasJsonSchema");
}

QTEST_APPLESS_MAIN(BedrockOptionsTest)
#include "tst_bedrockoptions.moc"

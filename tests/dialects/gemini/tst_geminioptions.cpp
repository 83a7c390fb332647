// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "geminitest.h"

using namespace nexus;
using namespace nexus::gemini;

class GeminiOptionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOptions();
    void leavesDefaultsOut();
    void foldsLargeSeeds_data();
    void foldsLargeSeeds();
    void refusesTooManyStopTexts();
    void namesWhatItDropped();
    void writesFormats_data();
    void writesFormats();
    void asksForThoughts_data();
    void asksForThoughts();
    void countsWhatItWouldSend();
    void readsCounts_data();
    void readsCounts();
};

void GeminiOptionsTest::writesOptions()
{
    ChatRequest full = hello();
    full.maxTokens = 100;
    full.temperature = 0.5;
    full.topP = 0.9;
    full.topK = 40;
    full.stop = {"a", "", "b"};
    full.choiceCount = 2;
    full.seed = 7;
    full.presencePenalty = 0.25;
    full.frequencyPenalty = -0.5;
    QCOMPARE(at(written(full), "/generationConfig"),
        QByteArray(
            R"({"maxOutputTokens":100,"temperature":0.5,"topP":0.9,"topK":40,"stopSequences":["a","b"],)"
            R"("candidateCount":2,"seed":7,"presencePenalty":0.25,"frequencyPenalty":-0.5})"));
}

// Some models refuse the mere presence of penalties or of candidateCount.
void GeminiOptionsTest::leavesDefaultsOut()
{
    ChatRequest plain = hello();
    plain.choiceCount = 1;
    plain.presencePenalty = 0.0;
    plain.frequencyPenalty = 0.0;
    plain.stop = {""};
    plain.responseFormat.kind = ResponseFormat::Kind::Text;
    QCOMPARE(toText(written(plain)), QByteArray(R"({"contents":[{"role":"user","parts":[{"text":"hi"}]}]})"));
}

void GeminiOptionsTest::foldsLargeSeeds_data()
{
    QTest::addColumn<qint64>("seed");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("zero") << qint64(0) << QByteArray("0");
    QTest::newRow("largest") << qint64(2147483647) << QByteArray("2147483647");
    QTest::newRow("too large") << qint64(2147483648) << QByteArray("0");
    QTest::newRow("64 bits") << qint64(0x7000000000000005) << QByteArray("5");
    QTest::newRow("negative") << qint64(-1) << QByteArray("2147483647");
}

void GeminiOptionsTest::foldsLargeSeeds()
{
    QFETCH(const qint64, seed);
    QFETCH(const QByteArray, sent);
    ChatRequest seeded = hello();
    seeded.seed = seed;
    QCOMPARE(at(written(seeded), "/generationConfig/seed"), sent);
}

void GeminiOptionsTest::refusesTooManyStopTexts()
{
    ChatRequest many = hello();
    many.stop = {"1", "2", "3", "4", "5"};
    QVERIFY(writeRequest(many));
    many.stop.emplace_back("6");
    const auto out = writeRequest(many);
    QVERIFY(!out);
    QCOMPARE(out.error().kind, ErrorKind::InvalidRequest);
    QCOMPARE(out.error().param, QByteArray("stop"));
}

void GeminiOptionsTest::namesWhatItDropped()
{
    ChatRequest full
        = request({user({TextPart {.text = "hi", .cache = CacheMark::OneHour}})}, "gemini-2.0-flash");
    full.dropped = {"logit_bias"};
    full.user = "me";
    full.allowsParallelTools = false;
    full.reasoning.effort = "high";
    const auto out = writeRequest(full);
    QVERIFY(out);
    const std::vector<std::string> expected {
        "logit_bias", "reasoning_effort", "user", "parallel_tool_calls", "cache_control"};
    QVERIFY(out->dropped == expected);
    full.allowsParallelTools = true;
    full.user.clear();
    full.messages = {user({text("hi")})};
    full.reasoning = {};
    const auto quiet = writeRequest(full);
    QVERIFY(quiet);
    QVERIFY(quiet->dropped == std::vector<std::string> {"logit_bias"});
}

void GeminiOptionsTest::writesFormats_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("config");
    const int json = int(ResponseFormat::Kind::JsonObject);
    const int schema = int(ResponseFormat::Kind::JsonSchema);
    QTest::newRow("JSON") << json << QByteArray("null")
                          << QByteArray(R"({"responseMimeType":"application/json"})");
    QTest::newRow("schema")
        << schema
        << QByteArray(R"({"type":"object","properties":{"b":{"type":"string"},"a":{"type":"integer"}},)"
                      R"("required":["b","a"],"additionalProperties":false})")
        << QByteArray(
               R"({"responseMimeType":"application/json","responseSchema":{"type":"object",)"
               R"("properties":{"b":{"type":"string"},"a":{"type":"integer"}},"required":["b","a"]}})");
    QTest::newRow("a map") << schema
                           << QByteArray(R"({"type":"object","additionalProperties":{"type":"number"}})")
                           << QByteArray(R"({"responseMimeType":"application/json","responseJsonSchema":)"
                                         R"({"type":"object","additionalProperties":{"type":"number"}}})");
    QTest::newRow("no schema") << schema << QByteArray("{}")
                               << QByteArray(R"({"responseMimeType":"application/json"})");
}

void GeminiOptionsTest::writesFormats()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, config);
    ChatRequest formatted = hello();
    formatted.responseFormat.kind = ResponseFormat::Kind(kind);
    formatted.responseFormat.schema = parsed(schema.constData());
    QCOMPARE(at(written(formatted), "/generationConfig"), config);
}

void GeminiOptionsTest::asksForThoughts_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("effort");
    QTest::addColumn<int>("budget");
    QTest::addColumn<QByteArray>("config");
    using Mode = ReasoningOptions::Mode;
    const auto row = [](const char *name, const char *model, Mode mode, const char *effort, int budget,
                         const char *config) {
        QTest::newRow(name) << QByteArray(model) << int(mode) << QByteArray(effort) << budget
                            << QByteArray(config);
    };
    const char *flash = "gemini-2.5-flash";
    const char *pro = "gemini-2.5-pro";
    row("nothing asked", flash, Mode::Unset, "", 0, "");
    row("flash off by effort", flash, Mode::Unset, "none", 0, R"({"thinkingBudget":0})");
    row("flash off", flash, Mode::Disabled, "", 0, R"({"thinkingBudget":0})");
    row("pro cannot be off", pro, Mode::Disabled, "", 0, R"({"thinkingBudget":128})");
    row("low", flash, Mode::Unset, "low", 0, R"({"thinkingBudget":1024,"includeThoughts":true})");
    row("minimal", flash, Mode::Unset, "minimal", 0, R"({"thinkingBudget":1024,"includeThoughts":true})");
    row("medium", pro, Mode::Unset, "medium", 0, R"({"thinkingBudget":8192,"includeThoughts":true})");
    row("high", flash, Mode::Unset, "high", 0, R"({"thinkingBudget":24576,"includeThoughts":true})");
    row("xhigh pro", pro, Mode::Unset, "xhigh", 0, R"({"thinkingBudget":32768,"includeThoughts":true})");
    row("max flash", flash, Mode::Adaptive, "max", 0, R"({"thinkingBudget":24576,"includeThoughts":true})");
    row("budget", flash, Mode::Enabled, "", 5000, R"({"thinkingBudget":5000,"includeThoughts":true})");
    row("too much", flash, Mode::Enabled, "", 99999, R"({"thinkingBudget":24576,"includeThoughts":true})");
    row("too little", "gemini-2.5-flash-lite", Mode::Enabled, "", 100,
        R"({"thinkingBudget":512,"includeThoughts":true})");
    row("adaptive", flash, Mode::Adaptive, "", 0, R"({"thinkingBudget":-1,"includeThoughts":true})");
    row("3 low", "gemini-3-pro-preview", Mode::Unset, "low", 0,
        R"({"thinkingLevel":"low","includeThoughts":true})");
    row("3 pro has no medium", "gemini-3-pro-preview", Mode::Unset, "medium", 0,
        R"({"thinkingLevel":"high","includeThoughts":true})");
    row("3.1 pro has", "gemini-3.1-pro-preview", Mode::Unset, "medium", 0,
        R"({"thinkingLevel":"medium","includeThoughts":true})");
    row("3 flash minimal", "gemini-3-flash-preview", Mode::Unset, "minimal", 0,
        R"({"thinkingLevel":"minimal","includeThoughts":true})");
    row("3 flash nearly off", "gemini-3-flash-preview", Mode::Disabled, "", 0,
        R"({"thinkingLevel":"minimal"})");
    row("3 pro nearly off", "gemini-3-pro-preview", Mode::Unset, "none", 0, R"({"thinkingLevel":"low"})");
    row("3 max", "gemini-3.5-flash", Mode::Unset, "max", 0,
        R"({"thinkingLevel":"high","includeThoughts":true})");
    row("3 budget", "gemini-3-flash-preview", Mode::Enabled, "", 4000,
        R"({"thinkingLevel":"medium","includeThoughts":true})");
    row("3 adaptive", "gemini-3-flash-preview", Mode::Adaptive, "", 0, R"({"includeThoughts":true})");
    row("latest", "gemini-flash-latest", Mode::Unset, "low", 0,
        R"({"thinkingLevel":"low","includeThoughts":true})");
    row("2.0", "gemini-2.0-flash", Mode::Unset, "high", 0, "");
    row("images", "gemini-2.5-flash-image", Mode::Unset, "high", 0, "");
    row("no Gemini", "gemma-3-27b-it", Mode::Enabled, "", 2000, "");
}

void GeminiOptionsTest::asksForThoughts()
{
    QFETCH(const QByteArray, model);
    QFETCH(const int, mode);
    QFETCH(const QByteArray, effort);
    QFETCH(const int, budget);
    QFETCH(const QByteArray, config);
    ChatRequest thoughtful = hello(model.constData());
    thoughtful.reasoning.mode = ReasoningOptions::Mode(mode);
    thoughtful.reasoning.effort = effort.toStdString();
    if (budget > 0) {
        thoughtful.reasoning.budget = budget;
    }
    QCOMPARE(at(written(thoughtful), "/generationConfig/thinkingConfig"), config);
}

void GeminiOptionsTest::countsWhatItWouldSend()
{
    ChatRequest full = hello();
    full.messages.push_back({.role = Role::System, .parts = {text("s")}});
    full.tools = {{.name = "f", .description = "d"}};
    full.maxTokens = 5;
    const auto count = writeCountRequest(full);
    QVERIFY(count);
    Json expected = Json::object({{"model", "models/gemini-2.5-flash"}});
    expected.update(written(full));
    QCOMPARE(count->body, toText(Json::object({{"generateContentRequest", expected}})));
    full.model = "tunedModels/mine";
    const auto tuned = writeCountRequest(full);
    QVERIFY(tuned && tuned->body.contains(R"("model":"tunedModels/mine")"));
    QVERIFY(!writeCountRequest(request({})));
}

void GeminiOptionsTest::readsCounts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count");
    QTest::newRow("documented") << QByteArray(
        R"({"totalTokens":31,"promptTokensDetails":[{"modality":"TEXT","tokenCount":31}]})")
                                << 31;
    QTest::newRow("as text") << QByteArray(R"({"totalTokens":"31"})") << 31;
    QTest::newRow("nothing") << QByteArray("{}") << -1;
    QTest::newRow("no JSON") << QByteArray("<html>") << -1;
}

void GeminiOptionsTest::readsCounts()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, count);
    const auto out = readCount(body);
    QCOMPARE(out ? int(*out) : -1, count);
    QVERIFY(out || out.error().kind == ErrorKind::UpstreamInvalid);
}

QTEST_APPLESS_MAIN(GeminiOptionsTest)
#include "tst_geminioptions.moc"

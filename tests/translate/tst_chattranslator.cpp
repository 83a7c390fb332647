// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/chattranslator.h"

#include <QTest>

using namespace nexus;

namespace {

ChatTranslator translatorOf(ProviderDialect provider, Dialect client, ReasoningMemory &memory)
{
    return ChatTranslator({.provider = provider,
                              .client = client,
                              .context = {.model = "asked", .wantsUsage = true},
                              .requestId = "req_1",
                              .secrets = {"sk-secret-of-the-test"}},
        memory);
}

QByteArray openAiEvent(const QByteArray &delta, const QByteArray &finish = "null")
{
    return R"(data: {"id":"x","model":"m","choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)"
        + finish + "}]}\n\n";
}

const QByteArray callDelta
    = R"({"tool_calls":[{"index":0,"id":"c1","function":{"name":"f","arguments":"{}"}}]})";

ChatRequest turnWithCall(const std::string &id)
{
    ChatRequest request;
    request.messages.push_back({.role = Role::Assistant,
        .name = {},
        .parts = {ToolCallPart {.id = id, .name = "f", .arguments = "{}", .signature = {}}}});
    return request;
}

} // namespace

class ChatTranslatorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unsignedThoughtsAreMarkedForAnthropicClients();
    void thoughtsBehindCallsAreRemembered_data();
    void thoughtsBehindCallsAreRemembered();
    void theUsageIsLearnt();
    void anErrorInsideTheStreamEndsItInTheClientsDialect();
    void aCutStreamHasNoEnd();
    void anAnswerThatIsNoneIsAnError();

private:
    ReasoningMemory m_memory;
};

void ChatTranslatorTest::unsignedThoughtsAreMarkedForAnthropicClients()
{
    ChatTranslator translator = translatorOf(ProviderDialect::OpenAi, Dialect::Anthropic, m_memory);
    QByteArray out = translator.chunk(openAiEvent(R"({"reasoning_content":"hm"})")).value();
    out += translator.chunk(openAiEvent(R"({"content":"so"})")).value();
    const qsizetype signature = out.indexOf(R"("signature":"nexus:openai:")");
    QVERIFY2(signature > out.indexOf("hm"), out.constData());
    QVERIFY(signature < out.indexOf("\"so\""));
}

void ChatTranslatorTest::thoughtsBehindCallsAreRemembered_data()
{
    QTest::addColumn<bool>("isStream");
    QTest::newRow("whole") << false;
    QTest::newRow("stream") << true;
}

void ChatTranslatorTest::thoughtsBehindCallsAreRemembered()
{
    QFETCH(const bool, isStream);
    ReasoningMemory memory;
    ChatTranslator translator = translatorOf(ProviderDialect::OpenAi, Dialect::Anthropic, memory);
    if (isStream) {
        QVERIFY(translator.chunk(openAiEvent(R"({"reasoning_content":"h"})")));
        QVERIFY(translator.chunk(openAiEvent(R"({"reasoning_content":"m"})")));
        QVERIFY(translator.chunk(openAiEvent(callDelta, "\"tool_calls\"") + "data: [DONE]\n\n"));
        QVERIFY(translator.end());
    } else {
        QVERIFY(translator.whole(
            R"({"choices":[{"index":0,"message":{"role":"assistant",)"
            R"("reasoning_content":"hm","tool_calls":[{"id":"c1","type":"function",)"
            R"("function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}]})"));
    }
    ChatRequest next = turnWithCall("c1");
    memory.restore(ProviderDialect::OpenAi, next);
    const auto *const thought = std::get_if<ReasoningPart>(&next.messages[0].parts.front());
    QVERIFY(thought != nullptr);
    QCOMPARE(thought->text, std::string("hm"));
}

void ChatTranslatorTest::theUsageIsLearnt()
{
    ChatTranslator translator = translatorOf(ProviderDialect::OpenAi, Dialect::Anthropic, m_memory);
    QVERIFY(!translator.usage());
    QVERIFY(translator.chunk(openAiEvent(R"({"content":"a"})", "\"stop\"")
        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n"
          "data: {\"choices\":[],\"usage\":null}\n\ndata: [DONE]\n\n"));
    QVERIFY(translator.end());
    QCOMPARE(translator.usage(), std::optional(TokenUsage {.input = 3, .output = 2}));
}

void ChatTranslatorTest::anErrorInsideTheStreamEndsItInTheClientsDialect()
{
    ChatTranslator translator = translatorOf(ProviderDialect::OpenAi, Dialect::Anthropic, m_memory);
    const QByteArray out = translator
                               .chunk(openAiEvent(R"({"content":"a"})")
                                   + "data: {\"error\":{\"message\":\"bad sk-secret-of-the-test\"}}\n\n")
                               .value();
    QVERIFY2(out.contains("event: error\n"), out.constData());
    QVERIFY(!out.contains("sk-secret"));
    QVERIFY(translator.reportedError());
    QVERIFY(translator.chunk("data: [DONE]\n\n").value().isEmpty());
    QVERIFY(!translator.end());
}

void ChatTranslatorTest::aCutStreamHasNoEnd()
{
    ChatTranslator translator = translatorOf(ProviderDialect::Anthropic, Dialect::OpenAi, m_memory);
    QVERIFY(translator.chunk("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n"));
    QVERIFY(!translator.isDone());
    const Result<QByteArray> end = translator.end();
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::UpstreamInvalid);
}

void ChatTranslatorTest::anAnswerThatIsNoneIsAnError()
{
    for (const ProviderDialect provider : {ProviderDialect::OpenAi, ProviderDialect::Anthropic,
             ProviderDialect::Gemini, ProviderDialect::Bedrock}) {
        ChatTranslator translator = translatorOf(provider, Dialect::Anthropic, m_memory);
        const Result<QByteArray> answer = translator.whole("<html>");
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::UpstreamInvalid);
    }
}

QTEST_APPLESS_MAIN(ChatTranslatorTest)
#include "tst_chattranslator.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/answertokens.h"
#include "translate/tokencount.h"
#include "wire/jsonstring.h"

#include <QTest>

using namespace nexus;

namespace {

AnswerEstimate countedBy(qsizetype step, QByteArrayView stream, Operation operation, Dialect client)
{
    AnswerTokens tokens(operation, client);
    for (qsizetype pos = 0; pos < stream.size(); pos += step) {
        tokens.feed(stream.sliced(pos, std::min(step, stream.size() - pos)));
    }
    return tokens.estimate();
}

QByteArray openAiEvent(const QByteArray &delta)
{
    return "data: "
           "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"model\":\"some-model\",\"choices\":"
           "[{\"index\":0,\"delta\":"
        + delta + ",\"logprobs\":null,\"finish_reason\":null}]}\n\n";
}

QByteArray anthropicEvent(const QByteArray &name, const QByteArray &data)
{
    return "event: " + name + "\ndata: " + data + "\n\n";
}

} // namespace

class AnswerTokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextCountsAsInARequest_data();
    void aTextCountsAsInARequest();
    void everyPartOfAnOpenAiStream();
    void reasoningUnderTwoNamesCountsOnce();
    void everyPartOfAnAnthropicStream();
    void completions();
    void wholeAnswers();
    void whatIsNoAnswerCountsNothing();
    void costOfAnEvent();
};

void AnswerTokensTest::aTextCountsAsInARequest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("inJson");
    const QByteArray smile = "\xf0\x9f\x98\x80";
    QTest::newRow("nothing") << QByteArray() << QByteArray(R"("")");
    QTest::newRow("english") << QByteArray("the quick brown fox jumps") << QByteArray();
    QTest::newRow("greek") << QByteArray("\xce\xb1\xce\xb2\xce\xb3") << QByteArray();
    QTest::newRow("chinese") << QByteArray("\xe4\xbd\xa0\xe5\xa5\xbd!") << QByteArray();
    QTest::newRow("pictograph") << smile << QByteArray();
    QTest::newRow("escapes") << QByteArray("a \"quote\"\\ and\n\ta line") << QByteArray();
    QTest::newRow("escaped letters") << "\xc3\xa9\xe4\xbd\xa0" + smile + "a"
                                     << QByteArray(R"("\u00e9\u4F60\ud83d\ude00\u0061")");
}

void AnswerTokensTest::aTextCountsAsInARequest()
{
    QFETCH(const QByteArray, text);
    QFETCH(QByteArray, inJson);
    if (inJson.isEmpty()) {
        inJson = jsonString(text);
    }
    const QByteArray stream = openAiEvent("{\"content\":" + inJson + "}");
    for (qsizetype step = 1; step <= stream.size(); ++step) {
        QCOMPARE(countedBy(step, stream, Operation::Chat, Dialect::OpenAi).output,
            estimatedTokens(text.toStdString()));
    }
}

void AnswerTokensTest::everyPartOfAnOpenAiStream()
{
    const QByteArray stream = openAiEvent(R"({"role":"assistant","content":null,"refusal":null})")
        + openAiEvent(R"({"reasoning_content":"I think"})") + openAiEvent(R"({"content":"Hello"})")
        + ": a comment with \"a quote\n\n" + openAiEvent(R"({"content":" there"})")
        + openAiEvent(
            R"({"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"look","arguments":""}}]})")
        + openAiEvent(R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"at\":1}"}}]})")
        + "data: [DONE]\n\n";
    const qint64 quarters = 7 + 11 + 4 + 8;
    const AnswerEstimate expected {.output = (quarters + 3) / 4 + tokensPerMessage, .reasoning = 2};
    for (qsizetype step = 1; step <= stream.size(); ++step) {
        QCOMPARE(countedBy(step, stream, Operation::Chat, Dialect::OpenAi), expected);
    }
}

void AnswerTokensTest::reasoningUnderTwoNamesCountsOnce()
{
    const QByteArray stream = openAiEvent(R"({"reasoning":"so I think","reasoning_content":"so I think"})");
    QCOMPARE(countedBy(stream.size(), stream, Operation::Chat, Dialect::OpenAi),
        (AnswerEstimate {.output = 3, .reasoning = 3}));
}

void AnswerTokensTest::everyPartOfAnAnthropicStream()
{
    const QByteArray stream
        = anthropicEvent("message_start",
              R"({"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"m","usage":{"input_tokens":9,"output_tokens":1}}})")
        + anthropicEvent("content_block_start",
            R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})")
        + anthropicEvent("content_block_delta",
            R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"I think."}})")
        + anthropicEvent("content_block_delta",
            R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"EqQBCgIYAhIM"}})")
        + anthropicEvent("ping", R"({"type":"ping"})")
        + anthropicEvent("content_block_delta",
            R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Hello there."}})")
        + anthropicEvent("content_block_start",
            R"({"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"toolu_1","name":"look","input":{}}})")
        + anthropicEvent("content_block_delta",
            R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"a\":1}"}})");
    const qint64 quarters = 8 + 12 + 4 + 7;
    const AnswerEstimate expected {.output = (quarters + 3) / 4 + tokensPerMessage, .reasoning = 2};
    for (qsizetype step = 1; step <= stream.size(); ++step) {
        QCOMPARE(countedBy(step, stream, Operation::Chat, Dialect::Anthropic), expected);
    }
}

void AnswerTokensTest::completions()
{
    const QByteArray event
        = R"(data: {"object":"text_completion","choices":[{"text":"one two"}],"model":"m"})";
    QCOMPARE(countedBy(5, event + "\n\n", Operation::Completions, Dialect::OpenAi),
        (AnswerEstimate {.output = 2, .reasoning = 0}));
    QCOMPARE(estimatedAnswer(event.sliced(6), Operation::Completions, Dialect::OpenAi),
        (AnswerEstimate {.output = 2, .reasoning = 0}));
}

void AnswerTokensTest::wholeAnswers()
{
    const QByteArray openAi
        = R"({"id":"1","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant","reasoning_content":"I think.","content":"Hello there."},"finish_reason":"stop"}]})";
    QCOMPARE(estimatedAnswer(openAi, Operation::Chat, Dialect::OpenAi),
        (AnswerEstimate {.output = 5, .reasoning = 2}));
    const QByteArray anthropic
        = R"({"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"Hello there."},{"type":"tool_use","id":"toolu_1","name":"look","input":{"a":1}}],"stop_reason":"tool_use","usage":{"input_tokens":1,"output_tokens":0}})";
    QCOMPARE(estimatedAnswer(anthropic, Operation::Chat, Dialect::Anthropic),
        (AnswerEstimate {.output = 3 + 1 + 2 + tokensPerMessage, .reasoning = 0}));
    QCOMPARE(estimatedAnswer(
                 R"({"choices":[{"message":{"content":"Hello there.)", Operation::Chat, Dialect::OpenAi),
        (AnswerEstimate {.output = 3, .reasoning = 0}));
}

void AnswerTokensTest::whatIsNoAnswerCountsNothing()
{
    QCOMPARE(estimatedAnswer({}, Operation::Chat, Dialect::OpenAi), AnswerEstimate());
    const QByteArray error
        = R"({"type":"error","error":{"type":"overloaded_error","message":"Try again."},"request_id":"1"})";
    QCOMPARE(countedBy(9, "data: " + error + "\n\n", Operation::Chat, Dialect::Anthropic), AnswerEstimate());
}

void AnswerTokensTest::costOfAnEvent()
{
    const QByteArray event = openAiEvent(R"({"content":" there"})");
    AnswerTokens tokens(Operation::Chat, Dialect::OpenAi);
    QBENCHMARK
    {
        for (int i = 0; i < 1000; ++i) {
            tokens.feed(event);
        }
    }
    QVERIFY(tokens.estimate().output > 0);
}

QTEST_GUILESS_MAIN(AnswerTokensTest)
#include "tst_answertokens.moc"

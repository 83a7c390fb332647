// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/foreignthoughts.h"

#include <QTest>

using namespace nexus;

namespace {

ChatRequest thinking(const std::string &signature)
{
    ChatRequest request;
    request.messages.push_back({.role = Role::Assistant,
        .name = {},
        .parts
        = {ReasoningPart {.text = "hm", .signature = signature, .redacted = {}}, TextPart {.text = "so"}}});
    return request;
}

} // namespace

class ForeignThoughtsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSignatureComesBackToItsMaker_data();
    void aSignatureComesBackToItsMaker();
    void thoughtsOfOthersStayAway();
    void anthropicsOwnIsNoSignatureForOthers();
    void foreignBlocksAreTakenOut_data();
    void foreignBlocksAreTakenOut();
    void otherBodiesKeepEveryByte();
    void aToolLoopThatLostItsThoughtGoesOnWithoutThinking();
};

void ForeignThoughtsTest::aSignatureComesBackToItsMaker_data()
{
    QTest::addColumn<ProviderDialect>("provider");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("anthropic") << ProviderDialect::Anthropic << QByteArray("EqQB==");
    QTest::newRow("bedrock") << ProviderDialect::Bedrock << QByteArray("EqQB==");
    QTest::newRow("gemini") << ProviderDialect::Gemini << QByteArray("CiQB==");
    QTest::newRow("unsigned") << ProviderDialect::OpenAi << QByteArray();
}

void ForeignThoughtsTest::aSignatureComesBackToItsMaker()
{
    QFETCH(const ProviderDialect, provider);
    QFETCH(const QByteArray, signature);
    ChatRequest request = thinking(markedSignature(provider, signature.toStdString()));
    sortOutThoughts(provider, request);
    QVERIFY(request == thinking(signature.toStdString()));
}

void ForeignThoughtsTest::thoughtsOfOthersStayAway()
{
    for (const ProviderDialect provider :
        {ProviderDialect::Anthropic, ProviderDialect::Bedrock, ProviderDialect::OpenAi}) {
        ChatRequest request = thinking(markedSignature(ProviderDialect::Gemini, "sig"));
        sortOutThoughts(provider, request);
        QCOMPARE(request.messages[0].parts.size(), 1U);
    }
}

void ForeignThoughtsTest::anthropicsOwnIsNoSignatureForOthers()
{
    ChatRequest request = thinking("EqQB==");
    sortOutThoughts(ProviderDialect::Gemini, request);
    QVERIFY(request == thinking(""));
}

void ForeignThoughtsTest::foreignBlocksAreTakenOut_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray foreign = R"({"type":"thinking","thinking":"hm","signature":"nexus:gemini:x"})";
    QTest::newRow("beside text")
        << "{\"messages\":[{\"role\":\"assistant\",\"content\":[" + foreign
            + R"(,{"type":"text","text":"so"}]}]})"
        << QByteArray(R"({"messages":[{"role":"assistant","content":[{"type":"text","text":"so"}]}]})");
    QTest::newRow("alone")
        << "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":["
            + foreign + "]}]}"
        << QByteArray(R"({"messages":[{"role":"user","content":"a"}]})");
}

void ForeignThoughtsTest::foreignBlocksAreTakenOut()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QCOMPARE(withoutForeignThoughts(before).body, after);
}

void ForeignThoughtsTest::otherBodiesKeepEveryByte()
{
    for (const QByteArray &body : {QByteArray(R"({ "messages" : [ {"content":"nexus: hi"} ], "n": 1.0 })"),
             QByteArray("nexus: no json"), QByteArray(R"({"messages":"nexus:gemini:"})")}) {
        QCOMPARE(withoutForeignThoughts(body).body, body);
    }
}

// Anthropic wants a thought in front of the newest calls while thinking is on.
void ForeignThoughtsTest::aToolLoopThatLostItsThoughtGoesOnWithoutThinking()
{
    const auto body = [](const QByteArray &second) -> QByteArray {
        return R"({"thinking":{"type":"enabled"},"messages":[{"role":"assistant","content":[{"type":"thinking",)"
               R"("thinking":"a","signature":"nexus:gemini:x"},{"type":"tool_use","id":"1"}]},{"role":"assistant",)"
               R"("content":[{"type":"thinking","thinking":"b","signature":")"
            + second + R"("},{"type":"tool_use","id":"2"}]}]})";
    };
    const OwnThoughts lost = withoutForeignThoughts(body("nexus:gemini:y"));
    QVERIFY(lost.isThinkingDropped);
    QVERIFY(!lost.body.contains("thinking"));
    const OwnThoughts kept = withoutForeignThoughts(body("own"));
    QVERIFY(!kept.isThinkingDropped);
    QVERIFY(kept.body.contains(R"("thinking":{"type":"enabled"})"));
}

QTEST_APPLESS_MAIN(ForeignThoughtsTest)
#include "tst_foreignthoughts.moc"

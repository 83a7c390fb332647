// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/reasoningmemory.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

ReasoningPart thought(const std::string &text, const std::string &signature = "sig")
{
    return {.text = text, .signature = signature, .redacted = {}};
}

ToolCallPart call(const std::string &id, const std::string &signature = {})
{
    return {.id = id, .name = "look", .arguments = "{}", .signature = signature};
}

ChatRequest turnWith(std::vector<MessagePart> parts)
{
    ChatRequest request;
    request.messages.push_back({.role = Role::User, .name = {}, .parts = {TextPart {.text = "go"}}});
    request.messages.push_back({.role = Role::Assistant, .name = {}, .parts = std::move(parts)});
    return request;
}

} // namespace

class ReasoningMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thoughtsComeBackInFrontOfTheirCalls();
    void anyCallOfATurnFindsIt();
    void signaturesOfCallsComeBack();
    void whatTheClientCarriedWithASignatureStays();
    void unsignedThoughtsOfTheClientAreReplaced();
    void anotherProviderDoesNotGetThem();
    void claudeMayMoveToBedrock();
    void answersWithoutCallsAreNotKept();
    void oldTurnsAreForgotten();
    void theNumberIsBounded();
    void theBytesAreBounded();
    void anIdUsedAgainBelongsToTheLatestTurn();

private:
    ReasoningMemory::TimePoint m_now {};
    ReasoningMemory m_memory {
        {.maxTurns = 3, .maxBytes = 10'000, .maxAge = std::chrono::minutes(10)}, [this] { return m_now; }};

private Q_SLOTS:
    // The member is the same in every function, so each uses ids of its own, far from the ones before.
    void init() { m_now += 1h; }
};

void ReasoningMemoryTest::thoughtsComeBackInFrontOfTheirCalls()
{
    m_memory.remember(
        ProviderDialect::Anthropic, {thought("hm"), TextPart {.text = "let me see"}, call("a1")});
    ChatRequest request = turnWith({TextPart {.text = "let me see"}, call("a1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    const std::vector<MessagePart> expected {thought("hm"), TextPart {.text = "let me see"}, call("a1")};
    QVERIFY(request.messages[1].parts == expected);
}

void ReasoningMemoryTest::anyCallOfATurnFindsIt()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("hm"), call("b1"), call("b2")});
    ChatRequest request = turnWith({call("b2")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    QCOMPARE(request.messages[1].parts.size(), 2U);
}

void ReasoningMemoryTest::signaturesOfCallsComeBack()
{
    m_memory.remember(ProviderDialect::Gemini, {call("c1", "s1"), call("c2")});
    ChatRequest request = turnWith({call("c1"), call("c2")});
    m_memory.restore(ProviderDialect::Gemini, request);
    const std::vector<MessagePart> expected {call("c1", "s1"), call("c2")};
    QVERIFY(request.messages[1].parts == expected);
}

void ReasoningMemoryTest::whatTheClientCarriedWithASignatureStays()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("ours"), call("d1")});
    ChatRequest request = turnWith({thought("theirs"), call("d1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    const std::vector<MessagePart> expected {thought("theirs"), call("d1")};
    QVERIFY(request.messages[1].parts == expected);
}

void ReasoningMemoryTest::unsignedThoughtsOfTheClientAreReplaced()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("signed"), call("e1")});
    ChatRequest request = turnWith({thought("as reasoning_content", ""), call("e1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    const std::vector<MessagePart> expected {thought("signed"), call("e1")};
    QVERIFY(request.messages[1].parts == expected);
}

void ReasoningMemoryTest::anotherProviderDoesNotGetThem()
{
    m_memory.remember(ProviderDialect::Gemini, {thought("hm"), call("f1", "s")});
    ChatRequest request = turnWith({call("f1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    const std::vector<MessagePart> expected {call("f1")};
    QVERIFY(request.messages[1].parts == expected);
}

void ReasoningMemoryTest::claudeMayMoveToBedrock()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("hm"), call("g1")});
    ChatRequest request = turnWith({call("g1")});
    m_memory.restore(ProviderDialect::Bedrock, request);
    QCOMPARE(request.messages[1].parts.size(), 2U);
}

void ReasoningMemoryTest::answersWithoutCallsAreNotKept()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("hm"), TextPart {.text = "done"}});
    m_memory.remember(ProviderDialect::Anthropic, {TextPart {.text = "plain"}, call("h1")});
    ChatRequest request = turnWith({call("h1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    QCOMPARE(m_memory.turnCount(), 0U);
}

void ReasoningMemoryTest::oldTurnsAreForgotten()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("hm"), call("i1")});
    m_now += 11min;
    ChatRequest request = turnWith({call("i1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    QCOMPARE(request.messages[1].parts.size(), 1U);
    QCOMPARE(m_memory.turnCount(), 0U);
}

void ReasoningMemoryTest::theNumberIsBounded()
{
    for (const char *id : {"j1", "j2", "j3", "j4"}) {
        m_memory.remember(ProviderDialect::Anthropic, {thought("hm"), call(id)});
    }
    QCOMPARE(m_memory.turnCount(), 3U);
    ChatRequest request = turnWith({call("j1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    QCOMPARE(request.messages[1].parts.size(), 1U);
}

void ReasoningMemoryTest::theBytesAreBounded()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought(std::string(20'000, 'x')), call("k0")});
    ChatRequest request = turnWith({call("k0")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    QCOMPARE(request.messages[1].parts.size(), 1U);
    for (const char *id : {"k1", "k2"}) {
        m_memory.remember(ProviderDialect::Anthropic, {thought(std::string(7'000, 'x')), call(id)});
    }
    QCOMPARE(m_memory.turnCount(), 1U);
}

void ReasoningMemoryTest::anIdUsedAgainBelongsToTheLatestTurn()
{
    m_memory.remember(ProviderDialect::Anthropic, {thought("first"), call("l1")});
    m_memory.remember(ProviderDialect::Anthropic, {thought("second"), call("l1")});
    m_memory.remember(ProviderDialect::Anthropic, {thought("x"), call("l2")});
    m_memory.remember(ProviderDialect::Anthropic, {thought("x"), call("l3")});
    ChatRequest request = turnWith({call("l1")});
    m_memory.restore(ProviderDialect::Anthropic, request);
    const std::vector<MessagePart> expected {thought("second"), call("l1")};
    QVERIFY(request.messages[1].parts == expected);
}

QTEST_APPLESS_MAIN(ReasoningMemoryTest)
#include "tst_reasoningmemory.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QTest>

using namespace nexus;
using namespace nexus::anthropic;

using Mode = ReasoningOptions::Mode;

namespace {

ChatRequest thinking(
    const char *model, Mode mode, const char *effort, qint64 budget = 0, qint64 maxTokens = 0)
{
    ChatRequest request = question(model);
    request.reasoning.mode = mode;
    request.reasoning.effort = effort;
    if (budget > 0) {
        request.reasoning.budget = budget;
    }
    if (maxTokens > 0) {
        request.maxTokens = maxTokens;
    }
    return request;
}

} // namespace

class AnthropicThinkingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void samplersGiveWay();
    void aForcedToolTakesAnEffortsPlace();
    void aForcedToolGivesWayToThinking();
    void aCallWithoutThoughtsForbidsThinking();
    void anAdaptiveModelNeedsNoThoughts();
};

void AnthropicThinkingTest::plans_data()
{
    QTest::addColumn<ChatRequest>("request");
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *name, const ChatRequest &request, const char *plan,
                         const char *output = "absent", const char *dropped = "") {
        QTest::newRow(name) << request << QByteArray(plan) << QByteArray(output) << QByteArray(dropped);
    };
    const char *const old = "claude-sonnet-4-5";
    row("nothing asked", question(), "absent");
    row("low", thinking(old, Mode::Unset, "low"), R"({"type":"enabled","budget_tokens":2048})");
    row("minimal", thinking(old, Mode::Unset, "minimal"), R"({"type":"enabled","budget_tokens":1024})");
    row("medium", thinking(old, Mode::Unset, "medium"), R"({"type":"enabled","budget_tokens":8192})");
    row("high", thinking(old, Mode::Unset, "high"), R"({"type":"enabled","budget_tokens":16000})");
    row("xhigh", thinking(old, Mode::Unset, "xhigh"), R"({"type":"enabled","budget_tokens":32000})");
    row("half of a small limit", thinking(old, Mode::Unset, "high", 0, 6000),
        R"({"type":"enabled","budget_tokens":3000})");
    row("smallest", thinking(old, Mode::Unset, "high", 0, 1025),
        R"({"type":"enabled","budget_tokens":1024})");
    row("no room", thinking(old, Mode::Unset, "high", 0, 1024), "absent", "absent", "reasoning_effort");
    row("budget", thinking(old, Mode::Enabled, "", 5000, 6000), R"({"type":"enabled","budget_tokens":5000})");
    row("budget below", thinking(old, Mode::Enabled, "", 5), R"({"type":"enabled","budget_tokens":1024})");
    row("budget above", thinking(old, Mode::Enabled, "", 9000, 6000),
        R"({"type":"enabled","budget_tokens":5999})");
    row("endless budget", thinking("other-model", Mode::Enabled, "", 9'000'000'000'000'000'000),
        R"({"type":"enabled","budget_tokens":1008191})");
    row("no budget fits", thinking(old, Mode::Enabled, "", 9000, 500), "absent", "absent", "thinking");
    row("adaptive on an old model", thinking(old, Mode::Adaptive, ""),
        R"({"type":"enabled","budget_tokens":16000})");
    row("cannot think", thinking("claude-3-5-haiku-20241022", Mode::Unset, "low"), "absent", "absent",
        "reasoning_effort");
    row("opus 4.5 has both", thinking("claude-opus-4-5", Mode::Unset, "max"),
        R"({"type":"enabled","budget_tokens":32000})", R"({"effort":"high"})");
    row("4.6", thinking("claude-opus-4-6", Mode::Unset, "xhigh"), R"({"type":"adaptive"})",
        R"({"effort":"high"})");
    row("4.6 with a budget", thinking("claude-opus-4-6", Mode::Enabled, "", 4000),
        R"({"type":"enabled","budget_tokens":4000})");
    row("4.7", thinking("claude-opus-4-7", Mode::Unset, "xhigh"),
        R"({"type":"adaptive","display":"summarized"})", R"({"effort":"xhigh"})");
    row("5 with a budget", thinking("claude-sonnet-5", Mode::Enabled, "", 4000),
        R"({"type":"adaptive","display":"summarized"})", R"({"effort":"low"})");
    row("5 adaptive", thinking("claude-opus-5", Mode::Adaptive, "max"),
        R"({"type":"adaptive","display":"summarized"})", R"({"effort":"max"})");
    row("off", thinking(old, Mode::Unset, "none"), R"({"type":"disabled"})");
    row("off in so many words", thinking(old, Mode::Disabled, ""), R"({"type":"disabled"})");
    row("off where it cannot think", thinking("claude-3-haiku-20240307", Mode::Unset, "none"), "absent");
    row("off at high effort", thinking("claude-opus-5", Mode::Disabled, "max"), R"({"type":"disabled"})",
        R"({"effort":"high"})");
    row("off between tools", thinking("claude-sonnet-5-5", Mode::Unset, "none"),
        R"({"type":"between_tools"})");
    row("never off", thinking("claude-fable-5", Mode::Unset, "none"), "absent", R"({"effort":"low"})",
        "reasoning_effort");
    row("never off, later", thinking("claude-opus-5-5", Mode::Disabled, ""), "absent", R"({"effort":"low"})",
        "thinking");
}

void AnthropicThinkingTest::plans()
{
    QFETCH(const ChatRequest, request);
    const Json body = bodyOf(request);
    QTEST(textOf(body, "thinking"), "plan");
    QTEST(textOf(body, "output_config"), "output");
    QTEST(joined(droppedOf(request)), "dropped");
    if (body.contains("thinking") && body["thinking"].contains("budget_tokens")) {
        QVERIFY(body["thinking"]["budget_tokens"] < body["max_tokens"]);
    }
}

void AnthropicThinkingTest::samplersGiveWay()
{
    ChatRequest request = thinking("claude-sonnet-4-20250514", Mode::Unset, "low");
    request.temperature = 0.3;
    request.topP = 0.96;
    request.topK = 4;
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body, "temperature"), QByteArray("absent"));
    QCOMPARE(textOf(body, "top_p"), QByteArray("0.96"));
    QCOMPARE(textOf(body, "top_k"), QByteArray("absent"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("temperature,top_k"));
    request.topP = 0.5;
    QCOMPARE(joined(droppedOf(request)), QByteArray("temperature,top_k,top_p"));
}

void AnthropicThinkingTest::aForcedToolTakesAnEffortsPlace()
{
    ChatRequest request = thinking("claude-sonnet-4-5", Mode::Unset, "low");
    request.tools = {tool("f")};
    request.toolChoice.kind = ToolChoice::Kind::Required;
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body, "thinking"), QByteArray("absent"));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray(R"({"type":"any"})"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("reasoning_effort"));
    request.model = "claude-opus-4-6";
    QCOMPARE(textOf(bodyOf(request), "thinking"), QByteArray("absent"));
    QCOMPARE(textOf(bodyOf(request), "output_config"), QByteArray(R"({"effort":"low"})"));
    QCOMPARE(joined(droppedOf(request)), QByteArray());
    request.model = "claude-opus-5";
    QCOMPARE(textOf(bodyOf(request), "tool_choice"), QByteArray(R"({"type":"any"})"));
    QVERIFY(textOf(bodyOf(request), "thinking").contains("adaptive"));
}

void AnthropicThinkingTest::aForcedToolGivesWayToThinking()
{
    ChatRequest request = thinking("claude-sonnet-4-5", Mode::Enabled, "", 2000);
    request.tools = {tool("f")};
    request.toolChoice.kind = ToolChoice::Kind::Required;
    const Json body = bodyOf(request);
    QCOMPARE(textOf(body, "thinking"), QByteArray(R"({"type":"enabled","budget_tokens":2000})"));
    QCOMPARE(textOf(body, "tool_choice"), QByteArray(R"({"type":"auto"})"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("tool_choice"));
}

void AnthropicThinkingTest::aCallWithoutThoughtsForbidsThinking()
{
    ChatRequest request = thinking("claude-sonnet-4-5", Mode::Unset, "low");
    request.tools = {tool("f")};
    const auto talk = [&request](std::vector<MessagePart> answer, std::vector<MessagePart> reply) {
        request.messages = {said(Role::User, "a"), message(Role::Assistant, std::move(answer)),
            message(Role::User, std::move(reply))};
        return textOf(bodyOf(request), "thinking");
    };
    const QByteArray on = R"({"type":"enabled","budget_tokens":2048})";
    QCOMPARE(talk({call("1")}, {result("1")}), QByteArray("absent"));
    QCOMPARE(talk({ReasoningPart {"unsigned", {}, {}}, call("1")}, {result("1")}), QByteArray("absent"));
    QCOMPARE(talk({ReasoningPart {"hm", "sig", {}}, call("1")}, {result("1")}), on);
    QCOMPARE(talk({ReasoningPart {{}, {}, "sealed"}, call("1")}, {result("1")}), on);
    QCOMPARE(talk({TextPart {.text = "b"}}, {TextPart {.text = "c"}}), on);
    request.messages = {said(Role::User, "a"), said(Role::Assistant, "prefill")};
    QCOMPARE(textOf(bodyOf(request), "thinking"), QByteArray("absent"));
    QCOMPARE(joined(droppedOf(request)), QByteArray("reasoning_effort"));
}

void AnthropicThinkingTest::anAdaptiveModelNeedsNoThoughts()
{
    ChatRequest request = thinking("claude-opus-4-6", Mode::Unset, "low");
    request.tools = {tool("f")};
    request.messages
        = {said(Role::User, "a"), message(Role::Assistant, {call("1")}), message(Role::User, {result("1")})};
    QCOMPARE(textOf(bodyOf(request), "thinking"), QByteArray(R"({"type":"adaptive"})"));
    request.reasoning = {Mode::Enabled, {}, 3000};
    QCOMPARE(textOf(bodyOf(request), "thinking"), QByteArray(R"({"type":"adaptive"})"));
}

QTEST_APPLESS_MAIN(AnthropicThinkingTest)
#include "tst_anthropicthinking.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "service/chatcall.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = R"([llm.providers.up]
type = "openai"
base_url = "@BASE@"
[llm.providers.up.retries]
max_attempts = 1
)";

QByteArray body(const char *model)
{
    return R"({"model":")" + QByteArray(model) + R"(","messages":[{"role":"user","content":"Hi"}]})";
}

// What a call said.
struct Heard {
    explicit Heard(ChatCall &call)
    {
        QObject::connect(&call, &ChatCall::begun, &call, [this](std::chrono::milliseconds time) {
            begins.append(time);
            isEarly = text.isEmpty() && reasoning.isEmpty() && tools.isEmpty() && ends.isEmpty();
        });
        QObject::connect(&call, &ChatCall::textArrived, &call, [this](const QString &piece) {
            text += piece;
            ++pieces;
        });
        QObject::connect(
            &call, &ChatCall::reasoningArrived, &call, [this](const QString &piece) { reasoning += piece; });
        QObject::connect(&call, &ChatCall::toolCallArrived, &call,
            [this](const QString &name, const QString &arguments) { tools.append(name + arguments); });
        QObject::connect(
            &call, &ChatCall::finished, &call, [this](const ChatCallResult &result) { ends.append(result); });
    }

    QString text;
    QString reasoning;
    QStringList tools;
    QList<std::chrono::milliseconds> begins;
    bool isEarly = false; //!< the begin was told before everything else
    int pieces = 0;
    QList<ChatCallResult> ends;
};

} // namespace

//! \brief One chat through the gateway itself.
class TestChatCall final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDemoAnswersInPieces();
    void everyPartOfAStreamIsTold();
    void aLetterMayBeCut();
    void anErrorIsSaid();
    void aBrokenStreamIsAnError();
    void stopEndsIt();
    void nobodyThereIsAnError();
    void destructionIsSilent();
};

void TestChatCall::theDemoAnswersInPieces()
{
    ProviderKit kit;
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("demo/echo"));
    QTRY_COMPARE(heard.ends.size(), 1);
    const ChatCallResult &result = heard.ends.front();
    QVERIFY2(result.isGood(), qPrintable(result.error));
    QCOMPARE(result.status, 200);
    QVERIFY(heard.text.contains(QStringLiteral("Hi")));
    QVERIFY(result.usage && result.usage->output > 0);
    QVERIFY(result.firstToken.count() > 0 && result.firstToken <= result.duration);
    QCOMPARE(result.model, QStringLiteral("demo/echo"));
    QVERIFY(!result.requestId.isEmpty());
    QVERIFY(!call.isRunning());
}

void TestChatCall::everyPartOfAStreamIsTold()
{
    ProviderKit kit(TOML);
    kit.provider.setDefaultReply(kit::Reply::sse({R"({"model":"m","choices":[{"delta":{"reasoning_content":"hm"}}]})",
        R"({"model":"m","choices":[{"delta":{"content":"one "}}]})",
        R"({"model":"m","choices":[{"delta":{"tool_calls":[{"index":0,"id":"1","type":"function","function":{"name":"f","arguments":"{\"a\""}}]}}]})",
        R"({"model":"m","choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}]})",
        R"({"model":"m","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10,"completion_tokens_details":{"reasoning_tokens":1}}})",
        "[DONE]"}));
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("up/m"));
    QTRY_COMPARE(heard.ends.size(), 1);
    QVERIFY2(heard.ends.front().isGood(), qPrintable(heard.ends.front().error));
    QCOMPARE(heard.begins, QList {heard.ends.front().firstToken});
    QVERIFY(heard.isEarly);
    QCOMPARE(heard.reasoning, QStringLiteral("hm"));
    QCOMPARE(heard.text, QStringLiteral("one "));
    QCOMPARE(heard.tools, QStringList({QStringLiteral("f{\"a\":1}")}));
    const TokenUsage usage = heard.ends.front().usage.value_or(TokenUsage {});
    QCOMPARE(usage.input, 7);
    QCOMPARE(usage.output, 3);
    QCOMPARE(usage.reasoning, 1);
}

void TestChatCall::aLetterMayBeCut()
{
    ProviderKit kit(TOML);
    kit.provider.setDefaultReply(
        kit::Reply::sse({R"({"choices":[{"delta":{"content":"grüß 你"}}]})", "[DONE]"}).dripping());
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("up/m"));
    QTRY_COMPARE(heard.ends.size(), 1);
    QCOMPARE(heard.text, QStringLiteral("grüß 你"));
}

void TestChatCall::anErrorIsSaid()
{
    ProviderKit kit;
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("nobody/knows"));
    QTRY_COMPARE(heard.ends.size(), 1);
    QCOMPARE(heard.ends.front().status, 404);
    QVERIFY(heard.ends.front().error.contains(QStringLiteral("nobody")));
    QCOMPARE(heard.ends.front().firstToken.count(), 0);
}

void TestChatCall::aBrokenStreamIsAnError()
{
    ProviderKit kit(TOML);
    kit.provider.setDefaultReply(
        kit::Reply::sse({R"({"choices":[{"delta":{"content":"half"}}]})", "[DONE]"}).cutAfter(48));
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("up/m"));
    QTRY_COMPARE(heard.ends.size(), 1);
    QVERIFY(!heard.ends.front().isGood());
    QVERIFY(!heard.ends.front().error.isEmpty());
}

void TestChatCall::stopEndsIt()
{
    ProviderKit kit(TOML);
    kit.provider.setDefaultReply(kit::Reply::hang());
    QSignalSpy gone(&kit.provider, &kit::ScriptedProvider::clientClosed);
    ChatCall call;
    Heard heard(call);
    call.start(kit.host.address(), body("up/m"));
    QTRY_VERIFY(kit.provider.requestCount() > 0);
    call.stop();
    QCOMPARE(heard.ends.size(), 1);
    QVERIFY(heard.ends.front().isStopped);
    QTRY_VERIFY(gone.count() > 0);
    QCOMPARE(heard.ends.size(), 1);
    // It can be used again.
    call.start(kit.host.address(), body("demo/echo"));
    QTRY_COMPARE(heard.ends.size(), 2);
    QVERIFY(heard.ends.back().isGood());
}

void TestChatCall::nobodyThereIsAnError()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl address(QStringLiteral("http://127.0.0.1:%1").arg(gone.serverPort()));
    gone.close();
    ChatCall call;
    Heard heard(call);
    call.start(address, body("demo/echo"));
    QTRY_COMPARE(heard.ends.size(), 1);
    QCOMPARE(heard.ends.front().status, 0);
    QVERIFY(!heard.ends.front().error.isEmpty());
}

void TestChatCall::destructionIsSilent()
{
    ProviderKit kit(TOML);
    kit.provider.setDefaultReply(kit::Reply::hang());
    QSignalSpy gone(&kit.provider, &kit::ScriptedProvider::clientClosed);
    {
        ChatCall call;
        call.start(kit.host.address(), body("up/m"));
        QTRY_VERIFY(kit.provider.requestCount() > 0);
    }
    QTRY_VERIFY(gone.count() > 0);
}

QTEST_MAIN(TestChatCall)

#include "tst_chatcall.moc"

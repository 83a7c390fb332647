// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/requestdefaults.h"

#include <QTest>

using namespace nexus;

namespace {

RequestDefaults allDefaults()
{
    return {.temperature = 0.5, .maxTokens = 100, .system = QStringLiteral("Say \"yes\"\nor no ✓")};
}

constexpr const char *systemText = "\"Say \\\"yes\\\"\\nor no ✓\"";

ClientRequest parsed(const QByteArray &body, Operation operation = Operation::Chat)
{
    const auto request = parseRequest(body, operation);
    return request ? *request : ClientRequest();
}

} // namespace

class RequestDefaultsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsWhatIsMissing_data();
    void fillsWhatIsMissing();
    void whatTheClientSaysStays_data();
    void whatTheClientSaysStays();
    void eachDefaultAlone_data();
    void eachDefaultAlone();
    void reasoningModelsGetTheirOwnName_data();
    void reasoningModelsGetTheirOwnName();
    void otherOperations_data();
    void otherOperations();
    void theRequestCanBeReadOn();
    void againAddsNothing();
};

void RequestDefaultsTest::fillsWhatIsMissing_data()
{
    QTest::addColumn<Dialect>("client");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, Dialect client, const QByteArray &body, QByteArray expected) {
        QTest::newRow(name) << client << body << expected.replace("SYSTEM", systemText);
    };
    row("OpenAI", Dialect::OpenAi, R"({"model":"m","messages":[{"role":"user","content":"hi"}],"n":1e999} )",
        R"({"model":"m","messages":[{"role":"system","content":SYSTEM},{"role":"user","content":"hi"}],)"
        R"("n":1e999,"temperature":0.5,"max_tokens":100} )");
    row("no messages", Dialect::OpenAi, R"({"messages":[ ],"model":"}"})",
        R"({"messages":[{"role":"system","content":SYSTEM} ],"model":"}","temperature":0.5,"max_tokens":100})");
    row("null is nothing", Dialect::OpenAi,
        R"({"max_tokens": null ,"model":"m","messages":[{}],"temperature":null})",
        R"({"max_tokens": 100 ,"model":"m","messages":[{"role":"system","content":SYSTEM},{}],"temperature":0.5})");
    row("messages twice", Dialect::OpenAi,
        R"({"messages":[],"model":"m","max_tokens":1,"temperature":1,"messages":[{}]})",
        R"({"messages":[{"role":"system","content":SYSTEM}],"model":"m","max_tokens":1,"temperature":1,)"
        R"("messages":[{"role":"system","content":SYSTEM},{}]})");
    row("roles elsewhere", Dialect::OpenAi,
        R"({"model":"m","max_tokens":1,"temperature":1,"messages":[{"role":"user","x":{"role":"system"}}]})",
        R"({"model":"m","max_tokens":1,"temperature":1,"messages":[{"role":"system","content":SYSTEM},)"
        R"({"role":"user","x":{"role":"system"}}]})");
    row("Anthropic", Dialect::Anthropic, R"({"model":"m","messages":[{"role":"user","content":"hi"}]})",
        R"({"model":"m","messages":[{"role":"user","content":"hi"}],"temperature":0.5,"max_tokens":100,)"
        R"("system":SYSTEM})");
    row("Anthropic null", Dialect::Anthropic,
        R"({"model":"m","system":null,"max_tokens":1,"temperature":0,"messages":[]})",
        R"({"model":"m","system":SYSTEM,"max_tokens":1,"temperature":0,"messages":[]})");
}

void RequestDefaultsTest::fillsWhatIsMissing()
{
    QFETCH(const Dialect, client);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, expected);
    QCOMPARE(withDefaults(parsed(body), allDefaults(), client).body, expected);
}

void RequestDefaultsTest::whatTheClientSaysStays_data()
{
    QTest::addColumn<Dialect>("client");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("system message")
        << Dialect::OpenAi
        << QByteArray(
               R"({"model":"m","temperature":0,"max_tokens":7,"messages":[{"role":"user"},{"role":"system"}]})");
    QTest::newRow("developer message")
        << Dialect::OpenAi
        << QByteArray(
               R"({"model":"m","temperature":0,"max_tokens":7,"messages":[{"role":"d\u0065veloper"}]})");
    QTest::newRow("max_completion_tokens")
        << Dialect::OpenAi
        << QByteArray(
               R"({"model":"m","temperature":0,"max_completion_tokens":7,"messages":[{"role":"system"}]})");
    QTest::newRow("wrong types are the provider's to refuse")
        << Dialect::OpenAi
        << QByteArray(R"({"model":"m","temperature":"x","max_tokens":[],"messages":[{"role":"system"}]})");
    QTest::newRow("system of Anthropic")
        << Dialect::Anthropic
        << QByteArray(R"({"model":"m","temperature":0,"max_tokens":7,"system":"","messages":[]})");
    QTest::newRow("blocks of Anthropic")
        << Dialect::Anthropic
        << QByteArray(R"({"model":"m","temperature":0,"max_tokens":7,"system":[],"messages":[]})");
}

void RequestDefaultsTest::whatTheClientSaysStays()
{
    QFETCH(const Dialect, client);
    QFETCH(const QByteArray, body);
    QCOMPARE(withDefaults(parsed(body), allDefaults(), client).body, body);
}

void RequestDefaultsTest::eachDefaultAlone_data()
{
    QTest::addColumn<RequestDefaults>("defaults");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const char *name, const RequestDefaults &defaults, const char *end) {
        QTest::newRow(name) << defaults << QByteArray(end);
    };
    row("none", {}, "");
    row("temperature", {.temperature = 1}, R"(,"temperature":1)");
    row("shortest number", {.temperature = 0.1}, R"(,"temperature":0.1)");
    row("max_tokens", {.maxTokens = 2'000'000'000}, R"(,"max_tokens":2000000000)");
}

void RequestDefaultsTest::eachDefaultAlone()
{
    QFETCH(const RequestDefaults, defaults);
    QFETCH(const QByteArray, end);
    const QByteArray body = R"({"model":"m","messages":[{"role":"user","content":"hi"}])";
    for (const Dialect client : {Dialect::OpenAi, Dialect::Anthropic}) {
        QCOMPARE(withDefaults(parsed(body + '}'), defaults, client).body, body + end + '}');
    }
}

void RequestDefaultsTest::reasoningModelsGetTheirOwnName_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("unsettled") << QByteArray() << QByteArray("max_tokens");
    QTest::newRow("plain") << QByteArray("gpt-4o") << QByteArray("max_tokens");
    QTest::newRow("o3") << QByteArray("o3") << QByteArray("max_completion_tokens");
    QTest::newRow("gpt-5") << QByteArray("openai/gpt-5-mini") << QByteArray("max_completion_tokens");
}

void RequestDefaultsTest::reasoningModelsGetTheirOwnName()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, name);
    const RequestDefaults defaults {.maxTokens = 5};
    const ClientRequest chat = parsed(R"({"model":"m","messages":[]})");
    QCOMPARE(withDefaults(chat, defaults, Dialect::OpenAi, model).body,
        R"({"model":"m","messages":[],")" + name + R"(":5})");
    QCOMPARE(withDefaults(chat, defaults, Dialect::Anthropic, model).body,
        QByteArray(R"({"model":"m","messages":[],"max_tokens":5})"));
    const ClientRequest plain = parsed(R"({"model":"m","prompt":"p"})", Operation::Completions);
    QCOMPARE(withDefaults(plain, defaults, Dialect::OpenAi, model).body,
        QByteArray(R"({"model":"m","prompt":"p","max_tokens":5})"));
}

void RequestDefaultsTest::otherOperations_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<Dialect>("client");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("embeddings") << Operation::Embeddings << Dialect::OpenAi
                                << QByteArray(R"({"model":"m","input":"x"})")
                                << QByteArray(R"({"model":"m","input":"x"})");
    QTest::newRow("completions") << Operation::Completions << Dialect::OpenAi
                                 << QByteArray(R"({"model":"m","prompt":"x"})")
                                 << QByteArray(
                                        R"({"model":"m","prompt":"x","temperature":0.5,"max_tokens":100})");
    QTest::newRow("count of tokens") << Operation::CountTokens << Dialect::Anthropic
                                     << QByteArray(R"({"model":"m","messages":[]})")
                                     << R"({"model":"m","messages":[],"system":)" + QByteArray(systemText)
            + '}';
}

void RequestDefaultsTest::otherOperations()
{
    QFETCH(const Operation, operation);
    QFETCH(const Dialect, client);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, expected);
    QCOMPARE(withDefaults(parsed(body, operation), allDefaults(), client).body, expected);
}

void RequestDefaultsTest::theRequestCanBeReadOn()
{
    const ClientRequest request = parsed(R"({"stream":true,"messages":[],"model":"m"})");
    const ClientRequest filled = withDefaults(request, allDefaults(), Dialect::OpenAi);
    QCOMPARE(filled.model, QByteArray("m"));
    QVERIFY(filled.isStream);
    const JsonMember *tokens = findMember(filled.members, "max_tokens");
    QVERIFY(tokens);
    QCOMPARE(tokens->in(filled.body).toByteArray(), QByteArray("100"));
    QVERIFY(filled.withModel("other").contains(R"("model":"other","temperature":0.5)"));
}

void RequestDefaultsTest::againAddsNothing()
{
    for (const Dialect client : {Dialect::OpenAi, Dialect::Anthropic}) {
        const ClientRequest once
            = withDefaults(parsed(R"({"model":"m","messages":[{"role":"user"}]})"), allDefaults(), client);
        QCOMPARE(withDefaults(once, allDefaults(), client).body, once.body);
    }
}

QTEST_APPLESS_MAIN(RequestDefaultsTest)
#include "tst_requestdefaults.moc"

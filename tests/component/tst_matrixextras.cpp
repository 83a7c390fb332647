// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "matrixchecks.h"

#include <QTest>

using namespace nexus;
using namespace nexus::matrix;

namespace {

constexpr const char *s_titan = "amazon.titan-embed-text-v2:0";
constexpr const char *s_cohere = "cohere.embed-english-v3";

Json parsed(const QByteArray &body)
{
    return Json::parse(body.toStdString(), nullptr, false);
}

Json merged(Json body, const QByteArray &members)
{
    body.update(parsed(members));
    return body;
}

} // namespace

// What stands beside chat, and what cannot be said everywhere.
class MatrixExtrasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreCounted_data();
    void tokensAreCounted();
    void embeddings_data();
    void embeddings();
    void embeddingsAreRefused();
    void completionsAreRefused_data();
    void completionsAreRefused();
    void whatHasNoEffectIsNamed_data();
    void whatHasNoEffectIsNamed();
    void whatCannotBeSaidIsRefused_data();
    void whatCannotBeSaidIsRefused();

private:
    static const ClientSide &client(const QByteArray &name)
    {
        return name == "openai" ? openAiClient() : anthropicClient();
    }
};

void MatrixExtrasTest::tokensAreCounted_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("path"); // of the provider, empty when it is not asked
    QTest::newRow("openai provider") << QByteArray("openai/gpt-4o") << QByteArray();
    QTest::newRow("anthropic provider")
        << QByteArray("anthropic/claude-sonnet-4-5") << QByteArray("/v1/messages/count_tokens");
    QTest::newRow("google provider") << QByteArray("google/gemini-2.5-pro")
                                     << QByteArray("/v1beta/models/gemini-2.5-pro:countTokens");
    QTest::newRow("bedrock provider")
        << QByteArray("bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0") << QByteArray();
}

void MatrixExtrasTest::tokensAreCounted()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, path);
    const Scenario scenario {.talk = Scenario::Talk::Agent, .hasTools = true};
    Json body = anthropicClient().body(scenario, model.toStdString());
    for (const char *name : {"max_tokens", "temperature", "stop_sequences"}) {
        body.erase(name);
    }
    MatrixGateway gateway;
    const QByteArray sent = QByteArray::fromStdString(body.dump(1));
    const kit::Answer answer
        = gateway.post("/llm/anthropic/v1/messages/count_tokens", sent, anthropicClient().headers());
    QCOMPARE(answer.status, 200);
    const Json counted = parsed(answer.body);
    QCOMPARE(counted.size(), std::size_t(1));
    const bool isEstimated = path.isEmpty();
    QCOMPARE(answer.header("x-nexus-token-count"), QByteArray(isEstimated ? "estimated" : ""));
    QCOMPARE(gateway.fixture.provider.requestCount(), isEstimated ? 0 : 1);
    if (isEstimated) {
        QVERIFY(counted.at("input_tokens").get<int>() > 50);
    } else {
        QCOMPARE(counted.at("input_tokens").get<int>(), 14);
        QCOMPARE(gateway.fixture.provider.received(0).target, path);
    }
    if (model.startsWith("anthropic/")) {
        QByteArray passed = sent;
        QCOMPARE(gateway.fixture.provider.received(0).body,
            passed.replace("anthropic/claude-sonnet-4-5", "claude-sonnet-4-5"));
    }
    QVERIFY(gateway.fixture.requestLine().contains(" status=200 outcome=answered "));
    QCOMPARE(gateway.fixture.events("request").size(), 1);
    QVERIFY(!gateway.fixture.hasLoggedKey());
}

void MatrixExtrasTest::embeddings_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<int>("vectors");
    QTest::addColumn<int>("calls");
    QTest::addColumn<int>("tokens"); // -1 where the provider does not tell
    const QByteArray three = R"({"input":["one","two","three"]})";
    const QByteArray one = R"({"input":"one"})";
    const QByteArray packed = R"({"input":["one","two","three"],"encoding_format":"base64"})";
    for (const auto &[form, members, count] : {std::tuple("three texts", three, 3),
             std::tuple("one text", one, 1), std::tuple("three texts, base64", packed, 3)}) {
        QTest::addRow("openai, %s", form)
            << QByteArray("openai") << QByteArray("text-embedding-3-small") << members << count << 1 << 5;
        QTest::addRow("google, %s", form)
            << QByteArray("google") << QByteArray("gemini-embedding-001") << members << count << 1 << -1;
        QTest::addRow("bedrock Titan, %s", form)
            << QByteArray("bedrock") << QByteArray(s_titan) << members << count << count << 5 * count;
        QTest::addRow("bedrock Cohere, %s", form)
            << QByteArray("bedrock") << QByteArray(s_cohere) << members << count << 1 << -1;
    }
}

void MatrixExtrasTest::embeddings()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, members);
    QFETCH(int, vectors);
    QFETCH(int, calls);
    QFETCH(int, tokens);
    const std::string asked = (provider + '/' + model).toStdString();
    MatrixGateway gateway;
    const kit::Answer answer = gateway.post(
        "/llm/v1/embeddings", QByteArray::fromStdString(merged({{"model", asked}}, members).dump()));
    QVERIFY2(answer.status == 200, answer.body.constData());
    const Json list = parsed(answer.body);
    QCOMPARE(list.at("object").get<std::string>(), std::string("list"));
    QCOMPARE(list.at("model").get<std::string>(), asked);
    QCOMPARE(list.at("data").size(), static_cast<std::size_t>(vectors));
    const Json wanted
        = members.contains("base64") ? Json("AAAAPwAAgL4AAIA/") : Json::array({0.5, -0.25, 1.0});
    for (int i = 0; i < vectors; ++i) {
        const Json &entry = list["data"].at(static_cast<std::size_t>(i));
        QCOMPARE(entry.at("object").get<std::string>(), std::string("embedding"));
        QCOMPARE(entry.at("index").get<int>(), i);
        QVERIFY2(entry.at("embedding") == wanted, answer.body.constData());
    }
    const Json usage = list.at("usage");
    QCOMPARE(usage.at("total_tokens").get<int>(), usage.at("prompt_tokens").get<int>());
    if (tokens >= 0) {
        QCOMPARE(usage["prompt_tokens"].get<int>(), tokens);
    }
    QCOMPARE(gateway.fixture.provider.requestCount(), calls);
    for (const kit::ReceivedRequest &request : gateway.fixture.provider.received()) {
        QVERIFY(!request.target.contains(GatewayFixture::key));
    }
    QVERIFY(gateway.fixture.requestLine().contains(" status=200 outcome=answered "));
    QCOMPARE(gateway.fixture.events("request").size(), 1);
    QVERIFY(!gateway.fixture.hasLoggedKey());
}

void MatrixExtrasTest::embeddingsAreRefused()
{
    MatrixGateway gateway;
    const kit::Answer answer
        = gateway.post("/llm/v1/embeddings", R"({"model":"anthropic/claude-sonnet-4-5","input":"one"})");
    QCOMPARE(answer.status, 400);
    const ErrorShape error = errorShape(answer.body);
    QVERIFY2(error.isWellFormed, answer.body.constData());
    QCOMPARE(error.type, QByteArray("invalid_request_error"));
    QVERIFY(error.message.contains("anthropic") && error.message.contains("embeddings"));
    QVERIFY(gateway.fixture.requestLine().contains(" status=400 outcome=refused "));
    QCOMPARE(gateway.fixture.provider.requestCount(), 0);
}

void MatrixExtrasTest::completionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("anthropic provider") << QByteArray("anthropic/claude-sonnet-4-5");
    QTest::newRow("google provider") << QByteArray("google/gemini-2.5-pro");
    QTest::newRow("bedrock provider") << QByteArray("bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0");
}

void MatrixExtrasTest::completionsAreRefused()
{
    QFETCH(QByteArray, model);
    MatrixGateway gateway;
    const kit::Answer answer
        = gateway.post("/llm/v1/completions", R"({"model":")" + model + R"(","prompt":"Once upon"})");
    QCOMPARE(answer.status, 400);
    const ErrorShape error = errorShape(answer.body);
    QVERIFY2(error.isWellFormed, answer.body.constData());
    QCOMPARE(error.type, QByteArray("invalid_request_error"));
    QVERIFY2(error.message.contains("chat/completions"), error.message.constData());
    QCOMPARE(gateway.fixture.provider.requestCount(), 0);
}

void MatrixExtrasTest::whatHasNoEffectIsNamed_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("dropped");
    const QByteArray claude = "anthropic/claude-sonnet-4-5";
    const QByteArray gemini = "google/gemini-2.5-pro";
    const QByteArray bedrock = "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0";
    const QByteArray luck = R"({"seed":7,"logit_bias":{"50256":-100}})";
    const auto add = [](const char *client, const QByteArray &model, const QByteArray &members,
                         const QByteArray &dropped) {
        QTest::addRow("%s client, %s, %s", client, model.constData(), members.constData())
            << QByteArray(client) << model << members << dropped;
    };
    add("openai", "openai/gpt-4o", luck, "");
    add("openai", claude, luck, "logit_bias, seed");
    add("openai", gemini, luck, "logit_bias");
    add("openai", bedrock, luck, "logit_bias, seed");
    add("openai", claude, R"({"seed":7,"stream":true})", "seed");
    add("openai", claude, R"({"presence_penalty":0.5,"frequency_penalty":0.5})",
        "presence_penalty, frequency_penalty");
    add("openai", bedrock, R"({"presence_penalty":0.5,"frequency_penalty":0.5})",
        "presence_penalty, frequency_penalty");
    add("openai", gemini, R"({"presence_penalty":0.5,"frequency_penalty":0.5})", "");
    add("openai", gemini, R"({"store":true,"metadata":{"a":"b"}})", "store, metadata");
    add("anthropic", "openai/gpt-4o", R"({"top_k":5})", "top_k");
    add("anthropic", "openai/gpt-4o",
        R"({"thinking":{"type":"enabled","budget_tokens":2048},"temperature":1})", "thinking");
    add("anthropic", gemini, R"({"top_k":5,"service_tier":"auto"})", "service_tier");
    add("anthropic", claude, R"({"top_k":5})", "");
}

void MatrixExtrasTest::whatHasNoEffectIsNamed()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, dropped);
    MatrixGateway gateway;
    const ClientSide &side = MatrixExtrasTest::client(client);
    const Trip trip = gateway.ask(side, merged(side.body({}, model.toStdString()), members));
    QVERIFY2(trip.answer.status == 200, trip.answer.body.constData());
    QVERIFY(trip.view.isComplete);
    // The order is not promised.
    const auto sorted = [](const QByteArray &names) {
        QByteArrayList list = names.isEmpty() ? QByteArrayList() : names.split(',');
        for (QByteArray &name : list) {
            name = name.trimmed();
        }
        std::ranges::sort(list);
        return list;
    };
    QCOMPARE(sorted(trip.answer.header("x-nexus-dropped")), sorted(dropped));
    QCOMPARE(gateway.fixture.requestLine().contains(" dropped="), !dropped.isEmpty());
}

void MatrixExtrasTest::whatCannotBeSaidIsRefused_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("param"); // as OpenAI's clients name it
    QTest::addColumn<QByteArray>("named"); // in the message
    const QByteArray claude = "anthropic/claude-sonnet-4-5";
    const QByteArray gemini = "google/gemini-2.5-pro";
    const QByteArray bedrock = "bedrock/anthropic.claude-sonnet-4-5-20250929-v1:0";
    const auto add = [](const char *client, const QByteArray &model, const QByteArray &members,
                         const QByteArray &param, const QByteArray &named) {
        QTest::addRow("%s client, %s, %s", client, model.constData(), members.constData())
            << QByteArray(client) << model << members << param << named;
    };
    for (const QByteArray &model : {claude, gemini, bedrock}) {
        add("openai", model, R"({"logprobs":true})", "logprobs", "/logprobs");
        add("openai", model, R"({"modalities":["text","audio"]})", "modalities[1]", "/modalities/1");
        add("openai", model, R"({"messages":[{"role":"user","content":7}]})", "messages[0].content",
            "/messages/0/content");
        add("openai", model, R"({"response_format":{"type":"xml"}})", "response_format.type",
            "/response_format/type");
    }
    add("openai", claude, R"({"n":2})", "n", "/n");
    add("openai", bedrock, R"({"n":2})", "n", "/n");
    add("openai", gemini, R"({"stop":["a","b","c","d","e","f"]})", "stop", "/stop");
    for (const QByteArray &model : {QByteArray("openai/gpt-4o"), gemini, bedrock}) {
        add("anthropic", model, R"({"tools":[{"type":"web_search_20250305","name":"web_search"}]})", "",
            "/tools/0/type");
        add("anthropic", model, R"({"mcp_servers":[{"type":"url","url":"https://a.example","name":"a"}]})",
            "", "/mcp_servers/0");
        add("anthropic", model, R"({"messages":[{"role":"user","content":7}]})", "", "/messages/0/content");
        add("anthropic", model, R"({"max_tokens":"many"})", "", "/max_tokens");
    }
}

void MatrixExtrasTest::whatCannotBeSaidIsRefused()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, param);
    QFETCH(QByteArray, named);
    MatrixGateway gateway;
    const ClientSide &side = MatrixExtrasTest::client(client);
    const Trip trip = gateway.ask(side, merged(side.body({}, model.toStdString()), members));
    QVERIFY2(trip.answer.status == 400, trip.answer.body.constData());
    QVERIFY2(trip.view.problems.isEmpty() && trip.view.error.has_value(), trip.answer.body.constData());
    QCOMPARE(trip.view.error->type, std::string("invalid_request_error"));
    QVERIFY2(
        QByteArray::fromStdString(trip.view.error->message).contains(named), trip.answer.body.constData());
    if (client == "openai") {
        QCOMPARE(errorShape(trip.answer.body).param, param);
    }
    QCOMPARE(gateway.fixture.provider.requestCount(), 0);
    QVERIFY(gateway.fixture.requestLine().contains(" status=400 outcome=refused "));
    QCOMPARE(gateway.fixture.events("request").size(), 1);
}

QTEST_GUILESS_MAIN(MatrixExtrasTest)
#include "tst_matrixextras.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "gatewayfixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::Reply;

namespace { } // namespace

//! Reload, drain, health and workers of the running gateway.
class LifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aReloadHoldsForTheNextRequestAndNotForARunningOne();
    void aReloadChangesTheListOfModelsAndLimits();
    void requestsDuringReloadsAllSucceed();
    void drainLetsARunningRequestEnd();
    void drainWithoutRequestsFinishesAtOnce();
    void whenTheGraceIsOverAStreamEndsWithAnError();
    void whenTheGraceIsOverAWaitingRequestGetsAnError();
    void whenTheGraceIsOverAClientThatReadsNothingIsDropped();
    void destructionEndsRunningRequests();
    void healthShowsProvidersAndConfiguration();
    void fourWorkersServeTwoHundredAtOnce();

private:
    [[nodiscard]] QJsonObject health() const;

    const QByteArray m_first = chunkOf("real-name", "one");
    const QByteArray m_last = chunkOf("real-name", "two", "stop");
    std::unique_ptr<GatewayFixture> m_fixture;
};

void LifecycleTest::init()
{
    m_fixture = std::make_unique<GatewayFixture>();
}

void LifecycleTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

void LifecycleTest::aReloadHoldsForTheNextRequestAndNotForARunningOne()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse({m_first, m_last, "[DONE]"}).holdAfter(eventOf(m_first).size()));
    m_fixture->provider.setDefaultReply(Reply::json(200, R"({"model":"x"})"));
    const auto running = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(running->waitForBody("data: "));

    m_fixture->reload(
        "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\napi_key = \"sk-another-key\"\n"
        "[llm.providers.up.models.renamed]\nrename = \"newer-name\"\n"
        "[llm.aliases]\nfast = \"up/renamed\"\n");
    const auto next = m_fixture->post(GatewayFixture::chat(false));
    next->post("/v1/chat/completions", R"({"model":"fast","messages":[]})");
    QVERIFY(next->waitForAnswers(2));
    QCOMPARE(next->answer(0).header("x-nexus-model"), QByteArray("newer-name"));
    QCOMPARE(next->answer(1).body, QByteArray(R"({"model":"fast"})"));
    QVERIFY(m_fixture->provider.received(1).body.contains("newer-name"));
    QCOMPARE(m_fixture->provider.received(1).header("authorization"), QByteArray("Bearer sk-another-key"));
    QVERIFY(m_fixture->provider.received(2).body.contains("newer-name"));

    m_fixture->reload("[llm.providers.other]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n");
    const auto later = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(later->waitForAnswers());
    QCOMPARE(later->answer().status, 404);
    QCOMPARE(errorShape(later->answer().body).code, QByteArray("model_not_found"));

    // Its provider is gone from the configuration, and still it ends as it began.
    m_fixture->provider.release(0);
    QVERIFY(running->waitForAnswers());
    QCOMPARE(running->answer().events().size(), 3);
    QCOMPARE(running->answer().events().constLast(), QByteArray("[DONE]"));
    QVERIFY(running->answer().body.contains("up/renamed"));
    QVERIFY(m_fixture->requestLine(3).contains("outcome=answered"));
    running->post("/v1/chat/completions", GatewayFixture::chat(false));
    QVERIFY(running->waitForAnswers(2));
    QCOMPARE(running->answer(1).status, 404);
}

void LifecycleTest::aReloadChangesTheListOfModelsAndLimits()
{
    m_fixture->start();
    const auto client = m_fixture->connect();
    client->request("GET", "/v1/models");
    QVERIFY(client->waitForAnswers(1));
    QVERIFY(client->answer(0).body.contains("up/renamed"));
    m_fixture->reload("server.max_body_size = \"64B\"\n[llm.protocols.openai]\npath = \"/mine\"\n"
                      "[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n"
                      "[llm.providers.up.models.added]\n");
    client->request("GET", "/mine/v1/models");
    QVERIFY(client->waitForAnswers(2));
    QVERIFY(client->answer(1).body.contains("up/added"));
    QVERIFY(!client->answer(1).body.contains("up/renamed"));
    client->request("GET", "/llm/v1/models");
    QVERIFY(client->waitForAnswers(3));
    QCOMPARE(client->answer(2).status, 404);
    client->post("/v1/chat/completions", GatewayFixture::chat(true));
    QVERIFY(client->waitForAnswers(4));
    QCOMPARE(client->answer(3).status, 413);
}

void LifecycleTest::requestsDuringReloadsAllSucceed()
{
    m_fixture->start();
    m_fixture->provider.setDefaultReply(Reply::json(200, R"({"model":"m"})"));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(false)));
        m_fixture->reload("[llm.providers.up]\ntype = \"openai\"\nbase_url = "
                          "\"@BASE@\"\n[llm.providers.up.models.renamed]\n"
                          "rename = \"name-"
            + QByteArray::number(i) + "\"\n");
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForAnswers());
        QCOMPARE(client->answer().body, QByteArray(R"({"model":"up/renamed"})"));
    }
}

void LifecycleTest::drainLetsARunningRequestEnd()
{
    m_fixture->start();
    m_fixture->provider.script(Reply::sse({m_first, m_last, "[DONE]"}).holdAfter(eventOf(m_first).size()));
    const auto running = m_fixture->post(GatewayFixture::chat(true));
    const auto idle = m_fixture->connect();
    idle->request("GET", "/v1/models");
    QVERIFY(running->waitForBody("data: ") && idle->waitForAnswers());
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(idle->waitForClosed());
    const auto late = m_fixture->connect();
    QVERIFY(late->waitForClosed());
    QVERIFY(late->rawBytes().isEmpty());
    QVERIFY(!running->answer().isComplete);
    QCOMPARE(finished.count(), 0);
    m_fixture->provider.release(0);
    QVERIFY(running->waitForAnswers());
    QCOMPARE(running->answer().events().constLast(), QByteArray("[DONE]"));
    QVERIFY(running->waitForClosed());
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(m_fixture->requestLine(1).contains("outcome=answered"));
    m_fixture->gateway->drain();
    QVERIFY(!finished.wait(200));
}

void LifecycleTest::drainWithoutRequestsFinishesAtOnce()
{
    m_fixture->start({}, {}, "server.workers = 3\n");
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(finished.wait(2000));
    QCOMPARE(finished.count(), 1);
}

void LifecycleTest::whenTheGraceIsOverAStreamEndsWithAnError()
{
    m_fixture->start({}, {}, "server.shutdown_grace = \"300ms\"\n");
    m_fixture->provider.script(Reply::sse({m_first, m_last, "[DONE]"}).hangAfter(eventOf(m_first).size()));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody("data: "));
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(client->waitForClosed());
    const kit::Answer answer = client->answer();
    QVERIFY(answer.hasTerminator);
    QCOMPARE(answer.events().size(), 2);
    QVERIFY2(errorShape(answer.events().constLast()).isWellFormed, answer.body.constData());
    QCOMPARE(errorShape(answer.events().constLast()).type, QByteArray("overloaded_error"));
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=shut_down"));
    QTRY_VERIFY(m_fixture->provider.received(0).closedAfter.has_value());
}

void LifecycleTest::whenTheGraceIsOverAWaitingRequestGetsAnError()
{
    m_fixture->start({}, {}, "server.shutdown_grace = \"300ms\"\n");
    m_fixture->provider.script(Reply::hang());
    const auto client = m_fixture->post(GatewayFixture::chat(false));
    QTRY_COMPARE(m_fixture->provider.requestCount(), 1);
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(client->waitForClosed());
    QCOMPARE(client->answer().status, 503);
    QVERIFY(client->answer().isComplete);
    QVERIFY(errorShape(client->answer().body).isWellFormed);
    QVERIFY(finished.count() == 1 || finished.wait());
    QVERIFY(m_fixture->requestLine().contains("status=503 outcome=shut_down"));
}

void LifecycleTest::whenTheGraceIsOverAClientThatReadsNothingIsDropped()
{
    m_fixture->start({}, {}, "server.shutdown_grace = \"300ms\"\n");
    m_fixture->provider.script(Reply::sse(QByteArrayList(20'000, chunkOf("m", QByteArray(1000, 'x')))));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(client->waitForBody("data: "));
    client->stopReading();
    const auto half = m_fixture->connect();
    half->send("POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{");
    QVERIFY(half->waitForConnected());
    QSignalSpy finished(m_fixture->gateway.get(), &Gateway::finished);
    m_fixture->gateway->drain();
    QVERIFY(finished.wait());
    QVERIFY(half->waitForClosed());
}

void LifecycleTest::destructionEndsRunningRequests()
{
    m_fixture->start({}, {}, "server.workers = 2\n");
    m_fixture->provider.setDefaultReply(Reply::sse({m_first, m_last}).hangAfter(eventOf(m_first).size()));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(m_fixture->post(GatewayFixture::chat(true)));
    }
    for (const auto &client : clients) {
        QVERIFY(client->waitForBody("data: "));
    }
    m_fixture->gateway.reset();
    for (const auto &client : clients) {
        QVERIFY(client->waitForClosed());
        QVERIFY(!client->answer().isComplete);
    }
    QTRY_COMPARE(m_fixture->provider.openConnectionCount(), 0);
}

QJsonObject LifecycleTest::health() const
{
    const auto client = m_fixture->connect();
    client->request("GET", "/health");
    return client->waitForAnswers() && client->answer().status == 200
        ? QJsonDocument::fromJson(client->answer().body).object()
        : QJsonObject();
}

void LifecycleTest::healthShowsProvidersAndConfiguration()
{
    m_fixture->start();
    QJsonObject body = health();
    QCOMPARE(body.value(QLatin1String("status")).toString(), QStringLiteral("healthy"));
    QCOMPARE(body.value(QLatin1String("state")).toString(), QStringLiteral("serving"));
    QCOMPARE(body.value(QLatin1String("version")).toString(), QStringLiteral(NEXUS_VERSION));
    QVERIFY(body.value(QLatin1String("uptime_seconds")).isDouble());
    QCOMPARE(body.value(QLatin1String("config")).toObject().value(QLatin1String("path")).toString(),
        QStringLiteral("test.toml"));
    QVERIFY(body.value(QLatin1String("config")).toObject().value(QLatin1String("error")).isNull());
    const auto up = [this] { return health().value(QLatin1String("providers")).toArray().at(0).toObject(); };
    QCOMPARE(up().value(QLatin1String("name")).toString(), QStringLiteral("up"));
    QCOMPARE(up().value(QLatin1String("state")).toString(), QStringLiteral("unused"));
    QVERIFY(up().value(QLatin1String("last_error")).isNull());

    m_fixture->provider.script(Reply::json(500, R"({"error":{"message":"It broke.","code":"broken"}})"));
    QVERIFY(m_fixture->post(GatewayFixture::chat(false))->waitForAnswers());
    QTRY_COMPARE(up().value(QLatin1String("state")).toString(), QStringLiteral("failing"));
    const QJsonObject error = up().value(QLatin1String("last_error")).toObject();
    QCOMPARE(error.value(QLatin1String("message")).toString(), QStringLiteral("It broke."));
    QCOMPARE(error.value(QLatin1String("code")).toString(), QStringLiteral("broken"));
    QVERIFY(!error.value(QLatin1String("time")).toString().isEmpty());

    m_fixture->provider.script(Reply::json(200, "{}"));
    QVERIFY(m_fixture->post(GatewayFixture::chat(false))->waitForAnswers());
    QTRY_COMPARE(up().value(QLatin1String("attempts")).toInt(), 2);
    QCOMPARE(up().value(QLatin1String("failures")).toInt(), 1);

    m_fixture->gateway->setConfigError(QStringLiteral("test.toml:3:1: unknown key"));
    const auto configError
        = [this] { return health().value(QLatin1String("config")).toObject().value(QLatin1String("error")); };
    QCOMPARE(configError().toString(), QStringLiteral("test.toml:3:1: unknown key"));
    m_fixture->reload("[llm.providers.up]\ntype = \"openai\"\nbase_url = \"@BASE@\"\n");
    QVERIFY(configError().isNull());
    QCOMPARE(up().value(QLatin1String("attempts")).toInt(), 2);
}

void LifecycleTest::fourWorkersServeTwoHundredAtOnce()
{
    constexpr int count = 200;
    m_fixture->start({}, {}, "server.workers = 4\n");
    m_fixture->provider.setHandler([](const kit::ReceivedRequest &request) {
        const QByteArray model = request.body.mid(request.body.indexOf("model-"), 9);
        const bool isStream = request.body.contains("\"stream\":true");
        return (isStream ? Reply::sse({chunkOf(model, model, "stop"), "[DONE]"})
                         : Reply::json(200, chunkOf(model, model)))
            .held();
    });
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(m_fixture->post(
            GatewayFixture::chat(i % 2 == 0).replace("renamed", "model-" + QByteArray::number(100 + i))));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->provider.heldRequests().size(), std::size_t(count), 30'000);
    m_fixture->provider.release();
    for (int i = 0; i < count; ++i) {
        const auto &client = clients[static_cast<std::size_t>(i)];
        const QByteArray model = "model-" + QByteArray::number(100 + i);
        QVERIFY(client->waitForAnswers(1, 30s));
        const QByteArray expected = chunkOf("up/" + model, model, i % 2 == 0 ? "stop" : "");
        QCOMPARE(client->answer().body, i % 2 == 0 ? eventOf(expected) + eventOf("[DONE]") : expected);
    }
    QTRY_COMPARE(m_fixture->events("request").join('\n').count("outcome=answered"), count);
    QCOMPARE(m_fixture->events("attempt").size(), count);
}

QTEST_GUILESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"

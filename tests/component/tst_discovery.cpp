// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "clientcalls.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nexus;
using kit::Reply;

namespace {

QByteArray table(const QByteArray &name, const kit::ScriptedProvider &provider, const QByteArray &more = {})
{
    return "[llm.providers." + name + "]\ntype = \"openai\"\nbase_url = \"" + provider.baseUrl().toEncoded()
        + "\"\nretries.max_attempts = 1\n" + more;
}

int countOf(const kit::ScriptedProvider &provider, const QByteArray &method)
{
    const std::vector<kit::ReceivedRequest> received = provider.received();
    return static_cast<int>(std::ranges::count(received, method, &kit::ReceivedRequest::method));
}

} // namespace

//! Models that providers tell of themselves, with three providers behind the gateway.
class DiscoveryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsAskedBeforeItIsNeeded();
    void theModelsOfAllProvidersAreListed();
    void anAnthropicClientSeesThemToo();
    void aBareNameGoesToItsProvider();
    void aBareNameOfTwoGoesToTheFirstInTheFile();
    void aNameWithSlashesIsFound();
    void aFilterKeepsModelsOut();
    void aRenamedModelIsListedByItsPublicName();
    void aProviderThatIsNotListedAnswersAllTheSame();
    void oneModelCanBeLookedUp();
    void aHangingProviderDelaysNobodyForLong();
    void aFailingProviderKeepsItsLastList();
    void aRefreshOnDemandBringsTheNewList();
    void anUnknownNameIsToldTheNearestOnes();
    void pagesAreFollowed();
    void askersAtTheSameTimeCauseOneCall();

private:
    void serve(kit::ScriptedProvider &provider, const QByteArrayList &ids)
    {
        provider.setHandler([ids](const kit::ReceivedRequest &request) {
            return request.method == "GET" ? modelListOf(ids) : completion();
        });
    }
    void startAll()
    {
        m_fixture->startWith(table("zeta", *m_zeta) + table("alpha", *m_alpha) + table("mid", *m_mid));
    }
    [[nodiscard]] QByteArrayList listed(const kit::Headers &headers = {}) const
    {
        return modelIds(get(*m_fixture, "/llm/v1/models", headers).body);
    }
    [[nodiscard]] QByteArray providerOf(const QByteArray &model) const
    {
        return askChat(*m_fixture, {}, model).header("x-nexus-provider");
    }

    std::unique_ptr<kit::ScriptedProvider> m_zeta;
    std::unique_ptr<kit::ScriptedProvider> m_alpha;
    std::unique_ptr<kit::ScriptedProvider> m_mid;
    std::unique_ptr<GatewayFixture> m_fixture;
};

void DiscoveryTest::init()
{
    m_zeta = std::make_unique<kit::ScriptedProvider>();
    m_alpha = std::make_unique<kit::ScriptedProvider>();
    m_mid = std::make_unique<kit::ScriptedProvider>();
    serve(*m_zeta, {"both", "z-one"});
    serve(*m_alpha, {"a-one", "both"});
    serve(*m_mid, {"meta/llama-3", "qwen/qwen-3:free"});
    m_fixture = std::make_unique<GatewayFixture>();
}

void DiscoveryTest::cleanup()
{
    m_fixture.reset();
    m_zeta.reset();
    m_alpha.reset();
    m_mid.reset();
}

void DiscoveryTest::nothingIsAskedBeforeItIsNeeded()
{
    startAll();
    QCOMPARE(get(*m_fixture, "/health").status, 200);
    QCOMPARE(askChat(*m_fixture, {}, "zeta/anything").status, 200);
    QCOMPARE(countOf(*m_zeta, "GET"), 0);
    QCOMPARE(m_alpha->requestCount() + m_mid->requestCount(), 0);
    QVERIFY(!listed().isEmpty());
    QCOMPARE(countOf(*m_zeta, "GET"), 1);
    QCOMPARE(m_alpha->requestCount() + m_mid->requestCount(), 2);
    // What is fresh is not asked for again.
    QVERIFY(!listed().isEmpty());
    QCOMPARE(providerOf("a-one"), QByteArray("alpha"));
    QCOMPARE(countOf(*m_zeta, "GET"), 1);
}

void DiscoveryTest::theModelsOfAllProvidersAreListed()
{
    startAll();
    const kit::Answer answer = get(*m_fixture, "/llm/v1/models");
    QCOMPARE(answer.status, 200);
    QCOMPARE(modelIds(answer.body),
        QByteArrayList({"zeta/both", "zeta/z-one", "alpha/a-one", "alpha/both", "mid/meta/llama-3",
            "mid/qwen/qwen-3:free"}));
    const QJsonObject list = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(list.value(QLatin1String("object")).toString(), QStringLiteral("list"));
    const QJsonObject first = list.value(QLatin1String("data")).toArray().first().toObject();
    QCOMPARE(first.value(QLatin1String("object")).toString(), QStringLiteral("model"));
    QCOMPARE(first.value(QLatin1String("created")).toInt(), 7);
    QCOMPARE(first.value(QLatin1String("owned_by")).toString(), QStringLiteral("them"));
    QVERIFY(m_fixture->requestLine().contains("method=GET path=/llm/v1/models"));
    QVERIFY(m_fixture->requestLine().contains("status=200 outcome=answered"));
    QCOMPARE(m_fixture->events("models_listed").size(), 3);
    QCOMPARE(m_zeta->received(0).path(), QByteArray("/v1/models"));
}

void DiscoveryTest::anAnthropicClientSeesThemToo()
{
    startAll();
    const kit::Answer answer = get(*m_fixture, "/llm/anthropic/v1/models?limit=1000");
    QCOMPARE(answer.status, 200);
    QCOMPARE(modelIds(answer.body).size(), 6);
    const QJsonObject list = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(list.value(QLatin1String("has_more")), QJsonValue(false));
    QCOMPARE(list.value(QLatin1String("first_id")).toString(), QStringLiteral("zeta/both"));
    const QJsonObject first = list.value(QLatin1String("data")).toArray().first().toObject();
    QCOMPARE(first.value(QLatin1String("type")).toString(), QStringLiteral("model"));
    QCOMPARE(first.value(QLatin1String("created_at")).toString(), QStringLiteral("1970-01-01T00:00:07Z"));
    QVERIFY(!first.value(QLatin1String("display_name")).toString().isEmpty());
    QCOMPARE(askMessages(*m_fixture, {}, "a-one").header("x-nexus-provider"), QByteArray("alpha"));
}

void DiscoveryTest::aBareNameGoesToItsProvider()
{
    startAll();
    // The first to need the lists waits for them.
    const kit::Answer answer = askChat(*m_fixture, {}, "a-one");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("alpha"));
    QVERIFY(answer.body.contains(R"("model":"a-one")"));
    QCOMPARE(providerOf("z-one"), QByteArray("zeta"));
    QVERIFY(m_fixture->requestLine().contains("model=a-one provider=alpha upstream_model=a-one"));
}

void DiscoveryTest::aBareNameOfTwoGoesToTheFirstInTheFile()
{
    startAll();
    QCOMPARE(providerOf("both"), QByteArray("zeta"));
    QCOMPARE(providerOf("alpha/both"), QByteArray("alpha"));
    QCOMPARE(listed().count("zeta/both"), 1);
    m_fixture->reload(table("alpha", *m_alpha) + table("zeta", *m_zeta));
    QCOMPARE(providerOf("both"), QByteArray("alpha"));
}

void DiscoveryTest::aNameWithSlashesIsFound()
{
    startAll();
    const kit::Answer answer = askChat(*m_fixture, {}, "meta/llama-3");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray("mid"));
    QCOMPARE(answer.header("x-nexus-model"), QByteArray("meta/llama-3"));
    QCOMPARE(askChat(*m_fixture, {}, "mid/meta/llama-3").status, 200);
    QCOMPARE(askChat(*m_fixture, {}, "qwen/qwen-3:free").status, 200);
    for (const kit::ReceivedRequest &request : m_mid->received()) {
        QVERIFY(request.method == "GET" || request.body.contains(R"("model":"meta/llama-3")")
            || request.body.contains(R"("model":"qwen/qwen-3:free")"));
    }
    QCOMPARE(countOf(*m_mid, "POST"), 3);
}

void DiscoveryTest::aFilterKeepsModelsOut()
{
    m_fixture->startWith(table("zeta", *m_zeta, "model_filter = \"^Z-\"\n") + table("alpha", *m_alpha));
    QCOMPARE(listed(), QByteArrayList({"zeta/z-one", "alpha/a-one", "alpha/both"}));
    QCOMPARE(providerOf("both"), QByteArray("alpha"));
    QCOMPARE(askChat(*m_fixture, {}, "zeta/both").status, 404);
    QCOMPARE(askChat(*m_fixture, {}, "zeta/Z-new").status, 200);
    // Another filter needs no other list.
    m_fixture->reload(table("zeta", *m_zeta, "model_filter = \"both\"\n") + table("alpha", *m_alpha));
    QCOMPARE(listed(), QByteArrayList({"zeta/both", "alpha/a-one", "alpha/both"}));
    QCOMPARE(countOf(*m_zeta, "GET"), 1);
}

void DiscoveryTest::aRenamedModelIsListedByItsPublicName()
{
    m_fixture->startWith(table("zeta", *m_zeta,
        "model_filter = \"z-\"\n[llm.providers.zeta.models.\"z-fast\"]\nrename = \"z-one\"\n"
        "[llm.providers.zeta.models.plain]\n"));
    QCOMPARE(listed(), QByteArrayList({"zeta/z-fast", "zeta/plain", "zeta/z-one"}));
    // Also where the filter fits the public name.
    const kit::Answer answer = askChat(*m_fixture, {}, "zeta/z-fast");
    QCOMPARE(answer.header("x-nexus-model"), QByteArray("z-one"));
    QVERIFY(answer.body.contains(R"("model":"zeta/z-fast")") || !answer.body.contains("z-one"));
    QCOMPARE(askChat(*m_fixture, {}, "z-fast").header("x-nexus-model"), QByteArray("z-one"));
    QCOMPARE(askChat(*m_fixture, {}, "plain").header("x-nexus-model"), QByteArray("plain"));
}

void DiscoveryTest::aProviderThatIsNotListedAnswersAllTheSame()
{
    startAll();
    QVERIFY(!listed().join().contains("demo"));
    QCOMPARE(askChat(*m_fixture, {}, "demo/echo").status, 200);
}

void DiscoveryTest::oneModelCanBeLookedUp()
{
    startAll();
    const kit::Answer found = get(*m_fixture, "/llm/v1/models/mid/meta/llama-3");
    QCOMPARE(found.status, 200);
    QVERIFY(found.body.contains(R"("id":"mid/meta/llama-3")"));
    QVERIFY(found.body.contains(R"("owned_by":"them")"));
    QCOMPARE(get(*m_fixture, "/llm/v1/models/mid%2Fmeta%2Fllama-3").body, found.body);
    QCOMPARE(get(*m_fixture, "/llm/v1/models/a-one").status, 200);
    QVERIFY(get(*m_fixture, "/llm/anthropic/v1/models/alpha/a-one").body.contains(R"("type":"model")"));
    const kit::Answer missing = get(*m_fixture, "/llm/v1/models/a-two");
    QCOMPARE(missing.status, 404);
    QCOMPARE(errorShape(missing.body).code, QByteArray("model_not_found"));
    QCOMPARE(anthropicErrorType(get(*m_fixture, "/llm/anthropic/v1/models/a-two").body),
        QByteArray("not_found_error"));
}

void DiscoveryTest::aHangingProviderDelaysNobodyForLong()
{
    m_alpha->setHandler([](const kit::ReceivedRequest &) { return Reply::hang(); });
    startAll();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(
        listed(), QByteArrayList({"zeta/both", "zeta/z-one", "mid/meta/llama-3", "mid/qwen/qwen-3:free"}));
    QVERIFY2(timer.elapsed() < 2'000, QByteArray::number(timer.elapsed()).constData());
    timer.start();
    QCOMPARE(providerOf("z-one"), QByteArray("zeta"));
    QCOMPARE(askChat(*m_fixture, {}, "nobody-has-this").status, 404);
    QCOMPARE(listed().size(), 4);
    QVERIFY2(timer.elapsed() < 1'000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(countOf(*m_alpha, "GET"), 1);
}

void DiscoveryTest::aFailingProviderKeepsItsLastList()
{
    startAll();
    QCOMPARE(listed().size(), 6);
    m_alpha->setHandler([](const kit::ReceivedRequest &request) {
        return request.method == "GET" ? Reply::json(500, "{}") : completion();
    });
    QCOMPARE(listed({{"Cache-Control", "no-cache"}}).size(), 6);
    QCOMPARE(countOf(*m_alpha, "GET"), 2);
    QCOMPARE(m_fixture->events("models_unavailable").size(), 1);
    QVERIFY(m_fixture->events("models_unavailable").first().contains("provider=alpha"));
    QCOMPARE(providerOf("a-one"), QByteArray("alpha"));
    m_alpha->stopListening();
    m_alpha->closeConnections();
    QCOMPARE(listed({{"Cache-Control", "no-cache"}}).size(), 6);
    QCOMPARE(get(*m_fixture, "/health").status, 200);
}

void DiscoveryTest::aRefreshOnDemandBringsTheNewList()
{
    startAll();
    QVERIFY(!listed().contains("zeta/z-two"));
    serve(*m_zeta, {"z-two"});
    QVERIFY(!listed().contains("zeta/z-two"));
    const QByteArrayList fresh = listed({{"Cache-Control", "max-age=0, no-cache"}});
    QVERIFY(fresh.contains("zeta/z-two"));
    QVERIFY(!fresh.contains("zeta/z-one"));
    QVERIFY(fresh.contains("alpha/a-one"));
    QCOMPARE(providerOf("z-two"), QByteArray("zeta"));
    QCOMPARE(countOf(*m_zeta, "GET"), 2);
    // The very first one may ask so as well.
    m_fixture->reload(table("zeta", *m_zeta, "api_key = \"k\"\n"));
    QCOMPARE(listed({{"Cache-Control", "no-cache"}}), QByteArrayList({"zeta/z-two"}));
    QCOMPARE(m_zeta->received().back().header("authorization"), QByteArray("Bearer k"));
}

void DiscoveryTest::anUnknownNameIsToldTheNearestOnes()
{
    startAll();
    const kit::Answer answer = askChat(*m_fixture, {}, "zeta-one");
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.header("x-nexus-provider"), QByteArray());
    QCOMPARE(errorShape(answer.body).code, QByteArray("model_not_found"));
    QCOMPARE(errorShape(answer.body).param, QByteArray("model"));
    const QByteArray bare = errorShape(askChat(*m_fixture, {}, "a-onne").body).message;
    QVERIFY2(bare.contains("'alpha/a-one'"), bare.constData());
    const QByteArray slashes = errorShape(askChat(*m_fixture, {}, "meta/lama-3").body).message;
    QVERIFY2(slashes.contains("'mid/meta/llama-3'"), slashes.constData());
    QCOMPARE(countOf(*m_alpha, "POST") + countOf(*m_zeta, "POST") + countOf(*m_mid, "POST"), 0);
    QVERIFY(m_fixture->requestLine().contains("status=404 outcome=refused"));
}

void DiscoveryTest::pagesAreFollowed()
{
    m_zeta->setHandler([](const kit::ReceivedRequest &request) {
        const bool isSecond = request.target.contains("after_id=c1");
        return Reply::json(200,
            isSecond ? R"({"data":[{"type":"model","id":"c2","display_name":"Claude 2"}],"has_more":false})"
                     : R"({"data":[{"type":"model","id":"c1"}],"has_more":true,"last_id":"c1"})");
    });
    m_fixture->startWith("[llm.providers.claude]\ntype = \"anthropic\"\napi_key = \"k\"\nbase_url = \""
        + m_zeta->baseUrl().toEncoded() + "\"\n");
    const kit::Answer answer = get(*m_fixture, "/llm/anthropic/v1/models");
    QCOMPARE(modelIds(answer.body), QByteArrayList({"claude/c1", "claude/c2"}));
    QVERIFY(answer.body.contains(R"("display_name":"Claude 2")"));
    QCOMPARE(m_zeta->requestCount(), 2);
    QCOMPARE(m_zeta->received(1).header("x-api-key"), QByteArray("k"));
}

void DiscoveryTest::askersAtTheSameTimeCauseOneCall()
{
    m_alpha->hold();
    m_fixture->startWith("server.workers = 4\n" + table("alpha", *m_alpha));
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(m_fixture->connect());
        clients.back()->request("GET", "/v1/models");
    }
    clients.push_back(m_fixture->connect());
    clients.back()->post("/v1/chat/completions", chatFor("a-one"));
    QTRY_COMPARE(m_alpha->heldRequests().size(), std::size_t(1));
    m_alpha->release();
    QCOMPARE(countStatus(clients, 200), 21);
    QCOMPARE(countOf(*m_alpha, "GET"), 1);
    QVERIFY(clients.front()->answer().body.contains("alpha/a-one"));
}

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "tst_discovery.moc"

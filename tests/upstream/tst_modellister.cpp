// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../component/tlsfront.h"
#include "listerfixture.h"
#include "upstream/modelquery.h"
#include "upstream/modelwalk.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace nexus;
using namespace std::chrono_literals;
using kit::ReceivedRequest;
using kit::Reply;
using kit::ScriptedProvider;

class ModelListerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ListerFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void openAiIsAskedWithItsKey();
    void ollamaIsAskedWithoutAKey();
    void anthropicGoesThroughItsPages();
    void googleGoesThroughItsPagesAndKeepsTheKeyOutOfTheAddress();
    void whoCannotBeAskedIsNot_data();
    void whoCannotBeAskedIsNot();
    void failuresSayWhat_data();
    void failuresSayWhat();
    void theNextKeyIsTriedWhereOneIsRefused();
    void aFailureOnALaterPageFailsTheWhole();
    void eachPageHasItsOwnTime();
    void pagesAreBounded();
    void modelsAreBounded();
    void aPageThatNamesItselfIsTheLast();
    void everyIdComesOnce();
    void aRedirectIsNotFollowed();
    void theTlsFilesOfAProviderAreUsed();
    void theEndOfTheContextEndsTheListing();
    void theEndOfTheListerEndsTheListing();

private:
    std::unique_ptr<ListerFixture> m_fixture;
};

void ModelListerTest::openAiIsAskedWithItsKey()
{
    m_fixture->server.script(
        Reply::json(200, R"({"data":[{"id":"gpt-4o","created":5,"owned_by":"system"},{"id":"b"}]})"));
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QCOMPARE(listed.count, 0);
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(*listed.result, qPrintable(listed.message()));
    QCOMPARE(listed.ids(), QByteArrayList({"gpt-4o", "b"}));
    QCOMPARE((*listed.result)->front().created, qint64(5));
    QCOMPARE(m_fixture->server.requestCount(), 1);
    const ReceivedRequest request = m_fixture->server.received(0);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/v1/models"));
    QCOMPARE(request.header("authorization"), QByteArray("Bearer sk-secret"));
}

void ModelListerTest::ollamaIsAskedWithoutAKey()
{
    m_fixture->server.script(
        Reply::json(200, R"({"object":"list","data":[{"id":"llama3:latest","created":9}]})"));
    m_fixture->use({m_fixture->provider(ProviderType::Ollama, {})});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"llama3:latest"}));
    QCOMPARE(m_fixture->server.received(0).target, QByteArray("/v1/models"));
    QVERIFY(m_fixture->server.received(0).header("authorization").isEmpty());
}

void ModelListerTest::anthropicGoesThroughItsPages()
{
    m_fixture->server.script(Reply::json(200, manyModels("a", 2, R"(,"has_more":true,"last_id":"a-1")")));
    m_fixture->server.script(Reply::json(200, manyModels("b", 1, R"(,"has_more":false,"last_id":"b-0")")));
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"a-0", "a-1", "b-0"}));
    QCOMPARE(m_fixture->server.received(0).target, QByteArray("/v1/models?limit=1000"));
    QCOMPARE(m_fixture->server.received(1).target, QByteArray("/v1/models?limit=1000&after_id=a-1"));
    for (const ReceivedRequest &request : m_fixture->server.received()) {
        QCOMPARE(request.header("x-api-key"), QByteArray("sk-secret"));
        QCOMPARE(request.header("anthropic-version"), QByteArray("2023-06-01"));
        QVERIFY(request.header("authorization").isEmpty());
    }
}

void ModelListerTest::googleGoesThroughItsPagesAndKeepsTheKeyOutOfTheAddress()
{
    m_fixture->server.script(
        Reply::json(200, R"({"models":[{"name":"models/g1"}],"nextPageToken":"a+b/c=&d"})"));
    m_fixture->server.script(Reply::json(200, R"({"models":[{"name":"models/g2"}]})"));
    m_fixture->use({m_fixture->provider(ProviderType::Google)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"g1", "g2"}));
    QCOMPARE(m_fixture->server.received(0).target, QByteArray("/v1/models?pageSize=1000"));
    QCOMPARE(m_fixture->server.received(1).target,
        QByteArray("/v1/models?pageSize=1000&pageToken=a%2Bb%2Fc%3D%26d"));
    for (const ReceivedRequest &request : m_fixture->server.received()) {
        QCOMPARE(request.header("x-goog-api-key"), QByteArray("sk-secret"));
        QVERIFY(!request.target.contains("secret"));
    }
}

void ModelListerTest::whoCannotBeAskedIsNot_data()
{
    QTest::addColumn<ProviderType>("type");
    QTest::addColumn<QByteArrayList>("keys");
    QTest::addColumn<bool>("isTokenForwarded");
    QTest::newRow("anthropic without a key") << ProviderType::Anthropic << QByteArrayList() << false;
    QTest::newRow("google without a key") << ProviderType::Google << QByteArrayList() << false;
    QTest::newRow("a key that only clients know") << ProviderType::OpenAi << QByteArrayList() << true;
    QTest::newRow("azure") << ProviderType::Azure << QByteArrayList {"k"} << false;
    QTest::newRow("demo") << ProviderType::Demo << QByteArrayList {"k"} << false;
}

void ModelListerTest::whoCannotBeAskedIsNot()
{
    QFETCH(ProviderType, type);
    QFETCH(QByteArrayList, keys);
    QFETCH(bool, isTokenForwarded);
    ProviderConfig config = m_fixture->provider(type, keys);
    config.isTokenForwarded = isTokenForwarded;
    m_fixture->use({config});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    Listed stranger(*m_fixture->lister, QStringLiteral("nobody"));
    QCOMPARE(listed.count, 0);
    QTRY_COMPARE(listed.count, 1);
    QTRY_COMPARE(stranger.count, 1);
    QVERIFY(listed.result->has_value());
    QVERIFY((*listed.result)->empty());
    QCOMPARE(m_fixture->server.connectionCount(), 0);
    // The public OpenAI needs a key.
    ProviderConfig openAi = m_fixture->provider(ProviderType::OpenAi, {});
    openAi.baseUrl = defaultBaseUrl(ProviderType::OpenAi);
    QVERIFY(!isListable(openAi));
}

void ModelListerTest::failuresSayWhat_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::newRow("wrong key") << QStringLiteral("401") << ErrorKind::UpstreamRefused
                               << QStringLiteral(
                                      "Provider 'p' answered with status 401 when it was asked for its "
                                      "models. Check its key.");
    QTest::newRow("not there")
        << QStringLiteral("404") << ErrorKind::UpstreamRefused
        << QStringLiteral("Provider 'p' answered with status 404 when it was asked for its models.");
    QTest::newRow("broken") << QStringLiteral("500") << ErrorKind::UpstreamFailed
                            << QStringLiteral(
                                   "Provider 'p' answered with status 500 when it was asked for its models.");
    QTest::newRow("html") << QStringLiteral("html") << ErrorKind::UpstreamInvalid
                          << QStringLiteral(
                                 "Provider 'p' answered with something that is no list of models.");
    QTest::newRow("cut")
        << QStringLiteral("cut") << ErrorKind::UpstreamInvalid
        << QStringLiteral("Provider 'p' could not be asked for its models: 127.0.0.1 broke off its answer.");
    QTest::newRow("refused")
        << QStringLiteral("refused") << ErrorKind::UpstreamUnreachable
        << QStringLiteral(
               "Provider 'p' could not be asked for its models: 127.0.0.1 refused the connection.");
    QTest::newRow("hang")
        << QStringLiteral("hang") << ErrorKind::UpstreamTimeout
        << QStringLiteral(
               "Provider 'p' could not be asked for its models: 127.0.0.1 did not answer within 0.2 s.");
}

void ModelListerTest::failuresSayWhat()
{
    QFETCH(QString, how);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, message);
    m_fixture->restart({}, how == QLatin1String("hang") ? 200ms : 10s);
    ProviderConfig config = m_fixture->provider(ProviderType::OpenAi);
    if (how == QLatin1String("html")) {
        m_fixture->server.script(Reply::html(200, "<p>Hello</p>"));
    } else if (how == QLatin1String("cut")) {
        m_fixture->server.script(Reply::json(200, manyModels("a", 3)).cutAfter(20));
    } else if (how == QLatin1String("hang")) {
        m_fixture->server.script(Reply::hang());
    } else if (how == QLatin1String("refused")) {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        config.baseUrl.setPort(closed.serverPort());
    } else {
        m_fixture->server.script(Reply::json(how.toInt(), R"({"error":{"message":"sk-secret is wrong"}})"));
    }
    m_fixture->use({config});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY(!*listed.result);
    QCOMPARE(listed.message(), message);
    QCOMPARE(listed.error().kind, kind);
    QVERIFY(!listed.error().detail.contains(QLatin1String("secret")));
}

void ModelListerTest::theNextKeyIsTriedWhereOneIsRefused()
{
    m_fixture->server.setHandler([](const ReceivedRequest &request) {
        return request.header("authorization") == "Bearer good" ? Reply::json(200, manyModels("a", 1))
                                                                : Reply::json(401, "{}");
    });
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi, {"bad", "worse", "good"})});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"a-0"}));
    QCOMPARE(m_fixture->server.requestCount(), 3);
}

void ModelListerTest::aFailureOnALaterPageFailsTheWhole()
{
    m_fixture->server.script(Reply::json(200, manyModels("a", 2, R"(,"has_more":true,"last_id":"a-1")")));
    m_fixture->server.script(Reply::json(500, "{}"));
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.error().kind, ErrorKind::UpstreamFailed);
}

void ModelListerTest::eachPageHasItsOwnTime()
{
    // Two pages of 900 ms each within 1.5 s for a page.
    m_fixture->restart({}, 1500ms);
    m_fixture->server.script(
        Reply::json(200, manyModels("a", 1, R"(,"has_more":true,"last_id":"a-0")")).held());
    m_fixture->server.script(Reply::json(200, manyModels("b", 1)).held());
    connect(&m_fixture->server, &ScriptedProvider::held, &m_fixture->server, [this](int index) {
        QTimer::singleShot(900ms, &m_fixture->server, [this, index] { m_fixture->server.release(index); });
    });
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(*listed.result, qPrintable(listed.message()));
    QCOMPARE(listed.ids(), QByteArrayList({"a-0", "b-0"}));
}

void ModelListerTest::pagesAreBounded()
{
    auto page = std::make_shared<int>(0);
    m_fixture->server.setHandler([page](const ReceivedRequest &) {
        const QByteArray name = "page" + QByteArray::number(++*page);
        return Reply::json(200, manyModels(name, 1, R"(,"has_more":true,"last_id":")" + name + '"'));
    });
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids().size(), qsizetype(ModelWalk::maxPages));
    QCOMPARE(m_fixture->server.requestCount(), ModelWalk::maxPages);
}

void ModelListerTest::modelsAreBounded()
{
    m_fixture->server.script(Reply::json(200, manyModels("m", 20'001, R"(,"has_more":true,"last_id":"x")")));
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(*listed.result, qPrintable(listed.message()));
    QCOMPARE((*listed.result)->size(), ModelWalk::maxModels);
    QCOMPARE(m_fixture->server.requestCount(), 1);
}

void ModelListerTest::aPageThatNamesItselfIsTheLast()
{
    m_fixture->server.setDefaultReply(
        Reply::json(200, manyModels("a", 2, R"(,"has_more":true,"last_id":"a-1")")));
    m_fixture->use({m_fixture->provider(ProviderType::Anthropic)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"a-0", "a-1"}));
    QCOMPARE(m_fixture->server.requestCount(), 2);
}

void ModelListerTest::everyIdComesOnce()
{
    m_fixture->server.script(Reply::json(200, R"(["a","b","a"])"));
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"a", "b"}));
}

void ModelListerTest::aRedirectIsNotFollowed()
{
    m_fixture->server.script(Reply::redirect(302, "/elsewhere"));
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.error().kind, ErrorKind::UpstreamInvalid);
    QCOMPARE(m_fixture->server.requestCount(), 1);
}

void ModelListerTest::theTlsFilesOfAProviderAreUsed()
{
    TlsFront front;
    const QString problem = front.start(m_fixture->server.port(), false);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QFile authority(m_fixture->home.filePath(QStringLiteral("ca.pem")));
    QVERIFY(authority.open(QIODevice::WriteOnly) && authority.write(front.certificate()) > 0);
    authority.close();
    m_fixture->server.setDefaultReply(Reply::json(200, manyModels("a", 1)));
    ProviderConfig config = m_fixture->provider(ProviderType::OpenAi);
    config.baseUrl = QUrl(QString::fromUtf8(front.baseUrl()));
    m_fixture->use({config});
    Listed stranger(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(stranger.count, 1);
    QCOMPARE(stranger.error().kind, ErrorKind::UpstreamUnreachable);
    QVERIFY2(stranger.message().contains(QLatin1String("TLS handshake")), qPrintable(stranger.message()));
    config.tls = UpstreamTls {.caCertificate = authority.fileName(), .certificate = {}, .key = {}};
    m_fixture->use({config});
    Listed trusted(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(trusted.count, 1);
    QVERIFY2(*trusted.result, qPrintable(trusted.message()));
    QCOMPARE(trusted.ids(), QByteArrayList({"a-0"}));
    config.tls->caCertificate = m_fixture->home.filePath(QStringLiteral("none.pem"));
    m_fixture->use({config});
    Listed unread(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(unread.count, 1);
    QVERIFY2(unread.message().contains(QLatin1String("none.pem")), qPrintable(unread.message()));
}

void ModelListerTest::theEndOfTheContextEndsTheListing()
{
    m_fixture->server.setDefaultReply(Reply::hang());
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi)});
    auto listed = std::make_unique<Listed>(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(m_fixture->server.requestCount(), 1);
    listed.reset();
    QTRY_COMPARE(m_fixture->server.openConnectionCount(), 0);
}

void ModelListerTest::theEndOfTheListerEndsTheListing()
{
    m_fixture->server.setDefaultReply(Reply::hang());
    m_fixture->use({m_fixture->provider(ProviderType::OpenAi)});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(m_fixture->server.requestCount(), 1);
    m_fixture->lister.reset();
    QTRY_COMPARE(m_fixture->server.openConnectionCount(), 0);
    QCOMPARE(listed.count, 0);
}

QTEST_GUILESS_MAIN(ModelListerTest)
#include "tst_modellister.moc"

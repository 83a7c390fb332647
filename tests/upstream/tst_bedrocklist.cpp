// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listerfixture.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using kit::ReceivedRequest;
using kit::Reply;
using kit::ScriptedProvider;

class BedrockListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ListerFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void bedrockSignsBothLists();
    void bedrockSendsABearerTokenInPlaceOfASignature();
    void bedrockDoesWithOneOfItsLists();
    void bedrockFailsWhenNoListCanBeHad();
    void bedrockNeedsARegion();
    void bedrockNeedsCredentials();
    void aChangedConfigurationIsFollowed();

private:
    std::unique_ptr<ListerFixture> m_fixture;
};

void BedrockListTest::bedrockSignsBothLists()
{
    m_fixture->server.setHandler([](const ReceivedRequest &request) {
        if (const auto refusal = kit::signatureRefusal(request)) {
            return Reply::json(403, QByteArray::fromStdString(refusal->message));
        }
        if (request.path() == "/v1/foundation-models") {
            return Reply::json(
                200, R"({"modelSummaries":[{"modelId":"amazon.one"},{"modelId":"amazon.two"}]})");
        }
        return request.target.contains("nextToken")
            ? Reply::json(200, R"({"inferenceProfileSummaries":[{"inferenceProfileId":"eu.amazon.four"}]})")
            : Reply::json(200,
                R"({"inferenceProfileSummaries":[{"inferenceProfileId":"eu.amazon.three"}],"nextToken":"a+/=%"})");
    });
    m_fixture->use({m_fixture->bedrock()});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(*listed.result, qPrintable(listed.message()));
    QCOMPARE(listed.ids(), QByteArrayList({"amazon.one", "amazon.two", "eu.amazon.three", "eu.amazon.four"}));
    QCOMPARE(m_fixture->server.received(1).target, QByteArray("/v1/inference-profiles?maxResults=1000"));
    QCOMPARE(m_fixture->server.received(2).target,
        QByteArray("/v1/inference-profiles?maxResults=1000&nextToken=a%2B%2F%3D%25"));
    QVERIFY(
        m_fixture->server.received(0).header("authorization").contains("/eu-central-1/bedrock/aws4_request"));
}

void BedrockListTest::bedrockSendsABearerTokenInPlaceOfASignature()
{
    m_fixture->server.setDefaultReply(Reply::json(404, "{}"));
    m_fixture->server.script(Reply::json(200, R"({"modelSummaries":[{"modelId":"amazon.one"}]})"));
    m_fixture->restart({{QStringLiteral("AWS_BEARER_TOKEN_BEDROCK"), QStringLiteral("token-of-bedrock")},
        {QStringLiteral("AWS_REGION"), QStringLiteral("us-east-1")},
        {QStringLiteral("AWS_ENDPOINT_URL_BEDROCK"),
            m_fixture->server.baseUrl(QStringLiteral("/control")).toString()}});
    ProviderConfig config = m_fixture->provider(ProviderType::Bedrock, {});
    config.baseUrl.clear();
    m_fixture->use({config});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.ids(), QByteArrayList({"amazon.one"}));
    QCOMPARE(m_fixture->server.received(0).target, QByteArray("/control/foundation-models"));
    QCOMPARE(m_fixture->server.received(0).header("authorization"), QByteArray("Bearer token-of-bedrock"));
}

void BedrockListTest::bedrockDoesWithOneOfItsLists()
{
    m_fixture->server.script(
        Reply::json(403, R"({"message":"not authorized to perform: bedrock:ListFoundationModels"})"));
    m_fixture->server.script(
        Reply::json(200, R"({"inferenceProfileSummaries":[{"inferenceProfileId":"eu.a.b"}]})"));
    m_fixture->use({m_fixture->bedrock()});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(*listed.result, qPrintable(listed.message()));
    QCOMPARE(listed.ids(), QByteArrayList({"eu.a.b"}));
}

void BedrockListTest::bedrockFailsWhenNoListCanBeHad()
{
    m_fixture->server.setDefaultReply(Reply::json(403, "{}"));
    m_fixture->use({m_fixture->bedrock()});
    Listed refused(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(refused.count, 1);
    QCOMPARE(refused.error().upstreamStatus, 403);
    QCOMPARE(m_fixture->server.requestCount(), 2);
    // A list that could be had a moment later must not look as if it were gone.
    m_fixture->server.script(Reply::json(200, R"({"modelSummaries":[{"modelId":"amazon.one"}]})"));
    m_fixture->server.script(Reply::json(503, "{}"));
    Listed broken(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(broken.count, 1);
    QCOMPARE(broken.error().kind, ErrorKind::UpstreamFailed);
}

void BedrockListTest::bedrockNeedsARegion()
{
    ProviderConfig config = m_fixture->bedrock();
    config.baseUrl.clear();
    config.bedrock.region.clear();
    m_fixture->use({config});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QVERIFY2(listed.message().contains(QLatin1String("AWS_REGION")), qPrintable(listed.message()));
}

void BedrockListTest::bedrockNeedsCredentials()
{
    ProviderConfig config = m_fixture->bedrock();
    config.bedrock = {.region = QStringLiteral("eu-central-1")};
    m_fixture->use({config});
    Listed listed(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(listed.count, 1);
    QCOMPARE(listed.error().kind, ErrorKind::Unauthenticated);
    QCOMPARE(m_fixture->server.requestCount(), 0);
}

void BedrockListTest::aChangedConfigurationIsFollowed()
{
    m_fixture->server.setHandler([](const ReceivedRequest &request) {
        const auto refusal = kit::signatureRefusal(request);
        return refusal ? Reply::json(403, "{}")
                       : Reply::json(200, R"({"modelSummaries":[{"modelId":"amazon.one"}]})");
    });
    ProviderConfig config = m_fixture->bedrock();
    config.bedrock.secretAccessKey = Secret("wrong");
    m_fixture->use({config});
    Listed before(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(before.count, 1);
    QCOMPARE(before.error().upstreamStatus, 403);
    m_fixture->server.setHandler([](const ReceivedRequest &request) {
        return kit::signatureRefusal(request) || request.target.contains("profiles")
            ? Reply::json(403, "{}")
            : Reply::json(200, R"({"modelSummaries":[{"modelId":"amazon.one"}]})");
    });
    m_fixture->use({m_fixture->bedrock()});
    Listed after(*m_fixture->lister, QStringLiteral("p"));
    QTRY_COMPARE(after.count, 1);
    QVERIFY2(*after.result, qPrintable(after.message()));
    QCOMPARE(after.ids(), QByteArrayList({"amazon.one"}));
}

QTEST_GUILESS_MAIN(BedrockListTest)
#include "tst_bedrocklist.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trafficfixture.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QTest>

using namespace nexus;
using kit::Reply;

//! Who may get the answer that somebody else was given.
class CacheScopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everybodySharesWhereNobodyIsKnown();
    void clientsWithOwnKeysNeverShare();
    void aKeyThatIsNotForwardedDoesNotCount();
    void knownClientsNeverShare();
    void usersWithTokensNeverShare();
    void aForwardedHeaderMakesAnotherQuestion();
    void headersThatAnthropicReadsMakeAnotherQuestion();
    void equalRequestsOfTwoUsersAreNotOneCall();

private:
    [[nodiscard]] QByteArray useOf(const kit::Headers &headers) const;

    const QByteArray m_cache = "[llm.cache]\nenabled = true\n";
    std::unique_ptr<TrafficFixture> m_fixture;
};

void CacheScopeTest::init()
{
    m_fixture = std::make_unique<TrafficFixture>();
    m_fixture->a.setDefaultReply(wholeReply());
}

void CacheScopeTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

QByteArray CacheScopeTest::useOf(const kit::Headers &headers) const
{
    const kit::Answer answer = m_fixture->ask(chatOf("a/m"), headers);
    return answer.status == 200 ? answer.header("x-nexus-cache") : QByteArray::number(answer.status);
}

void CacheScopeTest::everybodySharesWhereNobodyIsKnown()
{
    m_fixture->start(TrafficFixture::provider("a") + m_cache);
    QCOMPARE(useOf({{"Authorization", "Bearer ann"}}), QByteArray("miss"));
    QCOMPARE(useOf({{"Authorization", "Bearer bob"}, {"User-Agent", "other"}}), QByteArray("hit"));
    QCOMPARE(useOf({}), QByteArray("hit"));
}

void CacheScopeTest::clientsWithOwnKeysNeverShare()
{
    m_fixture->start(TrafficFixture::provider("a", "forward_token = true\n") + m_cache);
    const kit::Headers ann {{"X-Provider-API-Key", "sk-key-of-ann"}};
    const kit::Headers bob {{"X-Provider-API-Key", "sk-key-of-bob"}};
    QCOMPARE(useOf(ann), QByteArray("miss"));
    QCOMPARE(useOf(bob), QByteArray("miss"));
    QCOMPARE(useOf({}), QByteArray("miss"));
    QCOMPARE(useOf(ann), QByteArray("hit"));
    QCOMPARE(useOf(bob), QByteArray("hit"));
    QCOMPARE(useOf({}), QByteArray("hit"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
}

void CacheScopeTest::aKeyThatIsNotForwardedDoesNotCount()
{
    m_fixture->start(TrafficFixture::provider("a") + m_cache);
    QCOMPARE(useOf({{"X-Provider-API-Key", "sk-key-of-ann"}}), QByteArray("miss"));
    QCOMPARE(useOf({{"X-Provider-API-Key", "sk-key-of-bob"}}), QByteArray("hit"));
    QCOMPARE(m_fixture->a.received(0).header("authorization"), QByteArray("Bearer sk-key-of-a"));
}

void CacheScopeTest::knownClientsNeverShare()
{
    m_fixture->start("[server.client_identification]\nenabled = true\n"
                     "client_id = {http_header = \"X-Client\"}\n"
        + TrafficFixture::provider("a") + m_cache);
    QCOMPARE(useOf({{"X-Client", "ann"}}), QByteArray("miss"));
    QCOMPARE(useOf({{"X-Client", "bob"}}), QByteArray("miss"));
    QCOMPARE(useOf({{"X-Client", "ann"}}), QByteArray("hit"));
    QCOMPARE(m_fixture->a.requestCount(), 2);
}

void CacheScopeTest::usersWithTokensNeverShare()
{
    const TokenMaker maker(JwkKind::Symmetric, "k1");
    m_fixture->b.setDefaultReply(Reply::json(200, keySetDocument({maker.jwk()})));
    m_fixture->start("[server.oauth]\nurl = \"@B@\"\n"
                     "[server.oauth.protected_resource]\nresource = \"http://127.0.0.1:8000\"\n"
                     "authorization_servers = [\"http://127.0.0.1:9\"]\n"
        + TrafficFixture::provider("a") + m_cache);
    const auto bearer = [&maker](const std::string &issuer, const std::string &subject, int serial) {
        const qint64 later = QDateTime::currentSecsSinceEpoch() + 600;
        return kit::Headers {{"Authorization",
            "Bearer "
                + maker.token("HS256",
                    {{"iss", issuer}, {"sub", subject}, {"exp", later}, {"jti", std::to_string(serial)}})}};
    };
    QCOMPARE(useOf(bearer("i", "ann", 1)), QByteArray("miss"));
    QCOMPARE(useOf(bearer("i", "bob", 2)), QByteArray("miss"));
    QCOMPARE(useOf(bearer("j", "ann", 3)), QByteArray("miss"));
    // Another token of the same user.
    QCOMPARE(useOf(bearer("i", "ann", 4)), QByteArray("hit"));
    QCOMPARE(useOf({}), QByteArray("401"));
    QCOMPARE(m_fixture->a.requestCount(), 3);
}

void CacheScopeTest::aForwardedHeaderMakesAnotherQuestion()
{
    m_fixture->start(
        TrafficFixture::provider("a", "headers = [{rule = \"forward\", name = \"X-Team\"}]\n") + m_cache);
    QCOMPARE(useOf({{"X-Team", "red"}}), QByteArray("miss"));
    QCOMPARE(useOf({{"X-Team", "blue"}}), QByteArray("miss"));
    QCOMPARE(useOf({}), QByteArray("miss"));
    QCOMPARE(useOf({{"X-Team", "red"}, {"X-Other", "1"}}), QByteArray("hit"));
    QCOMPARE(m_fixture->a.received(1).header("x-team"), QByteArray("blue"));
}

void CacheScopeTest::headersThatAnthropicReadsMakeAnotherQuestion()
{
    m_fixture->start(TrafficFixture::provider("a") + m_cache);
    const auto use = [this](const kit::Headers &headers) {
        return m_fixture->ask(messageOf("a/m"), headers, TrafficFixture::messagesPath)
            .header("x-nexus-cache");
    };
    QCOMPARE(use({{"anthropic-version", "2023-06-01"}}), QByteArray("miss"));
    QCOMPARE(use({{"anthropic-version", "2023-06-01"}, {"anthropic-beta", "x"}}), QByteArray("miss"));
    QCOMPARE(use({{"anthropic-version", "2023-06-01"}, {"x-stainless-os", "x"}}), QByteArray("hit"));
}

void CacheScopeTest::equalRequestsOfTwoUsersAreNotOneCall()
{
    m_fixture->start(TrafficFixture::provider("a", "forward_token = true\n") + m_cache);
    m_fixture->a.hold();
    const auto ann = m_fixture->send(chatOf("a/m"), {{"X-Provider-API-Key", "sk-key-of-ann"}});
    const auto bob = m_fixture->send(chatOf("a/m"), {{"X-Provider-API-Key", "sk-key-of-bob"}});
    QTRY_COMPARE(m_fixture->a.requestCount(), 2);
    m_fixture->a.release();
    QVERIFY(ann->waitForAnswers() && bob->waitForAnswers());
    QCOMPARE(ann->answer().header("x-nexus-cache"), QByteArray("miss"));
    QCOMPARE(bob->answer().header("x-nexus-cache"), QByteArray("miss"));
}

QTEST_GUILESS_MAIN(CacheScopeTest)
#include "tst_cachescope.moc"

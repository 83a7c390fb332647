// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authenticator.h"
#include "kit/scriptedprovider.h"
#include "oauthconfig.h"
#include "tokenmaker.h"
#include "upstream/webfetcher.h"

#include <QtTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

using Answer = Result<ClaimsPointer>;

} // namespace

//! \brief Tokens against a key server on a real socket.
class KeyServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rotates();
    void breaksAndComesBack();
    void stalls();
    void answersHtml();
    void redirects();

private:
    void send(const TokenMaker &maker)
    {
        RequestSnapshot request;
        request.headers.add("Authorization", "Bearer " + maker.token("ES256", {{"exp", 4'000'000'000}}));
        m_authenticator->authenticate(
            request, Dialect::OpenAi, this, [this](const Answer &answer) { m_answers.push_back(answer); });
    }
    [[nodiscard]] static kit::Reply keys(const std::vector<Json> &list)
    {
        return kit::Reply::json(200, keySetDocument(list));
    }

    const TokenMaker m_first {JwkKind::P256, "first"};
    const TokenMaker m_second {JwkKind::P256, "second"};
    std::unique_ptr<kit::ScriptedProvider> m_server;
    std::unique_ptr<WebFetcher> m_fetcher;
    std::unique_ptr<KeySetSource> m_source;
    std::unique_ptr<Authenticator> m_authenticator;
    std::vector<Answer> m_answers;
};

void KeyServerTest::init()
{
    m_answers.clear();
    m_server = std::make_unique<kit::ScriptedProvider>();
    m_fetcher = std::make_unique<WebFetcher>();
    m_source = std::make_unique<KeySetSource>(*m_fetcher);
    m_authenticator = std::make_unique<Authenticator>(*m_source);
    const auto config = withOAuth(m_server->baseUrl(QStringLiteral("/jwks.json")).toString());
    m_source->setConfig(config);
    m_authenticator->setConfig(config);
}

void KeyServerTest::cleanup()
{
    m_authenticator.reset();
    m_source.reset();
    m_fetcher.reset();
    m_server.reset();
}

void KeyServerTest::rotates()
{
    m_server->script(keys({m_first.jwk()}));
    m_server->script(keys({m_second.jwk()}));
    send(m_first);
    QTRY_COMPARE(m_answers.size(), 1U);
    QVERIFY(m_answers[0]);
    send(m_second);
    QTRY_COMPARE(m_answers.size(), 2U);
    QVERIFY(m_answers[1]);
    QCOMPARE(m_server->requestCount(), 2);
    QCOMPARE(m_server->received(0).method, QByteArray("GET"));
}

void KeyServerTest::breaksAndComesBack()
{
    m_server->script(kit::Reply::closeAtOnce());
    m_server->setDefaultReply(keys({m_first.jwk()}));
    send(m_first);
    QTRY_COMPARE(m_answers.size(), 1U);
    // A client of HTTP may repeat a GET on its own; then this is a success already.
    if (!m_answers[0]) {
        QCOMPARE(httpStatus(m_answers[0].error()), 503);
    }
    QTRY_VERIFY_WITH_TIMEOUT((send(m_first), m_answers.back().has_value()), 5'000);
    m_server->stopListening();
    m_server->closeConnections();
    send(m_second); // asks anew, in vain
    QTRY_VERIFY(!m_answers.back() && m_answers.back().error().code == "invalid_token");
    send(m_first);
    QVERIFY(m_answers.back().has_value());
}

void KeyServerTest::stalls()
{
    m_server->setDefaultReply(kit::Reply::hang());
    send(m_first);
    QTRY_COMPARE(m_server->requestCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 1U, 8'000);
    QCOMPARE(httpStatus(m_answers[0].error()), 503);
}

void KeyServerTest::answersHtml()
{
    m_server->setDefaultReply(kit::Reply::html(200, "<html>Log in</html>"));
    send(m_first);
    QTRY_COMPARE(m_answers.size(), 1U);
    QCOMPARE(httpStatus(m_answers[0].error()), 503);
}

void KeyServerTest::redirects()
{
    m_server->script(kit::Reply::redirect(302, m_server->baseUrl(QStringLiteral("/other")).toEncoded()));
    m_server->setDefaultReply(keys({m_first.jwk()}));
    send(m_first);
    QTRY_COMPARE(m_answers.size(), 1U);
    QCOMPARE(httpStatus(m_answers[0].error()), 503);
    QCOMPARE(m_server->requestCount(), 1);
}

QTEST_GUILESS_MAIN(KeyServerTest)
#include "tst_keyserver.moc"

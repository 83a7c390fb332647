// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authenticator.h"
#include "fakefetcher.h"
#include "oauthconfig.h"
#include "tokenmaker.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

using Answer = Result<ClaimsPointer>;

//! \brief A gateway's way in, with everything around it by hand.
struct Bench {
    FakeFetcher fetcher;
    HandClock clock;
    std::chrono::system_clock::time_point now {1'700'000'000s};
    KeySetSource source {fetcher, {}, clock.source()};
    std::unique_ptr<Authenticator> authenticator
        = std::make_unique<Authenticator>(source, [this] { return now; });
    std::vector<Answer> answers;

    explicit Bench(const ConfigSnapshot &config = withOAuth()) { configure(config); }

    void configure(const ConfigSnapshot &config)
    {
        source.setConfig(config);
        authenticator->setConfig(config);
    }

    void send(const HeaderList &headers, QObject *context, Dialect dialect = Dialect::OpenAi)
    {
        RequestSnapshot request;
        request.headers = headers;
        authenticator->authenticate(
            request, dialect, context, [this](const Answer &answer) { answers.push_back(answer); });
        QCoreApplication::sendPostedEvents(&source);
    }
    void send(const QByteArray &token) { send({{"Authorization", "Bearer " + token}}, &source); }
};

} // namespace

class AuthenticatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offLetsEveryoneIn();
    void theFirstTokenWaitsForTheKeys();
    void withKeysTheAnswerComesAtOnce();
    void refusals_data();
    void refusals();
    void rulesComeFromTheConfiguration();
    void anUnknownKeyWaitsForNewKeys();
    void anUnknownKeyIsRefusedWhenNothingIsNew();
    void aTokenWithoutKidWaitsForNewKeysToo();
    void keyServerNeverReached();
    void aContextThatDiedGetsNothing();
    void theOldConfigurationHoldsForWhoWaits();
    void destructionAnswersWhoWaits();
    void anthropicMounts();
    void manyWorkers();

private:
    [[nodiscard]] static Json claims(const QByteArray &more = "{}")
    {
        Json out {{"iss", "me"}, {"sub", "anna"}, {"aud", "gateway"}, {"exp", 1'700'000'600}};
        out.update(Json::parse(more.toStdString()));
        return out;
    }

    const TokenMaker m_first {JwkKind::Ed25519, "first"};
    const TokenMaker m_second {JwkKind::Ed25519, "second"};
    const QByteArray m_one = keySetDocument({m_first.jwk()});
    const QByteArray m_two = keySetDocument({m_second.jwk()});
    const QByteArray m_metadata
        = "Bearer resource_metadata=\"https://nexus.example:8443/.well-known/oauth-protected-resource\"";
};

void AuthenticatorTest::offLetsEveryoneIn()
{
    Bench bench(std::make_shared<GatewayConfig>());
    QVERIFY(!bench.authenticator->isRequired());
    bench.send("not-used");
    QCOMPARE(bench.answers.size(), 1U);
    QVERIFY(bench.answers[0] && !*bench.answers[0]);
    QCOMPARE(bench.fetcher.count(), 0);
    bench.configure(withOAuth());
    QVERIFY(bench.authenticator->isRequired());
}

void AuthenticatorTest::theFirstTokenWaitsForTheKeys()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.send(m_first.token("EdDSA", claims()));
    QVERIFY(bench.answers.empty());
    QCOMPARE(bench.fetcher.count(), 1);
    bench.fetcher.answer(m_one);
    QCOMPARE(bench.answers.size(), 2U);
    for (const Answer &answer : bench.answers) {
        QVERIFY(answer && *answer);
        QCOMPARE(Claims::text((*answer)->find("sub")), QByteArray("anna"));
    }
}

void AuthenticatorTest::withKeysTheAnswerComesAtOnce()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    RequestSnapshot request;
    request.headers.add("authorization", "bEARER " + m_first.token("EdDSA", claims()));
    bool isAnswered = false;
    bench.authenticator->authenticate(request, Dialect::OpenAi, this,
        [&isAnswered](const Answer &answer) { isAnswered = answer && *answer; });
    QVERIFY(isAnswered);
}

void AuthenticatorTest::refusals_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("no header") << QByteArray() << QByteArray("missing_token");
    QTest::newRow("scheme only") << QByteArray("Bearer") << QByteArray("missing_token");
    QTest::newRow("empty") << QByteArray("Bearer   ") << QByteArray("missing_token");
    QTest::newRow("another scheme") << QByteArray("Basic YTpi") << QByteArray("missing_token");
    QTest::newRow("no token") << QByteArray("Bearer not-used") << QByteArray("invalid_token");
    QTest::newRow("expired") << "Bearer " + m_first.token("EdDSA", claims(R"({"exp":1})"))
                             << QByteArray("invalid_token");
}

void AuthenticatorTest::refusals()
{
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, code);
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    bench.send(authorization.isNull() ? HeaderList() : HeaderList {{"Authorization", authorization}}, this);
    QCOMPARE(bench.answers.size(), 2U);
    const Answer &answer = bench.answers[1];
    QVERIFY(!answer);
    QCOMPARE(httpStatus(answer.error()), 401);
    QCOMPARE(answer.error().code, code);
    const QByteArray &challenge = answer.error().challenge;
    QVERIFY(challenge.startsWith(m_metadata));
    QCOMPARE(challenge.contains(", error=\"invalid_token\", error_description=\""), code == "invalid_token");
    QVERIFY(code == "invalid_token" || challenge == m_metadata);
}

void AuthenticatorTest::rulesComeFromTheConfiguration()
{
    auto config = withOAuth();
    config->server.oauth->expectedIssuer = QStringLiteral("me");
    config->server.oauth->expectedAudience = QStringLiteral("gateway");
    Bench bench(config);
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    QVERIFY(bench.answers.at(0));
    bench.send(m_first.token("EdDSA", claims(R"({"iss":"you"})")));
    QVERIFY(bench.answers.at(1).error().message.contains(QLatin1String("issuer")));
    bench.send(m_first.token("EdDSA", claims(R"({"aud":"x"})")));
    QVERIFY(bench.answers.at(2).error().message.contains(QLatin1String("audience")));
    bench.now += 700s;
    bench.send(m_first.token("EdDSA", claims()));
    QVERIFY(bench.answers.at(3).error().message.contains(QLatin1String("expired")));
}

void AuthenticatorTest::anUnknownKeyWaitsForNewKeys()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    bench.send(m_second.token("EdDSA", claims()));
    QCOMPARE(bench.answers.size(), 1U);
    // Who has a known key does not wait meanwhile.
    bench.send(m_first.token("EdDSA", claims()));
    QCOMPARE(bench.answers.size(), 2U);
    bench.fetcher.answer(keySetDocument({m_first.jwk(), m_second.jwk()}));
    QCOMPARE(bench.answers.size(), 3U);
    QVERIFY(bench.answers[2]);
}

void AuthenticatorTest::anUnknownKeyIsRefusedWhenNothingIsNew()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    bench.send(m_second.token("EdDSA", claims()));
    bench.fetcher.answer(m_one);
    QCOMPARE(bench.answers.at(1).error().code, QByteArray("invalid_token"));
    // From now on it does not even ask the server.
    bench.send(m_second.token("EdDSA", claims()));
    QCOMPARE(bench.answers.at(2).error().code, QByteArray("invalid_token"));
    QVERIFY(!bench.answers.at(2).error().challenge.isEmpty());
    QCOMPARE(bench.fetcher.count(), 2);
}

void AuthenticatorTest::aTokenWithoutKidWaitsForNewKeysToo()
{
    const TokenMaker old(JwkKind::P256);
    const TokenMaker rotated(JwkKind::P256);
    Bench bench;
    bench.send(old.token("ES256", claims()));
    bench.fetcher.answer(keySetDocument({old.jwk()}));
    QVERIFY(bench.answers.at(0));
    bench.send(rotated.token("ES256", claims()));
    bench.fetcher.answer(keySetDocument({rotated.jwk()}));
    QVERIFY(bench.answers.at(1));
}

void AuthenticatorTest::keyServerNeverReached()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    bench.fetcher.fail();
    QCOMPARE(bench.answers.size(), 1U);
    QCOMPARE(httpStatus(bench.answers[0].error()), 503);
    QVERIFY(bench.answers[0].error().challenge.isEmpty());
    // What is no token at all needs no keys to be refused.
    bench.send("not-used");
    QCOMPARE(httpStatus(bench.answers.at(1).error()), 401);
}

void AuthenticatorTest::aContextThatDiedGetsNothing()
{
    Bench bench;
    auto context = std::make_unique<QObject>();
    bench.send({{"Authorization", "Bearer " + m_first.token("EdDSA", claims())}}, context.get());
    context.reset();
    bench.fetcher.answer(m_one);
    QVERIFY(bench.answers.empty());
}

void AuthenticatorTest::theOldConfigurationHoldsForWhoWaits()
{
    Bench bench;
    bench.send(m_first.token("EdDSA", claims()));
    auto stricter = withOAuth();
    stricter->server.oauth->expectedIssuer = QStringLiteral("you");
    bench.configure(stricter);
    bench.fetcher.answer(m_one);
    QVERIFY(bench.answers.at(0));
    bench.send(m_first.token("EdDSA", claims()));
    QVERIFY(!bench.answers.at(1));
}

void AuthenticatorTest::destructionAnswersWhoWaits()
{
    Bench bench;
    QObject context;
    bench.send({{"Authorization", "Bearer " + m_first.token("EdDSA", claims())}}, &context);
    bench.authenticator.reset();
    QVERIFY(bench.answers.empty());
    QCoreApplication::sendPostedEvents(&context);
    QCOMPARE(bench.answers.size(), 1U);
    QCOMPARE(bench.answers[0].error().kind, ErrorKind::Unavailable);
    bench.fetcher.answer(m_one);
    QCOMPARE(bench.answers.size(), 1U);
}

void AuthenticatorTest::anthropicMounts()
{
    const QByteArray token = m_first.token("EdDSA", claims());
    Bench bench;
    bench.send(token);
    bench.fetcher.answer(m_one);
    const HeaderList byKey {{"x-api-key", token}};
    const HeaderList byProxy {
        {"Authorization", "Bearer sk-ant-x"}, {"Proxy-Authorization", "Bearer " + token}};
    bench.send(byKey, this, Dialect::Anthropic);
    bench.send(byProxy, this, Dialect::Anthropic);
    bench.send(byKey, this, Dialect::OpenAi);
    bench.send(byProxy, this, Dialect::OpenAi);
    QCOMPARE(bench.answers.size(), 5U);
    QVERIFY(bench.answers[1] && bench.answers[2]);
    QVERIFY(!bench.answers[3] && !bench.answers[4]);
}

// Each worker in its thread, one source for all; the keys change while they ask.
void AuthenticatorTest::manyWorkers()
{
    constexpr int workers = 4;
    constexpr int requests = 200;
    FakeFetcher fetcher;
    HandClock clock;
    KeySetSource source(fetcher, {}, clock.source());
    const ConfigSnapshot config = withOAuth();
    source.setConfig(config);
    std::atomic<int> admitted = 0;
    std::atomic<int> running = workers;
    const std::vector<QByteArray> tokens {
        m_first.token("EdDSA", claims()), m_second.token("EdDSA", claims())};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < workers; ++i) {
        threads.emplace_back(QThread::create([&] {
            Authenticator authenticator(
                source, [] { return std::chrono::system_clock::time_point(1'700'000'000s); });
            authenticator.setConfig(config);
            QEventLoop loop;
            int open = requests;
            for (int n = 0; n < requests; ++n) {
                RequestSnapshot request;
                request.headers.add("Authorization", "Bearer " + tokens[static_cast<std::size_t>(n % 2)]);
                authenticator.authenticate(request, Dialect::OpenAi, &loop, [&](const Answer &answer) {
                    admitted += answer ? 1 : 0;
                    if (--open == 0) {
                        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
                    }
                });
            }
            loop.exec();
            --running;
        }));
        threads.back()->start();
    }
    QTRY_COMPARE(fetcher.count(), 1);
    fetcher.answer(m_one);
    while (running > 0 && !QTest::currentTestFailed()) {
        if (fetcher.isRunning()) {
            fetcher.answer(keySetDocument({m_first.jwk(), m_second.jwk()}));
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    for (const auto &thread : threads) {
        QVERIFY(thread->wait(30'000));
    }
    // Those who waited for the first set and found their key missing are refused: it was as new as it gets.
    QVERIFY(admitted >= workers * requests / 2);
    QVERIFY(fetcher.count() <= 2);
}

QTEST_GUILESS_MAIN(AuthenticatorTest)
#include "tst_authenticator.moc"

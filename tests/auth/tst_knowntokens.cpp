// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authenticator.h"
#include "fakefetcher.h"
#include "oauthconfig.h"
#include "tokenmaker.h"

#include <QtTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

//! \brief A way in that has seen a good token already, so that its signature is not verified again.
struct Bench {
    const TokenMaker first {JwkKind::P256, "first"};
    const TokenMaker second {JwkKind::P256, "second"};
    FakeFetcher fetcher;
    HandClock clock;
    std::chrono::system_clock::time_point now {1'700'000'000s};
    KeySetSource source {fetcher, {}, clock.source()};
    Authenticator authenticator {source, [this] { return now; }, clock.source()};
    QByteArray token;
    std::vector<Result<ClaimsPointer>> answers;

    explicit Bench(std::optional<std::chrono::milliseconds> pollInterval = std::nullopt)
    {
        configure(withOAuth(url, pollInterval));
        token = tokenOf(Json {{"sub", "anna"}, {"iss", "me"}, {"exp", 1'700'000'600}});
        send(token);
        fetcher.answer(keySetDocument({first.jwk(), second.jwk()}));
        send(token);
        send(token);
    }

    [[nodiscard]] QByteArray tokenOf(const Json &claims) const { return first.token("ES256", claims); }
    void configure(const ConfigSnapshot &config)
    {
        source.setConfig(config);
        authenticator.setConfig(config);
    }
    void send(const QByteArray &text)
    {
        RequestSnapshot request;
        request.headers.add("Authorization", "Bearer " + text);
        authenticator.authenticate(request, Dialect::OpenAi, &source,
            [this](const Result<ClaimsPointer> &answer) { answers.push_back(answer); });
        QCoreApplication::sendPostedEvents(&source);
    }
    //! \brief Whether the newest token was refused at once with these words.
    [[nodiscard]] bool isRefused(const QByteArray &text, const char *words)
    {
        const std::size_t before = answers.size();
        send(text);
        return answers.size() == before + 1 && !answers.back() && !answers.back().error().challenge.isEmpty()
            && answers.back().error().message.contains(QLatin1String(words));
    }

    const QString url = QStringLiteral("https://issuer.example/jwks");
};

} // namespace

class KnownTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClaimsAreThoseOfTheFirstTime();
    void itStillExpires();
    void itStillExpiresWhenTheClockGoesBack();
    void aForgedTokenOfTheSameBeginningIsRefused();
    void aRefusedTokenIsNotRemembered();
    void aWithdrawnKeyStopsWorking();
    void theSameKeysAgainChangeNothing();
    void afterFiveMinutesItIsVerifiedAnew();
    void stricterRulesHoldAtOnce();
    void anotherKeyServerForgetsIt();
    void offAndOnForgetsIt();
};

void KnownTokensTest::theClaimsAreThoseOfTheFirstTime()
{
    Bench bench;
    QCOMPARE(bench.answers.size(), 3U);
    for (const auto &answer : bench.answers) {
        QVERIFY(answer && *answer);
        QCOMPARE(Claims::text((*answer)->find("sub")), QByteArray("anna"));
    }
    // The second time it was verified, the third time it was known.
    QCOMPARE(*bench.answers[1], *bench.answers[2]);
}

void KnownTokensTest::itStillExpires()
{
    Bench bench;
    bench.now += 659s;
    bench.send(bench.token);
    QVERIFY(bench.answers.back());
    bench.now += 1s;
    QVERIFY(bench.isRefused(bench.token, "expired"));
    QVERIFY(bench.isRefused(bench.token, "expired"));
}

void KnownTokensTest::itStillExpiresWhenTheClockGoesBack()
{
    Bench bench;
    const QByteArray token = bench.tokenOf(Json {{"exp", 1'700'000'600}, {"nbf", 1'700'000'000}});
    bench.send(token);
    QVERIFY(bench.answers.back());
    bench.now -= 61s;
    QVERIFY(bench.isRefused(token, "not valid yet"));
    bench.now += 61s;
    bench.send(token);
    QVERIFY(bench.answers.back());
}

void KnownTokensTest::aForgedTokenOfTheSameBeginningIsRefused()
{
    Bench bench;
    const qsizetype mark = bench.token.lastIndexOf('.') + 1;
    // Another good signature, of another key.
    const QByteArray foreign = bench.second.token("ES256", Json {{"sub", "anna"}});
    QVERIFY(
        bench.isRefused(bench.token.first(mark) + foreign.mid(foreign.lastIndexOf('.') + 1), "signature"));
    QByteArray changed = bench.token;
    changed[mark] = changed[mark] == 'A' ? 'B' : 'A';
    QVERIFY(bench.isRefused(changed, "signature"));
    QVERIFY(bench.isRefused(bench.token.first(mark), "signature"));
    // Another payload under the signature of the known one.
    const QByteArray other = bench.tokenOf(Json {{"sub", "root"}, {"exp", 1'700'000'600}});
    QVERIFY(bench.isRefused(other.first(other.lastIndexOf('.') + 1) + bench.token.sliced(mark), "signature"));
    bench.send(bench.token);
    QVERIFY(bench.answers.back());
}

void KnownTokensTest::aRefusedTokenIsNotRemembered()
{
    Bench bench;
    QByteArray changed = bench.token;
    changed[changed.lastIndexOf('.') + 1] = changed.endsWith('A') ? 'B' : 'C';
    if (changed == bench.token) {
        changed[changed.lastIndexOf('.') + 1] = 'D';
    }
    QVERIFY(bench.isRefused(changed, "signature"));
    QVERIFY(bench.isRefused(changed, "signature"));
    const QByteArray expired = bench.tokenOf(Json {{"exp", 1}});
    QVERIFY(bench.isRefused(expired, "expired"));
    QVERIFY(bench.isRefused(expired, "expired"));
}

void KnownTokensTest::aWithdrawnKeyStopsWorking()
{
    Bench bench(60s);
    bench.clock.advance(60s);
    // This one has the keys fetched again and does not wait for them.
    bench.send(bench.token);
    QVERIFY(bench.answers.back());
    QVERIFY(bench.fetcher.isRunning());
    bench.fetcher.answer(keySetDocument({bench.second.jwk()}));
    // The new set lacks its key, so it waits for a newer one.
    const std::size_t before = bench.answers.size();
    bench.send(bench.token);
    QCOMPARE(bench.answers.size(), before);
    bench.fetcher.answer(keySetDocument({bench.second.jwk()}));
    QCOMPARE(bench.answers.size(), before + 1);
    QVERIFY(!bench.answers.back());
    QCOMPARE(bench.answers.back().error().code, QByteArray("invalid_token"));
    QVERIFY(bench.isRefused(bench.token, "no key"));
}

void KnownTokensTest::theSameKeysAgainChangeNothing()
{
    Bench bench(60s);
    bench.clock.advance(60s);
    bench.send(bench.token);
    bench.fetcher.answer(keySetDocument({bench.first.jwk(), bench.second.jwk()}));
    bench.send(bench.token);
    QCOMPARE(*bench.answers.back(), *bench.answers[1]);
}

void KnownTokensTest::afterFiveMinutesItIsVerifiedAnew()
{
    Bench bench;
    bench.clock.advance(5min);
    bench.send(bench.token);
    QVERIFY(bench.answers.back());
    QVERIFY(*bench.answers.back() != *bench.answers[1]);
}

void KnownTokensTest::stricterRulesHoldAtOnce()
{
    Bench bench;
    auto stricter = withOAuth(bench.url);
    stricter->server.oauth->expectedIssuer = QStringLiteral("you");
    bench.configure(stricter);
    QVERIFY(bench.isRefused(bench.token, "issuer"));
    stricter = withOAuth(bench.url);
    stricter->server.oauth->expectedAudience = QStringLiteral("gateway");
    bench.configure(stricter);
    QVERIFY(bench.isRefused(bench.token, "audience"));
}

void KnownTokensTest::anotherKeyServerForgetsIt()
{
    Bench bench;
    bench.configure(withOAuth(QStringLiteral("https://other.example/jwks")));
    const std::size_t before = bench.answers.size();
    bench.send(bench.token);
    QCOMPARE(bench.answers.size(), before);
    bench.fetcher.answer(keySetDocument({bench.second.jwk()}));
    QCOMPARE(bench.answers.size(), before + 1);
    QVERIFY(!bench.answers.back());
}

void KnownTokensTest::offAndOnForgetsIt()
{
    Bench bench;
    bench.configure(std::make_shared<GatewayConfig>());
    bench.send(bench.token);
    QVERIFY(bench.answers.back() && !*bench.answers.back());
    bench.configure(withOAuth(bench.url));
    bench.send(bench.token);
    bench.fetcher.answer(keySetDocument({bench.first.jwk()}));
    QVERIFY(bench.answers.back() && *bench.answers.back());
    QVERIFY(*bench.answers.back() != *bench.answers[1]);
}

QTEST_GUILESS_MAIN(KnownTokensTest)
#include "tst_knowntokens.moc"

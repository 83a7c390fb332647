// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limiter.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<GatewayConfig> limited(std::optional<RequestLimit> global, std::optional<RequestLimit> perIp)
{
    auto config = std::make_shared<GatewayConfig>();
    config->server.rateLimits.isEnabled = true;
    config->server.rateLimits.global = global;
    config->server.rateLimits.perIp = perIp;
    return config;
}

std::shared_ptr<GatewayConfig> tokenLimited(quint64 limit)
{
    auto config = std::make_shared<GatewayConfig>();
    ProviderConfig provider;
    provider.name = QStringLiteral("one");
    provider.perUser
        = PerUserLimits {.everyone = TokenLimit {.inputTokens = limit, .interval = 60s}, .groups = {}};
    config->llm.providers = {provider};
    return config;
}

} // namespace

//! The limiter with the memory. What it does with Redis is in tst_redislost.
class LimiterTest final : public QObject {
    Q_OBJECT

private:
    struct Answer {
        Result<Permit> permit = Permit();
        HeaderList headers;
        int calls = 0;

        [[nodiscard]] Limiter::Done taker()
        {
            return [this](Result<Permit> taken, const HeaderList &told) {
                permit = std::move(taken);
                headers = told;
                ++calls;
            };
        }
    };

    Answer request(const char *address = "192.0.2.1")
    {
        Answer answer;
        Principal who;
        who.address = QHostAddress(QLatin1String(address));
        m_limiter->takeRequest(who, this, answer.taker());
        return answer;
    }

    Answer tokens(qint64 count, const QByteArray &client = "ann")
    {
        Answer answer;
        m_limiter->takeTokens({.clientId = client,
                                  .group = {},
                                  .provider = QStringLiteral("one"),
                                  .model = "m",
                                  .tokens = count},
            this, answer.taker());
        return answer;
    }

    std::unique_ptr<SlidingCounters> m_counters;
    std::unique_ptr<Limiter> m_limiter;
    TimePoint m_now {1000h};

private Q_SLOTS:
    void init()
    {
        m_counters = std::make_unique<SlidingCounters>();
        m_limiter = std::make_unique<Limiter>(*m_counters, Logger(), [this] { return m_now; });
    }

    void withoutLimitsEverythingPasses()
    {
        QCOMPARE(request().calls, 1);
        m_limiter->setConfig(std::make_shared<GatewayConfig>());
        const Answer answer = request();
        QVERIFY(answer.permit.has_value());
        QCOMPARE(answer.headers.size(), 0U);
        QVERIFY(tokens(1'000'000'000).permit.has_value());
        QVERIFY(!m_limiter->limitsTokens());
        QCOMPARE(m_counters->keyCount(), 0U);
    }

    void aPassedRequestIsToldItsLimit()
    {
        m_limiter->setConfig(limited(RequestLimit {.limit = 60, .interval = 60s}, {}));
        const Answer answer = request();
        QVERIFY(answer.permit.has_value());
        QCOMPARE(answer.headers,
            (HeaderList {{"x-ratelimit-limit-requests", "60"}, {"x-ratelimit-remaining-requests", "59"},
                {"x-ratelimit-reset-requests", "1m0s"}}));
    }

    void theTightestLimitIsTold()
    {
        m_limiter->setConfig(limited(
            RequestLimit {.limit = 60, .interval = 60s}, RequestLimit {.limit = 3, .interval = 500ms}));
        QCOMPARE(request().headers.value("x-ratelimit-limit-requests"), QByteArray("3"));
        QCOMPARE(request().headers.value("x-ratelimit-reset-requests"), QByteArray("500ms"));
    }

    void aRefusalSaysWhichLimitAndWhenToComeBack()
    {
        m_limiter->setConfig(
            limited(RequestLimit {.limit = 60, .interval = 60s}, RequestLimit {.limit = 1, .interval = 90s}));
        QVERIFY(request().permit.has_value());
        m_now += 1500ms;
        const Answer answer = request();
        QVERIFY(!answer.permit.has_value());
        const Error &error = answer.permit.error();
        QCOMPARE(error.kind, ErrorKind::RateLimited);
        QCOMPARE(error.message,
            QStringLiteral("Requests from your address are limited to 1 in 90s. Try again in 89 seconds."));
        QCOMPARE(error.retryAfter, QByteArray("89"));
        QCOMPARE(error.detail, QStringLiteral("refused by server.rate_limits.per_ip, 0 of 1 free"));
        QCOMPARE(answer.headers.value("x-ratelimit-remaining-requests"), QByteArray("0"));
        QCOMPARE(answer.headers.value("x-ratelimit-reset-requests"), QByteArray("1m29s"));
        QVERIFY(!answer.headers.contains("x-should-retry"));
        QVERIFY(request("192.0.2.2").permit.has_value());
    }

    void retryAfterIsAtLeastASecond()
    {
        m_limiter->setConfig(limited(RequestLimit {.limit = 1, .interval = 50ms}, {}));
        QVERIFY(request().permit.has_value());
        const Answer answer = request();
        QCOMPARE(answer.permit.error().retryAfter, QByteArray("1"));
        QVERIFY(answer.permit.error().message.endsWith(QLatin1String("Try again in 1 second.")));
        QCOMPARE(answer.headers.value("x-ratelimit-reset-requests"), QByteArray("50ms"));
    }

    // An address that is refused leaves the others what is theirs.
    void aRefusedAddressUsesNothingOfTheWhole()
    {
        m_limiter->setConfig(
            limited(RequestLimit {.limit = 3, .interval = 60s}, RequestLimit {.limit = 2, .interval = 60s}));
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(request("192.0.2.1").permit.has_value(), i < 2);
        }
        QVERIFY(request("192.0.2.2").permit.has_value());
        const Answer answer = request("192.0.2.3");
        QVERIFY(answer.permit.error().message.startsWith(
            QLatin1String("Requests to this gateway are limited to 3")));
    }

    void zeroBlocksWithoutAHopeOfRetry()
    {
        m_limiter->setConfig(limited({}, RequestLimit {.limit = 0, .interval = 60s}));
        const Answer answer = request();
        QCOMPARE(answer.permit.error().kind, ErrorKind::RateLimited);
        QCOMPARE(answer.permit.error().message,
            QStringLiteral("Requests from your address are blocked here, since their limit is 0."));
        QVERIFY(answer.permit.error().retryAfter.isEmpty());
        QCOMPARE(answer.headers,
            (HeaderList {{"x-ratelimit-limit-requests", "0"}, {"x-ratelimit-remaining-requests", "0"},
                {"x-should-retry", "false"}}));
    }

    void tokensAreCountedForEachClient()
    {
        m_limiter->setConfig(tokenLimited(100));
        QVERIFY(m_limiter->limitsTokens());
        const Answer first = tokens(60);
        QCOMPARE(first.headers,
            (HeaderList {{"x-ratelimit-limit-tokens", "100"}, {"x-ratelimit-remaining-tokens", "40"},
                {"x-ratelimit-reset-tokens", "1m0s"}}));
        const Answer second = tokens(60);
        QCOMPARE(second.permit.error().message,
            QStringLiteral(
                "Your input tokens for the models of 'one' are limited to 100 in 1m. Try again in 60 "
                "seconds."));
        QVERIFY(tokens(60, "bob").permit.has_value());
        QVERIFY(tokens(60, {}).permit.has_value());
    }

    void moreTokensThanTheLimitNeverFit()
    {
        m_limiter->setConfig(tokenLimited(100));
        const Answer answer = tokens(101);
        QCOMPARE(answer.permit.error().kind, ErrorKind::RateLimited);
        QCOMPARE(answer.permit.error().message,
            QStringLiteral(
                "Your input tokens for the models of 'one' are limited to 100 in 1m. This request has "
                "about 101 and can never fit: send a shorter one."));
        QVERIFY(answer.permit.error().retryAfter.isEmpty());
        QCOMPARE(answer.headers.value("x-should-retry"), QByteArray("false"));
    }

    void settlingReturnsOrChargesOnce()
    {
        m_limiter->setConfig(tokenLimited(100));
        Answer answer = tokens(60);
        answer.permit->settle(10);
        answer.permit->settle(0);
        QCOMPARE(tokens(0).headers.value("x-ratelimit-remaining-tokens"), QByteArray("90"));
        Answer more = tokens(10);
        Permit moved = *std::move(more.permit);
        moved.settle(200);
        QCOMPARE(tokens(0).permit.has_value(), false);
        m_now += 60s;
        QCOMPARE(tokens(0).headers.value("x-ratelimit-remaining-tokens"), QByteArray("100"));
    }

    void aPermitMayOutliveTheLimiter()
    {
        m_limiter->setConfig(tokenLimited(100));
        Answer answer = tokens(60);
        m_limiter.reset();
        answer.permit->settle(10);
        Permit().settle(5);
    }

    void aNewConfigurationKeepsWhatWasCounted()
    {
        m_limiter->setConfig(limited(RequestLimit {.limit = 5, .interval = 60s}, {}));
        request();
        request();
        m_limiter->setConfig(limited(RequestLimit {.limit = 3, .interval = 90s}, {}));
        QCOMPARE(request().headers.value("x-ratelimit-remaining-requests"), QByteArray("0"));
        m_now += 60s;
        QVERIFY(!request().permit.has_value());
        m_now += 30s;
        QVERIFY(request().permit.has_value());
    }

    void limitersShareTheirCounters()
    {
        const auto config = limited(RequestLimit {.limit = 1, .interval = 60s}, {});
        m_limiter->setConfig(config);
        QVERIFY(request().permit.has_value());
        m_limiter = std::make_unique<Limiter>(*m_counters, Logger(), [this] { return m_now; });
        m_limiter->setConfig(config);
        QVERIFY(!request().permit.has_value());
    }
};

QTEST_GUILESS_MAIN(LimiterTest)

#include "tst_limiter.moc"

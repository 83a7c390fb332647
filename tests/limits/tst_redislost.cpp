// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limiter.h"
#include "redisserver.h"

#include <QTcpServer>
#include <QTest>

#include <mutex>

using namespace nexus;
using namespace std::chrono_literals;

//! The limiter with a server that is there, goes, hangs, refuses and comes back.
class RedisLostTest final : public QObject {
    Q_OBJECT

private:
    struct Answer {
        std::optional<Result<Permit>> permit;
        HeaderList headers;
    };

    [[nodiscard]] std::shared_ptr<GatewayConfig> config(quint32 limit, bool isFailClosed = false) const
    {
        auto config = std::make_shared<GatewayConfig>();
        RateLimits &limits = config->server.rateLimits;
        limits.isEnabled = true;
        limits.global = RequestLimit {.limit = limit, .interval = 1h};
        limits.redis.emplace();
        limits.redis->url = Secret("redis://127.0.0.1:" + QByteArray::number(m_server->port()));
        limits.redis->isFailClosed = isFailClosed;
        ProviderConfig provider;
        provider.name = QStringLiteral("one");
        provider.perUser
            = PerUserLimits {.everyone = TokenLimit {.inputTokens = 100, .interval = 1h}, .groups = {}};
        config->llm.providers = {provider};
        return config;
    }

    std::unique_ptr<Limiter> limiter(const ConfigSnapshot &config)
    {
        auto limiter = std::make_unique<Limiter>(*m_counters, m_output->logger("limits"));
        limiter->setConfig(config);
        return limiter;
    }

    std::shared_ptr<Answer> begin(Limiter &limiter)
    {
        auto answer = std::make_shared<Answer>();
        limiter.takeRequest(Principal(), this, [answer](Result<Permit> permit, const HeaderList &headers) {
            answer->permit = std::move(permit);
            answer->headers = headers;
        });
        return answer;
    }

    std::shared_ptr<Answer> request(Limiter &limiter)
    {
        auto answer = begin(limiter);
        if (!QTest::qWaitFor([&answer] { return answer->permit.has_value(); }, 10'000)) {
            answer->permit = failure(
                {.kind = ErrorKind::Internal, .message = QStringLiteral("no answer"), .detail = {}});
        }
        return answer;
    }

    [[nodiscard]] qsizetype linesWith(const char *text)
    {
        const std::lock_guard lock(m_mutex);
        return std::ranges::count_if(m_lines, [text](const QByteArray &line) { return line.contains(text); });
    }

    std::unique_ptr<RedisServer> m_server;
    std::unique_ptr<SlidingCounters> m_counters;
    std::mutex m_mutex;
    std::vector<QByteArray> m_lines; // guarded by the mutex
    std::unique_ptr<LogOutput> m_output;

private Q_SLOTS:
    void init()
    {
        m_lines.clear();
        m_output
            = std::make_unique<LogOutput>(LogLevel::Debug, LogStyle::Text, [this](std::string_view line) {
                  const std::lock_guard lock(m_mutex);
                  m_lines.push_back(QByteArray(line.data(), static_cast<qsizetype>(line.size())));
              });
        m_counters = std::make_unique<SlidingCounters>();
        m_server = std::make_unique<RedisServer>();
        const QString problem = m_server->start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void requestsAndTokensAreCountedThere()
    {
        const auto limiter = this->limiter(config(2));
        auto answer = request(*limiter);
        QVERIFY(answer->permit->has_value());
        QCOMPARE(answer->headers.value("x-ratelimit-remaining-requests"), QByteArray("1"));
        QVERIFY(request(*limiter)->permit->has_value());
        answer = request(*limiter);
        QCOMPARE(answer->permit->error().kind, ErrorKind::RateLimited);
        QVERIFY(answer->permit->error().retryAfter.toInt() > 3500);
        QCOMPARE(answer->headers.value("x-ratelimit-remaining-requests"), QByteArray("0"));
        QCOMPARE(m_server->ask("EXISTS nexus:rate_limit:global"), QByteArray(":1"));
        QCOMPARE(m_counters->keyCount(), 0U);
        QCOMPARE(linesWith("limits_store"), 0);
    }

    void tokensAreSettledThere()
    {
        const auto limiter = this->limiter(config(100));
        std::optional<Permit> permit;
        QByteArray remaining;
        const auto take = [&](qint64 tokens) {
            remaining.clear();
            limiter->takeTokens({.clientId = "ann",
                                    .group = {},
                                    .provider = QStringLiteral("one"),
                                    .model = "m",
                                    .tokens = tokens},
                this, [&](Result<Permit> taken, const HeaderList &headers) {
                    remaining = headers.value("x-ratelimit-remaining-tokens");
                    if (taken && tokens > 0) {
                        permit = *std::move(taken);
                    }
                });
            return QTest::qWaitFor([&] { return !remaining.isEmpty(); });
        };
        QVERIFY(take(60));
        QCOMPARE(remaining, QByteArray("40"));
        permit->settle(25);
        permit->settle(0);
        QTRY_VERIFY(take(0) && remaining == "75");
    }

    void aLostServerLetsPass()
    {
        const auto limiter = this->limiter(config(1));
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->stop();
        for (int i = 0; i < 20; ++i) {
            const auto answer = request(*limiter);
            QVERIFY(answer->permit->has_value());
            QCOMPARE(answer->headers.size(), 0U);
        }
        QCOMPARE(linesWith("limits_store_lost"), 1);
        QCOMPARE(linesWith("on_failure=fail_open"), 1);
        QCOMPARE(linesWith("limits_store_back"), 0);
    }

    void aLostServerRefusesWhereToldSo()
    {
        const auto limiter = this->limiter(config(100, true));
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->stop();
        for (int i = 0; i < 20; ++i) {
            const auto answer = request(*limiter);
            QCOMPARE(answer->permit->error().kind, ErrorKind::Unavailable);
            QVERIFY(!answer->permit->error().retryAfter.isEmpty());
            QVERIFY(!answer->permit->error().message.isEmpty());
            QVERIFY(!answer->permit->error().detail.isEmpty());
        }
        QCOMPARE(linesWith("limits_store_lost"), 1);
        QCOMPARE(linesWith("on_failure=fail_closed"), 1);
    }

    void itIsFoundAgainWithoutARequest()
    {
        const auto limiter = this->limiter(config(1, true));
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->stop();
        QVERIFY(!request(*limiter)->permit->has_value());
        QCOMPARE(m_server->start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(linesWith("limits_store_back"), 1, 15'000);
        QVERIFY(request(*limiter)->permit->has_value()); // it came back without its memory
        QCOMPARE(request(*limiter)->permit->error().kind, ErrorKind::RateLimited);
        QCOMPARE(linesWith("limits_store_lost"), 1);
        QCOMPARE(linesWith("limits_store_back"), 1);
    }

    void whatIsUnderWayWhenTheServerDiesIsAnswered()
    {
        const auto limiter = this->limiter(config(1'000'000, true));
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->suspend();
        std::vector<std::shared_ptr<Answer>> answers;
        for (int i = 0; i < 50; ++i) {
            answers.push_back(begin(*limiter));
        }
        m_server->stop();
        for (const auto &answer : answers) {
            QTRY_VERIFY(answer->permit.has_value());
            QCOMPARE(answer->permit->error().kind, ErrorKind::Unavailable);
        }
        QCOMPARE(linesWith("limits_store_lost"), 1);
    }

    void aServerThatHangsIsLost()
    {
        const auto config = this->config(100, true);
        config->server.rateLimits.redis->responseTimeout = 100ms;
        config->server.rateLimits.redis->pool.createTimeout = 200ms;
        const auto limiter = this->limiter(config);
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->suspend();
        const auto answer = request(*limiter);
        QVERIFY(answer->permit->error().detail.contains(QLatin1String("response_timeout")));
        // From now on nobody waits.
        QVERIFY(begin(*limiter)->permit.has_value());
        m_server->resume();
        QTRY_COMPARE_WITH_TIMEOUT(linesWith("limits_store_back"), 1, 15'000);
        QVERIFY(request(*limiter)->permit->has_value());
        QCOMPARE(linesWith("limits_store_lost"), 1);
    }

    void aServerThatNeverGreetsIsLost()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto config = this->config(100, true);
        RedisStorage &storage = *config->server.rateLimits.redis;
        storage.url = Secret("redis://127.0.0.1:" + QByteArray::number(silent.serverPort()));
        storage.pool.createTimeout = 100ms;
        const auto limiter = this->limiter(config);
        QVERIFY(request(*limiter)->permit->error().detail.contains(QLatin1String("timeout_create")));
    }

    // The only connection is busy with a server that says nothing.
    void waitingForAConnectionEnds()
    {
        const auto config = this->config(100, true);
        RedisStorage &storage = *config->server.rateLimits.redis;
        storage.pool.maxSize = 1;
        storage.pool.waitTimeout = 100ms;
        const auto limiter = this->limiter(config);
        QVERIFY(request(*limiter)->permit->has_value());
        m_server->suspend();
        const auto first = begin(*limiter);
        const auto second = request(*limiter);
        QVERIFY(!first->permit.has_value());
        QVERIFY(second->permit->error().detail.contains(QLatin1String("timeout_wait")));
        m_server->resume();
        QTRY_VERIFY(first->permit.has_value());
        QVERIFY(first->permit->has_value());
    }

    void noServerAtStartIsSaidAtOnce()
    {
        m_server->stop();
        const auto limiter = this->limiter(config(1));
        QTRY_COMPARE(linesWith("limits_store_lost"), 1);
        QVERIFY(request(*limiter)->permit->has_value());
        QVERIFY(request(*limiter)->permit->has_value());
        QCOMPARE(m_server->start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(linesWith("limits_store_back"), 1, 15'000);
        QVERIFY(request(*limiter)->permit->has_value());
        QVERIFY(!request(*limiter)->permit->has_value());
    }

    void workersSayItTogether()
    {
        const auto one = limiter(config(100));
        const auto two = limiter(config(100));
        request(*one);
        request(*two);
        m_server->stop();
        request(*one);
        request(*two);
        QCOMPARE(linesWith("limits_store_lost"), 1);
        QCOMPARE(m_server->start(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(linesWith("limits_store_back"), 1, 15'000);
        QCOMPARE(request(*one)->headers.size(), 3U);
        QCOMPARE(request(*two)->headers.size(), 3U);
        QCOMPARE(linesWith("limits_store_back"), 1);
    }

    void passwordsOpenAndAreNeverTold()
    {
        QCOMPARE(m_server->start({QStringLiteral("--requirepass"), QStringLiteral("hush-hush")}), QString());
        const auto config = this->config(1, true);
        Secret &url = config->server.rateLimits.redis->url;
        const QByteArray place = "@127.0.0.1:" + QByteArray::number(m_server->port()) + "/5";
        url = Secret("redis://:hush-hush" + place);
        auto limiter = this->limiter(config);
        QVERIFY(request(*limiter)->permit->has_value());
        const QByteArray databases = m_server->ask("AUTH hush-hush\r\nINFO keyspace");
        QVERIFY2(databases.contains("db5:keys="), databases.constData());
        QCOMPARE(linesWith("limits_store"), 0);

        for (const char *login : {"redis://:wrong-word", "redis://somebody:wrong-word", "redis://"}) {
            const auto other = std::make_shared<GatewayConfig>(*config);
            other->server.rateLimits.redis->url
                = Secret(QByteArray(login) == "redis://" ? login + place.sliced(1) : login + place);
            limiter = this->limiter(other);
            const auto answer = request(*limiter);
            QCOMPARE(answer->permit->error().kind, ErrorKind::Unavailable);
            QVERIFY(answer->permit->error().detail.contains(QLatin1String("refused the connection")));
            QVERIFY(!answer->permit->error().detail.contains(QLatin1String("word")));
        }
        QVERIFY(linesWith("limits_store_lost") > 0);
        QCOMPARE(linesWith("hush"), 0);
        QCOMPARE(linesWith("wrong-word"), 0);
    }

    void anotherStorageIsConnectedTo()
    {
        RedisServer other;
        QCOMPARE(other.start(), QString());
        const auto limiter = this->limiter(config(1));
        QVERIFY(request(*limiter)->permit->has_value());
        QVERIFY(!request(*limiter)->permit->has_value());
        const auto running = begin(*limiter);
        const auto moved = config(1);
        moved->server.rateLimits.redis->url = Secret("redis://127.0.0.1:" + QByteArray::number(other.port()));
        limiter->setConfig(moved);
        QVERIFY(request(*limiter)->permit->has_value());
        QTRY_VERIFY(running->permit.has_value());
        QVERIFY(!running->permit->has_value()); // by the one it was asked of
        const auto inMemory = config(1);
        inMemory->server.rateLimits.redis.reset();
        limiter->setConfig(inMemory);
        QVERIFY(begin(*limiter)->permit->has_value());
        QVERIFY(!begin(*limiter)->permit->has_value());
    }

    void withoutALimitNothingIsConnected()
    {
        const auto config = this->config(1);
        config->server.rateLimits.isEnabled = false;
        config->llm.providers.clear();
        m_server->stop();
        const auto limiter = this->limiter(config);
        QVERIFY(begin(*limiter)->permit->has_value());
        QCoreApplication::processEvents();
        QCOMPARE(linesWith("limits_store"), 0);
    }
};

QTEST_GUILESS_MAIN(RedisLostTest)

#include "tst_redislost.moc"

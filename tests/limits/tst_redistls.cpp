// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/rediscounters.h"
#include "redisserver.h"

#include <QTest>

#include <optional>

using namespace nexus;
using namespace std::chrono_literals;

//! A server that speaks TLS alone and wants a certificate of its clients.
class RedisTlsTest final : public QObject {
    Q_OBJECT

private:
    // What becomes of one ask: nothing when it was counted, else the error for the log.
    QString outcome(const char *scheme, const RedisTls &tls)
    {
        RedisStorage storage;
        storage.url = Secret(scheme + QByteArray("://127.0.0.1:") + QByteArray::number(m_server.port()));
        storage.tls = tls;
        StoreWatch watch;
        RedisCounters counters(storage, watch, Logger());
        std::optional<Result<LimitVerdict>> taken;
        const std::vector<LimitAsk> asks {{.key = "k", .limit = 1000}};
        counters.take(asks, this, [&taken](const Result<LimitVerdict> &verdict) { taken = verdict; });
        if (!QTest::qWaitFor([&taken] { return taken.has_value(); }, 10'000)) {
            return QStringLiteral("no answer");
        }
        return taken->has_value() ? QString() : taken->error().detail;
    }

    [[nodiscard]] RedisTls client(const char *authority) const
    {
        return {.isEnabled = true,
            .isInsecure = false,
            .caCertPath = m_server.path(QLatin1String(authority)),
            .clientCertPath = m_server.path(QStringLiteral("client.pem")),
            .clientKeyPath = m_server.path(QStringLiteral("client.key"))};
    }

    RedisServer m_server;

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_server.startTls();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void withItsAuthorityAndACertificate()
    {
        QCOMPARE(outcome("rediss", client("ca.pem")), QString());
        QCOMPARE(outcome("redis", client("ca.pem")), QString());
    }

    void anotherAuthorityIsNotEnough()
    {
        const QString text = outcome("rediss", client("other.pem"));
        QVERIFY2(text.contains(QLatin1String("certificate")), qPrintable(text));
        RedisTls ofTheSystem = client("");
        ofTheSystem.caCertPath.clear();
        QVERIFY(!outcome("rediss", ofTheSystem).isEmpty());
    }

    void insecureTakesAnyCertificate()
    {
        RedisTls tls = client("other.pem");
        tls.isInsecure = true;
        QCOMPARE(outcome("rediss", tls), QString());
    }

    void theServerWantsACertificate()
    {
        RedisTls tls = client("ca.pem");
        tls.clientCertPath.clear();
        tls.clientKeyPath.clear();
        QVERIFY(!outcome("rediss", tls).isEmpty());
    }

    void aFileThatIsMissingIsNamed()
    {
        RedisTls tls = client("ca.pem");
        tls.clientKeyPath = QStringLiteral("/nowhere/client.key");
        QVERIFY(outcome("rediss", tls).contains(QLatin1String("/nowhere/client.key")));
    }

    void withoutTlsNothingIsUnderstood() { QVERIFY(!outcome("redis", RedisTls()).isEmpty()); }
};

QTEST_GUILESS_MAIN(RedisTlsTest)

#include "tst_redistls.moc"

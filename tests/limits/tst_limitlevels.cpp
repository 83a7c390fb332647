// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "limits/limitheaders.h"
#include "limits/limitlevels.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

TokenLimit tokens(quint64 limit, std::chrono::milliseconds interval = 60s)
{
    return {.inputTokens = limit, .interval = interval};
}

// big: own limits for everyone and gold; groupsOnly: for gold alone; small: none of its own.
LlmConfig sample()
{
    LlmConfig llm;
    ProviderConfig provider;
    provider.name = QStringLiteral("one");
    provider.perUser
        = PerUserLimits {.everyone = tokens(100), .groups = {{QStringLiteral("gold"), tokens(200, 1h)}}};
    provider.models = {{.name = "big"}, {.name = "small"}, {.name = "groupsOnly"}};
    provider.models[0].perUser
        = PerUserLimits {.everyone = tokens(10), .groups = {{QStringLiteral("gold"), tokens(20)}}};
    provider.models[2].perUser
        = PerUserLimits {.everyone = {}, .groups = {{QStringLiteral("gold"), tokens(30)}}};
    ProviderConfig free;
    free.name = QStringLiteral("free");
    llm.providers = {provider, free};
    return llm;
}

LimitCheck checkOf(const QByteArray &model, const QByteArray &group, const QByteArray &client = "ann",
    const QString &provider = QStringLiteral("one"))
{
    return tokenCheck(
        sample(), {.clientId = client, .group = group, .provider = provider, .model = model, .tokens = 5});
}

QByteArray addressKeyOf(const char *address)
{
    RateLimits limits;
    limits.isEnabled = true;
    limits.perIp = RequestLimit {.limit = 1, .interval = 1s};
    return requestCheck(limits, QHostAddress(QLatin1String(address))).asks.at(0).key;
}

} // namespace

class LimitLevelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMostSpecificLimitHolds_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<qint64>("limit"); // -1 for none
        QTest::newRow("model and group") << QByteArray("big") << QByteArray("gold") << 20LL;
        QTest::newRow("model") << QByteArray("big") << QByteArray() << 10LL;
        QTest::newRow("model, group without a limit") << QByteArray("big") << QByteArray("tin") << 10LL;
        QTest::newRow("provider and group") << QByteArray("small") << QByteArray("gold") << 200LL;
        QTest::newRow("provider") << QByteArray("small") << QByteArray() << 100LL;
        QTest::newRow("a model nobody named") << QByteArray("new") << QByteArray() << 100LL;
        QTest::newRow("the model's hide the provider's") << QByteArray("groupsOnly") << QByteArray() << -1LL;
    }

    void theMostSpecificLimitHolds()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, group);
        QFETCH(qint64, limit);
        const LimitCheck check = checkOf(model, group);
        QCOMPARE(check.asks.empty() ? -1 : check.asks.front().limit, limit);
        QVERIFY(check.asks.empty() || check.asks.front().amount == 5);
    }

    void withoutAClientOrALimitNothingIsAsked()
    {
        QVERIFY(checkOf("big", {}, {}).asks.empty());
        QVERIFY(checkOf("big", {}, "ann", QStringLiteral("free")).asks.empty());
        QVERIFY(checkOf("big", {}, "ann", QStringLiteral("unknown")).asks.empty());
    }

    void modelsOfAProviderShareOneCount()
    {
        QCOMPARE(checkOf("small", {}).asks[0].key, checkOf("new", {}).asks[0].key);
        QVERIFY(checkOf("small", {}).asks[0].key != checkOf("big", {}).asks[0].key);
        QVERIFY(checkOf("small", {}).asks[0].key != checkOf("small", {}, "bob").asks[0].key);
    }

    void anotherGroupHasTheSameCount()
    {
        QCOMPARE(checkOf("small", "gold").asks[0].key, checkOf("small", {}).asks[0].key);
        QCOMPARE(checkOf("small", {}).asks[0].interval, 60s);
        QCOMPARE(checkOf("small", {}).asks[0].memory(), 1h);
    }

    void noClientCanTakeAnothersKey()
    {
        const QByteArray longName(1000, 'x');
        const QByteArray key = checkOf("small", {}, longName).asks[0].key;
        QVERIFY(key.size() < 200);
        const QByteArray forged = key.sliced(key.indexOf("sha256:"));
        QVERIFY(checkOf("small", {}, forged).asks[0].key != key);
        QVERIFY(checkOf("small", {}, longName + 'y').asks[0].key != key);
        QVERIFY(checkOf("big", {}, "x").asks[0].key != checkOf("small", {}, "big:x").asks[0].key);
    }

    void addresses()
    {
        QCOMPARE(addressKeyOf("192.0.2.7"), QByteArray("ip:192.0.2.7"));
        QCOMPARE(addressKeyOf("::ffff:192.0.2.7"), QByteArray("ip:192.0.2.7"));
        QCOMPARE(addressKeyOf("2001:db8:1:2:3:4:5:6"), QByteArray("ip:2001:db8:1:2::/64"));
        QCOMPARE(addressKeyOf("2001:db8:1:2:ffff::1"), addressKeyOf("2001:db8:1:2::"));
        QVERIFY(addressKeyOf("2001:db8:1:3::1") != addressKeyOf("2001:db8:1:2::1"));
        QCOMPARE(addressKeyOf("fe80::1%eth0"), QByteArray("ip:fe80::/64"));
    }

    void requestsAreLimitedOnlyWhenEnabled()
    {
        RateLimits limits;
        limits.global = RequestLimit {.limit = 3, .interval = 1s};
        limits.perIp = RequestLimit {.limit = 2, .interval = 2s};
        QVERIFY(requestCheck(limits, QHostAddress::LocalHost).asks.empty());
        limits.isEnabled = true;
        const LimitCheck check = requestCheck(limits, QHostAddress::LocalHost);
        QCOMPARE(check.asks.size(), 2U);
        QCOMPARE(check.asks[0].limit, 3);
        QCOMPARE(check.asks[1].interval, 2s);
        QCOMPARE(check.asks[1].amount, 1);
    }

    void tokenLimitsAreFoundAnywhere()
    {
        LlmConfig llm = sample();
        QVERIFY(hasTokenLimits(llm));
        llm.providers[0].perUser.reset();
        QVERIFY(hasTokenLimits(llm));
        llm.providers[0].models.clear();
        QVERIFY(!hasTokenLimits(llm));
    }

    void hugeNumbersStayCountable()
    {
        LlmConfig llm = sample();
        llm.providers[0].perUser->everyone = tokens(std::numeric_limits<quint64>::max());
        const LimitAsk ask = tokenCheck(llm,
            {.clientId = "ann",
                .group = {},
                .provider = QStringLiteral("one"),
                .model = "m",
                .tokens = std::numeric_limits<qint64>::max()})
                                 .asks.at(0);
        QCOMPARE(ask.limit, LimitAsk::LARGEST);
        QCOMPARE(ask.amount, LimitAsk::LARGEST);
    }

    void resetTexts_data()
    {
        QTest::addColumn<qint64>("nanoseconds");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *text, std::chrono::nanoseconds duration) {
            QTest::newRow(text) << static_cast<qint64>(duration.count()) << QByteArray(text);
        };
        row("0s", 0s);
        row("1ms", 1ns);
        row("120ms", 120ms);
        row("1s", 999'001us);
        row("2s", 1001ms);
        row("59s", 59s);
        row("6m0s", 6min);
        row("1h0m0s", 1h);
        row("25h1m1s", 25h + 1min + 1s);
    }

    void resetTexts()
    {
        QFETCH(qint64, nanoseconds);
        QTEST(resetText(std::chrono::nanoseconds(nanoseconds)), "text");
    }
};

QTEST_APPLESS_MAIN(LimitLevelsTest)

#include "tst_limitlevels.moc"

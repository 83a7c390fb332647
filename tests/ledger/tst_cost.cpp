// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/cost.h"
#include "ledger/prices/modelprice.h"

#include <QTimeZone>
#include <QtTest>

#include <limits>

using namespace nexus;

namespace {

constexpr qint64 MOST = std::numeric_limits<qint64>::max();

Price priced(const TokenRates &rates)
{
    Price price;
    price.rates = rates;
    return price;
}

// A book that knows one model of OpenAI with everything a price can have.
PriceBook bookOfOne()
{
    PricePeriod period;
    period.rates = {.input = 3'000'000, .output = 15'000'000, .cacheRead = 300'000, .cacheWrite = 3'750'000};
    period.tiers.push_back({200'000, {.input = 6'000'000, .output = 22'500'000}});
    period.batch = TokenRates {.input = 1'500'000, .output = 7'500'000};
    PriceRow row;
    row.periods.push_back(period);
    row.differing.push_back({QStringLiteral("elsewhere"), {.input = 4'000'000, .output = 16'000'000}});
    PriceTable table;
    table.version = "test-1";
    table.source = QStringLiteral("a test");
    table.date = QDate(2026, 1, 1);
    table.rows.insert({"openai", "m"}, row);
    return PriceBook({table});
}

ProviderConfig provider(
    const char *url, std::optional<ModelPrice> price = std::nullopt, const char *rename = "")
{
    ProviderConfig config;
    config.baseUrl = QUrl(QString::fromLatin1(url));
    config.models.push_back({.name = "mine", .rename = rename, .perUser = {}, .headers = {}, .price = price});
    return config;
}

const char *const OPENAI = "https://api.openai.com/v1";
const char *const LOCAL = "http://127.0.0.1:8080/v1";

QDateTime now()
{
    return {QDate(2026, 2, 1), QTime(12, 0), QTimeZone::utc()};
}

} // namespace

class TestCost final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chargesCachedTokensOnce()
    {
        const Price price = priced(
            {.input = 10'000'000, .output = 20'000'000, .cacheRead = 1'000'000, .cacheWrite = 12'000'000});
        // 500 × 10 + 300 × 1 + 200 × 12 + 100 × 20
        QCOMPARE(microDollarsOf({.input = 1000, .cacheRead = 300, .cacheWrite = 200, .output = 100}, price),
            9'700);
    }

    void cachedTokensWithoutAPriceOfTheirOwnAreInput()
    {
        const Price price = priced({.input = 10'000'000, .output = 20'000'000});
        QCOMPARE(microDollarsOf({.input = 1000, .cacheRead = 300, .cacheWrite = 200}, price), 10'000);
        QCOMPARE(microDollarsOf({.input = 1000, .cacheWrite = 200}, price, {.longCacheWrite = 100}), 10'000);
    }

    void reasoningIsOutputUnlessPricedApart()
    {
        const TokenUsage usage {.output = 100, .reasoning = 60};
        QCOMPARE(microDollarsOf(usage, priced({.input = 1, .output = 10'000'000})), 1'000);
        QCOMPARE(microDollarsOf(usage, priced({.input = 1, .output = 10'000'000, .reasoning = 20'000'000})),
            1'600);
    }

    void unknownStaysUnknown()
    {
        const Price inputOnly = priced({.input = 1'000'000});
        QVERIFY(!microDollarsOf({.input = 10, .output = 1}, inputOnly));
        QVERIFY(!costOf({.input = 10, .output = 1}, inputOnly));
        QCOMPARE(microDollarsOf({.input = 10}, inputOnly), 10);
        const Price outputOnly = priced({.output = 1'000'000});
        QVERIFY(!microDollarsOf({.input = 1, .output = 1}, outputOnly));
        QVERIFY(!microDollarsOf({.input = 1, .cacheRead = 1, .output = 1}, outputOnly));
        QVERIFY(!microDollarsOf({.input = 1}, Price()));
        // Nothing used costs nothing, whatever the price.
        QCOMPARE(microDollarsOf({}, Price()), 0);
    }

    void roundsHalfUpOnceAtTheEnd()
    {
        const Price price = priced({.input = 250'000, .output = 250'000});
        QCOMPARE(microDollarsOf({.input = 1}, price), 0);
        QCOMPARE(microDollarsOf({.input = 2}, price), 1);
        // A quarter and a quarter: each alone would be rounded away.
        QCOMPARE(microDollarsOf({.input = 1, .output = 1}, price), 1);
        QCOMPARE(microDollarsOf({.input = 5}, price), 1);
        QCOMPARE(microDollarsOf({.input = 6}, price), 2);
    }

    void doesNotOverflow()
    {
        const Price price = priced({.input = 1'000'000'000'000, .output = 1'000'000'000'000});
        QCOMPARE(microDollarsOf({.input = MOST, .output = MOST}, price), MOST);
        QCOMPARE(microDollarsOf({.input = MOST}, priced({.input = 1'000'000})), MOST);
        QCOMPARE(microDollarsOf({.input = MOST}, priced({.input = 1})), MOST / 1'000'000 + 1);
        QCOMPARE(dollarText(MOST), QStringLiteral("$9223372036854.775807"));
        QCOMPARE(dollarText(std::numeric_limits<qint64>::min()), QStringLiteral("-$9223372036854.775808"));
    }

    void bearsUsageThatContradictsItself()
    {
        const Price price = priced({.input = 10'000'000, .output = 1'000'000, .cacheRead = 1'000'000});
        QCOMPARE(microDollarsOf({.input = 100, .cacheRead = 900, .cacheWrite = 900}, price), 100);
        QCOMPARE(microDollarsOf({.input = -5, .cacheRead = -5, .cacheWrite = 3, .output = -7}, price), 0);
        QCOMPARE(microDollarsOf({.output = 10, .reasoning = 90}, price), 10);
    }

    void aTierHoldsForAllTokens()
    {
        Price price = priced({.input = 1'000'000, .output = 2'000'000, .cacheRead = 500'000});
        price.tiers = {{1000, {.input = 10'000'000}}, {2000, {.input = 20'000'000, .output = 30'000'000}}};
        QCOMPARE(microDollarsOf({.input = 1000, .output = 1}, price), 1'002);
        QCOMPARE(microDollarsOf({.input = 1001, .output = 1}, price), 10'012);
        // Cached tokens count for the tier, which leaves their own rate alone here.
        QCOMPARE(microDollarsOf({.input = 2001, .cacheRead = 2000, .output = 1}, price), 20 + 1000 + 30);
    }

    void writesItsFormula()
    {
        const Price price = priced({.input = 10'000'000,
            .output = 20'000'000,
            .cacheRead = 1'000'000,
            .cacheWrite = 12'500'000,
            .longCacheWrite = 20'000'000,
            .reasoning = 5'000'000});
        const TokenUsage usage {
            .input = 1000, .cacheRead = 300, .cacheWrite = 200, .output = 100, .reasoning = 40};
        QCOMPARE(costOf(usage, price, {.longCacheWrite = 50})->formula,
            QStringLiteral("500 input × $10 + 300 cache read × $1 + 150 cache write × $12.5"
                           " + 50 cache write for an hour × $20 + 60 output × $20 + 40 reasoning × $5"
                           " per million tokens = $0.009575"));
        QCOMPARE(costOf({}, price)->formula, QStringLiteral("no tokens = $0"));
    }

    void theConfigurationWins()
    {
        const PriceBook book = bookOfOne();
        const auto price = modelPrice(book,
            provider(OPENAI, ModelPrice {.input = 1'000'000, .output = {}, .cacheRead = {}, .cacheWrite = {}},
                "m"),
            "mine", now());
        QVERIFY(price);
        QCOMPARE(price->rates.input, 1'000'000);
        QCOMPARE(price->rates.output, 15'000'000);
        QCOMPARE(price->tiers[0].rates.input, 1'000'000);
        QCOMPARE(price->tiers[0].rates.output, 22'500'000);
        QVERIFY(!price->batch);
        QCOMPARE(price->source, QStringLiteral("the configuration, the rest from a test"));
        QVERIFY(price->version.startsWith("config-") && price->version.endsWith("+test-1"));
        // What others say to the input does not matter any more.
        QCOMPARE(price->differing[0].rates, (TokenRates {.output = 16'000'000}));
    }

    void theDemoCostsNothing()
    {
        ProviderConfig demo;
        demo.type = ProviderType::Demo;
        const auto price = modelPrice(PriceBook({}), demo, "echo", now());
        QVERIFY(price);
        QCOMPARE(microDollarsOf({.input = 1'000'000, .output = 1'000'000}, *price), std::optional<qint64>(0));
    }

    void theConfigurationIsEnoughForALocalModel()
    {
        const PriceBook book = bookOfOne();
        const ModelPrice free {.input = 0, .output = 0, .cacheRead = {}, .cacheWrite = {}};
        const auto price = modelPrice(book, provider(LOCAL, free), "mine", now());
        QVERIFY(price);
        QCOMPARE(microDollarsOf({.input = 1000, .cacheRead = 10, .output = 10}, *price), 0);
        QCOMPARE(price->source, QStringLiteral("the configuration"));
        const ModelPrice other {.input = 1, .output = 0, .cacheRead = {}, .cacheWrite = {}};
        QVERIFY(modelPrice(book, provider(LOCAL, other), "mine", now())->version != price->version);
    }

    void withoutAnythingAPriceIsUnknown()
    {
        const PriceBook book = bookOfOne();
        QVERIFY(!modelPrice(book, provider(LOCAL), "mine", now()));
        QVERIFY(!modelPrice(book, provider(LOCAL), "m", now()));
        QVERIFY(!modelPrice(book, provider(OPENAI), "mine", now()));
        QVERIFY(!modelPrice(book, provider(OPENAI, ModelPrice()), "mine", now()));
        QVERIFY(modelPrice(book, provider(OPENAI), "m", now()));
        QVERIFY(modelPrice(book, provider(OPENAI, std::nullopt, "m"), "mine", now()));
    }

    void writesAmountsWithoutNeedlessZeros()
    {
        QCOMPARE(dollarText(0), QStringLiteral("$0"));
        QCOMPARE(dollarText(1), QStringLiteral("$0.000001"));
        QCOMPARE(dollarText(1'500'000), QStringLiteral("$1.5"));
        QCOMPARE(dollarText(-20'000'000), QStringLiteral("-$20"));
    }
};

QTEST_APPLESS_MAIN(TestCost)

#include "tst_cost.moc"

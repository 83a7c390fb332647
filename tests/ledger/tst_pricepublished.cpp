// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What providers publish, to the millionth of a dollar: the built-in table, the names and the arithmetic
// together.

#include "ledger/prices/cost.h"
#include "ledger/prices/priceloader.h"

#include <QtTest>

using namespace nexus;

namespace {

constexpr qint64 K = 1'000;
constexpr qint64 M = 1'000'000;

const QString AUTUMN = QStringLiteral("2026-09-16T12:00:00Z");

TokenUsage tokens(qint64 input, qint64 output, qint64 cacheRead = 0, qint64 cacheWrite = 0)
{
    return {.input = input, .cacheRead = cacheRead, .cacheWrite = cacheWrite, .output = output};
}

} // namespace

class TestPricePublished final : public QObject {
    Q_OBJECT

private:
    PriceLoader m_loader;

    std::optional<Price> find(const char *vendor, const char *model, const QString &when = AUTUMN) const
    {
        return m_loader.book()->find({vendor, model}, QDateTime::fromString(when, Qt::ISODate));
    }

    static void row(const char *vendor, const char *model, const TokenUsage &usage, const char *dollars,
        const QString &when = AUTUMN)
    {
        const QByteArray name = QByteArray(vendor) + ' ' + model + ' ' + QByteArray::number(usage.input) + ' '
            + QByteArray::number(usage.cacheRead) + ' ' + when.toLatin1();
        QTest::newRow(name.constData())
            << QByteArray(vendor) << QByteArray(model) << usage.input << usage.output << usage.cacheRead
            << usage.cacheWrite << QString::fromLatin1(dollars) << when;
    }

    static void openAi()
    {
        row("openai", "gpt-4o", tokens(1000, 500), "$0.0075");
        row("openai", "gpt-4o-2024-08-06", tokens(10 * K, K, 8 * K), "$0.025");
        row("openai", "gpt-4o-2024-05-13", tokens(M, M), "$20");
        row("openai", "gpt-4o-mini", tokens(M, M), "$0.75");
        row("openai", "gpt-4o-mini-2024-07-18", tokens(M, 0, M), "$0.075");
        row("openai", "gpt-4.1", tokens(M, M, M), "$8.5");
        row("openai", "gpt-4.1-mini", tokens(M, M), "$2");
        row("openai", "gpt-4.1-nano", tokens(1, 1), "$0.000001");
        row("openai", "o1", tokens(M, M), "$75");
        row("openai", "o3-mini", tokens(M, M), "$5.5");
        row("openai", "o4-mini", tokens(M, M, M), "$4.675");
        row("openai", "o3", tokens(M, M), "$50", QStringLiteral("2025-06-09T12:00:00Z"));
        row("openai", "o3", tokens(M, M), "$10", QStringLiteral("2025-06-10T00:00:00Z"));
        row("openai", "gpt-5", tokens(M / 10, M), "$10.125");
        row("openai", "gpt-5-mini", tokens(M / 10, M, M / 10), "$2.0025");
        row("openai", "gpt-5-nano", tokens(M / 10, M), "$0.405");
        row("openai", "gpt-5.4", tokens(100 * K, 10 * K), "$0.4");
        row("openai", "gpt-5.4", tokens(300 * K, 10 * K), "$1.725");
        row("openai", "gpt-4-turbo", tokens(M, M), "$40");
        row("openai", "gpt-4", tokens(M, M), "$90");
        row("openai", "gpt-3.5-turbo", tokens(M, M), "$2");
        row("openai", "text-embedding-3-small", tokens(M, 0), "$0.02");
        row("openai", "text-embedding-3-large", tokens(M, 0), "$0.13");
    }

    static void anthropicAndGoogle()
    {
        row("anthropic", "claude-sonnet-4-5-20250929", tokens(100 * K, K), "$0.315");
        row("anthropic", "claude-sonnet-4-5-20250929", tokens(100 * K, K, 90 * K, 5 * K), "$0.07575");
        row("anthropic", "claude-sonnet-4-5", tokens(200 * K, K), "$0.615");
        row("anthropic", "claude-sonnet-4-5", tokens(200 * K + 1, K), "$1.222506");
        row("anthropic", "claude-opus-4-1-20250805", tokens(10 * K, 2 * K, 0, 10 * K), "$0.3375");
        row("anthropic", "claude-opus-4-5", tokens(M, M), "$30");
        row("anthropic", "claude-opus-4-6", tokens(300 * K, K), "$1.525");
        row("anthropic", "claude-opus-4-6", tokens(300 * K, K), "$3.0375",
            QStringLiteral("2026-03-12T12:00:00Z"));
        row("anthropic", "claude-haiku-4-5", tokens(M, M, M), "$5.1");
        row("anthropic", "claude-3-5-haiku-20241022", tokens(M, M), "$4.8");
        row("anthropic", "claude-3-haiku-20240307", tokens(M, M), "$1.5");
        row("google", "gemini-2.5-pro", tokens(200 * K, 10 * K), "$0.35");
        row("google", "gemini-2.5-pro", tokens(200 * K + 1, 10 * K), "$0.650003");
        row("google", "models/gemini-2.5-flash", tokens(M, M, M / 2), "$2.665");
        row("google", "gemini-2.5-flash-lite", tokens(M, M), "$0.5");
        row("google", "gemini-2.0-flash-001", tokens(M, M), "$0.5");
    }

    static void others()
    {
        row("bedrock", "amazon.nova-micro-v1:0", tokens(M, M), "$0.175");
        row("bedrock", "amazon.nova-lite-v1:0", tokens(M, M), "$0.3");
        row("bedrock", "us.amazon.nova-pro-v1:0", tokens(M, M), "$4");
        row("bedrock", "meta.llama3-3-70b-instruct-v1:0", tokens(M, M), "$1.44");
        row("bedrock", "us.anthropic.claude-sonnet-4-20250514-v1:0", tokens(100 * K, K), "$0.315");
        row("bedrock", "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", tokens(100 * K, K), "$0.3465");
        row("bedrock", "global.anthropic.claude-sonnet-4-5-20250929-v1:0", tokens(100 * K, K), "$0.315");
        row("mistral", "mistral-large-2411", tokens(M, M), "$8");
        row("mistral", "codestral-2508", tokens(M, M), "$1.2");
        row("mistral", "mistral-medium-2505", tokens(M, M), "$2.4");
        row("deepseek", "deepseek-chat", tokens(M, M, M / 2), "$0.574");
        // Wednesday in and out of the dear hours, and Saturday.
        row("deepseek", "deepseek-v4-pro", tokens(M, M), "$5.28", QStringLiteral("2026-09-16T01:00:00Z"));
        row("deepseek", "deepseek-v4-pro", tokens(M, M), "$2.64", QStringLiteral("2026-09-16T04:00:00Z"));
        row("deepseek", "deepseek-v4-pro", tokens(M, M), "$5.28",
            QStringLiteral("2026-09-16T11:59:00+02:00"));
        row("deepseek", "deepseek-v4-pro", tokens(M, M), "$2.64", QStringLiteral("2026-09-19T02:00:00Z"));
        row("deepseek", "deepseek-v4-pro", tokens(M, M), "$1.305", QStringLiteral("2026-08-16T02:00:00Z"));
        row("groq", "llama-3.3-70b-versatile", tokens(M, M), "$1.38");
        row("groq", "llama-3.1-8b-instant", tokens(M, M), "$0.13");
        row("groq", "openai/gpt-oss-120b", tokens(M, M), "$0.75");
        row("xai", "grok-4.5", tokens(199'999, M), "$6.399998");
        row("xai", "grok-4.5", tokens(200'000, M), "$12.8");
        row("cohere", "command-r-plus-08-2024", tokens(M, M), "$12.5");
        row("cohere", "command-r7b-12-2024", tokens(M, M), "$0.1875");
        row("cohere", "embed-v4.0", tokens(M, 0), "$0.12");
    }

private Q_SLOTS:
    void costs_data()
    {
        QTest::addColumn<QByteArray>("vendor");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<qint64>("input");
        QTest::addColumn<qint64>("output");
        QTest::addColumn<qint64>("cacheRead");
        QTest::addColumn<qint64>("cacheWrite");
        QTest::addColumn<QString>("dollars");
        QTest::addColumn<QString>("when");
        openAi();
        anthropicAndGoogle();
        others();
    }

    void costs()
    {
        QFETCH(QByteArray, vendor);
        QFETCH(QByteArray, model);
        QFETCH(qint64, input);
        QFETCH(qint64, output);
        QFETCH(qint64, cacheRead);
        QFETCH(qint64, cacheWrite);
        QFETCH(QString, dollars);
        QFETCH(QString, when);
        const auto price = find(vendor.constData(), model.constData(), when);
        QVERIFY(price);
        const auto cost = costOf(tokens(input, output, cacheRead, cacheWrite), *price);
        QVERIFY(cost);
        QCOMPARE(dollarText(cost->microDollars), dollars);
        QCOMPARE(microDollarsOf(tokens(input, output, cacheRead, cacheWrite), *price), cost->microDollars);
    }

    void batches()
    {
        const CostTerms batch {.isBatch = true};
        QCOMPARE(microDollarsOf(tokens(M, M), *find("openai", "gpt-4o"), batch), 6'250'000);
        QCOMPARE(microDollarsOf(tokens(M, M), *find("anthropic", "claude-opus-4-5"), batch), 15'000'000);
        // Nobody says what a batch costs here.
        QVERIFY(!microDollarsOf(tokens(M, M), *find("groq", "llama-3.1-8b-instant"), batch));
        QVERIFY(!microDollarsOf(tokens(300 * K, M), *find("openai", "gpt-5.4"), batch));
    }

    void cachesForAnHour()
    {
        const TokenUsage usage = tokens(10 * K, 0, 0, 10 * K);
        const Price price = *find("anthropic", "claude-sonnet-4-5");
        QCOMPARE(microDollarsOf(usage, price), 37'500);
        QCOMPARE(microDollarsOf(usage, price, {.longCacheWrite = 4 * K}), 46'500);
    }

    void saysWhereItComesFrom()
    {
        const auto cost = costOf(tokens(10 * K, K, 8 * K), *find("openai", "gpt-4o"));
        QCOMPARE(cost->formula,
            QStringLiteral(
                "2000 input × $2.5 + 8000 cache read × $1.25 + 1000 output × $10 per million tokens"
                " = $0.025"));
        QVERIFY(cost->source.startsWith(QStringLiteral("built-in table 1 of 2026-09-16 (genai-prices")));
        QVERIFY(cost->source.contains(QStringLiteral("LiteLLM")));
        QCOMPARE(cost->version, "built-in-1");
        QCOMPARE(cost->date, QDate(2026, 9, 16));
        QCOMPARE(cost->disagreement, QString());
    }

    void saysWhereSourcesDisagree()
    {
        const Price price = *find("bedrock", "amazon.titan-text-express-v1");
        const auto cost = costOf(tokens(M, M), price);
        QCOMPARE(cost->microDollars, 800'000);
        QCOMPARE(cost->disagreement, QStringLiteral("By the figures of LiteLLM it would be $3."));
        // Two agree, the third does not.
        const auto known = costOf(tokens(M, 0), *find("mistral", "mistral-small-latest"));
        QCOMPARE(known->microDollars, 150'000);
        QVERIFY(known->disagreement.startsWith(QStringLiteral("By the figures of genai-prices")));
        QVERIFY(known->disagreement.endsWith(QStringLiteral("it would be $0.1.")));
        // Nothing to disagree about where no tokens are charged by that figure.
        QCOMPARE(costOf(tokens(0, 0), price)->disagreement, QString());
    }

    void keepsWhatOthersSayToThePresentPrice()
    {
        const auto now = find("mistral", "ministral-8b-latest");
        QCOMPARE(now->since, QDate(2025, 12, 2));
        QCOMPARE(now->differing.size(), 1);
        const auto before = find("mistral", "ministral-8b-latest", QStringLiteral("2025-12-01T00:00:00Z"));
        QCOMPARE(before->rates.output, 100'000);
        QVERIFY(before->differing.empty());
    }

    void isOneTableForAll()
    {
        QCOMPARE(m_loader.book().get(), m_loader.book().get());
        QCOMPARE(m_loader.book()->version(), "built-in-1");
        QCOMPARE(m_loader.book()->problems(), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestPricePublished)

#include "tst_pricepublished.moc"

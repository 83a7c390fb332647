// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/builtinprices.h"
#include "ledger/prices/cost.h"
#include "ledger/prices/pricedecimal.h"
#include "ledger/prices/pricefile.h"
#include "ledger/prices/priceloader.h"

#include <QTimeZone>
#include <QtTest>

#include <thread>

using namespace nexus;

namespace {

const QByteArray LITELLM = R"({
  "sample_spec": {"litellm_provider": "one of many", "input_cost_per_token": "text"},
  "gpt-4o": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 128000, "max_output_tokens": 16384,
    "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 1.25e-06,
    "input_cost_per_token_batches": 1.25e-06, "output_cost_per_token_batches": 5e-06,
    "input_cost_per_token_priority": 4.25e-06, "supports_vision": true, "supports_function_calling": true,
    "supports_reasoning": false},
  "noisy": {"litellm_provider": "openai", "input_cost_per_token": 1.9999999999999998e-07,
    "output_cost_per_token": 0.0000008, "input_cost_per_image": null},
  "gemini/gemini-2.5-pro": {"litellm_provider": "gemini", "input_cost_per_token": 1.25e-06,
    "output_cost_per_token": 1e-05, "input_cost_per_token_above_200k_tokens": 2.5e-06,
    "output_cost_per_token_above_200k_tokens": 1.5e-05, "cache_read_input_token_cost_above_200k_tokens": 2.5e-07},
  "anthropic.claude-x-v1:0": {"litellm_provider": "bedrock_converse", "input_cost_per_token": "3e-06",
    "output_cost_per_token": 1.5e-05, "cache_creation_input_token_cost": 3.75e-06,
    "cache_creation_input_token_cost_above_1hr": 6e-06,
    "cache_creation_input_token_cost_above_1hr_above_200k_tokens": 1.2e-05},
  "bedrock/us-east-1/anthropic.claude-x-v1:0": {"litellm_provider": "bedrock", "input_cost_per_token": 9e-06},
  "azure/gpt-4o": {"litellm_provider": "azure", "input_cost_per_token": 9e-06},
  "openrouter/meta/llama": {"litellm_provider": "openrouter", "input_cost_per_token": 1e-07,
    "output_cost_per_token": 2e-07},
  "embed": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 2e-08,
    "output_cost_per_token": 0},
  "free": {"litellm_provider": "openai", "input_cost_per_token": 0, "output_cost_per_token": 0.0},
  "dall-e": {"litellm_provider": "openai", "output_cost_per_image": 0.04},
  "negative": {"litellm_provider": "openai", "input_cost_per_token": -1e-06},
  "worded": {"litellm_provider": "openai", "input_cost_per_token": "cheap"},
  "listed": {"litellm_provider": "openai", "input_cost_per_token": [1, 2]},
  "dear": {"litellm_provider": "openai", "input_cost_per_token": 1e30},
  "not a row": 7,
  "unowned": {"input_cost_per_token": 1e-06}
})";

const QByteArray MODELS_DEV = R"({
  "anthropic": {"id": "anthropic", "models": {
    "claude-x": {"id": "claude-x", "limit": {"context": 200000, "output": 64000},
      "modalities": {"input": ["text", "image"], "output": ["text"]}, "tool_call": true, "reasoning": true,
      "cost": {"input": 3, "output": 15, "cache_read": 0.3, "cache_write": 3.75, "reasoning": 15,
        "context_over_200k": {"input": 6, "output": 22.5}}},
    "claude-bad": {"cost": {"input": true}}, "claude-free": {"cost": {"input": 0, "output": 0}}, "claude-none": {}}},
  "amazon-bedrock": {"models": {"amazon.nova-x": {"modalities": {"input": ["text"]}, "reasoning": false,
    "tool_call": "no", "cost": {"input": 0.035, "output": 0.14}}}}
})";

QDateTime now()
{
    return {QDate(2026, 9, 16), QTime(12, 0), QTimeZone::utc()};
}

TokenRates ratesOf(const PriceTable &table, const char *vendor, const char *model)
{
    const PriceRow row = table.rows.value({vendor, model});
    return row.periods.empty() ? TokenRates() : row.periods.front().rates;
}

QString written(QTemporaryDir &folder, const QByteArray &bytes)
{
    QFile file(folder.filePath(QStringLiteral("prices.json")));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

} // namespace

class TestPriceFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDecimals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("expected"); // -1 for none
        const auto row
            = [](const char *text, qint64 expected) { QTest::newRow(text) << QByteArray(text) << expected; };
        row("0", 0);
        row("0.0", 0);
        row("1e-06", 1'000'000);
        row("0.0000025", 2'500'000);
        row("1.25E-6", 1'250'000);
        row("25e-7", 2'500'000);
        row("1.9999999999999998e-07", 200'000);
        row("3.0000000000000001e-06", 3'000'000);
        row("3.625e-09", 3'625);
        row("1.4e-12", 1);
        row("1.5e-12", 2);
        row("4.9999e-13", 0);
        row("5e-13", 1);
        row("1e-300", 0);
        row("0e999999999999", 0);
        row("1", 1'000'000'000'000);
        row("1.0000001", -1);
        row("1e+0", 1'000'000'000'000);
        row("1e30", -1);
        row("99999999999999999999999999", -1);
        row("-1e-06", -1);
        row("-0", -1);
        row("", -1);
        row(".", -1);
        row("e5", -1);
        row("1e", -1);
        row("1e+", -1);
        row("1.2.3", -1);
        row("1e-06x", -1);
        row("NaN", -1);
        row("true", -1);
    }

    void readsDecimals()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, expected);
        QCOMPARE(rateFromDollarsPerToken(text).value_or(-1), expected);
    }

    void readsDollarsPerMillion()
    {
        QCOMPARE(rateFromDollarsPerMillion("3"), 3'000'000);
        QCOMPARE(rateFromDollarsPerMillion("0.003625"), 3'625);
        QCOMPARE(rateFromDollarsPerMillion("1000000"), maxTokenRate);
        QVERIFY(!rateFromDollarsPerMillion("1000001"));
    }

    void readsLiteLlm()
    {
        const auto table = readPrices(LITELLM);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 6);
        const PriceRow row = table->rows.value({"openai", "gpt-4o"});
        const PricePeriod &period = row.periods.front();
        QCOMPARE(
            period.rates, (TokenRates {.input = 2'500'000, .output = 10'000'000, .cacheRead = 1'250'000}));
        QCOMPARE(*period.batch, (TokenRates {.input = 1'250'000, .output = 5'000'000}));
        QCOMPARE(row.facts.contextWindow, 128'000);
        QCOMPARE(row.facts.maxOutput, 16'384);
        QVERIFY((row.facts.abilities == ModelAbilities {.vision = true, .tools = true, .reasoning = false}));
        QVERIFY(table->rows.value({"openai", "noisy"}).facts.abilities.isEmpty());
        const TokenRates noisy = ratesOf(*table, "openai", "noisy");
        QCOMPARE(noisy, (TokenRates {.input = 200'000, .output = 800'000}));
        QCOMPARE(ratesOf(*table, "openrouter", "meta/llama").output, 200'000);
        QCOMPARE(ratesOf(*table, "openai", "embed").input, 20'000);
    }

    void readsTiersOfLiteLlm()
    {
        const auto table = readPrices(LITELLM);
        QVERIFY(table);
        const PricePeriod google = table->rows.value({"google", "gemini-2.5-pro"}).periods.front();
        QCOMPARE(google.tiers.size(), std::size_t(1));
        QCOMPARE(google.tiers[0].above, 200'000);
        QCOMPARE(google.tiers[0].rates,
            (TokenRates {.input = 2'500'000, .output = 15'000'000, .cacheRead = 250'000}));
        const PricePeriod bedrock = table->rows.value({"bedrock", "anthropic.claude-x-v1:0"}).periods.front();
        QCOMPARE(bedrock.rates.longCacheWrite, 6'000'000);
        QCOMPARE(bedrock.rates.cacheWrite, 3'750'000);
        QCOMPARE(bedrock.tiers[0].rates, (TokenRates {.longCacheWrite = 12'000'000}));
    }

    void namesTheRowsItLeavesOut()
    {
        const auto table = readPrices(LITELLM);
        QVERIFY(table);
        const QString problems = table->problems.join(QLatin1Char('\n'));
        QCOMPARE(table->problems.size(), 5);
        for (const auto *name : {"negative", "worded", "listed", "dear", "not a row"}) {
            QVERIFY2(problems.contains(QLatin1Char('"') + QLatin1String(name) + QLatin1Char('"')), name);
        }
        QCOMPARE(table->problems.front(),
            QStringLiteral("The price of \"negative\" is left out: input_cost_per_token is not a price."));
    }

    void doesNotRepeatItselfWithoutEnd()
    {
        QByteArray text = R"({"good": {"litellm_provider": "openai", "input_cost_per_token": 1e-06})";
        for (int i = 0; i < 3000; ++i) {
            text += ", \"bad" + QByteArray::number(i) + "\": 1";
        }
        const auto table = readPrices(text + '}');
        QVERIFY(table);
        QCOMPARE(table->problems.size(), 21);
        QCOMPARE(table->rows.size(), 1);
    }

    void readsModelsDev()
    {
        const auto table = readPrices(MODELS_DEV);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), 2);
        const PriceRow row = table->rows.value({"anthropic", "claude-x"});
        QCOMPARE(row.periods[0].rates.cacheWrite, 3'750'000);
        QCOMPARE(row.periods[0].tiers[0].rates, (TokenRates {.input = 6'000'000, .output = 22'500'000}));
        QCOMPARE(row.facts.contextWindow, 200'000);
        QVERIFY((row.facts.abilities == ModelAbilities {.vision = true, .tools = true, .reasoning = true}));
        QCOMPARE(ratesOf(*table, "bedrock", "amazon.nova-x").input, 35'000);
        QVERIFY((table->rows.value({"bedrock", "amazon.nova-x"}).facts.abilities
            == ModelAbilities {.vision = false, .reasoning = false}));
        QCOMPARE(table->problems.size(), 1);
        QVERIFY(table->problems.front().contains(QStringLiteral("\"claude-bad\"")));
    }

    void refusesWhatIsNoTable()
    {
        for (const auto *text : {"", "[]", "{", "{}", R"({"a": 1})", "null", "\xff"}) {
            QVERIFY2(!readPrices(text), text);
        }
    }

    void aFileWinsOverTheBuiltInTable()
    {
        QTemporaryDir folder;
        QByteArray text = LITELLM;
        const PriceLoader loader(written(folder, text.replace("2.5e-06, \"output", "2e-06, \"output")));
        const auto book = loader.book();
        const auto price = book->find({"openai", "gpt-4o-2031-01-31"}, now());
        QCOMPARE(price->rates.input, 2'000'000);
        QVERIFY(price->source.startsWith(QStringLiteral("prices.json of 20")));
        QVERIFY(price->date.isValid());
        QCOMPARE(price->version.size(), 13);
        QVERIFY(price->version.startsWith("file-"));
        QCOMPARE(book->version(), price->version + "+built-in-1");
        // What it does not know the table still does, and so does a name that is more specific there.
        QCOMPARE(book->find({"openai", "o1"}, now())->version, "built-in-1");
        QCOMPARE(book->find({"openai", "gpt-4o-2024-05-13"}, now())->rates.input, 5'000'000);
        QCOMPARE(book->problems().size(), 5);
    }

    void anotherFileHasAnotherVersion()
    {
        QTemporaryDir folder;
        const auto first = readPriceFile(written(folder, LITELLM));
        const auto again = readPriceFile(written(folder, LITELLM));
        const auto other = readPriceFile(written(folder, LITELLM + ' '));
        QVERIFY(first && again && other);
        QCOMPARE(first->version, again->version);
        QVERIFY(first->version != other->version);
    }

    void aFileThatCannotBeReadLeavesTheBuiltInTable()
    {
        QTemporaryDir folder;
        const PriceLoader absent(folder.filePath(QStringLiteral("nowhere.json")));
        QCOMPARE(absent.book()->find({"openai", "gpt-4o"}, now())->version, "built-in-1");
        QVERIFY(absent.book()->problems().front().contains(QStringLiteral("nowhere.json")));
        const PriceLoader broken(written(folder, "{\"a\": "));
        QVERIFY(broken.book()->find({"openai", "gpt-4o"}, now()));
        QVERIFY(broken.book()->problems().front().contains(QStringLiteral("prices.json cannot be used")));
    }

    void manyThreadsLoadOneBook()
    {
        const PriceLoader loader;
        std::vector<std::shared_ptr<const PriceBook>> books(8);
        std::vector<std::thread> threads;
        threads.reserve(books.size());
        for (auto &book : books) {
            threads.emplace_back([&book, &loader] { book = loader.book(); });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(books[0] && books[0]->find({"openai", "gpt-4o"}, now()));
        QVERIFY(std::ranges::all_of(books, [&books](const auto &book) { return book == books[0]; }));
    }

    void theBuiltInTableIsSound()
    {
        const auto table = builtInPrices();
        QVERIFY2(table, table ? "" : qPrintable(table.error().message));
        QVERIFY(table->rows.size() > 400);
        QSet<QByteArray> vendors;
        for (auto row = table->rows.begin(); row != table->rows.end(); ++row) {
            vendors.insert(row.key().vendor);
            QCOMPARE(row.key().model, row.key().model.toLower());
            QDate since;
            for (const PricePeriod &period : row->periods) {
                QVERIFY2(*period.rates.input > 0 && period.rates.output.value_or(1) > 0,
                    row.key().model.constData());
                QVERIFY2(!since.isValid() || period.since > since, row.key().model.constData());
                QVERIFY(std::ranges::is_sorted(period.tiers, {}, &ContextTier::above));
                since = period.since;
            }
        }
        QCOMPARE(vendors.size(), 9);
    }

    void theBuiltInTableSaysWhatModelsCanDo_data()
    {
        QTest::addColumn<QByteArray>("vendor");
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<ModelAbilities>("abilities");
        const ModelAbilities all {.vision = true, .tools = true, .reasoning = true};
        const ModelAbilities seeing {.vision = true, .tools = true};
        const auto row = [](const char *vendor, const char *model, const ModelAbilities &abilities) {
            QTest::newRow(model) << QByteArray(vendor) << QByteArray(model) << abilities;
        };
        row("openai", "gpt-4o", seeing);
        row("openai", "o3-mini", {.vision = false, .tools = true, .reasoning = true});
        // Retired ones, of which only older collections know.
        row("anthropic", "claude-sonnet-4-20250514", all);
        row("google", "gemini-2.0-flash", seeing);
        row("xai", "grok-4", {.tools = true});
        row("mistral", "pixtral-large-2411", seeing);
        // Names that leave the issue open.
        row("anthropic", "claude-sonnet-4-0", all);
        row("mistral", "pixtral-12b", seeing);
        row("groq", "gemma2-9b-it", {.tools = false});
        row("openai", "text-embedding-3-small", {});
    }

    void theBuiltInTableSaysWhatModelsCanDo()
    {
        QFETCH(const QByteArray, vendor);
        QFETCH(const QByteArray, model);
        static const auto table = builtInPrices();
        QVERIFY(table);
        const auto row = table->rows.constFind({vendor, model});
        QVERIFY(row != table->rows.constEnd());
        QFETCH(const ModelAbilities, abilities);
        QVERIFY(row->facts.abilities == abilities);
    }

    void refusesABrokenTable()
    {
        QVERIFY(!readBuiltInPrices("{"));
        QVERIFY(!readBuiltInPrices(R"({"version": 1, "date": "2026-01-01"})"));
        QVERIFY(!readBuiltInPrices(R"({"date": "2026-01-01", "providers": {}})"));
        const auto bad = readBuiltInPrices(
            R"({"version": 1, "date": "2026-01-01", "providers": {"openai": {"m": {"prices": [{"input": "1"}]}}}})");
        QVERIFY(!bad && bad.error().message.contains(QStringLiteral("openai, m")));
        QVERIFY(readBuiltInPrices(R"({"version": 1, "date": "2026-01-01", "providers": {}})"));
    }
};

QTEST_APPLESS_MAIN(TestPriceFile)

#include "tst_pricefile.moc"

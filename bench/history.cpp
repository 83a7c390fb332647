// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a history of a million records, of which each twentieth has its texts, takes to be written and
// asked: one JSON object on standard output. nexus-bench-history FILE [RECORDS]; a file that is there is
// measured as it is.

#include "ledger/history/historyqueue.h"
#include "ledger/history/historysums.h"
#include "ledger/history/historywriter.h"
#include "ledger/prices/priceloader.h"
#include "wire/json.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

using namespace nexus;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rounds = 5;
constexpr qint64 day = 24LL * 60 * 60 * 1000;
constexpr qint64 end = 1'767'268'800'000; // 2026-01-01 12:00 UTC
constexpr qint64 span = 90 * day;

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

struct Model {
    const char *provider;
    const char *name;
    const char *alias;
    int weight;
};

// Few models take most requests, and one is rare.
constexpr std::array models {
    Model {"anthropic", "claude-sonnet-4-5", "smart", 300},
    Model {"openai", "gpt-4o-mini", "fast", 250},
    Model {"openai", "gpt-4o", "", 120},
    Model {"anthropic", "claude-opus-4-1", "deep", 80},
    Model {"google", "gemini-2.5-flash", "fast", 80},
    Model {"google", "gemini-2.5-pro", "", 50},
    Model {"anthropic", "claude-haiku-4-5", "fast", 50},
    Model {"deepseek", "deepseek-chat", "cheap", 30},
    Model {"openai", "text-embedding-3-small", "embed", 20},
    Model {"deepseek", "deepseek-reasoner", "", 10},
    Model {"google", "gemini-2.0-flash", "", 5},
    Model {"ollama", "rare-model", "", 1},
};

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

// Some words are frequent, and most are rare.
QByteArray words(int count, std::mt19937 &random)
{
    std::geometric_distribution<int> word(0.002);
    QByteArray text;
    while (count-- > 0) {
        text += "word" + QByteArray::number(word(random)) + ' ';
    }
    return text;
}

RequestRecord recordAt(qint64 time, qint64 number, std::mt19937 &random)
{
    std::vector<int> weights;
    for (const Model &model : models) {
        weights.push_back(model.weight);
    }
    std::discrete_distribution<std::size_t> chosen(weights.begin(), weights.end());
    std::lognormal_distribution<double> size(7.0, 1.5);
    const Model &model = models.at(chosen(random));
    const auto draw
        = [&random](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    RequestRecord record;
    record.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(time));
    // By chance, as the gateway makes them, but for the one that is asked for.
    record.requestId = number == 4'711 ? QByteArray("req-4711")
                                       : "req_" + QByteArray::number(qint64(random()) << 32 | random(), 16);
    record.method = "POST";
    record.path = "/v1/chat/completions";
    record.operation = Operation::Chat;
    const int client = std::min(draw(12), draw(12));
    record.who.label = "client-" + QByteArray::number(client);
    record.who.group = "group-" + QByteArray::number(client % 3);
    record.alias = latin(model.alias);
    record.askedModel
        = *model.alias ? QByteArray(model.alias) : QByteArray(model.provider) + '/' + model.name;
    record.provider = latin(model.provider);
    record.upstreamModel = model.name;
    record.isStream = draw(10) < 7;
    const bool isError = draw(100) == 0;
    record.status = isError ? (draw(2) ? 503 : 429) : 200;
    record.outcome = isError ? Outcome::Failed : Outcome::Answered;
    record.firstByte = std::chrono::microseconds(200'000 + draw(800'000));
    record.duration = std::chrono::microseconds(1'000'000 + static_cast<int>(size(random) * 2'000));
    for (int i = draw(50) == 0 ? 2 : 1; i > 0; --i) {
        record.attempts.push_back({.provider = record.provider,
            .model = record.upstreamModel,
            .status = record.status,
            .firstByte = record.firstByte,
            .duration = record.duration,
            .error = {},
            .spanId = {}});
    }
    if (!isError) {
        record.usage = TokenUsage {.input = static_cast<qint64>(size(random)),
            .cacheRead = 0,
            .cacheWrite = 0,
            .output = static_cast<qint64>(size(random) / 4),
            .reasoning = 0};
    }
    if (number % 20 == 0) {
        record.bodies = {.prompt = words(100, random), .answer = words(100, random), .isAnswerCut = false};
    }
    record.bytesIn = 4'000;
    record.bytesOut = 2'000;
    return record;
}

bool fill(const QString &path, qint64 count, Json &results)
{
    const auto database = HistoryDatabase::open(path, HistoryDatabase::Access::Write);
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().message));
        return false;
    }
    HistoryWriter writer(**database, QTimeZone::utc());
    std::mt19937 random(1);
    std::vector<SharedRecord> batch;
    std::clock_t cpu = 0;
    LedgerConfig config;
    config.bodies = LedgerConfig::Bodies::All;
    for (qint64 number = 0; number < count; ++number) {
        batch.push_back(std::make_shared<const RequestRecord>(
            recordAt(end - span + span / count * number, number, random)));
        if (batch.size() < historyBatch && number + 1 < count) {
            continue;
        }
        const std::clock_t begin = std::clock();
        if (const Result<void> written = writer.write(batch, config); !written) {
            std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
            return false;
        }
        cpu += std::clock() - begin;
        batch.clear();
    }
    results["write_cpu_us_per_record"]
        = 1e6 * static_cast<double>(cpu) / CLOCKS_PER_SEC / static_cast<double>(count);
    return true;
}

HistoryPrices prices()
{
    auto config = std::make_shared<GatewayConfig>();
    for (const auto &[name, url] : {std::pair {"openai", "https://api.openai.com/v1"},
             std::pair {"anthropic", "https://api.anthropic.com"},
             std::pair {"google", "https://generativelanguage.googleapis.com/v1beta"},
             std::pair {"deepseek", "https://api.deepseek.com/v1"},
             std::pair {"ollama", "http://127.0.0.1:11434/v1"}}) {
        ProviderConfig provider;
        provider.name = latin(name);
        provider.baseUrl = QUrl(latin(url));
        config->llm.providers.push_back(provider);
    }
    return historyPrices(PriceLoader().book(), config);
}

class Bench final {
public:
    explicit Bench(const HistoryReader &reader)
        : m_reader(reader)
    { }

    void page(const char *name, const QString &filter, qint64 before = 0)
    {
        qint64 rows = 0;
        measure(name, [&] {
            const auto page = m_reader.page(*parseHistoryFilter(filter, end), before, 50);
            rows = page ? static_cast<qint64>(page->rows.size()) : -1;
            return rows;
        });
    }

    void sums(const char *name, UsageQuery::By by, const QString &filter, bool withLatency = true)
    {
        measure(name, [&] {
            const auto sums = usageSums(m_reader,
                {.by = by,
                    .filter = *parseHistoryFilter(filter, end),
                    .zone = QTimeZone::utc(),
                    .withLatency = withLatency});
            return sums ? static_cast<qint64>(sums->size()) : -1;
        });
    }

    [[nodiscard]] const Json &results() const { return m_results; }

private:
    template<typename Work>
    void measure(const char *name, Work work)
    {
        std::vector<double> times;
        qint64 rows = 0;
        const std::clock_t cpuBegin = std::clock();
        for (int round = 0; round < rounds; ++round) {
            const auto begin = Clock::now();
            rows = work();
            times.push_back(milliseconds(Clock::now() - begin));
        }
        // What the machine does beside it does not count here.
        const double cpu = 1e3 * static_cast<double>(std::clock() - cpuBegin) / CLOCKS_PER_SEC / rounds;
        const double first = times.front();
        std::ranges::sort(times);
        const double median = times[rounds / 2];
        m_results[name] = {{"first_ms", first}, {"median_ms", median}, {"cpu_ms", cpu}, {"rows", rows}};
        std::fprintf(stderr, "%8.1f ms %8.1f ms first %8.1f ms cpu %6lld rows  %s\n", median, first, cpu,
            static_cast<long long>(rows), name);
    }

    const HistoryReader &m_reader;
    Json m_results;
};

void measureAll(Bench &bench, qint64 newest)
{
    bench.page("page: newest", QString());
    bench.page("page: from the middle", QString(), newest / 2);
    bench.page("page: frequent model", latin("model:sonnet"));
    bench.page("page: rare model", latin("model:rare"));
    bench.page("page: no such model", latin("model:nonsense"));
    bench.page("page: client", latin("client:=client-11"));
    bench.page("page: model and client", latin("model:rare client:=client-3"));
    bench.page("page: without a provider", latin("-provider:openai -provider:anthropic"));
    bench.page("page: status", latin("status:5xx"));
    bench.page("page: errors of a model", latin("is:error model:opus"));
    bench.page("page: errors of a rare model", latin("is:error model:rare"));
    bench.page("page: request id", latin("id:req-4711"));
    bench.page("page: last minutes", latin("since:5m"));
    bench.page("page: a day long ago", latin("since:80d until:79d"));
    bench.page("page: long ago", latin("until:85d"));
    bench.page("page: costs", latin("cost:>0.05"));
    bench.page("search: frequent word", latin("text:word1"));
    bench.page("search: rare word", latin("text:word4000"));
    bench.page("search: phrase", latin("text:\"word7 word8\""));
    bench.page("search: word and model", latin("text:word1 model:rare"));
    using By = UsageQuery::By;
    bench.sums("sum: all", By::All, QString());
    bench.sums("sum: by month", By::Month, QString());
    bench.sums("sum: by day", By::Day, QString());
    bench.sums("sum: by hour of a day", By::Hour, latin("since:24h"));
    bench.sums("sum: by hour of a week", By::Hour, latin("since:7d"));
    bench.sums("sum: by model", By::Model, QString());
    bench.sums("sum: by provider", By::Provider, QString());
    bench.sums("sum: by client", By::Client, QString());
    bench.sums("sum: by alias", By::Alias, QString());
    bench.sums("sum: by model of a month", By::Model, latin("since:30d"));
    bench.sums("sum: by day of a client", By::Day, latin("client:=client-3"));
    bench.sums("sum: by day of a model", By::Day, latin("model:sonnet"));
    bench.sums("sum: errors by model", By::Model, latin("is:error"));
    bench.sums("sum: by model, no percentiles", By::Model, QString(), false);
    bench.sums("sum: budget of a group", By::All, latin("group:=group-1 -client:=group-1"), false);
    bench.sums("sum: budget of a group for a month", By::All,
        latin("group:=group-1 -client:=group-1 since:31d"), false);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("nexus-bench-history FILE [RECORDS]\n", stderr);
        return 2;
    }
    const QString path = QString::fromLocal8Bit(argv[1]);
    const qint64 count = argc > 2 ? QByteArray(argv[2]).toLongLong() : 1'000'000;
    Json results;
    if (!QFile::exists(path)) {
        const auto begin = Clock::now();
        if (!fill(path, count, results)) {
            return 1;
        }
        results["write_records_per_second"]
            = 1e3 * static_cast<double>(count) / milliseconds(Clock::now() - begin);
    }
    const Result<HistoryReader> reader = HistoryReader::open(path, prices());
    if (!reader) {
        std::fprintf(stderr, "%s\n", qPrintable(reader.error().message));
        return 1;
    }
    results["file_bytes"] = QFile(path).size();
    Bench bench(*reader);
    measureAll(bench, reader->newest().value_or(0));
    results["queries"] = bench.results();
    std::printf("%s\n", results.dump(2).c_str());
    return 0;
}

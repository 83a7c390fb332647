// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "historykit.h"

using namespace nexus;

class TestHistoryQueries final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesThroughEverything();
    void findsWhatFits_data();
    void findsWhatFits();
    void findsTexts_data();
    void findsTexts();
    void pagesThroughCosts();
    void followsNewRows();
    void findsRowsOfATime_data();
    void findsRowsOfATime();
    void saysThatThereIsNoHistory();

private:
    [[nodiscard]] HistoryReader open() const;
    [[nodiscard]] QStringList found(const QString &filter) const;

    HistoryKit m_kit;
    std::vector<HistoryRow> m_all; // newest first
};

namespace {

constexpr int COUNT = 400;

// One dollar for each million tokens of gpt-x.
HistoryPrices prices()
{
    return [](const QString &, const QString &model, qint64) -> std::optional<Price> {
        if (model != QLatin1String("gpt-x")) {
            return std::nullopt;
        }
        Price price;
        price.rates = {.input = 1'000'000, .output = 1'000'000};
        return price;
    };
}

RequestRecord recordOf(int i)
{
    RequestRecord record = answeredChat(1'000LL * i, "req-" + QByteArray::number(i));
    record.who.label = "client-" + QByteArray::number(i % 7);
    record.alias = i % 5 == 0 ? QStringLiteral("Fast") : QString();
    record.isStream = i % 2 == 0;
    record.usage
        = TokenUsage {.input = 100LL * i, .cacheRead = 0, .cacheWrite = 0, .output = 10, .reasoning = 0};
    record.duration = std::chrono::milliseconds(10 * i);
    if (i % 11 == 0) {
        record.provider = QStringLiteral("my_own");
        record.upstreamModel = "100%";
        record.askedModel = "myXown/100%";
    }
    if (i % 10 == 0) {
        record.status = 503;
        record.outcome = Outcome::Failed;
        record.usage.reset();
        record.attempts.push_back(record.attempts.front());
    }
    if (i % 13 == 0) {
        record.cache = i % 2 == 0 ? CacheUse::Hit : CacheUse::Shared;
        record.attempts.clear();
    }
    if (i % 17 == 0) {
        record.outcome = Outcome::ClientGone;
    }
    record.bodies = {.prompt = "question number " + QByteArray::number(i) + " about Vögel",
        .answer = i % 2 == 0 ? "even answer" : "odd \"answer\"",
        .isAnswerCut = false};
    return record;
}

bool isNamed(const HistoryRow &row, const QString &part)
{
    return row.model.contains(part, Qt::CaseInsensitive)
        || row.askedModel.contains(part, Qt::CaseInsensitive);
}

} // namespace

HistoryReader TestHistoryQueries::open() const
{
    return std::move(HistoryReader::open(m_kit.path(), prices()).value());
}

QStringList TestHistoryQueries::found(const QString &filter) const
{
    const auto terms = parseHistoryFilter(filter, m_kit.today() + 1'000LL * COUNT);
    if (!terms) {
        return {terms.error().message};
    }
    const HistoryReader reader = open();
    QStringList ids;
    qint64 before = 0;
    do {
        const auto page = reader.page(*terms, before, 7);
        if (!page) {
            return {page.error().message};
        }
        for (const HistoryRow &row : page->rows) {
            ids.append(row.requestId);
        }
        before = page->next;
    } while (before != 0);
    return ids;
}

void TestHistoryQueries::initTestCase()
{
    HistoryOptions options = m_kit.options();
    options.config.bodies = LedgerConfig::Bodies::All;
    History history(std::move(options));
    for (int i = 0; i < COUNT; ++i) {
        history.record(recordOf(i));
    }
    QVERIFY(history.flush());
    m_all = m_kit.rows();
    QCOMPARE(m_all.size(), std::size_t(COUNT));
}

void TestHistoryQueries::pagesThroughEverything()
{
    const HistoryReader reader = open();
    const auto first = reader.page({}, 0, 150);
    QVERIFY(first);
    QCOMPARE(first->rows.size(), std::size_t(150));
    QCOMPARE(first->rows.front().id, COUNT);
    QCOMPARE(first->next, COUNT - 149);
    const auto second = reader.page({}, first->next, 1'000);
    QVERIFY(second);
    QCOMPARE(second->rows.size(), std::size_t(250));
    QCOMPARE(second->rows.front().id, COUNT - 150);
    QCOMPARE(second->next, 0);
    QCOMPARE(reader.newest().value_or(0), COUNT);
}

using Fits = std::function<bool(const HistoryRow &)>;
Q_DECLARE_METATYPE(Fits)

void TestHistoryQueries::findsWhatFits_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<Fits>("fits");
    const auto add = [](const char *filter, const Fits &fits) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << fits;
    };
    add("status:503", [](const HistoryRow &row) { return row.status == 503; });
    add("-status:5xx", [](const HistoryRow &row) { return row.status < 500; });
    add("status:<400", [](const HistoryRow &row) { return row.status < 400; });
    add("model:GPT", [](const HistoryRow &row) { return isNamed(row, QStringLiteral("gpt")); });
    add("model:=gpt-x", [](const HistoryRow &row) { return row.model == QLatin1String("gpt-x"); });
    add("model:=gpt", [](const HistoryRow &) { return false; });
    add("model:100%", [](const HistoryRow &row) { return isNamed(row, QStringLiteral("100%")); });
    add("-model:gpt", [](const HistoryRow &row) { return !isNamed(row, QStringLiteral("gpt")); });
    add("provider:my_o", [](const HistoryRow &row) { return row.provider == QLatin1String("my_own"); });
    add("model:my_own", [](const HistoryRow &) { return false; }); // no pattern
    add("client:=CLIENT-3", [](const HistoryRow &row) { return row.client == QLatin1String("client-3"); });
    add("client:client", [](const HistoryRow &) { return true; });
    add("alias:fast", [](const HistoryRow &row) { return !row.alias.isEmpty(); });
    add("-alias:fast", [](const HistoryRow &row) { return row.alias.isEmpty(); });
    add("path:embeddings", [](const HistoryRow &) { return false; });
    add("path:/chat/", [](const HistoryRow &) { return true; });
    add("id:req-42", [](const HistoryRow &row) { return row.requestId == QLatin1String("req-42"); });
    add("is:stream", [](const HistoryRow &row) { return row.isStream; });
    add("is:error", [](const HistoryRow &row) { return row.isError; });
    add("is:failed", [](const HistoryRow &row) { return row.outcome == QLatin1String("failed"); });
    add("is:refused", [](const HistoryRow &) { return false; });
    add("is:gone", [](const HistoryRow &row) { return row.outcome == QLatin1String("client_gone"); });
    add("is:retried", [](const HistoryRow &row) { return row.attempts > 1; });
    add("is:cached", [](const HistoryRow &row) { return row.cache != QLatin1String("off"); });
    add("tokens:1010..2010", [](const HistoryRow &row) {
        return row.usage && row.usage->input >= 1'000 && row.usage->input <= 2'000;
    });
    add("duration:>=3s", [](const HistoryRow &row) { return row.duration >= 3'000'000; });
    add("first_byte:<250ms", [](const HistoryRow &) { return false; });
    add("since:60s", [](const HistoryRow &row) { return row.time >= NOON + 340'000; });
    add("until:60s", [](const HistoryRow &row) { return row.time <= NOON + 340'000; });
    add("-since:60s", [](const HistoryRow &row) { return row.time < NOON + 340'000; });
    add("cost:>0.02", [](const HistoryRow &row) {
        const bool isCharged = row.attempts > 0 && row.model == QLatin1String("gpt-x") && row.usage;
        return isCharged && row.usage->input + row.usage->output > 20'000;
    });
    add("client:=client-3 is:stream -status:5xx model:gpt", [](const HistoryRow &row) {
        return row.client == QLatin1String("client-3") && row.isStream && row.status < 500
            && isNamed(row, QStringLiteral("gpt"));
    });
}

void TestHistoryQueries::findsWhatFits()
{
    QFETCH(const QString, filter);
    QFETCH(const Fits, fits);
    QStringList expected;
    for (const HistoryRow &row : m_all) {
        if (fits(row)) {
            expected.append(row.requestId);
        }
    }
    QCOMPARE(found(filter), expected);
}

void TestHistoryQueries::findsTexts_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("word") << "text:question" << COUNT;
    QTest::newRow("case and accents") << "text:VOGEL" << COUNT;
    QTest::newRow("number") << "text:42" << 1;
    QTest::newRow("answer") << "text:odd" << COUNT / 2;
    QTest::newRow("phrase") << "text:\"even answer\"" << COUNT / 2;
    QTest::newRow("quotes") << "text:\"\\\"answer\\\"\"" << COUNT;
    QTest::newRow("words of the index") << "text:\"odd OR even\"" << 0;
    QTest::newRow("no word") << "text:\"!?\"" << 0;
    QTest::newRow("negated") << "-text:odd" << COUNT / 2;
    QTest::newRow("nothing") << "text:absent" << 0;
}

void TestHistoryQueries::findsTexts()
{
    QFETCH(const QString, filter);
    QFETCH(const int, count);
    QCOMPARE(found(filter).size(), count);
}

void TestHistoryQueries::pagesThroughCosts()
{
    // A cost that nobody knows fits no filter, turned round or not.
    const qsizetype dear = found(QStringLiteral("cost:>0.02")).size();
    const qsizetype cheap = found(QStringLiteral("-cost:>0.02")).size();
    const auto known = std::ranges::count_if(
        open().page({}, 0, 1'000)->rows, [](const HistoryRow &row) { return row.microDollars.has_value(); });
    QCOMPARE(dear + cheap, known);
    QVERIFY(known < COUNT && dear > 0 && cheap > 0);
}

void TestHistoryQueries::followsNewRows()
{
    HistoryKit kit;
    History history(kit.options());
    history.record(answeredChat(0, "a"));
    QVERIFY(history.flush());
    const Result<HistoryReader> reader = HistoryReader::open(kit.path(), prices());
    QVERIFY(reader);
    qint64 after = reader->newest().value_or(-1);
    QCOMPARE(after, 1);
    const auto filter = parseHistoryFilter(u"is:error", kit.today());
    QVERIFY(reader->newer(*filter, after, 10)->empty());
    for (int i = 0; i < 5; ++i) {
        RequestRecord record = answeredChat(i, QByteArray::number(i));
        record.status = i % 2 == 0 ? 500 : 200;
        history.record(record);
    }
    QVERIFY(history.flush());
    auto rows = reader->newer(*filter, after, 2);
    QCOMPARE(rows->size(), std::size_t(2));
    QCOMPARE(rows->at(0).requestId, QStringLiteral("0"));
    QCOMPARE(rows->at(1).requestId, QStringLiteral("2"));
    rows = reader->newer(*filter, after, 2);
    QCOMPARE(rows->size(), std::size_t(1));
    QCOMPARE(after, 6);
    QVERIFY(reader->newer(*filter, after, 2)->empty());
}

void TestHistoryQueries::findsRowsOfATime_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("all") << 0 << 2'999;
    QTest::newRow("few") << 100 << 110;
    QTest::newRow("none") << 5'000 << 6'000;
}

// Ids follow the ends of requests, times their beginnings.
void TestHistoryQueries::findsRowsOfATime()
{
    QFETCH(const int, first);
    QFETCH(const int, last);
    HistoryKit kit;
    {
        History history(kit.options());
        for (int i = 0; i < 3'000; ++i) {
            history.record(answeredChat((i * 1'201) % 3'000, QByteArray::number((i * 1'201) % 3'000)));
        }
    }
    HistoryTerm since {
        .field = HistoryTerm::Field::Since, .text = {}, .range = {NOON + first, NumberRange::highest}};
    HistoryTerm until {
        .field = HistoryTerm::Field::Until, .text = {}, .range = {NumberRange::lowest, NOON + last}};
    const std::vector<HistoryRow> rows = kit.rows({since, until});
    QCOMPARE(rows.size(), std::size_t(std::clamp(last, -1, 2'999) - std::min(first, 3'000) + 1));
    QVERIFY(std::ranges::is_sorted(rows, std::ranges::greater(), &HistoryRow::id));
    QCOMPARE(kit.rows({until}).size(), std::size_t(std::min(last, 2'999) + 1));
}

void TestHistoryQueries::saysThatThereIsNoHistory()
{
    const HistoryKit kit;
    const auto reader = HistoryReader::open(kit.path(), prices());
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(kit.path()));
    QVERIFY(!QFile::exists(kit.path()));
}

QTEST_GUILESS_MAIN(TestHistoryQueries)
#include "tst_historyqueries.moc"

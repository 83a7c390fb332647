// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyfilter.h"

#include <QTimeZone>
#include <QtTest>

using namespace nexus;

class TestHistoryFilter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTerms_data();
    void readsTerms();
    void readsSeveralTerms();
    void readsQuotedValues();
    void readsTimes();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void hasBounds();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

namespace {

using Field = HistoryTerm::Field;

constexpr qint64 NOW = 1'767'268'800'000; // 2026-01-01 12:00 UTC
constexpr qint64 LOWEST = NumberRange::lowest;
constexpr qint64 HIGHEST = NumberRange::highest;

HistoryTerm only(const QString &text)
{
    const Result<HistoryFilter> filter = parseHistoryFilter(text, NOW);
    if (!filter || filter->size() != 1) {
        qWarning("%s", filter ? "not one term" : qPrintable(filter.error().message));
        return {};
    }
    return filter->front();
}

void addRange(const char *text, Field field, qint64 low, qint64 high)
{
    HistoryTerm term;
    term.field = field;
    term.range = {low, high};
    QTest::newRow(text) << QString::fromLatin1(text) << QVariant::fromValue(term);
}

void addName(const char *text, Field field, const char *name, bool isExact = false, bool isNegated = false)
{
    HistoryTerm term;
    term.field = field;
    term.text = QString::fromUtf8(name);
    term.isExact = isExact;
    term.isNegated = isNegated;
    QTest::newRow(text) << QString::fromUtf8(text) << QVariant::fromValue(term);
}

} // namespace

Q_DECLARE_METATYPE(nexus::HistoryTerm)

void TestHistoryFilter::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVariant>("expected");
    addRange("status:404", Field::Status, 404, 404);
    addRange("status:5xx", Field::Status, 500, 599);
    addRange("status:>=400", Field::Status, 400, HIGHEST);
    addRange("status:>400", Field::Status, 401, HIGHEST);
    addRange("status:<400", Field::Status, LOWEST, 399);
    addRange("status:<=400", Field::Status, LOWEST, 400);
    addRange("status:400..499", Field::Status, 400, 499);
    addRange("tokens:1000..", Field::Tokens, 1'000, HIGHEST);
    addRange("tokens:..7", Field::Tokens, LOWEST, 7);
    addRange("cost:>0.01", Field::Cost, 10'001, HIGHEST);
    addRange("cost:$0.5..2", Field::Cost, 500'000, 2'000'000);
    addRange("cost:0.000001", Field::Cost, 1, 1);
    addRange("duration:>2s", Field::Duration, 2'001, HIGHEST);
    addRange("first_byte:<=250ms", Field::FirstByte, LOWEST, 250);
    addRange("since:7d", Field::Since, NOW - 7LL * 86'400'000, HIGHEST);
    addRange("until:90m", Field::Until, LOWEST, NOW - 5'400'000);
    addName("model:gpt", Field::Model, "gpt");
    addName("model:openai/gpt-4o:free", Field::Model, "openai/gpt-4o:free");
    addName("model:=gpt", Field::Model, "gpt", true);
    addName("alias:=\"\"", Field::Alias, "", true);
    addName("-client:app", Field::Client, "app", false, true);
    addName("group:=writers", Field::Group, "writers", true);
    addName("provider:=\"my own\"", Field::Provider, "my own", true);
    addName("alias:schön", Field::Alias, "schön");
    addName("path:/v1", Field::Path, "/v1");
    addName("id:req-1", Field::Id, "req-1");
    addName("is:stream", Field::Is, "stream");
    addName("text:\"two words\"", Field::Text, "two words");
}

void TestHistoryFilter::readsTerms()
{
    QFETCH(const QString, text);
    QFETCH(const QVariant, expected);
    QCOMPARE(only(text), expected.value<HistoryTerm>());
}

void TestHistoryFilter::readsSeveralTerms()
{
    const auto none = parseHistoryFilter(u" \t ", NOW);
    QVERIFY(none && none->empty());
    const auto filter = parseHistoryFilter(u"  status:5xx   -model:mini\tis:error ", NOW);
    QVERIFY(filter);
    QCOMPARE(filter->size(), std::size_t(3));
    QCOMPARE(filter->at(1).text, QStringLiteral("mini"));
    QVERIFY(filter->at(1).isNegated);
    QVERIFY(!filter->at(2).isNegated);
}

void TestHistoryFilter::readsQuotedValues()
{
    QCOMPARE(only(QStringLiteral("text:\"say \\\"hi\\\" \\\\ there\"")).text,
        QStringLiteral("say \"hi\" \\ there"));
    QCOMPARE(only(QStringLiteral("model:\"-x:y\"")).text, QStringLiteral("-x:y"));
}

void TestHistoryFilter::readsTimes()
{
    const auto since = [](const char *text) { return only(QString::fromLatin1(text)).range.low; };
    QCOMPARE(since("since:2026-01-01T11:00:00Z"), NOW - 3'600'000);
    QCOMPARE(since("since:2026-01-01T12:00:00+01:00"), NOW - 3'600'000);
    QCOMPARE(since("since:2026-01-31"), QDate(2026, 1, 31).startOfDay().toMSecsSinceEpoch());
    QCOMPARE(
        since("since:2026-01-31T10:00:00"), QDateTime(QDate(2026, 1, 31), QTime(10, 0)).toMSecsSinceEpoch());
    QCOMPARE(since("since:36500d"), 0);
}

void TestHistoryFilter::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("part");
    const auto add = [](const char *text, int position, const char *part) {
        QTest::newRow(text) << QString::fromLatin1(text) << position << QString::fromLatin1(part);
    };
    add("gpt", 1, "text:\"gpt\"");
    add("status:200 gpt", 12, "a key and a value");
    add("modle:gpt", 1, "perhaps 'model' is meant");
    add("zzzzzz:gpt", 1, "none of the keys status, model");
    add("model:", 7, "a value is missing");
    add("model:=", 8, "a value is missing");
    add("model:\"\"", 7, "a value is missing");
    add("text:\"\"", 6, "a value is missing");
    add("status:abc", 8, "'abc' is no status");
    add("status:6xx", 8, "no status");
    add("status:5x", 8, "no status");
    add("status:-5", 8, "no status");
    add("status:..", 8, "no status");
    add("status:1..2..3", 8, "no status");
    add("cost:1e3", 6, "no amount of dollars");
    add("cost:0.0000001", 6, "no amount");
    add("cost:>", 6, "no amount");
    add("tokens:99999999999999999999", 8, "no number");
    add("duration:5", 10, "no time span");
    add("is:good", 4, "none of stream, error");
    add("since:yesterday", 7, "no time such as");
    add("since:2026-13-01", 7, "no time such as");
    add("text:\"open", 6, "not closed");
    add("text:\"a\"b", 9, "a space is missing");
    add("model:a\"b\"", 8, "a quote can only begin");
    add("- model:a", 2, "a key and a value");
    add(":a", 1, "none of the keys");
}

void TestHistoryFilter::saysWhatIsWrongAndWhere()
{
    QFETCH(const QString, text);
    QFETCH(const int, position);
    QFETCH(const QString, part);
    const auto filter = parseHistoryFilter(text, NOW);
    QVERIFY(!filter);
    QCOMPARE(filter.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(filter.error().message.contains(part), qPrintable(filter.error().message));
    QCOMPARE(filter.error().param, QByteArray::number(position));
    QVERIFY(filter.error().message.contains(QStringLiteral("character %1:").arg(position)));
}

void TestHistoryFilter::hasBounds()
{
    QVERIFY(parseHistoryFilter(QStringLiteral("is:error ").repeated(50), NOW));
    QVERIFY(!parseHistoryFilter(QStringLiteral("is:error ").repeated(51), NOW));
    QVERIFY(!parseHistoryFilter(QStringLiteral("model:") + QString(4'000, u'a'), NOW));
}

void TestHistoryFilter::writesWhatItReads_data()
{
    readsTerms_data();
}

void TestHistoryFilter::writesWhatItReads()
{
    QFETCH(const QString, text);
    const HistoryTerm term = only(text);
    QCOMPARE(only(historyFilterText({term})), term);
}

QTEST_APPLESS_MAIN(TestHistoryFilter)
#include "tst_historyfilter.moc"

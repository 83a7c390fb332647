// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/traceparent.h"

#include <QTest>

using namespace nexus;

namespace {

constexpr const char *trace = "0af7651916cd43dd8448eb211c80319c";
constexpr const char *span = "b7ad6b7169203331";
constexpr const char *whole = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

} // namespace

//! What clients say about the trace they are in.
class TraceparentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTraceparent_data();
    void readsTraceparent();
    void refusesTraceparent_data();
    void refusesTraceparent();
    void refusesEveryShorterOne();
    void readsAmazonTrace_data();
    void readsAmazonTrace();
    void refusesAmazonTrace_data();
    void refusesAmazonTrace();
    void prefersTraceparent();
    void twoParentsAreNone();
    void joinsTracestates();
    void checksTracestate_data();
    void checksTracestate();
    void writesWhatItReads();
};

void TraceparentTest::readsTraceparent_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isSampled");
    const QByteArray start = QByteArray("00-") + trace + '-' + span + '-';
    QTest::newRow("sampled") << QByteArray(start + "01") << true;
    QTest::newRow("not sampled") << QByteArray(start + "00") << false;
    QTest::newRow("other flags") << QByteArray(start + "fe") << false;
    QTest::newRow("all flags") << QByteArray(start + "ff") << true;
    QTest::newRow("later version") << QByteArray("01" + start.sliced(2) + "01") << true;
    QTest::newRow("later and longer") << QByteArray("cc" + start.sliced(2) + "01-what-comes") << true;
}

void TraceparentTest::readsTraceparent()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isSampled);
    const std::optional<TraceParent> parent = parseTraceparent(text);
    QVERIFY(parent);
    QCOMPARE(parent->traceId, trace);
    QCOMPARE(parent->spanId, span);
    QCOMPARE(parent->isSampled, std::optional(isSampled));
}

void TraceparentTest::refusesTraceparent_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, QByteArray from, const QByteArray &to) {
        QTest::newRow(name) << QByteArray(whole).replace(from, to);
    };
    row("upper case trace", "0af7", "0AF7");
    row("upper case span", "b7ad", "B7AD");
    row("upper case flags", "-01", "-0A");
    row("no trace", trace, QByteArray(32, '0'));
    row("no span", span, QByteArray(16, '0'));
    row("no digit in trace", "0af7", "0ag7");
    row("no digit in span", "b7ad", "b7a.");
    row("no digit in flags", "-01", "-0x");
    row("version ff", "00-", "ff-");
    row("no version", "00-", "0x-");
    row("longer in version 00", "-01", "-01-");
    row("longer by a digit", "-01", "-011");
    row("other separator", "00-", "00_");
    row("space before", "00-", " 00-");
    QTest::newRow("longer without hyphen") << QByteArray("cc" + QByteArray(whole).sliced(2) + ".more");
    QTest::newRow("empty") << QByteArray();
}

void TraceparentTest::refusesTraceparent()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseTraceparent(text));
}

void TraceparentTest::refusesEveryShorterOne()
{
    const QByteArray text(whole);
    for (qsizetype size = 0; size < text.size(); ++size) {
        QVERIFY(!parseTraceparent(QByteArrayView(text).first(size)));
    }
}

void TraceparentTest::readsAmazonTrace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("span");
    QTest::addColumn<int>("sampled"); // -1 for left open
    const QByteArray root("Root=1-0af76519-16cd43dd8448eb211c80319c");
    QTest::newRow("root alone") << root << QByteArray() << -1;
    QTest::newRow("whole") << QByteArray(root + ";Parent=b7ad6b7169203331;Sampled=1") << QByteArray(span)
                           << 1;
    QTest::newRow("other order") << QByteArray("Sampled=0; Parent=b7ad6b7169203331; " + root)
                                 << QByteArray(span) << 0;
    QTest::newRow("asked back") << QByteArray(root + ";Sampled=?") << QByteArray() << -1;
    QTest::newRow("of a balancer") << QByteArray("Self=1-0af76519-000000000000000000000001;" + root)
                                   << QByteArray() << -1;
    QTest::newRow("upper case") << QByteArray("Root=1-0AF76519-16CD43DD8448EB211C80319C;Lineage=a:0")
                                << QByteArray() << -1;
    QTest::newRow("bad parent") << QByteArray(root + ";Parent=b7;Sampled=1") << QByteArray() << 1;
}

void TraceparentTest::readsAmazonTrace()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, span);
    QFETCH(int, sampled);
    const std::optional<TraceParent> parent = parseAmazonTrace(text);
    QVERIFY(parent);
    QCOMPARE(parent->traceId, trace);
    QCOMPARE(parent->spanId, span);
    QCOMPARE(parent->isSampled, sampled < 0 ? std::nullopt : std::optional(sampled == 1));
}

void TraceparentTest::refusesAmazonTrace_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
    row("Parent=b7ad6b7169203331;Sampled=1");
    row("Root=2-0af76519-16cd43dd8448eb211c80319c");
    row("Root=1-0af76519-16cd43dd8448eb211c80319");
    row("Root=1-0af76519-16cd43dd8448eb211c80319c0");
    row("Root=1-0af76519.16cd43dd8448eb211c80319c");
    row("Root=1-00000000-000000000000000000000000");
    row("Root=1-0af76519-16cd43dd8448eb211c80319g");
    row("Root=1-0af76519-16cd43dd8448eb211c80319c;Root=1-0af76519-16cd43dd8448eb211c80319d");
    row("root=1-0af76519-16cd43dd8448eb211c80319c");
    row("");
}

void TraceparentTest::refusesAmazonTrace()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseAmazonTrace(text));
}

void TraceparentTest::prefersTraceparent()
{
    const QByteArray amazon("Root=1-11111111-222222222222222222222222;Sampled=0");
    const QByteArray other("11111111222222222222222222222222");
    QCOMPARE(traceParentOf({{"X-Amzn-Trace-Id", amazon}, {"Traceparent", whole}})->traceId, trace);
    QCOMPARE(traceParentOf({{"X-Amzn-Trace-Id", amazon}})->traceId, other);
    QCOMPARE(traceParentOf({{"traceparent", "00-bad"}, {"x-amzn-trace-id", amazon}})->traceId, other);
    QVERIFY(!traceParentOf({{"x-request-id", whole}}));
}

void TraceparentTest::twoParentsAreNone()
{
    QVERIFY(!traceParentOf({{"traceparent", whole}, {"Traceparent", whole}}));
}

void TraceparentTest::joinsTracestates()
{
    QCOMPARE(tracestateOf({{"tracestate", "a=1"}, {"x", "y"}, {"Tracestate", "b=2, c=3"}}), "a=1,b=2, c=3");
    QCOMPARE(tracestateOf({{"tracestate", "a=1"}, {"tracestate", "a=2"}}), QByteArray());
    QCOMPARE(tracestateOf({}), QByteArray());
}

void TraceparentTest::checksTracestate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char *name, const QByteArray &text, bool isGood) {
        QTest::newRow(name) << text << isGood;
    };
    QByteArrayList members;
    for (int i = 0; i < 33; ++i) {
        members.append('k' + QByteArray::number(i) + "=v");
    }
    row("one", "rojo=00f067aa0ba902b7", true);
    row("several with gaps", "a=1 ,\t b=2,,c=3", true);
    row("tenant", "fw529a3039@dt=FfGf", true);
    row("digit first", "0a=1", true);
    row("space inside", "a=b c", true);
    row("32", QByteArrayList(members.first(32)).join(','), true);
    row("33", members.join(','), false);
    row("longest", QByteArray(256, 'k') + '=' + QByteArray(256, 'v'), true);
    row("key too long", QByteArray(257, 'k') + "=v", false);
    row("value too long", "k=" + QByteArray(257, 'v'), false);
    row("system too long", "t@" + QByteArray(15, 's') + "=v", false);
    row("no value", "a=", false);
    row("no key", "=a", false);
    row("no equals", "a", false);
    row("equals twice", "a=b=c", false);
    row("upper case key", "A=1", false);
    row("space in key", "a =1", false);
    row("two tenants", "a@b@c=1", false);
    row("twice", "a=1,b=2,a=3", false);
    row("control", "a=\x01", false);
    row("not ASCII", "a=\xc3\xa9", false);
    row("empty", "", false);
    row("only commas", ", ,", false);
}

void TraceparentTest::checksTracestate()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isGood);
    QCOMPARE(tracestateOf({{"tracestate", text}}), isGood ? text : QByteArray());
}

void TraceparentTest::writesWhatItReads()
{
    QCOMPARE(traceparentText(trace, span, true), whole);
    QCOMPARE(parseTraceparent(traceparentText(trace, span, false)),
        std::optional(TraceParent {.traceId = trace, .spanId = span, .isSampled = false}));
}

QTEST_APPLESS_MAIN(TraceparentTest)
#include "tst_traceparent.moc"

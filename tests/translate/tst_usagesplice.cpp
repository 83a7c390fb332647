// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/usagesplice.h"
#include "wire/jsonscan.h"

#include <QTest>

using namespace nexus;

class UsageSpliceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForTheUsage_data();
    void asksForTheUsage();
    void leavesOtherRequestsAlone_data();
    void leavesOtherRequestsAlone();
};

void UsageSpliceTest::asksForTheUsage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("asking");
    const auto row = [](const char *name, const char *body, const char *asking) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(asking);
    };
    row("no options", R"({"stream":true,"n":1e999})",
        R"({"stream":true,"n":1e999,"stream_options":{"include_usage":true}})");
    row("spaces at the end", "{ \"stream\" : true }\n ",
        "{ \"stream\" : true ,\"stream_options\":{\"include_usage\":true}}\n ");
    row("brace in a text", R"({"stream":true,"a":"}"} )",
        R"({"stream":true,"a":"}","stream_options":{"include_usage":true}} )");
    row("null", R"({"stream_options": null ,"stream":true})",
        R"({"stream_options": {"include_usage":true} ,"stream":true})");
    row("empty", R"({"stream":true,"stream_options":{}})",
        R"({"stream":true,"stream_options":{"include_usage":true}})");
    row("other options", R"({"stream":true,"stream_options":{ "x": 1 }})",
        R"({"stream":true,"stream_options":{"include_usage":true, "x": 1 }})");
    row("false", R"({"stream":true,"stream_options":{"x":1,"include_usage" : false}})",
        R"({"stream":true,"stream_options":{"x":1,"include_usage" : true}})");
    row("twice", R"({"stream":true,"stream_options":{"include_usage":true},"stream_options":{}})",
        R"({"stream":true,"stream_options":{"include_usage":true},"stream_options":{"include_usage":true}})");
    row("inner names", R"({"a":{"stream_options":{}},"stream":true})",
        R"({"a":{"stream_options":{}},"stream":true,"stream_options":{"include_usage":true}})");
}

void UsageSpliceTest::asksForTheUsage()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, asking);
    const auto members = scanObject(body);
    QVERIFY(members);
    QVERIFY(!asksForStreamUsage(body, *members));
    const QByteArray out = withStreamUsage(body, *members);
    QCOMPARE(out, asking);
    const auto again = scanObject(out);
    QVERIFY(again);
    QVERIFY(asksForStreamUsage(out, *again));
    QCOMPARE(withStreamUsage(out, *again), out);
}

void UsageSpliceTest::leavesOtherRequestsAlone_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {R"({})", R"({"stream":false})", R"({"stream":null,"stream_options":{}})",
             R"({"stream":true,"stream_options":{"include_usage": true}})",
             R"({"stream":true,"stream_options":"x"})", R"({"stream":true,"stream_options":[]})"}) {
        QTest::newRow(body) << QByteArray(body);
    }
}

void UsageSpliceTest::leavesOtherRequestsAlone()
{
    QFETCH(const QByteArray, body);
    const auto members = scanObject(body);
    QVERIFY(members);
    QCOMPARE(withStreamUsage(body, *members), body);
}

QTEST_APPLESS_MAIN(UsageSpliceTest)
#include "tst_usagesplice.moc"

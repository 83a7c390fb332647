// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/fieldreader.h"

#include <QTest>

using namespace nexus;

class FieldReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_problem.reset(); }
    void valuesOfTheRightShapeAreTaken();
    void absentAndNullAreTheSame();
    void aWrongShapeNamesItsPlace_data();
    void aWrongShapeNamesItsPlace();
    void onlyTheFirstProblemIsKept();
    void keysWithSlashesAreEscaped();
    void wholeNumbersMayBeWrittenWithAPoint();

private:
    std::optional<Error> m_problem;
};

void FieldReaderTest::valuesOfTheRightShapeAreTaken()
{
    Json tree = *parseJson(R"({"s":"text","b":true,"n":0.5,"i":3,"a":["x","y"],"o":{"k":1,"gone":null}})");
    const Field root(tree, m_problem);
    QCOMPARE(root.member("s").takeString(), std::string("text"));
    QCOMPARE(root.member("b").boolean(), std::optional(true));
    QCOMPARE(root.member("n").number(), std::optional(0.5));
    QCOMPARE(root.member("i").integer(), std::optional(qint64(3)));
    std::string joined;
    root.member("a").forEach([&joined](const Field &element) { joined += element.takeString(); });
    QCOMPARE(joined, std::string("xy"));
    std::string names;
    root.member("o").forEachName([&names](const std::string &name) { names += name; });
    QCOMPARE(names, std::string("k"));
    QCOMPARE(root.member("o").takeTree().dump(), std::string(R"({"k":1,"gone":null})"));
    QVERIFY(!m_problem);
}

void FieldReaderTest::absentAndNullAreTheSame()
{
    Json tree = *parseJson(R"({"null":null})");
    const Field root(tree, m_problem);
    for (const char *key : {"null", "absent"}) {
        QVERIFY(!root.member(key).isPresent());
        QVERIFY(root.member(key).takeString().empty());
        QVERIFY(!root.member(key).integer());
        QVERIFY(root.member(key).takeTree().is_null());
        QVERIFY(!root.member(key).member("deeper").isPresent());
        root.member(key).forEach([](const Field &) { QFAIL("there is nothing"); });
    }
    QVERIFY(!m_problem);
}

void FieldReaderTest::aWrongShapeNamesItsPlace_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("param");
    QTest::addColumn<QString>("message");
    const QByteArray param = "messages[1].content";
    QTest::newRow("no string") << QByteArray(R"({"messages":[{},{"content":7}]})") << param
                               << QStringLiteral("/messages/1/content must be a string.");
    QTest::newRow("no object") << QByteArray(R"({"messages":[{},"x"]})") << QByteArray("messages[1]")
                               << QStringLiteral("/messages/1 must be an object.");
    QTest::newRow("no array") << QByteArray(R"({"messages":{}})") << QByteArray("messages")
                              << QStringLiteral("/messages must be an array.");
}

void FieldReaderTest::aWrongShapeNamesItsPlace()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, param);
    QFETCH(const QString, message);
    Json tree = *parseJson(body);
    Field(tree, m_problem).member("messages").forEach([](const Field &one) {
        QVERIFY(one.member("content").takeString().empty());
    });
    QVERIFY(m_problem);
    QCOMPARE(m_problem->kind, ErrorKind::InvalidRequest);
    QCOMPARE(m_problem->message, message);
    QCOMPARE(m_problem->param, param);
}

void FieldReaderTest::onlyTheFirstProblemIsKept()
{
    Json tree = *parseJson(R"({"a":1,"b":1})");
    const Field root(tree, m_problem);
    QVERIFY(root.member("a").requireString().empty());
    QVERIFY(!root.member("b").boolean());
    QCOMPARE(m_problem->param, QByteArray("a"));
}

void FieldReaderTest::keysWithSlashesAreEscaped()
{
    Json tree = Json::object();
    QCOMPARE(Field(tree, m_problem).member("a/b~c").pointer(), std::string("/a~1b~0c"));
}

void FieldReaderTest::wholeNumbersMayBeWrittenWithAPoint()
{
    Json tree = *parseJson(R"({"whole":4.0,"half":4.5,"huge":1e30})");
    const Field root(tree, m_problem);
    QCOMPARE(root.member("whole").integer(), std::optional(qint64(4)));
    QVERIFY(!m_problem);
    QVERIFY(!root.member("half").integer());
    QVERIFY(m_problem);
    m_problem.reset();
    QVERIFY(!root.member("huge").integer());
    QVERIFY(m_problem);
}

QTEST_APPLESS_MAIN(FieldReaderTest)
#include "tst_fieldreader.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/identity.h"
#include "wire/json.h"

#include <QTest>

using namespace nexus;

namespace {

ClientIdentification byClaims(const QString &id, const QString &group = {}, const QStringList &groups = {})
{
    ClientIdentification config;
    config.isEnabled = true;
    config.clientId = {id, {}};
    if (!group.isEmpty()) {
        config.groupId = IdentitySource {group, {}};
    }
    config.groupValues = groups;
    return config;
}

ClientIdentification byHeaders(const QStringList &groups = {})
{
    ClientIdentification config;
    config.isEnabled = true;
    config.clientId = {{}, "X-Client-Id"};
    config.groupId = IdentitySource {{}, "X-Group"};
    config.groupValues = groups;
    return config;
}

// "id|group", or the code of the error.
QByteArray outcome(const Result<Identity> &identity)
{
    return identity ? identity->clientId + '|' + identity->group : identity.error().code;
}

} // namespace

class IdentityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void off();
    void claims_data();
    void claims();
    void groups_data();
    void groups();
    void headers_data();
    void headers();
    void headersWithGroups();
    void withoutATokenClaimsAreMissing();
    void subject();
};

void IdentityTest::off()
{
    ClientIdentification config = byHeaders();
    config.isEnabled = false;
    RequestSnapshot request;
    request.headers.add("X-Client-Id", "anna");
    QCOMPARE(outcome(identify(config, request, nullptr)), QByteArray("|"));
}

void IdentityTest::claims_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *path, const QByteArray &expected) {
        QTest::newRow(path) << QString::fromLatin1(path) << expected;
    };
    row("sub", "anna|");
    row("iss", "https://issuer.example|");
    row("aud", "first|");
    row("number", "42|");
    row("negative", "-1|");
    row("fraction", "1.5|");
    row("yes", "true|");
    row("spaced", "a b|");
    row("realm.user.id", "deep|");
    row("https://x.example/id", "whole name|");
    row("https://x.example/user.id", "both|");
    row("name", "Zo\xc3\xab|");
    row("null", "missing_client_id");
    row("blank", "missing_client_id");
    row("list", "missing_client_id");
    row("realm", "missing_client_id");
    row("none", "missing_client_id");
    row("sub.x", "missing_client_id");
    row("long", QByteArray(256, 'x') + '|');
    row("longer", "invalid_client_id");
    row("control", "invalid_client_id");
    row("delete", "invalid_client_id");
}

void IdentityTest::claims()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, expected);
    Json tree
        = Json::parse(R"({"sub":"anna","iss":"https://issuer.example","aud":["first","second"],"number":42,
        "negative":-1,"fraction":1.5,"yes":true,"spaced":"  a b ","realm":{"user":{"id":"deep"}},
        "https://x.example/id":"whole name","https://x.example/user":{"id":"both"},"name":"Zo\u00eb",
        "null":null,"blank":"  ","list":["a"],"control":"a\u0001b","delete":"a\u007f"})");
    tree["long"] = std::string(256, 'x');
    tree["longer"] = std::string(257, 'x');
    const Claims claims(tree);
    const Result<Identity> identity = identify(byClaims(path), {}, &claims);
    QCOMPARE(outcome(identity), expected);
    QVERIFY(identity || httpStatus(identity.error()) == 400);
}

void IdentityTest::groups_data()
{
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QByteArray>("expected");
    const QStringList plans {QStringLiteral("free"), QStringLiteral("pro"), QStringLiteral("7")};
    const auto row
        = [](const char *name, const char *group, const QStringList &values, const char *expected) {
              QTest::newRow(name) << QByteArray(group) << values << QByteArray(expected);
          };
    row("known", R"("pro")", plans, "x|pro");
    row("unknown", R"("vip")", plans, "invalid_group");
    row("another case", R"("Pro")", plans, "invalid_group");
    row("any", R"("vip")", {}, "x|vip");
    row("number", "7", plans, "x|7");
    row("null", "null", plans, "x|");
    row("blank", R"(" ")", plans, "x|");
    row("object", R"({"pro":1})", plans, "x|");
    row("first known of a list", R"(["vip","pro","free"])", plans, "x|pro");
    row("list without a known one", R"(["vip","top"])", plans, "invalid_group");
    row("first of a list", R"(["vip","pro"])", {}, "x|vip");
    row("empty list", "[]", plans, "x|");
    row("odd list", R"([null,{},["free"],"free"])", plans, "x|free");
    row("control character", R"("a\nb")", {}, "invalid_group");
}

void IdentityTest::groups()
{
    QFETCH(QByteArray, group);
    QFETCH(QStringList, values);
    QFETCH(QByteArray, expected);
    const Claims claims(Json {{"sub", "x"}, {"realm", {{"group", Json::parse(group.toStdString())}}}});
    const auto config = byClaims(QStringLiteral("sub"), QStringLiteral("realm.group"), values);
    QCOMPARE(outcome(identify(config, {}, &claims)), expected);
}

void IdentityTest::headers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("anna") << QByteArray("anna|");
    QTest::newRow("trimmed") << QByteArray(" \tanna b ") << QByteArray("anna b|");
    QTest::newRow("blank") << QByteArray(" \t ") << QByteArray("missing_client_id");
    QTest::newRow("empty") << QByteArray("") << QByteArray("missing_client_id");
    QTest::newRow("256 bytes") << QByteArray(256, 'x') << QByteArray(256, 'x') + '|';
    QTest::newRow("257 bytes") << QByteArray(257, 'x') << QByteArray("invalid_client_id");
    QTest::newRow("control") << QByteArray("a\x1b[2J") << QByteArray("invalid_client_id");
    QTest::newRow("zero") << QByteArray("a\0b", 3) << QByteArray("invalid_client_id");
    QTest::newRow("not UTF-8") << QByteArray("caf\xe9") << QByteArray("invalid_client_id");
    QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9") << QByteArray("caf\xc3\xa9|");
}

void IdentityTest::headers()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    RequestSnapshot request;
    request.headers.add("x-client-id", value);
    QCOMPARE(outcome(identify(byHeaders(), request, nullptr)), expected);
    QCOMPARE(outcome(identify(byHeaders(), {}, nullptr)), QByteArray("missing_client_id"));
    request.headers.add("X-Client-ID", "eve");
    const bool isOnlyOne = expected == "missing_client_id";
    QCOMPARE(outcome(identify(byHeaders(), request, nullptr)),
        isOnlyOne ? QByteArray("eve|") : QByteArray("invalid_client_id"));
}

void IdentityTest::headersWithGroups()
{
    RequestSnapshot request;
    request.headers.add("X-Client-Id", "anna");
    request.headers.add("x-group", " pro ");
    QCOMPARE(outcome(identify(byHeaders({QStringLiteral("pro")}), request, nullptr)), QByteArray("anna|pro"));
    QCOMPARE(outcome(identify(byHeaders({QStringLiteral("free")}), request, nullptr)),
        QByteArray("invalid_group"));
    request.headers.add("x-group", "pro");
    QCOMPARE(
        outcome(identify(byHeaders({QStringLiteral("pro")}), request, nullptr)), QByteArray("invalid_group"));
}

void IdentityTest::withoutATokenClaimsAreMissing()
{
    QCOMPARE(
        outcome(identify(byClaims(QStringLiteral("sub")), {}, nullptr)), QByteArray("missing_client_id"));
    ClientIdentification mixed = byHeaders({QStringLiteral("pro")});
    mixed.groupId = IdentitySource {QStringLiteral("group"), {}};
    RequestSnapshot request;
    request.headers.add("X-Client-Id", "anna");
    QCOMPARE(outcome(identify(mixed, request, nullptr)), QByteArray("anna|"));
}

void IdentityTest::subject()
{
    QCOMPARE(subjectOf(Claims(Json {{"iss", "me"}, {"sub", "anna"}})), QByteArray("me anna"));
    QCOMPARE(subjectOf(Claims(Json {{"sub", 7}})), QByteArray(" 7"));
}

QTEST_APPLESS_MAIN(IdentityTest)
#include "tst_identity.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/headerrules.h"

#include <QTest>

using namespace nexus;

namespace {

HeaderRule forward(const char *name, const char *fallback = "", const char *rename = "")
{
    return {.kind = HeaderRule::Kind::Forward,
        .name = name,
        .pattern = {},
        .rename = rename,
        .value = Secret(QByteArray(fallback))};
}

HeaderRule forwardLike(const char *pattern, const char *rename = "")
{
    return {.kind = HeaderRule::Kind::Forward,
        .name = {},
        .pattern = QString::fromLatin1(pattern),
        .rename = rename,
        .value = {}};
}

HeaderRule insert(const char *name, const QByteArray &value)
{
    return {.kind = HeaderRule::Kind::Insert,
        .name = name,
        .pattern = {},
        .rename = {},
        .value = Secret(QByteArray(value))};
}

HeaderRule removal(const char *name)
{
    return {.kind = HeaderRule::Kind::Remove, .name = name, .pattern = {}, .rename = {}, .value = {}};
}

HeaderRule removalLike(const char *pattern)
{
    return {.kind = HeaderRule::Kind::Remove,
        .name = {},
        .pattern = QString::fromLatin1(pattern),
        .rename = {},
        .value = {}};
}

HeaderRule duplicate(const char *name, const char *rename, const char *fallback = "")
{
    return {.kind = HeaderRule::Kind::RenameDuplicate,
        .name = name,
        .pattern = {},
        .rename = rename,
        .value = Secret(QByteArray(fallback))};
}

using Rules = std::vector<HeaderRule>;

HeaderList applied(const Rules &rules, const HeaderList &client, const Rules &ofModel = {})
{
    ProviderConfig provider;
    provider.headers = rules;
    ModelConfig model;
    model.name = "m";
    model.headers = ofModel;
    provider.models.push_back(model);
    return HeaderRules(provider).apply("m", client);
}

} // namespace

Q_DECLARE_METATYPE(Rules)

class HeaderRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRule_data();
    void eachRule();
    void aPatternNeverTakesAlong_data();
    void aPatternNeverTakesAlong();
    void noRuleTouchesTheFraming_data();
    void noRuleTouchesTheFraming();
    void whatTheGatewayNegotiatesIsNotForwarded_data();
    void whatTheGatewayNegotiatesIsNotForwarded();
    void headersOfOneConnectionStayBehind();
    void byNameTheOwnerOfTheFileDecides();
    void valuesThatBreakALineAreDropped();
    void rulesOfAModelComeAfterThoseOfTheProvider();
    void otherModelsKeepTheRulesOfTheProvider();
    void aPatternThatTakesForeverEnds();
};

void HeaderRulesTest::eachRule_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<HeaderList>("client");
    QTest::addColumn<HeaderList>("expected");
    const auto row = [](const char *name, const Rules &rules, const HeaderList &client,
                         const HeaderList &expected) { QTest::newRow(name) << rules << client << expected; };
    const HeaderList tags {{"X-Tag-A", "1"}, {"x-tag-b", "2"}, {"Other", "3"}};
    row("no rule forwards nothing", {}, tags, {});
    row("forward", {forward("Other")}, tags, {{"Other", "3"}});
    row("forward ignores case", {forward("x-TAG-a")}, tags, {{"x-TAG-a", "1"}});
    row("forward takes the first value", {forward("A")}, {{"a", "1"}, {"A", "2"}}, {{"A", "1"}});
    row("forward of what is not there", {forward("Nope")}, tags, {});
    row("forward with a default", {forward("Nope", "d")}, tags, {{"Nope", "d"}});
    row("forward prefers the client to the default", {forward("Other", "d")}, tags, {{"Other", "3"}});
    row("an empty value is a value", {forward("A", "d")}, {{"A", ""}}, {{"A", ""}});
    row("forward renamed", {forward("Other", "", "Mine")}, tags, {{"Mine", "3"}});
    row("forward renamed with a default", {forward("Nope", "d", "Mine")}, tags, {{"Mine", "d"}});
    row("forward replaces what was there", {insert("other", "old"), forward("Other")}, tags,
        {{"Other", "3"}});
    row("forward takes out what was there", {insert("nope", "old"), forward("Nope")}, tags, {});
    row("forward renamed takes out its own name", {insert("Other", "old"), forward("Other", "", "Mine")},
        tags, {{"Mine", "3"}});
    row("forward renamed replaces", {insert("Mine", "old"), forward("Other", "", "Mine")}, tags,
        {{"Mine", "3"}});
    row("pattern", {forwardLike("^x-tag-")}, tags, {{"X-Tag-A", "1"}, {"x-tag-b", "2"}});
    row("pattern is not anchored", {forwardLike("tag")}, tags, {{"X-Tag-A", "1"}, {"x-tag-b", "2"}});
    row("pattern ignores case", {forwardLike("OTHER")}, tags, {{"Other", "3"}});
    row("pattern takes the first value", {forwardLike("^a$")}, {{"a", "1"}, {"A", "2"}}, {{"a", "1"}});
    row("pattern renamed keeps the last", {forwardLike("^x-tag-", "Tag")}, tags, {{"Tag", "2"}});
    row("pattern leaves what does not come again", {insert("X-Tag-C", "0"), forwardLike("^x-tag-")}, tags,
        {{"X-Tag-C", "0"}, {"X-Tag-A", "1"}, {"x-tag-b", "2"}});
    row("insert", {insert("Team", "red")}, tags, {{"Team", "red"}});
    row("insert nothing", {insert("Team", "")}, tags, {{"Team", ""}});
    row("insert replaces", {insert("team", "blue"), insert("Team", "red")}, tags, {{"Team", "red"}});
    row("remove", {insert("Team", "red"), insert("B", "b"), removal("TEAM")}, tags, {{"B", "b"}});
    row("remove works on what is sent", {removal("Other"), forward("Other")}, tags, {{"Other", "3"}});
    row("remove by pattern", {forwardLike("."), removalLike("^x-")}, tags, {{"Other", "3"}});
    row("duplicate", {duplicate("Other", "Copy")}, tags, {{"Other", "3"}, {"Copy", "3"}});
    row("duplicate with a default", {duplicate("Nope", "Copy", "d")}, tags, {{"Nope", "d"}, {"Copy", "d"}});
    row("duplicate of what is not there", {duplicate("Nope", "Copy")}, tags, {});
    row("order", {insert("A", "1"), removalLike("a"), insert("B", "2")}, tags, {{"B", "2"}});
}

void HeaderRulesTest::eachRule()
{
    QFETCH(Rules, rules);
    QFETCH(HeaderList, client);
    QFETCH(HeaderList, expected);
    QCOMPARE(applied(rules, client), expected);
    // The same rules at the model come to the same.
    QCOMPARE(applied({}, client, rules), expected);
}

void HeaderRulesTest::aPatternNeverTakesAlong_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"Authorization", "authorization", "Cookie", "Set-Cookie", "X-Api-Key",
             "x-api-key", "X-Provider-API-Key", "Proxy-Authorization", "Api-Key", "X-Goog-Api-Key",
             "X-OpenAI-Api-Key", "ApiKey", "x-api_key", "X-Amz-Security-Token", "x-amz-date",
             "X-Amz-Content-Sha256", "X-Auth-Token"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void HeaderRulesTest::aPatternNeverTakesAlong()
{
    QFETCH(QByteArray, name);
    const HeaderList client {{name, "secret"}, {"X-Other", "1"}};
    for (const char *pattern : {".", ".*", "^x-.*|auth|cookie|key", "(?i)^.+$"}) {
        const HeaderList sent = applied({forwardLike(pattern)}, client);
        QVERIFY(!sent.contains(name));
        QVERIFY(sent.contains("X-Other"));
        QCOMPARE(applied({forwardLike(pattern, "X-Copy")}, client).value("X-Copy"), QByteArray("1"));
    }
}

void HeaderRulesTest::noRuleTouchesTheFraming_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive",
             "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Upgrade",
             "HTTP2-Settings", "Expect", "Content-Type", "Content-Encoding", "Accept-Encoding", "hOST"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void HeaderRulesTest::noRuleTouchesTheFraming()
{
    QFETCH(QByteArray, name);
    const HeaderList client {{name, "x"}, {"Mine", "y"}};
    const char *text = name.constData();
    for (const Rules &rules : {Rules {forward(text)}, {forward(text, "d")}, {forward(text, "", "Other")},
             {forwardLike(".*"), removal("Mine")}, {insert(text, "x")}, {forward("Mine", "", text)},
             {forwardLike("^mine$", text)}, {duplicate(text, "Other")}}) {
        QCOMPARE(applied(rules, client), HeaderList());
    }
    QCOMPARE(applied({duplicate("Mine", text)}, client), HeaderList({{"Mine", "y"}}));
}

void HeaderRulesTest::whatTheGatewayNegotiatesIsNotForwarded_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
        {"Accept", "Accept-Charset", "Accept-Encoding", "Accept-Ranges", "Content-Length", "Content-Type",
            "Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer",
            "Transfer-Encoding", "Upgrade", "Origin", "Host", "Sec-WebSocket-Key", "Sec-WebSocket-Version",
            "Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"}) {
        QTest::newRow(name) << QByteArray(name);
    }
}

void HeaderRulesTest::whatTheGatewayNegotiatesIsNotForwarded()
{
    QFETCH(QByteArray, name);
    const HeaderList client {{name, "x"}};
    QCOMPARE(applied({forward(name.constData())}, client), HeaderList());
    QCOMPARE(applied({forward(name.constData(), "default")}, client), HeaderList());
    QCOMPARE(applied({forwardLike(".*")}, client), HeaderList());
    QVERIFY(isHiddenFromPatterns(name));
}

void HeaderRulesTest::headersOfOneConnectionStayBehind()
{
    const HeaderList client {
        {"Connection", "close, X-Hop"}, {"connection", "x-second"}, {"X-Hop", "1"}, {"X-Second", "2"}};
    QCOMPARE(applied({forwardLike(".*"), forward("X-Hop"), duplicate("X-Second", "X-Copy")}, client),
        HeaderList());
}

void HeaderRulesTest::byNameTheOwnerOfTheFileDecides()
{
    const HeaderList client {{"Authorization", "Bearer mine"}, {"Cookie", "c"}, {"X-Trace", "t"}};
    QCOMPARE(applied({forward("Authorization"), forward("Cookie")}, client),
        HeaderList({{"Authorization", "Bearer mine"}, {"Cookie", "c"}}));
    QCOMPARE(applied({insert("Authorization", "Bearer fixed")}, client),
        HeaderList({{"Authorization", "Bearer fixed"}}));
    QCOMPARE(applied({insert("Accept", "application/json"), insert("Origin", "https://x")}, client),
        HeaderList({{"Accept", "application/json"}, {"Origin", "https://x"}}));
    QCOMPARE(applied({duplicate("X-Trace", "Authorization")}, client),
        HeaderList({{"X-Trace", "t"}, {"Authorization", "t"}}));
}

void HeaderRulesTest::valuesThatBreakALineAreDropped()
{
    for (const QByteArray &bad : {QByteArray("a\r\nX: y"), QByteArray("a\nb"), QByteArray("a\0b", 3)}) {
        const HeaderList client {{"A", bad}, {"B", "b"}};
        QCOMPARE(applied({forward("A"), forward("B")}, client), HeaderList({{"B", "b"}}));
        QCOMPARE(applied({forwardLike(".")}, client), HeaderList({{"B", "b"}}));
        QCOMPARE(applied({duplicate("A", "C")}, client), HeaderList());
        QCOMPARE(applied({insert("C", bad)}, client), HeaderList());
    }
}

void HeaderRulesTest::rulesOfAModelComeAfterThoseOfTheProvider()
{
    const HeaderList client {{"X-A", "1"}, {"X-B", "2"}};
    QCOMPARE(applied({forwardLike("^x-"), insert("Team", "red")}, client,
                 {removal("X-A"), insert("Team", "blue")}),
        HeaderList({{"X-B", "2"}, {"Team", "blue"}}));
}

void HeaderRulesTest::otherModelsKeepTheRulesOfTheProvider()
{
    ProviderConfig provider;
    QVERIFY(HeaderRules(provider).isEmpty());
    provider.headers = {insert("Team", "red")};
    ModelConfig model;
    model.name = "m";
    model.headers = {removal("Team")};
    provider.models.push_back(model);
    const HeaderRules rules(provider);
    QVERIFY(!rules.isEmpty());
    QCOMPARE(rules.apply("m", {}), HeaderList());
    QCOMPARE(rules.apply("other", {}), HeaderList({{"Team", "red"}}));
}

void HeaderRulesTest::aPatternThatTakesForeverEnds()
{
    const HeaderList client {{QByteArray(200, 'a') + "b", "1"}};
    QCOMPARE(applied({forwardLike("(a+)+$")}, client), HeaderList());
}

QTEST_APPLESS_MAIN(HeaderRulesTest)
#include "tst_headerrules.moc"

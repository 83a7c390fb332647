// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachekey.h"

#include "cache/canonicaljson.h"

#include <QTest>

#include <functional>
#include <unordered_set>

using namespace nexus;

class CacheKeyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalQuestionsHaveOneKey_data();
    void equalQuestionsHaveOneKey();
    void everyPartCounts();
    void neighboursDoNotRunTogether();
    void bodiesWithoutACanonicalFormCountByteForByte();
};

namespace {

CacheKeyParts sample()
{
    return {.dialect = Dialect::OpenAi,
        .operation = Operation::Chat,
        .plan = "fast",
        .askedModel = "openai/gpt-4o",
        .scope = {},
        .headers = {{"anthropic-beta", "a"}, {"anthropic-version", "1"}},
        .body = R"({"model":"openai/gpt-4o","messages":[{"role":"user","content":"hi"}],"stream":true})"};
}

using Change = std::function<void(CacheKeyParts &)>;

CacheKey keyWith(const Change &change)
{
    CacheKeyParts parts = sample();
    change(parts);
    return cacheKeyOf(parts);
}

} // namespace

void CacheKeyTest::equalQuestionsHaveOneKey_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
    row("the same", [](CacheKeyParts &) {});
    row("order, space, escapes", [](CacheKeyParts &parts) {
        parts.body = R"( {"stream": true, "m\u0065ssages":[ {"content":"h\u0069","role":"user"} ],)"
                     R"("model":"openai/gpt-4o"} )";
    });
    row("another word for the model in the body",
        [](CacheKeyParts &parts) { parts.body.replace("openai/gpt-4o", "gpt-4o"); });
    row("order and case of headers", [](CacheKeyParts &parts) {
        parts.headers = {{"Anthropic-Version", "1"}, {"ANTHROPIC-BETA", "a"}};
    });
}

void CacheKeyTest::equalQuestionsHaveOneKey()
{
    QFETCH(const Change, change);
    QVERIFY(keyWith(change) == cacheKeyOf(sample()));
}

void CacheKeyTest::everyPartCounts()
{
    const std::vector<Change> changes {
        [](CacheKeyParts &) {},
        [](CacheKeyParts &parts) { parts.dialect = Dialect::Anthropic; },
        [](CacheKeyParts &parts) { parts.operation = Operation::Completions; },
        [](CacheKeyParts &parts) { parts.operation = Operation::Embeddings; },
        [](CacheKeyParts &parts) { parts.plan = "slow"; },
        [](CacheKeyParts &parts) { parts.askedModel = "gpt-4o"; },
        [](CacheKeyParts &parts) { parts.scope = "anna"; },
        [](CacheKeyParts &parts) { parts.scope = "bert"; },
        [](CacheKeyParts &parts) { parts.headers.set("anthropic-beta", "b"); },
        [](CacheKeyParts &parts) { parts.headers.add("anthropic-beta", "b"); },
        [](CacheKeyParts &parts) { parts.headers = {}; },
        [](CacheKeyParts &parts) { parts.body.replace("true", "false"); },
        [](CacheKeyParts &parts) { parts.body.replace("\"hi\"", "\"Hi\""); },
        [](CacheKeyParts &parts) { parts.body.replace("hi\"}", "hi\",\"model\":1}"); },
    };
    std::unordered_set<CacheKey, CacheKeyHash> keys;
    for (const Change &change : changes) {
        keys.insert(keyWith(change));
    }
    QCOMPARE(keys.size(), changes.size());
}

void CacheKeyTest::neighboursDoNotRunTogether()
{
    const auto key = [](const QByteArray &plan, const QByteArray &model, const QByteArray &scope) {
        return cacheKeyOf({.plan = plan, .askedModel = model, .scope = scope, .headers = {}, .body = "{}"});
    };
    QVERIFY(!(key("ab", "c", "") == key("a", "bc", "")));
    QVERIFY(!(key("a", "", "b") == key("a", "b", "")));
    QVERIFY(!(key("", "ab", "") == key("ab", "", "")));
}

void CacheKeyTest::bodiesWithoutACanonicalFormCountByteForByte()
{
    QByteArray wide = "{\"a\":[";
    for (int i = 0; i < maxCanonicalMembers; ++i) {
        wide += "{\"x\":0},";
    }
    wide += "0]}";
    QVERIFY(!canonicalJson(wide));
    const auto key
        = [](const QByteArray &body) { return keyWith([&](CacheKeyParts &parts) { parts.body = body; }); };
    QVERIFY(key(wide) == key(wide));
    QVERIFY(!(key(wide) == key(wide + " ")));
    QVERIFY(!(key("{") == key("{}")));
}

QTEST_GUILESS_MAIN(CacheKeyTest)

#include "tst_cachekey.moc"

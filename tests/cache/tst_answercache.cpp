// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/answercache.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

class AnswerCacheTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksTwiceAndAnswersFromMemory();
    void replaysAStreamPieceByPiece();
    void keepsOnlyWholeAnswersOf200();
    void answersExpire();
    void anExpiredAnswerIsReplaced();
    void maxAgeIsKept();
    void freshAskedLeadsAndReplaces();
    void unstoredIsNotKept();
    void scopesAreApart();
    void theLeastUsedGoesFirst();
    void bytesAreBounded();
    void aLongAnswerIsNotKept();
    void aSmallCacheStillTakesAnAnswer();
    void whileItIsOffNothingIsKept();
    void smallerLimitsHoldAtOnce();
    void theTimeToLiveMayChange();
    void anAnswerOnItsWayIsNotKeptWhenTheCacheWentOff();
    void bytesOfOthersAreCopied();

private:
    [[nodiscard]] static CacheKey key(const QByteArray &name, const QByteArray &scope = {})
    {
        return cacheKeyOf({.scope = scope, .headers = {}, .body = "{\"q\":\"" + name + "\"}"});
    }
    [[nodiscard]] std::shared_ptr<const CachedAnswer> known(const QByteArray &name)
    {
        return known(AnswerCache::Ask {.key = key(name)});
    }
    [[nodiscard]] std::shared_ptr<const CachedAnswer> known(const AnswerCache::Ask &ask)
    {
        const auto found = m_cache->find(ask);
        const auto *const answer = std::get_if<std::shared_ptr<const CachedAnswer>>(&found);
        return answer == nullptr ? nullptr : *answer;
    }
    [[nodiscard]] std::unique_ptr<Leader> lead(const AnswerCache::Ask &ask)
    {
        auto found = m_cache->find(ask);
        auto *const leader = std::get_if<std::unique_ptr<Leader>>(&found);
        return leader == nullptr ? nullptr : std::move(*leader);
    }
    bool answer(const AnswerCache::Ask &ask, const QByteArray &body)
    {
        const std::unique_ptr<Leader> leader = lead(ask);
        if (leader == nullptr) {
            return false;
        }
        leader->begin(
            {.headers = {{"content-type", "application/json"}}, .provider = {}, .model = "m"}, false);
        leader->append(body);
        leader->complete(TokenUsage {.input = 7});
        return true;
    }
    bool answer(const QByteArray &name, const QByteArray &body)
    {
        return answer(AnswerCache::Ask {.key = key(name)}, body);
    }

    TimePoint m_now;
    CacheConfig m_config;
    std::unique_ptr<AnswerCache> m_cache;
};

void AnswerCacheTest::init()
{
    m_now = TimePoint(1000h);
    m_config = {.isEnabled = true, .ttl = 1h, .maxEntries = 100, .maxSize = 100'000};
    m_cache = std::make_unique<AnswerCache>([this] { return m_now; });
    m_cache->setConfig(m_config);
}

void AnswerCacheTest::asksTwiceAndAnswersFromMemory()
{
    QVERIFY(answer("a", "one"));
    m_now += 90s;
    const auto found = known("a");
    QVERIFY(found);
    QCOMPARE(found->pieces, (std::vector<QByteArray> {"one"}));
    QCOMPARE(found->head.status, 200);
    QCOMPARE(found->head.headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(found->head.model, QByteArray("m"));
    QCOMPARE(found->head.usage->input, 7);
    QCOMPARE(found->isStream, false);
    QCOMPARE(found->age(m_cache->now()), 90s);
    QVERIFY(!known("b"));
    const CacheStats stats = m_cache->stats();
    QCOMPARE(stats.hits, 1);
    QCOMPARE(stats.misses, 2);
    QCOMPARE(stats.shared, 0);
    QCOMPARE(stats.entries, 1);
    QCOMPARE(stats.bytes, found->cost());
}

void AnswerCacheTest::replaysAStreamPieceByPiece()
{
    const auto leader = lead({.key = key("a")});
    leader->begin({.headers = {}, .provider = {}, .model = {}}, true);
    for (const char *piece : {"data: 1\n\n", "", "data: 2\n\n", "data: [DONE]\n\n"}) {
        leader->append(piece);
    }
    QVERIFY(m_cache->stats().entries == 0);
    leader->complete();
    leader->append("late");
    const auto found = known("a");
    QVERIFY(found && found->isStream);
    QCOMPARE(found->pieces, (std::vector<QByteArray> {"data: 1\n\n", "data: 2\n\n", "data: [DONE]\n\n"}));
}

void AnswerCacheTest::keepsOnlyWholeAnswersOf200()
{
    for (const int status : {201, 204, 400, 429, 500}) {
        const auto leader = lead({.key = key("a")});
        QVERIFY(leader);
        leader->begin({.status = status, .headers = {}, .provider = {}, .model = {}}, false);
        leader->append("x");
        leader->complete();
    }
    const std::vector<std::function<void(Leader &)>> endings {
        [](Leader &leader) { leader.fail({.kind = ErrorKind::UpstreamFailed, .message = {}, .detail = {}}); },
        [](Leader &leader) { leader.abandon(); }, [](Leader &leader) { QVERIFY(leader.abandonIfAlone()); },
        [](Leader &) {}, // destroyed
    };
    for (const auto &ending : endings) {
        const auto leader = lead({.key = key("a")});
        QVERIFY(leader);
        leader->begin({.headers = {}, .provider = {}, .model = {}}, false);
        leader->append("x");
        ending(*leader);
    }
    const auto neverBegun = lead({.key = key("a")});
    QVERIFY(neverBegun);
    neverBegun->complete();
    QVERIFY(!known("a"));
    QCOMPARE(m_cache->stats().entries, 0);
    QVERIFY(answer("a", "x"));
    QVERIFY(known("a"));
}

void AnswerCacheTest::answersExpire()
{
    QVERIFY(answer("a", "x"));
    m_now += 1h - 1ns;
    QVERIFY(known("a"));
    m_now += 1ns;
    QVERIFY(!known("a"));
}

void AnswerCacheTest::anExpiredAnswerIsReplaced()
{
    QVERIFY(answer("a", "old"));
    m_now += 2h;
    QVERIFY(answer("a", "new"));
    QCOMPARE(known("a")->pieces.front(), QByteArray("new"));
    QCOMPARE(known("a")->age(m_now), 0s);
    QCOMPARE(m_cache->stats().entries, 1);
    QCOMPARE(m_cache->stats().bytes, known("a")->cost());
    QCOMPARE(m_cache->stats().evictions, 0);
}

void AnswerCacheTest::maxAgeIsKept()
{
    QVERIFY(answer("a", "x"));
    m_now += 60s;
    QVERIFY(known({.key = key("a"), .maxAge = 60s}));
    QVERIFY(!known({.key = key("a"), .maxAge = 59s}));
    QVERIFY(!known({.key = key("a"), .maxAge = 0s}));
    QVERIFY(known({.key = key("a"), .maxAge = 2'147'483'648s}));
    m_now += 1h;
    QVERIFY(!known({.key = key("a"), .maxAge = 2'147'483'648s}));
}

void AnswerCacheTest::freshAskedLeadsAndReplaces()
{
    QVERIFY(answer("a", "old"));
    const auto ask = askOf(key("a"), parseCacheControl("no-cache"));
    QVERIFY(!known(ask));
    QVERIFY(known("a"));
    QVERIFY(answer(ask, "new"));
    QCOMPARE(known("a")->pieces.front(), QByteArray("new"));
    QCOMPARE(m_cache->stats().misses, 1); // only the first
}

void AnswerCacheTest::unstoredIsNotKept()
{
    const auto ask = askOf(key("a"), parseCacheControl("no-store"));
    QVERIFY(answer(ask, "x"));
    QVERIFY(!known("a"));
    QVERIFY(answer("a", "x"));
    QVERIFY(known(ask)); // it may read what others left
}

void AnswerCacheTest::scopesAreApart()
{
    QVERIFY(answer({.key = key("a", "anna")}, "for anna"));
    QVERIFY(!known({.key = key("a", "bert")}));
    QVERIFY(!known({.key = key("a")}));
    QVERIFY(known({.key = key("a", "anna")}));
    const auto leader = lead({.key = key("b", "anna")});
    QVERIFY(leader);
    QVERIFY(lead({.key = key("b", "bert")})); // does not wait for hers
}

void AnswerCacheTest::theLeastUsedGoesFirst()
{
    m_config.maxEntries = 3;
    m_cache->setConfig(m_config);
    for (const char *name : {"a", "b", "c"}) {
        QVERIFY(answer(name, "x"));
    }
    QVERIFY(known("a"));
    QVERIFY(answer("d", "x"));
    QVERIFY(!known("b"));
    QVERIFY(answer("e", "x"));
    QVERIFY(!known("c"));
    QVERIFY(known("a") && known("d") && known("e"));
    QCOMPARE(m_cache->stats().evictions, 2);
    QCOMPARE(m_cache->stats().entries, 3);
}

void AnswerCacheTest::bytesAreBounded()
{
    for (int i = 0; i < 50; ++i) {
        QVERIFY(answer("n" + QByteArray::number(i), QByteArray(9'000, 'x')));
        QVERIFY(m_cache->stats().bytes <= m_config.maxSize);
    }
    const CacheStats stats = m_cache->stats();
    QCOMPARE(stats.entries, 10);
    QCOMPARE(stats.evictions, 40);
    QVERIFY(stats.bytes > 90'000);
    QVERIFY(known("n49") && known("n40"));
    QVERIFY(!known("n39"));
}

void AnswerCacheTest::aLongAnswerIsNotKept()
{
    m_config.maxSize = 64LL * 1024 * 1024;
    m_cache->setConfig(m_config);
    QVERIFY(answer("short", QByteArray(8 * 1024 * 1024 - 2'000, 'x')));
    QVERIFY(known("short"));
    QVERIFY(answer("long", QByteArray(8 * 1024 * 1024, 'x')));
    QVERIFY(!known("long"));
    // Many small pieces count as what they take.
    const auto leader = lead({.key = key("pieces")});
    leader->begin({.headers = {}, .provider = {}, .model = {}}, true);
    for (int i = 0; i < 200'000; ++i) {
        leader->append("x");
    }
    leader->complete();
    QVERIFY(!known("pieces"));
}

void AnswerCacheTest::aSmallCacheStillTakesAnAnswer()
{
    QVERIFY(answer("a", QByteArray(90'000, 'x')));
    QVERIFY(known("a"));
    QVERIFY(answer("b", QByteArray(100'000, 'x')));
    QVERIFY(!known("b"));
    QVERIFY(known("a"));
}

void AnswerCacheTest::whileItIsOffNothingIsKept()
{
    AnswerCache fresh;
    QVERIFY(std::holds_alternative<std::unique_ptr<Leader>>(fresh.find({.key = key("a")})));
    QVERIFY(answer("a", "x"));
    m_config.isEnabled = false;
    m_cache->setConfig(m_config);
    QCOMPARE(m_cache->stats().entries, 0);
    QCOMPARE(m_cache->stats().bytes, 0);
    QVERIFY(answer("a", "x"));
    QVERIFY(!known("a"));
    const auto leader = lead({.key = key("a")});
    QVERIFY(lead({.key = key("a")})); // nobody waits for another
    m_config.isEnabled = true;
    m_cache->setConfig(m_config);
    QVERIFY(!known("a"));
}

void AnswerCacheTest::smallerLimitsHoldAtOnce()
{
    for (const char *name : {"a", "b", "c", "d"}) {
        QVERIFY(answer(name, QByteArray(9'000, 'x')));
    }
    m_cache->setConfig(m_config);
    QCOMPARE(m_cache->stats().entries, 4);
    m_config.maxEntries = 3;
    m_cache->setConfig(m_config);
    QVERIFY(!known("a"));
    m_config.maxSize = 20'000;
    m_cache->setConfig(m_config);
    QVERIFY(!known("b"));
    QVERIFY(known("c") && known("d"));
    m_config.maxSize = 0;
    m_cache->setConfig(m_config);
    QCOMPARE(m_cache->stats().entries, 0);
    QVERIFY(answer("e", "x"));
    QVERIFY(!known("e"));
}

void AnswerCacheTest::theTimeToLiveMayChange()
{
    QVERIFY(answer("a", "x"));
    m_now += 10min;
    m_config.ttl = 5min;
    m_cache->setConfig(m_config);
    QVERIFY(!known("a"));
    m_config.ttl = 24h;
    m_cache->setConfig(m_config);
    QVERIFY(known("a"));
    m_config.ttl = std::chrono::milliseconds::max();
    m_cache->setConfig(m_config);
    m_now += 100h;
    QVERIFY(known("a"));
}

void AnswerCacheTest::anAnswerOnItsWayIsNotKeptWhenTheCacheWentOff()
{
    const auto leader = lead({.key = key("a")});
    leader->begin({.headers = {}, .provider = {}, .model = {}}, false);
    m_config.isEnabled = false;
    m_cache->setConfig(m_config);
    m_config.isEnabled = true;
    m_cache->setConfig(m_config);
    leader->append("x");
    leader->complete();
    QVERIFY(!known("a"));
}

void AnswerCacheTest::bytesOfOthersAreCopied()
{
    char memory[] = "alive";
    QVERIFY(answer("raw", QByteArray::fromRawData(memory, 5)));
    memory[0] = 'X';
    QCOMPARE(known("raw")->pieces.front(), QByteArray("alive"));
    QByteArray roomy = "small";
    roomy.reserve(1'000'000);
    QVERIFY(answer("roomy", roomy));
    QCOMPARE(known("roomy")->pieces.front(), QByteArray("small"));
    QVERIFY(known("roomy")->pieces.front().capacity() < 1'000);
}

QTEST_GUILESS_MAIN(AnswerCacheTest)

#include "tst_answercache.moc"

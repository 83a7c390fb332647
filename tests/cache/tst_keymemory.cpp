// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/keymemory.h"

#include <QTest>

#include <functional>

using namespace nexus;

namespace {

CacheKeyParts sample()
{
    return {.dialect = Dialect::Anthropic,
        .operation = Operation::Chat,
        .plan = "fast",
        .askedModel = "a/m",
        .scope = "anna",
        .headers = {{"anthropic-beta", "a"}},
        .body = R"({"model":"a/m","messages":[{"role":"user","content":"hi"}]})"};
}

using Change = std::function<void(CacheKeyParts &)>;

CacheKeyParts changed(const Change &change)
{
    CacheKeyParts parts = sample();
    change(parts);
    return parts;
}

} // namespace

class KeyMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatItWasAskedFor();
    void nothingElseGetsARememberedKey_data();
    void nothingElseGetsARememberedKey();
    void equalQuestionsInOtherBytesHaveOneKey();
    void aBodyWithoutACanonicalFormIsRememberedToo();
    void manyKeysStayRight();
};

void KeyMemoryTest::knowsWhatItWasAskedFor()
{
    KeyMemory memory;
    QVERIFY(!memory.knows(sample()));
    QCOMPARE(memory.keyOf(sample()), cacheKeyOf(sample()));
    QVERIFY(memory.knows(sample()));
    QCOMPARE(memory.keyOf(sample()), cacheKeyOf(sample()));
    QVERIFY(writtenKeyOf(sample()) != cacheKeyOf(sample()));
}

void KeyMemoryTest::nothingElseGetsARememberedKey_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
    row("dialect", [](CacheKeyParts &parts) { parts.dialect = Dialect::OpenAi; });
    row("operation", [](CacheKeyParts &parts) { parts.operation = Operation::Completions; });
    row("plan", [](CacheKeyParts &parts) { parts.plan = "slow"; });
    row("asked model", [](CacheKeyParts &parts) { parts.askedModel = "a/n"; });
    row("scope", [](CacheKeyParts &parts) { parts.scope = "bert"; });
    row("header", [](CacheKeyParts &parts) { parts.headers.set("anthropic-beta", "b"); });
    row("body", [](CacheKeyParts &parts) { parts.body.replace("hi", "ho"); });
    row("neighbours", [](CacheKeyParts &parts) {
        parts.plan = "fasta";
        parts.askedModel = "/m";
    });
}

void KeyMemoryTest::nothingElseGetsARememberedKey()
{
    QFETCH(Change, change);
    KeyMemory memory;
    const CacheKey key = memory.keyOf(sample());
    const CacheKeyParts other = changed(change);
    QVERIFY(!memory.knows(other));
    QVERIFY(memory.keyOf(other) != key);
    QCOMPARE(memory.keyOf(other), cacheKeyOf(other));
}

void KeyMemoryTest::equalQuestionsInOtherBytesHaveOneKey()
{
    KeyMemory memory;
    const CacheKeyParts spaced = changed([](CacheKeyParts &parts) { parts.body.replace(":", ": "); });
    const CacheKey key = memory.keyOf(sample());
    QVERIFY(!memory.knows(spaced));
    QCOMPARE(memory.keyOf(spaced), key);
    QVERIFY(memory.knows(spaced));
}

void KeyMemoryTest::aBodyWithoutACanonicalFormIsRememberedToo()
{
    KeyMemory memory;
    const CacheKeyParts broken = changed([](CacheKeyParts &parts) { parts.body = "{"; });
    QCOMPARE(memory.keyOf(broken), cacheKeyOf(broken));
    QCOMPARE(memory.keyOf(broken), cacheKeyOf(broken));
    QVERIFY(writtenKeyOf(broken) != cacheKeyOf(broken));
}

// More than there are slots, so that they take one another's.
void KeyMemoryTest::manyKeysStayRight()
{
    constexpr int count = static_cast<int>(KeyMemory::slotCount) * 2;
    KeyMemory memory;
    int known = 0;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < count; ++i) {
            const CacheKeyParts parts
                = changed([i](CacheKeyParts &each) { each.scope = QByteArray::number(i); });
            known += memory.knows(parts) ? 1 : 0;
            if (memory.keyOf(parts) != cacheKeyOf(parts)) {
                QFAIL("a wrong key");
            }
        }
    }
    QVERIFY(known > 0 && known < count);
}

QTEST_GUILESS_MAIN(KeyMemoryTest)
#include "tst_keymemory.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/verifiedtokens.h"
#include "fakefetcher.h"

#include <QtTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

ClaimsPointer someClaims(const char *subject = "anna")
{
    return std::make_shared<const Claims>(Claims::Tree {{"sub", subject}});
}

KeySetPointer someKeys()
{
    return std::make_shared<const KeySet>();
}

QByteArray tokenOf(std::size_t number)
{
    return "token-" + QByteArray::number(static_cast<qulonglong>(number));
}

} // namespace

class VerifiedTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasPutIsFound();
    void theWholeTokenCounts();
    void aSignatureIsGoodForFiveMinutes();
    void beingUsedDoesNotProlongIt();
    void otherKeysForgetAll();
    void noKeysForgetAll();
    void removedAndCleared();
    void theNumberIsBounded();
    void theBytesAreBounded();
    void whatIsOutdatedMakesRoom();

private:
    HandClock m_clock;
    const KeySetPointer m_keys = someKeys();
};

void VerifiedTokensTest::whatWasPutIsFound()
{
    VerifiedTokens tokens(m_clock.source());
    QVERIFY(!tokens.find("a.b.c", m_keys));
    const ClaimsPointer claims = someClaims();
    tokens.put("a.b.c", m_keys, claims);
    QCOMPARE(tokens.find("a.b.c", m_keys), claims);
    const ClaimsPointer other = someClaims("bert");
    tokens.put("a.b.c", m_keys, other);
    QCOMPARE(tokens.find("a.b.c", m_keys), other);
    QCOMPARE(tokens.size(), 1U);
}

void VerifiedTokensTest::theWholeTokenCounts()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.cde", m_keys, someClaims());
    for (const char *other : {"a.b.cdf", "a.b.cd", "a.b.cdef", "a.b.", "b.b.cde", ""}) {
        QVERIFY2(!tokens.find(other, m_keys), other);
    }
    QVERIFY(tokens.find("a.b.cde", m_keys));
}

void VerifiedTokensTest::aSignatureIsGoodForFiveMinutes()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    m_clock.advance(5min - 1ms);
    QVERIFY(tokens.find("a.b.c", m_keys));
    m_clock.advance(1ms);
    QVERIFY(!tokens.find("a.b.c", m_keys));
    QCOMPARE(tokens.size(), 0U);
}

void VerifiedTokensTest::beingUsedDoesNotProlongIt()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    for (int minute = 1; minute < 5; ++minute) {
        m_clock.advance(1min);
        QVERIFY(tokens.find("a.b.c", m_keys));
    }
    m_clock.advance(1min);
    QVERIFY(!tokens.find("a.b.c", m_keys));
}

void VerifiedTokensTest::otherKeysForgetAll()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    tokens.put("d.e.f", m_keys, someClaims());
    const KeySetPointer others = someKeys();
    QVERIFY(!tokens.find("a.b.c", others));
    QCOMPARE(tokens.size(), 0U);
    // Also with the old ones back.
    QVERIFY(!tokens.find("d.e.f", m_keys));
    tokens.put("d.e.f", m_keys, someClaims());
    tokens.put("a.b.c", others, someClaims());
    QCOMPARE(tokens.size(), 1U);
}

void VerifiedTokensTest::noKeysForgetAll()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    QVERIFY(!tokens.find("a.b.c", nullptr));
    QVERIFY(!tokens.find("a.b.c", m_keys));
}

void VerifiedTokensTest::removedAndCleared()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    tokens.put("d.e.f", m_keys, someClaims());
    tokens.remove("a.b.c");
    tokens.remove("unknown");
    QVERIFY(!tokens.find("a.b.c", m_keys));
    QVERIFY(tokens.find("d.e.f", m_keys));
    tokens.clear();
    QVERIFY(!tokens.find("d.e.f", m_keys));
}

void VerifiedTokensTest::theNumberIsBounded()
{
    VerifiedTokens tokens(m_clock.source());
    const ClaimsPointer claims = someClaims();
    for (std::size_t i = 0; i < VerifiedTokens::maxEntries; ++i) {
        tokens.put(tokenOf(i), m_keys, claims);
    }
    QVERIFY(tokens.find(tokenOf(0), m_keys));
    tokens.put("one more", m_keys, claims);
    QCOMPARE(tokens.size(), VerifiedTokens::maxEntries);
    // The second was not used for longest.
    QVERIFY(tokens.find(tokenOf(0), m_keys));
    QVERIFY(!tokens.find(tokenOf(1), m_keys));
    QVERIFY(tokens.find(tokenOf(2), m_keys));
}

void VerifiedTokensTest::theBytesAreBounded()
{
    constexpr qsizetype size = 16 * 1024;
    constexpr std::size_t fitting = VerifiedTokens::maxBytes / size;
    VerifiedTokens tokens(m_clock.source());
    for (std::size_t i = 0; i < fitting + 3; ++i) {
        tokens.put(tokenOf(i).leftJustified(size, '.'), m_keys, someClaims());
    }
    QCOMPARE(tokens.size(), fitting);
    QVERIFY(!tokens.find(tokenOf(2).leftJustified(size, '.'), m_keys));
    QVERIFY(tokens.find(tokenOf(3).leftJustified(size, '.'), m_keys));
    tokens.remove(tokenOf(3).leftJustified(size, '.'));
    tokens.put("short", m_keys, someClaims());
    QCOMPARE(tokens.size(), fitting);
}

void VerifiedTokensTest::whatIsOutdatedMakesRoom()
{
    VerifiedTokens tokens(m_clock.source());
    tokens.put("a.b.c", m_keys, someClaims());
    tokens.put("d.e.f", m_keys, someClaims());
    m_clock.advance(5min);
    tokens.put("g.h.i", m_keys, someClaims());
    QCOMPARE(tokens.size(), 1U);
}

QTEST_GUILESS_MAIN(VerifiedTokensTest)
#include "tst_verifiedtokens.moc"

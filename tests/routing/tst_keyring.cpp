// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/keyring.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

ProviderConfig withKeys(const QByteArrayList &keys)
{
    ProviderConfig provider;
    provider.name = QStringLiteral("openai");
    for (const QByteArray &key : keys) {
        provider.apiKeys.emplace_back(key);
    }
    return provider;
}

} // namespace

class KeyRingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keysAreUsedInTurn();
    void withoutKeysThereIsNone();
    void triedOnesAreNotGivenAgain();
    void aRefusedKeyRestsFiveMinutes();
    void aLimitedKeyRests_data();
    void aLimitedKeyRests();
    void whenAllRestTheFirstToEndIsTaken();
    void aShorterRestDoesNotReplaceALongerOne();
    void tellsWhatRestsWhyAndHowLong();
    void aSingleKeyNeverRests();
    void anotherListStartsOver();
    void theOrderOfTheListMatters();
    void forgottenProvidersStartOver();
    void theLogNamesNoKey();
    void threadsShareEvenly();

private:
    [[nodiscard]] int next(const ProviderConfig &provider, const std::vector<int> &tried = {});
    void report(int index, KeyOutcome outcome, std::optional<std::chrono::milliseconds> retryAfter = {});

    const ProviderConfig m_three = withKeys({"sk-one", "sk-two", "sk-three"});
    TimePoint m_now;
    QStringList m_lines;
    std::unique_ptr<LogOutput> m_output;
    std::unique_ptr<KeyRing> m_ring;
};

void KeyRingTest::init()
{
    m_now = TimePoint(1h);
    m_lines.clear();
    m_output = std::make_unique<LogOutput>(LogLevel::Trace, LogStyle::Text, [this](std::string_view line) {
        m_lines.append(QString::fromUtf8(line.data(), qsizetype(line.size())));
    });
    m_ring = std::make_unique<KeyRing>(m_output->logger("routing"), [this] { return m_now; });
}

int KeyRingTest::next(const ProviderConfig &provider, const std::vector<int> &tried)
{
    const std::optional<KeyChoice> choice = m_ring->choose(provider, tried);
    return choice ? choice->index : -1;
}

// Reports for one of the three keys, whichever has its turn.
void KeyRingTest::report(int index, KeyOutcome outcome, std::optional<std::chrono::milliseconds> retryAfter)
{
    std::vector<int> others {0, 1, 2};
    std::erase(others, index);
    const std::optional<KeyChoice> choice = m_ring->choose(m_three, others);
    QVERIFY(choice);
    QCOMPARE(choice->index, index);
    m_ring->report(m_three.name, *choice, outcome, retryAfter);
}

void KeyRingTest::keysAreUsedInTurn()
{
    for (int i = 0; i < 7; ++i) {
        const std::optional<KeyChoice> choice = m_ring->choose(m_three);
        QVERIFY(choice);
        QCOMPARE(choice->index, i % 3);
        m_ring->report(m_three.name, *choice, KeyOutcome::Ok);
    }
    QVERIFY(m_lines.isEmpty());
}

void KeyRingTest::withoutKeysThereIsNone()
{
    QVERIFY(!m_ring->choose(withKeys({})));
}

void KeyRingTest::triedOnesAreNotGivenAgain()
{
    QCOMPARE(next(m_three, {0}), 1);
    QCOMPARE(next(m_three, {2}), 0);
    QCOMPARE(next(m_three, {0, 1}), 2);
    QCOMPARE(next(m_three, {0, 1, 2}), -1);
}

void KeyRingTest::aRefusedKeyRestsFiveMinutes()
{
    report(0, KeyOutcome::Refused, 1s);
    QCOMPARE(next(m_three), 1);
    QCOMPARE(next(m_three), 2);
    QCOMPARE(next(m_three), 1);
    m_now += 5min - 1ms;
    QCOMPARE(next(m_three), 2);
    QCOMPARE(next(m_three), 1);
    QCOMPARE(next(m_three), 2);
    m_now += 1ms;
    QCOMPARE(next(m_three), 0);
}

void KeyRingTest::aLimitedKeyRests_data()
{
    using Wait = std::optional<std::chrono::milliseconds>;
    QTest::addColumn<Wait>("retryAfter");
    QTest::addColumn<std::chrono::milliseconds>("rest");
    QTest::newRow("not told") << Wait() << std::chrono::milliseconds(20s);
    QTest::newRow("told") << Wait(3s) << std::chrono::milliseconds(3s);
    QTest::newRow("at most five minutes") << Wait(2h) << std::chrono::milliseconds(5min);
}

void KeyRingTest::aLimitedKeyRests()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, retryAfter);
    QFETCH(const std::chrono::milliseconds, rest);
    report(1, KeyOutcome::Limited, retryAfter);
    QCOMPARE(next(m_three), 2);
    m_now += rest - 1ms;
    QCOMPARE(next(m_three), 0);
    QCOMPARE(next(m_three), 2);
    QCOMPARE(next(m_three), 0);
    m_now += 1ms;
    QCOMPARE(next(m_three), 1);
}

void KeyRingTest::whenAllRestTheFirstToEndIsTaken()
{
    report(0, KeyOutcome::Limited, 30s);
    report(1, KeyOutcome::Limited, 10s);
    report(2, KeyOutcome::Refused);
    QCOMPARE(next(m_three), 1);
    QCOMPARE(next(m_three), 1);
    QCOMPARE(next(m_three, {1}), 0);
    QCOMPARE(next(m_three, {0, 1}), 2);
}

void KeyRingTest::aShorterRestDoesNotReplaceALongerOne()
{
    report(0, KeyOutcome::Refused);
    report(0, KeyOutcome::Limited, 1s);
    m_now += 2s;
    QCOMPARE(next(m_three), 1);
    QCOMPARE(next(m_three), 2);
    QCOMPARE(next(m_three), 1);
}

void KeyRingTest::tellsWhatRestsWhyAndHowLong()
{
    using Rests = std::vector<std::optional<KeyRest>>;
    QCOMPARE(m_ring->rests(m_three), Rests());
    report(1, KeyOutcome::Refused);
    report(2, KeyOutcome::Limited, 3s);
    m_now += 1s;
    const KeyRest refused {.reason = KeyOutcome::Refused, .left = 5min - 1s};
    QCOMPARE(
        m_ring->rests(m_three), Rests({{}, refused, KeyRest {.reason = KeyOutcome::Limited, .left = 2s}}));
    m_now += 2s;
    QCOMPARE(m_ring->rests(m_three)[2], std::nullopt);
    QCOMPARE(m_ring->rests(withKeys({"sk-one", "sk-two"})), Rests());
}

void KeyRingTest::aSingleKeyNeverRests()
{
    const ProviderConfig single = withKeys({"sk-one"});
    const std::optional<KeyChoice> choice = m_ring->choose(single);
    QVERIFY(choice);
    m_ring->report(single.name, *choice, KeyOutcome::Refused);
    QCOMPARE(next(single), 0);
    QCOMPARE(next(single, {0}), -1);
    QVERIFY(m_lines.isEmpty());
}

void KeyRingTest::anotherListStartsOver()
{
    const std::optional<KeyChoice> old = m_ring->choose(m_three);
    QVERIFY(old);
    report(1, KeyOutcome::Refused);
    const ProviderConfig two = withKeys({"sk-one", "sk-four"});
    QCOMPARE(next(two), 0);
    // The outcome of a key of the old list says nothing about one of the new list.
    m_ring->report(two.name, *old, KeyOutcome::Refused);
    QCOMPARE(next(two), 1);
    QCOMPARE(next(two), 0);
}

void KeyRingTest::theOrderOfTheListMatters()
{
    report(0, KeyOutcome::Refused);
    QCOMPARE(next(withKeys({"sk-three", "sk-two", "sk-one"})), 0);
}

void KeyRingTest::forgottenProvidersStartOver()
{
    report(0, KeyOutcome::Refused);
    m_ring->retain([](const QString &) { return false; });
    QCOMPARE(next(m_three), 0);
}

void KeyRingTest::theLogNamesNoKey()
{
    report(1, KeyOutcome::Limited, 3s);
    report(1, KeyOutcome::Limited, 3s);
    QCOMPARE(m_lines.size(), 1);
    QVERIFY(m_lines.first().contains(
        QStringLiteral("warning routing: key_resting provider=openai key=2 reason=limited rest_ms=3000")));
    report(2, KeyOutcome::Refused);
    QCOMPARE(m_lines.size(), 2);
    QVERIFY(m_lines.last().contains(QStringLiteral("key=3 reason=refused rest_ms=300000")));
    QVERIFY(!m_lines.join(u' ').contains(QStringLiteral("sk-")));
}

void KeyRingTest::threadsShareEvenly()
{
    constexpr int threads = 8;
    constexpr int calls = 300;
    std::array<std::atomic<int>, 3> counts {};
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&] {
            for (int call = 0; call < calls; ++call) {
                ++counts.at(static_cast<std::size_t>(m_ring->choose(m_three)->index));
            }
        });
    }
    running.clear();
    for (const std::atomic<int> &count : counts) {
        QCOMPARE(count.load(), threads * calls / 3);
    }
}

QTEST_APPLESS_MAIN(KeyRingTest)
#include "tst_keyring.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/keysetsource.h"
#include "fakefetcher.h"
#include "oauthconfig.h"
#include "tokenmaker.h"

#include <QSignalSpy>
#include <QtTest>

#include <map>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

//! \brief A source with everything around it by hand.
struct Bench {
    FakeFetcher fetcher;
    HandClock clock;
    std::vector<std::string> lines;
    LogOutput output {
        LogLevel::Info, LogStyle::Text, [this](std::string_view line) { lines.emplace_back(line); }};
    KeySetSource source {fetcher, output.logger("auth"), clock.source()};
    std::map<quint64, KeySetAnswer> answers;

    explicit Bench(const ConfigSnapshot &config = withOAuth())
    {
        QObject::connect(&source, &KeySetSource::answered, &source,
            [this](quint64 ticket, const KeySetAnswer &answer) { answers.emplace(ticket, answer); });
        source.setConfig(config);
    }

    // Asks, and lets the source see it.
    quint64 ask(const KeySetPointer &seen = nullptr)
    {
        const quint64 ticket = source.ask(seen);
        QCoreApplication::sendPostedEvents(&source);
        return ticket;
    }

    [[nodiscard]] bool isAnswered(quint64 ticket) const { return answers.contains(ticket); }
    [[nodiscard]] bool isGood(quint64 ticket) const { return isAnswered(ticket) && answers.at(ticket); }

    // Looks, as a request does, and lets the source see it.
    KeySetPointer look()
    {
        KeySetPointer keys = source.current();
        QCoreApplication::sendPostedEvents(&source);
        return keys;
    }

    [[nodiscard]] qsizetype logged(const char *event) const
    {
        return std::ranges::count_if(
            lines, [event](const std::string &line) { return line.find(event) != std::string::npos; });
    }
};

} // namespace

class KeySetSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchesAtTheFirstAskOnly();
    void allWaitForOneFetch();
    void aFailedFirstFetchIsRepeatedEverySecond();
    void rubbishIsAFailure_data();
    void rubbishIsAFailure();
    void oneBadKeyDoesNotMatter();
    void anUnknownKeyFetchesOncePerHalfMinute();
    void anUnknownKeyTakesANewerSetAtOnce();
    void anUnknownKeyWhileTheServerIsDown();
    void outdatedKeysAreRenewedInTheBackground();
    void withoutIntervalNothingIsRenewed();
    void staleKeysServeAndAreLoggedOnce();
    void staleKeysAreTriedAgain();
    void anotherUrlStartsOver();
    void anotherUrlWhileSomeoneWaits();
    void switchedOffWhileSomeoneWaits();
    void theSameConfigurationChangesNothing();
    void theUrlIsLoggedWithoutItsQuery();
    void anEmptySetIsOne();

private:
    const TokenMaker m_first {JwkKind::Ed25519, "first"};
    const TokenMaker m_second {JwkKind::Ed25519, "second"};
    const QByteArray m_one = keySetDocument({m_first.jwk()});
    const QByteArray m_two = keySetDocument({m_second.jwk()});
};

void KeySetSourceTest::fetchesAtTheFirstAskOnly()
{
    Bench bench;
    QVERIFY(!bench.look());
    QCOMPARE(bench.fetcher.count(), 0);
    const quint64 ticket = bench.ask();
    QCOMPARE(bench.fetcher.count(), 1);
    QCOMPARE(bench.fetcher.last().url, QUrl(QStringLiteral("https://issuer.example/jwks")));
    QCOMPARE(bench.fetcher.last().timeout, std::chrono::milliseconds(5s));
    QVERIFY(!bench.isAnswered(ticket));
    bench.fetcher.answer(m_one);
    QVERIFY(bench.isGood(ticket));
    QCOMPARE(bench.look(), *bench.answers.at(ticket));
    QCOMPARE(bench.look()->keys.at(0).id, QByteArray("first"));
    QVERIFY(bench.isGood(bench.ask()));
    QCOMPARE(bench.fetcher.count(), 1);
}

void KeySetSourceTest::allWaitForOneFetch()
{
    Bench bench;
    const std::vector<quint64> tickets {bench.ask(), bench.ask(), bench.ask()};
    QCOMPARE(bench.fetcher.count(), 1);
    bench.fetcher.answer(m_one);
    for (const quint64 ticket : tickets) {
        QVERIFY(bench.isGood(ticket));
    }
    QCOMPARE(bench.answers.size(), tickets.size());
}

void KeySetSourceTest::aFailedFirstFetchIsRepeatedEverySecond()
{
    Bench bench;
    const quint64 first = bench.ask();
    const quint64 second = bench.ask();
    bench.fetcher.fail();
    QVERIFY(bench.isAnswered(first) && bench.isAnswered(second));
    QCOMPARE(bench.answers.at(first).error().kind, ErrorKind::Unavailable);
    QVERIFY(!bench.answers.at(first).error().message.isEmpty());
    bench.clock.advance(999ms);
    QVERIFY(!bench.isGood(bench.ask()));
    QCOMPARE(bench.fetcher.count(), 1);
    bench.clock.advance(1ms);
    const quint64 later = bench.ask();
    QCOMPARE(bench.fetcher.count(), 2);
    bench.fetcher.fail();
    QVERIFY(!bench.isGood(later));
    bench.clock.advance(1s);
    const quint64 last = bench.ask();
    bench.fetcher.answer(m_one);
    QVERIFY(bench.isGood(last));
    QCOMPARE(bench.logged("key_set_failed"), 1);
    QCOMPARE(bench.logged("key_set_fetched"), 1);
}

void KeySetSourceTest::rubbishIsAFailure_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("HTML") << QByteArray("<html>Log in</html>") << 200;
    QTest::newRow("status 500") << m_one << 500;
    QTest::newRow("status 302") << m_one << 302;
    QTest::newRow("status 204") << QByteArray() << 204;
    QTest::newRow("another document") << QByteArray("{\"error\":\"x\"}") << 200;
}

void KeySetSourceTest::rubbishIsAFailure()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Bench bench;
    const quint64 first = bench.ask();
    bench.fetcher.answer(body, status);
    QVERIFY(bench.isAnswered(first) && !bench.isGood(first));

    // And once there are keys, they stay.
    bench.clock.advance(1s);
    const quint64 second = bench.ask();
    bench.fetcher.answer(m_one);
    QVERIFY(bench.isGood(second));
    const KeySetPointer keys = bench.look();
    const quint64 third = bench.ask(keys);
    bench.fetcher.answer(body, status);
    QVERIFY(bench.isGood(third));
    QCOMPARE(bench.look(), keys);
}

void KeySetSourceTest::oneBadKeyDoesNotMatter()
{
    Bench bench;
    const quint64 ticket = bench.ask();
    Json bad = m_second.jwk();
    bad["x"] = "!";
    bench.fetcher.answer(keySetDocument({bad, m_first.jwk()}));
    QVERIFY(bench.isGood(ticket));
    QCOMPARE(bench.look()->keys.size(), 1U);
    QCOMPARE(bench.logged("key_skipped kid=second"), 1);
}

void KeySetSourceTest::anUnknownKeyFetchesOncePerHalfMinute()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const KeySetPointer old = bench.look();
    const quint64 ticket = bench.ask(old);
    QVERIFY(!bench.isAnswered(ticket));
    QCOMPARE(bench.fetcher.count(), 2);
    bench.fetcher.answer(m_two);
    QVERIFY(bench.isGood(ticket));
    QCOMPARE((*bench.answers.at(ticket))->keys.at(0).id, QByteArray("second"));

    const KeySetPointer newer = bench.look();
    bench.clock.advance(29'999ms);
    const quint64 tooEarly = bench.ask(newer);
    QVERIFY(bench.isGood(tooEarly));
    QCOMPARE(*bench.answers.at(tooEarly), newer);
    QCOMPARE(bench.fetcher.count(), 2);
    bench.clock.advance(1ms);
    static_cast<void>(bench.ask(newer));
    QCOMPARE(bench.fetcher.count(), 3);
}

void KeySetSourceTest::anUnknownKeyTakesANewerSetAtOnce()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const KeySetPointer old = bench.look();
    static_cast<void>(bench.ask(old));
    bench.fetcher.answer(m_two);
    const quint64 ticket = bench.ask(old);
    QVERIFY(bench.isGood(ticket));
    QCOMPARE(*bench.answers.at(ticket), bench.look());
    QCOMPARE(bench.fetcher.count(), 2);
}

void KeySetSourceTest::anUnknownKeyWhileTheServerIsDown()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const KeySetPointer keys = bench.look();
    const quint64 ticket = bench.ask(keys);
    bench.fetcher.fail();
    QVERIFY(bench.isGood(ticket));
    QCOMPARE(*bench.answers.at(ticket), keys);
    QVERIFY(bench.isGood(bench.ask(keys)));
    QCOMPARE(bench.fetcher.count(), 2);
}

void KeySetSourceTest::outdatedKeysAreRenewedInTheBackground()
{
    Bench bench(withOAuth(QStringLiteral("https://issuer.example/jwks"), 5min));
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const KeySetPointer old = bench.look();
    bench.clock.advance(5min - 1ms);
    QCOMPARE(bench.look(), old);
    QCOMPARE(bench.fetcher.count(), 1);
    bench.clock.advance(1ms);
    QCOMPARE(bench.look(), old);
    QCOMPARE(bench.look(), old);
    QCOMPARE(bench.fetcher.count(), 2);
    bench.fetcher.answer(m_two);
    QVERIFY(bench.look() != old);
    // The same document again makes no new set.
    const KeySetPointer newer = bench.look();
    bench.clock.advance(5min);
    static_cast<void>(bench.look());
    QCOMPARE(bench.fetcher.count(), 3);
    bench.fetcher.answer(m_two);
    QCOMPARE(bench.look(), newer);
    QCOMPARE(bench.fetcher.count(), 3);
}

void KeySetSourceTest::withoutIntervalNothingIsRenewed()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    bench.clock.advance(24h * 365);
    QVERIFY(bench.look());
    QCOMPARE(bench.fetcher.count(), 1);
}

void KeySetSourceTest::staleKeysServeAndAreLoggedOnce()
{
    Bench bench(withOAuth(QStringLiteral("https://issuer.example/jwks"), 5min));
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const KeySetPointer keys = bench.look();
    for (int i = 0; i < 3; ++i) {
        bench.clock.advance(5min);
        QCOMPARE(bench.look(), keys);
        QCOMPARE(bench.fetcher.count(), 2 + i);
        bench.fetcher.fail();
        QCOMPARE(bench.look(), keys);
    }
    QCOMPARE(bench.logged("key_set_stale"), 1);
    QCOMPARE(bench.logged("key_set_fetched"), 1);
    bench.clock.advance(5min);
    static_cast<void>(bench.look());
    bench.fetcher.answer(m_one);
    QCOMPARE(bench.logged("key_set_fetched"), 2);
    bench.clock.advance(5min);
    static_cast<void>(bench.look());
    bench.fetcher.fail();
    QCOMPARE(bench.logged("key_set_stale"), 2);
}

void KeySetSourceTest::staleKeysAreTriedAgain()
{
    Bench bench(withOAuth(QStringLiteral("https://issuer.example/jwks"), 1h));
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    bench.clock.advance(1h);
    static_cast<void>(bench.look());
    bench.fetcher.fail();
    bench.clock.advance(29s);
    static_cast<void>(bench.look());
    QCOMPARE(bench.fetcher.count(), 2);
    bench.clock.advance(1s);
    static_cast<void>(bench.look());
    QCOMPARE(bench.fetcher.count(), 3);
}

void KeySetSourceTest::anotherUrlStartsOver()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    bench.source.setConfig(withOAuth(QStringLiteral("https://other.example/jwks")));
    QVERIFY(!bench.look());
    const quint64 ticket = bench.ask();
    QCOMPARE(bench.fetcher.last().url, QUrl(QStringLiteral("https://other.example/jwks")));
    bench.fetcher.fail();
    QVERIFY(bench.isAnswered(ticket) && !bench.isGood(ticket));
}

void KeySetSourceTest::anotherUrlWhileSomeoneWaits()
{
    Bench bench;
    const quint64 ticket = bench.ask();
    bench.source.setConfig(withOAuth(QStringLiteral("https://other.example/jwks")));
    QVERIFY(!bench.fetcher.asks.at(0).context); // given up
    QCOMPARE(bench.fetcher.count(), 2);
    QVERIFY(!bench.isAnswered(ticket));
    bench.fetcher.answer(m_two);
    QVERIFY(bench.isGood(ticket));
    QCOMPARE(bench.look()->keys.at(0).id, QByteArray("second"));
}

void KeySetSourceTest::switchedOffWhileSomeoneWaits()
{
    Bench bench;
    const quint64 ticket = bench.ask();
    bench.source.setConfig(std::make_shared<GatewayConfig>());
    QVERIFY(bench.isAnswered(ticket) && !bench.isGood(ticket));
    const quint64 later = bench.ask();
    QVERIFY(bench.isAnswered(later) && !bench.isGood(later));
    QCOMPARE(bench.fetcher.count(), 1);
}

void KeySetSourceTest::theSameConfigurationChangesNothing()
{
    Bench bench(withOAuth(QStringLiteral("https://issuer.example/jwks"), 5min));
    static_cast<void>(bench.ask());
    bench.source.setConfig(withOAuth(QStringLiteral("https://issuer.example/jwks"), 5min));
    QVERIFY(bench.fetcher.isRunning());
    bench.fetcher.answer(m_one);
    bench.clock.advance(4min);
    bench.source.setConfig(withOAuth(QStringLiteral("https://issuer.example/jwks"), 5min));
    QVERIFY(bench.look());
    bench.clock.advance(1min);
    static_cast<void>(bench.look());
    QCOMPARE(bench.fetcher.count(), 2);
}

void KeySetSourceTest::theUrlIsLoggedWithoutItsQuery()
{
    Bench bench(withOAuth(QStringLiteral("https://issuer.example/jwks?key=canary")));
    const quint64 ticket = bench.ask();
    bench.fetcher.fail();
    QCOMPARE(bench.logged("key_set_failed"), 1);
    QCOMPARE(bench.logged("issuer.example"), 1);
    QCOMPARE(bench.logged("canary"), 0);
    const Error error = bench.answers.at(ticket).error();
    QVERIFY(!(error.message + error.detail).contains(QLatin1String("canary")));
    QVERIFY(!error.message.contains(QLatin1String("issuer.example")));
}

// Whoever takes back all keys means it.
void KeySetSourceTest::anEmptySetIsOne()
{
    Bench bench;
    static_cast<void>(bench.ask());
    bench.fetcher.answer(m_one);
    const quint64 ticket = bench.ask(bench.look());
    bench.fetcher.answer("{\"keys\":[]}");
    QVERIFY(bench.isGood(ticket));
    QVERIFY((*bench.answers.at(ticket))->keys.empty());
}

QTEST_GUILESS_MAIN(KeySetSourceTest)
#include "tst_keysetsource.moc"

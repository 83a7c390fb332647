// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/retrypolicy.h"
#include "wire/retryafter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace nexus;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

Error errorOf(ErrorKind kind, int status = 0)
{
    Error error;
    error.kind = kind;
    error.upstreamStatus = status;
    return error;
}

using Wait = std::optional<milliseconds>;

} // namespace

class RetryPolicyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorsAreJudged_data();
    void errorsAreJudged();
    void aCutAnswerIsNotRepeated();
    void forbiddenKeysAreTold_data();
    void forbiddenKeysAreTold();
    void pausesGrowToTheirLimit();
    void pausesAreSpread();
    void theProviderMayAskForMore();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
};

void RetryPolicyTest::errorsAreJudged_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("elsewhere");
    QTest::addColumn<CircuitOutcome>("health");
    QTest::addColumn<KeyOutcome>("key");
    const auto row = [](const char *name, ErrorKind kind, int status, bool again, bool elsewhere,
                         CircuitOutcome health, KeyOutcome key = KeyOutcome::Ok) {
        QTest::newRow(name) << errorOf(kind, status) << again << elsewhere << health << key;
    };
    using Kind = ErrorKind;
    using Health = CircuitOutcome;
    row("unreachable", Kind::UpstreamUnreachable, 0, true, true, Health::Failure);
    row("closed before answering", Kind::UpstreamInvalid, 0, true, true, Health::Failure);
    row("first byte", Kind::UpstreamTimeout, 0, false, true, Health::Failure);
    row("failure inside a stream", Kind::UpstreamFailed, 0, true, true, Health::Failure);
    for (const int status : {500, 502}) {
        row(qPrintable(QString::number(status)), Kind::UpstreamFailed, status, true, true, Health::Failure);
    }
    row("501", Kind::UpstreamFailed, 501, false, true, Health::Failure);
    row("503", Kind::UpstreamOverloaded, 503, true, true, Health::Failure);
    row("529", Kind::UpstreamOverloaded, 529, true, true, Health::Failure);
    row("504", Kind::UpstreamTimeout, 504, true, true, Health::Failure);
    for (const int status : {408, 409, 425}) {
        row(qPrintable(QString::number(status)), Kind::UpstreamRefused, status, true, true, Health::Success);
    }
    row("429", Kind::UpstreamRefused, 429, true, true, Health::Success, KeyOutcome::Limited);
    row("401", Kind::UpstreamRefused, 401, false, true, Health::Success, KeyOutcome::Refused);
    for (const int status : {402, 403, 404, 410}) {
        row(qPrintable(QString::number(status)), Kind::UpstreamRefused, status, false, true, Health::Success);
    }
    for (const int status : {400, 405, 413, 422}) {
        row(qPrintable(QString::number(status)), Kind::UpstreamRefused, status, false, false,
            Health::Success);
    }
    row("no key here", Kind::Unauthenticated, 0, false, true, Health::Neutral);
    row("request", Kind::InvalidRequest, 0, false, false, Health::Neutral);
    row("limit of ours", Kind::RateLimited, 0, false, false, Health::Neutral);
    row("budget of ours", Kind::QuotaExceeded, 0, false, false, Health::Neutral);
    row("shutting down", Kind::Unavailable, 0, false, false, Health::Neutral);
    row("defect", Kind::Internal, 0, false, false, Health::Neutral);
}

void RetryPolicyTest::errorsAreJudged()
{
    QFETCH(const Error, error);
    QFETCH(const bool, again);
    QFETCH(const bool, elsewhere);
    QFETCH(const CircuitOutcome, health);
    QFETCH(const KeyOutcome, key);
    QCOMPARE(isRetryable(error, false), again);
    QCOMPARE(mayFallBack(error), elsewhere);
    QCOMPARE(circuitOutcomeOf(error), health);
    QCOMPARE(keyOutcomeOf(error), key);
}

void RetryPolicyTest::aCutAnswerIsNotRepeated()
{
    QVERIFY(!isRetryable(errorOf(ErrorKind::UpstreamInvalid), true));
    QVERIFY(isRetryable(errorOf(ErrorKind::UpstreamOverloaded, 503), true));
}

void RetryPolicyTest::forbiddenKeysAreTold_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<KeyOutcome>("key");
    QTest::newRow("model") << QByteArray("permission_error") << QByteArray() << KeyOutcome::Ok;
    QTest::newRow("code") << QByteArray() << QByteArray("invalid_api_key") << KeyOutcome::Refused;
    QTest::newRow("Google") << QByteArray() << QByteArray("API_KEY_INVALID") << KeyOutcome::Refused;
    QTest::newRow("type") << QByteArray("authentication_error") << QByteArray() << KeyOutcome::Refused;
}

void RetryPolicyTest::forbiddenKeysAreTold()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, code);
    QFETCH(const KeyOutcome, key);
    Error error = errorOf(ErrorKind::UpstreamRefused, 403);
    error.type = type;
    error.code = code;
    QCOMPARE(keyOutcomeOf(error), key);
}

void RetryPolicyTest::pausesGrowToTheirLimit()
{
    const Retries retries {.maxAttempts = 9, .baseDelay = 250ms, .maxDelay = 3s};
    const auto half = [] { return 0.5; };
    QCOMPARE(backoff(1, retries, half), 125ms);
    QCOMPARE(backoff(2, retries, half), 250ms);
    QCOMPARE(backoff(3, retries, half), 500ms);
    QCOMPARE(backoff(4, retries, half), 1000ms);
    QCOMPARE(backoff(5, retries, half), 1500ms);
    QCOMPARE(backoff(100, retries, half), 1500ms);
    QCOMPARE(backoff(1, retries, [] { return 0.0; }), 0ms);
}

void RetryPolicyTest::pausesAreSpread()
{
    const Retries retries {.maxAttempts = 3, .baseDelay = 1s, .maxDelay = 8s};
    QRandomGenerator generator(7);
    constexpr int draws = 10'000;
    constexpr int parts = 10;
    std::array<int, parts> counts {};
    for (int i = 0; i < draws; ++i) {
        const milliseconds pause = backoff(2, retries, [&generator] { return generator.generateDouble(); });
        QVERIFY(pause >= 0ms && pause <= 2s);
        ++counts.at(static_cast<std::size_t>(std::min<qint64>(pause / 200ms, parts - 1)));
    }
    for (const int count : counts) {
        QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
    }
}

void RetryPolicyTest::theProviderMayAskForMore()
{
    const Retries retries {.maxAttempts = 3, .baseDelay = 1s, .maxDelay = 8s};
    const auto half = [] { return 0.5; };
    QCOMPARE(pauseBefore(1, retries, {}, half), Wait(500ms));
    QCOMPARE(pauseBefore(1, retries, 100ms, half), Wait(500ms));
    QCOMPARE(pauseBefore(1, retries, 8s, half), Wait(8s));
    QCOMPARE(pauseBefore(1, retries, 8001ms, half), Wait());
}

void RetryPolicyTest::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Wait>("expected");
    const auto row
        = [](const char *header, Wait expected) { QTest::newRow(header) << QByteArray(header) << expected; };
    row("120", 120s);
    row(" 0 ", 0ms);
    row("1.5", 1500ms);
    row("99999999999999999999", milliseconds(366LL * 24 * 3600 * 1000));
    row("Sun, 06 Nov 1994 08:49:47 GMT", 10s);
    row("Sunday, 06-Nov-94 08:49:47 GMT", 10s);
    row("Sun Nov  6 08:49:47 1994", 10s);
    row("Sun, 06 Nov 1994 08:49:37 GMT", 0ms);
    row("Sat, 05 Nov 1994 08:49:37 GMT", 0ms);
    row("Mon, 07 Nov 1994 08:49:37 GMT", 24h);
    row("Thursday, 06-Nov-44 08:49:37 GMT", 18263 * 24h);
    row("Monday, 06-Nov-45 08:49:37 GMT", 0ms);
    row("", {});
    row("soon", {});
    row("-5", {});
    row("1e3", {});
    row("0x10", {});
    row("1.2.3", {});
    row(".", {});
    row("nan", {});
    row("Sun, 06 Nov 1994 08:49:37", {});
    row("Sun, 06 Nov 1994 08:49:37 CET", {});
    row("Sun, 31 Feb 1994 08:49:37 GMT", {});
    row("Sun, 06 Nov 1994 25:49:37 GMT", {});
    row("Sun,", {});
}

void RetryPolicyTest::retryAfterIsRead()
{
    QFETCH(const QByteArray, header);
    QFETCH(const Wait, expected);
    const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 37), QTimeZone::utc());
    QCOMPARE(retryAfterOf(header, now), expected);
    QCOMPARE(retryAfterOf(header, now.toTimeZone(QTimeZone(3600))), expected);
}

QTEST_APPLESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"

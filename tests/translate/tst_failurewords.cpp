// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/failurewords.h"

#include <QTest>

using namespace nexus;

namespace {

TargetFailure failureOf(const char *provider, int status, const QString &message)
{
    const ErrorKind kind = status < 500 ? ErrorKind::UpstreamRefused : ErrorKind::UpstreamOverloaded;
    return {.provider = QLatin1String(provider),
        .model = "m",
        .error = {.kind = kind, .message = message, .detail = {}, .upstreamStatus = status}};
}

} // namespace

//! \brief How an error names whom it came from.
class FailureWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRefusedKeyNamesItsPlace();
    void oneFailureIsLeftAsItIs();
    void theChosenOneKeepsAllItsWords();
    void theMessageOfARefusalStays();
    void noMoreThanFiveAreNamed();
};

void FailureWordsTest::aRefusedKeyNamesItsPlace()
{
    const Error error = failureOf("openai", 401, QStringLiteral("Wrong key.")).error;
    const QString name = QStringLiteral("openai");
    QCOMPARE(withKeyNamed(error, name, KeyPlace::File).message, error.message);
    QCOMPARE(withKeyNamed(error, name, KeyPlace::File).detail,
        QStringLiteral("the provider 'openai' refused the key of [llm.providers.openai]"));
    QCOMPARE(withKeyNamed(error, name, KeyPlace::System).detail,
        QStringLiteral("the provider 'openai' refused the key from the environment or the keychain"));
    QCOMPARE(withKeyNamed(error, name, KeyPlace::Client).detail,
        QStringLiteral("the provider 'openai' refused the key that came in X-Provider-API-Key"));
    QCOMPARE(withKeyNamed(error, name, KeyPlace::File).upstreamStatus, 401);
}

void FailureWordsTest::oneFailureIsLeftAsItIs()
{
    const TargetFailure only = failureOf("a", 503, QStringLiteral("Busy."));
    QCOMPARE(withTargetsNamed(only.error, {only}), only.error);
}

void FailureWordsTest::theChosenOneKeepsAllItsWords()
{
    const TargetFailure first = failureOf("a", 503, QString(400, u'x'));
    const TargetFailure chosen = failureOf("b", 529, QStringLiteral("Slow\ndown ") + QString(400, u'y'));
    const TargetFailure last = failureOf("c", 0, QStringLiteral("No key."));
    const Error error = withTargetsNamed(chosen.error, {first, chosen, last});
    QCOMPARE(error.upstreamStatus, 529);
    QCOMPARE(error.message,
        QStringLiteral("None of 3 targets answered. a/m (status 503): ") + QString(160, u'x') + QChar(0x2026)
            + QStringLiteral("; b/m (status 529): Slow down ") + QString(400, u'y')
            + QStringLiteral("; c/m: No key."));
}

void FailureWordsTest::theMessageOfARefusalStays()
{
    const TargetFailure first = failureOf("a", 503, QStringLiteral("Busy."));
    const TargetFailure chosen = failureOf("b", 429, QStringLiteral("Slow down."));
    const Error error = withTargetsNamed(chosen.error, {first, chosen});
    QCOMPARE(error.message, QStringLiteral("Slow down."));
    QCOMPARE(error.detail,
        QStringLiteral("None of 2 targets answered. a/m (status 503): Busy.; b/m (status 429): Slow down."));
}

void FailureWordsTest::noMoreThanFiveAreNamed()
{
    std::vector<TargetFailure> failures;
    for (const char *const name : {"a", "b", "c", "d", "e", "f", "g"}) {
        failures.push_back(failureOf(name, 500, QStringLiteral("Broken.")));
    }
    const QString message = withTargetsNamed(failures.back().error, failures).message;
    QVERIFY2(message.startsWith(QStringLiteral("None of 7 targets answered (the last 5). c/m (status 500)")),
        qPrintable(message));
    QCOMPARE(message.count(QStringLiteral("Broken.")), 5);
}

QTEST_GUILESS_MAIN(FailureWordsTest)
#include "tst_failurewords.moc"

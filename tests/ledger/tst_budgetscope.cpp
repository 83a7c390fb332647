// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "budgetkit.h"

#include <QTest>

using namespace nexus;
using Period = BudgetConfig::Period;

namespace {

ProviderConfig provider(const QString &name)
{
    ProviderConfig provider;
    provider.name = name;
    return provider;
}

} // namespace

//! What a budget counts, and from when to when.
class BudgetScopeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void periodsFollowTheZone_data();
    void periodsFollowTheZone();
    void onlyWhatIsInScopeCounts_data();
    void onlyWhatIsInScopeCounts();
};

void BudgetScopeTest::periodsFollowTheZone_data()
{
    QTest::addColumn<int>("period");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<qint64>("begin");
    QTest::addColumn<qint64>("end");
    constexpr int day = static_cast<int>(Period::Day);
    constexpr int month = static_cast<int>(Period::Month);
    const auto row = [](const char *name, int period, const char *zone, const char *now, const char *begin,
                         const char *end) {
        QTest::newRow(name) << period << QByteArray(zone) << utc(now) << utc(begin) << utc(end);
    };
    row("day", day, "UTC", "2026-01-31T12:00:00Z", "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z");
    row("its first moment", day, "UTC", "2026-01-31T00:00:00Z", "2026-01-31T00:00:00Z",
        "2026-02-01T00:00:00Z");
    row("day elsewhere", day, "Asia/Tokyo", "2026-01-31T16:00:00Z", "2026-01-31T15:00:00Z",
        "2026-02-01T15:00:00Z");
    row("month", month, "UTC", "2026-12-31T23:59:59Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row("leap month", month, "UTC", "2028-02-29T12:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z");
    row("23 hours", day, "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z",
        "2026-03-29T22:00:00Z");
    row("25 hours", day, "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-24T22:00:00Z",
        "2026-10-25T23:00:00Z");
    row("month with a change", month, "Europe/Berlin", "2026-03-10T00:00:00Z", "2026-02-28T23:00:00Z",
        "2026-03-31T22:00:00Z");
    // There the clock goes from 24:00 to 01:00, so that the day has no midnight.
    row("no midnight", day, "Africa/Cairo", "2026-04-24T10:00:00Z", "2026-04-23T22:00:00Z",
        "2026-04-24T21:00:00Z");
}

void BudgetScopeTest::periodsFollowTheZone()
{
    QFETCH(const int, period);
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, now);
    QFETCH(const qint64, begin);
    QFETCH(const qint64, end);
    const BudgetPeriod found = budgetPeriod(static_cast<Period>(period), now, QTimeZone(zone));
    QCOMPARE(found.begin, begin);
    QCOMPARE(found.end, end);
    QVERIFY(found.contains(now));
}

void BudgetScopeTest::onlyWhatIsInScopeCounts_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("client");
    QTest::addColumn<bool>("counts");
    const auto row
        = [](const char *name, const char *provider, const char *model, const char *client, bool counts) {
              QTest::newRow(name) << QString::fromLatin1(provider) << QString::fromLatin1(model)
                                  << QString::fromLatin1(client) << counts;
          };
    row("all", "", "", "", true);
    row("provider", "up", "", "", true);
    row("other provider", "down", "", "", false);
    row("alias", "", "fast", "", true);
    row("the name as it was asked", "", "as-asked", "", true);
    row("public name", "", "short", "", true);
    row("public name with provider", "", "up/short", "", true);
    row("provider's own name", "", "real-name", "", true);
    row("the same with provider", "", "up/real-name", "", true);
    row("public name at another provider", "down", "short", "", false);
    row("other provider's", "", "down/short", "", false);
    row("a part of a name", "", "real", "", false);
    row("identity", "", "", "alice", true);
    row("group", "", "", "writers", true);
    row("label beside an identity", "", "", "laptop", false);
    row("other client", "", "", "bob", false);
    row("all together", "up", "short", "alice", true);
    row("one of them wrong", "up", "short", "bob", false);
}

void BudgetScopeTest::onlyWhatIsInScopeCounts()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, model);
    QFETCH(const QString, client);
    QFETCH(const bool, counts);
    BudgetKit kit;
    kit.config.llm.providers = {::provider(QStringLiteral("up")), ::provider(QStringLiteral("down"))};
    ModelConfig renamed;
    renamed.name = "short";
    renamed.rename = "real-name";
    kit.config.llm.providers.front().models = {renamed};
    BudgetConfig budget = budgetOf(0);
    budget.provider = provider;
    budget.model = model;
    budget.client = client;
    kit.setBudgets({budget});
    RequestRecord request = kit.request();
    request.alias = QStringLiteral("fast");
    request.askedModel = "as-asked";
    request.upstreamModel = "real-name";
    request.who = {.label = "laptop", .clientId = "alice", .group = "writers", .subject = {}, .address = {}};
    QCOMPARE(!kit.board.take(request, TokenUsage {.input = 1}).has_value(), counts);
    kit.spend(request, 3);
    QCOMPARE(kit.state().spent, counts ? 3 : 0);
}

QTEST_GUILESS_MAIN(BudgetScopeTest)
#include "tst_budgetscope.moc"

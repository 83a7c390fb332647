// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogfixture.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

class CatalogChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<CatalogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void anUnchangedProviderKeepsItsList();
    void aChangedProviderIsAskedAgain();
    void aNewProviderIsAskedAtOnceWhileSomebodyLooks();
    void aProviderThatIsGoneDropsOut();
    void whoWaitsThroughAChangeIsServed();
    void aChangedFilterNeedsNoQuestion();
    void outcomesAreLoggedOncePerChange();

private:
    std::unique_ptr<CatalogFixture> m_fixture;
};

void CatalogChangesTest::anUnchangedProviderKeepsItsList()
{
    QVERIFY(m_fixture->fill());
    ProviderConfig same = providerOf(m_fixture->one);
    same.timeouts.connect = 1s;
    same.models = {{.name = "extra"}};
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->two), same}));
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 2);
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked, QStringList());
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"a"}));
    QCOMPARE(m_fixture->catalog->snapshot()->providers[0]->name(), m_fixture->two);
}

void CatalogChangesTest::aChangedProviderIsAskedAgain()
{
    QVERIFY(m_fixture->fill());
    ProviderConfig changed = providerOf(m_fixture->one);
    changed.apiKeys = {Secret("another")};
    m_fixture->now += 5min;
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    m_fixture->source.asked.clear();
    m_fixture->catalog->setConfig(configOf({changed, providerOf(m_fixture->two)}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList());
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b"}));
    QCOMPARE(m_fixture->source.asked, QStringList({m_fixture->one}));
    m_fixture->ready = 0;
    m_fixture->ask();
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked, QStringList({m_fixture->one}));
    QCOMPARE(m_fixture->ready, 0);
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"new"}));
    QTRY_COMPARE(m_fixture->ready, 1);
    // The answer to the old question has nowhere to go.
    QVERIFY(!m_fixture->source.serve(m_fixture->one, {"old"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"new"}));
}

// Whoever adds one with a keyring that takes its time has called refresh() before it is known.
void CatalogChangesTest::aNewProviderIsAskedAtOnceWhileSomebodyLooks()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    m_fixture->catalog->refresh();
    m_fixture->settle();
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    m_fixture->source.asked.clear();
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), providerOf(m_fixture->two)}));
    QCOMPARE(m_fixture->source.asked, QStringList({m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b"}));
    // Nobody has looked for long.
    m_fixture->now += 1h;
    m_fixture->source.asked.clear();
    ProviderConfig changed = providerOf(m_fixture->two);
    changed.apiKeys = {Secret("another")};
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), changed}));
    QCOMPARE(m_fixture->source.asked, QStringList());
}

void CatalogChangesTest::aProviderThatIsGoneDropsOut()
{
    QVERIFY(m_fixture->fill());
    m_fixture->catalog->refresh();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(2));
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->two)}));
    QCOMPARE(m_fixture->catalog->snapshot()->provider(m_fixture->one), nullptr);
    QVERIFY(!m_fixture->source.serve(m_fixture->one, {"old"}));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b2"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b2"}));
}

void CatalogChangesTest::whoWaitsThroughAChangeIsServed()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one}));
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), providerOf(m_fixture->two)}));
    QCOMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 0);
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b"}));
    QTRY_COMPARE(m_fixture->ready, 1);
}

void CatalogChangesTest::aChangedFilterNeedsNoQuestion()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(1));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a", "b"}));
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one, QStringLiteral("b"))}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"b"}));
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"a", "b"}));
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(1));
}

void CatalogChangesTest::outcomesAreLoggedOncePerChange()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    const auto outcome = [this](const QByteArrayList &ids, const QString &error) {
        m_fixture->lines.clear();
        m_fixture->catalog->refresh();
        m_fixture->settle();
        (void)(error.isEmpty() ? m_fixture->source.serve(m_fixture->one, ids)
                               : m_fixture->source.fail(m_fixture->one, error));
        return m_fixture->lines.join(u'\n');
    };
    QCOMPARE(outcome({}, {}), QString());
    QVERIFY(outcome({"a"}, {}).contains(QLatin1String("models_listed")));
    QCOMPARE(outcome({"b"}, {}), QString());
    const QString failed = outcome({}, QStringLiteral("It is down."));
    QVERIFY2(failed.contains(QLatin1String("models_unavailable")), qPrintable(failed));
    QVERIFY2(failed.contains(QLatin1String("It is down.")), qPrintable(failed));
    QVERIFY2(failed.contains(QLatin1String("provider=one")), qPrintable(failed));
    QCOMPARE(outcome({}, QStringLiteral("It is down.")), QString());
    QVERIFY(outcome({}, QStringLiteral("Wrong key.")).contains(QLatin1String("Wrong key.")));
    QVERIFY(outcome({"b"}, {}).contains(QLatin1String("count=1")));
    QCOMPARE(outcome({"c"}, {}), QString());
    QVERIFY(outcome({"a", "b"}, {}).contains(QLatin1String("count=2")));
}

QTEST_GUILESS_MAIN(CatalogChangesTest)
#include "tst_catalogchanges.moc"

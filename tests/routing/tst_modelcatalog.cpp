// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogfixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace nexus;
using namespace std::chrono_literals;

class ModelCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<CatalogFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void nothingIsAskedBeforeItIsNeeded();
    void whoWaitsIsCalledWhenAllHaveAnswered();
    void aFailureIsAnAnswer();
    void patienceIsLostOnce();
    void withoutProvidersNobodyWaits();
    void anEndedContextIsNotCalled();
    void anOldListIsRefreshedInTheBackground();
    void aFailedProviderKeepsItsListAndIsAskedSooner();
    void theTimerAsksWhileSomebodyDoes();
    void anIdleCatalogAsksNobody();
    void refreshAsksNowButNobodyTwice();
    void otherThreadsAreServed();

private:
    std::unique_ptr<CatalogFixture> m_fixture;
};

void ModelCatalogTest::nothingIsAskedBeforeItIsNeeded()
{
    QVERIFY(m_fixture->catalog->snapshot());
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    m_fixture->catalog->checkDue();
    m_fixture->now += 10min;
    m_fixture->catalog->checkDue();
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), providerOf(m_fixture->two)}));
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked, QStringList());
    const auto snapshot = m_fixture->catalog->snapshot();
    QCOMPARE(snapshot->providers.size(), std::size_t(2));
    QCOMPARE(snapshot->providers[0]->name(), m_fixture->one);
    QVERIFY(!snapshot->providers[0]->fetchedAt);
    QVERIFY(snapshot->providers[0]->models().empty());
}

void ModelCatalogTest::whoWaitsIsCalledWhenAllHaveAnswered()
{
    m_fixture->catalog->setConfig(
        configOf({providerOf(m_fixture->one), providerOf(m_fixture->two, QStringLiteral("^b"))}));
    m_fixture->ask();
    m_fixture->ask();
    QCOMPARE(m_fixture->source.asked, QStringList());
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b1", "c", "B2"}));
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 0);
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b1", "B2"}));
    m_fixture->now += 1s;
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"x/y"}));
    QCOMPARE(m_fixture->ready, 0);
    QTRY_COMPARE(m_fixture->ready, 2);
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"x/y"}));
    QCOMPARE(*m_fixture->catalog->snapshot()->provider(m_fixture->one)->fetchedAt, m_fixture->now);
    // From now on it is called from inside, and nobody is asked.
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 3);
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 3);
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(2));
}

void ModelCatalogTest::aFailureIsAnAnswer()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(1));
    QVERIFY(m_fixture->source.fail(m_fixture->one, QStringLiteral("It is down.")));
    QTRY_COMPARE(m_fixture->ready, 1);
    QCOMPARE(m_fixture->catalog->snapshot()->provider(m_fixture->one)->lastError->message,
        QStringLiteral("It is down."));
    QVERIFY(!m_fixture->catalog->snapshot()->provider(m_fixture->one)->fetchedAt);
}

void ModelCatalogTest::patienceIsLostOnce()
{
    m_fixture->use(CatalogTimes {.patience = 50ms, .checkEvery = 1h});
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), providerOf(m_fixture->two)}));
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(2));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b"}));
    QTRY_COMPARE(m_fixture->ready, 1);
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList());
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 2);
    // It may still come.
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"late"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"late"}));
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 2);
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(2));
}

void ModelCatalogTest::withoutProvidersNobodyWaits()
{
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 1);
    m_fixture->catalog->setConfig(configOf({}));
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 2);
}

void ModelCatalogTest::anEndedContextIsNotCalled()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    auto context = std::make_unique<QObject>();
    auto late = std::make_unique<QObject>();
    m_fixture->catalog->whenReady(context.get(), [this] { ++m_fixture->ready; });
    m_fixture->catalog->whenReady(late.get(), [this] { ++m_fixture->ready; });
    m_fixture->ask();
    context.reset();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(1));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    late.reset();
    QTRY_COMPARE(m_fixture->ready, 1);
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 1);
}

void ModelCatalogTest::anOldListIsRefreshedInTheBackground()
{
    QVERIFY(m_fixture->fill());
    m_fixture->now += 5min - 1ms;
    m_fixture->ask();
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 2);
    QCOMPARE(m_fixture->source.asked, QStringList());
    m_fixture->now += 1ms;
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 3);
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"a"}));
    QSignalSpy changed(m_fixture->catalog.get(), &ModelCatalog::changed);
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a", "a2"}));
    QCOMPARE(changed.size(), qsizetype(1));
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"a", "a2"}));
    // The other one hangs: it is not asked twice, and delays nobody.
    m_fixture->now += 1min;
    m_fixture->ask();
    m_fixture->settle();
    QCOMPARE(m_fixture->ready, 4);
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(2));
}

void ModelCatalogTest::aFailedProviderKeepsItsListAndIsAskedSooner()
{
    QVERIFY(m_fixture->fill());
    m_fixture->now += 5min;
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(2));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    QVERIFY(m_fixture->source.fail(m_fixture->two, QStringLiteral("down")));
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b"}));
    QCOMPARE(
        m_fixture->catalog->snapshot()->provider(m_fixture->two)->lastError->message, QStringLiteral("down"));
    QCOMPARE(*m_fixture->catalog->snapshot()->provider(m_fixture->two)->fetchedAt, m_fixture->now - 5min);
    m_fixture->source.asked.clear();
    m_fixture->now += 59s;
    m_fixture->ask();
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked, QStringList());
    m_fixture->now += 1s;
    m_fixture->ask();
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b2"}));
    QCOMPARE(m_fixture->idsOf(m_fixture->two), QByteArrayList({"b2"}));
    QVERIFY(!m_fixture->catalog->snapshot()->provider(m_fixture->two)->lastError);
}

void ModelCatalogTest::theTimerAsksWhileSomebodyDoes()
{
    m_fixture->use(CatalogTimes {.patience = 60s, .checkEvery = 5ms});
    QVERIFY(m_fixture->fill());
    m_fixture->now += 5min;
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b"}));
    m_fixture->now += 5min;
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(4));
}

void ModelCatalogTest::anIdleCatalogAsksNobody()
{
    QVERIFY(m_fixture->fill());
    m_fixture->now += 15min + 1ms;
    m_fixture->catalog->checkDue();
    QCOMPARE(m_fixture->source.asked, QStringList());
    m_fixture->now += 24h;
    m_fixture->catalog->checkDue();
    QCOMPARE(m_fixture->source.asked, QStringList());
    // Whoever comes then gets the old list at once, and it is refreshed.
    m_fixture->ask();
    QCOMPARE(m_fixture->ready, 2);
    QCOMPARE(m_fixture->idsOf(m_fixture->one), QByteArrayList({"a"}));
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
}

void ModelCatalogTest::refreshAsksNowButNobodyTwice()
{
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one), providerOf(m_fixture->two)}));
    m_fixture->catalog->refresh();
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two}));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    m_fixture->catalog->refresh();
    QTRY_COMPARE(m_fixture->source.asked, QStringList({m_fixture->one, m_fixture->two, m_fixture->one}));
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(3));
    // Both have to answer before the first one who waits is called.
    m_fixture->ask();
    QVERIFY(m_fixture->source.serve(m_fixture->two, {"b"}));
    QTRY_COMPARE(m_fixture->ready, 1);
}

void ModelCatalogTest::otherThreadsAreServed()
{
    constexpr int threads = 8;
    std::atomic<int> called = 0;
    std::atomic<bool> isRightThread = true;
    m_fixture->catalog->setConfig(configOf({providerOf(m_fixture->one)}));
    std::vector<std::unique_ptr<QThread>> running;
    std::vector<std::unique_ptr<QObject>> contexts;
    for (int i = 0; i < threads; ++i) {
        QThread *const thread = running.emplace_back(std::make_unique<QThread>()).get();
        QObject *const context = contexts.emplace_back(std::make_unique<QObject>()).get();
        context->moveToThread(thread);
        connect(thread, &QThread::started, context, [&, context, thread] {
            m_fixture->catalog->whenReady(context, [&, thread] {
                isRightThread = isRightThread && QThread::currentThread() == thread;
                (void)m_fixture->catalog->snapshot();
                ++called;
                thread->quit();
            });
        });
        thread->start();
    }
    QTRY_COMPARE(m_fixture->source.asked.size(), qsizetype(1));
    QVERIFY(m_fixture->source.serve(m_fixture->one, {"a"}));
    QTRY_COMPARE(called.load(), threads);
    for (const auto &thread : running) {
        QVERIFY(thread->wait(10'000));
    }
    QVERIFY(isRightThread);
    m_fixture->settle();
    QCOMPARE(m_fixture->source.asked.size(), qsizetype(1));
}

QTEST_GUILESS_MAIN(ModelCatalogTest)
#include "tst_modelcatalog.moc"

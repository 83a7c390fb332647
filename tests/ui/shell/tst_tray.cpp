// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/chatcall.h"
#include "ui/providers/providerkit.h"
#include "ui/shell/todayfigures.h"
#include "ui/shell/tray.h"
#include "ui/shell/tripwatch.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto CONFIG = R"([llm.circuit_breaker]
failures = 1
[llm.providers.up]
type = "openai"
base_url = "@BASE@"
api_key = "k"
[llm.providers.up.retries]
max_attempts = 1
[llm.providers.up.models.dear]
price = { input = 1000, output = 1000 }
[llm.providers.other]
type = "openai"
base_url = "@BASE@"
api_key = "k"
[llm.providers.other.retries]
max_attempts = 1
[budgets.team]
limit_usd = 1
)";

constexpr auto ANSWER = R"({"model":"dear","choices":[{"message":{"role":"assistant","content":"Hi"}}],
"usage":{"prompt_tokens":900,"completion_tokens":400,"total_tokens":1300}})";

} // namespace

//! \brief What the tray says and does, and what the desktop is told. No desktop need be there.
class TrayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theAddressIsCopied();
    void pausingAndResumingIsOneEntry();
    void openAndQuitAreAskedFor();
    void theLastErrorsAreListedAndLeadToThem();
    void aProviderWithoutAKeyIsNamed();
    void withoutAddressNothingIsCopied();
    void aProviderThatRestsIsToldOnce();
    void aSpentBudgetIsTold();

private:
    void begin(const QByteArray &toml);
    //! Asks for an answer by \a model and waits until it has ended.
    void ask(const char *model);
    [[nodiscard]] QAction *entry(const QString &start) const;

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<TodayFigures> m_today;
    std::unique_ptr<Tray> m_tray;
};

void TrayTest::init()
{
    begin(CONFIG);
}

void TrayTest::cleanup()
{
    m_tray.reset();
    m_today.reset();
    m_kit.reset();
}

void TrayTest::begin(const QByteArray &toml)
{
    cleanup();
    m_kit = std::make_unique<ProviderKit>(toml);
    m_today = std::make_unique<TodayFigures>(m_kit->host.gateway().ledger().live(), m_kit->history);
    m_tray = std::make_unique<Tray>(m_kit->host, *m_today);
}

void TrayTest::ask(const char *model)
{
    ChatCall call;
    QSignalSpy ends(&call, &ChatCall::finished);
    call.start(m_kit->host.address(),
        R"({"model":")" + QByteArray(model) + R"(","messages":[{"role":"user","content":"Hi"}]})");
    QTRY_COMPARE(ends.size(), 1);
}

QAction *TrayTest::entry(const QString &start) const
{
    for (QAction *const action : m_tray->menu().actions()) {
        if (action->text().startsWith(start)) {
            return action;
        }
    }
    return nullptr;
}

void TrayTest::theAddressIsCopied()
{
    QAction *const address = entry(QStringLiteral("Copy http"));
    QVERIFY(address && address->isVisible());
    address->trigger();
    QCOMPARE(QApplication::clipboard()->text(), m_kit->host.address().toString() + QStringLiteral("/v1"));
    QVERIFY2(m_tray->words().contains(m_kit->host.address().authority()), qPrintable(m_tray->words()));
}

void TrayTest::pausingAndResumingIsOneEntry()
{
    QAction *const pause = entry(QStringLiteral("Pause"));
    QVERIFY(pause && pause->isEnabled());
    pause->trigger();
    QCOMPARE(m_kit->host.state(), GatewayHost::State::Paused);
    QCOMPARE(pause->text(), QStringLiteral("Resume"));
    QCOMPARE(m_tray->words(), QStringLiteral("Nexus is paused"));
    pause->trigger();
    QCOMPARE(m_kit->host.state(), GatewayHost::State::Serving);
}

void TrayTest::openAndQuitAreAskedFor()
{
    QSignalSpy opens(m_tray.get(), &Tray::openRequested);
    QSignalSpy quits(m_tray.get(), &Tray::quitRequested);
    entry(QStringLiteral("Open Nexus"))->trigger();
    entry(QStringLiteral("Quit"))->trigger();
    QCOMPARE(opens.size(), 1);
    QCOMPARE(quits.size(), 1);
}

void TrayTest::theLastErrorsAreListedAndLeadToThem()
{
    QAction *const errors = entry(QStringLiteral("Last errors"));
    QVERIFY(errors && !errors->isEnabled());
    ask("nowhere/none");
    QTRY_VERIFY(errors->isEnabled());
    QCOMPARE(errors->menu()->actions().size(), 1);
    QVERIFY2(errors->menu()->actions().front()->text().contains(QStringLiteral("nowhere/none")),
        qPrintable(errors->menu()->actions().front()->text()));
    QSignalSpy wanted(m_tray.get(), &Tray::errorsRequested);
    errors->menu()->actions().front()->trigger();
    QCOMPARE(wanted.size(), 1);
}

void TrayTest::aProviderWithoutAKeyIsNamed()
{
    begin("[llm.providers.claude]\ntype = \"anthropic\"\n");
    QVERIFY2(m_tray->words().contains(QStringLiteral("claude")), qPrintable(m_tray->words()));
}

void TrayTest::withoutAddressNothingIsCopied()
{
    m_kit->host.drain();
    QTRY_COMPARE(m_kit->host.state(), GatewayHost::State::Stopped);
    QAction *const pause = entry(QStringLiteral("Pause"));
    QVERIFY(pause && !pause->isEnabled());
    QVERIFY(!entry(QStringLiteral("Copy"))->isVisible());
}

void TrayTest::aProviderThatRestsIsToldOnce()
{
    TripWatch watch(m_kit->host);
    QSignalSpy told(&watch, &TripWatch::tripped);
    m_kit->provider.setDefaultReply(kit::Reply::json(500, R"({"error":{"message":"out of order"}})"));
    ask("up/dear");
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.front().at(0).toString().startsWith(QStringLiteral("up ")));
    QVERIFY2(told.front().at(1).toString().contains(QStringLiteral("out of order")),
        qPrintable(told.front().at(1).toString()));
    QCOMPARE(told.front().at(2).value<PageLink>(),
        (PageLink {.page = PageId::Providers, .argument = QStringLiteral("up")}));
    ask("up/dear");
    ask("other/dear");
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.back().at(0).toString().startsWith(QStringLiteral("other ")));
}

void TrayTest::aSpentBudgetIsTold()
{
    TripWatch watch(m_kit->host);
    QSignalSpy told(&watch, &TripWatch::tripped);
    m_kit->provider.setDefaultReply(kit::Reply::json(200, ANSWER));
    ask("up/dear");
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.front().at(0).toString().contains(QStringLiteral("team")),
        qPrintable(told.front().at(0).toString()));
    QCOMPARE(told.front().at(2).value<PageLink>().page, PageId::Usage);
}

QTEST_MAIN(TrayTest)
#include "tst_tray.moc"

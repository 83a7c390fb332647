// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/shell/console.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace nexus;

//! \brief The frame of the window around its pages, with a gateway behind it.
class WindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstStartShowsTheFirstSteps();
    void aFileWithProvidersNeedsNoFirstSteps_data();
    void aFileWithProvidersNeedsNoFirstSteps();
    void everyPageOpensByItsKey();
    void theStateIsSaidInTheFrame();
    void theAddressIsCopied();
    void aFailedStartIsSaid();
    void aWindowRemembersItsPageAndShape();
    void anotherLanguageBuildsThePagesAnew();
    void aThemeAppliesAtOnce();
    void quittingDrainsTheGateway();
    void aSignalAsksNobodyAboutWhatIsNotSaved();

private:
    void open(bool isWelcomed = true, bool hasFile = false);
    [[nodiscard]] QString text(const char *label) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LogOutput> m_log;
    std::unique_ptr<Keychain> m_keys;
    std::unique_ptr<GatewayHost> m_host;
    std::unique_ptr<Console> m_console;
};

void WindowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = std::make_unique<LogOutput>(LogLevel::Off, LogStyle::Text);
    m_keys = std::make_unique<Keychain>(nullptr);
    m_host = std::make_unique<GatewayHost>(*m_log,
        HostOptions {.environment = Environment(),
            .overrides = {.listen = ListenAddress {QHostAddress::LocalHost, 0}},
            .historyPath = m_folder->filePath(QStringLiteral("history.sqlite"))});
}

void WindowTest::cleanup()
{
    m_console.reset();
    m_host.reset();
}

void WindowTest::open(bool isWelcomed, bool hasFile)
{
    m_console = std::make_unique<Console>(*m_host, *m_keys,
        Console::Options {.configPath = m_folder->filePath(QStringLiteral("nexus.toml")),
            .settingsPath = m_folder->filePath(QStringLiteral("console.ini")),
            .hasFile = hasFile});
    if (isWelcomed) {
        m_console->window().skipWelcome();
    }
    m_console->window().show();
    // Shortcuts are those of the active window.
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

QString WindowTest::text(const char *label) const
{
    return m_console->window().findChild<QLabel *>(QLatin1String(label))->text();
}

void WindowTest::theFirstStartShowsTheFirstSteps()
{
    open(false);
    QVERIFY(!m_console->window().findChild<QWidget *>(QStringLiteral("sidebar"))->isVisible());
    m_console->window().skipWelcome();
    QVERIFY(m_console->window().findChild<QWidget *>(QStringLiteral("sidebar"))->isVisible());
    QVERIFY(m_console->preferences().isWelcomed());
    m_console.reset();
    open(false);
    QVERIFY(m_console->window().findChild<QWidget *>(QStringLiteral("sidebar"))->isVisible());
}

void WindowTest::aFileWithProvidersNeedsNoFirstSteps_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("providers") << QByteArray(
        "[llm.providers.local]\ntype = \"openai\"\nbase_url = \"http://127.0.0.1:9/v1\"\n")
                               << true;
    QTest::newRow("none") << QByteArray("[ledger]\nenabled = false\n") << false;
}

// The window is there before the file is read.
void WindowTest::aFileWithProvidersNeedsNoFirstSteps()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isKnown);
    const QString path = m_folder->filePath(QStringLiteral("nexus.toml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    open(false, true);
    QVERIFY(m_host->useFile(path));
    QTRY_VERIFY(m_host->config());
    QTRY_COMPARE(m_console->window().isWelcoming(), !isKnown);
    QCOMPARE(m_console->preferences().isWelcomed(), isKnown);
}

void WindowTest::everyPageOpensByItsKey()
{
    QVERIFY(m_host->useFile({}) && m_host->start());
    open();
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(&m_console->window(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(m_console->window().currentPage(), static_cast<PageId>(i));
        auto *const button
            = m_console->window().findChild<QToolButton *>(QStringLiteral("page%1").arg(i + 1));
        QVERIFY(button->isChecked());
    }
    QTest::mouseClick(m_console->window().findChild<QToolButton *>(QStringLiteral("page1")), Qt::LeftButton);
    QCOMPARE(m_console->window().currentPage(), PageId::Overview);
}

void WindowTest::theStateIsSaidInTheFrame()
{
    QVERIFY(m_host->useFile({}));
    open();
    QCOMPARE(text("sidebarState"), QStringLiteral("Not serving"));
    QVERIFY(m_host->start());
    QCOMPARE(text("sidebarState"), QStringLiteral("Serving"));
    QVERIFY(text("statusServing").contains(m_host->address().authority()));
    m_host->setPaused(true);
    QCOMPARE(text("sidebarState"), QStringLiteral("Paused"));
}

void WindowTest::theAddressIsCopied()
{
    QVERIFY(m_host->useFile({}) && m_host->start());
    open();
    auto *const copy = m_console->window().findChild<QPushButton *>(QStringLiteral("statusCopy"));
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_host->address().toString() + QStringLiteral("/v1"));
    QCOMPARE(copy->text(), QStringLiteral("Copied"));
}

void WindowTest::aFailedStartIsSaid()
{
    open();
    m_host->fail({.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("Port 8000 is taken by python3."),
        .detail = {}});
    QCOMPARE(text("sidebarState"), QStringLiteral("Not serving"));
    QCOMPARE(text("statusServing"), QStringLiteral("Port 8000 is taken by python3."));
}

void WindowTest::aWindowRemembersItsPageAndShape()
{
    open();
    m_console->window().resize(1000, 700);
    m_console->window().open({.page = PageId::Usage});
    m_console.reset();
    open();
    QCOMPARE(m_console->window().currentPage(), PageId::Usage);
    QCOMPARE(m_console->window().size(), QSize(1000, 700));
}

void WindowTest::anotherLanguageBuildsThePagesAnew()
{
    open();
    m_console->preferences().setLanguage(QStringLiteral("de"));
    QTRY_COMPARE(text("sidebarState"), QStringLiteral("Dient nicht"));
    m_console->preferences().setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(text("sidebarState"), QStringLiteral("Not serving"));
}

void WindowTest::aThemeAppliesAtOnce()
{
    open();
    m_console->preferences().setTheme(ConsolePreferences::Theme::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 60);
    m_console->preferences().setTheme(ConsolePreferences::Theme::Light);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
}

void WindowTest::quittingDrainsTheGateway()
{
    QVERIFY(m_host->useFile({}) && m_host->start());
    open();
    QSignalSpy finished(m_console.get(), &Console::finished);
    QTest::keyClick(&m_console->window(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_host->state(), GatewayHost::State::Stopped);
}

void WindowTest::aSignalAsksNobodyAboutWhatIsNotSaved()
{
    QVERIFY(m_host->useFile({}) && m_host->start());
    open();
    m_console->window().open({.page = PageId::Settings, .argument = QStringLiteral("file")});
    auto *const editor = m_console->window().findChild<QPlainTextEdit *>(QStringLiteral("tomlEditor"));
    QVERIFY(editor != nullptr);
    editor->appendPlainText(QStringLiteral("# not saved"));
    QSignalSpy finished(m_console.get(), &Console::finished);
    m_console->stop();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QCOMPARE(m_host->state(), GatewayHost::State::Stopped);
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"

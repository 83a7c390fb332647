// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/console.h"

#include "ui/models/providerrows.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QEvent>

namespace nexus {

namespace {

constexpr std::chrono::seconds trayInterval {2};
constexpr int trayTries = 30;
constexpr qsizetype shownMedia = 16 * 1024 * 1024; // bytes of images and files that the log can show

} // namespace

Console::Console(GatewayHost &host, Keychain &keys, const Options &options, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_settings(options.settingsPath, QSettings::IniFormat)
    , m_preferences(m_settings)
    , m_history(host.historyPath())
    , m_config(host, options.configPath)
    , m_today(host.gateway().ledger().live(), m_history)
    , m_trips(host)
    , m_language(m_preferences.language())
{
    host.gateway().ledger().media().setCapacity(shownMedia);
    useTheme();
    m_languages.use(m_language);
    m_window
        = std::make_unique<MainWindow>(ConsoleParts {host, m_history, keys, m_config, m_settings}, m_today);
    connect(m_window.get(), &MainWindow::closeRequested, this, &Console::onCloseRequested);
    connect(m_window.get(), &MainWindow::quitRequested, this, &Console::quit);
    connect(m_window.get(), &MainWindow::welcomed, this, [this] { m_preferences.setWelcomed(true); });
    m_window->installEventFilter(this);
    awaitTray();
    connect(&m_preferences, &ConsolePreferences::changed, this, &Console::onPreferencesChanged);
    connect(&m_scheme, &SystemScheme::changed, this, &Console::useTheme);
    connect(&m_trips, &TripWatch::tripped, this, &Console::onTripped);
    connect(&host, &GatewayHost::configApplied, this, &Console::onConfig);
    connect(&host, &GatewayHost::stateChanged, this, [this] { onConfig(m_host.config()); });
    connect(&host, &GatewayHost::finished, this, &Console::finished);
    if (!options.hasFile && !m_preferences.isWelcomed()) {
        m_window->welcome();
    }
    onConfig(host.config());
}

Console::~Console() = default;

void Console::makeTray()
{
    m_tray = std::make_unique<Tray>(m_host, m_today);
    connect(m_tray.get(), &Tray::openRequested, this, &Console::raise);
    connect(m_tray.get(), &Tray::quitRequested, this, &Console::quit);
    connect(m_tray.get(), &Tray::errorsRequested, this, [this] {
        raise();
        m_window->open({.page = PageId::LiveLog, .argument = QStringLiteral("is:error")});
    });
    connect(m_tray.get(), &Tray::messageClicked, this, [this] {
        raise();
        m_window->open(m_told);
    });
}

// At login programs start beside the tray, which nothing announces.
void Console::awaitTray()
{
    if (Tray::isAvailable()) {
        makeTray();
        return;
    }
    m_trayWait.setInterval(trayInterval);
    connect(&m_trayWait, &QTimer::timeout, this, [this, tries = 0]() mutable {
        if (Tray::isAvailable()) {
            makeTray();
            m_window->setVisible(!m_preferences.startsHidden() || !m_window->isMinimized());
        }
        if (m_tray || ++tries == trayTries) {
            m_trayWait.stop();
        }
    });
    m_trayWait.start();
}

bool Console::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_window.get() && event->type() == QEvent::Paint) {
        m_window->removeEventFilter(this);
        // The event is on its way to the window.
        QMetaObject::invokeMethod(this, &Console::shown, Qt::QueuedConnection);
    }
    return QObject::eventFilter(object, event);
}

void Console::show()
{
    if (!m_preferences.startsHidden() || !m_preferences.isWelcomed()) {
        m_window->show();
    } else if (!m_tray) {
        m_window->showMinimized();
    }
}

void Console::raise()
{
    m_window->raiseToFront();
}

void Console::quit()
{
    if (m_isQuitting || m_window->mayClose()) {
        stop();
    }
}

void Console::stop()
{
    if (m_isQuitting) {
        Q_EMIT finished();
        return;
    }
    m_isQuitting = true;
    m_host.drain();
}

void Console::onCloseRequested()
{
    if (!m_tray || !m_preferences.closesToTray()) {
        // Without a tray it stays where people find it.
        m_window->showMinimized();
        return;
    }
    m_window->hide();
    const QString hinted = QStringLiteral("window/isTrayHinted");
    if (!m_settings.value(hinted, false).toBool()) {
        m_settings.setValue(hinted, true);
        m_told = {.page = PageId::Overview};
        m_tray->tell(tr("Nexus goes on serving"),
            tr("You find it in the tray. Quit there, or with Ctrl+Q in the window."));
    }
}

void Console::onConfig(const ConfigSnapshot &config)
{
    if (config && !m_seenConfig && !m_preferences.isWelcomed() && !m_window->isWelcoming()) {
        if (hasProviders(*config)) {
            m_preferences.setWelcomed(true);
        } else {
            m_window->welcome();
        }
    }
    if (config && config != m_seenConfig) {
        m_seenConfig = config;
        m_history.setConfig(config);
        m_today.refresh();
    }
}

void Console::onPreferencesChanged()
{
    useTheme();
    // Half a window in each language is worse than waiting for who has something unsaved.
    if (m_preferences.language() != m_language && m_window->mayClose()) {
        m_language = m_preferences.language();
        m_languages.use(m_language);
        m_window->rebuild();
        if (m_tray) {
            m_tray->rebuild();
        }
    }
}

void Console::onTripped(const QString &title, const QString &text, const PageLink &link)
{
    if (m_tray && m_preferences.notifies()) {
        m_told = link;
        m_tray->tell(title, text);
    }
}

void Console::useTheme()
{
    const ConsolePreferences::Theme theme = m_preferences.theme();
    const bool isDark = theme == ConsolePreferences::Theme::Dark
        || (theme == ConsolePreferences::Theme::System && m_scheme.isDark());
    if (!qApp->styleSheet().isEmpty() && isDark == isDarkPalette(QApplication::palette())) {
        return;
    }
    applyTheme(*qApp, isDark);
}

} // namespace nexus

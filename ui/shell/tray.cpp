// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/tray.h"

#include "ui/models/hostproblem.h"
#include "ui/models/providerrows.h"
#include "ui/models/snippets.h"
#include "ui/widgets/icons.h"

#include <QClipboard>
#include <QGuiApplication>

namespace nexus {

namespace {

using State = GatewayHost::State;

QStringList namesWithoutKey(const GatewayHost &host)
{
    QStringList names;
    for (const ProviderConfig &provider : host.config()->llm.providers) {
        if (lacksKey(provider)) {
            names.append(provider.name);
        }
    }
    return names;
}

} // namespace

Tray::Tray(GatewayHost &host, TodayFigures &today, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_today(today)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            Q_EMIT openRequested();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::messageClicked);
    connect(&host, &GatewayHost::stateChanged, this, &Tray::show);
    connect(&host, &GatewayHost::configApplied, this, &Tray::show);
    connect(&today, &TodayFigures::changed, this, &Tray::show);
    show();
    m_icon.show();
}

Tray::~Tray() = default;

void Tray::fillMenu()
{
    m_address = m_menu.addAction(
        QString(), this, [this] { QGuiApplication::clipboard()->setText(openAiBaseUrl(m_host.address())); });
    m_figures = m_menu.addAction(QString());
    m_figures->setEnabled(false);
    m_menu.addSeparator();
    m_pause
        = m_menu.addAction(QString(), this, [this] { m_host.setPaused(m_host.state() == State::Serving); });
    m_errors = m_menu.addMenu(tr("Last errors"));
    m_menu.addSeparator();
    m_menu.addAction(tr("Open Nexus"), this, &Tray::openRequested);
    m_menu.addAction(tr("Quit"), this, &Tray::quitRequested);
}

void Tray::rebuild()
{
    m_menu.clear();
    fillMenu();
    show();
}

void Tray::show()
{
    const State state = m_host.state();
    QString icon = QStringLiteral("tray-serving");
    QString words = tr("Nexus is serving on %1").arg(m_host.address().authority());
    if (state == State::Paused) {
        icon = QStringLiteral("tray-paused");
        words = tr("Nexus is paused");
    } else if (state != State::Serving) {
        icon = QStringLiteral("tray-error");
        const std::optional<HostProblem> problem = problemOf(m_host);
        words = problem ? problem->what : tr("Nexus does not serve");
    } else if (const ConfigSnapshot &config = m_host.config(); !config || !hasProviders(*config)) {
        icon = QStringLiteral("tray-nokey");
        words = tr("Nexus is serving its demo model; add a key to use others");
    } else if (const QStringList names = namesWithoutKey(m_host); !names.isEmpty()) {
        icon = QStringLiteral("tray-nokey");
        words += u'\n' + tr("No key for %1", "names of providers").arg(names.join(QLatin1String(", ")));
    }
    m_icon.setIcon(lineIcon(icon));
    m_icon.setToolTip(words);
    m_address->setText(tr("Copy %1").arg(openAiBaseUrl(m_host.address())));
    m_address->setVisible(!m_host.address().isEmpty());
    m_pause->setText(state == State::Paused ? tr("Resume") : tr("Pause"));
    m_pause->setEnabled(state == State::Serving || state == State::Paused);
    const TodayFigures::Figures &today = m_today.figures();
    m_figures->setText(
        tr("Today: %n request(s), %1", nullptr, static_cast<int>(today.requests)).arg(m_today.cost()));
    m_errors->clear();
    for (const QString &line : today.lastErrors) {
        m_errors->addAction(line, this, &Tray::errorsRequested);
    }
    m_errors->setEnabled(!today.lastErrors.isEmpty());
}

void Tray::tell(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, programIcon());
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/session.h"

#include "app/programsetup.h"
#include "config/configfile.h"

#include <QDir>
#include <QTimer>

namespace nexus {

Session::Session(
    const LogOutput &log, const Options &options, const Environment &environment, const QString &folder)
    : m_options(options)
    , m_keys(Keychain::ofSystem(environment))
    , m_host(log, hostOptions(options, environment, m_keys.get()))
    , m_console(m_host, *m_keys,
          {.configPath = folder + QStringLiteral("/nexus.toml"), .settingsPath = settingsPath(folder)})
{ }

Session::~Session() = default;

QString Session::settingsPath(const QString &folder)
{
    return folder + QStringLiteral("/console.ini");
}

void Session::begin()
{
    m_console.show();
    QTimer::singleShot(0, &m_host, [this] { open(); });
}

// A configuration that cannot be read, or a port that is taken, is what the window is there to show. Without
// serving it is read all the same, for the pages and for who starts it there.
void Session::open()
{
    const Result<QString> path
        = findConfigFile(m_options.configPath, m_host.environment(), QStringLiteral("."), QDir::homePath());
    if (!path) {
        m_host.fail(path.error());
        return;
    }
    (void)m_host.useFile(*path);
    if (!m_console.preferences().servesAtStart()) {
        return;
    }
    if (const Result<void> started = m_host.start(); !started && m_host.config()) {
        m_host.fail(startError(started.error(), *m_host.config()));
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/start/session.h"

#include "app/programsetup.h"
#include "config/configfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace nexus {

namespace {

Result<QString> findFile(const Options &options, const Environment &environment)
{
    return findConfigFile(options.configPath, environment, QStringLiteral("."), QDir::homePath());
}

} // namespace

Session::Session(
    const LogOutput &log, const Options &options, const Environment &environment, const QString &folder)
    : m_options(options)
    , m_file(findFile(options, environment))
    , m_keys(Keychain::ofSystem(environment))
    , m_host(log, hostOptions(options, environment, m_keys.get()))
    , m_console(m_host, *m_keys,
          {.configPath = folder + QStringLiteral("/nexus.toml"),
              .settingsPath = settingsPath(folder),
              .hasFile = !m_file || !m_file->isEmpty()})
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

QString Session::about() const
{
    const QString address
        = m_host.address().isEmpty() ? QStringLiteral("not serving") : m_host.address().toString();
    const QString file = m_host.configPath();
    return address + QStringLiteral(", ")
        + (file.isEmpty() ? QStringLiteral("no configuration file") : QFileInfo(file).absoluteFilePath());
}

// A configuration that cannot be read, or a port that is taken, is what the window is there to show. Without
// serving it is read all the same, for the pages and for who starts it there.
void Session::open()
{
    if (!m_file) {
        m_host.fail(m_file.error());
        return;
    }
    (void)m_host.useFile(*m_file);
    if (!m_console.preferences().servesAtStart()) {
        return;
    }
    if (const Result<void> started = m_host.start(); !started && m_host.config()) {
        m_host.fail(startError(started.error(), *m_host.config()));
    }
}

} // namespace nexus

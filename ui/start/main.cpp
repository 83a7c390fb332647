// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/programsetup.h"
#include "app/qtmessages.h"
#include "app/signalwatcher.h"
#include "ui/shell/singleinstance.h"
#include "ui/start/session.h"

#include <QApplication>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace nexus {

namespace {

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/nexus");
}

// The window of the one that runs is raised. What it does is not changed by options of a second start.
int leaveItToOther(const QString &about)
{
    const QStringList options = QCoreApplication::arguments().mid(1);
    if (options.isEmpty()) {
        return 0;
    }
    const QString ignored = options.join(u' ');
    const QString where = about.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(about);
    const bool hasAddress = std::ranges::any_of(options, [](const QString &option) {
        return option.startsWith(QLatin1String("-l")) || option.startsWith(QLatin1String("--listen-address"));
    });
    const QString address = hasAddress ? QString() : QStringLiteral("--listen-address 127.0.0.1:8001 ");
    const QString text = QStringLiteral("nexus: a console is already running%1; '%2' has no effect on it.\n"
                                        "Quit it first, or serve beside it: nexus --headless %3%2\n")
                             .arg(where, ignored, address);
    std::fputs(qPrintable(text), stderr);
    return 1;
}

int runConsole(const Options &options, const Environment &environment)
{
    SingleInstance instance(Session::settingsPath(configFolder()));
    if (const std::optional<QString> other = instance.raiseOther()) {
        return leaveItToOther(*other);
    }
    instance.listen();
    const LogOutput log(options.logLevel, logStyleOf(options, environment));
    const Logger logger = log.logger("console");
    forwardQtMessages(log.logger("qt"));
    Session session(log, options, environment, configFolder());
    Console &console = session.console();
    instance.describe([&session] { return session.about(); });
    QObject::connect(&instance, &SingleInstance::raised, &console, &Console::raise);
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &console, &Console::stop);
    QObject::connect(&signalWatcher, &SignalWatcher::reloadRequested, &session.host(), &GatewayHost::reload);
    // quit() would ask the window, which goes to the tray instead.
    QObject::connect(&console, &Console::finished, qApp, [] { QCoreApplication::exit(0); });
    QObject::connect(
        &console, &Console::shown, &console, [&logger] { logger.event(LogLevel::Debug, "window_shown"); });
    session.begin();
    const int code = QApplication::exec();
    logger.event(LogLevel::Info, "stopped");
    return code;
}

} // namespace

} // namespace nexus

int main(int argc, char *argv[])
{
    nexus::prepareProcess();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nexus"));
    QApplication::setApplicationDisplayName(QStringLiteral("Nexus"));
    QApplication::setApplicationVersion(QStringLiteral(NEXUS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("nexus"));
    QApplication::setQuitOnLastWindowClosed(false);
    const nexus::Environment environment = nexus::Environment::ofProcess();
    const nexus::Result<nexus::Options> options
        = nexus::parseCommandLine(QCoreApplication::arguments(), environment);
    if (!options || options->command != nexus::Options::Command::Serve) {
        std::fputs("nexus-console: start it as `nexus`, which knows all commands.\n", stderr);
        return 2;
    }
    nexus::raiseDescriptorLimit();
    return nexus::runConsole(*options, environment);
}

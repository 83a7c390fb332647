// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/programsetup.h"
#include "app/qtmessages.h"
#include "app/signalwatcher.h"
#include "config/configfile.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/shell/console.h"
#include "ui/shell/singleinstance.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace nexus {

namespace {

QString configFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/nexus");
}

// A configuration that cannot be read, or a port that is taken, is what the window is there to show.
void serve(GatewayHost &host, const Options &options)
{
    const Result<QString> path
        = findConfigFile(options.configPath, host.environment(), QStringLiteral("."), QDir::homePath());
    if (!path) {
        host.fail(path.error());
        return;
    }
    (void)host.useFile(*path);
    if (const Result<void> started = host.start(); !started && host.config()) {
        host.fail(startError(started.error(), *host.config()));
    }
}

int runConsole(const Options &options, const Environment &environment)
{
    const QString settings = configFolder() + QStringLiteral("/console.ini");
    SingleInstance instance(settings);
    if (instance.raiseOther()) {
        return 0;
    }
    instance.listen();
    const LogOutput log(options.logLevel, logStyleOf(options, environment));
    const Logger logger = log.logger("console");
    forwardQtMessages(log.logger("qt"));
    const std::unique_ptr<Keychain> keys = Keychain::ofSystem(environment);
    GatewayHost host(log, hostOptions(options, environment, keys.get()));
    Console console(host, *keys,
        {.configPath = configFolder() + QStringLiteral("/nexus.toml"), .settingsPath = settings});
    QObject::connect(&instance, &SingleInstance::raised, &console, &Console::raise);
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &console, &Console::quit);
    QObject::connect(&signalWatcher, &SignalWatcher::reloadRequested, &host, &GatewayHost::reload);
    // quit() would ask the window, which goes to the tray instead.
    QObject::connect(&console, &Console::finished, qApp, [] { QCoreApplication::exit(0); });
    console.show();
    if (console.preferences().servesAtStart()) {
        QTimer::singleShot(0, &host, [&host, &options] { serve(host, options); });
    }
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

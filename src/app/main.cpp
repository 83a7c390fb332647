// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>
#include <string_view>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#include <sys/resource.h>
#endif

namespace {

// Each request may hold two sockets, and a usual limit of 1024 descriptors is soon reached.
void raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

// Qt's own event dispatcher costs less than GLib's when many sockets are busy.
void preferOwnDispatcher()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB")) {
        qputenv("QT_NO_GLIB", "1");
    }
}

// A service often starts without a locale. Qt then takes UTF-8 anyway, but says so in four lines of log.
void preferUtf8()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(::nl_langinfo(CODESET)) != "UTF-8") {
        qputenv("LC_ALL", "C.UTF-8");
    }
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    preferOwnDispatcher();
    preferUtf8();
    const QCoreApplication application(argc, argv);
    const nexus::Environment environment = nexus::Environment::ofProcess();
    const nexus::Result<nexus::Options> options
        = nexus::parseCommandLine(QCoreApplication::arguments(), environment);
    if (!options) {
        std::fprintf(stderr, "nexus: %s\n%s\n", qUtf8Printable(options.error().message),
            qUtf8Printable(nexus::usageHint()));
        return 2;
    }
    if (options->command == nexus::Options::Command::Help) {
        std::fputs(qUtf8Printable(nexus::helpText()), stdout);
        return 0;
    }
    if (options->command == nexus::Options::Command::Version) {
        std::puts(qUtf8Printable(nexus::versionText()));
        return 0;
    }
    raiseDescriptorLimit();
    return nexus::Application(*options, environment).run();
}

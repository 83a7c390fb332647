// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/programsetup.h"

#include "base/portowner.h"
#include "ledger/history/historypath.h"

#include <QDir>

#include <clocale>
#include <string_view>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace nexus {

namespace {

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

void prepareProcess()
{
    preferOwnDispatcher();
    preferUtf8();
}

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

LogStyle logStyleOf(const Options &options, const Environment &environment)
{
#ifdef Q_OS_UNIX
    const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
#else
    const bool isTerminal = false;
#endif
    const bool hasColor = isTerminal && environment.text(QStringLiteral("NO_COLOR")).isEmpty();
    return options.logStyle.value_or(hasColor ? LogStyle::Color : LogStyle::Text);
}

HostOptions hostOptions(const Options &options, const Environment &environment, Keychain *keychain)
{
    return {.environment = environment,
        .overrides = {.listen = options.listen},
        .historyPath = historyPath(environment, QDir::homePath()),
        .keychain = keychain};
}

Error startError(const Error &error, const GatewayConfig &config)
{
    if (error.code != Acceptor::addressInUse) {
        return error;
    }
    const ListenAddress wanted {.address = config.server.address, .port = config.server.port};
    Error out = error;
    out.message = describeTakenPort(wanted, findPortOwner(wanted), nextFreePort(wanted));
    return out;
}

} // namespace nexus

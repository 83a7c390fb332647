// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/hostproblem.h"

#include "base/portowner.h"
#include "listener/acceptor.h"

#include <QCoreApplication>

namespace nexus {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("nexus::HostProblem", text);
}

QString takenText(const ListenAddress &wanted)
{
    const QString address = formatListenAddress(wanted);
    if (const std::optional<PortOwner> owner = findPortOwner(wanted)) {
        return say(QT_TRANSLATE_NOOP("nexus::HostProblem", "%1 is taken by %2 (process %3)."))
            .arg(address, owner->program, QString::number(owner->pid));
    }
    return say(QT_TRANSLATE_NOOP("nexus::HostProblem", "%1 is taken by another program.")).arg(address);
}

// What the command line says wins over Settings; what serves already goes on at the address it has.
QString takenStep(const GatewayHost &host)
{
    if (host.overrides().listen) {
        return say(QT_TRANSLATE_NOOP(
            "nexus::HostProblem", "End that program and try again, or start Nexus with another address."));
    }
    if (host.state() == GatewayHost::State::Failed) {
        return say(QT_TRANSLATE_NOOP("nexus::HostProblem",
            "End that program and try again, or choose another listen address in Settings."));
    }
    return say(QT_TRANSLATE_NOOP(
        "nexus::HostProblem", "The old address stays until you choose another listen address in Settings."));
}

QString freeText(const ListenAddress &wanted)
{
    const std::optional<quint16> port = nextFreePort(wanted);
    return port ? u' '
            + say(QT_TRANSLATE_NOOP("nexus::HostProblem", "%1 is free."))
                  .arg(formatListenAddress({.address = wanted.address, .port = *port}))
                : QString();
}

} // namespace

QString HostProblem::whole() const
{
    return step.isEmpty() ? what : what + u' ' + step;
}

std::optional<HostProblem> problemOf(const GatewayHost &host)
{
    const std::optional<Error> &problem = host.problem();
    if (!problem) {
        return std::nullopt;
    }
    if (problem->code != Acceptor::addressInUse || !host.config()) {
        return HostProblem {.what = problem->message, .step = {}};
    }
    const ListenAddress wanted {host.config()->server.address, host.config()->server.port};
    return HostProblem {.what = takenText(wanted), .step = takenStep(host) + freeText(wanted)};
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"

#include <QString>

#include <optional>

namespace nexus {

//! \brief A program that holds a port.
struct PortOwner {
    QString program;
    qint64 pid = 0;

    bool operator==(const PortOwner &) const = default;
};

//! \brief The program that listens at \a wanted or at all addresses of its port.
//!
//! Nothing off Linux, and where this user may not look into that program. Blocks on files under \a procRoot.
[[nodiscard]] std::optional<PortOwner> findPortOwner(
    const ListenAddress &wanted, const QString &procRoot = QStringLiteral("/proc"));

//! \brief The first of the 20 ports after \a taken that is free on its address, found by binding to each.
[[nodiscard]] std::optional<quint16> nextFreePort(const ListenAddress &taken);

//! \brief One line for a user whose port is taken: who has it, and what to try instead.
[[nodiscard]] QString describeTakenPort(
    const ListenAddress &taken, const std::optional<PortOwner> &owner, std::optional<quint16> freePort);

} // namespace nexus

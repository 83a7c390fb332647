// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/gatewayhost.h"

#include <QString>

#include <optional>

namespace nexus {

//! \brief GatewayHost::problem() for people.
struct HostProblem {
    QString what; //!< what is wrong
    QString step; //!< what to do next, in a sentence; empty where \a what says it

    [[nodiscard]] QString whole() const; //!< both
    bool operator==(const HostProblem &) const = default;
};

//! \brief What is wrong with \a host, translated where that is known to be a port that another program has;
//! nothing when all is well. Looks for that program, and for a port that is free.
[[nodiscard]] std::optional<HostProblem> problemOf(const GatewayHost &host);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandline/commandline.h"
#include "secrets/environment.h"
#include "service/gatewayhost.h"

namespace nexus {

//! What the program without a window and the one with it do alike when they start.

//! \brief Sets what has to be set before there is an application object.
void prepareProcess();

//! \brief Lets the process open as many sockets as the system allows.
void raiseDescriptorLimit();

//! \brief How log lines look: as asked for, else with colours on a terminal.
[[nodiscard]] LogStyle logStyleOf(const Options &options, const Environment &environment);

//! \brief What the gateway is made of. \a keychain outlives it.
[[nodiscard]] HostOptions hostOptions(
    const Options &options, const Environment &environment, Keychain *keychain);

//! \brief Why the gateway does not start, with the program that has its port where the system tells.
[[nodiscard]] Error startError(const Error &error, const GatewayConfig &config);

} // namespace nexus

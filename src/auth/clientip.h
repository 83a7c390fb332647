// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/accessconfig.h"
#include "wire/httpmessage.h"

#include <QHostAddress>

namespace nexus {

//! \brief The address of the client itself.
//!
//! `X-Real-IP` when that is trusted, holds an address and stands once; else entry number trustedHops, from
//! the right and from 0, of all `X-Forwarded-For` headers as one list, when that is an address, with or
//! without a port; else who is at the other end of the connection. An IPv4 address in IPv6 clothes becomes
//! IPv4.
[[nodiscard]] QHostAddress clientAddress(const ClientIpConfig &config, const RequestSnapshot &request);

} // namespace nexus

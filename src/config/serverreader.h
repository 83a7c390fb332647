// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/serverconfig.h"
#include "config/tablereader.h"

namespace nexus {

//! \brief Reads `[server]` of \a root, if there is one.
void readServer(TableReader &root, ServerConfig &out);

//! \brief Reads the tables of `[server]` that say who may use the gateway: csrf, cors, oauth,
//! client_identification and client_ip.
void readAccess(TableReader &server, ServerConfig &out);

} // namespace nexus

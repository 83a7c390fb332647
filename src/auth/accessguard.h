// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accessverdict.h"
#include "auth/cors.h"
#include "auth/hostcheck.h"
#include "config/gatewayconfig.h"

namespace nexus {

//! \brief Keeps web pages out that have no business here. Asked first, for every request and every path.
//!
//! In this order: the name in `Host` (HostCheck), the page in `Origin` (CorsPolicy), the header against
//! forged requests (csrfRefusal()). A request without `Host` (HTTP/1.0) or without `Origin` passes the check
//! in question: whatever is no browser is free to leave them out. Immutable, built for each configuration.
class AccessGuard final {
public:
    explicit AccessGuard(const ConfigSnapshot &config);

    //! \brief What becomes of \a request.
    [[nodiscard]] AccessVerdict check(const RequestSnapshot &request) const;

private:
    HostCheck m_hosts;
    CorsPolicy m_cors;
    CsrfConfig m_csrf;
};

} // namespace nexus

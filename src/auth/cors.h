// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accessverdict.h"
#include "auth/originpattern.h"
#include "config/serverconfig.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace nexus {

//! \brief Decides what a web page may do (Fetch standard, "HTTP-network-or-cache fetch" and "CORS protocol").
//!
//! A page of another origin cannot spend the keys of this gateway: a foreign `Origin` is refused whatever the
//! method, unless `server.cors.allow_origins` names it. Not foreign is what isLocalOrigin() and
//! isSameOrigin() say.
//!
//! Without `[server.cors]` a local page may do everything: it gets `Access-Control-Allow-Origin` with its own
//! origin, and its preflight is granted what it asks for. With the table the file alone says which pages may
//! read an answer: an aspect that it does not name sends no header, and a local page that allow_origins does
//! not name is served but cannot read. Every OPTIONS with `Access-Control-Request-Method` is a preflight and
//! is answered 204 here. `*` never goes together with credentials.
class CorsPolicy final {
public:
    explicit CorsPolicy(const ServerConfig &server);

    //! \brief What becomes of \a request, which carries \a origin. \a host is its `Host`, empty without one.
    [[nodiscard]] AccessVerdict judge(
        const RequestSnapshot &request, const QByteArray &origin, QByteArrayView host) const;

    //! \brief What goes along with an answer to a request without `Origin`.
    [[nodiscard]] const HeaderList &headersWithoutOrigin() const { return m_withoutOrigin; }

private:
    [[nodiscard]] bool isListed(const std::optional<Origin> &origin) const;
    void addLocal(const RequestSnapshot &request, const QByteArray &origin, AccessVerdict &verdict) const;
    void addConfigured(const RequestSnapshot &request, const QByteArray &origin, bool isAllowed,
        AccessVerdict &verdict) const;

    std::optional<CorsConfig> m_config;
    bool m_isTls = false;
    std::vector<OriginPattern> m_origins;
    HeaderList m_withoutOrigin;
    QByteArray m_methods; //!< header values; empty for an aspect that is not configured
    QByteArray m_headers;
    QByteArray m_exposed;
};

//! \brief The refusal of a page of \a origin.
[[nodiscard]] Error originRefusal(const QByteArray &origin);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/timesource.h"
#include "contract/httpfetcher.h"
#include "upstream/webexchange.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace nexus {

//! \brief Gets documents through a network manager of its own: no redirect, no cookie, no compression, the
//! system's proxy except to loopback addresses, HTTP/2 where the server has it.
//!
//! Errors name the host and the reason, and never a path, a query or a key: UpstreamUnreachable,
//! UpstreamTimeout, or UpstreamInvalid for an answer that is cut, too large or not HTTP. A context lives in
//! the fetcher's thread; its end ends its exchanges. Destruction ends all without a call. A callback must not
//! destroy the fetcher.
class WebFetcher final : public HttpFetcher {
public:
    //! \param tls in place of the system's settings
    explicit WebFetcher(std::optional<QSslConfiguration> tls = {});
    ~WebFetcher() override;
    Q_DISABLE_COPY_MOVE(WebFetcher)

    void fetch(const FetchAsk &ask, QObject *context, Done done) override;

private:
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<QObject> m_exchanges; //!< their parent
    TimePoint m_lastUse = bootTime();
};

} // namespace nexus

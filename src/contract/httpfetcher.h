// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "wire/httpmessage.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

namespace nexus {

// What Error::code says where a server was not reached, as far as it is known.
inline constexpr char hostNotFound[] = "host_not_found"; //!< no name like this, or no network to ask in
inline constexpr char connectionRefused[] = "connection_refused"; //!< nothing listens there
inline constexpr char tlsFailed[] = "tls_failed"; //!< Error::detail says why

//! \brief A short answer as a whole.
struct FetchedAnswer {
    ResponseHead head;
    QByteArray body;
};

//! \brief One short request, with limits on time and size.
struct FetchAsk {
    QUrl url;
    HeaderList headers;
    QByteArray method = "GET";
    QByteArray body = {};
    std::chrono::milliseconds timeout {10'000}; //!< for the whole exchange
    qsizetype maxBody = 8 * 1024 * 1024; //!< a longer answer is UpstreamInvalid
};

//! \brief Speaks HTTP for the gateway itself: key sets, lists of models, telemetry. Lives in one thread.
class HttpFetcher {
public:
    using Done = std::function<void(Result<FetchedAnswer>)>;

    HttpFetcher() = default;
    virtual ~HttpFetcher() = default;
    Q_DISABLE_COPY_MOVE(HttpFetcher)

    //! \brief Sends \a ask and calls \a done once, from the event loop, with any answer that is HTTP,
    //! whatever its status. Not called when \a context died before. Follows no redirect.
    virtual void fetch(const FetchAsk &ask, QObject *context, Done done) = 0;
};

} // namespace nexus

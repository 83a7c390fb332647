// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace nexus {

//! \brief What went wrong, in the terms a client understands.
enum class ErrorKind {
    InvalidRequest, //!< the request is not JSON, or a field has the wrong shape
    Unauthenticated, //!< no usable provider key, or credentials refused
    Forbidden, //!< known caller, not allowed
    ModelNotFound, //!< no alias, provider/model or bare name fits
    PathNotFound, //!< no endpoint at this path
    MethodNotAllowed, //!< the path exists, the method does not
    ClientTimeout, //!< the client sent its request too slowly
    BodyTooLarge, //!< body above server.max_body_size
    HeaderTooLarge, //!< request line and headers above the limit
    UnsupportedMediaType, //!< a body that is not application/json
    RateLimited, //!< refused by a limit of this gateway
    QuotaExceeded, //!< refused by a budget of this gateway
    UpstreamRefused, //!< the provider answered 4xx; Error::upstreamStatus tells which
    UpstreamFailed, //!< the provider answered 500, 502 or another 5xx
    UpstreamOverloaded, //!< the provider answered 503 or 529
    UpstreamUnreachable, //!< no connection: DNS, TCP, TLS or connect timeout
    UpstreamInvalid, //!< an answer that cannot be read, or one that was cut
    UpstreamTimeout, //!< first byte, idle or total timeout, or 504 from the provider
    Unavailable, //!< the gateway is full or shutting down
    Internal, //!< a defect of this program
};

//! \brief A failure as a value with two texts: one for the client, one for the log.
//!
//! Neither text may contain a key, a token or a URL with a key in it.
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString message; //!< for the client: what is wrong and the next step
    QString detail; //!< for the log: what only the operator needs, may be empty
    QByteArray param = {}; //!< JSON pointer or name of the offending field, may be empty
    QByteArray code = {}; //!< machine-readable code; empty means the kind's own, see errorCode()
    int upstreamStatus = 0; //!< HTTP status of the provider, 0 when there was none
    QByteArray retryAfter = {}; //!< Retry-After exactly as the provider sent it, may be empty
    QByteArray challenge
        = {}; //!< value of WWW-Authenticate where the caller has to show a token, may be empty
    QByteArray type = {}; //!< the provider's own word for a refusal; empty means the kind's, see errorType()

    bool operator==(const Error &) const = default;
};

//! \brief The HTTP status for \a error: the one place where kinds become numbers.
[[nodiscard]] int httpStatus(const Error &error);

//! \brief The OpenAI error `type` for \a error, for example `invalid_request_error`.
[[nodiscard]] QByteArray errorType(const Error &error);

//! \brief The OpenAI error `code` for \a error; empty where OpenAI would say null.
[[nodiscard]] QByteArray errorCode(const Error &error);

} // namespace nexus

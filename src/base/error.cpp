// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/error.h"

namespace nexus {

int httpStatus(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
        return 400;
    case ErrorKind::Unauthenticated:
        return 401;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
        return 404;
    case ErrorKind::MethodNotAllowed:
        return 405;
    case ErrorKind::ClientTimeout:
        return 408;
    case ErrorKind::BodyTooLarge:
        return 413;
    case ErrorKind::UnsupportedMediaType:
        return 415;
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
        return 429;
    case ErrorKind::HeaderTooLarge:
        return 431;
    case ErrorKind::UpstreamRefused:
        return error.upstreamStatus >= 400 && error.upstreamStatus < 500 ? error.upstreamStatus : 502;
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
        return 502;
    case ErrorKind::UpstreamOverloaded:
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::UpstreamTimeout:
        return 504;
    case ErrorKind::Internal:
        return 500;
    }
    return 500;
}

static QByteArray typeOfRefusal(int upstreamStatus)
{
    switch (upstreamStatus) {
    case 401:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 429:
        return "rate_limit_error";
    default:
        return "invalid_request_error";
    }
}

QByteArray errorType(const Error &error)
{
    if (!error.type.isEmpty()) {
        return error.type;
    }
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
        return "invalid_request_error";
    case ErrorKind::Unauthenticated:
        return "authentication_error";
    case ErrorKind::Forbidden:
        return "permission_error";
    case ErrorKind::RateLimited:
        return "rate_limit_error";
    case ErrorKind::QuotaExceeded:
        return "insufficient_quota";
    case ErrorKind::UpstreamRefused:
        return typeOfRefusal(error.upstreamStatus);
    case ErrorKind::UpstreamOverloaded:
    case ErrorKind::Unavailable:
        return "overloaded_error";
    case ErrorKind::UpstreamTimeout:
        return "timeout_error";
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamUnreachable:
    case ErrorKind::UpstreamInvalid:
    case ErrorKind::Internal:
        return "api_error";
    }
    return "api_error";
}

QByteArray errorCode(const Error &error)
{
    if (!error.code.isEmpty()) {
        return error.code;
    }
    switch (error.kind) {
    case ErrorKind::ModelNotFound:
        return "model_not_found";
    case ErrorKind::RateLimited:
        return "rate_limit_exceeded";
    case ErrorKind::QuotaExceeded:
        return "insufficient_quota";
    case ErrorKind::UpstreamUnreachable:
        return "upstream_unreachable";
    case ErrorKind::UpstreamInvalid:
        return "upstream_invalid";
    case ErrorKind::UpstreamTimeout:
        return "upstream_timeout";
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthenticated:
    case ErrorKind::Forbidden:
    case ErrorKind::PathNotFound:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::ClientTimeout:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
    case ErrorKind::UpstreamRefused:
    case ErrorKind::UpstreamFailed:
    case ErrorKind::UpstreamOverloaded:
    case ErrorKind::Unavailable:
    case ErrorKind::Internal:
        return {};
    }
    return {};
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/errorbody.h"

namespace nexus {

namespace {

QByteArray stringOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QByteArrayLiteral("null") : jsonString(text);
}

QByteArray openAiBody(const Error &error)
{
    return "{\"error\":{\"message\":" + jsonString(error.message.toUtf8())
        + ",\"type\":" + jsonString(errorType(error)) + ",\"param\":" + stringOrNull(error.param)
        + ",\"code\":" + stringOrNull(errorCode(error)) + "}}";
}

QByteArray anthropicTypeOfRefusal(int status)
{
    switch (status) {
    case 401:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 404:
        return "not_found_error";
    case 408:
        return "timeout_error";
    case 413:
        return "request_too_large";
    case 429:
        return "rate_limit_error";
    default:
        return "invalid_request_error";
    }
}

QByteArray anthropicType(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::MethodNotAllowed:
    case ErrorKind::HeaderTooLarge:
    case ErrorKind::UnsupportedMediaType:
        return "invalid_request_error";
    case ErrorKind::Unauthenticated:
        return "authentication_error";
    case ErrorKind::Forbidden:
        return "permission_error";
    case ErrorKind::ModelNotFound:
    case ErrorKind::PathNotFound:
        return "not_found_error";
    case ErrorKind::BodyTooLarge:
        return "request_too_large";
    case ErrorKind::RateLimited:
    case ErrorKind::QuotaExceeded:
        return "rate_limit_error";
    case ErrorKind::UpstreamRefused:
        return anthropicTypeOfRefusal(httpStatus(error));
    case ErrorKind::UpstreamOverloaded:
    case ErrorKind::Unavailable:
        return "overloaded_error";
    case ErrorKind::ClientTimeout:
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

QByteArray anthropicBody(const Error &error, const QByteArray &requestId)
{
    return "{\"type\":\"error\",\"error\":{\"type\":" + jsonString(anthropicType(error)) + ",\"message\":"
        + jsonString(error.message.toUtf8()) + "},\"request_id\":" + stringOrNull(requestId) + "}";
}

} // namespace

QByteArray errorBody(const Error &error, Dialect dialect, const QByteArray &requestId)
{
    switch (dialect) {
    case Dialect::OpenAi:
        return openAiBody(error);
    case Dialect::Anthropic:
        return anthropicBody(error, requestId);
    }
    return openAiBody(error);
}

ResponseHead errorHead(const Error &error)
{
    ResponseHead head {.status = httpStatus(error), .headers = {{"Content-Type", "application/json"}}};
    if (!error.retryAfter.isEmpty()) {
        head.headers.add("Retry-After", error.retryAfter);
    }
    if (!error.challenge.isEmpty()) {
        head.headers.add("WWW-Authenticate", error.challenge);
    }
    if (error.kind == ErrorKind::QuotaExceeded) {
        // Days may pass until it is worth it, and client libraries would repeat any 429.
        head.headers.add("x-should-retry", "false");
    }
    return head;
}

QByteArray errorEvent(const Error &error, Dialect dialect, const QByteArray &requestId)
{
    QByteArray data = "data: " + errorBody(error, dialect, requestId) + "\n\n";
    switch (dialect) {
    case Dialect::OpenAi:
        return data;
    case Dialect::Anthropic:
        return "event: error\n" + data;
    }
    return data;
}

} // namespace nexus

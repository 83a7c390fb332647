// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/errorreader.h"

#include "dialects/gemini/gemini.h"
#include "dialects/gemini/jsontext.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace nexus::gemini {

namespace {

constexpr int unauthenticated = 401;

QByteArray typeOf(int status)
{
    switch (status) {
    case unauthenticated:
        return "authentication_error";
    case 403:
        return "permission_error";
    case 429:
        return "rate_limit_error";
    case 503:
        return "overloaded_error";
    case 504:
        return "timeout_error";
    default:
        return status >= 400 && status < 500 ? "invalid_request_error" : "api_error";
    }
}

// "34.074824224s" (google.protobuf.Duration) as whole seconds, rounded up; empty when it is none.
QByteArray secondsOf(const std::string &duration)
{
    constexpr qint64 longest = 1'000'000'000;
    qint64 seconds = 0;
    const char *end = duration.data() + duration.size();
    const auto [pos, problem] = std::from_chars(duration.data(), end, seconds);
    if (problem != std::errc() || seconds < 0 || seconds > longest) {
        return {};
    }
    std::string_view rest(pos, end);
    if (!rest.ends_with('s')) {
        return {};
    }
    rest.remove_suffix(1);
    const bool hasFraction = rest.find_first_of("123456789") != std::string_view::npos;
    return QByteArray::number(std::max<qint64>(seconds + (hasFraction ? 1 : 0), 1));
}

bool isBadKey(const Json &error, const std::string &message)
{
    if (message.starts_with("API key not valid") || message.starts_with("API key expired")) {
        return true;
    }
    const Json *details = arrayOf(error, "details");
    return details != nullptr && std::ranges::any_of(*details, [](const Json &detail) {
        const std::string reason = textOf(detail, "reason");
        return reason == "API_KEY_INVALID" || reason == "API_KEY_EXPIRED";
    });
}

QByteArray retryAfterOf(const Json &error)
{
    const Json *details = arrayOf(error, "details");
    if (details == nullptr) {
        return {};
    }
    for (const Json &detail : *details) {
        if (textOf(detail, "@type").ends_with("google.rpc.RetryInfo")) {
            return secondsOf(textOf(detail, "retryDelay"));
        }
    }
    return {};
}

} // namespace

std::optional<ProviderError> errorIn(const Json &answer)
{
    const Json *error = objectOf(answer, "error");
    if (error == nullptr) {
        return std::nullopt;
    }
    const std::string message = textOf(*error, "message");
    ProviderError out {.message = QByteArray::fromStdString(message),
        .code = QByteArray::fromStdString(textOf(*error, "status")),
        .retryAfter = retryAfterOf(*error)};
    const qint64 code = integerOf(*error, "code");
    out.status = code >= 400 && code < 600 ? int(code) : 0;
    if (isBadKey(*error, message)) {
        out.status = unauthenticated;
    }
    out.type = typeOf(out.status);
    return out;
}

std::optional<ProviderError> readError(int status, const HeaderList &, const QByteArray &body)
{
    const auto tree = parseBounded(body);
    if (!tree) {
        return std::nullopt;
    }
    auto error = errorIn(tree->is_array() && !tree->empty() ? tree->front() : *tree);
    if (!error) {
        return std::nullopt;
    }
    if (error->status == 0) {
        error->type = typeOf(status);
    }
    if (status >= 400 && error->status != unauthenticated) {
        error->status = 0;
    }
    if (error->status == status) {
        error->status = 0;
    }
    return error;
}

} // namespace nexus::gemini

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/errorwords.h"

#include "dialects/anthropic/access.h"

#include <array>
#include <string_view>

namespace nexus::anthropic {

namespace {

struct Word {
    std::string_view own;
    const char *common;
    int status;
};

// platform.claude.com/docs/en/api/errors
constexpr std::array words {Word {"invalid_request_error", "invalid_request_error", 400},
    Word {"authentication_error", "authentication_error", 401},
    Word {"billing_error", "insufficient_quota", 402}, Word {"permission_error", "permission_error", 403},
    Word {"not_found_error", "invalid_request_error", 404},
    Word {"request_too_large", "invalid_request_error", 413},
    Word {"rate_limit_error", "rate_limit_error", 429}, Word {"api_error", "api_error", 500},
    Word {"timeout_error", "timeout_error", 504}, Word {"overloaded_error", "overloaded_error", 529}};

} // namespace

std::optional<ProviderError> errorIn(Json &body, bool isInStream)
{
    Json *const error = memberOf(body, "error");
    if (!error) {
        return std::nullopt;
    }
    ProviderError statement;
    statement.message = QByteArray::fromStdString(
        error->is_string() ? takeText(body, "error") : takeText(*error, "message"));
    statement.code = QByteArray::fromStdString(takeText(*error, "type"));
    if (statement.message.isEmpty() && statement.code.isEmpty()) {
        return std::nullopt;
    }
    statement.type = statement.code;
    int status = 500;
    for (const Word &word : words) {
        if (std::string_view(statement.code.constData(), std::size_t(statement.code.size())) == word.own) {
            statement.type = word.common;
            status = word.status;
        }
    }
    statement.status = isInStream ? status : 0;
    return statement;
}

} // namespace nexus::anthropic

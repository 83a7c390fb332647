// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/exceptions.h"

#include <algorithm>
#include <array>

namespace nexus::bedrock {

namespace {

struct Meaning {
    const char *exception;
    int status;
    const char *type;
};

constexpr const char *authentication = "authentication_error";
constexpr const char *invalid = "invalid_request_error";
constexpr const char *rateLimit = "rate_limit_error";
constexpr const char *api = "api_error";

// AWS answers 403 when it does not know who asks, and says with 424 and 408 that a model behind it failed.
constexpr std::array meanings {
    Meaning {"ThrottlingException", 429, rateLimit},
    Meaning {"TooManyRequestsException", 429, rateLimit},
    Meaning {"ServiceQuotaExceededException", 429, rateLimit},
    Meaning {"ModelNotReadyException", 429, rateLimit},
    Meaning {"ExpiredTokenException", 401, authentication},
    Meaning {"ExpiredToken", 401, authentication},
    Meaning {"UnrecognizedClientException", 401, authentication},
    Meaning {"InvalidClientTokenId", 401, authentication},
    Meaning {"InvalidSignatureException", 401, authentication},
    Meaning {"SignatureDoesNotMatch", 401, authentication},
    Meaning {"IncompleteSignatureException", 401, authentication},
    Meaning {"IncompleteSignature", 401, authentication},
    Meaning {"MissingAuthenticationTokenException", 401, authentication},
    Meaning {"MissingAuthenticationToken", 401, authentication},
    Meaning {"AccessDeniedException", 403, "permission_error"},
    Meaning {"ResourceNotFoundException", 404, invalid},
    Meaning {"ValidationException", 400, invalid},
    Meaning {"ConflictException", 400, invalid},
    Meaning {"ModelErrorException", 502, api},
    Meaning {"ModelStreamErrorException", 502, api},
    Meaning {"InternalServerException", 500, api},
    Meaning {"InternalFailure", 500, api},
    Meaning {"ModelTimeoutException", 504, "timeout_error"},
    Meaning {"ServiceUnavailableException", 503, "overloaded_error"},
    Meaning {"ServiceUnavailable", 503, "overloaded_error"},
};

} // namespace

QByteArray exceptionName(const QByteArray &given)
{
    QByteArray name = given.mid(given.lastIndexOf('#', given.indexOf(':')) + 1);
    if (const qsizetype colon = name.indexOf(':'); colon >= 0) {
        name.truncate(colon);
    }
    name = name.trimmed();
    if (!name.isEmpty() && name.front() >= 'a' && name.front() <= 'z') {
        name.front() = char(name.front() - 'a' + 'A');
    }
    return name;
}

ProviderError exceptionError(const QByteArray &name, QByteArray message)
{
    ProviderError error {.message = std::move(message), .type = {}, .code = name, .param = {}, .status = 0};
    if (error.message.isEmpty()) {
        error.message = name;
    }
    const auto meaning = std::ranges::find_if(
        meanings, [&name](const Meaning &candidate) { return name == candidate.exception; });
    if (meaning != meanings.end()) {
        error.type = meaning->type;
        error.status = meaning->status;
    }
    return error;
}

} // namespace nexus::bedrock

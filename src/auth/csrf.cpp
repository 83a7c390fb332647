// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/csrf.h"

namespace nexus {

namespace {

constexpr const char *metadataPath = "/.well-known/oauth-protected-resource";

} // namespace

std::optional<Error> csrfRefusal(const CsrfConfig &config, const RequestSnapshot &request)
{
    if (!config.isEnabled || request.method == "OPTIONS" || request.path == metadataPath
        || request.headers.contains(config.headerName)) {
        return std::nullopt;
    }
    return Error {.kind = ErrorKind::Forbidden,
        .message = QStringLiteral("Every request has to carry the header %1. Add it, with any value.")
                       .arg(QString::fromLatin1(config.headerName)),
        .detail = {},
        .param = config.headerName,
        .code = "csrf_header_missing"};
}

} // namespace nexus

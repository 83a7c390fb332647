// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accessguard.h"

namespace nexus {

//! \brief What a guard of \a server says to a request for a chat with a good `Host`.
inline AccessVerdict checked(const ServerConfig &server, const QByteArray &method, HeaderList headers)
{
    GatewayConfig config;
    config.server = server;
    const AccessGuard guard(std::make_shared<const GatewayConfig>(config));
    headers.add("Host", "127.0.0.1:8000");
    RequestSnapshot request;
    request.method = method;
    request.path = "/v1/chat/completions";
    request.headers = std::move(headers);
    return guard.check(request);
}

//! \brief What a browser asks before it lets a page of \a origin send a chat request.
inline HeaderList preflightOf(const QByteArray &origin)
{
    return {{"Origin", origin}, {"Access-Control-Request-Method", "POST"},
        {"Access-Control-Request-Headers", "authorization, content-type"}};
}

//! \brief The code of the refusal, empty when there is none.
inline QByteArray codeOf(const AccessVerdict &verdict)
{
    return verdict.refusal ? errorCode(*verdict.refusal) : QByteArray();
}

} // namespace nexus

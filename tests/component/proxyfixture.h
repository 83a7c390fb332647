// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gatewayfixture.h"

namespace nexus {

//! \brief A whole gateway whose proxy leads to a scripted provider in Anthropic's place.
class ProxyFixture final {
public:
    //! Of the client; it has to reach the provider and must show nowhere else.
    static constexpr const char *clientKey = "sk-ant-api03-of-the-client-0123456789";

    //! \brief Starts with the proxy on and no provider but the demo; \a extra lines stand at the end of the
    //! file, \a inProxy in the proxy's table, and \a basePath behind the provider's address.
    void start(const QByteArray &extra = {}, const QByteArray &inProxy = {}, const QString &basePath = {});
    [[nodiscard]] QByteArray configuration(
        const QByteArray &extra = {}, const QByteArray &inProxy = {}, const QString &basePath = {}) const;

    [[nodiscard]] kit::ScriptedProvider &provider() { return gateway.provider; }
    [[nodiscard]] std::unique_ptr<kit::RawClient> connect() const { return gateway.connect(); }
    //! \brief \a headers and the client's key in `x-api-key`.
    [[nodiscard]] static kit::Headers keyed(kit::Headers headers = {});
    //! \brief A client that has sent one request with its key.
    [[nodiscard]] std::unique_ptr<kit::RawClient> send(const QByteArray &method, const QByteArray &target,
        const kit::Headers &headers = {}, const QByteArray &body = {}) const;
    //! \brief The answer to one request with the client's key, waited for; without a status when none came.
    [[nodiscard]] kit::Answer ask(const QByteArray &method, const QByteArray &target,
        const kit::Headers &headers = {}, const QByteArray &body = {}) const;
    //! \brief How many requests the provider got.
    [[nodiscard]] int requestCount() const { return gateway.provider.requestCount(); }
    [[nodiscard]] QByteArray requestLine(int index = 0) const { return gateway.requestLine(index); }
    [[nodiscard]] QByteArray attemptLine(int index = 0) const { return gateway.attemptLine(index); }
    //! \brief Whether the client's key stands in the log.
    [[nodiscard]] bool hasLoggedKey() const { return gateway.logLines().join('\n').contains(clientKey); }

    GatewayFixture gateway;
    QByteArray atTop; //!< dotted keys that stand before everything; to be set before the start
};

//! \brief The type of an error in Anthropic's shape, with the request's id and content type as they have to
//! be; else empty.
[[nodiscard]] QByteArray proxyErrorType(const kit::Answer &answer);

} // namespace nexus

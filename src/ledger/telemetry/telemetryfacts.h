// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/requestrecord.h"

#include <QHash>
#include <QSet>

namespace nexus {

//! \brief What the conventions want to know of a provider.
struct ProviderFacts {
    QByteArray vendor; //!< `gen_ai.provider.name`
    QByteArray host; //!< `server.address`, may be empty
    int port = 0; //!< 0 for none

    bool operator==(const ProviderFacts &) const = default;
};

//! \brief What is not in a record but follows from the configuration, in the words of OpenTelemetry's
//! semantic conventions. Immutable, so thread-safe.
class TelemetryFacts final {
public:
    explicit TelemetryFacts(const GatewayConfig &config);

    [[nodiscard]] const ProviderFacts &provider(const QString &name) const;

    //! \brief `http.route` of \a record, empty where its path is none that is known.
    [[nodiscard]] QByteArray route(const RequestRecord &record) const;

    //! \brief `url.scheme`.
    [[nodiscard]] QByteArray scheme() const { return m_isTls ? "https" : "http"; }

private:
    QHash<QString, ProviderFacts> m_providers;
    ProviderFacts m_unknown;
    QSet<QByteArray> m_routes;
    QByteArray m_proxyPath;
    bool m_isTls = false;
};

//! \brief `gen_ai.operation.name`, empty for what is no operation on a model.
[[nodiscard]] QByteArray operationName(const RequestRecord &record);

//! \brief `http.request.method`: one that is known, or `_OTHER`.
[[nodiscard]] QByteArray methodName(const QByteArray &method);

//! \brief `error.type`: one of few words.
[[nodiscard]] QByteArray errorName(const Error &error);

//! \brief `error.type` of an attempt, empty for none: what is handed through unread has no error, whatever
//! its status, which stands here then.
[[nodiscard]] QByteArray attemptErrorName(const AttemptRecord &attempt);

//! \brief `error.type` of a request: of the gateway's own failure, else the status from 500 on; empty when
//! it went well, or was the client's fault.
[[nodiscard]] QByteArray requestErrorName(const RequestRecord &record);

//! \brief Whether the answer came from a provider that was paid for it.
[[nodiscard]] bool isFromProvider(const RequestRecord &record);

} // namespace nexus

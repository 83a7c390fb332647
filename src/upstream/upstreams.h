// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "contract/activecount.h"
#include "contract/plan.h"
#include "contract/upstreamcall.h"
#include "secrets/environment.h"
#include "upstream/headerrules.h"
#include "upstream/networkpool.h"
#include "upstream/providerendpoint.h"

#include <QByteArray>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What is sent to a provider.
struct UpstreamRequest {
    Operation operation = Operation::Chat;
    QByteArray model; //!< the name the provider knows
    std::vector<QByteArray> bodies; //!< complete, in the provider's dialect; one request each, never empty
    HeaderList headers; //!< that the body needs; they win over the provider's own
    bool isStream = false;
    const Secret *key = nullptr; //!< in place of the provider's first one
    //! In place of the provider's limit on the whole call.
    std::optional<std::chrono::milliseconds> total = {};
    QByteArray publicModel = {}; //!< the model's name in the configuration, which header rules go by
    const HeaderList *clientHeaders = nullptr; //!< what header rules copy from; nothing without
};

//! \brief What is handed through unread.
struct ProxyRequest {
    QString name; //!< for error texts, in place of a provider's
    QUrl base;
    QByteArray method;
    QByteArray path; //!< below \a base, percent-encoded, starts with a slash
    QByteArray query; //!< empty for none
    HeaderList headers; //!< each name once; framing stays out
    QByteArray body;
    Timeouts timeouts;
};

//! \brief Starts calls to providers of every type. One per worker; lives in its thread.
class Upstreams final {
public:
    //! \param environment where AWS credentials are looked for
    //! \param calls counts those in flight; outlives the calls
    Upstreams(Environment environment, ActiveCount &calls);
    ~Upstreams();
    Q_DISABLE_COPY_MOVE(Upstreams)

    //! \brief Calls from now on follow the header rules of \a config. The TLS files of providers are read
    //! once more, each when it is needed first.
    void setConfig(const ConfigSnapshot &config);

    //! \brief What the rules of \a provider make of the headers of a client who asks for \a publicModel.
    [[nodiscard]] HeaderList ruledHeaders(
        const ProviderConfig &provider, const QByteArray &publicModel, const HeaderList &client) const;

    //! \brief Sends \a request to \a provider. The call's signals come later, from the event loop.
    //! \return the running call, or why it cannot even be sent (no key, a type out of reach)
    [[nodiscard]] Result<std::unique_ptr<UpstreamCall>> start(
        const ProviderConfig &provider, const UpstreamRequest &request);

    //! \brief Sends \a request as it is. The call's signals come later, from the event loop.
    [[nodiscard]] std::unique_ptr<UpstreamCall> startProxy(const ProxyRequest &request);

private:
    struct AwsProvider;
    struct KnownTls {
        UpstreamTls files;
        Result<std::shared_ptr<const TlsSettings>> settings;
    };

    [[nodiscard]] Result<ProviderEndpoint> endpointOf(
        const ProviderConfig &provider, const UpstreamRequest &request);
    [[nodiscard]] std::unique_ptr<UpstreamCall> startOne(const ProviderConfig &provider,
        const ProviderEndpoint &endpoint, const QByteArray &body, const Timeouts &timeouts);
    [[nodiscard]] AwsProvider &awsProvider(const ProviderConfig &provider);
    [[nodiscard]] Result<std::shared_ptr<const TlsSettings>> tlsOf(const ProviderConfig &provider);

    Environment m_environment;
    NetworkPool m_pool;
    std::map<QString, HeaderRules> m_rules; // by provider, those with rules
    std::map<QString, std::unique_ptr<AwsProvider>> m_aws; // by name, each as it was configured last
    std::map<QString, KnownTls> m_tls; // by name of the provider
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/providerconfig.h"
#include "contract/plan.h"
#include "contract/upstreamcall.h"
#include "secrets/environment.h"
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
    std::optional<std::chrono::milliseconds> total
        = {}; //!< in place of the provider's limit on the whole call
};

//! \brief Starts calls to providers of every type. One per worker; lives in its thread.
class Upstreams final {
public:
    //! \param environment where AWS credentials are looked for
    explicit Upstreams(Environment environment);
    ~Upstreams();
    Q_DISABLE_COPY_MOVE(Upstreams)

    //! \brief Sends \a request to \a provider. The call's signals come later, from the event loop.
    //! \return the running call, or why it cannot even be sent (no key, a type out of reach)
    [[nodiscard]] Result<std::unique_ptr<UpstreamCall>> start(
        const ProviderConfig &provider, const UpstreamRequest &request);

private:
    struct AwsProvider;

    [[nodiscard]] Result<ProviderEndpoint> endpointOf(
        const ProviderConfig &provider, const UpstreamRequest &request);
    [[nodiscard]] std::unique_ptr<UpstreamCall> startOne(const ProviderConfig &provider,
        const ProviderEndpoint &endpoint, const QByteArray &body, const Timeouts &timeouts);
    [[nodiscard]] AwsProvider &awsProvider(const ProviderConfig &provider);

    Environment m_environment;
    NetworkPool m_pool;
    std::map<QString, std::unique_ptr<AwsProvider>> m_aws; // by name, each as it was configured last
};

} // namespace nexus

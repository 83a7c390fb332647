// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/upstreams.h"

#include "upstream/democall.h"
#include "upstream/networkcall.h"
#include "upstream/providerendpoint.h"

namespace nexus {

Result<std::unique_ptr<UpstreamCall>> Upstreams::start(
    const ProviderConfig &provider, const UpstreamRequest &request)
{
    if (provider.type == ProviderType::Demo) {
        return std::make_unique<DemoCall>(request.body, request.operation, request.isStream);
    }
    const Result<ProviderEndpoint> endpoint = providerEndpoint(provider, request.operation, request.model);
    if (!endpoint) {
        return failure(endpoint.error());
    }
    return std::make_unique<NetworkCall>(m_pool, *endpoint, request.body, provider.timeouts, provider.name);
}

} // namespace nexus

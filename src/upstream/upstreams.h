// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/providerconfig.h"
#include "contract/plan.h"
#include "contract/upstreamcall.h"
#include "upstream/networkpool.h"

#include <QByteArray>

#include <memory>

namespace nexus {

//! \brief What is sent to a provider.
struct UpstreamRequest {
    Operation operation = Operation::Chat;
    QByteArray model; //!< the name the provider knows
    QByteArray body; //!< complete, in the provider's dialect
    bool isStream = false;
};

//! \brief Starts calls to providers of every type. One per worker; lives in its thread.
class Upstreams final {
public:
    Upstreams() = default;
    Q_DISABLE_COPY_MOVE(Upstreams)

    //! \brief Sends \a request to \a provider. The call's signals come later, from the event loop.
    //! \return the running call, or why it cannot even be sent (no key, a type out of reach)
    [[nodiscard]] Result<std::unique_ptr<UpstreamCall>> start(
        const ProviderConfig &provider, const UpstreamRequest &request);

private:
    NetworkPool m_pool;
};

} // namespace nexus

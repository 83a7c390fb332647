// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "contract/requesthandler.h"
#include "contract/requestrecord.h"
#include "ledger/budgets/budgetboard.h"
#include "ledger/healthboard.h"
#include "ledger/metrics/metrics.h"
#include "routing/circuitboard.h"

#include <optional>

namespace nexus {

//! \brief Where the health page has a listener of its own, nothing when it has none.
[[nodiscard]] inline std::optional<ListenAddress> ownHealthAddress(const ServerConfig &server)
{
    return server.isHealthEnabled ? server.healthListen : std::nullopt;
}

//! \brief What the listener of `server.health.listen` serves: the health page, the metrics and the
//! root, nothing else.
//!
//! For probes inside a network: it asks nobody who they are. Lives in its worker's thread.
class HealthHandler final : public RequestHandler {
public:
    //! \brief What the page needs; all outlive the handler.
    struct Sources {
        RecordSink &records;
        const HealthBoard &health;
        const StatusSource &status;
        const Metrics &metrics;
        BudgetBoard &budgets;
        const CircuitBoard &circuits;
    };

    explicit HealthHandler(const Sources &sources);

    //! \brief The page and its path follow \a config from the next request on.
    void setConfig(const ConfigSnapshot &config) { m_config = config; }

    void handle(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink) override;
    void noteRefused(const RequestSnapshot &request, int status, const Error &error) override;

private:
    [[nodiscard]] bool isHealth(QByteArrayView path) const;
    void answer(const RequestSnapshot &request, bool isPage, ResponseSink &sink);
    void refuse(const RequestSnapshot &request, const Error &error, ResponseSink &sink);
    void send(const RequestSnapshot &request, const ResponseHead &head, const QByteArray &body,
        const std::optional<Error> &error, ResponseSink &sink);

    Sources m_sources;
    ConfigSnapshot m_config;
};

} // namespace nexus

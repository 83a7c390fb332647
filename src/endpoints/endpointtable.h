// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/accessguard.h"
#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "contract/requesthandler.h"
#include "contract/requestrecord.h"
#include "ledger/budgets/budgetboard.h"
#include "ledger/healthboard.h"
#include "ledger/metrics/metrics.h"
#include "pipeline/pipeline.h"
#include "wire/dialect.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace nexus {

//! \brief Path and method to endpoint: the one place where 404 and 405 are decided.
//!
//! Who asks from a foreign host or page is turned away first. Serves the mounts of both dialects, health, the
//! metrics, the metadata of OAuth and the root, and what is handed through to Anthropic. Paths may end with a
//! slash; HEAD is answered wherever GET is. Lives in its worker's thread.
class EndpointTable final : public RequestHandler {
public:
    //! \brief What the endpoints need; all outlive the table.
    struct Sources {
        Pipeline &pipeline;
        RecordSink &records;
        const HealthBoard &health;
        const StatusSource &status;
        const Metrics &metrics;
        BudgetBoard &budgets;
        bool servesHealth = true; //!< false where the health page has a listener of its own
    };

    explicit EndpointTable(const Sources &sources);

    //! \brief Routes follow \a config from the next request on.
    void setConfig(const ConfigSnapshot &config);

    void handle(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink) override;
    void noteRefused(const RequestSnapshot &request, int status, const Error &error) override;

private:
    using Request = std::shared_ptr<const RequestSnapshot>;

    // A path under which the endpoints of a dialect stand, with a slash at its end.
    struct Mount {
        QByteArray path;
        Dialect dialect = Dialect::OpenAi;
        bool isProxy = false; // hands through what is below `v1/`
    };

    void route(const Request &request, const QByteArray &path, ResponseSink &sink);
    void startProxy(const Request &request, const Mount &mount, ResponseSink &sink);
    void answerMetrics(const Request &request, ResponseSink &sink);
    void answerMetadata(const RequestSnapshot &request, ResponseSink &sink);
    void startModelRequest(const Request &request, Dialect dialect, Operation operation, ResponseSink &sink);
    void answerModels(const Request &request, Dialect dialect, const QByteArray &rest, ResponseSink &sink);
    void answerJson(const RequestSnapshot &request, int status, const QByteArray &body, ResponseSink &sink);
    void answerProbe(const RequestSnapshot &request, const QByteArray &body, ResponseSink &sink);
    void refuse(const RequestSnapshot &request, Dialect dialect, const Error &error, ResponseSink &sink);
    void refuseMethod(
        const RequestSnapshot &request, Dialect dialect, const QByteArray &allowed, ResponseSink &sink);
    [[nodiscard]] Dialect dialectOfPath(const QByteArray &path) const;
    [[nodiscard]] const Mount *mountAbove(const QByteArray &path) const;
    [[nodiscard]] Error nothingHere(const QByteArray &path) const;
    void send(const RequestSnapshot &request, const ResponseHead &head, const QByteArray &body,
        const std::optional<Error> &error, ResponseSink &sink);

    Sources m_sources;
    ConfigSnapshot m_config;
    std::unique_ptr<const AccessGuard> m_guard; // of m_config
    std::vector<Mount> m_mounts; // the first that has the endpoint takes the request
};

} // namespace nexus

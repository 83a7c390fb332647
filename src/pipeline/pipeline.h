// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "pipeline/rooms.h"
#include "wire/httpmessage.h"

#include <QObject>

#include <memory>

namespace nexus {

class Exchange;
class ResponseSink;

//! \brief The running exchanges of one worker. Lives in its thread.
class Pipeline final : public QObject {
    Q_OBJECT

public:
    //! \brief What the pipelines of all workers share; outlives them.
    struct Shared {
        RecordSink &records; //!< takes the record of every request
        ReasoningMemory &reasoning;
        UsageRefusals &usageRefusals;
        const Environment &environment;
    };

    explicit Pipeline(const Shared &shared, QObject *parent = nullptr);
    ~Pipeline() override;

    //! \brief Requests from now on follow \a config; running ones keep theirs.
    void setConfig(const ConfigSnapshot &config);

    [[nodiscard]] const Router &router() const { return *m_router; }

    //! \brief Takes charge of a request to a model. \a sink gets exactly one answer.
    void start(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Dialect dialect,
        Operation operation);

    //! \brief Ends every running exchange with an error to its client.
    void shutDown();

private:
    Shared m_shared;
    Upstreams m_upstreams;
    ConfigSnapshot m_config;
    std::shared_ptr<const Router> m_router;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/plan.h"
#include "pipeline/accesscontrol.h"
#include "pipeline/rooms.h"
#include "upstream/upstreams.h"
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
    //! \param shared outlives the pipeline
    explicit Pipeline(const SharedRooms &shared, QObject *parent = nullptr);
    ~Pipeline() override;

    //! \brief Requests from now on follow \a config; running ones keep theirs.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Where names lead now, by the configuration and by what the providers have told.
    [[nodiscard]] std::shared_ptr<const Router> router();

    [[nodiscard]] AccessControl &access() { return m_access; }
    [[nodiscard]] const SharedRooms &shared() const { return m_shared; }

    //! \brief Takes charge of a request to a model. \a sink gets exactly one answer.
    void start(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Dialect dialect,
        Operation operation);

    //! \brief Hands a request through to Anthropic unread. \a path stands below the base URL there,
    //! percent-encoded. \a sink gets exactly one answer.
    void startProxy(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, QByteArray path);

    //! \brief Ends every running exchange with an error to its client.
    void shutDown();

private:
    const SharedRooms &m_shared;
    AccessControl m_access;
    Upstreams m_upstreams;
    KeyMemory m_cacheKeys;
    ConfigSnapshot m_config;
    std::shared_ptr<const CatalogSnapshot> m_catalog; // that m_router knows
    std::shared_ptr<const Router> m_router;
};

} // namespace nexus

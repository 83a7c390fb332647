// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include "pipeline/exchange.h"

namespace nexus {

Pipeline::Pipeline(const Shared &shared, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_upstreams(shared.environment)
{ }

// Exchanges hold leases of the network pool, which is a member: they go first.
Pipeline::~Pipeline()
{
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
}

void Pipeline::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_router = std::make_shared<const Router>(config);
}

void Pipeline::start(
    std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Dialect dialect, Operation operation)
{
    const Rooms rooms {.config = m_config,
        .router = m_router,
        .upstreams = m_upstreams,
        .records = m_shared.records,
        .reasoning = m_shared.reasoning,
        .usageRefusals = m_shared.usageRefusals};
    auto *exchange
        = new Exchange(std::move(request), sink, {.dialect = dialect, .operation = operation}, rooms, this);
    exchange->start();
}

void Pipeline::shutDown()
{
    for (Exchange *exchange : findChildren<Exchange *>(Qt::FindDirectChildrenOnly)) {
        exchange->shutDown();
    }
}

} // namespace nexus

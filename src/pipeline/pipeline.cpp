// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include "pipeline/exchange.h"
#include "pipeline/proxyexchange.h"

namespace nexus {

Pipeline::Pipeline(const SharedRooms &shared, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_access(shared)
    , m_upstreams(shared.environment, shared.upstreamCalls)
{ }

// Exchanges hold leases of the network pool, which is a member: they go first.
Pipeline::~Pipeline()
{
    qDeleteAll(findChildren<Exchange *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<ProxyExchange *>(Qt::FindDirectChildrenOnly));
}

void Pipeline::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_router.reset();
    m_access.setConfig(config);
    m_upstreams.setConfig(config);
}

std::shared_ptr<const Router> Pipeline::router()
{
    std::shared_ptr<const CatalogSnapshot> catalog = m_shared.catalog.snapshot();
    if (!m_router || catalog != m_catalog) {
        m_catalog = std::move(catalog);
        m_router = std::make_shared<const Router>(m_config, m_catalog, m_shared.routing);
    }
    return m_router;
}

void Pipeline::start(
    std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, Dialect dialect, Operation operation)
{
    const Rooms rooms {.config = m_config,
        .router = router(),
        .shared = m_shared,
        .access = m_access,
        .upstreams = m_upstreams,
        .cacheKeys = m_cacheKeys};
    auto *exchange
        = new Exchange(std::move(request), sink, {.dialect = dialect, .operation = operation}, rooms, this);
    exchange->start();
}

void Pipeline::startProxy(std::shared_ptr<const RequestSnapshot> request, ResponseSink &sink, QByteArray path)
{
    const Rooms rooms {.config = m_config,
        .router = nullptr,
        .shared = m_shared,
        .access = m_access,
        .upstreams = m_upstreams,
        .cacheKeys = m_cacheKeys};
    auto *exchange = new ProxyExchange(std::move(request), std::move(path), sink, rooms, this);
    exchange->start();
}

void Pipeline::shutDown()
{
    for (Exchange *exchange : findChildren<Exchange *>(Qt::FindDirectChildrenOnly)) {
        exchange->shutDown();
    }
    for (ProxyExchange *exchange : findChildren<ProxyExchange *>(Qt::FindDirectChildrenOnly)) {
        exchange->shutDown();
    }
}

} // namespace nexus

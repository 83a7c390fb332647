// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/worker.h"

#include "endpoints/endpointtable.h"
#include "endpoints/healthhandler.h"
#include "listener/httplistener.h"
#include "pipeline/pipeline.h"

#include <QTimer>

namespace nexus {

namespace {

constexpr std::chrono::seconds lastWords {1};
constexpr int listenerCount = 2;

ListenerLimits limitsOf(const ServerConfig &server)
{
    ListenerLimits limits;
    limits.maxBodySize = server.maxBodySize;
    return limits;
}

} // namespace

// Declared in the order of dependence: the listener falls first, the pipeline last.
struct Worker::Parts {
    Parts(const Shared &shared, const ConfigSnapshot &config)
        : pipeline(shared.rooms)
        , endpoints({.pipeline = pipeline,
              .records = shared.rooms.records,
              .health = shared.health,
              .status = shared.status,
              .metrics = shared.metrics,
              .budgets = shared.budgets,
              .servesHealth = !ownHealthAddress(config->server)})
        , health({.records = shared.rooms.records,
              .health = shared.health,
              .status = shared.status,
              .metrics = shared.metrics,
              .budgets = shared.budgets,
              .circuits = shared.rooms.routing.circuits()})
        , listener(limitsOf(config->server), endpoints, shared.connections, shared.listenerLog)
        , healthListener(limitsOf(config->server), health, shared.healthConnections, shared.listenerLog)
    {
        listener.setPrograms(&shared.rooms.programs);
    }

    Pipeline pipeline;
    EndpointTable endpoints;
    HealthHandler health;
    HttpListener listener;
    HttpListener healthListener;
};

Worker::Worker(Shared shared)
    : m_shared(std::move(shared))
{ }

Worker::~Worker() = default;

void Worker::start(const ConfigSnapshot &config)
{
    m_parts = std::make_unique<Parts>(m_shared, config);
    for (const HttpListener *listener : {&m_parts->listener, &m_parts->healthListener}) {
        connect(listener, &HttpListener::drained, this, &Worker::onListenerDrained);
    }
    setConfig(config);
}

void Worker::setConfig(const ConfigSnapshot &config)
{
    m_parts->pipeline.setConfig(config);
    m_parts->endpoints.setConfig(config);
    m_parts->health.setConfig(config);
    m_parts->listener.setLimits(limitsOf(config->server));
    m_parts->healthListener.setLimits(limitsOf(config->server));
}

void Worker::adopt(qintptr descriptor)
{
    m_parts->listener.adopt(descriptor);
}

void Worker::setTls(const std::shared_ptr<const TlsIdentity> &identity)
{
    m_parts->listener.setTls(identity);
    m_parts->healthListener.setTls(identity);
}

void Worker::adoptHealth(qintptr descriptor)
{
    m_parts->healthListener.adopt(descriptor);
}

void Worker::turnAway(qintptr descriptor)
{
    m_parts->listener.turnAway(descriptor);
}

void Worker::drain()
{
    m_parts->listener.drain();
    m_parts->healthListener.drain();
}

void Worker::onListenerDrained()
{
    ++m_drainedListeners;
    if (m_drainedListeners == listenerCount) {
        Q_EMIT drained();
    }
}

void Worker::abortAll()
{
    m_parts->pipeline.shutDown();
    // A reset at once would overtake the errors just written.
    QTimer::singleShot(lastWords, &m_parts->listener, [this] {
        m_parts->listener.abortAll();
        m_parts->healthListener.abortAll();
    });
}

void Worker::stop()
{
    m_parts.reset();
}

} // namespace nexus

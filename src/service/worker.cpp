// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/worker.h"

#include "endpoints/endpointtable.h"
#include "listener/httplistener.h"
#include "pipeline/pipeline.h"

#include <QTimer>

namespace nexus {

namespace {

constexpr std::chrono::seconds lastWords {1};

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
        : pipeline({.records = shared.records,
            .reasoning = shared.reasoning,
            .usageRefusals = shared.usageRefusals,
            .environment = shared.environment})
        , endpoints({.pipeline = pipeline,
              .records = shared.records,
              .health = shared.health,
              .status = shared.status})
        , listener(limitsOf(config->server), endpoints, shared.connections, shared.listenerLog)
    { }

    Pipeline pipeline;
    EndpointTable endpoints;
    HttpListener listener;
};

Worker::Worker(Shared shared)
    : m_shared(std::move(shared))
{ }

Worker::~Worker() = default;

void Worker::start(const ConfigSnapshot &config)
{
    m_parts = std::make_unique<Parts>(m_shared, config);
    connect(&m_parts->listener, &HttpListener::drained, this, &Worker::drained);
    setConfig(config);
}

void Worker::setConfig(const ConfigSnapshot &config)
{
    m_parts->pipeline.setConfig(config);
    m_parts->endpoints.setConfig(config);
    m_parts->listener.setLimits(limitsOf(config->server));
}

void Worker::adopt(qintptr descriptor)
{
    m_parts->listener.adopt(descriptor);
}

void Worker::drain()
{
    m_parts->listener.drain();
}

void Worker::abortAll()
{
    m_parts->pipeline.shutDown();
    // A reset at once would overtake the errors just written.
    QTimer::singleShot(lastWords, &m_parts->listener, [this] { m_parts->listener.abortAll(); });
}

void Worker::stop()
{
    m_parts.reset();
}

} // namespace nexus

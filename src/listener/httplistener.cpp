// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/httplistener.h"

#include "listener/connection.h"
#include "listener/listenercontext.h"

#include <algorithm>
#include <vector>

#include <unistd.h>

namespace nexus {

HttpListener::HttpListener(const ListenerLimits &limits, RequestHandler &handler,
    std::shared_ptr<ConnectionCount> count, Logger logger, QObject *parent)
    : QObject(parent)
    , m_context(new ListenerContext {.limits = limits, .handler = handler, .logger = std::move(logger)})
    , m_count(std::move(count))
    , m_sweeper(this)
{
    setPace();
    connect(&m_sweeper, &QTimer::timeout, this, &HttpListener::sweep);
}

HttpListener::~HttpListener()
{
    abortAll();
    // Connections refer to the context, which the members' destruction takes away before the children go.
    qDeleteAll(findChildren<Connection *>(Qt::FindDirectChildrenOnly));
}

void HttpListener::adopt(qintptr descriptor)
{
    Connection *const opened = open(descriptor);
    if (opened && m_isDraining) {
        opened->drain();
    }
}

void HttpListener::turnAway(qintptr descriptor)
{
    if (Connection *const opened = open(descriptor)) {
        opened->turnAway();
    }
}

Connection *HttpListener::open(qintptr descriptor)
{
    auto connection = std::make_unique<Connection>(*m_context, this);
    if (!connection->open(descriptor)) {
        m_context->logger.event(LogLevel::Warn, "descriptor_refused");
        ::close(static_cast<int>(descriptor));
        m_count->giveBack();
        return nullptr;
    }
    Connection *const opened = connection.release();
    m_connections.insert(opened);
    connect(opened, &Connection::closed, this, [this, opened] { onClosed(opened); });
    if (!m_sweeper.isActive()) {
        m_sweeper.start();
    }
    return opened;
}

void HttpListener::setTls(std::shared_ptr<const TlsIdentity> identity)
{
    m_context->tls = std::move(identity);
}

void HttpListener::setPrograms(ProgramFinder *programs)
{
    m_context->programs = programs;
}

void HttpListener::setLimits(const ListenerLimits &limits)
{
    m_context->limits = limits;
    setPace();
}

void HttpListener::setPace()
{
    using namespace std::chrono_literals;
    const ListenerLimits &limits = m_context->limits;
    const auto shortest
        = std::min({limits.headTimeout, limits.idleTimeout, limits.bodyGrace, limits.writeStall});
    m_sweeper.setInterval(std::clamp<std::chrono::milliseconds>(shortest / 4, 5ms, 1s));
}

void HttpListener::sweep()
{
    const auto now = Connection::Clock::now();
    // A deadline may close a connection, which changes the set.
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *const connection : connections) {
        if (m_connections.contains(connection)) {
            connection->checkDeadlines(now);
        }
    }
}

void HttpListener::drain()
{
    m_isDraining = true;
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *const connection : connections) {
        connection->drain();
    }
    tellWhenDrained();
}

void HttpListener::abortAll()
{
    const std::vector<Connection *> connections(m_connections.begin(), m_connections.end());
    for (Connection *const connection : connections) {
        connection->abort();
    }
}

void HttpListener::onClosed(Connection *connection)
{
    m_connections.erase(connection);
    m_count->giveBack();
    connection->deleteLater();
    if (m_connections.empty()) {
        m_sweeper.stop();
    }
    tellWhenDrained();
}

void HttpListener::tellWhenDrained()
{
    if (!m_isDraining || m_isDrained || !m_connections.empty()) {
        return;
    }
    m_isDrained = true;
    QMetaObject::invokeMethod(this, &HttpListener::drained, Qt::QueuedConnection);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/teesink.h"

namespace nexus {

namespace {

constexpr int ok = 200;

// What belongs to the answer itself, and not to the request that it was given to.
CachedHead cachedHead(const ResponseHead &head)
{
    CachedHead kept {.status = head.status,
        .headers = {},
        .provider = QString::fromUtf8(head.headers.value("x-nexus-provider")),
        .model = head.headers.value("x-nexus-model"),
        .usage = {}};
    for (const char *name : {"Content-Type", "Cache-Control", "X-Accel-Buffering", "x-nexus-dropped"}) {
        if (head.headers.contains(name)) {
            kept.headers.add(name, head.headers.value(name));
        }
    }
    return kept;
}

} // namespace

TeeSink::TeeSink(ResponseSink &client, std::unique_ptr<Leader> leader)
    : m_client(&client)
    , m_leader(std::move(leader))
{
    connect(&client, &ResponseSink::drained, this, &ResponseSink::drained);
    connect(m_leader.get(), &Leader::deserted, this, &TeeSink::onLeaderDeserted);
}

void TeeSink::send(const ResponseHead &head, const QByteArray &body)
{
    if (head.status == ok) {
        m_leader->begin(cachedHead(head), false);
        m_leader->append(body);
    }
    if (m_client) {
        m_client->send(head, body);
    }
}

void TeeSink::begin(const ResponseHead &head)
{
    m_head = head;
    if (m_client) {
        m_client->begin(head);
    }
}

// Others see the head with the first bytes: until then the request may still be repeated.
void TeeSink::write(const QByteArray &bytes)
{
    if (m_head) {
        m_leader->begin(cachedHead(*m_head), true);
        m_head.reset();
    }
    m_leader->append(bytes);
    if (m_client) {
        m_client->write(bytes);
    }
}

void TeeSink::writeComment(const QByteArray &bytes)
{
    if (m_client) {
        m_client->writeComment(bytes);
    }
}

void TeeSink::finish()
{
    if (m_client) {
        m_client->finish();
    }
}

void TeeSink::finishFailed(const QByteArray &lastWords)
{
    if (m_client) {
        m_client->finishFailed(lastWords);
    }
}

void TeeSink::cut()
{
    if (m_client) {
        m_client->cut();
    }
}

qint64 TeeSink::backlog() const
{
    return m_client ? m_client->backlog() : 0;
}

bool TeeSink::goOnWithoutClient()
{
    m_client.clear();
    if (m_leader->abandonIfAlone()) {
        return false;
    }
    // What the client did not take may have stopped the reading.
    QMetaObject::invokeMethod(this, &ResponseSink::drained, Qt::QueuedConnection);
    return true;
}

void TeeSink::onLeaderDeserted()
{
    if (!m_client && m_leader->abandonIfAlone()) {
        Q_EMIT deserted();
    }
}

void TeeSink::complete(const std::optional<TokenUsage> &usage)
{
    m_leader->complete(usage);
}

void TeeSink::fail(const Error &error)
{
    m_leader->fail(error);
}

} // namespace nexus

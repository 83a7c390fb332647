// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/teesink.h"

#include <algorithm>

namespace nexus {

namespace {

// How far a client may be behind before those who wait for the same answer have to wait for it.
constexpr qint64 patience = 8LL * 1024 * 1024;

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

} // namespace

TeeSink::TeeSink(ResponseSink &client, std::unique_ptr<Leader> leader, const RequestRecord &record)
    : m_client(&client)
    , m_leader(std::move(leader))
    , m_record(record)
{
    connect(&client, &ResponseSink::drained, this, &ResponseSink::drained);
    connect(m_leader.get(), &Leader::deserted, this, &TeeSink::onLeaderDeserted);
}

// What belongs to the answer itself, and not to the request that it was given to. The head may have left
// behind a comment and name a target that failed since.
CachedHead TeeSink::cachedHead(const ResponseHead &head) const
{
    CachedHead kept {.status = head.status,
        .headers = {},
        .provider = m_record.provider,
        .model = m_record.upstreamModel,
        .usage = {}};
    for (const char *name : {"Content-Type", "Cache-Control", "X-Accel-Buffering"}) {
        if (head.headers.contains(name)) {
            kept.headers.add(name, head.headers.value(name));
        }
    }
    if (!m_record.dropped.isEmpty()) {
        kept.headers.add("x-nexus-dropped", m_record.dropped);
    }
    return kept;
}

void TeeSink::send(const ResponseHead &head, const QByteArray &body)
{
    if (isSuccess(head.status)) {
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
    const qint64 bytes = m_client ? m_client->backlog() : 0;
    return bytes > highWater && m_leader->hasFollowers() ? std::max<qint64>(bytes - patience, 0) : bytes;
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

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/leader.h"

#include "cache/answercache.h"

namespace nexus {

namespace {

Error brokenOff()
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("The answer broke off before it was complete. Send the request again."),
        .detail = QStringLiteral("the request that shared its call was ended")};
}

} // namespace

Leader::Leader(AnswerCache &cache, std::shared_ptr<Flight> flight)
    : m_cache(cache)
    , m_flight(std::move(flight))
{
    m_flight->setLeader(*this);
}

Leader::~Leader()
{
    abandon();
    m_flight->dropLeader(*this);
}

void Leader::begin(CachedHead head, bool isStream)
{
    if (!m_isOver) {
        m_hasBegun = true;
        m_flight->begin(std::move(head), isStream);
    }
}

void Leader::append(const QByteArray &bytes)
{
    if (!m_isOver) {
        m_flight->append(bytes);
    }
}

void Leader::complete(const std::optional<TokenUsage> &usage)
{
    if (!m_hasBegun) {
        abandon();
    }
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_cache.settle(*m_flight, m_flight->answer(usage, m_cache.now()));
    m_flight->complete(usage);
}

void Leader::fail(const Error &error)
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    m_flight->fail(error);
    m_cache.settle(*m_flight, std::nullopt);
}

void Leader::abandon()
{
    if (m_isOver) {
        return;
    }
    m_isOver = true;
    if (!m_flight->handOver(brokenOff())) {
        m_cache.settle(*m_flight, std::nullopt);
    }
}

bool Leader::abandonIfAlone()
{
    if (m_isOver) {
        return true;
    }
    m_isOver = m_flight->endIfAlone();
    if (m_isOver) {
        m_cache.settle(*m_flight, std::nullopt);
    }
    return m_isOver;
}

bool Leader::hasFollowers() const
{
    return !m_isOver && m_flight->hasFollowers();
}

// The last follower has left. Somebody may have come since.
void Leader::customEvent(QEvent *)
{
    if (!m_isOver && !m_flight->hasFollowers()) {
        Q_EMIT deserted();
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/follower.h"

#include "cache/answercache.h"

#include <QPointer>

namespace nexus {

Follower::Follower(AnswerCache &cache, std::shared_ptr<Flight> flight)
    : m_cache(cache)
    , m_flight(std::move(flight))
{ }

Follower::~Follower()
{
    leave();
}

bool Follower::join()
{
    m_seat = m_flight->join(*this);
    return m_seat.has_value();
}

void Follower::leave()
{
    if (!m_seat) {
        return;
    }
    const bool isFlightOver = m_flight->leave(*m_seat);
    m_seat.reset();
    if (isFlightOver) {
        m_cache.settle(*m_flight, std::nullopt);
    }
}

QByteArray Follower::take(qint64 max)
{
    return m_seat ? m_flight->take(*m_seat, max) : QByteArray();
}

qint64 Follower::bytesAvailable() const
{
    return m_seat ? m_flight->available(*m_seat) : 0;
}

std::unique_ptr<Leader> Follower::takeLeader()
{
    if (!m_isPromoted || !m_seat) {
        return nullptr;
    }
    // With a leader in charge, leaving the seat promotes nobody.
    std::unique_ptr<Leader> leader(new Leader(m_cache, m_flight));
    leave();
    return leader;
}

// There is news. A slot may destroy this object.
void Follower::customEvent(QEvent *)
{
    if (!m_seat || m_isOver || m_isPromoted) {
        return;
    }
    const Flight::News news = m_flight->news(*m_seat);
    m_isOver = news.isComplete || news.error;
    m_isPromoted = news.isPromoted && !m_isOver;
    if (m_isPromoted) {
        Q_EMIT promoted();
        return;
    }
    const QPointer<Follower> self(this);
    if (news.head) {
        m_head = *news.head;
        m_isStream = news.isStream;
        Q_EMIT headArrived();
    }
    if (self && news.hasBytes) {
        Q_EMIT advanced();
    }
    if (self && news.error) {
        Q_EMIT failed(*news.error);
    } else if (self && news.isComplete) {
        m_head.usage = news.usage;
        Q_EMIT completed();
    }
}

} // namespace nexus

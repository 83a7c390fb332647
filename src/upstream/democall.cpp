// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/democall.h"

#include "wire/errorbody.h"

#include <algorithm>

namespace nexus {

DemoCall::DemoCall(const QByteArray &body, Operation operation, bool isStream, QObject *parent)
    : UpstreamCall(parent)
    , m_answer(DemoAnswer::make(body, operation))
    , m_isStream(isStream)
    , m_turn(this)
{
    connect(&m_turn, &QTimer::timeout, this, &DemoCall::takeStep);
    m_turn.start(0);
}

QByteArray DemoCall::read(qint64 max)
{
    const qsizetype count = std::clamp<qint64>(max, 0, m_unread.size());
    QByteArray bytes = m_unread.first(count);
    m_unread.remove(0, count);
    if (m_stage == Stage::Body && m_unread.size() <= maxUnread && !m_turn.isActive()) {
        m_turn.start(0);
    }
    return bytes;
}

void DemoCall::abort()
{
    m_turn.stop();
    m_stage = Stage::End;
    m_unread.clear();
}

// Each step ends with its one signal: a slot may destroy the call.
void DemoCall::takeStep()
{
    switch (m_stage) {
    case Stage::Head:
        sendHead();
        return;
    case Stage::Body:
        sendBody();
        return;
    case Stage::End:
        m_turn.stop();
        Q_EMIT ended(std::nullopt);
        return;
    }
}

void DemoCall::sendHead()
{
    m_stage = Stage::Body;
    const int status = m_answer ? 200 : httpStatus(m_answer.error());
    Q_EMIT headArrived(demoHead(status, m_answer && m_isStream));
}

void DemoCall::sendBody()
{
    if (m_unread.size() > maxUnread) {
        m_turn.stop();
        return;
    }
    const std::optional<QByteArray> piece = nextPiece();
    if (!piece) {
        m_stage = Stage::End;
        takeStep();
        return;
    }
    m_unread.append(*piece);
    Q_EMIT bodyArrived();
}

std::optional<QByteArray> DemoCall::nextPiece()
{
    const std::size_t index = m_nextPiece++;
    if (m_answer && m_isStream) {
        return m_answer->event(index);
    }
    if (index > 0) {
        return std::nullopt;
    }
    return m_answer ? m_answer->whole() : errorBody(m_answer.error(), Dialect::OpenAi, {});
}

} // namespace nexus

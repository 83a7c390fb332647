// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replyplayer.h"

#include <algorithm>

#include <sys/socket.h>

namespace nexus::kit {

namespace {
// More than this waiting in the socket means that the peer reads slowly.
constexpr qint64 s_highWater = 1024 * 1024;
} // namespace

ReplyPlayer::ReplyPlayer(QTcpSocket &socket, Playback play, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_play(std::move(play))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplyPlayer::advance);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &ReplyPlayer::advance);
}

void ReplyPlayer::cancel()
{
    m_isFinished = true;
    m_timer.stop();
}

void ReplyPlayer::release()
{
    if (!m_isHeld) {
        return;
    }
    m_isHeld = false;
    advance();
}

void ReplyPlayer::advance()
{
    if (m_isAdvancing || m_timer.isActive()) {
        return; // flush() reports written bytes while it runs
    }
    m_isAdvancing = true;
    while (!m_isFinished && !m_isHeld && !m_isHanging && playOneStep()) { }
    m_isAdvancing = false;
}

bool ReplyPlayer::playOneStep()
{
    const bool hasStop = m_nextStop < m_play.stops.size();
    if (hasStop && m_play.stops[m_nextStop].at <= m_at) {
        return playStop(m_play.stops[m_nextStop++]);
    }
    if (m_at == m_play.bytes.size()) {
        if (m_socket.bytesToWrite() > 0) {
            return false;
        }
        if (m_play.isLastOnConnection) {
            endConnection(Stop::Action::Close);
        } else {
            finish(false);
        }
        return false;
    }
    if (m_socket.bytesToWrite() > s_highWater) {
        return false;
    }
    const qsizetype limit = hasStop ? m_play.stops[m_nextStop].at : m_play.bytes.size();
    const qsizetype size = std::min(m_play.writeSize, limit - m_at);
    m_socket.write(m_play.bytes.constData() + m_at, size);
    m_at += size;
    m_socket.flush();
    if (m_isFinished) {
        return false; // the peer was found gone while writing
    }
    if (m_play.isDripping && m_at < m_play.bytes.size()) {
        m_timer.start(m_play.writeDelay);
        return false;
    }
    return true;
}

bool ReplyPlayer::playStop(const Stop &stop)
{
    switch (stop.action) {
    case Stop::Action::Pause:
        m_timer.start(stop.delay);
        return false;
    case Stop::Action::Hold:
        m_isHeld = true;
        Q_EMIT held();
        return !m_isHeld;
    case Stop::Action::Hang:
        m_isHanging = true;
        return false;
    case Stop::Action::Close:
    case Stop::Action::Reset:
        endConnection(stop.action);
        return false;
    }
    return false;
}

void ReplyPlayer::endConnection(Stop::Action action)
{
    finish(true);
    if (action == Stop::Action::Reset) {
        const linger noLinger {1, 0};
        ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noLinger,
            sizeof(noLinger));
        m_socket.abort();
        return;
    }
    m_socket.disconnectFromHost();
}

void ReplyPlayer::finish(bool isClosed)
{
    m_isFinished = true;
    Q_EMIT finished(isClosed);
}

} // namespace nexus::kit

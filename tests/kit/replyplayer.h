// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reply.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace nexus::kit {

//! \brief Sends one Playback over a socket, stop by stop.
//!
//! Ends by finished() once everything was handed to the operating system or a stop ended the connection,
//! or by being destroyed. The socket must outlive it.
class ReplyPlayer final : public QObject {
    Q_OBJECT

public:
    ReplyPlayer(QTcpSocket &socket, Playback play, QObject *parent);

    void start() { advance(); }

    //! \brief Sends nothing and tells nothing any more; safe inside its own writing.
    void cancel();

    //! \brief Goes on when it waits at a Hold; otherwise nothing.
    void release();
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

Q_SIGNALS:
    void held();
    //! Once. \a isClosed says that the script ended the connection.
    void finished(bool isClosed);

private:
    void advance();
    [[nodiscard]] bool playOneStep();
    [[nodiscard]] bool playStop(const Stop &stop);
    void endConnection(Stop::Action action);
    void finish(bool isClosed);

    QTcpSocket &m_socket;
    const Playback m_play;
    QTimer m_timer;
    qsizetype m_at = 0;
    std::size_t m_nextStop = 0;
    bool m_isHeld = false;
    bool m_isHanging = false;
    bool m_isFinished = false;
    bool m_isAdvancing = false;
};

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "contract/responsesink.h"
#include "listener/clientsocket.h"

#include <optional>

namespace nexus {

class DateClock;

//! \brief What of a request shapes its answer.
struct AnswerTraits {
    QByteArray requestId;
    bool isHead = false; //!< the answer has no body
    bool isHttp10 = false; //!< no chunks: a stream ends with the connection
    bool keepsAlive = true; //!< the client wants the connection to stay
};

//! \brief Writes one answer to the socket of its client.
class SocketSink final : public ResponseSink {
    Q_OBJECT

public:
    //! \brief What has to happen with the connection after the answer.
    enum class End { KeepAlive, Close, Reset };

    //! \param socket, clock outlive the sink
    SocketSink(
        ClientSocket socket, DateClock &clock, Logger logger, AnswerTraits traits, QObject *parent = nullptr);

    void send(const ResponseHead &head, const QByteArray &body) override;
    void begin(const ResponseHead &head) override;
    void write(const QByteArray &bytes) override;
    void finish() override;
    void cut() override;
    [[nodiscard]] qint64 backlog() const override { return m_socket.backlog(); }

    //! \brief The connection is to end with this answer; says so in the head, if that was not sent yet.
    void closeAfterwards() { m_traits.keepsAlive = false; }

    //! \brief Tells the writer that the client is gone, unless the answer is over. Not from inside its own
    //! call.
    void reportGone();

    //! \brief To be called when the socket has taken bytes.
    void onBytesWritten();

Q_SIGNALS:
    //! Sent once, from inside the terminal call, and not after clientGone().
    void ended(nexus::SocketSink::End end);

private:
    enum class State { Fresh, Streaming, Over };

    QByteArray headBytes(
        const ResponseHead &head, std::optional<qint64> length, bool isChunked, qsizetype room);
    void put(const QByteArray &bytes);
    void flush();
    void end(End end);

    ClientSocket m_socket;
    DateClock &m_clock;
    Logger m_logger;
    AnswerTraits m_traits;
    State m_state = State::Fresh;
    bool m_isChunked = false;
    bool m_dropsBody = false;
    bool m_isAboveHighWater = false;
    bool m_isWriting = false;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpparse.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <functional>
#include <vector>

namespace nexus::kit {

//! \brief An answer as it came over the wire, also while it is still coming.
struct Answer {
    int status = 0; //!< 0 while the head is missing
    QByteArray startLine;
    Headers headers;
    QByteArray body; //!< without transfer coding
    bool isChunked = false;
    bool hasTerminator = false; //!< the terminating chunk came
    bool isComplete = false; //!< ended as its framing announced, or by the close that ends it
    bool isBroken = false; //!< the chunked coding was violated

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    //! \brief The data of each complete server-sent event of the body, comments left out.
    [[nodiscard]] QByteArrayList events() const;
    //! \brief The comment lines of the body, without their colon.
    [[nodiscard]] QByteArrayList comments() const;
};

//! \brief An HTTP client that sends exact bytes and tells exactly what came back.
//!
//! Works in the event loop of its thread; the wait functions run that loop and return whether the
//! condition came true within \a limit.
class RawClient final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds s_limit {10'000};

    explicit RawClient(QObject *parent = nullptr);
    //! \brief Connects to host and port of \a server.
    explicit RawClient(const QUrl &server, QObject *parent = nullptr);
    ~RawClient() override;
    Q_DISABLE_COPY_MOVE(RawClient)

    void connectTo(quint16 port);

    //! \brief Writes \a bytes as they are; before the connection stands they are kept for it.
    void send(const QByteArray &bytes);
    //! \brief Sends one request with Host and, when there is a body, Content-Length.
    void request(const QByteArray &method, const QByteArray &target, const Headers &headers = {},
        const QByteArray &body = {});
    //! \brief A POST of JSON.
    void post(const QByteArray &target, const QByteArray &json, const Headers &headers = {});
    //! \brief Says that the next request written by send() is a HEAD. Only where no request() follows.
    void expectNoBody() { m_isHeadExpected.push_back(true); }

    //! \brief Closes at once in an orderly way (FIN).
    void hangUp();
    //! \brief Breaks the connection (RST).
    void reset();
    //! \brief Ends the sending direction alone; answers still arrive.
    void halfClose();
    //! \brief Leaves arriving bytes in the operating system, so that the server feels a slow client.
    void stopReading();
    void resumeReading();

    //! \brief Answer number \a index, as far as it has come; an empty one when there is none.
    [[nodiscard]] Answer answer(int index = 0) const;
    //! \brief How many answers are complete.
    [[nodiscard]] int completeCount() const;
    //! \brief Everything received, byte for byte.
    [[nodiscard]] QByteArray rawBytes() const { return m_raw; }
    //! \brief How many `100 Continue` heads came.
    [[nodiscard]] int continueCount() const { return m_continueCount; }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    //! \brief Whether the server ended the connection, or refused it.
    [[nodiscard]] bool isClosedByPeer() const { return m_isClosedByPeer; }

    [[nodiscard]] bool waitUntil(
        const std::function<bool()> &condition, std::chrono::milliseconds limit = s_limit) const;
    [[nodiscard]] bool waitForConnected(std::chrono::milliseconds limit = s_limit) const;
    //! \brief Until \a count answers are complete.
    [[nodiscard]] bool waitForAnswers(int count = 1, std::chrono::milliseconds limit = s_limit) const;
    //! \brief Until the head of answer \a index is there.
    [[nodiscard]] bool waitForHead(int index = 0, std::chrono::milliseconds limit = s_limit) const;
    //! \brief Until the body of the newest answer contains \a part.
    [[nodiscard]] bool waitForBody(const QByteArray &part, std::chrono::milliseconds limit = s_limit) const;
    [[nodiscard]] bool waitForBytes(qsizetype count, std::chrono::milliseconds limit = s_limit) const;
    [[nodiscard]] bool waitForClosed(std::chrono::milliseconds limit = s_limit) const;

Q_SIGNALS:
    void received();
    void answerCompleted(int index);
    void closed();

private:
    void onReadable();
    void onConnected();
    void onClosed();
    void parse();
    [[nodiscard]] bool parseHead();

    QTcpSocket m_socket;
    QByteArray m_unsent;
    QByteArray m_raw;
    QByteArray m_buffer;
    std::vector<Answer> m_answers;
    std::vector<bool> m_isHeadExpected;
    BodyReader m_body;
    quint16 m_port = 0;
    int m_continueCount = 0;
    bool m_isInBody = false;
    bool m_isReading = true;
    bool m_isLeaving = false;
    bool m_isClosedByPeer = false;
};

} // namespace nexus::kit

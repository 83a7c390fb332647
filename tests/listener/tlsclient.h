// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "kit/rawclient.h"

#include <QSslSocket>

#include <chrono>
#include <functional>
#include <vector>

namespace nexus {

//! \brief An HTTP client over TLS that sends exact bytes and tells exactly what came back.
//!
//! Verifies the server against the one authority it is given. Works in the event loop of its thread; the wait
//! functions run that loop and return whether the condition came true in time.
class TlsClient final : public QObject {
    Q_OBJECT

public:
    explicit TlsClient(const QByteArray &authorityPem, QObject *parent = nullptr);
    ~TlsClient() override;

    void connectTo(quint16 port);
    //! \brief Writes \a bytes as they are; before the handshake is done they are kept.
    void send(const QByteArray &bytes);

    //! \brief Ends in an orderly way: TLS says goodbye, then TCP.
    void hangUp();
    //! \brief TLS says goodbye and TCP stays open, in both directions.
    void sayGoodbyeOnly();
    //! \brief Breaks the connection (RST).
    void reset();
    void stopReading();
    void resumeReading();

    [[nodiscard]] std::vector<kit::Answer> answers() const;
    [[nodiscard]] kit::Answer answer(std::size_t index = 0) const;
    [[nodiscard]] const QByteArray &rawBytes() const { return m_raw; }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    //! \brief Whether the server said goodbye in TLS before it closed.
    [[nodiscard]] bool hasGoodbye() const { return m_hasGoodbye; }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    [[nodiscard]] bool waitUntil(const std::function<bool()> &condition) const;
    [[nodiscard]] bool waitForSecured() const;
    [[nodiscard]] bool waitForAnswers(std::size_t count = 1) const;
    [[nodiscard]] bool waitForText(const QByteArray &part) const;
    [[nodiscard]] bool waitForClosed() const;

private:
    void onReadable();
    void onError(QAbstractSocket::SocketError error);

    QSslSocket m_socket;
    QByteArray m_raw;
    int m_kept = -1; //!< a second descriptor that keeps TCP open
    bool m_isReading = true;
    bool m_isClosed = false;
    bool m_hasGoodbye = false;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "contract/upstreamcall.h"
#include "upstream/networkpool.h"
#include "upstream/providerendpoint.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

#include <memory>

namespace nexus {

//! \brief One HTTP request to a provider through a network manager.
//!
//! Follows no redirect, sends no cookie and asks for no compression. An answer that is left unread is slowed
//! down by TCP at readBufferSize bytes; one that has come in small pieces so far, once calmSize bytes of it
//! wait. Over HTTP/2, where Qt 6 grants the peer more window as it likes, an answer that is not read fails at
//! maxUnread bytes instead.
class NetworkCall final : public UpstreamCall {
    Q_OBJECT

public:
    static constexpr qint64 calmSize = 16 * 1024;
    static constexpr qint64 readBufferSize = 256 * 1024;
    static constexpr qint64 maxUnread = 16 * 1024 * 1024;

    //! \brief Sends \a body at once by the endpoint's method; an empty one is left out where the method asks
    //! for none. \a providerName is used in error texts.
    NetworkCall(NetworkPool &pool, const ProviderEndpoint &endpoint, const QByteArray &body,
        const Timeouts &timeouts, QString providerName);
    ~NetworkCall() override;

    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    void abort() override;

private:
    enum class Phase { Connecting, Waiting, Answering, Over };

    void onRequestSent();
    void onMetaDataChanged();
    void onReadyRead();
    void adaptBufferSize();
    void onFinished();
    void onDeadline();
    void armDeadline();
    void end(const std::optional<Error> &error);
    [[nodiscard]] std::chrono::milliseconds limitOfPhase() const;
    [[nodiscard]] Error timeoutError(const QString &what, std::chrono::milliseconds limit) const;
    [[nodiscard]] std::optional<Error> replyError() const;

    NetworkPool::Lease m_lease;
    Timeouts m_timeouts;
    QString m_provider;
    std::unique_ptr<QNetworkReply> m_reply;
    QTimer m_deadline;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sincePhase; //!< also restarted by every arrival while answering
    Phase m_phase = Phase::Connecting;
    bool m_isHttp2 = false;
    int m_calmArrivals = 0; //!< one after the other with no more than calmSize bytes waiting
};

} // namespace nexus

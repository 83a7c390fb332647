// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/trafficconfig.h"
#include "contract/upstreamcall.h"
#include "upstream/aws/credentialchain.h"
#include "upstream/networkcall.h"
#include "upstream/networkpool.h"
#include "upstream/providerendpoint.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace nexus::aws {

//! \brief Where a signed request goes.
struct SignedTarget {
    ProviderEndpoint endpoint; //!< without credentials; its `Content-Type` and `x-amz-` headers are signed
    QByteArray region;
    QByteArray service = "bedrock"; //!< the signing name
};

//! \brief One request to AWS: waits for credentials, signs, and is a NetworkCall from then on.
//!
//! The total timeout counts from the beginning of the wait. Credentials that AWS calls expired or unknown
//! are reported to their chain, so that the next request has others.
class SignedCall final : public UpstreamCall {
    Q_OBJECT

public:
    //! \brief Begins at once. \a pool must outlive the call; \a chain may end earlier, and a call that waits
    //! for it ends then with an error. \a clock dates the signature.
    SignedCall(NetworkPool &pool, CredentialChain &chain, SignedTarget target, QByteArray body,
        const Timeouts &timeouts, QString providerName, Clock clock = std::chrono::system_clock::now);

    [[nodiscard]] QByteArray read(qint64 max) override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    void abort() override;

private:
    void onCredentials(const Result<Credentials> &credentials);
    void onTotalTimeout();
    void onHead(const ResponseHead &head);
    void send(const Credentials &credentials);
    [[nodiscard]] ProviderEndpoint signedEndpoint(const Credentials &credentials) const;

    NetworkPool &m_pool;
    QPointer<CredentialChain> m_chain;
    SignedTarget m_target;
    QByteArray m_body;
    Timeouts m_timeouts;
    QString m_provider;
    Clock m_clock;
    QElapsedTimer m_sinceStart;
    QTimer m_deadline; //!< runs only while credentials are awaited
    std::unique_ptr<QObject> m_wait; //!< the chain answers as long as it lives
    Credentials m_used;
    std::unique_ptr<NetworkCall> m_call; //!< none before there are credentials
};

} // namespace nexus::aws

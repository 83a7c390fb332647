// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/providerconfig.h"
#include "upstream/aws/credentialfetch.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace nexus::aws {

//! \brief Where one provider's credentials are looked for.
struct ChainSetup {
    QString provider; //!< named in error texts
    BedrockAccess access;
    Environment environment;
    FetchLimits limits = {};
    Clock clock = std::chrono::system_clock::now;
    Logger log = {};
};

//! \brief The credentials of one provider: found when first needed, kept, and renewed before they expire.
//!
//! Requests that come while a search runs share it. While less than refreshBefore is left, credentials are
//! renewed beside the requests that still use them; if that fails they stay in use until they expire.
//! A failure stands for holdTime, then the next request searches again. Lives in its worker's thread.
class CredentialChain final : public QObject {
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<Credentials> &)>;

    static constexpr std::chrono::minutes refreshBefore {5};
    static constexpr std::chrono::seconds holdTime {5};

    explicit CredentialChain(ChainSetup setup, QObject *parent = nullptr);
    //! \brief Ends the search; whoever waits gets an Unavailable error from the event loop.
    ~CredentialChain() override;
    Q_DISABLE_COPY_MOVE(CredentialChain)

    //! \brief The provider's region as it was when the chain was made, see regionOf(); may be empty.
    [[nodiscard]] const QString &region() const { return m_region; }

    //! \brief Credentials that are good now, or nothing; starts to renew them when they end soon.
    [[nodiscard]] std::optional<Credentials> current();

    //! \brief Calls \a answer once from the event loop, with credentials or with an Unauthenticated error
    //! that says what was tried; not at all when \a context is destroyed before.
    void request(QObject *context, Answer answer);

    //! \brief Says that AWS did not accept \a used as credentials: they are looked for anew, unless they were
    //! found only just now.
    void distrust(const Credentials &used);

private:
    struct Search;
    struct Waiter {
        QPointer<QObject> context;
        Answer answer;
    };

    void startSearch();
    void onFinished(const FetchResult &result);
    void noteFailure(const Error &reason);
    void answerAll(const Result<Credentials> &result);
    [[nodiscard]] bool isHeld() const;

    ChainSetup m_setup;
    QString m_region;
    Search *m_search = nullptr; //!< a child
    std::optional<Credentials> m_credentials;
    std::optional<Error> m_failure; //!< of the newest search
    std::optional<TimePoint> m_lastEnd; //!< of the newest search
    std::vector<Waiter> m_waiters;
};

} // namespace nexus::aws

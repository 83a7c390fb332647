// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/jwt.h"
#include "auth/keysetsource.h"
#include "auth/verifiedtokens.h"
#include "base/result.h"
#include "base/timesource.h"
#include "config/gatewayconfig.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <memory>

namespace nexus {

//! \brief The time of day, which tokens go by; tests hand in one that they move by hand.
using WallClock = std::function<std::chrono::system_clock::time_point()>;

//! \brief Lets in who has a token that is good. One for each worker, in its thread.
class Authenticator final : public QObject {
    Q_OBJECT

public:
    //! The claims of the token, or nullptr while no token is wanted.
    using Done = std::function<void(const Result<ClaimsPointer> &)>;

    //! \param keys outlives this
    //! \param time says how long a signature was found good
    explicit Authenticator(KeySetSource &keys, WallClock clock = std::chrono::system_clock::now,
        TimeSource time = bootTime, QObject *parent = nullptr);
    //! \brief Whoever waits gets Unavailable, from the event loop.
    ~Authenticator() override;
    Q_DISABLE_COPY_MOVE(Authenticator)

    //! \brief Takes over `server.oauth` for the requests that come from now on. The KeySetSource is told
    //! first.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Whether requests need a token.
    [[nodiscard]] bool isRequired() const { return m_access != nullptr; }

    //! \brief Looks at the token of \a request and calls \a done once: at once when the keys are there, else
    //! later from the event loop, and not at all when \a context is destroyed before. A signature that was
    //! good a short while ago is not verified again, see VerifiedTokens; the claims are checked each time.
    //!
    //! Errors are Unauthenticated with Error::challenge, code `missing_token` or `invalid_token`, or
    //! Unavailable where no key set was ever reached. They never repeat the token. \param dialect of the
    //! mount; see bearerHeader()
    void authenticate(const RequestSnapshot &request, Dialect dialect, QObject *context, Done done);

private:
    struct Access {
        JwtRules rules;
        QByteArray metadataUrl;
    };
    using AccessPointer = std::shared_ptr<const Access>;
    struct Waiter {
        QPointer<QObject> context;
        Done done;
        Jwt token;
        AccessPointer access;
    };

    void onAnswered(quint64 ticket, const KeySetAnswer &answer);
    [[nodiscard]] static Error challenged(const Access &access, Error error);
    [[nodiscard]] Result<ClaimsPointer> admitAgain(
        QByteArrayView text, ClaimsPointer claims, const Access &access);
    [[nodiscard]] Result<ClaimsPointer> admit(
        const Jwt &token, SignatureState state, const Access &access) const;

    KeySetSource &m_keys;
    WallClock m_clock;
    VerifiedTokens m_verified;
    AccessPointer m_access; //!< nullptr while no token is wanted
    std::map<quint64, Waiter> m_waiters; //!< by ticket
};

} // namespace nexus

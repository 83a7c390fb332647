// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authenticator.h"
#include "base/result.h"
#include "config/gatewayconfig.h"
#include "contract/principal.h"
#include "limits/limiter.h"
#include "wire/dialect.h"
#include "wire/httpmessage.h"

#include <QObject>

#include <functional>
#include <memory>

namespace nexus {

class ResponseSink;
struct SharedRooms;

//! \brief Who asks, and may they: token, identity and the limits on requests, in this order. One per worker.
class AccessControl final {
public:
    using Done = std::function<void(Result<Principal>)>;

    explicit AccessControl(const SharedRooms &shared);
    ~AccessControl();
    Q_DISABLE_COPY_MOVE(AccessControl)

    //! \brief Requests from now on follow \a config; running ones are finished as they began.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Calls \a done once: at once, or later when keys or counters have to be fetched. Not after
    //! \a context died. Puts the headers of the limits on \a sink.
    void admit(const std::shared_ptr<const RequestSnapshot> &request, Dialect dialect, ResponseSink &sink,
        QObject *context, const Done &done);

    //! \brief Asks for the token alone, where one is needed; nothing is counted. Calls \a done as admit().
    void authenticate(
        const RequestSnapshot &request, QObject *context, const std::function<void(Result<void>)> &done);

    //! \brief The limits on tokens, which are taken later, when the model is known.
    [[nodiscard]] Limiter &limiter() { return m_limiter; }

private:
    [[nodiscard]] Result<Principal> identified(
        const RequestSnapshot &request, const ClaimsPointer &claims) const;

    Authenticator m_authenticator;
    Limiter m_limiter;
    ConfigSnapshot m_config;
};

} // namespace nexus

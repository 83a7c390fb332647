// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/accesscontrol.h"

#include "auth/clientip.h"
#include "auth/clientlabel.h"
#include "auth/identity.h"
#include "contract/responsesink.h"
#include "pipeline/rooms.h"

#include <QPointer>

namespace nexus {

AccessControl::AccessControl(const SharedRooms &shared)
    : m_authenticator(shared.keySets)
    , m_limiter(shared.counters, shared.log)
{ }

AccessControl::~AccessControl() = default;

void AccessControl::setConfig(const ConfigSnapshot &config)
{
    m_config = config;
    m_authenticator.setConfig(config);
    m_limiter.setConfig(config);
}

void AccessControl::admit(const std::shared_ptr<const RequestSnapshot> &request, Dialect dialect,
    ResponseSink &sink, QObject *context, const Done &done)
{
    m_authenticator.authenticate(*request, dialect, context,
        [this, request, sink = QPointer<ResponseSink>(&sink), context, done](
            const Result<ClaimsPointer> &claims) {
            if (!claims) {
                done(failure(claims.error()));
                return;
            }
            const Result<Principal> who = identified(*request, *claims);
            if (!who) {
                done(who);
                return;
            }
            m_limiter.takeRequest(
                *who, context, [who, sink, done](const Result<Permit> &permit, const HeaderList &headers) {
                    if (sink) {
                        sink->addHeaders(headers);
                    }
                    done(permit ? who : Result<Principal>(failure(permit.error())));
                });
        });
}

void AccessControl::authenticate(
    const RequestSnapshot &request, QObject *context, const std::function<void(Result<void>)> &done)
{
    m_authenticator.authenticate(
        request, Dialect::OpenAi, context, [done](const Result<ClaimsPointer> &claims) {
            done(claims ? Result<void>() : Result<void>(failure(claims.error())));
        });
}

Result<Principal> AccessControl::identified(const RequestSnapshot &request, const ClaimsPointer &claims) const
{
    const ServerConfig &server = m_config->server;
    Principal who;
    who.address = clientAddress(server.clientIp, request);
    if (claims) {
        who.subject = subjectOf(*claims);
    } else {
        who.label = clientLabel(request.headers.value("Authorization"));
    }
    if (!server.clientIdentification.isEnabled) {
        return who;
    }
    const Result<Identity> identity = identify(server.clientIdentification, request, claims.get());
    if (!identity) {
        return failure(identity.error());
    }
    who.clientId = identity->clientId;
    who.group = identity->group;
    return who;
}

} // namespace nexus

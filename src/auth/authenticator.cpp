// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authenticator.h"

#include "auth/bearerchallenge.h"
#include "auth/bearertoken.h"

namespace nexus {

Authenticator::Authenticator(KeySetSource &keys, WallClock clock, TimeSource time, QObject *parent)
    : QObject(parent)
    , m_keys(keys)
    , m_clock(std::move(clock))
    , m_verified(std::move(time))
{
    connect(&m_keys, &KeySetSource::answered, this, &Authenticator::onAnswered);
}

Authenticator::~Authenticator()
{
    const Error stopped {.kind = ErrorKind::Unavailable,
        .message = QStringLiteral("The gateway stopped while the access token was checked. Try again."),
        .detail = {}};
    for (auto &[ticket, waiter] : m_waiters) {
        if (waiter.context) {
            QMetaObject::invokeMethod(
                waiter.context, [done = std::move(waiter.done), stopped] { done(failure(stopped)); },
                Qt::QueuedConnection);
        }
    }
}

void Authenticator::setConfig(const ConfigSnapshot &config)
{
    m_verified.clear();
    const std::optional<OAuthConfig> &oauth = config->server.oauth;
    if (!oauth) {
        m_access.reset();
        return;
    }
    Access access;
    access.rules.issuer = oauth->expectedIssuer.toUtf8();
    access.rules.audience = oauth->expectedAudience.toUtf8();
    access.metadataUrl = resourceMetadataUrl(oauth->resource);
    m_access = std::make_shared<const Access>(std::move(access));
}

void Authenticator::authenticate(const RequestSnapshot &request, Dialect dialect, QObject *context, Done done)
{
    const AccessPointer access = m_access;
    if (!access) {
        done(ClaimsPointer());
        return;
    }
    const Result<QByteArray> text = bearerToken(request.headers, dialect);
    if (!text) {
        done(failure(challenged(*access, text.error())));
        return;
    }
    KeySetPointer keys = m_keys.current();
    if (ClaimsPointer claims = m_verified.find(*text, keys)) {
        done(admitAgain(*text, std::move(claims), *access));
        return;
    }
    Result<Jwt> token = readJwt(*text);
    if (!token) {
        done(failure(challenged(*access, token.error())));
        return;
    }
    const SignatureState state = keys ? checkSignature(*token, *keys) : SignatureState::UnknownKey;
    if (state != SignatureState::UnknownKey) {
        const Result<ClaimsPointer> claims = admit(*token, state, *access);
        if (claims) {
            m_verified.put(*text, keys, *claims);
        }
        done(claims);
        return;
    }
    m_waiters.emplace(m_keys.ask(std::move(keys)),
        Waiter {.context = context, .done = std::move(done), .token = std::move(*token), .access = access});
}

void Authenticator::onAnswered(quint64 ticket, const KeySetAnswer &answer)
{
    const auto found = m_waiters.find(ticket);
    if (found == m_waiters.end()) {
        return;
    }
    const Waiter waiter = std::move(found->second);
    m_waiters.erase(found);
    if (!waiter.context) {
        return;
    }
    if (!answer) {
        waiter.done(failure(answer.error()));
        return;
    }
    waiter.done(admit(waiter.token, checkSignature(waiter.token, **answer), *waiter.access));
}

Error Authenticator::challenged(const Access &access, Error error)
{
    error.challenge = bearerChallenge(access.metadataUrl, error);
    return error;
}

// What its signature vouches for is the same, but the time is another one.
Result<ClaimsPointer> Authenticator::admitAgain(
    QByteArrayView text, ClaimsPointer claims, const Access &access)
{
    if (const std::optional<Error> problem = checkClaims(*claims, access.rules, m_clock())) {
        m_verified.remove(text);
        return failure(challenged(access, *problem));
    }
    return claims;
}

Result<ClaimsPointer> Authenticator::admit(const Jwt &token, SignatureState state, const Access &access) const
{
    if (state != SignatureState::Good) {
        return failure(challenged(access, signatureError(state)));
    }
    Result<Claims> claims = readClaims(token, access.rules, m_clock());
    if (!claims) {
        return failure(challenged(access, claims.error()));
    }
    return std::make_shared<const Claims>(std::move(*claims));
}

} // namespace nexus

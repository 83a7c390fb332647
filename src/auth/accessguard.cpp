// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/accessguard.h"

#include "auth/csrf.h"

namespace nexus {

namespace {

// Pointers into a request's headers; null for what is not there.
struct Sender {
    const QByteArray *host = nullptr;
    const QByteArray *origin = nullptr;
    int origins = 0;
};

Sender senderOf(const HeaderList &headers)
{
    Sender sender;
    for (const auto &[name, value] : headers) {
        if (name.compare("host", Qt::CaseInsensitive) == 0) {
            sender.host = &value;
        } else if (name.compare("origin", Qt::CaseInsensitive) == 0) {
            sender.origin = &value;
            ++sender.origins;
        }
    }
    return sender;
}

Error hostRefusal(const QByteArray &host)
{
    constexpr qsizetype shown = 100;
    return {.kind = ErrorKind::Forbidden,
        .message = QStringLiteral("This gateway is not known by the host '%1'. To use that name, add it to "
                                  "server.allowed_hosts.")
                       .arg(QString::fromLatin1(host.left(shown))),
        .detail = {},
        .code = "host_not_allowed"};
}

} // namespace

AccessGuard::AccessGuard(const ConfigSnapshot &config)
    : m_hosts(config->server)
    , m_cors(config->server)
    , m_csrf(config->server.csrf)
{ }

AccessVerdict AccessGuard::check(const RequestSnapshot &request) const
{
    const Sender sender = senderOf(request.headers);
    AccessVerdict verdict;
    if (sender.host && !m_hosts.allows(*sender.host)) {
        verdict.refusal = hostRefusal(*sender.host);
        return verdict;
    }
    if (sender.origins > 1) {
        // No browser does that, and two readers could believe two of them.
        verdict.refusal = originRefusal(*sender.origin);
        return verdict;
    }
    if (sender.origin) {
        verdict = m_cors.judge(
            request, *sender.origin, sender.host ? QByteArrayView(*sender.host) : QByteArrayView());
    } else {
        verdict.headers = m_cors.headersWithoutOrigin();
    }
    if (!verdict.refusal && !verdict.ownAnswer) {
        verdict.refusal = csrfRefusal(m_csrf, request);
    }
    return verdict;
}

} // namespace nexus

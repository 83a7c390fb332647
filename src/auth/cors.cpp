// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/cors.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr std::chrono::seconds localMaxAge {600};

bool isPreflight(const RequestSnapshot &request)
{
    return request.method == "OPTIONS" && request.headers.contains("access-control-request-method");
}

// What is sent back as it came must not end its line.
bool isOneLine(QByteArrayView value)
{
    return std::ranges::all_of(value, [](char c) { return c >= ' ' && c < 0x7f; });
}

void addEcho(HeaderList &headers, const char *name, const QByteArray &value)
{
    if (!value.isEmpty() && isOneLine(value)) {
        headers.add(name, value);
    }
}

QByteArray joined(const QStringList &entries)
{
    return entries.join(QLatin1String(", ")).toLatin1();
}

QByteArray methodsOf(const std::optional<CorsList> &list)
{
    if (!list) {
        return {};
    }
    const bool hasOptions = list->entries.contains(QLatin1String("OPTIONS"));
    return list->isAny
        ? QByteArray("*")
        : joined(hasOptions ? list->entries : list->entries + QStringList {QStringLiteral("OPTIONS")});
}

// `*` means every header but Authorization, which clients of a model send as a matter of course.
QByteArray headersOf(const std::optional<CorsList> &list)
{
    if (!list) {
        return {};
    }
    return list->isAny ? QByteArray("*, Authorization") : joined(list->entries);
}

QByteArray exposedOf(const std::optional<CorsList> &list)
{
    if (!list) {
        return {};
    }
    return list->isAny ? QByteArray("*") : joined(list->entries);
}

void addUnlessEmpty(HeaderList &headers, const char *name, const QByteArray &value)
{
    if (!value.isEmpty()) {
        headers.add(name, value);
    }
}

} // namespace

Error originRefusal(const QByteArray &origin)
{
    constexpr qsizetype shown = 100;
    return {.kind = ErrorKind::Forbidden,
        .message
        = QStringLiteral("Web pages of the origin '%1' may not use this gateway. To allow them, add the "
                         "origin to server.cors.allow_origins.")
              .arg(QString::fromLatin1(origin.left(shown))),
        .detail = {},
        .code = "origin_not_allowed"};
}

CorsPolicy::CorsPolicy(const ServerConfig &server)
    : m_config(server.cors)
    , m_isTls(server.tls.has_value())
{
    if (!m_config) {
        return;
    }
    m_withoutOrigin.add("Vary", "Origin");
    if (m_config->allowOrigins) {
        for (const QString &entry : m_config->allowOrigins->entries) {
            m_origins.emplace_back(entry);
        }
    }
    m_methods = methodsOf(m_config->allowMethods);
    m_headers = headersOf(m_config->allowHeaders);
    m_exposed = exposedOf(m_config->exposeHeaders);
}

bool CorsPolicy::isListed(const std::optional<Origin> &origin) const
{
    if (!m_config || !m_config->allowOrigins) {
        return false;
    }
    return m_config->allowOrigins->isAny
        || (origin && std::ranges::any_of(m_origins, [&origin](const OriginPattern &pattern) {
               return pattern.matches(*origin);
           }));
}

AccessVerdict CorsPolicy::judge(
    const RequestSnapshot &request, const QByteArray &origin, QByteArrayView host) const
{
    AccessVerdict verdict;
    const std::optional<Origin> parsed = parseOrigin(origin);
    const bool isAllowed = isListed(parsed);
    const bool isForeign = !parsed || !(isLocalOrigin(*parsed) || isSameOrigin(*parsed, host, m_isTls));
    verdict.headers.add("Vary",
        isPreflight(request) ? "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
                             : "Origin");
    if (isForeign && !isAllowed) {
        verdict.refusal = originRefusal(origin);
        return verdict;
    }
    if (isPreflight(request)) {
        verdict.ownAnswer = ResponseHead {.status = 204, .headers = {}};
    }
    if (m_config) {
        addConfigured(request, origin, isAllowed, verdict);
    } else {
        addLocal(request, origin, verdict);
    }
    return verdict;
}

void CorsPolicy::addLocal(
    const RequestSnapshot &request, const QByteArray &origin, AccessVerdict &verdict) const
{
    HeaderList &headers = verdict.headers;
    headers.add("Access-Control-Allow-Origin", origin);
    if (!verdict.ownAnswer) {
        headers.add("Access-Control-Expose-Headers", "*");
        return;
    }
    addEcho(headers, "Access-Control-Allow-Methods", request.headers.value("access-control-request-method"));
    addEcho(headers, "Access-Control-Allow-Headers", request.headers.value("access-control-request-headers"));
    headers.add("Access-Control-Max-Age", QByteArray::number(qint64(localMaxAge.count())));
}

void CorsPolicy::addConfigured(
    const RequestSnapshot &request, const QByteArray &origin, bool isAllowed, AccessVerdict &verdict) const
{
    HeaderList &headers = verdict.headers;
    const bool isAny = m_config->allowOrigins && m_config->allowOrigins->isAny;
    if (isAllowed) {
        headers.add("Access-Control-Allow-Origin", isAny ? QByteArray("*") : origin);
    }
    if (isAllowed && !isAny && m_config->isCredentialsAllowed) {
        headers.add("Access-Control-Allow-Credentials", "true");
    }
    if (!verdict.ownAnswer) {
        addUnlessEmpty(headers, "Access-Control-Expose-Headers", m_exposed);
        return;
    }
    addUnlessEmpty(headers, "Access-Control-Allow-Methods", m_methods);
    addUnlessEmpty(headers, "Access-Control-Allow-Headers", m_headers);
    if (m_config->maxAge) {
        headers.add("Access-Control-Max-Age", QByteArray::number(qint64(m_config->maxAge->count())));
    }
    const bool isPrivateAsked = request.headers.value("access-control-request-private-network") == "true";
    if (isAllowed && m_config->isPrivateNetworkAllowed && isPrivateAsked) {
        headers.add("Access-Control-Allow-Private-Network", "true");
    }
}

} // namespace nexus

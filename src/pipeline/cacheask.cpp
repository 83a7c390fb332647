// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/cacheask.h"

#include "upstream/upstreams.h"

#include <QCryptographicHash>

#include <algorithm>

namespace nexus {

namespace {

// All lines of a header as one, as RFC 9110 section 5.3 has it.
QByteArray joinedValues(const HeaderList &headers, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            values.append(value);
        }
    }
    return values.join(", ");
}

// What an alias adds is part of the question.
QByteArray defaultsText(const RequestDefaults &defaults)
{
    QByteArrayList parts;
    parts.append(defaults.temperature ? QByteArray::number(*defaults.temperature, 'g', 17) : QByteArray());
    parts.append(defaults.maxTokens ? QByteArray::number(*defaults.maxTokens) : QByteArray());
    parts.append(defaults.system ? "system " + defaults.system->toUtf8() : QByteArray());
    return parts.join('\n');
}

// Whose answers a request may get: its own only, where tokens, identities or keys of clients are in play.
QByteArray scopeOf(const ModelAsk &ask, const Principal &who, const Rooms &rooms)
{
    QByteArray scope = who.subject + '\n' + who.clientId;
    const QByteArray key = ask.request->headers.value("X-Provider-API-Key");
    const bool isKeyForwarded
        = !key.isEmpty() && std::ranges::any_of(ask.plan.targets, [&rooms](const Target &target) {
              const ProviderConfig *provider = rooms.config->provider(target.provider);
              return provider != nullptr && provider->isTokenForwarded;
          });
    if (isKeyForwarded) {
        scope += '\n' + QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    }
    return scope;
}

} // namespace

CacheControl cacheControlOf(const HeaderList &headers)
{
    return parseCacheControl(joinedValues(headers, "Cache-Control"));
}

CacheKey cacheKeyFor(const ModelAsk &ask, const Principal &who, const Rooms &rooms)
{
    HeaderList headers;
    for (const char *name : {"anthropic-version", "anthropic-beta"}) {
        if (ask.dialect == Dialect::Anthropic && ask.request->headers.contains(name)) {
            headers.add(name, ask.request->headers.value(name));
        }
    }
    for (const Target &target : ask.plan.targets) {
        const ProviderConfig *provider = rooms.config->provider(target.provider);
        if (provider == nullptr) {
            continue;
        }
        for (const auto &[name, value] :
            rooms.upstreams.ruledHeaders(*provider, target.publicName, ask.request->headers)) {
            headers.add(name, value);
        }
    }
    return rooms.cacheKeys.keyOf({.dialect = ask.dialect,
        .operation = ask.client.operation,
        .plan = ask.plan.cacheName + '\n' + defaultsText(ask.plan.defaults),
        .askedModel = ask.client.model,
        .scope = scopeOf(ask, who, rooms),
        .headers = std::move(headers),
        .body = ask.client.body});
}

} // namespace nexus

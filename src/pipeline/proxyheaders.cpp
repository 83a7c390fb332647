// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/proxyheaders.h"

#include "auth/bearertoken.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus {

namespace {

constexpr std::array<std::string_view, 13> connectionNames {"connection", "content-length", "expect",
    "http2-settings", "keep-alive", "proxy-authenticate", "proxy-authentication-info", "proxy-authorization",
    "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"};

// The lower ones are what a proxy in front of the gateway says about the client.
constexpr std::array<std::string_view, 12> ownRequestNames {"accept-encoding", "cookie", "cookie2", "host",
    "origin", "x-provider-api-key", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port",
    "x-forwarded-proto", "x-real-ip"};

constexpr std::array<std::string_view, 7> ownAnswerNames {"alt-svc", "clear-site-data", "date", "set-cookie",
    "set-cookie2", "strict-transport-security", "x-request-id"};

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

template<std::size_t size>
bool isIn(const std::array<std::string_view, size> &names, QByteArrayView name)
{
    return std::ranges::any_of(names, [name](std::string_view known) {
        return isSame({known.data(), static_cast<qsizetype>(known.size())}, name);
    });
}

bool beginsWith(QByteArrayView name, QByteArrayView start)
{
    return name.size() >= start.size() && isSame(name.first(start.size()), start);
}

// What the Connection fields name concerns this connection only.
QByteArrayList connectionOptions(const HeaderList &headers)
{
    QByteArrayList options;
    for (const auto &[name, value] : headers) {
        if (!isSame(name, "connection")) {
            continue;
        }
        for (const QByteArray &option : value.split(',')) {
            options.append(option.trimmed().toLower());
        }
    }
    return options;
}

// Headers by which the gateway tells its clients apart.
bool isIdentity(const ClientIdentification &identification, QByteArrayView name)
{
    if (!identification.isEnabled) {
        return false;
    }
    const bool isGroup = identification.groupId && isSame(identification.groupId->httpHeader, name);
    return isGroup || isSame(identification.clientId.httpHeader, name);
}

QByteArray gatewayToken(const HeaderList &client, const ServerConfig &server)
{
    if (!server.oauth) {
        return {};
    }
    const Result<QByteArray> token = bearerToken(client, Dialect::Anthropic);
    return token ? *token : QByteArray();
}

void addJoined(std::vector<HeaderList::Field> &fields, const QByteArray &name, const QByteArray &value)
{
    const auto same = std::ranges::find_if(
        fields, [&name](const HeaderList::Field &field) { return isSame(field.first, name); });
    if (same == fields.end()) {
        fields.emplace_back(name, value);
    } else {
        same->second += ", " + value;
    }
}

} // namespace

HeaderList proxiedRequestHeaders(const HeaderList &client, const ServerConfig &server)
{
    const QByteArrayList options = connectionOptions(client);
    const QByteArray token = gatewayToken(client, server);
    std::vector<HeaderList::Field> fields;
    for (const auto &[name, value] : client) {
        const bool isForGateway = isSame(name, server.csrf.headerName)
            || isIdentity(server.clientIdentification, name) || (!token.isEmpty() && value.contains(token));
        if (isIn(connectionNames, name) || isIn(ownRequestNames, name) || isForGateway
            || options.contains(name.toLower())) {
            continue;
        }
        addJoined(fields, name, value);
    }
    HeaderList headers;
    for (auto &[name, value] : fields) {
        headers.add(std::move(name), std::move(value));
    }
    return headers;
}

HeaderList proxiedAnswerHeaders(const HeaderList &upstream)
{
    const QByteArrayList options = connectionOptions(upstream);
    HeaderList headers;
    for (const auto &[name, value] : upstream) {
        const bool isPolicy = beginsWith(name, "access-control-") || beginsWith(name, "x-nexus-");
        if (isIn(connectionNames, name) || isIn(ownAnswerNames, name) || isPolicy
            || options.contains(name.toLower())) {
            continue;
        }
        headers.add(name, value);
    }
    return headers;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/serverreader.h"
#include "config/textforms.h"

namespace nexus {

namespace {

void readCsrf(TableReader &server, CsrfConfig &out)
{
    server.readTable("csrf", [&out](TableReader &table) {
        table.read("enabled", out.isEnabled);
        table.readAs("header_name", out.headerName, toToken);
    });
}

// `"*"` or a list of strings; a list that holds "*" means the same.
void readCorsList(TableReader &table, const char *key, std::optional<CorsList> &out)
{
    const TomlValue *value = table.find(key);
    if (!value) {
        return;
    }
    CorsList list;
    if (value->kind == TomlValue::Kind::String) {
        list.isAny = value->text == QLatin1String("*");
        if (!list.isAny) {
            table.refuse(key, QStringLiteral("must be \"*\" or a list of strings"));
        }
    } else if (table.read(key, list.entries) && list.entries.contains(QLatin1String("*"))) {
        list = {true, {}};
    }
    out = std::move(list);
}

void checkTokens(TableReader &table, const char *key, const std::optional<CorsList> &list)
{
    if (!list) {
        return;
    }
    for (const QString &entry : list->entries) {
        if (const Result<QByteArray> token = toToken(entry); !token) {
            table.refuse(key, token.error().message);
        }
    }
}

void checkOrigins(TableReader &table, const std::optional<CorsList> &list)
{
    if (!list) {
        return;
    }
    for (const QString &entry : list->entries) {
        const bool isGlob
            = std::ranges::any_of(entry, [](QChar c) { return QStringView(u"?*[]{}!\\").contains(c); });
        const QUrl url(entry, QUrl::StrictMode);
        if (!isGlob && (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())) {
            table.refuse(
                "allow_origins", QStringLiteral("must hold origins such as \"https://app.example.com\""));
        }
    }
}

// Whole seconds, as a number or as a duration.
void readMaxAge(TableReader &table, std::optional<std::chrono::seconds> &out)
{
    const TomlValue *value = table.find("max_age");
    if (!value) {
        return;
    }
    qint64 seconds = 0;
    std::chrono::milliseconds duration {};
    if (value->kind == TomlValue::Kind::Integer) {
        if (table.readInteger("max_age", seconds, 0, 366LL * 86'400)) {
            out = std::chrono::seconds(seconds);
        }
    } else if (table.readDuration("max_age", duration, DurationRule::ZeroAllowed)) {
        out = std::chrono::duration_cast<std::chrono::seconds>(duration);
    }
}

void readCors(TableReader &server, std::optional<CorsConfig> &out)
{
    server.readTable("cors", [&out](TableReader &table) {
        CorsConfig cors;
        readCorsList(table, "allow_origins", cors.allowOrigins);
        readCorsList(table, "allow_methods", cors.allowMethods);
        readCorsList(table, "allow_headers", cors.allowHeaders);
        readCorsList(table, "expose_headers", cors.exposeHeaders);
        readMaxAge(table, cors.maxAge);
        table.read("allow_credentials", cors.isCredentialsAllowed);
        table.read("allow_private_network", cors.isPrivateNetworkAllowed);
        checkOrigins(table, cors.allowOrigins);
        checkTokens(table, "allow_methods", cors.allowMethods);
        checkTokens(table, "allow_headers", cors.allowHeaders);
        checkTokens(table, "expose_headers", cors.exposeHeaders);
        const auto isAny = [](const std::optional<CorsList> &list) { return list && list->isAny; };
        const bool hasWildcard = isAny(cors.allowOrigins) || isAny(cors.allowMethods)
            || isAny(cors.allowHeaders) || isAny(cors.exposeHeaders);
        if (cors.isCredentialsAllowed && hasWildcard) {
            table.refuse(
                "allow_credentials", QStringLiteral("cannot be combined with \"*\", name what is allowed"));
        }
        out = std::move(cors);
    });
}

void readResource(TableReader &oauth, OAuthConfig &out)
{
    oauth.require("protected_resource");
    oauth.readTable("protected_resource", [&out](TableReader &table) {
        table.require("resource");
        table.require("authorization_servers");
        table.readAs("resource", out.resource, toHttpUrl);
        QStringList servers;
        if (!table.read("authorization_servers", servers)) {
            return;
        }
        if (servers.isEmpty()) {
            table.refuse("authorization_servers", QStringLiteral("must name at least one server"));
        }
        for (const QString &server : servers) {
            const Result<QUrl> url = toHttpUrl(server);
            if (!url) {
                table.refuse("authorization_servers", url.error().message);
                return;
            }
            out.authorizationServers.append(*url);
        }
    });
}

void readOAuth(TableReader &server, std::optional<OAuthConfig> &out)
{
    server.readTable("oauth", [&out](TableReader &table) {
        OAuthConfig oauth;
        table.require("url");
        table.readAs("url", oauth.url, toHttpUrl);
        std::chrono::milliseconds interval {};
        if (table.readDuration("poll_interval", interval, DurationRule::AboveZero)) {
            oauth.pollInterval = interval;
        }
        table.readAs("expected_issuer", oauth.expectedIssuer, toWord);
        table.readAs("expected_audience", oauth.expectedAudience, toWord);
        readResource(table, oauth);
        out = std::move(oauth);
    });
}

bool readSource(TableReader &parent, const char *key, IdentitySource &out)
{
    return parent.readTable(key, [&out](TableReader &table) {
        IdentitySource source;
        table.readAs("jwt_claim", source.jwtClaim, toWord);
        table.readAs("http_header", source.httpHeader, toToken);
        if (table.has("jwt_claim") == table.has("http_header")) {
            table.context().report(table.position(),
                QStringLiteral("[%1] needs either 'jwt_claim' or 'http_header'").arg(table.path()));
        }
        out = std::move(source);
    });
}

void readClientIdentification(TableReader &server, ClientIdentification &out)
{
    server.readTable("client_identification", [&out](TableReader &table) {
        table.read("enabled", out.isEnabled);
        readSource(table, "client_id", out.clientId);
        IdentitySource group;
        if (readSource(table, "group_id", group)) {
            out.groupId = std::move(group);
        }
        table.readTable("validation",
            [&out](TableReader &validation) { validation.read("group_values", out.groupValues); });
    });
}

} // namespace

void readAccess(TableReader &server, ServerConfig &out)
{
    readCsrf(server, out.csrf);
    readCors(server, out.cors);
    readOAuth(server, out.oauth);
    readClientIdentification(server, out.clientIdentification);
    server.readTable("client_ip", [&out](TableReader &table) {
        table.read("x_real_ip", out.clientIp.isRealIpTrusted);
        int hops = 0;
        if (table.readInteger("x_forwarded_for_trusted_hops", hops, 0, 1000)) {
            out.clientIp.trustedHops = hops;
        }
    });
}

} // namespace nexus

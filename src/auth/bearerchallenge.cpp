// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/bearerchallenge.h"

#include "wire/json.h"

namespace nexus {

namespace {

// RFC 6750 section 3: printable ASCII without the quote and the backslash.
QByteArray toDescription(const QString &message)
{
    QByteArray text = message.toLatin1();
    for (char &c : text) {
        if (c == '"') {
            c = '\'';
        } else if (c < 0x20 || c > 0x7e || c == '\\') {
            c = '?';
        }
    }
    return text;
}

std::string encoded(const QUrl &url)
{
    return url.toEncoded().toStdString();
}

} // namespace

QByteArray resourceMetadataUrl(const QUrl &resource)
{
    const auto origin = QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment;
    return resource.toEncoded(origin) + "/.well-known/oauth-protected-resource";
}

QByteArray bearerChallenge(const QByteArray &metadataUrl, const Error &error)
{
    QByteArray challenge = "Bearer resource_metadata=\"" + metadataUrl + '"';
    if (error.code != "invalid_token") {
        return challenge;
    }
    return challenge + ", error=\"invalid_token\", error_description=\"" + toDescription(error.message) + '"';
}

QByteArray protectedResourceMetadata(const OAuthConfig &config)
{
    Json servers = Json::array();
    for (const QUrl &server : config.authorizationServers) {
        servers.push_back(encoded(server));
    }
    const Json metadata {{"resource", encoded(config.resource)},
        {"authorization_servers", std::move(servers)}, {"bearer_methods_supported", Json::array({"header"})}};
    return toText(metadata);
}

} // namespace nexus

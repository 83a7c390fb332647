// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/origin.h"

#include "auth/authority.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxOrigin = 512;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isScheme(QByteArrayView text)
{
    const auto fits
        = [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; };
    return !text.isEmpty() && isLetter(text.front()) && std::ranges::all_of(text, fits);
}

bool isHttp(const QByteArray &scheme)
{
    return scheme == "http" || scheme == "https";
}

int usualPort(const QByteArray &scheme)
{
    if (scheme == "http") {
        return 80;
    }
    return scheme == "https" ? 443 : -1;
}

// What applications put behind a scheme of their own: often no host, as in `app://-` and `app://.`.
bool isPlainRest(QByteArrayView text)
{
    return std::ranges::all_of(
        text, [](char c) { return c > ' ' && c < 0x7f && !QByteArrayView("/\\,;\"'<>?#@").contains(c); });
}

} // namespace

QByteArray Origin::text() const
{
    return port == usualPort(scheme) ? scheme + "://" + host : textWithPort();
}

QByteArray Origin::textWithPort() const
{
    const QByteArray start = scheme + "://" + host;
    return port < 0 ? start : start + ':' + QByteArray::number(port);
}

std::optional<Origin> parseOrigin(QByteArrayView text)
{
    const qsizetype mark = text.indexOf("://");
    if (mark < 0 || text.size() > maxOrigin || !isScheme(text.first(mark))) {
        return std::nullopt;
    }
    Origin origin {.scheme = text.first(mark).toByteArray().toLower(), .host = {}};
    const QByteArrayView rest = text.sliced(mark + 3);
    if (const std::optional<Authority> authority = parseAuthority(rest)) {
        origin.host = comparableHost(authority->host);
        origin.port = authority->port ? *authority->port : usualPort(origin.scheme);
        return origin;
    }
    if (isHttp(origin.scheme) || !isPlainRest(rest)) {
        return std::nullopt;
    }
    origin.host = rest.toByteArray().toLower();
    return origin;
}

bool isLocalOrigin(const Origin &origin)
{
    if (origin.scheme == "app" || origin.scheme == "tauri" || origin.scheme == "vscode-webview") {
        return true;
    }
    // The host of another scheme may be anything.
    const std::optional<Authority> authority = parseAuthority(origin.host);
    return authority && (isLoopbackLiteral(authority->host) || isLocalhostName(authority->host));
}

bool isSameOrigin(const Origin &origin, QByteArrayView host, bool isTls)
{
    const bool isPossible = isTls ? origin.scheme == "https" : isHttp(origin.scheme);
    const std::optional<Authority> authority = isPossible ? parseAuthority(host) : std::nullopt;
    if (!authority || comparableHost(authority->host) != origin.host) {
        return false;
    }
    return (authority->port ? *authority->port : usualPort(origin.scheme)) == origin.port;
}

} // namespace nexus

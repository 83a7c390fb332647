// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A host that the built-in list takes is this machine, or an address, for a reader of URLs too; and so is the
// page that counts as local.

#include "auth/hostcheck.h"
#include "auth/authority.h"
#include "auth/originpattern.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

// The host as QUrl reads it; empty where it does not read one.
QString hostByUrl(const QByteArray &start, QByteArrayView authority)
{
    const QUrl url = QUrl::fromEncoded(start + authority.toByteArray() + '/', QUrl::StrictMode);
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(u'.')) {
        host.chop(1);
    }
    return host;
}

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"))
        || QHostAddress(host).isLoopback();
}

void checkHost(QByteArrayView text, bool isBeyondLoopback)
{
    ServerConfig server;
    server.address = isBeyondLoopback ? QHostAddress::Any : QHostAddress::LocalHost;
    if (!HostCheck(server).allows(text)) {
        return;
    }
    require(std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '@' && c != '/'; }));
    const QString host = hostByUrl("http://", text);
    const bool isAddress = !QHostAddress(host).isNull();
    require(host.isEmpty() || isThisMachine(host) || host == QLatin1String("host.docker.internal")
        || (isBeyondLoopback && isAddress));
}

void checkListedHost(QByteArrayView text)
{
    ServerConfig server;
    server.allowedHosts = QStringList {
        QStringLiteral("a.example"), QStringLiteral("*.b.example"), QStringLiteral("c.example:81")};
    if (!HostCheck(server).allows(text)) {
        return;
    }
    const QString host = hostByUrl("http://", text);
    const bool isListed = host == QLatin1String("a.example") || host.endsWith(QLatin1String(".b.example"))
        || host == QLatin1String("c.example") || QHostAddress(host).isLoopback();
    require(host.isEmpty() || isListed);
}

void checkOrigin(QByteArrayView text)
{
    const std::optional<Origin> origin = parseOrigin(text);
    if (!origin) {
        return;
    }
    require(parseOrigin(origin->text()) == origin);
    require(parseOrigin(origin->textWithPort()) == origin);
    require(std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != ','; }));
    const bool isHttp = origin->scheme == "http" || origin->scheme == "https";
    if (isHttp && isLocalOrigin(*origin)) {
        const QString host = hostByUrl({}, text);
        require(host.isEmpty() || isThisMachine(host));
    }
    const OriginPattern exact(QStringLiteral("https://app.example.com"));
    if (exact.matches(*origin)) {
        require(origin->text() == "https://app.example.com");
    }
    const OriginPattern glob(QStringLiteral("https://*.example.org"));
    if (glob.matches(*origin)) {
        require(origin->scheme == "https" && origin->host.endsWith(".example.org") && origin->port == 443);
    }
}

// A file may hold any pattern; it is only not to break anything.
void checkPattern(QByteArrayView text)
{
    const OriginPattern pattern(QString::fromUtf8(text));
    static_cast<void>(pattern.matches(*parseOrigin("https://app.example.com:8443")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    checkHost(text, false);
    checkHost(text, true);
    checkListedHost(text);
    checkOrigin(text);
    if (size < 200) {
        checkPattern(text);
    }
    if (const std::optional<Authority> authority = parseAuthority(text)) {
        const QByteArray once = comparableHost(authority->host);
        require(!once.isEmpty() && comparableHost(once) == once);
        require(isIpLiteral(once) == isIpLiteral(authority->host));
        require(isLoopbackLiteral(once) == isLoopbackLiteral(authority->host));
    }
    return 0;
}

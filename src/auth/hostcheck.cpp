// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/hostcheck.h"

#include "auth/authority.h"

#include <QUrl>

#include <algorithm>

namespace nexus {

namespace {

constexpr QByteArrayView dockerName = "host.docker.internal";

bool isEqual(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isBelow(QByteArrayView host, QByteArrayView suffix)
{
    return host.size() > suffix.size() && isEqual(host.last(suffix.size()), suffix);
}

bool isPortWanted(std::optional<quint16> wanted, std::optional<quint16> written)
{
    if (!wanted || wanted == written) {
        return true;
    }
    return !written && (*wanted == 80 || *wanted == 443);
}

// The bytes that a browser sends for what a person wrote: an address in brackets, a name in ASCII.
QByteArray asSent(const QString &text)
{
    if (QHostAddress(text).protocol() == QAbstractSocket::IPv6Protocol) {
        return '[' + text.toLatin1() + ']';
    }
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c < QChar(0x80); });
    if (isAscii) {
        return text.toLatin1();
    }
    const qsizetype colon = text.indexOf(u':');
    const QString name = colon < 0 ? text : text.first(colon);
    return QUrl::toAce(name) + (colon < 0 ? QByteArray() : text.sliced(colon).toLatin1());
}

} // namespace

HostCheck::HostCheck(const ServerConfig &server)
    : m_isOff(server.allowedHosts == QStringList {QStringLiteral("*")})
    , m_isBuiltIn(!server.allowedHosts)
    , m_takesLiterals(!server.address.isLoopback())
{
    for (const QString &text : server.allowedHosts.value_or(QStringList())) {
        if (std::optional<Entry> entry = entryOf(text.trimmed())) {
            m_entries.push_back(std::move(*entry));
        }
    }
}

std::optional<HostCheck::Entry> HostCheck::entryOf(const QString &text)
{
    const bool isPattern = text.startsWith(QLatin1String("*."));
    const QByteArray sent = asSent(isPattern ? text.sliced(2) : text);
    const std::optional<Authority> authority = parseAuthority(sent);
    if (!authority || (isPattern && isIpLiteral(authority->host))) {
        return std::nullopt;
    }
    return Entry {(isPattern ? "." : "") + comparableHost(authority->host), authority->port};
}

bool HostCheck::allows(QByteArrayView host) const
{
    if (m_isOff) {
        return true;
    }
    const std::optional<Authority> authority = parseAuthority(host);
    if (!authority) {
        return false;
    }
    const QByteArrayView name = authority->host;
    if (isLoopbackLiteral(name)) {
        return true;
    }
    if (m_isBuiltIn) {
        return isLocalhostName(name) || isEqual(name, dockerName) || (m_takesLiterals && isIpLiteral(name));
    }
    const QByteArray address = name.startsWith('[') ? comparableHost(name) : QByteArray();
    const QByteArrayView comparable = address.isEmpty() ? name : QByteArrayView(address);
    return std::ranges::any_of(m_entries, [&](const Entry &entry) {
        const bool isNamed
            = entry.host.startsWith('.') ? isBelow(comparable, entry.host) : isEqual(comparable, entry.host);
        return isNamed && isPortWanted(entry.port, authority->port);
    });
}

} // namespace nexus

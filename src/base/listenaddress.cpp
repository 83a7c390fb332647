// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/listenaddress.h"

namespace nexus {

namespace {

tl::unexpected<Error> invalid(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

// Only digits: toUInt() would take "+80" and " 80" as well.
std::optional<quint16> parsePort(QStringView text)
{
    const bool isDigits = !text.isEmpty() && text.size() <= 5
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = isDigits ? text.toUInt() : 65536;
    return port > 65535 ? std::nullopt : std::optional(static_cast<quint16>(port));
}

// Without a scope, and without the short forms of IPv4 ("127.1") that QHostAddress takes.
std::optional<QHostAddress> parseHost(QStringView host)
{
    if (host.isEmpty() || host.compare(u"localhost", Qt::CaseInsensitive) == 0) {
        return QHostAddress(QHostAddress::LocalHost);
    }
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    const QString bare = (isBracketed ? host.sliced(1, host.size() - 2) : host).toString();
    const QHostAddress address(bare);
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const bool isIpv4 = address.protocol() == QAbstractSocket::IPv4Protocol && bare.count(u'.') == 3;
    if (isBracketed ? !isIpv6 : !isIpv4) {
        return std::nullopt;
    }
    return address;
}

} // namespace

Result<ListenAddress> parseListenAddress(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype colon = trimmed.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && !trimmed.endsWith(u']');
    if (!hasPort) {
        return invalid(QStringLiteral("needs a port, as in 127.0.0.1:8000"));
    }
    const QStringView host = trimmed.first(colon);
    if (host.contains(u':') && !host.startsWith(u'[')) {
        return invalid(QStringLiteral("needs brackets around an IPv6 address, as in [::1]:8000"));
    }
    const std::optional<quint16> port = parsePort(trimmed.sliced(colon + 1));
    if (!port) {
        return invalid(QStringLiteral("needs a port from 0 to 65535"));
    }
    const std::optional<QHostAddress> address = parseHost(host);
    if (!address) {
        return invalid(QStringLiteral("needs an IP address or localhost before the port"));
    }
    return ListenAddress {*address, *port};
}

QString formatListenAddress(const ListenAddress &address)
{
    const bool isIpv6 = address.address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString form = isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2");
    return form.arg(address.address.toString(), QString::number(address.port));
}

} // namespace nexus

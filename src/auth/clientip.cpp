// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientip.h"

#include <QByteArrayList>

namespace nexus {

namespace {

QByteArrayList valuesOf(const HeaderList &headers, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[field, value] : headers) {
        if (QByteArrayView(field).compare(name, Qt::CaseInsensitive) == 0) {
            values.append(value);
        }
    }
    return values;
}

QHostAddress withoutMapping(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol) {
        return address;
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int i = 0; i < 12; ++i) {
        if (bytes[i] != (i < 10 ? 0 : 0xff)) {
            return address;
        }
    }
    return QHostAddress(address.toIPv4Address());
}

// `1.2.3.4`, `1.2.3.4:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`, without the port.
QByteArray withoutPort(const QByteArray &entry)
{
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        const bool isClosed = end > 0 && (end + 1 == entry.size() || entry.at(end + 1) == ':');
        return isClosed ? entry.sliced(1, end - 1) : QByteArray();
    }
    return entry.count(':') == 1 ? entry.first(entry.indexOf(':')) : entry;
}

// Null for what is no address. Qt also takes `1`, `0x7f.1` and `010.0.0.1`, which are none, and zones.
QHostAddress parseAddress(const QByteArray &text)
{
    const QString plain = QString::fromLatin1(text);
    const QHostAddress address(plain);
    const bool isIpv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    if (address.isNull() || text.contains('%') || (isIpv4 && address.toString() != plain)) {
        return {};
    }
    return address;
}

QHostAddress forwardedFor(const HeaderList &headers, int hops)
{
    const QByteArrayList entries = valuesOf(headers, "X-Forwarded-For").join(',').split(',');
    if (hops < 0 || hops >= entries.size()) {
        return {};
    }
    return parseAddress(withoutPort(entries.at(entries.size() - 1 - hops).trimmed()));
}

} // namespace

QHostAddress clientAddress(const ClientIpConfig &config, const RequestSnapshot &request)
{
    if (config.isRealIpTrusted) {
        const QByteArrayList values = valuesOf(request.headers, "X-Real-IP");
        const QHostAddress real
            = values.size() == 1 ? parseAddress(values.first().trimmed()) : QHostAddress();
        if (!real.isNull()) {
            return withoutMapping(real);
        }
    }
    if (config.trustedHops) {
        const QHostAddress forwarded = forwardedFor(request.headers, *config.trustedHops);
        if (!forwarded.isNull()) {
            return withoutMapping(forwarded);
        }
    }
    return withoutMapping(request.peer);
}

} // namespace nexus

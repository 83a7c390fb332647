// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authority.h"

#include <QHostAddress>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype maxName = 253;
constexpr qsizetype maxLabel = 63;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isNameCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

// Digits without a sign and without zeros in front, up to \a max.
std::optional<int> parseNumber(QByteArrayView digits, int max)
{
    if (digits.isEmpty() || digits.size() > 5 || !std::ranges::all_of(digits, isDigit)) {
        return std::nullopt;
    }
    if (digits.size() > 1 && digits.front() == '0') {
        return std::nullopt;
    }
    int number = 0;
    for (const char c : digits) {
        number = number * 10 + (c - '0');
    }
    return number <= max ? std::optional(number) : std::nullopt;
}

std::optional<quint32> parseIpv4(QByteArrayView text)
{
    quint32 address = 0;
    for (int part = 0; part < 4; ++part) {
        const qsizetype dot = part < 3 ? text.indexOf('.') : text.size();
        const std::optional<int> number = dot < 0 ? std::nullopt : parseNumber(text.first(dot), 255);
        if (!number) {
            return std::nullopt;
        }
        address = address << 8 | static_cast<quint32>(*number);
        text = part < 3 ? text.sliced(dot + 1) : QByteArrayView();
    }
    return address;
}

// What stands between brackets.
std::optional<QHostAddress> parseIpv6(QByteArrayView text)
{
    const bool isPlain
        = std::ranges::all_of(text, [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
    const QHostAddress address(isPlain ? QString::fromLatin1(text) : QString());
    if (address.protocol() != QAbstractSocket::IPv6Protocol) {
        return std::nullopt;
    }
    return address;
}

QByteArrayView withoutBrackets(QByteArrayView host)
{
    return host.sliced(1, host.size() - 2);
}

bool isBracketed(QByteArrayView host)
{
    return host.startsWith('[');
}

// Readers of URLs take a host for an address as soon as its last label is a number.
bool looksLikeNumber(QByteArrayView label)
{
    const bool isHex = label.size() >= 2 && label.front() == '0' && (label[1] == 'x' || label[1] == 'X');
    return isHex ? std::ranges::all_of(label.sliced(2), isHexDigit) : std::ranges::all_of(label, isDigit);
}

bool isHostName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > maxName) {
        return false;
    }
    QByteArrayView rest = name;
    while (true) {
        const qsizetype dot = rest.indexOf('.');
        const QByteArrayView label = dot < 0 ? rest : rest.first(dot);
        if (label.isEmpty() || label.size() > maxLabel || !std::ranges::all_of(label, isNameCharacter)) {
            return false;
        }
        if (dot < 0) {
            return !looksLikeNumber(label) || parseIpv4(name).has_value();
        }
        rest = rest.sliced(dot + 1);
    }
}

// A colon without a number behind it says nothing (RFC 3986 section 3.2.3).
bool readPort(QByteArrayView text, std::optional<quint16> &out)
{
    if (text.isEmpty() || text == ":") {
        return true;
    }
    const std::optional<int> number = text.front() == ':' ? parseNumber(text.sliced(1), 65535) : std::nullopt;
    if (number) {
        out = static_cast<quint16>(*number);
    }
    return number.has_value();
}

} // namespace

std::optional<Authority> parseAuthority(QByteArrayView text)
{
    Authority authority;
    const bool isIpv6 = isBracketed(text);
    const qsizetype mark = text.indexOf(isIpv6 ? ']' : ':');
    if (isIpv6 && mark < 0) {
        return std::nullopt;
    }
    const qsizetype end = mark < 0 ? text.size() : mark + (isIpv6 ? 1 : 0);
    authority.host = text.first(end);
    if (!readPort(text.sliced(end), authority.port)) {
        return std::nullopt;
    }
    if (isIpv6) {
        const bool isAddress = authority.host == "[::1]" || parseIpv6(withoutBrackets(authority.host));
        return isAddress ? std::optional(authority) : std::nullopt;
    }
    if (authority.host.endsWith('.')) {
        authority.host.chop(1);
    }
    return isHostName(authority.host) ? std::optional(authority) : std::nullopt;
}

bool isIpLiteral(QByteArrayView host)
{
    return isBracketed(host) || parseIpv4(host).has_value();
}

bool isLoopbackLiteral(QByteArrayView host)
{
    if (host == "[::1]") {
        return true;
    }
    if (isBracketed(host)) {
        const std::optional<QHostAddress> address = parseIpv6(withoutBrackets(host));
        return address && address->isLoopback();
    }
    const std::optional<quint32> address = parseIpv4(host);
    return address && *address >> 24 == 127;
}

bool isLocalhostName(QByteArrayView host)
{
    constexpr QByteArrayView name = "localhost";
    if (host.size() < name.size() || host.last(name.size()).compare(name, Qt::CaseInsensitive) != 0) {
        return false;
    }
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

QByteArray comparableHost(QByteArrayView host)
{
    if (!isBracketed(host)) {
        return host.toByteArray().toLower();
    }
    const std::optional<QHostAddress> address = parseIpv6(withoutBrackets(host));
    return address ? '[' + address->toString().toLatin1() + ']' : QByteArray();
}

} // namespace nexus

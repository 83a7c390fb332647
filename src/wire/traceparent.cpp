// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/traceparent.h"

#include <QList>

#include <algorithm>

namespace nexus {

namespace {

constexpr qsizetype traceDigits = 32;
constexpr qsizetype spanDigits = 16;
// Version, trace, span and flags with the hyphens between them.
constexpr qsizetype parentLength = 55;
constexpr int maxStateMembers = 32;
constexpr qsizetype maxStateText = 256; // of a key, and of a value

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

// Digits that name something: zeros stand for nothing.
bool isId(QByteArrayView text, qsizetype digits)
{
    return text.size() == digits && isHex(text) && std::ranges::any_of(text, [](char c) { return c != '0'; });
}

int hexValue(char c)
{
    return isDigit(c) ? c - '0' : c - 'a' + 10;
}

// The only field of that name, or nothing.
std::optional<QByteArray> onlyValue(const HeaderList &headers, QByteArrayView name)
{
    std::optional<QByteArray> found;
    for (const auto &[key, value] : headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) != 0) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        found = value;
    }
    return found;
}

bool isKeyCharacter(char c)
{
    return isLower(c) || isDigit(c) || c == '_' || c == '-' || c == '*' || c == '/';
}

bool isStateKey(QByteArrayView key)
{
    constexpr qsizetype maxTenant = 241;
    constexpr qsizetype maxSystem = 14;
    const qsizetype at = key.indexOf('@');
    const QByteArrayView system = at < 0 ? key : key.sliced(at + 1);
    const QByteArrayView tenant = at < 0 ? QByteArrayView() : key.first(at);
    if (at >= 0 && (tenant.isEmpty() || tenant.size() > maxTenant || system.size() > maxSystem)) {
        return false;
    }
    const auto isPart = [](QByteArrayView part) {
        return !part.isEmpty() && (isLower(part.front()) || isDigit(part.front()))
            && std::ranges::all_of(part, isKeyCharacter);
    };
    return key.size() <= maxStateText && isPart(system) && (at < 0 || isPart(tenant));
}

bool isStateValue(QByteArrayView value)
{
    return !value.isEmpty() && value.size() <= maxStateText && value.back() != ' '
        && std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~' && c != ',' && c != '='; });
}

// Without the white space that may stand around a member (RFC 9110 section 5.6.3), and no other.
QByteArray withoutSpace(QByteArrayView member)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!member.isEmpty() && isSpace(member.front())) {
        member = member.sliced(1);
    }
    while (!member.isEmpty() && isSpace(member.back())) {
        member.chop(1);
    }
    return member.toByteArray();
}

bool isTracestate(const QByteArray &text)
{
    QList<QByteArray> keys;
    for (const QByteArray &part : text.split(',')) {
        const QByteArray member = withoutSpace(part);
        if (member.isEmpty()) {
            continue;
        }
        const qsizetype equals = member.indexOf('=');
        if (equals < 0 || keys.size() >= maxStateMembers) {
            return false;
        }
        const QByteArray key = member.first(equals);
        if (!isStateKey(key) || !isStateValue(QByteArrayView(member).sliced(equals + 1))
            || keys.contains(key)) {
            return false;
        }
        keys.append(key);
    }
    return !keys.isEmpty();
}

// `1-`, 8 digits of time, a hyphen, and 24 more.
QByteArray amazonTraceId(const QByteArray &root)
{
    constexpr qsizetype timeDigits = 8;
    constexpr qsizetype length = 2 + timeDigits + 1 + 24;
    if (root.size() != length || !root.startsWith("1-") || root.at(2 + timeDigits) != '-') {
        return {};
    }
    const QByteArray id = (root.mid(2, timeDigits) + root.mid(2 + timeDigits + 1)).toLower();
    return isId(id, traceDigits) ? id : QByteArray();
}

} // namespace

std::optional<TraceParent> parseTraceparent(QByteArrayView text)
{
    if (text.size() < parentLength || text.at(2) != '-' || text.at(35) != '-' || text.at(52) != '-') {
        return std::nullopt;
    }
    const QByteArrayView version = text.first(2);
    const QByteArrayView traceId = text.sliced(3, traceDigits);
    const QByteArrayView spanId = text.sliced(36, spanDigits);
    const QByteArrayView flags = text.sliced(53, 2);
    if (!isHex(version) || version == "ff" || !isHex(flags) || !isId(traceId, traceDigits)
        || !isId(spanId, spanDigits)) {
        return std::nullopt;
    }
    const bool isLonger = text.size() > parentLength;
    if (isLonger && (version == "00" || text.at(parentLength) != '-')) {
        return std::nullopt;
    }
    return TraceParent {.traceId = traceId.toByteArray(),
        .spanId = spanId.toByteArray(),
        .isSampled = (hexValue(flags.back()) & 1) != 0};
}

std::optional<TraceParent> parseAmazonTrace(QByteArrayView text)
{
    TraceParent parent;
    for (const QByteArray &part : text.toByteArray().split(';')) {
        const QByteArray field = part.trimmed();
        const qsizetype equals = field.indexOf('=');
        if (equals < 0) {
            continue;
        }
        const QByteArray key = field.first(equals);
        const QByteArray value = field.sliced(equals + 1);
        if (key == "Root") {
            const QByteArray id = amazonTraceId(value);
            if (id.isEmpty() || !parent.traceId.isEmpty()) {
                return std::nullopt;
            }
            parent.traceId = id;
        } else if (key == "Parent") {
            const QByteArray id = value.toLower();
            parent.spanId = isId(id, spanDigits) ? id : QByteArray();
        } else if (key == "Sampled" && (value == "0" || value == "1")) {
            parent.isSampled = value == "1";
        }
    }
    return parent.traceId.isEmpty() ? std::nullopt : std::optional(parent);
}

std::optional<TraceParent> traceParentOf(const HeaderList &headers)
{
    if (const std::optional<QByteArray> value = onlyValue(headers, "traceparent")) {
        if (std::optional<TraceParent> parent = parseTraceparent(*value)) {
            return parent;
        }
    }
    const std::optional<QByteArray> value = onlyValue(headers, "x-amzn-trace-id");
    return value ? parseAmazonTrace(*value) : std::nullopt;
}

QByteArray tracestateOf(const HeaderList &headers)
{
    QByteArrayList values;
    for (const auto &[name, value] : headers) {
        if (QByteArrayView(name).compare("tracestate", Qt::CaseInsensitive) == 0) {
            values.append(value);
        }
    }
    QByteArray state = values.join(',');
    return isTracestate(state) ? state : QByteArray();
}

QByteArray traceparentText(const QByteArray &traceId, const QByteArray &spanId, bool isSampled)
{
    return "00-" + traceId + '-' + spanId + (isSampled ? "-01" : "-00");
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/cachecontrol.h"

#include <QList>

#include <algorithm>

namespace nexus {

namespace {

// RFC 9111 section 1.2.2: what does not fit is the greatest that does.
constexpr qint64 maxSeconds = 2'147'483'648;

QByteArrayList directivesOf(const QByteArray &value)
{
    QByteArrayList directives;
    QByteArray directive;
    bool isQuoted = false;
    for (const char c : value) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            directives.append(directive.trimmed());
            directive.clear();
        } else {
            directive.append(c);
        }
    }
    directives.append(directive.trimmed());
    return directives;
}

std::chrono::seconds secondsOf(const QByteArray &text)
{
    const bool isNumber = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || !isNumber) {
        return std::chrono::seconds(0);
    }
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return std::chrono::seconds(fits ? std::min(number, maxSeconds) : maxSeconds);
}

} // namespace

CacheControl parseCacheControl(const QByteArray &value)
{
    CacheControl control;
    for (const QByteArray &directive : directivesOf(value)) {
        const qsizetype equals = directive.indexOf('=');
        const QByteArray name = (equals < 0 ? directive : directive.left(equals)).trimmed().toLower();
        if (name == "no-cache") {
            control.isFreshAsked = true;
        } else if (name == "no-store") {
            control.isUnstored = true;
        } else if (name == "only-if-cached") {
            control.isOnlyFromCache = true;
        } else if (name == "max-age") {
            const auto age = secondsOf(equals < 0 ? QByteArray() : directive.mid(equals + 1).trimmed());
            control.maxAge = std::min(control.maxAge.value_or(age), age);
        }
    }
    return control;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/textforms.h"

#include <QRegularExpression>

namespace nexus {

namespace {

tl::unexpected<Error> invalid(const QString &clause)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = clause, .detail = {}});
}

bool isTokenCharacter(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || QStringView(u"!#$%&'*+-.^_`|~").contains(c);
}

bool isPathCharacter(QChar c)
{
    return isTokenCharacter(c) ? c != u'#' && c != u'^' && c != u'`' && c != u'|'
                               : QStringView(u"/:@,;=()").contains(c);
}

bool isPrintable(QChar c)
{
    return c >= u' ' && c <= u'~';
}

} // namespace

Result<QUrl> toHttpUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty()) {
        return invalid(QStringLiteral("must be a URL that starts with http:// or https://"));
    }
    if (!url.userInfo().isEmpty()) {
        return invalid(QStringLiteral("must not carry a user name or password"));
    }
    return url;
}

Result<QUrl> toBaseUrl(const QString &text)
{
    Result<QUrl> url = toHttpUrl(text);
    if (!url) {
        return url;
    }
    if (url->hasQuery() || url->hasFragment()) {
        return invalid(QStringLiteral("must not have a query or a fragment"));
    }
    QString path = url->path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url->setPath(path, QUrl::TolerantMode);
    return url;
}

Result<Secret> toRedisUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isRedis = url.scheme() == QLatin1String("redis") || url.scheme() == QLatin1String("rediss");
    if (!url.isValid() || !isRedis || url.host().isEmpty()) {
        return invalid(QStringLiteral("must be a URL that starts with redis:// or rediss://"));
    }
    return Secret(text.trimmed().toUtf8());
}

Result<QString> toPattern(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return invalid(QStringLiteral("must not be empty"));
    }
    const QRegularExpression pattern(trimmed);
    if (!pattern.isValid()) {
        return invalid(QStringLiteral("is not a valid regular expression: %1 at offset %2")
                           .arg(pattern.errorString())
                           .arg(pattern.patternErrorOffset()));
    }
    return trimmed;
}

Result<QByteArray> toToken(const QString &text)
{
    if (text.isEmpty() || !std::ranges::all_of(text, isTokenCharacter)) {
        return invalid(QStringLiteral("must be an HTTP name: letters, digits and hyphens"));
    }
    return text.toLatin1();
}

Result<Secret> toHeaderValue(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!std::ranges::all_of(trimmed, isPrintable)) {
        return invalid(QStringLiteral("holds a character that an HTTP header cannot carry"));
    }
    return Secret(trimmed.toLatin1());
}

Result<QByteArray> toMountPath(const QString &text)
{
    QString path = text;
    if (path.size() > 1 && path.endsWith(u'/')) {
        path.chop(1);
    }
    if (!path.startsWith(u'/') || path.size() < 2) {
        return invalid(QStringLiteral("must start with '/' and name at least one segment, as in \"/llm\""));
    }
    if (path.contains(QLatin1String("//")) || !std::ranges::all_of(path, isPathCharacter)) {
        return invalid(QStringLiteral("must be a plain path, without empty segments, spaces, '?' and '#'"));
    }
    return path.toLatin1();
}

Result<ListenAddress> toListenAddress(const QString &text)
{
    return parseListenAddress(text);
}

Result<QString> toWord(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return invalid(QStringLiteral("must not be empty"));
    }
    return trimmed;
}

} // namespace nexus

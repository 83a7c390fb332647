// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/bearertoken.h"

#include "auth/jwtclaims.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr auto authorization = "Authorization";
constexpr auto proxyAuthorization = "Proxy-Authorization";
constexpr auto apiKey = "x-api-key";

Error missingToken(const QString &message)
{
    return {.kind = ErrorKind::Unauthenticated, .message = message, .detail = {}, .code = "missing_token"};
}

auto countOf(const HeaderList &headers, QByteArrayView name)
{
    return std::ranges::count_if(headers, [name](const HeaderList::Field &field) {
        return QByteArrayView(field.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray bearerHeader(const HeaderList &headers, Dialect dialect)
{
    if (dialect != Dialect::Anthropic) {
        return authorization;
    }
    if (headers.contains(proxyAuthorization)) {
        return proxyAuthorization;
    }
    return !headers.contains(authorization) && headers.contains(apiKey) ? apiKey : authorization;
}

Result<QByteArray> bearerToken(const HeaderList &headers, Dialect dialect)
{
    const QByteArray name = bearerHeader(headers, dialect);
    const auto count = countOf(headers, name);
    if (count == 0) {
        return failure(missingToken(
            QStringLiteral("This gateway wants an access token. Send it as 'Authorization: Bearer TOKEN'.")));
    }
    if (count > 1) {
        return failure(
            invalidToken(QStringLiteral("The request has the header '%1' more than once. Send it once.")
                             .arg(QString::fromLatin1(name))));
    }
    const QByteArray value = headers.value(name).trimmed();
    if (name == apiKey) {
        return value.isEmpty() ? failure(missingToken(QStringLiteral(
                   "The header 'x-api-key' is empty. Put an access token for this gateway into it.")))
                               : Result<QByteArray>(value);
    }
    const qsizetype space = value.indexOf(' ');
    const QByteArray scheme = value.first(space < 0 ? value.size() : space);
    const QByteArray token = space < 0 ? QByteArray() : value.sliced(space).trimmed();
    if (scheme.compare("bearer", Qt::CaseInsensitive) != 0 || token.isEmpty()) {
        return failure(missingToken(
            QStringLiteral("The header '%1' holds no access token. Send it as '%1: Bearer TOKEN'.")
                .arg(QString::fromLatin1(name))));
    }
    return token;
}

} // namespace nexus

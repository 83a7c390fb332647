// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictsigv4.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace nexus::kit {

namespace {

using Refusal = std::optional<AwsRefusal>;

struct Authorization {
    QByteArrayList scope; //!< key, date, region, service, `aws4_request`
    QByteArrayList signedHeaders;
    QByteArray signature;
};

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &data)
{
    return QMessageAuthenticationCode::hash(data, key, QCryptographicHash::Sha256);
}

AwsRefusal invalid(const std::string &message)
{
    return {"InvalidSignatureException", message};
}

std::optional<Authorization> readAuthorization(QByteArray value)
{
    const QByteArray algorithm = "AWS4-HMAC-SHA256 ";
    if (!value.startsWith(algorithm)) {
        return std::nullopt;
    }
    value.remove(0, algorithm.size());
    Authorization authorization;
    for (const QByteArray &part : value.split(',')) {
        const QByteArray field = part.trimmed();
        const QByteArray content = field.mid(field.indexOf('=') + 1);
        if (field.startsWith("Credential=")) {
            authorization.scope = content.split('/');
        } else if (field.startsWith("SignedHeaders=")) {
            authorization.signedHeaders = content.split(';');
        } else if (field.startsWith("Signature=")) {
            authorization.signature = content;
        }
    }
    const bool isWhole = authorization.scope.size() == 5 && !authorization.signature.isEmpty();
    return isWhole ? std::optional(authorization) : std::nullopt;
}

QByteArray canonicalQuery(const ReceivedRequest &request)
{
    const qsizetype at = request.target.indexOf('?');
    if (at < 0) {
        return {};
    }
    QByteArrayList pairs;
    for (const QByteArray &pair : request.target.mid(at + 1).split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.left(equals));
        const QByteArray value
            = equals < 0 ? QByteArray() : QByteArray::fromPercentEncoding(pair.mid(equals + 1));
        pairs.append(name.toPercentEncoding() + '=' + value.toPercentEncoding());
    }
    std::ranges::sort(pairs);
    return pairs.join('&');
}

QByteArray canonicalHeaders(const ReceivedRequest &request, const QByteArrayList &names)
{
    QByteArray canonical;
    for (const QByteArray &name : names) {
        QByteArrayList values;
        for (const auto &[field, value] : request.headers) {
            if (field.compare(name, Qt::CaseInsensitive) == 0) {
                values.append(value.simplified());
            }
        }
        canonical += name + ':' + values.join(',') + '\n';
    }
    return canonical;
}

QByteArray canonicalRequest(const ReceivedRequest &request, const Authorization &authorization)
{
    return request.method + '\n' + request.path().toPercentEncoding("/") + '\n' + canonicalQuery(request)
        + '\n' + canonicalHeaders(request, authorization.signedHeaders) + '\n'
        + authorization.signedHeaders.join(';') + '\n' + sha256(request.body);
}

Refusal checkSignedHeaders(const ReceivedRequest &request, const QByteArrayList &names)
{
    QByteArrayList sorted = names;
    std::ranges::sort(sorted);
    const bool isPlain = sorted == names
        && std::ranges::all_of(names, [](const QByteArray &name) { return name == name.toLower(); });
    if (!isPlain || !names.contains("host") || !names.contains("x-amz-date")) {
        return invalid("'Host' and 'X-Amz-Date' must be a 'SignedHeader' in the AWS Authorization.");
    }
    for (const auto &[field, value] : request.headers) {
        const QByteArray name = field.toLower();
        if (name.startsWith("x-amz-") && !names.contains(name)) {
            return invalid("'" + name.toStdString() + "' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }
    return std::nullopt;
}

Refusal checkCredentials(const ReceivedRequest &request, const QByteArray &key)
{
    const QByteArray token = request.header("x-amz-security-token");
    const bool isLasting = key == AwsCredentials::accessKey && token.isEmpty();
    const bool isTemporary = key == AwsCredentials::temporaryKey && token == AwsCredentials::sessionToken;
    if (isLasting || isTemporary) {
        return std::nullopt;
    }
    return AwsRefusal {
        "UnrecognizedClientException", "The security token included in the request is invalid."};
}

Refusal checkScope(const ReceivedRequest &request, const Authorization &authorization)
{
    const QByteArray date = request.header("x-amz-date");
    if (date.size() != 16 || date[8] != 'T' || !date.endsWith('Z')) {
        return invalid("Date must be in ISO-8601 'basic format'. Got '" + date.toStdString() + "'.");
    }
    if (authorization.scope[1] != date.left(8)) {
        return invalid(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.");
    }
    if (authorization.scope[3] != "bedrock" || authorization.scope[4] != "aws4_request") {
        return invalid("Credential should be scoped to correct service: 'bedrock'.");
    }
    return std::nullopt;
}

} // namespace

std::optional<AwsRefusal> signatureRefusal(const ReceivedRequest &request)
{
    const QByteArray value = request.header("authorization");
    if (value.isEmpty()) {
        return AwsRefusal {"MissingAuthenticationTokenException", "Missing Authentication Token"};
    }
    const auto authorization = readAuthorization(value);
    if (!authorization) {
        return AwsRefusal {"IncompleteSignatureException",
            "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters."};
    }
    if (Refusal refusal = checkCredentials(request, authorization->scope.first())) {
        return refusal;
    }
    if (Refusal refusal = checkScope(request, *authorization)) {
        return refusal;
    }
    if (Refusal refusal = checkSignedHeaders(request, authorization->signedHeaders)) {
        return refusal;
    }
    const QByteArray payload = request.header("x-amz-content-sha256");
    if (!payload.isEmpty() && payload != sha256(request.body)) {
        return invalid("The provided 'x-amz-content-sha256' header does not match what was computed.");
    }
    const QByteArray canonical = canonicalRequest(request, *authorization);
    const QByteArray toSign = "AWS4-HMAC-SHA256\n" + request.header("x-amz-date") + '\n'
        + authorization->scope.mid(1).join('/') + '\n' + sha256(canonical);
    QByteArray key = "AWS4" + QByteArray(AwsCredentials::secretKey);
    for (const QByteArray &step : authorization->scope.mid(1)) {
        key = hmac(key, step);
    }
    if (hmac(key, toSign).toHex() == authorization->signature) {
        return std::nullopt;
    }
    return invalid(
        "The request signature we calculated does not match the signature you provided. The Canonical "
        "String for this request should have been\n'"
        + canonical.toStdString() + "'\n\nThe String-to-Sign should have been\n'" + toSign.toStdString()
        + "'\n");
}

} // namespace nexus::kit

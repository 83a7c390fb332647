// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/aws/sigv4.h"

#include <QByteArrayList>
#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <map>

namespace nexus::aws {

namespace {

constexpr auto ALGORITHM = "AWS4-HMAC-SHA256";
constexpr auto SCOPE_END = "aws4_request";

QByteArray sha256Hex(QByteArrayView data)
{
    // Qt's own needs milliseconds for a long conversation.
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash {};
    SHA256(reinterpret_cast<const unsigned char *>(data.data()), static_cast<std::size_t>(data.size()),
        hash.data());
    return QByteArrayView(hash).toByteArray().toHex();
}

QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

// Without empty segments and without dots (RFC 3986 section 5.2.4).
QByteArray normalizedPath(const QByteArray &path)
{
    QByteArrayList kept;
    for (const QByteArray &segment : path.split('/')) {
        if (segment == "..") {
            if (!kept.isEmpty()) {
                kept.removeLast();
            }
        } else if (!segment.isEmpty() && segment != ".") {
            kept.append(segment);
        }
    }
    const bool isFolder = path.endsWith('/') && !kept.isEmpty();
    return '/' + kept.join('/') + (isFolder ? "/" : "");
}

QByteArray canonicalQuery(const QByteArray &query)
{
    QByteArrayList items;
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    for (const QByteArray &item : query.split('&')) {
        if (item.isEmpty()) {
            continue;
        }
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = equals < 0 ? item : item.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : item.sliced(equals + 1);
        pairs.emplace_back(QByteArray::fromPercentEncoding(name).toPercentEncoding(),
            QByteArray::fromPercentEncoding(value).toPercentEncoding());
    }
    std::ranges::sort(pairs);
    for (const auto &[name, value] : pairs) {
        items.append(name + '=' + value);
    }
    return items.join('&');
}

// Names in lower case and in order; the values of a repeated one in the order they came.
std::map<QByteArray, QByteArray> canonicalHeaders(const HeaderList &headers)
{
    std::map<QByteArray, QByteArray> ordered;
    for (const auto &[name, value] : headers) {
        const auto [at, isNew] = ordered.try_emplace(name.toLower().trimmed(), value.simplified());
        if (!isNew) {
            at->second += ',' + value.simplified();
        }
    }
    return ordered;
}

QByteArray signedNames(const HeaderList &headers)
{
    QByteArrayList names;
    for (const auto &[name, value] : canonicalHeaders(headers)) {
        names.append(name);
    }
    return names.join(';');
}

QByteArray credentialScope(const SigningScope &scope)
{
    return amzDate(scope.time).first(8) + '/' + scope.region + '/' + scope.service + '/' + SCOPE_END;
}

} // namespace

QByteArray amzDate(TimePoint time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch());
    const QDateTime utc = QDateTime::fromSecsSinceEpoch(seconds.count(), QTimeZone::utc());
    return utc.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray canonicalRequest(const SigningRequest &request)
{
    QByteArray text = request.method.toUpper() + '\n';
    text += normalizedPath(request.path).toPercentEncoding("/") + '\n';
    text += canonicalQuery(request.query) + '\n';
    for (const auto &[name, value] : canonicalHeaders(request.headers)) {
        text += name + ':' + value + '\n';
    }
    text += '\n' + signedNames(request.headers) + '\n';
    return text + sha256Hex(request.body);
}

QByteArray stringToSign(const QByteArray &canonicalRequest, const SigningScope &scope)
{
    return QByteArray(ALGORITHM) + '\n' + amzDate(scope.time) + '\n' + credentialScope(scope) + '\n'
        + sha256Hex(canonicalRequest);
}

Secret signingKey(const Secret &secretAccessKey, const SigningScope &scope)
{
    const Secret start("AWS4" + secretAccessKey.reveal());
    const Secret ofDay(hmac(start.reveal(), amzDate(scope.time).first(8)));
    const Secret ofRegion(hmac(ofDay.reveal(), scope.region));
    const Secret ofService(hmac(ofRegion.reveal(), scope.service));
    return Secret(hmac(ofService.reveal(), SCOPE_END));
}

HeaderList signatureHeaders(
    const SigningRequest &request, const Credentials &credentials, const SigningScope &scope)
{
    HeaderList added {{"x-amz-date", amzDate(scope.time)}};
    if (!credentials.sessionToken.isEmpty()) {
        added.add("x-amz-security-token", credentials.sessionToken.reveal());
    }
    if (scope.isBodyHashSent) {
        added.add("x-amz-content-sha256", sha256Hex(request.body));
    }
    SigningRequest whole = request;
    for (const auto &[name, value] : added) {
        whole.headers.set(name, value);
    }
    const QByteArray text = stringToSign(canonicalRequest(whole), scope);
    const Secret key = signingKey(credentials.secretAccessKey, scope);
    added.add("Authorization",
        QByteArray(ALGORITHM) + " Credential=" + credentials.accessKeyId.reveal() + '/'
            + credentialScope(scope) + ", SignedHeaders=" + signedNames(whole.headers)
            + ", Signature=" + hmac(key.reveal(), text).toHex());
    return added;
}

} // namespace nexus::aws

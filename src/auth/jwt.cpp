// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwt.h"

#include "auth/jwtencoding.h"
#include "auth/jwtsignature.h"
#include "wire/jsonaccess.h"

#include <algorithm>

namespace nexus {

namespace {

Error noToken()
{
    return invalidToken(QStringLiteral("The access token is no signed JSON Web Token. Get one from the "
                                       "authorization server and try again."));
}

std::optional<Error> readHeader(const Json &header, Jwt &out)
{
    const std::optional<JwtAlgorithm> algorithm = jwtAlgorithm(textOf(header, "alg"));
    if (!algorithm) {
        return invalidToken(
            QStringLiteral("The access token is signed with an algorithm that is not accepted. "
                           "RS, PS, ES, HS and EdDSA are."));
    }
    if (header.contains("crit")) {
        return invalidToken(
            QStringLiteral("The access token demands an extension ('crit') that is not supported."));
    }
    const auto encoding = header.find("b64");
    if (encoding != header.end() && *encoding != Json(true)) {
        return invalidToken(QStringLiteral("The access token's payload is not encoded ('b64'), which is not "
                                           "supported."));
    }
    const auto id = header.find("kid");
    if (id != header.end() && !id->is_string()) {
        return noToken();
    }
    out.algorithm = *algorithm;
    if (id != header.end()) {
        out.keyId = QByteArray::fromStdString(id->get_ref<const std::string &>());
    }
    return std::nullopt;
}

} // namespace

Result<Jwt> readJwt(QByteArrayView token)
{
    if (token.size() > Jwt::maxSize) {
        return failure(invalidToken(QStringLiteral("The access token is longer than 16 KiB.")));
    }
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0) {
        return failure(noToken());
    }
    const auto header = decodeBase64Url(token.first(first));
    auto payload = decodeBase64Url(token.sliced(first + 1, second - first - 1));
    auto signature = decodeBase64Url(token.sliced(second + 1));
    const std::optional<Json> tree = header ? parseUniqueObject(*header) : std::nullopt;
    if (!tree || !payload || !signature) {
        return failure(noToken());
    }
    Jwt out;
    if (std::optional<Error> problem = readHeader(*tree, out)) {
        return failure(std::move(*problem));
    }
    out.signedText = token.first(second).toByteArray();
    out.payload = std::move(*payload);
    out.signature = std::move(*signature);
    return out;
}

SignatureState checkSignature(const Jwt &token, const KeySet &keys)
{
    bool isNamed = false;
    bool isTried = false;
    for (const Jwk &key : keys.keys) {
        if (token.keyId && key.id != token.keyId) {
            continue;
        }
        isNamed = true;
        if (!key.canVerify(token.algorithm)) {
            continue;
        }
        isTried = true;
        if (verifySignature(key, token.algorithm, token.signedText, token.signature)) {
            return SignatureState::Good;
        }
    }
    if (!token.keyId || !isNamed) {
        return SignatureState::UnknownKey;
    }
    return isTried ? SignatureState::Bad : SignatureState::UnfitKey;
}

Error signatureError(SignatureState state)
{
    switch (state) {
    case SignatureState::Good:
    case SignatureState::Bad:
        break;
    case SignatureState::UnfitKey:
        return invalidToken(QStringLiteral(
            "The access token's algorithm is not the one that its key is for. Get a new token."));
    case SignatureState::UnknownKey:
        return invalidToken(
            QStringLiteral("The access token is signed with no key of the authorization server's current key "
                           "set. Get a new token, and check which server it comes from."));
    }
    return invalidToken(QStringLiteral("The access token's signature is wrong. Get a new token."));
}

Result<Claims> readClaims(const Jwt &token, const JwtRules &rules, std::chrono::system_clock::time_point now)
{
    std::optional<Json> tree = parseUniqueObject(token.payload);
    if (!tree) {
        return failure(noToken());
    }
    Claims claims(std::move(*tree));
    if (std::optional<Error> problem = checkClaims(claims, rules, now)) {
        return failure(std::move(*problem));
    }
    return claims;
}

Result<Claims> verifyJwt(QByteArrayView token, const KeySet &keys, const JwtRules &rules,
    std::chrono::system_clock::time_point now)
{
    const Result<Jwt> parts = readJwt(token);
    if (!parts) {
        return failure(parts.error());
    }
    const SignatureState state = checkSignature(*parts, keys);
    if (state != SignatureState::Good) {
        return failure(signatureError(state));
    }
    return readClaims(*parts, rules, now);
}

} // namespace nexus

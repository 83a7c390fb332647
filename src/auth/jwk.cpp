// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwk.h"

#include "auth/jwtencoding.h"
#include "wire/jsonaccess.h"

#include <algorithm>

namespace nexus {

namespace {

// RFC 7518 section 3.2: a key is at least as long as the hash.
constexpr qsizetype minOctets = 32;

// Nothing when the member is absent, no string or not base64url.
std::optional<QByteArray> binaryOf(const Json &tree, std::string_view key)
{
    const std::optional<QByteArray> bytes = decodeBase64Url(QByteArray::fromStdString(textOf(tree, key)));
    return bytes && !bytes->isEmpty() ? bytes : std::nullopt;
}

std::optional<Error> readPurpose(const Json &tree)
{
    if (tree.contains("use") && textOf(tree, "use") != "sig") {
        return unusableKey("is not for signatures");
    }
    const auto operations = tree.find("key_ops");
    if (operations != tree.end()
        && (!operations->is_array() || std::ranges::find(*operations, Json("verify")) == operations->end())) {
        return unusableKey("is not for verifying");
    }
    return std::nullopt;
}

std::optional<JwkKind> kindOf(const Json &tree)
{
    const std::string type = textOf(tree, "kty");
    const std::string curve = textOf(tree, "crv");
    if (type == "RSA") {
        return JwkKind::Rsa;
    }
    if (type == "oct") {
        return JwkKind::Symmetric;
    }
    if (type == "OKP" && curve == "Ed25519") {
        return JwkKind::Ed25519;
    }
    if (type != "EC") {
        return std::nullopt;
    }
    if (curve == "P-256") {
        return JwkKind::P256;
    }
    if (curve == "P-384") {
        return JwkKind::P384;
    }
    return curve == "P-521" ? std::optional(JwkKind::P521) : std::nullopt;
}

std::optional<Error> readNames(const Json &tree, Jwk &out)
{
    if (const auto id = tree.find("kid"); id != tree.end()) {
        if (!id->is_string()) {
            return unusableKey("has a 'kid' that is no string");
        }
        out.id = QByteArray::fromStdString(id->get_ref<const std::string &>());
    }
    if (tree.contains("alg")) {
        out.algorithm = jwtAlgorithm(textOf(tree, "alg"));
        if (!out.algorithm || !isFor(*out.algorithm, out.kind)) {
            return unusableKey("has an 'alg' that is unknown or not for its type");
        }
    }
    return std::nullopt;
}

std::optional<Error> readOctets(const Json &tree, Jwk &out)
{
    out.octets = Secret(binaryOf(tree, "k").value_or(QByteArray()));
    if (out.octets.reveal().size() < minOctets) {
        return unusableKey("is a secret of less than 256 bits");
    }
    if (out.algorithm && out.octets.reveal().size() < hashLength(*out.algorithm)) {
        return unusableKey("is a secret shorter than the hash of its 'alg'");
    }
    return std::nullopt;
}

std::optional<Error> readMaterial(const Json &tree, Jwk &out)
{
    if (out.kind == JwkKind::Symmetric) {
        return readOctets(tree, out);
    }
    const bool isRsa = out.kind == JwkKind::Rsa;
    const std::optional<QByteArray> first = binaryOf(tree, isRsa ? "n" : "x");
    const bool isPair = out.kind != JwkKind::Ed25519;
    const std::optional<QByteArray> second = isPair ? binaryOf(tree, isRsa ? "e" : "y") : QByteArray();
    if (!first || !second) {
        return unusableKey("lacks a number, or has one that is not base64url");
    }
    Result<PublicKey> key = isRsa ? makeRsaKey(*first, *second)
        : isPair                  ? makeEcKey(out.kind, *first, *second)
                                  : makeEd25519Key(*first);
    if (!key) {
        return key.error();
    }
    out.key = std::move(*key);
    return std::nullopt;
}

} // namespace

bool Jwk::canVerify(JwtAlgorithm with) const
{
    const bool isAllowed = isFor(with, kind) && (!algorithm || *algorithm == with);
    return isAllowed && (kind != JwkKind::Symmetric || octets.reveal().size() >= hashLength(with));
}

Result<Jwk> readJwk(QByteArrayView text)
{
    const std::optional<Json> tree = parseUniqueObject(text);
    if (!tree) {
        return failure(unusableKey("is no JSON object, or has a member twice"));
    }
    if (std::optional<Error> problem = readPurpose(*tree)) {
        return failure(std::move(*problem));
    }
    const std::optional<JwkKind> kind = kindOf(*tree);
    if (!kind) {
        return failure(unusableKey("is of an unknown type or curve"));
    }
    Jwk key;
    key.kind = *kind;
    if (std::optional<Error> problem = readNames(*tree, key)) {
        return failure(std::move(*problem));
    }
    if (std::optional<Error> problem = readMaterial(*tree, key)) {
        return failure(std::move(*problem));
    }
    return key;
}

} // namespace nexus

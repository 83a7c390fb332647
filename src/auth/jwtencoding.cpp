// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtencoding.h"

#include "wire/jsonscan.h"

#include <set>

namespace nexus {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), base64Url | QByteArray::AbortOnBase64DecodingErrors);
    // Qt overlooks bits that are left over, and padding.
    if (!decoded || encodeBase64Url(decoded.decoded) != text) {
        return std::nullopt;
    }
    return decoded.decoded;
}

QByteArray encodeBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(base64Url);
}

std::optional<Json> parseUniqueObject(QByteArrayView text)
{
    const auto members = scanObject(text);
    if (!members) {
        return std::nullopt;
    }
    std::set<QByteArray> names;
    for (const JsonMember &member : *members) {
        if (!names.insert(member.key).second) {
            return std::nullopt;
        }
    }
    return parseJson(text);
}

} // namespace nexus

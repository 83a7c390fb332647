// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictsignature.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace nexus::kit {

namespace {

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::string issueSignature(std::string_view service, std::string_view text)
{
    const QByteArray message = toBytes(service) + '\0' + toBytes(text);
    return QMessageAuthenticationCode::hash(message, "scripted signatures", QCryptographicHash::Sha256)
        .toBase64()
        .toStdString();
}

bool isIssuedSignature(std::string_view service, std::string_view text, std::string_view signature)
{
    return issueSignature(service, text) == signature;
}

bool isBase64(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0) {
        return false;
    }
    const auto result
        = QByteArray::fromBase64Encoding(toBytes(text), QByteArray::AbortOnBase64DecodingErrors);
    return result.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

std::string standardBase64(std::string text)
{
    std::ranges::replace(text, '-', '+');
    std::ranges::replace(text, '_', '/');
    while (text.size() % 4 != 0) {
        text += '=';
    }
    return text;
}

std::string imageTypeOf(std::string_view base64)
{
    constexpr std::size_t prefix = 16;
    const QByteArray head = QByteArray::fromBase64(toBytes(base64.substr(0, prefix)));
    if (head.startsWith("\x89PNG")) {
        return "image/png";
    }
    if (head.startsWith("\xFF\xD8\xFF")) {
        return "image/jpeg";
    }
    if (head.startsWith("GIF8")) {
        return "image/gif";
    }
    return head.startsWith("RIFF") && head.mid(8, 4) == "WEBP" ? "image/webp" : std::string();
}

} // namespace nexus::kit

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/dataurl.h"

#include <QByteArray>

namespace nexus::openai {

namespace {

bool startsWith(const std::string &text, QByteArrayView prefix)
{
    return QByteArrayView(text)
               .first(std::min(qsizetype(text.size()), prefix.size()))
               .compare(prefix, Qt::CaseInsensitive)
        == 0;
}

} // namespace

bool isDataUrl(const std::string &url)
{
    return startsWith(url, "data:");
}

bool isWebAddress(const std::string &url)
{
    return startsWith(url, "https://") || startsWith(url, "http://");
}

std::optional<DataUrl> readDataUrl(std::string url)
{
    constexpr std::size_t schemeLength = 5;
    const std::size_t comma = url.find(',');
    if (!isDataUrl(url) || comma == std::string::npos) {
        return std::nullopt;
    }
    const QByteArray head = QByteArray(url.data() + schemeLength, qsizetype(comma - schemeLength)).toLower();
    const QByteArray mediaType
        = head.first(head.indexOf(';') < 0 ? head.size() : head.indexOf(';')).trimmed();
    if (mediaType.isEmpty()) {
        return std::nullopt;
    }
    url.erase(0, comma + 1);
    if (!head.endsWith(";base64")) {
        url = QByteArray::fromPercentEncoding(QByteArray::fromStdString(url)).toBase64().toStdString();
    }
    return DataUrl {.mediaType = mediaType == "image/jpg" ? "image/jpeg" : mediaType.toStdString(),
        .base64 = std::move(url)};
}

std::string writeDataUrl(const std::string &mediaType, const std::string &base64)
{
    std::string url;
    url.reserve(mediaType.size() + base64.size() + 13);
    return url.append("data:").append(mediaType).append(";base64,").append(base64);
}

} // namespace nexus::openai

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/redactheaders.h"

#include "ledger/bodies/redactbodies.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostFields = 200;
constexpr qsizetype longestValue = 4 * 1024;
constexpr qsizetype longEnoughToShow = 16; // the last letters of shorter secrets tell too much of them

// Words of names, which hyphens part. Not `tokens`, of which many names tell the number.
constexpr std::array secretWords {"authorization"sv, "authentication"sv, "auth"sv, "key"sv, "apikey"sv,
    "token"sv, "secret"sv, "cookie"sv, "cookie2"sv, "password"sv, "passwd"sv, "credential"sv, "credentials"sv,
    "signature"sv, "jwt"sv, "assertion"sv, "accesstoken"sv, "authtoken"sv};

bool isSecretName(const QByteArray &name)
{
    const QByteArrayList words = name.toLower().replace('_', '-').split('-');
    return std::ranges::any_of(words, [](const QByteArray &word) {
        return std::ranges::find(
                   secretWords, std::string_view(word.constData(), static_cast<std::size_t>(word.size())))
            != secretWords.end();
    });
}

QByteArray mask(const QByteArray &value, bool mayShowEnd)
{
    constexpr qsizetype shown = 4;
    return mayShowEnd && value.size() >= longEnoughToShow ? "***" + value.last(shown) : QByteArray("***");
}

// A cookie is several secrets, and its end is not always one's.
QByteArray masked(const QByteArray &name, const QByteArray &value)
{
    const QByteArray lower = name.toLower();
    if (lower.contains("cookie")) {
        return mask(value, false);
    }
    const qsizetype space = value.indexOf(' ');
    const bool hasScheme = lower.endsWith("authorization") && space > 0;
    if (!hasScheme) {
        return mask(value, true);
    }
    const QByteArray scheme = value.first(space).toLower();
    return value.first(space + 1) + mask(value.sliced(space + 1), scheme == "bearer");
}

} // namespace

HeaderList redactedHeaders(const HeaderList &headers)
{
    HeaderList out;
    for (const auto &[name, value] : headers) {
        if (out.size() == mostFields) {
            break;
        }
        const QByteArray shown
            = value.isEmpty() || !isSecretName(name) ? redactedText(value) : masked(name, value);
        out.add(name.first(std::min(name.size(), longestValue)),
            shown.first(std::min(shown.size(), longestValue)));
    }
    return out;
}

} // namespace nexus

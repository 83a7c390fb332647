// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientlabel.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus {

namespace {

constexpr qsizetype maxLength = 32;
constexpr int maxRun = 15;

constexpr std::array<std::string_view, 22> keyPrefixes {"sk-", "sk_", "pk-", "pk_", "rk_", "gsk_", "aiza",
    "xai-", "akia", "asia", "hf_", "ghp_", "gho_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "eyj", "r8_",
    "nvapi-", "pplx-", "fw_"};

bool isSeparator(char c)
{
    return c == '.' || c == '_' || c == '-';
}

bool isLabelCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || isSeparator(c);
}

bool hasLongRun(const QByteArray &text)
{
    int run = 0;
    for (const char c : text) {
        run = isSeparator(c) ? 0 : run + 1;
        if (run > maxRun) {
            return true;
        }
    }
    return false;
}

bool hasKeyPrefix(const QByteArray &text)
{
    const QByteArray lower = text.toLower();
    return std::ranges::any_of(keyPrefixes, [&lower](std::string_view prefix) {
        return lower.startsWith(QByteArrayView(prefix.data(), static_cast<qsizetype>(prefix.size())));
    });
}

} // namespace

QByteArray clientLabel(const QByteArray &authorization)
{
    QByteArray label = authorization.trimmed();
    const qsizetype space = label.indexOf(' ');
    if (label.first(space < 0 ? label.size() : space).toLower() == "bearer") {
        label = space < 0 ? QByteArray() : label.sliced(space).trimmed();
    }
    const bool isPlain = !label.isEmpty() && label.size() <= maxLength
        && std::ranges::all_of(label, isLabelCharacter) && !hasKeyPrefix(label) && !hasLongRun(label);
    return isPlain ? label : QByteArray();
}

} // namespace nexus

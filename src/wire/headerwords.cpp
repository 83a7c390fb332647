// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/headerwords.h"

#include <QByteArrayList>

#include <algorithm>

namespace nexus {

QByteArray headerWords(const std::vector<std::string> &names)
{
    constexpr qsizetype maxLength = 1000;
    QByteArrayList words;
    for (const std::string &name : names) {
        const bool isPlain
            = std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~' && c != ','; });
        const QByteArray word = isPlain && !name.empty() ? QByteArray::fromStdString(name) : "?";
        if (!words.contains(word)) {
            words.append(word);
        }
    }
    return words.join(", ").left(maxLength);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/textreader.h"

namespace nexus::openai {

std::optional<Json> readObject(QByteArrayView text)
{
    auto tree = parseJson(text);
    return tree && tree->is_object() ? std::move(tree) : std::nullopt;
}

} // namespace nexus::openai

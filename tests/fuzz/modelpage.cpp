// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever a provider calls its list of models, the names in it can be shown and asked for.

#include "upstream/modelpage.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace nexus;

namespace {

constexpr qsizetype maxTextSize = 256;

void require(bool isTrue)
{
    if (!isTrue) {
        std::abort();
    }
}

bool isShort(const QByteArray &text)
{
    const QString read = QString::fromUtf8(text);
    return text.size() <= maxTextSize && read.toUtf8() == text
        && std::ranges::none_of(read, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    constexpr std::uint8_t kinds = 5;
    const auto kind = static_cast<ModelListKind>(data[0] % kinds);
    const QByteArrayView body(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const std::optional<ModelPage> page = readModelPage(kind, body);
    if (!page) {
        return 0;
    }
    for (const DiscoveredModel &model : page->models) {
        require(!model.id.isEmpty() && isShort(model.id));
        require(isShort(model.ownedBy) && isShort(model.displayName));
        require(model.created >= 0 && model.contextTokens >= 0 && model.maxOutputTokens >= 0);
    }
    require(readModelPage(kind, body) == page);
    return 0;
}

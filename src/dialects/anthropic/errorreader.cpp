// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/anthropic.h"

#include "dialects/anthropic/errorwords.h"

namespace nexus::anthropic {

std::optional<ProviderError> readError(int status, const HeaderList &headers, const QByteArray &body)
{
    Q_UNUSED(headers)
    auto tree = parseJson(body);
    return tree ? errorIn(*tree, status < 400) : std::nullopt;
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/refusal.h"

namespace nexus::bedrock {

Error unreadable(const QString &detail)
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("Amazon Bedrock sent an answer that cannot be read. Try again."),
        .detail = detail};
}

} // namespace nexus::bedrock

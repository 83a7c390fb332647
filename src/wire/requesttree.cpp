// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/requesttree.h"

#include "wire/jsonscan.h"

namespace nexus {

namespace {

Error notReadable(const QString &reason)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("The request body is %1. Send one JSON object.").arg(reason),
        .detail = {}};
}

} // namespace

Result<Json> readRequestTree(const QByteArray &body)
{
    if (!isTame(body)) {
        return failure(notReadable(
            QStringLiteral("nested deeper than %1 levels, or has an object of more than %2 members")
                .arg(maxJsonDepth)
                .arg(maxJsonMembers)));
    }
    // It says what is wrong and where.
    if (const auto members = scanObject(body); !members) {
        return failure(notReadable(members.error().message));
    }
    auto tree = parseJson(body);
    if (!tree) {
        return failure(notReadable(
            QStringLiteral("not readable: it has a number out of range or half of a surrogate pair")));
    }
    return std::move(*tree);
}

} // namespace nexus

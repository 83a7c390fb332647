// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/refusal.h"

#include "wire/fieldreader.h"
#include "wire/json.h"

namespace nexus::bedrock {

Error untranslatable(const std::vector<std::string> &path, const QString &advice)
{
    Json nothing;
    std::optional<Error> problem;
    Field field(nothing, problem);
    for (const std::string &step : path) {
        field = field.member(step);
    }
    field.refuseUntranslatable(advice);
    return std::move(problem).value_or(Error {});
}

Error unreadable(const QString &detail)
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("Amazon Bedrock sent an answer that cannot be read. Try again."),
        .detail = detail};
}

} // namespace nexus::bedrock

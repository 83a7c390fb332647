// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/access.h"

#include "wire/fieldreader.h"

namespace nexus::anthropic {

Json *memberOf(Json &object, const char *key)
{
    if (!object.is_object()) {
        return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string takeText(Json &object, const char *key)
{
    Json *const member = memberOf(object, key);
    return member && member->is_string() ? std::move(member->get_ref<std::string &>()) : std::string();
}

std::optional<qint64> countOf(Json &object, const char *key)
{
    // Far above every count of tokens, and sums of a few still fit.
    constexpr double limit = 1.0e15;
    const Json *const member = memberOf(object, key);
    if (!member || !member->is_number() || !(member->get<double>() >= 0 && member->get<double>() < limit)) {
        return std::nullopt;
    }
    return member->get<qint64>();
}

Error unreadable(const QString &detail)
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("Anthropic sent an answer that cannot be read. Try again."),
        .detail = detail};
}

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

} // namespace nexus::anthropic

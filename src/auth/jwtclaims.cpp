// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtclaims.h"

#include "wire/json.h"
#include "wire/jsonaccess.h"

#include <algorithm>

namespace nexus {

namespace {

const Json *findIn(const Json &tree, std::string_view path)
{
    if (const Json *const whole = memberOf(tree, path)) {
        return whole;
    }
    for (std::size_t dot = path.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = path.rfind('.', dot - 1)) {
        const Json *const outer = memberOf(tree, path.substr(0, dot));
        const Json *const inner = outer ? findIn(*outer, path.substr(dot + 1)) : nullptr;
        if (inner != nullptr) {
            return inner;
        }
    }
    return nullptr;
}

bool isText(const Json &value, const QByteArray &text)
{
    return value.is_string() && value.get_ref<const std::string &>() == text.toStdString();
}

bool hasAudience(const Json *audience, const QByteArray &wanted)
{
    if (audience == nullptr) {
        return false;
    }
    if (audience->is_array()) {
        return std::ranges::any_of(*audience, [&wanted](const Json &entry) { return isText(entry, wanted); });
    }
    return isText(*audience, wanted);
}

std::optional<Error> checkTimes(
    const Claims &claims, std::chrono::seconds leeway, std::chrono::system_clock::time_point now)
{
    const double current = std::chrono::duration<double>(now.time_since_epoch()).count();
    const double margin = std::chrono::duration<double>(leeway).count();
    const Json *const expiry = memberOf(claims.tree(), "exp");
    if (expiry == nullptr || !expiry->is_number()) {
        return invalidToken(
            QStringLiteral("The access token has no time of expiry ('exp', a number). Get one "
                           "that has."));
    }
    if (current >= expiry->get<double>() + margin) {
        return invalidToken(QStringLiteral("The access token has expired. Get a new one and try again."));
    }
    if (!claims.tree().contains("nbf")) {
        return std::nullopt;
    }
    const Json *const start = memberOf(claims.tree(), "nbf");
    if (start == nullptr || !start->is_number()) {
        return invalidToken(QStringLiteral("The access token's 'nbf' is no number. Get a new one."));
    }
    if (current < start->get<double>() - margin) {
        return invalidToken(QStringLiteral("The access token is not valid yet ('nbf'). Try again later, or "
                                           "check the clocks of both machines."));
    }
    return std::nullopt;
}

} // namespace

Claims::Claims(Json tree)
    : m_tree(tree.is_object() ? std::move(tree) : Json::object())
{ }

const Json *Claims::find(std::string_view path) const
{
    return findIn(m_tree, path);
}

std::optional<QByteArray> Claims::text(const Json *claim)
{
    if (claim == nullptr) {
        return std::nullopt;
    }
    if (claim->is_string()) {
        return QByteArray::fromStdString(claim->get_ref<const std::string &>());
    }
    return claim->is_number() || claim->is_boolean() ? std::optional(toText(*claim)) : std::nullopt;
}

Error invalidToken(const QString &message)
{
    return {.kind = ErrorKind::Unauthenticated, .message = message, .detail = {}, .code = "invalid_token"};
}

std::optional<Error> checkClaims(
    const Claims &claims, const JwtRules &rules, std::chrono::system_clock::time_point now)
{
    if (std::optional<Error> problem = checkTimes(claims, rules.leeway, now)) {
        return problem;
    }
    const Json *const issuer = memberOf(claims.tree(), "iss");
    if (!rules.issuer.isEmpty() && (issuer == nullptr || !isText(*issuer, rules.issuer))) {
        return invalidToken(QStringLiteral(
            "The access token is from another issuer ('iss') than the one this gateway trusts."));
    }
    if (!rules.audience.isEmpty() && !hasAudience(memberOf(claims.tree(), "aud"), rules.audience)) {
        return invalidToken(
            QStringLiteral("The access token is for another audience ('aud') than this gateway. Ask for one "
                           "that is meant for it."));
    }
    return std::nullopt;
}

} // namespace nexus

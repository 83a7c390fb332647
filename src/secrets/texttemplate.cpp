// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/texttemplate.h"

namespace nexus {

namespace {

tl::unexpected<Error> invalid(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

// The braces may hold a key somebody pasted by mistake: only what looks like a name is repeated.
bool isVariableName(QStringView text)
{
    return keychain::isKeyName(text) && !text.contains(u'-') && !text.contains(u'.');
}

// What stands between two braces.
struct Expression {
    QStringView scope;
    QStringView name;
};

Expression readExpression(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype dot = trimmed.indexOf(u'.');
    if (dot < 0) {
        return {.scope = trimmed, .name = {}};
    }
    return {.scope = trimmed.first(dot), .name = trimmed.sliced(dot + 1)};
}

Result<QString> expandKey(QStringView name, const StoredKeys &keys)
{
    if (!keychain::isKeyName(name)) {
        return invalid(QStringLiteral("{{ keychain.NAME }} needs the name of a key in the keychain"));
    }
    const Result<Secret> key = keys.find(name.toString());
    if (!key) {
        return invalid(key.error().message);
    }
    return QString::fromUtf8(key->reveal());
}

Result<QString> expandOne(
    const Expression &expression, const Environment &environment, const StoredKeys &keys)
{
    if (expression.scope == u"keychain") {
        return expandKey(expression.name, keys);
    }
    if (expression.scope != u"env") {
        return invalid(
            QStringLiteral("braces hold something other than {{ env.NAME }} or {{ keychain.NAME }}"));
    }
    if (!isVariableName(expression.name)) {
        return invalid(QStringLiteral("{{ env.NAME }} needs the name of an environment variable"));
    }
    const std::optional<QString> value = environment.value(expression.name.toString());
    if (!value) {
        return invalid(QStringLiteral("the environment variable '%1' is not set").arg(expression.name));
    }
    return *value;
}

} // namespace

Result<QString> expandTemplate(const QString &text, const Environment &environment, const StoredKeys &keys)
{
    QString out;
    qsizetype from = 0;
    while (true) {
        const qsizetype open = text.indexOf(QLatin1String("{{"), from);
        if (open < 0) {
            return out.append(QStringView(text).sliced(from));
        }
        const qsizetype close = text.indexOf(QLatin1String("}}"), open + 2);
        if (close < 0) {
            return invalid(QStringLiteral("'{{' has no matching '}}'"));
        }
        const Expression expression = readExpression(QStringView(text).sliced(open + 2, close - open - 2));
        const auto value = expandOne(expression, environment, keys);
        if (!value) {
            return failure(value.error());
        }
        out.append(QStringView(text).sliced(from, open - from)).append(*value);
        from = close + 2;
    }
}

QStringList keychainNames(const QString &text)
{
    QStringList names;
    qsizetype open = text.indexOf(QLatin1String("{{"));
    while (open >= 0) {
        const qsizetype close = text.indexOf(QLatin1String("}}"), open + 2);
        if (close < 0) {
            break;
        }
        const Expression expression = readExpression(QStringView(text).sliced(open + 2, close - open - 2));
        const QString name = expression.name.toString();
        if (expression.scope == u"keychain" && keychain::isKeyName(name) && !names.contains(name)) {
            names.append(name);
        }
        open = text.indexOf(QLatin1String("{{"), close + 2);
    }
    return names;
}

} // namespace nexus

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
bool isName(QStringView text)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, fits);
}

Result<QString> expandOne(QStringView expression, const Environment &environment)
{
    const QStringView trimmed = expression.trimmed();
    const qsizetype dot = trimmed.indexOf(u'.');
    const QStringView scope = dot < 0 ? trimmed : trimmed.first(dot);
    const QStringView name = dot < 0 ? QStringView() : trimmed.sliced(dot + 1);
    if (scope == u"keychain") {
        return invalid(
            QStringLiteral("keychain entries are not supported by this build yet, use {{ env.NAME }}"));
    }
    if (scope != u"env") {
        return invalid(QStringLiteral("braces hold something other than {{ env.NAME }}"));
    }
    if (!isName(name)) {
        return invalid(QStringLiteral("{{ env.NAME }} needs the name of an environment variable"));
    }
    const std::optional<QString> value = environment.value(name.toString());
    if (!value) {
        return invalid(QStringLiteral("the environment variable '%1' is not set").arg(name));
    }
    return *value;
}

} // namespace

Result<QString> expandTemplate(const QString &text, const Environment &environment)
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
        const auto value = expandOne(QStringView(text).sliced(open + 2, close - open - 2), environment);
        if (!value) {
            return failure(value.error());
        }
        out.append(QStringView(text).sliced(from, open - from)).append(*value);
        from = close + 2;
    }
}

} // namespace nexus

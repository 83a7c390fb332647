// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keychainerrors.h"

#include <algorithm>

namespace nexus::keychain {

namespace {

Error unavailable(const char *code, const QString &message, const QString &detail = {})
{
    return {.kind = ErrorKind::Unavailable, .message = message, .detail = detail, .code = code};
}

} // namespace

bool isMissing(const Error &error)
{
    return error.code == keyMissing;
}

Error missing(const QString &name)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral(
            "there is no key '%1' in the keychain; add it with `nexus key set %1` or in the console")
                       .arg(name),
        .detail = {},
        .code = keyMissing};
}

Error absent(const QString &why)
{
    return unavailable(keyringAbsent,
        why
            + QStringLiteral(
                " Put the key into an environment variable and write {{ env.NAME }} in the file, "
                "or keep it for this session in the console."));
}

Error silent(std::chrono::milliseconds patience)
{
    return unavailable(keyringSilent,
        QStringLiteral("The keyring did not answer within %1 s; unlock it and try again.")
            .arg(static_cast<double>(patience.count()) / 1000));
}

Error locked()
{
    return unavailable(keyringLocked, QStringLiteral("The keyring is locked; unlock it and try again."));
}

Error failed(const QString &detail)
{
    return unavailable(keyringFailed,
        QStringLiteral("The keyring could not do what it was asked for; see whether it runs, and try again."),
        detail);
}

Error badName(const QString &name)
{
    // Somebody may have typed the key where its name belongs, so a long one is not repeated.
    const QString shown = name.size() <= 20 ? QStringLiteral("'%1'").arg(name) : QStringLiteral("this text");
    return {.kind = ErrorKind::InvalidRequest,
        .message
        = QStringLiteral("%1 cannot name a key: use up to 64 letters, digits, '_', '-' and '.'").arg(shown),
        .detail = {}};
}

bool isKeyName(QStringView name)
{
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
            || c == u'-' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, fits);
}

} // namespace nexus::keychain

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandline/keyoptions.h"

#include "base/nearestname.h"
#include "secrets/keychainerrors.h"

namespace nexus {

namespace {

tl::unexpected<Error> usageError(const QString &message)
{
    return failure({.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}});
}

Result<KeyAsk::Action> readAction(const QStringList &words)
{
    const QStringList known {QStringLiteral("set"), QStringLiteral("list"), QStringLiteral("remove")};
    const qsizetype found = words.isEmpty() ? -1 : known.indexOf(words.first());
    if (found == 0) {
        return KeyAsk::Action::Set;
    }
    if (found == 1) {
        return KeyAsk::Action::List;
    }
    if (found == 2) {
        return KeyAsk::Action::Remove;
    }
    const QString nearest = words.isEmpty() ? QString() : nearestName(words.first(), known);
    const QString hint = nearest.isEmpty() ? QString() : QStringLiteral("; did you mean '%1'?").arg(nearest);
    return usageError(QStringLiteral("'nexus key' is followed by set, list or remove") + hint);
}

} // namespace

Result<KeyAsk> readKeyAsk(const QStringList &words)
{
    const Result<KeyAsk::Action> action = readAction(words);
    if (!action) {
        return failure(action.error());
    }
    const QString &word = words.first();
    if (*action == KeyAsk::Action::List) {
        return words.size() == 1 ? Result<KeyAsk>(KeyAsk {.action = *action})
                                 : usageError(QStringLiteral("'nexus key list' takes no argument"));
    }
    if (words.size() == 1) {
        return usageError(
            QStringLiteral("'nexus key %1' needs the name of the key, as in 'nexus key %1 openai'")
                .arg(word));
    }
    if (words.size() > 2) {
        const QString where = *action == KeyAsk::Action::Set
            ? QStringLiteral("; the key itself is read from standard input")
            : QString();
        return usageError(
            QStringLiteral("'nexus key %1' takes one name and nothing else%2").arg(word, where));
    }
    if (!keychain::isKeyName(words.at(1))) {
        return failure(keychain::badName(words.at(1)));
    }
    return KeyAsk {.action = *action, .name = words.at(1)};
}

} // namespace nexus

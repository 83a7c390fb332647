// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/keepasalias.h"

#include "ui/models/aliasedit.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// What translators see these words under.
struct KeepAsAliasWords {
    Q_DECLARE_TR_FUNCTIONS(KeepAsAlias)
};

AliasEntry entryOf(const QString &name, const QString &target, const ChatSettings &settings)
{
    AliasEntry out {.name = name, .targets = {target}};
    if (settings.temperature) {
        out.temperature = QString::number(*settings.temperature);
    }
    if (settings.maxTokens) {
        out.maxTokens = QString::number(*settings.maxTokens);
    }
    if (!settings.system.trimmed().isEmpty()) {
        out.system = settings.system;
    }
    return out;
}

} // namespace

ConfigDesk::Edit addAlias(const QString &name, const QString &target, const ChatSettings &settings)
{
    return [name, target, settings](const ConfigText &text) -> Result<ConfigText> {
        if (text.find({QStringLiteral("llm"), QStringLiteral("aliases"), name}) != nullptr) {
            return failure({.kind = ErrorKind::InvalidRequest,
                .message = KeepAsAliasWords::tr("There is an alias of this name. Choose another name."),
                .detail = {}});
        }
        return withAlias(text, {}, entryOf(name, target, settings));
    };
}

QString lostInAlias(const ChatSettings &settings)
{
    const bool hasTools = !settings.tools.trimmed().isEmpty();
    if (hasTools && settings.topP) {
        return KeepAsAliasWords::tr("Top p and tools stay behind: an alias cannot hold them.");
    }
    if (hasTools) {
        return KeepAsAliasWords::tr("Tools stay behind: an alias cannot hold them.");
    }
    return settings.topP ? KeepAsAliasWords::tr("Top p stays behind: an alias cannot hold it.") : QString();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/aliasedit.h"

#include <QCoreApplication>

namespace nexus {

namespace {

// What translators see these words under.
struct AliasEditWords {
    Q_DECLARE_TR_FUNCTIONS(AliasEdit)
};

std::vector<TomlMember> membersOf(const QString &target, const ChatSettings &settings)
{
    std::vector<TomlMember> out;
    out.push_back(tomlMember(QStringLiteral("targets"), tomlStrings({target})));
    if (settings.temperature) {
        out.push_back(tomlMember(QStringLiteral("temperature"), tomlFloat(*settings.temperature)));
    }
    if (settings.maxTokens) {
        out.push_back(tomlMember(QStringLiteral("max_tokens"), tomlInteger(*settings.maxTokens)));
    }
    if (!settings.system.trimmed().isEmpty()) {
        out.push_back(tomlMember(QStringLiteral("system"), tomlString(settings.system)));
    }
    return out;
}

} // namespace

ConfigDesk::Edit aliasEdit(const QString &name, const QString &target, const ChatSettings &settings)
{
    return [name, target, settings](const ConfigText &text) -> Result<ConfigText> {
        const KeyPath path {QStringLiteral("llm"), QStringLiteral("aliases"), name};
        if (text.find(path) != nullptr) {
            return failure({.kind = ErrorKind::InvalidRequest,
                .message = AliasEditWords::tr("There is an alias of this name. Choose another name."),
                .detail = {}});
        }
        const std::vector<TomlMember> members = membersOf(target, settings);
        return members.size() == 1 ? text.withValue(path, tomlString(target)) : text.withTable(path, members);
    };
}

QString lostInAlias(const ChatSettings &settings)
{
    const bool hasTools = !settings.tools.trimmed().isEmpty();
    if (hasTools && settings.topP) {
        return AliasEditWords::tr("Top p and tools stay behind: an alias cannot hold them.");
    }
    if (hasTools) {
        return AliasEditWords::tr("Tools stay behind: an alias cannot hold them.");
    }
    return settings.topP ? AliasEditWords::tr("Top p stays behind: an alias cannot hold it.") : QString();
}

} // namespace nexus

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
    const AdvancedSettings &advanced = settings.advanced;
    QStringList lost;
    const auto note = [&lost](bool isSet, const QString &name) {
        if (isSet) {
            lost.append(name);
        }
    };
    note(settings.topP.has_value(), KeepAsAliasWords::tr("Top p"));
    note(!settings.tools.trimmed().isEmpty(), KeepAsAliasWords::tr("Tools"));
    note(!advanced.effort.isEmpty(), KeepAsAliasWords::tr("Reasoning effort"));
    note(!advanced.stop.isEmpty(), KeepAsAliasWords::tr("Stop sequences"));
    note(advanced.seed.has_value(), KeepAsAliasWords::tr("Seed"));
    note(advanced.form != AnswerForm::Text, KeepAsAliasWords::tr("Form of answers"));
    return lost.isEmpty()
        ? QString()
        : KeepAsAliasWords::tr("An alias cannot hold these settings, which stay behind: %1.")
              .arg(lost.join(QLatin1String(", ")));
}

} // namespace nexus

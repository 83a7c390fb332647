// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "configedit/configtext.h"
#include "secrets/environment.h"
#include "ui/models/formmerge.h"
#include "ui/models/keysource.h"

#include <QStringList>

namespace nexus {

//! \brief What goes with a provider that is removed.
struct ProviderLosses {
    QStringList aliases; //!< that stand for nothing else
    QStringList shortened; //!< aliases that lose a target
    QStringList budgets; //!< for this provider alone

    [[nodiscard]] bool isEmpty() const
    {
        return aliases.isEmpty() && shortened.isEmpty() && budgets.isEmpty();
    }
    bool operator==(const ProviderLosses &) const = default;
};

//! \brief What \a text would lose with the provider \a name.
[[nodiscard]] ProviderLosses lossesOf(const ConfigText &text, const QString &name);

//! \brief \a text without the provider \a name and without all of lossesOf().
[[nodiscard]] Result<ConfigText> withoutProvider(const ConfigText &text, const QString &name);

//! \brief \a text with the provider \a from called \a to, also where aliases and budgets name it. Its key
//! keeps the name it has.
[[nodiscard]] Result<ConfigText> withProviderRenamed(
    const ConfigText &text, const QString &from, const QString &to);

//! \brief \a text with the key of \a provider taken from \a source: keyLines(), and no others
//! of keyLineNames().
[[nodiscard]] Result<ConfigText> withKeySource(
    const ConfigText &text, const QString &provider, const KeySource &source);

//! \brief What is changed of a provider in place, as people write it; an empty text takes the key out.
struct ProviderSettings {
    QString baseUrl;
    QString region; //!< bedrock only
    QString apiVersion; //!< azure only
    QString modelFilter;
    QString connect;
    QString firstByte;
    QString idle;
    QString total;
    QString maxAttempts;
    QString baseDelay;
    QString maxDelay;
    bool isTokenForwarded = false; //!< not for bedrock

    bool operator==(const ProviderSettings &) const = default;
};

//! \brief See FormBase. The conflicts by their place in ProviderSettings.
[[nodiscard]] MergedForm<ProviderSettings> mergeForms(
    const ProviderSettings &base, const ProviderSettings &theirs, const ProviderSettings &mine);

//! \brief Whether \a text has the provider \a name.
[[nodiscard]] bool hasProvider(const ConfigText &text, const QString &name);

//! \brief What \a text says of \a provider itself; empty where defaults hold.
[[nodiscard]] ProviderSettings settingsOf(const ConfigText &text, const QString &provider);

//! \brief The region that \a provider has without a line that says so: of the environment, else of the AWS
//! configuration files. May be empty. Blocks on these files.
[[nodiscard]] QString usualRegion(const ProviderConfig &provider, const Environment &environment);

//! \brief \a text with \a now in place of settingsOf(); what is the same stays untouched.
[[nodiscard]] Result<ConfigText> withSettings(
    const ConfigText &text, const QString &provider, const ProviderSettings &now);

} // namespace nexus

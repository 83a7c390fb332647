// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "configedit/configtext.h"
#include "ui/models/formmerge.h"

#include <QStringList>

#include <vector>

namespace nexus {

//! \brief An alias as people write it. Texts that are no number where one is due go into the file as they
//! are, so that the reader says what is wrong.
struct AliasEntry {
    QString name;
    QStringList targets; //!< `provider/model`, or other aliases
    QString strategy = QStringLiteral("fallback");
    std::vector<int> weights; //!< one for each target when weighted, else not looked at
    QString temperature; //!< empty for none, like those below
    QString maxTokens;
    QString system;

    [[nodiscard]] bool isWeighted() const { return strategy == QLatin1String("weighted"); }
    bool operator==(const AliasEntry &) const = default;
};

//! \brief \a alias without weights where its strategy does not ask for them.
[[nodiscard]] AliasEntry withoutIdleWeights(AliasEntry alias);

//! \brief See FormBase. The conflicts by their place: name, strategy, temperature, tokens, system, targets
//! with their weights.
[[nodiscard]] MergedForm<AliasEntry> mergeForms(
    const AliasEntry &base, const AliasEntry &theirs, const AliasEntry &mine);

//! \brief The aliases that \a text holds, in file order.
[[nodiscard]] std::vector<AliasEntry> aliasesOf(const ConfigText &text);

//! \brief \a text with \a alias in place of the one called \a former; a new one where \a former is empty.
//! Aliases that name the former one follow. A plain target stays one line.
[[nodiscard]] Result<ConfigText> withAlias(
    const ConfigText &text, const QString &former, const AliasEntry &alias);

//! \brief What goes with an alias that is removed.
struct AliasLosses {
    QStringList gone; //!< other aliases that stand for nothing else
    QStringList shortened; //!< other aliases that lose a target

    bool operator==(const AliasLosses &) const = default;
};

//! \brief What \a text would lose with the alias \a name.
[[nodiscard]] AliasLosses aliasLosses(const ConfigText &text, const QString &name);

//! \brief \a text without the alias \a name and without all of aliasLosses().
[[nodiscard]] Result<ConfigText> withoutAlias(const ConfigText &text, const QString &name);

//! \brief A strategy of the file for people: `In order`, `In turns`, …
[[nodiscard]] QString strategyTitle(const QString &strategy);
//! \brief What it does, in a sentence.
[[nodiscard]] QString strategySentence(const QString &strategy);
//! \brief All strategies as the file calls them, the usual one first.
[[nodiscard]] QStringList aliasStrategies();

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/keysource.h"
#include "ui/models/providerpresets.h"

#include <QString>
#include <QStringList>

namespace nexus {

//! \brief A provider that somebody is about to add.
struct ProviderDraft {
    ProviderPreset preset;
    QString name;
    QString baseUrl; //!< as typed; empty for the preset's or the type's own
    QString region; //!< bedrock only
    QString apiVersion; //!< azure only
    QStringList models; //!< named by hand
    KeySource key; //!< one that keyLines() can write

    bool operator==(const ProviderDraft &) const = default;
};

//! \brief A draft with what \a preset knows, named so that it is none of \a taken.
[[nodiscard]] ProviderDraft draftOf(const ProviderPreset &preset, const QStringList &taken);

//! \brief A name like \a wanted that is none of \a taken.
[[nodiscard]] QString freeName(const QString &wanted, const QStringList &taken);

//! \brief Why a provider cannot be called \a name, in a sentence; empty when it can.
[[nodiscard]] QString nameProblem(const QString &name, const QStringList &taken);

//! \brief Why the keys of \a source cannot be kept, in a sentence; empty when they can.
[[nodiscard]] QString entriesProblem(const KeySource &source);

//! \brief Why \a address is none, in a sentence; empty when it is fine.
[[nodiscard]] QString addressProblem(const QString &address);

//! \brief Why \a region is none of AWS, in a sentence; empty when it may be one, or is empty.
[[nodiscard]] QString regionProblem(const QString &region);

//! \brief Why \a version of Azure's API is none, in a sentence; empty when it may be one, or is empty.
[[nodiscard]] QString apiVersionProblem(const QString &version);

//! \brief Why \a pattern cannot choose models, in a sentence; empty when it can, or is empty.
[[nodiscard]] QString modelFilterProblem(const QString &pattern);

//! \brief \a text with the provider of \a draft.
[[nodiscard]] Result<ConfigText> withProvider(const ConfigText &text, const ProviderDraft &draft);

//! \brief What the gateway would make of \a draft before it is saved, without a key.
[[nodiscard]] ProviderConfig configOf(const ProviderDraft &draft);

} // namespace nexus

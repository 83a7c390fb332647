// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nexus {

//! \brief A service that is added with a click: where it is and what it needs.
struct ProviderPreset {
    enum class Key { Required, Optional, None };

    QString id; //!< and the name that is proposed for the provider
    QString title;
    ProviderType type = ProviderType::OpenAi;
    QString baseUrl; //!< empty where the type's own holds, or where each customer has another
    Key key = Key::Required;
    QString keyVariable; //!< where the key is by custom, `OPENAI_API_KEY`
    QString keyPage; //!< where people get a key, empty for none
    QStringList models; //!< beginnings of names that make a good first request, best first
    bool isLocal = false; //!< runs on a machine of one's own
    bool isAddressNeeded = false; //!< people have to say where it is
    bool isListless = false; //!< it may not tell its models, so that people name them

    bool operator==(const ProviderPreset &) const = default;
};

//! \brief All presets in the order they are offered; the last one is for everything else.
[[nodiscard]] std::vector<ProviderPreset> providerPresets();

//! \brief The preset that a configured provider most likely came from; the custom one when none fits.
[[nodiscard]] ProviderPreset presetOf(const ProviderConfig &provider);

//! \brief One sentence that helps to fill in the form; may be empty.
[[nodiscard]] QString presetNote(const ProviderPreset &preset);

//! \brief What people call a type: `Google Gemini`, `OpenAI compatible`, …
[[nodiscard]] QString providerTypeTitle(ProviderType type);

} // namespace nexus

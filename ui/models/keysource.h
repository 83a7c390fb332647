// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "configedit/configtext.h"

#include <QString>

namespace nexus {

//! \brief Where a provider has its key from, as its file says it.
struct KeySource {
    enum class Kind {
        None,
        Keychain,
        Environment,
        File, //!< it stands in the file itself
        Several, //!< `api_keys`
        Aws, //!< a pair of AWS keys in the file, or a profile
    };

    Kind kind = Kind::None;
    QString name; //!< of the key in the keychain, of the variable, or of the profile

    bool operator==(const KeySource &) const = default;
};

//! \brief What \a text says of the key of \a provider.
[[nodiscard]] KeySource keySourceOf(const ConfigText &text, const QString &provider);

//! \brief `{{ keychain.NAME }}` and the like, as it stands in the file; empty for other kinds.
[[nodiscard]] QString keyTemplate(const KeySource &source);

//! \brief The end of a key for people to recognize it; empty for a short key, whose end would give it away.
[[nodiscard]] QString lastFour(const Secret &key);

} // namespace nexus

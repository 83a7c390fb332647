// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "configedit/configtext.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nexus {

//! \brief Where a provider has its key from, as its file says it.
struct KeySource {
    enum class Kind {
        None,
        Keychain,
        Environment,
        File, //!< it stands in the file itself
        Several, //!< `api_keys`
        AwsKeys, //!< an access key of AWS whose secret is in the keychain
        AwsEnvironment, //!< one whose secret is in a variable
        AwsFile, //!< one whose secret stands in the file itself
        AwsProfile,
    };

    Kind kind = Kind::None;
    QString name; //!< of the key in the keychain, of the variable, or of the profile
    QStringList
        awsKeys {}; //!< AwsKeys only: what the keychain calls the id, the secret and perhaps the token

    [[nodiscard]] bool isAws() const { return kind >= Kind::AwsKeys; }
    bool operator==(const KeySource &) const = default;
};

//! \brief What \a text says of the key of \a provider.
[[nodiscard]] KeySource keySourceOf(const ConfigText &text, const QString &provider);

//! \brief An access key in the keychain: `NAME-access-key-id`, `NAME-secret-access-key` and, for temporary
//! credentials, `NAME-session-token`.
[[nodiscard]] KeySource awsKeysCalled(const QString &name, bool hasToken);

//! \brief What the keychain calls the keys of \a source; empty when it holds none.
[[nodiscard]] QStringList keychainEntries(const KeySource &source);

//! \brief The lines of a provider that say \a source, `api_key = "{{ keychain.NAME }}"` and the like; none
//! where it has no key, or where nothing but the file itself knows it.
[[nodiscard]] std::vector<TomlMember> keyLines(const KeySource &source);

//! \brief What keyLines() may write, and whatever else says where a provider has its key from.
[[nodiscard]] QStringList keyLineNames();

//! \brief The end of a key for people to recognize it; empty for a short key, whose end would give it away.
[[nodiscard]] QString lastFour(const Secret &key);

} // namespace nexus

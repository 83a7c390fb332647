// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "configedit/configtext.h"

#include <QString>
#include <QStringList>

#include <optional>
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

//! \brief What \a written, the text of one key in the file, says of it.
[[nodiscard]] KeySource keySourceOf(const QString &written);

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

//! \brief One key of a provider, as its file has it in `api_key` or in `api_keys`.
struct ListedKey {
    Secret written; //!< may be the key itself
    KeySource source;

    bool operator==(const ListedKey &) const = default;
};

//! \brief The keys that \a text gives \a provider, in their order; an access key of AWS is none of them.
[[nodiscard]] std::vector<ListedKey> keysIn(const ConfigText &text, const QString &provider);

//! \brief Where \a key is among \a keys: at \a place, or elsewhere when others have moved it; nothing when it
//! is gone.
[[nodiscard]] std::optional<std::size_t> placeOf(
    const std::vector<ListedKey> &keys, const ListedKey &key, std::size_t place);

//! \brief \a text with one more key for \a provider, from the keychain or a variable: behind the last one of
//! `api_keys`, or as `api_key` when it is the first.
[[nodiscard]] Result<ConfigText> withKeyAdded(
    const ConfigText &text, const QString &provider, const KeySource &source);

//! \brief \a text without \a key of \a provider; the last but one leaves `api_key`.
//! \param place where the key stood; it is found elsewhere too. The same text when it is gone already.
[[nodiscard]] Result<ConfigText> withoutKey(
    const ConfigText &text, const QString &provider, const ListedKey &key, std::size_t place);

//! \brief \a text with \a source, the keychain or a variable, in place of \a key of \a provider. No other key
//! is touched, and a source that stands there already changes nothing.
//! \param place where the key stood; it is found elsewhere too. An error for people when it is gone.
[[nodiscard]] Result<ConfigText> withKeyReplaced(const ConfigText &text, const QString &provider,
    const ListedKey &key, std::size_t place, const KeySource &source);

//! \brief The keys that \a text asks the keychain for, as often as it does.
[[nodiscard]] QStringList keychainNamesIn(const ConfigText &text);

//! \brief A name in the keychain for one more key of \a provider, which nothing in \a text has.
//! \param known names that others have in the keychain
[[nodiscard]] QString freeKeyName(const ConfigText &text, const QString &provider, const QStringList &known);

} // namespace nexus

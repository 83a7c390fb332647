// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What KeyList says of keys, and what it knows of them.

#include "ui/models/configdesk.h"
#include "ui/providers/keylist.h"
#include "ui/providers/keysection.h"

namespace nexus {

using Kind = KeySource::Kind;

QString KeyList::ending(std::size_t place) const
{
    const QString end = knownEnd(place);
    if (!end.isEmpty()) {
        return KeySection::tr("Key ends in …%1").arg(end);
    }
    //: %1 is its place in the list
    return tr("Key %1").arg(place + 1);
}

QString KeyList::knownEnd(std::size_t place) const
{
    const ListedKey &key = m_keys[place];
    switch (key.source.kind) {
    case Kind::Keychain:
        return m_entries.value(key.source.name).lastFour;
    case Kind::Environment:
        return lastFour(Secret(m_parts.host.environment().text(key.source.name).toUtf8()));
    default:
        return lastFour(key.written);
    }
}

QString KeyList::placeSentence(const KeySource &source) const
{
    switch (source.kind) {
    case Kind::Keychain:
        if (const auto entry = m_entries.constFind(source.name); entry == m_entries.cend()) {
            return KeySection::tr("Looked for in the keychain, as %1.").arg(source.name);
        } else if (entry->isSessionOnly) {
            return KeySection::tr("Kept for this session only, as %1. It is gone when Nexus ends.")
                .arg(source.name);
        }
        return KeySection::tr("Kept in the keychain, as %1.").arg(source.name);
    case Kind::Environment:
        return KeySection::tr("Read from the environment variable %1.").arg(source.name);
    case Kind::None:
        return tr("Empty, and passed over.");
    default:
        return KeySection::tr("Stands in nexus.toml, where everybody who reads the file can see it.");
    }
}

// Not while it is only locked or silent.
bool KeyList::isMissing(std::size_t place) const
{
    const KeySource &source = m_keys[place].source;
    return source.kind == Kind::Keychain && m_hasEntries && !m_entries.contains(source.name);
}

// The rows whose keys the gateway has, in the order of ProviderConfig::apiKeys; nothing where that cannot be
// told. It goes without keys that are empty or that the keychain lacks.
std::optional<std::vector<std::size_t>> KeyList::heldRows() const
{
    const ProviderConfig *const config = provider();
    std::vector<std::size_t> out;
    for (std::size_t place = 0; place < m_rows.size(); ++place) {
        const KeySource &source = m_keys[place].source;
        const bool isEmpty = source.kind == Kind::None
            || (source.kind == Kind::Environment && m_parts.host.environment().text(source.name).isEmpty());
        if (!isEmpty && !isMissing(place)) {
            out.push_back(place);
        }
    }
    if (config == nullptr || out.size() != config->apiKeys.size()) {
        return std::nullopt;
    }
    for (std::size_t index = 0; index < out.size(); ++index) {
        const QString end = knownEnd(out[index]);
        if (!end.isEmpty() && end != lastFour(config->apiKeys[index])) {
            return std::nullopt;
        }
    }
    return out;
}

// Here %1 is "Key ends in …wxyz" or "Key 2".
QString KeyList::removalSentence(const ConfigText &text) const
{
    const QString key = ending(m_removingPlace);
    const QString &name = m_removing.source.name;
    if (m_removing.source.kind != Kind::Keychain || keychainNamesIn(text).count(name) != 1) {
        return tr("%1: it is taken out of the file, and %2 goes on with the others.").arg(key, m_name);
    }
    if (m_entries.value(name).isSessionOnly) {
        return tr("%1: it was kept for this session only, as %2, and is forgotten. %3 goes on with the "
                  "others.")
            .arg(key, name, m_name);
    }
    return tr("%1: it is deleted from the keychain, as %2, and %3 goes on with the others.")
        .arg(key, name, m_name);
}

} // namespace nexus

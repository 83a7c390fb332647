// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What KeySection says.

#include "ui/providers/keysection.h"

namespace nexus {

QString KeySection::placeSentence() const
{
    using Kind = KeySource::Kind;
    const ProviderConfig *const config = provider();
    const QString entries = keychainEntries(m_source).join(QStringLiteral(", "));
    switch (m_source.kind) {
    case Kind::None:
        return isBedrock() ? tr("It signs with what the AWS tools of this machine use.")
                           : tr("It is asked without a key.");
    case Kind::Keychain:
    case Kind::AwsKeys:
        if (config == nullptr || (config->apiKeys.empty() && config->bedrock.secretAccessKey.isEmpty())) {
            return tr("Looked for in the keychain, as %1.").arg(entries);
        }
        return m_isSession ? tr("Kept for this session only, as %1. It is gone when Nexus ends.").arg(entries)
                           : tr("Kept in the keychain, as %1.").arg(entries);
    case Kind::Environment:
    case Kind::AwsEnvironment:
        return tr("Read from the environment variable %1.").arg(m_source.name);
    case Kind::File:
    case Kind::AwsFile:
        return tr("Stands in nexus.toml, where everybody who reads the file can see it.");
    case Kind::Several:
        return tr("Each request takes the next one. One that is refused rests for a while.");
    case Kind::AwsProfile:
        return tr("Taken from the AWS profile %1.").arg(m_source.name);
    }
    return {};
}

// A try takes the first of several keys, and tells nothing of the others.
QString KeySection::triedSentence() const
{
    if (m_tested.apiKeys.size() < 2) {
        return {};
    }
    const QString end = lastFour(m_tested.apiKeys.front());
    return end.isEmpty() ? tr("Tried the first key only, not the others.")
                         : tr("Tried the first key only, …%1, not the others.").arg(end);
}

} // namespace nexus

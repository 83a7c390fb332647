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

// What is lost with the key, and with \a entries of the keychain.
QString KeySection::removalSentence(const QStringList &entries) const
{
    const QString names = entries.join(QStringLiteral(", "));
    if (isBedrock()) {
        return entries.isEmpty() ? tr("Its lines are taken out of the file. %1 then signs with what the AWS "
                                      "tools of this machine use.")
                                       .arg(m_name)
            : m_isSession ? tr("Forgotten, as they were kept for this session only: %1. %2 then signs "
                               "with what the AWS tools of this machine use.")
                                .arg(names, m_name)
                          : tr("Deleted from the keychain: %1. %2 then signs with what the AWS tools of "
                               "this machine use.")
                                .arg(names, m_name);
    }
    if (entries.isEmpty()) {
        return tr("The line of the key is taken out of the file, and %1 cannot be asked any more.")
            .arg(m_name);
    }
    return m_isSession
        ? tr("The key was kept for this session only. It is forgotten, and %1 cannot be asked "
             "any more.")
              .arg(m_name)
        : tr("The key is deleted from the keychain, and %1 cannot be asked any more.").arg(m_name);
}

} // namespace nexus

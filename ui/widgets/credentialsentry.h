// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "secrets/environment.h"
#include "ui/models/keysaver.h"
#include "ui/models/keysource.h"
#include "ui/models/providerpresets.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace nexus {

class AwsKeyFields;
class KeyEntry;

//! \brief How a provider is told who asks: a key, and for Bedrock also an access key, a profile of the AWS
//! tools, or what they use by themselves.
class CredentialsEntry final : public QWidget {
    Q_OBJECT

public:
    //! \param name of its widgets for tests: `NAMEWayBox`, `NAMEProfileField`, and those of KeyEntry and
    //! AwsKeyFields
    CredentialsEntry(const QString &name, const Environment &environment, QWidget *parent = nullptr);

    //! \brief Begins anew for \a preset, in the way that \a now has, and empty.
    void begin(const ProviderPreset &preset, const KeySource &now = {});
    //! \brief Chooses what needs no keychain.
    void useEnvironment();

    //! \brief What stands in the file for it; keys in the keychain are called \a name or after it.
    [[nodiscard]] KeySource source(const QString &name) const;
    //! \brief What goes into the keychain for \a source, which source() returned.
    [[nodiscard]] std::vector<NamedKey> keys(const KeySource &source) const;
    //! \brief Lets \a provider ask with what stands here, and with nothing else.
    void fill(ProviderConfig &provider) const;
    void wipe();

    //! \brief Whether a key was typed, or a variable holds one.
    [[nodiscard]] bool hasInput() const;
    //! \brief Whether a provider that has credentials can have these in their place.
    [[nodiscard]] bool isComplete() const;
    //! \brief Why it cannot be saved, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();
    //! Enter was pressed in one of the fields.
    void submitted();

private:
    enum class Way { Key, AwsKeys, AwsProfile, AwsTools };

    void makeFields(const QString &name);
    void showWay();
    void showProfiles();
    [[nodiscard]] Way way() const;
    void setWay(Way way);
    [[nodiscard]] QString profile() const;

    Environment m_environment;
    ProviderPreset m_preset;
    QComboBox *m_way;
    KeyEntry *m_key;
    AwsKeyFields *m_awsKeys;
    QComboBox *m_profile;
    QLabel *m_hint;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/providerconfig.h"
#include "ui/models/keysaver.h"
#include "ui/models/keysource.h"

#include <QWidget>

class QLineEdit;

namespace nexus {

class SecretField;

//! \brief An access key of AWS: its id, its secret, and the token that belongs to temporary ones.
class AwsKeyFields final : public QWidget {
    Q_OBJECT

public:
    //! \param name of its widgets for tests: `NAMEAccessIdField`, `NAMESecretField`, `NAMETokenField`
    explicit AwsKeyFields(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] bool hasInput() const;
    //! \brief What stands in the file for it when the keychain calls it after \a name.
    [[nodiscard]] KeySource source(const QString &name) const;
    //! \brief What goes into the keychain under the names of \a source, which source() returned.
    [[nodiscard]] std::vector<NamedKey> keys(const KeySource &source) const;
    void fill(BedrockAccess &access) const;
    void wipe();

    //! \brief What is missing, in a sentence; empty for nothing.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *m_id;
    SecretField *m_secret;
    SecretField *m_token;
};

} // namespace nexus

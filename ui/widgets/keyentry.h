// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/environment.h"
#include "ui/models/keysource.h"
#include "ui/models/providerpresets.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace nexus {

class CopyButton;
class SecretField;

//! \brief Where a new key comes from: typed, for the keychain, or an environment variable.
class KeyEntry final : public QWidget {
    Q_OBJECT

public:
    //! \param name of its widgets for tests: `NAMEField`, `NAMEPlaceBox`, `NAMEVariableField`
    KeyEntry(const QString &name, const Environment &environment, QWidget *parent = nullptr);

    //! \brief Begins anew for \a preset, which says whether a key is needed and where there is one.
    void setPreset(const ProviderPreset &preset);
    //! \brief Chooses the variable in place of the keychain.
    void useEnvironment();

    //! \brief What stands in the file for it; a key in the keychain is called \a name.
    [[nodiscard]] KeySource source(const QString &name) const;
    //! \brief The key as it is now, to try it.
    [[nodiscard]] Secret key() const;
    void wipe();

    //! \brief Why it cannot be saved, in a sentence; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void makeFields(const QString &name);
    void showState();
    [[nodiscard]] bool isEnvironment() const;
    [[nodiscard]] QString variable() const;

    Environment m_environment;
    ProviderPreset m_preset;
    QComboBox *m_place;
    QStackedWidget *m_fields;
    SecretField *m_secret;
    QLineEdit *m_variable;
    QLabel *m_hint;
    QPushButton *m_getKey;
    CopyButton *m_export;
};

} // namespace nexus

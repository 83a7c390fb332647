// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/settingscatalog.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace nexus {

class Toggle;

//! \brief The field that fits the kind of a setting. What holds by default is shown when nothing is set.
class SettingEditor final : public QWidget {
    Q_OBJECT

public:
    explicit SettingEditor(const SettingSpec &spec, QWidget *parent = nullptr);

    //! \brief Shows \a text, empty for the default. Does not touch what is being typed.
    void setText(const QString &text);

    //! \brief Marks what is wrong, beside the words that say so.
    void setBad(bool isBad);

Q_SIGNALS:
    //! A person has changed it; empty means the default again.
    void edited(const QString &text);

private:
    [[nodiscard]] QWidget *makeToggle();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeField();
    bool eventFilter(QObject *watched, QEvent *event) override;

    const SettingSpec m_spec;
    Toggle *m_toggle = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_field = nullptr;
};

//! \brief What tests and screen readers call the field of \a key: `setting_server_workers`.
[[nodiscard]] QString settingObjectName(const QString &key);

} // namespace nexus

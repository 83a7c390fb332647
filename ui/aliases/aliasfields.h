// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/aliasedit.h"

#include <QWidget>

class QAbstractItemModel;
class QLineEdit;
class QPlainTextEdit;

namespace nexus {

//! \brief What of an alias is typed: its name, more targets, and what requests get that say nothing.
class AliasFields final : public QWidget {
    Q_OBJECT

public:
    //! \param names that can be targets, for completion; outlives it
    explicit AliasFields(QAbstractItemModel &names, QWidget *parent = nullptr);

    //! \brief Shows all but the targets of \a alias; changed() is not sent.
    void setEntry(const AliasEntry &alias);
    //! \brief Puts what is typed into \a alias.
    void writeTo(AliasEntry &alias) const;
    void focusName();

Q_SIGNALS:
    void changed();
    void targetWanted(const QString &target);

private:
    void takeTarget();

    AliasEntry m_given;
    QLineEdit *m_name;
    QLineEdit *m_target;
    QLineEdit *m_temperature;
    QLineEdit *m_maxTokens;
    QPlainTextEdit *m_system;
};

} // namespace nexus

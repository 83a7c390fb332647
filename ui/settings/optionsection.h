// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/optionrow.h"

#include <QString>
#include <QWidget>

#include <vector>

class QBoxLayout;

namespace nexus {

//! \brief A heading with rows below it. Rows that do not fit a search are hidden, and it is with them.
class OptionSection final : public QWidget {
    Q_OBJECT

public:
    explicit OptionSection(const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }

    //! \brief Adds a row. \a key is found by searches, and need not be unique.
    OptionRow *addRow(
        const QString &name, const QString &help, const QString &remark, QWidget *field, const QString &key);

    //! \return how many rows are left
    int filter(const QStringList &words);

private:
    QString m_title;
    QBoxLayout *m_layout;
    std::vector<std::pair<QString, OptionRow *>> m_rows;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

class QHeaderView;
class QSettings;
class QTableView;
class QWidget;

namespace nexus {

//! \brief Heads of columns that are as wide as their words need, and end with points where they are narrower.
[[nodiscard]] QHeaderView *makeHeads(QWidget *parent);

//! \brief Lets one column take what the others leave of the width, though never less than its head and a
//! given least: the table scrolls sideways then.
class RestColumn final : public QObject {
    Q_OBJECT

public:
    //! \param heads owns the object
    RestColumn(QHeaderView &heads, int section, int least);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QHeaderView &m_heads;
    int m_section;
    int m_least;
};

//! \brief Keeps the columns of a table as somebody has arranged them, in the settings below a key. A head
//! that is made too narrow for its title ends with points; the model has it whole as Qt::ToolTipRole.
class ColumnMemory final {
public:
    //! \brief Gives \a table its heads; they can be set up from then on.
    //! \param table outlives the object, as do \a settings
    ColumnMemory(QTableView &table, QSettings &settings, QString key);

    //! \brief Arranges the columns as they were, with their widths where the language is the same: other
    //! titles need other room.
    void restore();
    void save() const;

private:
    QHeaderView &m_heads;
    QSettings &m_settings;
    QString m_key;
    QString m_language; // the heads are in; the program may speak another one when they are saved
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/page.h"

#include <QFrame>
#include <QStringListModel>

class QLabel;
class QLineEdit;
class QLayout;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QToolButton;

namespace nexus {

//! \brief The models of one provider, with a line to filter them.
class ModelsSection final : public QFrame {
    Q_OBJECT

public:
    explicit ModelsSection(const ConsoleParts &parts, QWidget *parent = nullptr);

    void setProvider(const QString &name);
    //! \brief Takes what the catalog knows now.
    void refresh();

    //! \brief Whether a name is typed that was not added.
    [[nodiscard]] bool hasInput() const;

Q_SIGNALS:
    //! A click on \a model, `provider/model`, wants to try it.
    void tryWanted(const QString &model);
    void failed(const QString &sentence);

private:
    QLayout *makeFoot();
    void showState();
    void showFoot();
    void add();
    void remove();
    [[nodiscard]] QString chosen() const;

    ConsoleParts m_parts;
    QString m_provider;
    QStringListModel m_models;
    QSortFilterProxyModel *m_shown;
    QLabel *m_title;
    QLineEdit *m_filter;
    QToolButton *m_refresh;
    QListView *m_list;
    QLabel *m_note;
    QLineEdit *m_new;
    QPushButton *m_add;
    QToolButton *m_remove;
};

} // namespace nexus

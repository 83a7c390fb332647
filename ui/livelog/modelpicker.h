// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace nexus {

//! \brief A list of all models with a line above that searches in it.
class ModelPicker final : public QDialog {
    Q_OBJECT

public:
    ModelPicker(const QStringList &models, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &model);

private:
    void search(const QString &text);
    void choose();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QListView *m_list;
};

} // namespace nexus

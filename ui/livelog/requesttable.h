// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestline.h"
#include "ui/widgets/tablecolumns.h"

#include <QPushButton>
#include <QTableView>

class QSettings;
class QToolButton;

namespace nexus {

class RequestLogModel;

//! \brief The rows of the log. New ones slide in while the first row is seen; else the view stays where it is
//! and says how many have come.
class RequestTable final : public QTableView {
    Q_OBJECT

public:
    //! \brief Both outlive it. Columns, their widths and their order are remembered in \a settings.
    RequestTable(RequestLogModel &model, QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] bool isAtTop() const;
    void goToTop();

    //! \brief The selected rows, in their order.
    [[nodiscard]] std::vector<RequestLine> selectedLines() const;
    //! \brief Selects the row of that order, or nothing where it is not shown.
    void selectOrder(qint64 order);

    //! \brief A menu in which columns are shown and hidden.
    void showColumnMenu(const QPoint &globalPlace);
    //! \brief A new button that opens it.
    [[nodiscard]] QToolButton *columnsButton(QWidget *parent);

Q_SIGNALS:
    void atTopChanged(bool isAtTop);
    void selectionMoved();
    //! A menu is wanted for the selected rows.
    void menuWanted(const QPoint &globalPlace);
    void activatedRow();

private:
    void setUpHeader();
    void setUpColumns();
    void wantMenu(const QPoint &place);
    void onInserted(int first, int last);
    void countArrived(int count);
    void showPill();
    void fitColumns();
    void saveColumns();
    void onScrolled();
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

    RequestLogModel &m_model;
    ColumnMemory m_columns;
    QPushButton *m_pill;
    int m_arrived = 0; // while the top was not seen
    bool m_wasAtTop = true;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/requestlogmodel.h"
#include "ui/widgets/page.h"

class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace nexus {

class Banner;
class CompareView;
class EmptyState;
class FilterLine;
class LogExporter;
class RequestActions;
class RequestDetail;
class RequestTable;

//! \brief Every request as it happens, and all that were: a filter, the rows, and one of them in detail.
class LiveLogPage final : public Page {
    Q_OBJECT

public:
    explicit LiveLogPage(const ConsoleParts &parts, QWidget *parent = nullptr);
    ~LiveLogPage() override;

    //! \param argument a filter
    void follow(const QString &argument) override;

private:
    void setUpActions();
    void setUpContent();
    void setUpShortcuts();
    void connectModel();
    void connectActions();
    void setPaused(bool isPaused);
    void setFilter(const RequestFilter &filter);
    void showState();
    void showEmptiness();
    void onEmptyAction();
    void onSelectionMoved();
    void onLineChanged(qint64 order);
    void closeDetail();
    void openDetail(QWidget *what);
    void exportRows(bool isSelection);
    void say(const QString &sentence, bool isGood);
    void arrange();
    void learnNames(int first, int last);
    [[nodiscard]] bool isServing() const;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    ConsoleParts m_parts;
    RequestLogModel m_model;
    QToolButton *m_pause;
    QToolButton *m_export;
    FilterLine *m_filter;
    QLabel *m_state;
    Banner *m_banner;
    QSplitter *m_splitter;
    QStackedWidget *m_left;
    RequestTable *m_table;
    EmptyState *m_empty;
    QStackedWidget *m_side;
    RequestDetail *m_detail;
    CompareView *m_compare;
    RequestActions *m_actions;
    LogExporter *m_exporter;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/usagemodel.h"
#include "ui/widgets/page.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTreeView;

namespace nexus {

class Banner;
class BarChart;
class BudgetsPanel;
class EmptyState;

//! \brief What was used and what it cost: bars over time, a table that agrees with them, and budgets.
class UsagePage final : public Page {
    Q_OBJECT

public:
    explicit UsagePage(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \param argument `budgets` shows them, `+` begins another one, `csv` saves the table
    void follow(const QString &argument) override;

private:
    enum class Range { Today, Week, Month, ThisMonth, Custom };
    enum class Measure { Cost, Tokens, Requests };

    void buildControls();
    void buildTable();
    void refresh();
    void onFigures(const Result<UsageFigures> &figures);
    void showBars();
    void showNothing();
    void onEmptyAction();
    void openBar(int index);
    void openRow(const QModelIndex &index);
    void saveCsv();
    [[nodiscard]] UsageAsk ask() const;
    [[nodiscard]] double valueOf(const UsageSum &sum) const;
    [[nodiscard]] QString wordsOf(double value) const;
    void showEvent(QShowEvent *event) override;

    ConsoleParts m_parts;
    QComboBox *m_range;
    QComboBox *m_by;
    QComboBox *m_measure;
    QDateEdit *m_from;
    QDateEdit *m_to;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    BarChart *m_chart;
    QTreeView *m_table;
    BudgetsPanel *m_budgets;
    QScrollArea *m_area;
    UsageModel m_model;
    UsageAsk m_asked;
    UsageFigures m_figures;
    int m_round = 0; // of questions, so that late answers of older ones are dropped
    bool m_isDisabled = false; // the history is off
    bool m_isCsvWanted = false; // as soon as there are figures
};

} // namespace nexus

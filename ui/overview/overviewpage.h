// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/live/livefeed.h"
#include "ui/models/overviewfigures.h"
#include "ui/widgets/page.h"

#include <QTimer>

#include <array>

class QComboBox;
class QLabel;

namespace nexus {

class BarChart;
struct BarPart;
class EmptyState;
class FigureTile;
class HealthRow;
class ProblemList;

//! \brief Whether it serves, what happened today, what it cost, and how to connect.
class OverviewPage final : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(const ConsoleParts &parts, QWidget *parent = nullptr);

private:
    enum Measure { Requests, FirstToken, Tokens, Cost, MeasureCount };

    [[nodiscard]] QLayout *tiles();
    [[nodiscard]] QWidget *chartCard();
    void refresh();
    void onFigures(const Result<OverviewFigures> &figures);
    void showTiles();
    void showChart();
    [[nodiscard]] QString noteOf(Measure measure) const;
    [[nodiscard]] std::vector<BarPart> chartParts() const;
    void choose(Measure measure);
    void openBar(int index);
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

    ConsoleParts m_parts;
    std::array<FigureTile *, MeasureCount> m_tiles {};
    QComboBox *m_range;
    QLabel *m_chartTitle;
    BarChart *m_chart;
    QLabel *m_chartNote; //!< what the chart leaves out
    HealthRow *m_health;
    ProblemList *m_problems;
    QTimer m_pause;
    Measure m_measure = Requests;
    OverviewFigures m_figures;
    int m_round = 0;
    LiveWatch m_watch; // while the page is seen
};

} // namespace nexus

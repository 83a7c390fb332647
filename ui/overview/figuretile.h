// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

#include <vector>

class QLabel;

namespace nexus {

class Sparkline;

//! \brief One figure of today, large, with how it went and the change against yesterday. A click chooses it
//! for the chart.
class FigureTile final : public QFrame {
    Q_OBJECT

public:
    explicit FigureTile(const QString &title, QWidget *parent = nullptr);

    //! \param hint what the figure leaves out, for whoever stays on it; may be empty
    void setFigure(
        const QString &figure, const QString &note, std::vector<double> values, const QString &hint = {});

    //! \brief Marks the tile that the chart shows.
    void setChosen(bool isChosen);

Q_SIGNALS:
    void chosen();

private:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_note;
    Sparkline *m_line;
};

} // namespace nexus

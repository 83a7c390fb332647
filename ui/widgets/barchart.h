// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QChart;
class QChartView;
class QStackedBarSeries;

namespace nexus {

//! \brief One colour of a BarChart.
struct BarPart {
    QString name;
    Tone tone = Tone::Series1;
    std::vector<double> values; //!< one for each bar
};

//! \brief Stacked bars over a row of labels, drawn by Qt Charts in the colours of the theme.
//!
//! A table beside it has to say the same for those who cannot see it.
class BarChart final : public QWidget {
    Q_OBJECT

public:
    using Words = std::function<QString(double value)>;

    explicit BarChart(QWidget *parent = nullptr);

    //! \param words says a value: on the axis, and in tool tips
    void setBars(const QStringList &labels, const std::vector<BarPart> &parts, const Words &words);

    //! \brief The colour of the part number \a index; the last one is for all that are left.
    [[nodiscard]] static Tone toneOf(std::size_t index);

Q_SIGNALS:
    void barClicked(int index);

private:
    void applyColors();
    void addAxes(const QStringList &labels, double highest);
    void changeEvent(QEvent *event) override;

    QChart *m_chart;
    QChartView *m_view;
    QStackedBarSeries *m_series = nullptr;
    std::vector<BarPart> m_parts;
    QStringList m_labels;
    Words m_words;
};

//! \brief The distance of at most \a lines grid lines that reach \a highest: 1, 2 or 5 times a power of ten,
//! and a whole number, since what is counted is.
[[nodiscard]] double gridStep(double highest, int lines);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAbstractBarSeries;
class QChart;
class QChartView;
class QLabel;

namespace nexus {

//! \brief One colour of a BarChart.
struct BarPart {
    QString name;
    Tone tone = Tone::Series1;
    std::vector<double> values; //!< one for each bar
};

//! \brief Bars over a row of labels, drawn by Qt Charts in the colours of the theme.
//!
//! The sum of stacked parts stands below, and that of each when they are few. With the focus, arrow keys go
//! from bar to bar, whose values stand there instead, and Enter is a click. Screen readers get the values of
//! all bars as the description, or of the one that was gone to.
class BarChart final : public QWidget {
    Q_OBJECT

public:
    using Words = std::function<QString(double value)>;
    enum class Form { Stacked, Beside }; //!< how the parts of a bar stand

    explicit BarChart(QWidget *parent = nullptr);

    //! \param words says a value: on the axis, and in tool tips
    void setBars(const QStringList &labels, const std::vector<BarPart> &parts, const Words &words,
        Form form = Form::Stacked);

    //! \brief The bar that the keys have gone to, -1 for none.
    [[nodiscard]] int currentBar() const { return m_current; }
    //! \brief A bar in words: its label and its values.
    [[nodiscard]] QString barText(int index) const;
    //! \brief All bars together in words; empty where their parts stand beside each other.
    [[nodiscard]] QString sumText() const;

    //! \brief The colour of the part number \a index; the last one is for all that are left.
    [[nodiscard]] static Tone toneOf(std::size_t index);

Q_SIGNALS:
    void barClicked(int index);

private:
    void applyColors();
    void addSeries();
    void addAxes(const QStringList &labels, double highest);
    [[nodiscard]] double valueAt(const BarPart &part, std::size_t index) const;
    [[nodiscard]] double highest() const;
    [[nodiscard]] QString textOf(
        const QString &label, const std::function<double(const BarPart &part)> &valueOf) const;
    void goTo(int index);
    void showCurrent();
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

    QChart *m_chart;
    QChartView *m_view;
    QLabel *m_value;
    QAbstractBarSeries *m_series = nullptr;
    Form m_form = Form::Stacked;
    int m_current = -1;
    std::vector<BarPart> m_parts;
    QStringList m_labels;
    Words m_words;
};

//! \brief The distance of at most \a lines grid lines that reach \a highest: 1, 2 or 5 times a power of ten,
//! and a whole number, since what is counted is.
[[nodiscard]] double gridStep(double highest, int lines);

} // namespace nexus

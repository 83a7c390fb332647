// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/barchart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLegend>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>

namespace nexus {

namespace {

constexpr int chartHeight = 220;
constexpr int mostLabels = 12;
constexpr int gridLines = 4;

} // namespace

double gridStep(double highest, int lines)
{
    const double least = std::max(highest / lines, 1.0);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * power >= least * 0.999'999) {
            return step * power;
        }
    }
    return 10 * power;
}

BarChart::BarChart(QWidget *parent)
    : QWidget(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
{
    m_chart->setBackgroundVisible(false);
    // The highest label stands half above its line.
    m_chart->setMargins(QMargins(0, grid::unit, 0, 0));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->setAlignment(Qt::AlignBottom);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    setMinimumHeight(chartHeight);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
}

Tone BarChart::toneOf(std::size_t index)
{
    constexpr std::array tones {
        Tone::Series1, Tone::Series2, Tone::Series3, Tone::Series4, Tone::Series5, Tone::Series6};
    return tones.at(std::min(index, tones.size() - 1));
}

void BarChart::setBars(const QStringList &labels, const std::vector<BarPart> &parts, const Words &words)
{
    m_labels = labels;
    m_parts = parts;
    m_words = words;
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    m_series = new QStackedBarSeries;
    m_series->setBarWidth(0.7);
    std::vector<double> sums(static_cast<std::size_t>(labels.size()), 0.0);
    for (const BarPart &part : parts) {
        auto *const set = new QBarSet(part.name);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const double value = i < part.values.size() ? part.values[i] : 0.0;
            set->append(value);
            sums[i] += value;
        }
        m_series->append(set);
    }
    m_chart->addSeries(m_series);
    addAxes(labels, sums.empty() ? 0.0 : *std::ranges::max_element(sums));
    m_chart->legend()->setVisible(parts.size() > 1);
    connect(m_series, &QStackedBarSeries::clicked, this, [this](int index) { Q_EMIT barClicked(index); });
    connect(m_series, &QStackedBarSeries::hovered, this, [this](bool isInside, int index, QBarSet *set) {
        if (!isInside) {
            QToolTip::hideText();
            return;
        }
        QToolTip::showText(QCursor::pos(),
            tr("%1\n%2: %3").arg(m_labels.value(index), set->label(), m_words(set->at(index))), m_view);
    });
    applyColors();
}

void BarChart::addAxes(const QStringList &labels, double highest)
{
    auto *const below = new QBarCategoryAxis;
    // Names of categories have to differ, and too many of them would be cut to dots.
    const qsizetype each = std::max<qsizetype>(1, (labels.size() + mostLabels - 1) / mostLabels);
    QStringList shown;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        shown.append(i % each == 0 ? labels.at(i) : QString(i + 1, QChar(0x200B)));
    }
    below->append(shown);
    below->setGridLineVisible(false);
    auto *const left = new QCategoryAxis;
    const double step = gridStep(highest, gridLines);
    const int lines = std::max(1, static_cast<int>(std::ceil(highest / step - 1e-6)));
    left->setRange(0, step * lines);
    left->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (int i = 0; i <= lines; ++i) {
        const double value = step * i;
        left->append(m_words(value) + QString(i, QChar(0x200B)), value);
    }
    left->setLineVisible(false);
    m_chart->addAxis(below, Qt::AlignBottom);
    m_chart->addAxis(left, Qt::AlignLeft);
    m_series->attachAxis(below);
    m_series->attachAxis(left);
}

void BarChart::applyColors()
{
    const QColor dim = toneColor(Tone::Dim, palette());
    const QColor line = toneColor(Tone::Hairline, palette());
    QFont small = font();
    small.setPixelSize(11);
    for (QAbstractAxis *axis : m_chart->axes()) {
        axis->setLabelsColor(dim);
        axis->setLabelsFont(small);
        axis->setLinePenColor(line);
        axis->setGridLineColor(line);
    }
    m_chart->legend()->setLabelColor(dim);
    m_chart->legend()->setFont(small);
    if (!m_series) {
        return;
    }
    const QList<QBarSet *> sets = m_series->barSets();
    for (qsizetype i = 0; i < sets.size(); ++i) {
        sets.at(i)->setColor(toneColor(m_parts.at(static_cast<std::size_t>(i)).tone, palette()));
        sets.at(i)->setBorderColor(Qt::transparent);
    }
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColors();
    }
}

} // namespace nexus

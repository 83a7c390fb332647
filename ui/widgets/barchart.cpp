// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/barchart.h"

#include "ui/widgets/labels.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLegend>
#include <QPainter>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>
#include <numeric>

namespace nexus {

namespace {

constexpr int chartHeight = 220;
constexpr int mostLabels = 12;
constexpr int gridLines = 4;
constexpr std::size_t fewParts = 3; // more of them would not be read in a line
constexpr int frameWidth = 2; // of the focus

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
    , m_value(dimLabel({}, this))
{
    setAccessibleName(tr("Chart"));
    setFocusPolicy(Qt::StrongFocus);
    m_value->setObjectName(QStringLiteral("chartValue"));
    m_value->setMinimumHeight(m_value->fontMetrics().lineSpacing());
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
    layout->setContentsMargins(2 * frameWidth, 2 * frameWidth, 2 * frameWidth, 2 * frameWidth);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_value);
}

Tone BarChart::toneOf(std::size_t index)
{
    constexpr std::array tones {
        Tone::Series1, Tone::Series2, Tone::Series3, Tone::Series4, Tone::Series5, Tone::Series6};
    return tones.at(std::min(index, tones.size() - 1));
}

void BarChart::setBars(
    const QStringList &labels, const std::vector<BarPart> &parts, const Words &words, Form form)
{
    if (labels != m_labels) {
        m_current = -1;
    }
    m_labels = labels;
    m_parts = parts;
    m_words = words;
    m_form = form;
    m_chart->removeAllSeries();
    for (QAbstractAxis *axis : m_chart->axes()) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    addSeries();
    addAxes(labels, highest());
    m_chart->legend()->setVisible(parts.size() > 1);
    applyColors();
    showCurrent();
}

void BarChart::addSeries()
{
    m_series
        = m_form == Form::Stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
    m_series->setBarWidth(0.7);
    for (const BarPart &part : m_parts) {
        auto *const set = new QBarSet(part.name);
        for (qsizetype i = 0; i < m_labels.size(); ++i) {
            set->append(valueAt(part, static_cast<std::size_t>(i)));
        }
        m_series->append(set);
    }
    m_chart->addSeries(m_series);
    connect(m_series, &QAbstractBarSeries::clicked, this, [this](int index) { Q_EMIT barClicked(index); });
    connect(m_series, &QAbstractBarSeries::hovered, this, [this](bool isInside, int index, QBarSet *set) {
        if (!isInside) {
            QToolTip::hideText();
            return;
        }
        QToolTip::showText(QCursor::pos(),
            tr("%1\n%2: %3").arg(m_labels.value(index), set->label(), m_words(set->at(index))), m_view);
    });
}

double BarChart::valueAt(const BarPart &part, std::size_t index) const
{
    return index < part.values.size() ? part.values[index] : 0.0;
}

double BarChart::highest() const
{
    double out = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_labels.size()); ++i) {
        double sum = 0;
        for (const BarPart &part : m_parts) {
            const double value = valueAt(part, i);
            sum = m_form == Form::Stacked ? sum + value : std::max(sum, value);
        }
        out = std::max(out, sum);
    }
    return out;
}

QString BarChart::barText(int index) const
{
    if (index < 0 || index >= m_labels.size()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(index);
    return textOf(m_labels.at(index), [this, place](const BarPart &part) { return valueAt(part, place); });
}

QString BarChart::sumText() const
{
    if (m_form != Form::Stacked || m_labels.isEmpty()) {
        return {};
    }
    const auto sumOf
        = [](const BarPart &part) { return std::accumulate(part.values.begin(), part.values.end(), 0.0); };
    if (m_parts.size() <= fewParts) {
        return textOf(tr("Together"), sumOf);
    }
    double sum = 0;
    for (const BarPart &part : m_parts) {
        sum += sumOf(part);
    }
    return tr("%1: %2", "label and values of a bar").arg(tr("Together"), m_words(sum));
}

QString BarChart::textOf(
    const QString &label, const std::function<double(const BarPart &part)> &valueOf) const
{
    QStringList values;
    double sum = 0;
    for (const BarPart &part : m_parts) {
        const double value = valueOf(part);
        sum += value;
        if (m_parts.size() > 1 && (value != 0 || m_form == Form::Beside)) {
            values.append(tr("%1 %2", "name and value of a part").arg(part.name, m_words(value)));
        }
    }
    if (m_form == Form::Stacked) {
        values.prepend(m_words(sum));
    }
    return tr("%1: %2", "label and values of a bar").arg(label, values.join(QStringLiteral(", ")));
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
    // Those beside a name are empty, so that it may take their room.
    below->setTruncateLabels(false);
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
        // Stronger is darker on a light ground, and lighter on a dark one.
        const QColor color = sets.at(i)->color();
        sets.at(i)->setSelectedColor(isDarkPalette(palette()) ? color.lighter(150) : color.darker(150));
    }
}

void BarChart::goTo(int index)
{
    m_current = std::clamp(index, -1, static_cast<int>(m_labels.size()) - 1);
    showCurrent();
}

// Its colours are stronger, and its values stand below; without one, the sums do.
void BarChart::showCurrent()
{
    const int shown = hasFocus() ? m_current : -1;
    m_value->setText(shown < 0 ? sumText() : barText(shown));
    QStringList all;
    for (int i = 0; shown < 0 && i < static_cast<int>(m_labels.size()); ++i) {
        all.append(barText(i));
    }
    setAccessibleDescription(shown < 0 ? all.join(QStringLiteral("; ")) : m_value->text());
    if (!m_series) {
        return;
    }
    for (QBarSet *const set : m_series->barSets()) {
        set->deselectAllBars();
        if (shown >= 0) {
            set->selectBar(shown);
        }
    }
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_labels.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        goTo(m_current < 0 ? last : std::max(m_current - 1, 0));
        return;
    case Qt::Key_Right:
        goTo(m_current + 1);
        return;
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0) {
            Q_EMIT barClicked(m_current);
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void BarChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    showCurrent();
    update();
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    showCurrent();
    update();
}

void BarChart::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!hasFocus()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(Tone::Accent, palette()), frameWidth));
    const double half = frameWidth / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 4, 4);
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        applyColors();
        update();
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/sparkline.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace nexus {

namespace {

constexpr int lineHeight = 28;
constexpr int leastHeight = 12;
constexpr double penWidth = 1.5;

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setMinimumHeight(leastHeight);
    setMaximumHeight(lineHeight);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize Sparkline::sizeHint() const
{
    return {4 * lineHeight, lineHeight};
}

void Sparkline::setValues(std::vector<double> values)
{
    m_values = std::move(values);
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    if (m_values.size() < 2) {
        return;
    }
    const double top = std::max(*std::ranges::max_element(m_values), 1e-9);
    const double step = (width() - 2 * penWidth) / static_cast<double>(m_values.size() - 1);
    const double span = height() - 2 * penWidth;
    QPainterPath line;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        const QPointF point(penWidth + step * static_cast<double>(i),
            penWidth + span * (1 - std::max(m_values[i], 0.0) / top));
        if (i == 0) {
            line.moveTo(point);
        } else {
            line.lineTo(point);
        }
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(toneColor(Tone::Accent, palette()), penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(line);
}

} // namespace nexus

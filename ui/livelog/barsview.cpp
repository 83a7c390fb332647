// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/barsview.h"

#include "ui/models/words.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace nexus {

namespace {

constexpr int barHeight = 10;
constexpr int gap = 4;
constexpr int leastBar = 4;

Tone toneOf(TimeBar::Kind kind)
{
    switch (kind) {
    case TimeBar::Kind::Plain:
        return Tone::Series6;
    case TimeBar::Kind::Good:
        return Tone::Accent;
    case TimeBar::Kind::Bad:
        return Tone::Bad;
    }
    return Tone::Series6;
}

} // namespace

BarsView::BarsView(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(name);
}

void BarsView::setBars(std::vector<TimeBar> bars, qint64 whole)
{
    m_bars = std::move(bars);
    m_whole = std::max<qint64>(whole, 1);
    QStringList said;
    for (const TimeBar &bar : m_bars) {
        m_whole = std::max(m_whole, bar.end);
        said.append(tr("%1: %2. %3").arg(bar.name, bar.note, bar.error).trimmed());
    }
    setAccessibleName(said.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

int BarsView::heightOf(const TimeBar &bar) const
{
    const int line = fontMetrics().lineSpacing();
    const int room = std::max(width(), 1);
    const int error = bar.error.isEmpty()
        ? 0
        : fontMetrics().boundingRect(0, 0, room, 10'000, Qt::TextWordWrap, bar.error).height() + gap;
    return line + gap + barHeight + error + 2 * grid::unit;
}

QSize BarsView::sizeHint() const
{
    int height = fontMetrics().lineSpacing() + 2 * grid::unit;
    for (const TimeBar &bar : m_bars) {
        height += heightOf(bar);
    }
    return {30 * grid::unit, height};
}

int BarsView::placeOf(qint64 time) const
{
    const double share
        = static_cast<double>(std::clamp<qint64>(time, 0, m_whole)) / static_cast<double>(m_whole);
    return static_cast<int>(share * width());
}

void BarsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void BarsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScale(painter);
    int top = fontMetrics().lineSpacing() + 2 * grid::unit;
    for (const TimeBar &bar : m_bars) {
        paintBar(painter, bar, top);
        top += heightOf(bar);
    }
}

// Begin and end, with a line between them.
void BarsView::paintScale(QPainter &painter) const
{
    const int line = fontMetrics().lineSpacing();
    painter.setPen(toneColor(Tone::Dim, palette()));
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft, QStringLiteral("0"));
    painter.drawText(
        QRect(0, 0, width(), line), Qt::AlignRight, words::duration(std::chrono::microseconds(m_whole)));
    painter.fillRect(QRect(0, line + gap, width(), 1), toneColor(Tone::Hairline, palette()));
}

void BarsView::paintBar(QPainter &painter, const TimeBar &bar, int top) const
{
    const int line = fontMetrics().lineSpacing();
    const int noteWidth = std::min(fontMetrics().horizontalAdvance(bar.note), width() / 2);
    painter.setPen(toneColor(Tone::Text, palette()));
    painter.drawText(QRect(0, top, width() - noteWidth - grid::unit, line), Qt::AlignLeft,
        fontMetrics().elidedText(bar.name, Qt::ElideMiddle, width() - noteWidth - grid::unit));
    const bool isBad = bar.kind == TimeBar::Kind::Bad;
    painter.setPen(toneColor(isBad ? Tone::Bad : Tone::Dim, palette()));
    painter.drawText(QRect(0, top, width(), line), Qt::AlignRight, bar.note);
    const QRect track(0, top + line + gap, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(Tone::Raised, palette()));
    painter.drawRoundedRect(track, 3, 3);
    const int from = placeOf(bar.begin);
    const QRect stretch(from, track.top(), std::max(leastBar, placeOf(bar.end) - from), barHeight);
    QColor color = toneColor(toneOf(bar.kind), palette());
    painter.setBrush(color);
    painter.drawRoundedRect(stretch, 3, 3);
    // Waiting is paler than what came after it.
    if (bar.firstByte > 0) {
        QRect waiting = stretch;
        waiting.setRight(
            std::clamp(placeOf(bar.firstByte), from, std::max(from, stretch.right() - leastBar)));
        painter.setBrush(toneColor(Tone::Series6, palette()));
        painter.drawRoundedRect(waiting, 3, 3);
    }
    if (!bar.error.isEmpty()) {
        painter.setPen(toneColor(Tone::Bad, palette()));
        painter.drawText(QRect(0, track.bottom() + gap, width(), heightOf(bar)), Qt::TextWordWrap, bar.error);
    }
}

} // namespace nexus

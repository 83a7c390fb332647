// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/eventsview.h"

#include "ui/models/words.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace nexus {

namespace {

constexpr int trackHeight = 36;
constexpr int leastHeight = 6;
constexpr int gap = 4;
constexpr int roomOfLabel = 90; // pixels on the axis

QString timeText(qint64 milliseconds)
{
    return words::duration(std::chrono::milliseconds(milliseconds));
}

qint64 longestPause(const std::vector<StreamEvent> &events)
{
    qint64 longest = 0;
    for (std::size_t i = 1; i < events.size(); ++i) {
        longest = std::max(longest, events[i].at - events[i - 1].at);
    }
    return longest;
}

} // namespace

qint64 axisStep(qint64 whole, int most)
{
    qint64 step = 1;
    for (int i = 0; whole / step > most; ++i) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
}

EventsView::EventsView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("logEvents"));
}

void EventsView::setEvents(std::vector<StreamEvent> events, qint64 whole)
{
    m_events = std::move(events);
    m_whole = std::max<qint64>({1, whole / 1'000, m_events.empty() ? 0 : m_events.back().at});
    setVisible(!m_events.empty());
    setAccessibleName(tr("%1: %2").arg(tr("Events of the stream"), note()));
    update();
}

QString EventsView::note() const
{
    const auto number = static_cast<int>(m_events.size());
    const QString text
        = tr("%n event(s), longest pause %1", nullptr, number).arg(timeText(longestPause(m_events)));
    return m_events.size() < mostStreamEvents ? text : tr("%1; later ones are not kept").arg(text);
}

QSize EventsView::sizeHint() const
{
    return {30 * grid::unit, 2 * fontMetrics().lineSpacing() + trackHeight + 2 * grid::unit + 2 * gap};
}

int EventsView::placeOf(qint64 milliseconds) const
{
    const double share
        = static_cast<double>(std::clamp<qint64>(milliseconds, 0, m_whole)) / static_cast<double>(m_whole);
    return static_cast<int>(share * (width() - 1));
}

QString EventsView::textAt(int x) const
{
    const auto nearest = std::ranges::min_element(
        m_events, {}, [&](const StreamEvent &event) { return std::abs(placeOf(event.at) - x); });
    if (nearest == m_events.end()) {
        return {};
    }
    return tr("Event %1 after %2: %3")
        .arg(words::count(std::distance(m_events.begin(), nearest) + 1), timeText(nearest->at),
            words::bytes(nearest->size));
}

bool EventsView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textAt(help->pos().x()), this);
        return true;
    }
    return QWidget::event(event);
}

void EventsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = fontMetrics().lineSpacing();
    const QString words = note();
    const int room = width() - fontMetrics().horizontalAdvance(words) - grid::unit;
    painter.setPen(toneColor(Tone::Text, palette()));
    painter.drawText(QRect(0, 0, room, line), Qt::AlignLeft,
        fontMetrics().elidedText(tr("Events of the stream"), Qt::ElideRight, room));
    painter.setPen(toneColor(Tone::Dim, palette()));
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignRight, words);
    const QRect track(0, line + gap, width(), trackHeight);
    painter.fillRect(track, toneColor(Tone::Raised, palette()));
    qint64 largest = 1;
    for (const StreamEvent &event : m_events) {
        largest = std::max(largest, event.size);
    }
    const QColor color = toneColor(Tone::Accent, palette());
    for (const StreamEvent &event : m_events) {
        const double share = std::sqrt(static_cast<double>(event.size) / static_cast<double>(largest));
        const int height = std::max(leastHeight, static_cast<int>(share * trackHeight));
        painter.fillRect(
            QRect(std::min(placeOf(event.at), width() - 2), track.bottom() + 1 - height, 2, height), color);
    }
    paintAxis(painter, track.bottom() + 1);
}

void EventsView::paintAxis(QPainter &painter, int top) const
{
    const qint64 step = axisStep(m_whole, std::max(1, width() / roomOfLabel));
    const int line = fontMetrics().lineSpacing();
    for (qint64 at = 0; at <= m_whole; at += step) {
        const int x = placeOf(at);
        painter.fillRect(QRect(x, top, 1, gap), toneColor(Tone::Outline, palette()));
        const QString text = timeText(at);
        const int textWidth = fontMetrics().horizontalAdvance(text);
        const int left = std::clamp(x - textWidth / 2, 0, std::max(0, width() - textWidth));
        painter.setPen(toneColor(Tone::Dim, palette()));
        painter.drawText(QRect(left, top + gap, textWidth + 1, line), Qt::AlignLeft, text);
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/linenumbers.h"

#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace nexus {

LineNumbers::LineNumbers(QPlainTextEdit &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
{
    setFont(editor.font());
    connect(&editor, &QPlainTextEdit::updateRequest, this, qOverload<>(&QWidget::update));
    connect(&editor, &QPlainTextEdit::cursorPositionChanged, this, qOverload<>(&QWidget::update));
    connect(&editor, &QPlainTextEdit::blockCountChanged, this, &LineNumbers::fit);
    fit();
}

void LineNumbers::mark(int line)
{
    m_marked = line;
    update();
}

void LineNumbers::fit()
{
    const int digits = std::max(3, static_cast<int>(QString::number(m_editor.blockCount()).size()));
    setFixedWidth(digits * fontMetrics().horizontalAdvance(QLatin1Char('9')) + 3 * grid::unit);
}

void LineNumbers::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int current = m_editor.textCursor().blockNumber();
    const QPoint offset = m_editor.viewport()->mapTo(m_editor.parentWidget(), QPoint(0, 0));
    QTextBlock block = m_editor.cursorForPosition(QPoint(0, 0)).block();
    for (; block.isValid(); block = block.next()) {
        const QRect line = m_editor.cursorRect(QTextCursor(block)).translated(0, offset.y() - y());
        if (line.top() > height()) {
            break;
        }
        const QRect place(0, line.top(), width() - grid::unit, line.height());
        const int number = block.blockNumber();
        const bool isMarked = number + 1 == m_marked;
        const Tone tone = isMarked ? Tone::Bad : number == current ? Tone::Text : Tone::Dim;
        painter.setPen(toneColor(tone, palette()));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
        if (isMarked) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(toneColor(Tone::Bad, palette()));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawEllipse(QPointF(grid::unit / 2.0 + 1, place.center().y() + 0.5), 3, 3);
        }
    }
}

void LineNumbers::mousePressEvent(QMouseEvent *event)
{
    const QPoint place = mapToGlobal(event->pos());
    QTextCursor cursor = m_editor.cursorForPosition(QPoint(0, m_editor.viewport()->mapFromGlobal(place).y()));
    cursor.select(QTextCursor::LineUnderCursor);
    m_editor.setTextCursor(cursor);
    m_editor.setFocus(Qt::MouseFocusReason);
}

} // namespace nexus

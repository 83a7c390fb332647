// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/figuretile.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace nexus {

FigureTile::FigureTile(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(dimLabel(title, this))
    , m_figure(new QLabel(this))
    , m_note(dimLabel({}, this))
    , m_line(new Sparkline(this))
{
    setProperty("look", QStringLiteral("figure"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(title);
    m_figure->setTextFormat(Qt::PlainText);
    setLook(m_figure, "look", QStringLiteral("number"));
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing());
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, grid::unit, 12, grid::unit);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_figure);
    layout->addWidget(m_note);
    // A note of two lines takes its room from the drawing, so that the figures stay in a row.
    layout->addStretch(1);
    layout->addWidget(m_line);
}

void FigureTile::setFigure(
    const QString &figure, const QString &note, std::vector<double> values, const QString &hint)
{
    m_figure->setText(figure);
    m_note->setText(note);
    m_line->setValues(std::move(values));
    setToolTip(hint);
    const QString more = hint.isEmpty() ? note : hint;
    setAccessibleDescription(more.isEmpty() ? figure : tr("%1, %2").arg(figure, more));
}

void FigureTile::setChosen(bool isChosen)
{
    setLook(this, "chosen", isChosen ? QStringLiteral("true") : QStringLiteral("false"));
}

void FigureTile::mousePressEvent(QMouseEvent *)
{
    Q_EMIT chosen();
}

void FigureTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT chosen();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace nexus

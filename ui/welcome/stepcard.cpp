// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/welcome/stepcard.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

StepCard::StepCard(int number, const QString &title, QWidget *body, QWidget *parent)
    : QFrame(parent)
    , m_number(number)
    , m_mark(new QLabel(this))
    , m_title(new QPushButton(title, this))
    , m_summary(dimLabel({}, this))
    , m_body(body)
{
    setProperty("look", QStringLiteral("card"));
    m_title->setProperty("look", QStringLiteral("step"));
    m_title->setObjectName(QStringLiteral("welcomeStep%1").arg(number));
    m_title->setCursor(Qt::PointingHandCursor);
    m_mark->setFixedSize(24, 24);
    m_mark->setAlignment(Qt::AlignCenter);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    body->setParent(this);
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_mark);
    head->addWidget(m_title);
    head->addWidget(m_summary, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, 12, grid::margin, 12);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(body);
    connect(m_title, &QPushButton::clicked, this, &StepCard::openWanted);
    setOpen(false);
}

void StepCard::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_body->setVisible(isOpen);
    showHead();
}

void StepCard::setDone(const QString &summary)
{
    m_isDone = true;
    m_summary->setText(summary);
    showHead();
}

void StepCard::showHead()
{
    setLook(
        m_mark, "look", m_isOpen || m_isDone ? QStringLiteral("stepmark") : QStringLiteral("stepmarkidle"));
    if (m_isDone) {
        m_mark->setPixmap(
            lineIcon(QStringLiteral("check"), Tone::Good).pixmap(QSize(16, 16), devicePixelRatioF()));
    } else {
        m_mark->setText(QString::number(m_number));
    }
    m_title->setAccessibleName(m_isDone ? tr("Step %1, done: %2").arg(m_number).arg(m_title->text())
                                        : tr("Step %1: %2").arg(m_number).arg(m_title->text()));
}

void StepCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showHead();
    }
}

} // namespace nexus

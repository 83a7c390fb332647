// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

constexpr int iconSize = 40;
constexpr int sentenceWidth = 440;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_sentence(dimLabel({}, this))
    , m_action(new QPushButton(this))
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(sentenceWidth);
    m_sentence->setMinimumWidth(sentenceWidth / 2);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(grid::unit * 2);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto *const middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 4);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionClicked);
}

void EmptyState::setState(const QString &icon, const QString &sentence, const QString &action)
{
    m_iconName = icon;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    drawIcon();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(lineIcon(m_iconName, Tone::Dim).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawIcon();
    }
}

} // namespace nexus

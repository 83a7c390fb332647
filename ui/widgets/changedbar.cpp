// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/changedbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

ChangedBar::ChangedBar(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_sentence(plainLabel({}, this))
{
    setProperty("look", QStringLiteral("banner"));
    setProperty("tone", QStringLiteral("warn"));
    setObjectName(name);
    auto *const icon = new QLabel(this);
    icon->setPixmap(
        lineIcon(QStringLiteral("warning"), Tone::Warn).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *const theirs = new QPushButton(tr("Use theirs"), this);
    auto *const mine = new QPushButton(tr("Keep mine"), this);
    theirs->setObjectName(name + QStringLiteral("TheirsButton"));
    theirs->setAutoDefault(false);
    mine->setObjectName(name + QStringLiteral("MineButton"));
    mine->setAutoDefault(false);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(theirs);
    layout->addWidget(mine);
    connect(theirs, &QPushButton::clicked, this, &ChangedBar::theirsWanted);
    connect(mine, &QPushButton::clicked, this, &ChangedBar::mineWanted);
    hide();
}

void ChangedBar::ask(const QStringList &fields)
{
    setVisible(!fields.isEmpty());
    if (fields.isEmpty()) {
        return;
    }
    m_sentence->setText(tr("The file was changed elsewhere, also here: %1. The lines below show what keeping "
                           "yours would change.")
                            .arg(fields.join(QStringLiteral(", "))));
    setAccessibleName(m_sentence->text());
}

QString ChangedBar::sentence() const
{
    return m_sentence->text();
}

} // namespace nexus

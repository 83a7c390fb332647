// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/conflictbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

ConflictBar::ConflictBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(plainLabel({}, this))
    , m_merge(primaryButton(tr("Merge"), this))
{
    setObjectName(QStringLiteral("tomlConflict"));
    setProperty("look", QStringLiteral("banner"));
    setProperty("tone", QStringLiteral("warn"));
    auto *const icon = new QLabel(this);
    icon->setPixmap(
        lineIcon(QStringLiteral("warning"), Tone::Warn).pixmap(QSize(18, 18), devicePixelRatioF()));
    auto *const theirs = new QPushButton(tr("Use theirs"), this);
    auto *const mine = new QPushButton(tr("Keep mine"), this);
    m_merge->setObjectName(QStringLiteral("tomlMergeButton"));
    theirs->setObjectName(QStringLiteral("tomlTheirsButton"));
    mine->setObjectName(QStringLiteral("tomlMineButton"));
    theirs->setToolTip(tr("Show the file as it is now. Undo brings your text back."));
    mine->setToolTip(tr("Keep this text. Saving takes back what the others changed."));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid::unit + 4, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_merge);
    layout->addWidget(theirs);
    layout->addWidget(mine);
    connect(m_merge, &QPushButton::clicked, this, &ConflictBar::mergeWanted);
    connect(theirs, &QPushButton::clicked, this, &ConflictBar::theirsWanted);
    connect(mine, &QPushButton::clicked, this, &ConflictBar::mineWanted);
    hide();
}

void ConflictBar::ask(bool canMerge)
{
    m_sentence->setText(canMerge ? tr("The file was changed elsewhere, at other lines than yours.")
                                 : tr("The file was changed elsewhere, at the same lines as yours. Compare "
                                      "them before you choose."));
    setAccessibleName(m_sentence->text());
    m_merge->setVisible(canMerge);
    show();
}

} // namespace nexus

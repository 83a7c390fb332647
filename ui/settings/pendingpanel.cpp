// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/pendingpanel.h"

#include "ui/settings/settingsdraft.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nexus {

PendingPanel::PendingPanel(SettingsDraft &draft, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_count(sectionLabel({}, this))
    , m_problem(plainLabel({}, this))
    , m_diff(new DiffView(this))
    , m_save(primaryButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("settingsPending"));
    setProperty("look", QStringLiteral("card"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_problem->setObjectName(QStringLiteral("settingsPendingProblem"));
    m_diff->setObjectName(QStringLiteral("settingsDiff"));
    m_diff->setAccessibleName(tr("Lines that will change"));
    m_save->setObjectName(QStringLiteral("settingsSaveButton"));
    m_save->setToolTip(
        tr("Save the changes (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    auto *const discard = new QPushButton(tr("Discard"), this);
    discard->setObjectName(QStringLiteral("settingsDiscardButton"));
    auto *const line = new QHBoxLayout;
    line->setSpacing(grid::unit);
    line->addWidget(m_count);
    line->addStretch(1);
    line->addWidget(discard);
    line->addWidget(m_save);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::unit + 4, grid::margin, grid::unit + 4);
    layout->setSpacing(grid::unit);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addWidget(m_diff);
    connect(discard, &QPushButton::clicked, this, [this] { m_draft.discard(); });
    connect(m_save, &QPushButton::clicked, this, &PendingPanel::saveWanted);
    connect(&m_draft, &SettingsDraft::changed, this, &PendingPanel::refresh);
    refresh();
}

void PendingPanel::refresh()
{
    setVisible(m_draft.count() > 0);
    m_count->setText(tr("%n unsaved change(s)", nullptr, m_draft.count()));
    m_save->setEnabled(m_draft.canSave());
    const std::optional<Error> &other = m_draft.otherProblem();
    m_problem->setText(other ? other->message : QString());
    m_problem->setVisible(other.has_value());
    m_diff->setHunks(m_draft.hunks(), window()->height() < 90 * grid::unit ? 4 : 8);
    m_diff->setVisible(!m_diff->isEmpty());
}

} // namespace nexus

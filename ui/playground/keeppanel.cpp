// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/keeppanel.h"

#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nexus {

namespace {

constexpr int shownLines = 8;
constexpr int longestName = 120;

} // namespace

KeepPanel::KeepPanel(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_heading(sectionLabel({}, this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_note(dimLabel({}, this))
    , m_diff(new DiffView(this))
    , m_problem(plainLabel({}, this))
{
    setProperty("look", QStringLiteral("card"));
    m_name->setObjectName(name + QLatin1String("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(longestName);
    m_save->setObjectName(name + QLatin1String("SaveButton"));
    m_cancel->setObjectName(name + QLatin1String("CancelButton"));
    m_problem->setObjectName(name + QLatin1String("Problem"));
    m_diff->setObjectName(name + QLatin1String("Diff"));
    setLook(m_problem, "look", QStringLiteral("bad"));
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_heading);
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addWidget(m_diff);
    layout->addWidget(m_problem);
    connect(m_name, &QLineEdit::textChanged, this, [this] { Q_EMIT nameChanged(typed()); });
    connect(m_name, &QLineEdit::returnPressed, this, &KeepPanel::save);
    connect(m_save, &QPushButton::clicked, this, &KeepPanel::save);
    connect(m_cancel, &QPushButton::clicked, this, &KeepPanel::leave);
    hide();
}

void KeepPanel::ask(const QString &heading, const QString &suggestion)
{
    m_heading->setText(heading);
    {
        const QSignalBlocker quiet(m_name);
        m_name->setText(suggestion);
    }
    m_name->selectAll();
    show();
    m_name->setFocus();
    Q_EMIT nameChanged(typed());
}

void KeepPanel::review()
{
    if (!isHidden()) {
        Q_EMIT nameChanged(typed());
    }
}

void KeepPanel::setOutlook(const QString &note, const std::vector<DiffHunk> &hunks, const QString &problem)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_diff->setHunks(hunks, shownLines);
    m_diff->setVisible(!hunks.empty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty() && !typed().isEmpty());
}

QString KeepPanel::typed() const
{
    return m_name->text().trimmed();
}

void KeepPanel::save()
{
    if (m_save->isEnabled() && !typed().isEmpty()) {
        hide();
        Q_EMIT saveClicked(typed());
        Q_EMIT closed();
    }
}

void KeepPanel::leave()
{
    hide();
    Q_EMIT closed();
}

void KeepPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tomlview.h"

#include "ui/models/configdesk.h"
#include "ui/settings/conflictbar.h"
#include "ui/settings/findbar.h"
#include "ui/settings/tomleditor.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace nexus {

namespace {

using namespace std::chrono_literals;

QPushButton *button(const QString &text, const char *name, QWidget *parent)
{
    auto *const out = new QPushButton(text, parent);
    out->setObjectName(QLatin1String(name));
    return out;
}

} // namespace

TomlView::TomlView(ConfigDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_path(dimLabel({}, this))
    , m_find(iconButton(QStringLiteral("search"), tr("Find (Ctrl+F)"), this))
    , m_compare(button(tr("Show changes"), "tomlCompareButton", this))
    , m_revert(button(tr("Revert"), "tomlRevertButton", this))
    , m_save(primaryButton(tr("Save"), this))
    , m_conflict(new ConflictBar(this))
    , m_banner(new Banner(this))
    , m_editor(new TomlEditor(this))
    , m_findBar(new FindBar(*m_editor->view(), this))
    , m_problem(linkButton({}, this))
    , m_diff(new DiffView(this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::margin, 0, 0);
    layout->setSpacing(grid::unit);
    buildHead(layout);
    layout->addWidget(m_conflict);
    layout->addWidget(m_banner);
    layout->addWidget(m_findBar);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_diff);
    m_problem->setObjectName(QStringLiteral("tomlProblem"));
    m_banner->setObjectName(QStringLiteral("tomlBanner"));
    m_diff->setObjectName(QStringLiteral("tomlDiff"));
    m_diff->setAccessibleName(tr("Lines that will change"));
    m_diff->hide();
    m_judgeSoon.setSingleShot(true);
    m_judgeSoon.setInterval(300ms);
    connectParts();
    load();
}

void TomlView::buildHead(QBoxLayout *layout)
{
    m_path->setWordWrap(false);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_find->setObjectName(QStringLiteral("tomlFindButton"));
    m_compare->setCheckable(true);
    m_save->setObjectName(QStringLiteral("tomlSaveButton"));
    m_save->setToolTip(tr("Save the file (Ctrl+S)"));
    m_revert->setToolTip(tr("Show the saved file again. Undo brings your text back."));
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit);
    head->addWidget(m_path, 1);
    head->addWidget(m_find);
    head->addWidget(m_compare);
    head->addWidget(m_revert);
    head->addWidget(m_save);
    layout->addLayout(head);
}

void TomlView::connectParts()
{
    connect(&m_desk, &ConfigDesk::changed, this, &TomlView::onDeskChanged);
    connect(m_editor, &TomlEditor::textChanged, this, [this] {
        m_judgeSoon.start();
        refresh();
    });
    connect(&m_judgeSoon, &QTimer::timeout, this, &TomlView::judge);
    connect(m_find, &QToolButton::clicked, this, &TomlView::openFind);
    connect(m_compare, &QPushButton::toggled, this, &TomlView::judge);
    connect(m_revert, &QPushButton::clicked, this, &TomlView::revert);
    connect(m_save, &QPushButton::clicked, this, &TomlView::save);
    connect(m_conflict, &ConflictBar::mergeWanted, this, &TomlView::merge);
    connect(m_conflict, &ConflictBar::theirsWanted, this, &TomlView::useTheirs);
    connect(m_conflict, &ConflictBar::mineWanted, this, &TomlView::keepMine);
    connect(m_banner, &Banner::actionClicked, this, [this] {
        const Result<void> undone = m_desk.undo();
        m_banner->say(undone ? Banner::Kind::Plain : Banner::Kind::Bad,
            undone ? tr("The save was taken back.") : undone.error().message);
    });
    connect(m_problem, &QPushButton::clicked, this, [this] {
        if (m_found) {
            goTo(m_found->line, m_found->column);
        }
    });
}

bool TomlView::isDirty() const
{
    return m_editor->text() != m_base.text();
}

bool TomlView::save()
{
    if (!isDirty() && m_desk.hasFile()) {
        return true;
    }
    const QByteArray ours = written();
    const Result<QByteArray> theirs = m_desk.bytes();
    if (theirs && *theirs != m_base.bytes() && *theirs != ours) {
        askAbout(*theirs);
        return false;
    }
    const QScopedValueRollback guard(m_isLoading, true);
    const SaveOutcome outcome = m_desk.save(ours);
    if (!outcome) {
        if (const auto *const conflict = std::get_if<SaveConflict>(&outcome.error())) {
            askAbout(conflict->theirs);
        } else {
            m_banner->say(Banner::Kind::Bad, std::get<Error>(outcome.error()).message);
        }
        return false;
    }
    m_base = FileText(ours);
    m_theirs.reset();
    m_conflict->hide();
    judge();
    refresh();
    sayOutcome();
    return true;
}

void TomlView::sayOutcome()
{
    const QString undo = m_desk.canUndo() ? tr("Undo") : QString();
    if (m_found) {
        m_banner->say(Banner::Kind::Warn,
            tr("Saved. The gateway goes on with the last good configuration until the mistake is mended."),
            undo);
        return;
    }
    m_banner->say(Banner::Kind::Good, tr("Saved. It holds from the next request on."), undo);
}

void TomlView::revert()
{
    if (m_theirs) {
        useTheirs();
        return;
    }
    m_editor->replaceText(m_base.text());
    m_banner->hide();
}

void TomlView::goTo(int line, int column)
{
    m_editor->goTo(line, column);
}

void TomlView::say(const QString &hint)
{
    m_banner->say(Banner::Kind::Plain, hint);
}

void TomlView::openFind()
{
    m_findBar->open();
}

void TomlView::load()
{
    const Result<QByteArray> bytes = m_desk.bytes();
    if (!bytes) {
        m_banner->say(Banner::Kind::Bad, bytes.error().message);
        m_editor->view()->setReadOnly(true);
        return;
    }
    m_base = FileText(*bytes);
    m_editor->view()->setReadOnly(!m_base.isEditable());
    m_editor->replaceText(m_base.text());
    if (!m_base.isEditable()) {
        m_banner->say(Banner::Kind::Bad,
            tr("The file is not text in UTF-8 and can only be read here. Save it as UTF-8 with another "
               "editor."));
    } else if (!m_desk.hasFile()) {
        const QString text = m_base.text().isEmpty()
            ? tr("There is no file yet, and nothing was found to begin it with. What you write here becomes "
                 "%1.")
            : tr("There is no file yet. This is what the gateway found without one; saving writes it to %1.");
        m_banner->say(Banner::Kind::Plain, text.arg(QDir::toNativeSeparators(m_desk.path())));
    }
    judge();
    refresh();
}

void TomlView::judge()
{
    m_judgeSoon.stop();
    const ConfigPreview preview = m_desk.preview(written());
    m_diff->setHunks(preview.hunks, std::clamp(height() / (10 * grid::unit), 4, 14));
    m_diff->setVisible(m_compare->isChecked() && !m_diff->isEmpty());
    showProblem(preview.config ? std::nullopt : std::optional(fileProblem(preview.config.error())));
}

void TomlView::showProblem(const std::optional<FileProblem> &problem)
{
    m_found = problem;
    m_editor->setProblem(problem && problem->line > 0 ? problem : std::nullopt);
    m_problem->setVisible(problem.has_value());
    if (!problem) {
        return;
    }
    const QString text = problem->line > 0
        ? tr("Line %1, column %2: %3").arg(problem->line).arg(problem->column).arg(problem->message)
        : problem->message;
    m_problem->setText(text);
    m_problem->setToolTip(text);
    m_problem->setIcon(lineIcon(QStringLiteral("error"), Tone::Bad));
}

void TomlView::refresh()
{
    m_path->setText(QDir::toNativeSeparators(m_desk.path()));
    m_path->setToolTip(m_path->text());
    m_save->setText(m_desk.hasFile() ? tr("Save") : tr("Create the file"));
    m_save->setEnabled(m_base.isEditable() && (isDirty() || !m_desk.hasFile()));
    m_revert->setEnabled(isDirty());
    m_compare->setEnabled(isDirty());
    if (!isDirty()) {
        m_compare->setChecked(false);
    }
    Q_EMIT dirtyChanged();
}

void TomlView::onDeskChanged()
{
    const Result<QByteArray> theirs = m_desk.bytes();
    if (m_isLoading || !theirs) {
        return;
    }
    if (*theirs == m_base.bytes()) {
        m_theirs.reset();
        m_conflict->hide();
    } else if (!isDirty() || *theirs == written()) {
        m_theirs.reset();
        m_conflict->hide();
        load();
        return;
    } else {
        askAbout(*theirs);
    }
    judge();
    refresh();
}

void TomlView::askAbout(const QByteArray &theirs)
{
    m_theirs = theirs;
    m_banner->hide();
    m_conflict->ask(mergeLines(m_base.bytes(), theirs, written()).has_value());
    m_compare->setChecked(true);
}

void TomlView::merge()
{
    const QByteArray theirs = m_theirs.value_or(m_base.bytes());
    const std::optional<QByteArray> merged = mergeLines(m_base.bytes(), theirs, written());
    if (!merged) {
        askAbout(theirs);
        return;
    }
    m_base = FileText(theirs);
    m_theirs.reset();
    m_conflict->hide();
    m_editor->replaceText(FileText(*merged).text());
    judge();
    refresh();
    m_banner->say(Banner::Kind::Plain, tr("Both changes are in the text. Look at it and save."));
}

void TomlView::useTheirs()
{
    m_base = FileText(m_theirs.value_or(m_base.bytes()));
    m_theirs.reset();
    m_conflict->hide();
    m_editor->replaceText(m_base.text());
    judge();
    refresh();
}

void TomlView::keepMine()
{
    m_base = FileText(m_theirs.value_or(m_base.bytes()));
    m_theirs.reset();
    m_conflict->hide();
    judge();
    refresh();
}

QByteArray TomlView::written() const
{
    return m_base.written(m_editor->text());
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliascard.h"

#include "service/gatewayhost.h"
#include "ui/aliases/aliasfields.h"
#include "ui/aliases/targetchip.h"
#include "ui/models/configdesk.h"
#include "ui/models/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace nexus {

namespace {

constexpr int longestTitle = 320;

QString defaultsOf(const AliasEntry &alias)
{
    QStringList out;
    if (!alias.temperature.isEmpty()) {
        out.append(AliasCard::tr("temperature %1").arg(alias.temperature));
    }
    if (!alias.maxTokens.isEmpty()) {
        out.append(AliasCard::tr("at most %1 tokens").arg(alias.maxTokens));
    }
    if (!alias.system.isEmpty()) {
        out.append(AliasCard::tr("a system text"));
    }
    return out.join(QStringLiteral(" · "));
}

// A name as it stands in a filter of the log.
QString filterValue(QString name)
{
    if (!name.contains(u' ') && !name.contains(u'"')) {
        return name;
    }
    name.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return QLatin1Char('"') + name + QLatin1Char('"');
}

} // namespace

AliasCard::AliasCard(const ConsoleParts &parts, QAbstractItemModel &names,
    const std::optional<AliasEntry> &alias, QWidget *parent)
    : QFrame(parent)
    , m_parts(parts)
    , m_saved(alias.value_or(AliasEntry {}))
    , m_title(sectionLabel({}, this))
    , m_note(dimLabel({}, this))
    , m_menu(new QToolButton(this))
    , m_test(new QPushButton(this))
    , m_edit(iconButton(QStringLiteral("edit"), tr("Change name, targets and defaults"), this))
    , m_try(iconButton(QStringLiteral("playground"), tr("Try it in the playground"), this))
    , m_log(iconButton(QStringLiteral("log"), tr("Show its requests"), this))
    , m_remove(iconButton(QStringLiteral("trash"), tr("Remove this alias"), this))
    , m_row(new TargetRow(this))
    , m_report(plainLabel({}, this))
    , m_fields(new AliasFields(names, this))
    , m_losses(new Banner(this))
    , m_pending(new QWidget(this))
    , m_changed(new ChangedBar(QStringLiteral("aliasChanged"), m_pending))
    , m_problem(plainLabel({}, m_pending))
    , m_diffTitle(dimLabel(tr("Lines that change in nexus.toml"), m_pending))
    , m_diff(new DiffView(m_pending))
    , m_save(primaryButton(tr("Save"), m_pending))
{
    setProperty("look", QStringLiteral("card"));
    makeButtons();
    makeMenu();
    makeLayout();
    connectParts();
    fill();
    m_edit->setChecked(name().isEmpty());
}

void AliasCard::connectParts()
{
    connect(m_row, &TargetRow::changed, this, &AliasCard::check);
    connect(m_fields, &AliasFields::changed, this, &AliasCard::check);
    connect(m_fields, &AliasFields::targetWanted, this, [this](const QString &target) {
        if (!m_row->targets().contains(target)) {
            m_row->add(target);
        }
    });
    connect(m_edit, &QToolButton::toggled, this, [this](bool isOpen) {
        m_fields->setVisible(isOpen);
        check();
    });
    connect(m_test, &QPushButton::clicked, this, &AliasCard::test);
    connect(&m_tester, &AliasTester::answered, this, &AliasCard::onAnswered);
    connect(&m_tester, &AliasTester::finished, this, &AliasCard::showTesting);
    connect(m_try, &QToolButton::clicked, this, [this] {
        Q_EMIT linkActivated({PageId::Playground, name()});
    });
    connect(m_log, &QToolButton::clicked, this, [this] {
        Q_EMIT linkActivated({PageId::LiveLog, QStringLiteral("alias:=%1").arg(filterValue(name()))});
    });
    connect(m_remove, &QToolButton::clicked, this, &AliasCard::askToRemove);
    connect(m_losses, &Banner::actionClicked, this, &AliasCard::remove);
    connect(m_save, &QPushButton::clicked, this, &AliasCard::save);
    saveByKey(this, [this] {
        check();
        m_save->click();
    });
    connect(m_changed, &ChangedBar::theirsWanted, this, [this] {
        fill(m_base.takeTheirs(withoutIdleWeights(draft())));
        showConflicts();
    });
    connect(m_changed, &ChangedBar::mineWanted, this, [this] {
        m_base.keepMine();
        showConflicts();
    });
}

bool AliasCard::isDirty() const
{
    return !m_isGoing && withoutIdleWeights(draft()) != withoutIdleWeights(m_saved);
}

void AliasCard::edit()
{
    m_edit->setChecked(true);
    m_fields->focusName();
}

void AliasCard::fill()
{
    m_base = FormBase(withoutIdleWeights(m_saved));
    fill(m_saved);
    showConflicts();
}

void AliasCard::fill(const AliasEntry &alias)
{
    m_row->setTargets(alias.targets, alias.weights);
    m_fields->setEntry(alias);
    setStrategy(alias.strategy);
}

AliasEntry AliasCard::draft() const
{
    AliasEntry out;
    m_fields->writeTo(out);
    out.strategy = m_strategy;
    out.targets = m_row->targets();
    out.weights = m_row->weights();
    return out;
}

void AliasCard::setStrategy(const QString &strategy)
{
    m_strategy = strategy;
    m_menu->setText(strategyTitle(strategy));
    m_menu->setToolTip(strategySentence(strategy));
    m_menu->setAccessibleName(tr("Strategy: %1").arg(strategyTitle(strategy)));
    for (QAction *const action : m_menu->menu()->actions()) {
        action->setChecked(action->data().toString() == strategy);
    }
    m_row->setWeighted(strategy == QLatin1String("weighted"));
}

void AliasCard::check()
{
    const AliasEntry alias = draft();
    const bool isNew = name().isEmpty();
    const QString title = isNew ? tr("New alias") : name();
    m_title->setText(m_title->fontMetrics().elidedText(title, Qt::ElideRight, longestTitle));
    m_title->setToolTip(title);
    setAccessibleName(title);
    m_note->setText(defaultsOf(alias));
    for (QWidget *const widget :
        {static_cast<QWidget *>(m_try), static_cast<QWidget *>(m_log), static_cast<QWidget *>(m_remove)}) {
        widget->setVisible(!isNew);
    }
    m_menu->setVisible(alias.targets.size() > 1 || alias.strategy != aliasStrategies().constFirst());
    m_test->setEnabled(!alias.targets.isEmpty());
    m_pending->setVisible(isDirty() || isNew);
    if (!isDirty()) {
        m_problem->clear();
        m_problem->hide();
        m_diff->setHunks({});
    } else {
        m_problem->setText(problemOf(alias));
        m_problem->setVisible(!m_problem->text().isEmpty());
    }
    m_diff->setVisible(!m_diff->isEmpty());
    m_diffTitle->setVisible(!m_diff->isEmpty());
    m_save->setEnabled(!m_diff->isEmpty() && m_problem->text().isEmpty() && !m_base.isAsking());
}

// Why it cannot be saved; shows on the way what would change.
QString AliasCard::problemOf(const AliasEntry &alias)
{
    m_diff->setHunks({});
    if (alias.name.isEmpty() || alias.targets.isEmpty()) {
        return alias.name.isEmpty() && name().isEmpty() ? QString()
            : alias.name.isEmpty()                      ? tr("Give it a name.")
                                                        : tr("Add at least one target.");
    }
    const Result<ConfigText> before = m_parts.config.text();
    if (!before) {
        return before.error().message;
    }
    const std::vector<AliasEntry> others = aliasesOf(*before);
    const bool isTaken = std::ranges::find(others, alias.name, &AliasEntry::name) != others.end();
    if (alias.name != name() && isTaken) {
        return tr("There is an alias %1 already. Choose another name.").arg(alias.name);
    }
    const Result<ConfigText> after = withAlias(*before, name(), alias);
    if (!after) {
        return after.error().message;
    }
    const ConfigPreview preview = m_parts.config.preview(after->bytes());
    m_diff->setHunks(preview.hunks);
    return preview.config ? QString() : preview.config.error().message;
}

void AliasCard::cancel()
{
    if (name().isEmpty()) {
        Q_EMIT discarded();
        return;
    }
    m_edit->setChecked(false);
    fill();
}

void AliasCard::test()
{
    if (m_tester.isRunning()) {
        m_tester.stop();
        return;
    }
    const QUrl address = m_parts.host.address();
    if (address.isEmpty()) {
        Q_EMIT failed(tr("Nexus does not serve at the moment. Start it, then test again."));
        return;
    }
    m_errors.clear();
    m_report->hide();
    m_row->clearResults();
    if (const ConfigSnapshot config = m_parts.host.config(); config && config->server.oauth) {
        m_report->setText(tr("Clients need a token, and the test has none. Try the alias in the playground, "
                             "which can send one."));
        m_report->show();
        return;
    }
    for (const QString &target : m_row->targets()) {
        for (TargetChip *const chip : m_row->chips(target)) {
            chip->setResult(tr("Testing…"), QStringLiteral("clock"), Tone::Dim, {});
        }
    }
    m_tester.start(address, m_row->targets());
    showTesting();
}

void AliasCard::onAnswered(const QString &target, const ChatCallResult &result)
{
    for (TargetChip *const chip : m_row->chips(target)) {
        if (result.isStopped) {
            chip->setResult(tr("Stopped"), QStringLiteral("stop"), Tone::Dim, {});
        } else if (result.isGood()) {
            chip->setResult(
                words::duration(result.duration), QStringLiteral("check"), Tone::Good, tr("It answered."));
        } else {
            const QString word = result.status > 0 ? QString::number(result.status) : tr("Failed");
            chip->setResult(word, QStringLiteral("error"), Tone::Bad, result.error);
        }
    }
    if (!result.isGood() && !result.isStopped) {
        m_errors.append(tr("%1: %2").arg(target, result.error));
        m_report->setText(m_errors.join(QLatin1Char('\n')));
        m_report->show();
    }
}

void AliasCard::showTesting()
{
    const bool isRunning = m_tester.isRunning();
    m_test->setText(isRunning ? tr("Stop") : tr("Test"));
    m_test->setIcon(lineIcon(isRunning ? QStringLiteral("stop") : QStringLiteral("play")));
}

} // namespace nexus

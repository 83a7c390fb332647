// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliascard.h"

#include "ui/models/configdesk.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace nexus {

void AliasCard::setEntry(const AliasEntry &alias)
{
    const bool isKept = isDirty();
    const bool isNews = alias != m_saved;
    m_saved = alias;
    if (isKept) {
        const AliasEntry typed = withoutIdleWeights(draft());
        const AliasEntry merged = m_base.follow(withoutIdleWeights(alias), typed);
        if (merged != typed) {
            fill(merged);
        }
        showConflicts();
    } else if (isNews) {
        fill();
    }
}

void AliasCard::setGone()
{
    const QString gone = name();
    m_saved = {};
    m_base = {};
    m_edit->setChecked(true);
    showConflicts();
    Q_EMIT failed(tr("Others have removed the alias %1 from the file. Saving adds it again.").arg(gone));
}

// Looks at the file before it is written, as a change of it may not have been noticed yet. False when there
// is something to decide first.
bool AliasCard::followFile()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text || name().isEmpty()) {
        return true;
    }
    const std::vector<AliasEntry> all = aliasesOf(*text);
    const auto found = std::ranges::find(all, name(), &AliasEntry::name);
    if (found == all.end()) {
        setGone();
        return false;
    }
    setEntry(*found);
    return !m_base.isAsking();
}

void AliasCard::showConflicts()
{
    // In the order of mergeForms().
    const std::array titles {tr("Name"), tr("Strategy"), tr("Temperature"), tr("Most tokens of an answer"),
        tr("System text"), tr("Targets")};
    QStringList fields;
    for (const std::size_t place : m_base.conflicts()) {
        fields.append(titles.at(place));
    }
    m_changed->ask(fields);
    check();
}

void AliasCard::save()
{
    if (!followFile()) {
        return;
    }
    const AliasEntry before = m_saved;
    const AliasEntry alias = draft();
    // Saving tells everybody, who then look for it under its new name.
    m_saved = alias;
    const Result<void> done = m_parts.config.apply(
        [&before, &alias](const ConfigText &text) { return withAlias(text, before.name, alias); });
    if (!done) {
        m_saved = before;
        check();
        m_problem->setText(done.error().message);
        m_problem->show();
        return;
    }
    m_edit->setChecked(false);
    m_base = FormBase(withoutIdleWeights(alias));
    check();
    Q_EMIT saved(alias.name);
}

void AliasCard::askToRemove()
{
    const Result<ConfigText> text = m_parts.config.text();
    if (!text) {
        Q_EMIT failed(text.error().message);
        return;
    }
    const AliasLosses losses = aliasLosses(*text, name());
    const QString gone = losses.gone.join(QStringLiteral(", "));
    const QString shortened = losses.shortened.join(QStringLiteral(", "));
    QString sentence = tr("Requests for %1 will be refused.").arg(name());
    if (!gone.isEmpty() && !shortened.isEmpty()) {
        sentence
            = tr("Requests for %1 will be refused. These aliases go as well: %2. These lose a target: %3.")
                  .arg(name(), gone, shortened);
    } else if (!gone.isEmpty()) {
        sentence = tr("Requests for %1 will be refused. These aliases go as well: %2.").arg(name(), gone);
    } else if (!shortened.isEmpty()) {
        sentence
            = tr("Requests for %1 will be refused. These aliases lose a target: %2.").arg(name(), shortened);
    }
    m_losses->say(Banner::Kind::Bad, sentence, tr("Remove"));
}

void AliasCard::remove()
{
    const QString gone = name();
    m_isGoing = true;
    const Result<void> done
        = m_parts.config.apply([&gone](const ConfigText &text) { return withoutAlias(text, gone); });
    m_losses->hide();
    m_isGoing = done.has_value();
    if (done) {
        Q_EMIT removed(gone);
    } else {
        Q_EMIT failed(done.error().message);
    }
}

} // namespace nexus

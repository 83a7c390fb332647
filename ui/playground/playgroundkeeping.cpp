// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page keeps: prompts under a name, and aliases.

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/playground/answercolumn.h"
#include "ui/playground/answercolumns.h"
#include "ui/playground/keepasalias.h"
#include "ui/playground/keeppanel.h"
#include "ui/playground/optionspanel.h"
#include "ui/playground/playgroundpage.h"
#include "ui/playground/promptcomposer.h"

#include <QMenu>

namespace nexus {

namespace {

constexpr qsizetype suggestedLength = 32; // of a name, taken from the prompt
constexpr qsizetype tipLength = 300;

// A single & would be taken for the key of the entry.
QString inMenu(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

void PlaygroundPage::fillPromptsMenu()
{
    m_promptsMenu->clear();
    for (const SavedPrompt &prompt : m_prompts.prompts()) {
        QAction *const action = m_promptsMenu->addAction(inMenu(prompt.name));
        action->setToolTip(prompt.prompt.left(tipLength).toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, name = prompt.name] { openPrompt(name); });
    }
    if (!m_prompts.prompts().empty()) {
        m_promptsMenu->addSeparator();
    }
    QAction *const save = m_promptsMenu->addAction(tr("Save this prompt…"));
    save->setObjectName(QStringLiteral("playgroundSavePrompt"));
    connect(save, &QAction::triggered, this, [this] {
        m_aliasPanel->hide();
        const QString text = m_composer->text().trimmed();
        const QString shown = text.isEmpty() ? m_lastMessage.text : text;
        m_promptPanel->ask(
            tr("Save this prompt"), shown.section(u'\n', 0, 0).left(suggestedLength).trimmed());
    });
    if (m_prompts.prompts().empty()) {
        return;
    }
    QMenu *const removal = m_promptsMenu->addMenu(tr("Delete"));
    for (const SavedPrompt &prompt : m_prompts.prompts()) {
        QAction *const action = removal->addAction(inMenu(prompt.name));
        connect(action, &QAction::triggered, this, [this, name = prompt.name] { removePrompt(name); });
    }
}

void PlaygroundPage::openPrompt(const QString &name)
{
    const SavedPrompt *const found = m_prompts.find(name);
    if (found == nullptr) {
        return;
    }
    const SavedPrompt prompt = *found;
    const SavedPrompt before = draft();
    setDraft(prompt);
    m_composer->focusPrompt();
    say(Banner::Kind::Plain, tr("“%1” has taken the place of what was here.").arg(name), tr("Undo"),
        [this, before] { setDraft(before); });
}

void PlaygroundPage::showPromptOutlook(const QString &name)
{
    const Result<void> room = m_prompts.checkImages(promptToSave(name));
    m_promptPanel->setOutlook(
        m_prompts.find(name) ? tr("There is a prompt of this name. Saving replaces it.") : QString(), {},
        room ? QString() : room.error().message);
}

SavedPrompt PlaygroundPage::promptToSave(const QString &name) const
{
    SavedPrompt out = draft();
    out.name = name;
    // Right after sending nothing stands there any more.
    if (m_composer->message().isEmpty()) {
        out.prompt = m_lastMessage.text;
        out.images = m_lastMessage.images;
    }
    return out;
}

void PlaygroundPage::savePrompt(const QString &name)
{
    const SavedPrompt prompt = promptToSave(name);
    if (const Result<void> saved = m_prompts.save(prompt); !saved) {
        say(Banner::Kind::Bad, saved.error().message);
        return;
    }
    say(Banner::Kind::Good, tr("The prompt is saved as “%1”.").arg(name));
}

void PlaygroundPage::removePrompt(const QString &name)
{
    const SavedPrompt *const found = m_prompts.find(name);
    if (found == nullptr) {
        return;
    }
    const SavedPrompt prompt = *found;
    if (const Result<void> removed = m_prompts.remove(name); !removed) {
        say(Banner::Kind::Bad, removed.error().message);
        return;
    }
    say(Banner::Kind::Plain, tr("The prompt “%1” is deleted.").arg(name), tr("Undo"), [this, prompt] {
        if (const Result<void> saved = m_prompts.save(prompt); !saved) {
            say(Banner::Kind::Bad, saved.error().message);
        }
    });
}

void PlaygroundPage::keepAsAlias(const AnswerColumn &column)
{
    m_promptPanel->hide();
    if (column.model().isEmpty()) {
        say(Banner::Kind::Warn, tr("Choose a model first; the alias will stand for it."));
        return;
    }
    m_aliasTarget = column.model();
    m_aliasSettings = m_options->settings();
    m_aliasPanel->ask(tr("Keep %1 with these settings as an alias").arg(m_aliasTarget), {});
}

void PlaygroundPage::showAliasOutlook(const QString &name)
{
    const QString lost = lostInAlias(m_aliasSettings);
    if (name.isEmpty()) {
        m_aliasPanel->setOutlook(lost, {}, {});
        return;
    }
    const Result<ConfigText> before = m_parts.config.text();
    const Result<ConfigText> after
        = before ? addAlias(name, m_aliasTarget, m_aliasSettings)(*before) : failure(before.error());
    if (!after) {
        m_aliasPanel->setOutlook(lost, {}, after.error().message);
        return;
    }
    const ConfigPreview preview = m_parts.config.preview(after->bytes());
    m_aliasPanel->setOutlook(
        lost, preview.hunks, preview.config ? QString() : preview.config.error().message);
}

void PlaygroundPage::saveAlias(const QString &name)
{
    const Result<void> saved = m_parts.config.apply(addAlias(name, m_aliasTarget, m_aliasSettings));
    if (!saved) {
        say(Banner::Kind::Bad, saved.error().message);
        return;
    }
    say(Banner::Kind::Good, tr("Clients can ask for “%1” now.").arg(name), tr("Show it"),
        [this, name] { Q_EMIT linkActivated({.page = PageId::Models, .argument = name}); });
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/codesnippet.h"
#include "ui/models/playgroundprompts.h"
#include "ui/playground/chatdraft.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page.h"

#include <QPointer>
#include <QTimer>

#include <functional>

class QMenu;
class QPushButton;
class QScrollArea;
class QShortcut;
class QToolButton;

namespace nexus {

class AnswerColumn;
class AnswerColumns;
class KeepPanel;
class OptionsPanel;
class PromptComposer;

//! \brief One prompt for up to four models side by side, through the gateway as any client would ask.
class PlaygroundPage final : public Page {
    Q_OBJECT

public:
    explicit PlaygroundPage(const ConsoleParts &parts, QWidget *parent = nullptr);
    ~PlaygroundPage() override;

    //! \brief Shows a column with the model \a argument.
    void follow(const QString &argument) override;

    //! \brief Hands out the conversations, which go on meanwhile, and the draft with its images.
    [[nodiscard]] std::unique_ptr<PageState> takeState() override;
    void restore(std::unique_ptr<PageState> state) override;

private:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

    void buildActions();
    void buildBody();
    void connectParts();
    void addShortcuts();
    void send();
    void onRunningChanged();
    void startAnew();
    void showOptions(bool isShown);
    void onConfig();
    void showState();
    void say(Banner::Kind kind, const QString &sentence, const QString &action = {},
        std::function<void()> what = {});
    void sayState(const QString &sentence, const QString &action = {}, std::function<void()> what = {});

    [[nodiscard]] SavedPrompt draft() const;
    void setDraft(const SavedPrompt &draft);
    void saveDraft();

    void fillPromptsMenu();
    void openPrompt(const QString &name);
    void showPromptOutlook(const QString &name);
    [[nodiscard]] SavedPrompt promptToSave(const QString &name) const;
    void savePrompt(const QString &name);
    void removePrompt(const QString &name);

    void copyCode(const AnswerColumn &column, ChatCode code);
    void keepAsAlias(const AnswerColumn &column);
    void showAliasOutlook(const QString &name);
    void saveAlias(const QString &name);

    ConsoleParts m_parts;
    PlaygroundPrompts m_prompts;
    QMenu *m_promptsMenu;
    QToolButton *m_promptsButton;
    QPushButton *m_new;
    QPushButton *m_add;
    QToolButton *m_optionsButton;
    Banner *m_state; //!< why nothing can be sent
    Banner *m_banner; //!< what was just done
    AnswerColumns *m_columns;
    KeepPanel *m_aliasPanel;
    KeepPanel *m_promptPanel;
    PromptComposer *m_composer;
    QScrollArea *m_side;
    OptionsPanel *m_options;
    QShortcut *m_escape = nullptr;
    QPointer<QWidget> m_hadFocus; //!< when the page was last seen
    QTimer m_draftTimer;
    std::function<void()> m_bannerAction;
    std::function<void()> m_stateAction;
    ChatMessage m_lastMessage; //!< that was sent
    QString m_aliasTarget;
    ChatSettings m_aliasSettings;
};

} // namespace nexus

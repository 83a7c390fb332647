// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/playgroundpage.h"

#include "service/gatewayhost.h"
#include "ui/models/configdesk.h"
#include "ui/playground/answercolumn.h"
#include "ui/playground/answercolumns.h"
#include "ui/playground/chattalk.h"
#include "ui/playground/keeppanel.h"
#include "ui/playground/optionspanel.h"
#include "ui/playground/promptcomposer.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds draftPause {500};
constexpr int sideWidth = 280;

QString key(const char *name)
{
    return QLatin1String("playground/") + QLatin1String(name);
}

QString promptsPath(const QSettings &settings)
{
    return QFileInfo(settings.fileName()).absolutePath() + QLatin1String("/playground-prompts.json");
}

// What a page that is made anew goes on with.
struct PlaygroundState final : PageState {
    SavedPrompt draft;
    ChatMessage lastMessage;
    std::vector<std::unique_ptr<ChatTalk>> talks; //!< in the order of the models of the draft
};

} // namespace

PlaygroundPage::PlaygroundPage(const ConsoleParts &parts, QWidget *parent)
    : Page(tr("Playground"), parent)
    , m_parts(parts)
    , m_prompts(promptsPath(parts.settings))
    , m_promptsMenu(new QMenu(this))
    , m_promptsButton(new QToolButton(this))
    , m_new(new QPushButton(tr("New conversation"), this))
    , m_add(new QPushButton(lineIcon(QStringLiteral("plus")), tr("Add model"), this))
    , m_optionsButton(iconButton(QStringLiteral("settings"), tr("Settings of the chat"), this))
    , m_state(new Banner(this))
    , m_banner(new Banner(this))
    , m_columns(new AnswerColumns(parts.host, this))
    , m_aliasPanel(new KeepPanel(QStringLiteral("playgroundAlias"), this))
    , m_promptPanel(new KeepPanel(QStringLiteral("playgroundSavedPrompt"), this))
    , m_composer(new PromptComposer(this))
    , m_side(new QScrollArea(this))
    , m_options(new OptionsPanel(this))
{
    buildActions();
    buildBody();
    const QByteArray saved = m_parts.settings.value(key("draft")).toString().toUtf8();
    setDraft(promptOf(QJsonDocument::fromJson(saved).object()));
    m_options->setFormatted(m_parts.settings.value(key("formatted"), true).toBool());
    m_columns->setFormatted(m_options->isFormatted());
    m_options->setAdvancedOpen(m_parts.settings.value(key("advanced"), false).toBool());
    showOptions(m_parts.settings.value(key("options"), true).toBool());
    connectParts();
    addShortcuts();
    onRunningChanged();
    onConfig();
}

PlaygroundPage::~PlaygroundPage()
{
    if (m_draftTimer.isActive()) {
        saveDraft();
    }
}

void PlaygroundPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!event->spontaneous()) {
        m_hadFocus = focusWidget() == this ? nullptr : focusWidget();
    }
}

// Who opens the page types where they were before, or else the prompt.
void PlaygroundPage::focusInEvent(QFocusEvent *event)
{
    Page::focusInEvent(event);
    if (event->reason() != Qt::OtherFocusReason) {
        return;
    }
    QWidget *const before = std::exchange(m_hadFocus, nullptr);
    if (before != nullptr && before->isVisible() && before->isEnabled()) {
        before->setFocus();
    } else {
        m_composer->focusPrompt();
    }
}

void PlaygroundPage::buildActions()
{
    m_promptsButton->setObjectName(QStringLiteral("playgroundPromptsButton"));
    m_promptsButton->setProperty("look", QStringLiteral("button"));
    m_promptsButton->setText(tr("Prompts"));
    m_promptsButton->setToolTip(tr("Saved prompts"));
    m_promptsButton->setIcon(lineIcon(QStringLiteral("save")));
    m_promptsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_promptsButton->setPopupMode(QToolButton::InstantPopup);
    m_promptsButton->setMenu(m_promptsMenu);
    m_promptsMenu->setObjectName(QStringLiteral("playgroundPromptsMenu"));
    m_promptsMenu->setToolTipsVisible(true);
    m_new->setObjectName(QStringLiteral("playgroundNewButton"));
    m_add->setObjectName(QStringLiteral("playgroundAddButton"));
    m_add->setToolTip(tr("Ask another model the same, up to four"));
    m_optionsButton->setObjectName(QStringLiteral("playgroundOptionsButton"));
    m_optionsButton->setCheckable(true);
    for (QWidget *const action :
        std::initializer_list<QWidget *> {m_promptsButton, m_new, m_add, m_optionsButton}) {
        addAction(action);
    }
}

void PlaygroundPage::buildBody()
{
    auto *const left = new QWidget(this);
    auto *const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid::unit);
    column->addWidget(m_columns, 1);
    column->addWidget(m_aliasPanel);
    column->addWidget(m_promptPanel);
    column->addWidget(m_composer);
    m_side->setWidgetResizable(true);
    m_side->setWidget(m_options);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    // Words of some languages are longer than the usual width.
    m_side->setMinimumWidth(std::max(sideWidth - grid::margin,
        m_options->neededWidth() + m_side->verticalScrollBar()->sizeHint().width()));
    auto *const split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    split->addWidget(left);
    split->addWidget(m_side);
    split->setStretchFactor(0, 1);
    split->setSizes({4 * sideWidth, sideWidth});
    content()->addWidget(m_state);
    content()->addWidget(m_banner);
    content()->addWidget(split, 1);
}

void PlaygroundPage::connectParts()
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftPause);
    const auto later = [this] { m_draftTimer.start(); };
    connect(&m_draftTimer, &QTimer::timeout, this, &PlaygroundPage::saveDraft);
    connect(m_composer, &PromptComposer::textChanged, this, later);
    connect(m_options, &OptionsPanel::changed, this, later);
    connect(m_columns, &AnswerColumns::modelsChanged, this, [this] {
        m_add->setEnabled(!m_columns->isFull());
        m_draftTimer.start();
    });
    m_add->setEnabled(!m_columns->isFull());
    connect(m_options, &OptionsPanel::formattedChanged, this, [this](bool isFormatted) {
        m_parts.settings.setValue(key("formatted"), isFormatted);
        m_columns->setFormatted(isFormatted);
    });
    connect(m_options, &OptionsPanel::advancedOpenChanged, this,
        [this](bool isOpen) { m_parts.settings.setValue(key("advanced"), isOpen); });
    connect(m_optionsButton, &QToolButton::toggled, this, &PlaygroundPage::showOptions);
    connect(m_add, &QPushButton::clicked, this, [this] { m_columns->add({}); });
    connect(m_new, &QPushButton::clicked, this, &PlaygroundPage::startAnew);
    connect(m_promptsMenu, &QMenu::aboutToShow, this, &PlaygroundPage::fillPromptsMenu);
    connect(m_composer, &PromptComposer::sendClicked, this, &PlaygroundPage::send);
    connect(m_composer, &PromptComposer::stopClicked, m_columns, &AnswerColumns::stop);
    connect(m_columns, &AnswerColumns::runningChanged, this, &PlaygroundPage::onRunningChanged);
    connect(m_columns, &AnswerColumns::codeWanted, this,
        [this](AnswerColumn *from, ChatCode code) { copyCode(*from, code); });
    connect(m_columns, &AnswerColumns::aliasWanted, this, [this](AnswerColumn *from) { keepAsAlias(*from); });
    connect(m_aliasPanel, &KeepPanel::nameChanged, this, &PlaygroundPage::showAliasOutlook);
    connect(m_aliasPanel, &KeepPanel::saveClicked, this, &PlaygroundPage::saveAlias);
    connect(m_aliasPanel, &KeepPanel::closed, m_composer, &PromptComposer::focusPrompt);
    connect(m_promptPanel, &KeepPanel::nameChanged, this, &PlaygroundPage::showPromptOutlook);
    connect(m_composer, &PromptComposer::imagesChanged, m_promptPanel, &KeepPanel::review);
    connect(m_promptPanel, &KeepPanel::saveClicked, this, &PlaygroundPage::savePrompt);
    connect(m_promptPanel, &KeepPanel::closed, m_composer, &PromptComposer::focusPrompt);
    const auto run = [](Banner *banner, std::function<void()> &action) {
        banner->hide();
        if (const std::function<void()> what = std::exchange(action, {})) {
            what();
        }
    };
    connect(m_banner, &Banner::actionClicked, this, [this, run] { run(m_banner, m_bannerAction); });
    connect(m_state, &Banner::actionClicked, this, [this, run] { run(m_state, m_stateAction); });
    connect(&m_parts.host, &GatewayHost::stateChanged, this, &PlaygroundPage::showState);
    connect(&m_parts.host, &GatewayHost::configApplied, this, &PlaygroundPage::onConfig);
}

void PlaygroundPage::addShortcuts()
{
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *const shortcut = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(enter)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &PlaygroundPage::send);
    }
    m_escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_escape, &QShortcut::activated, m_columns, &AnswerColumns::stop);
}

void PlaygroundPage::follow(const QString &argument)
{
    m_columns->follow(argument);
    m_composer->focusPrompt();
}

void PlaygroundPage::send()
{
    if (m_columns->isRunning()) {
        return;
    }
    const ChatMessage message = m_composer->message();
    if (message.isEmpty()) {
        m_composer->focusPrompt();
        return;
    }
    if (m_parts.host.address().isEmpty()) {
        showState();
        return;
    }
    if (!m_options->check()) {
        showOptions(true);
        return;
    }
    if (m_columns->ask(m_options->settings(), message, m_options->token()) > 0) {
        m_lastMessage = message;
        m_composer->clear();
        m_banner->hide();
    }
}

void PlaygroundPage::onRunningChanged()
{
    const bool isRunning = m_columns->isRunning();
    m_composer->setRunning(isRunning);
    // Escape closes what asks for a name at other times.
    m_escape->setEnabled(isRunning);
}

void PlaygroundPage::startAnew()
{
    m_columns->reset();
    if (m_composer->message().isEmpty()) {
        m_composer->setText(m_lastMessage.text);
        m_composer->setImages(m_lastMessage.images);
    }
    m_composer->focusPrompt();
}

void PlaygroundPage::showOptions(bool isShown)
{
    m_side->setVisible(isShown);
    // What is sent keeps away from the line between both.
    m_composer->parentWidget()->layout()->setContentsMargins(0, 0, isShown ? grid::unit : 0, 0);
    m_optionsButton->setChecked(isShown);
    m_parts.settings.setValue(key("options"), isShown);
}

void PlaygroundPage::onConfig()
{
    const ConfigSnapshot config = m_parts.host.config();
    m_options->setNeedsToken(config && config->server.oauth.has_value());
    showState();
}

void PlaygroundPage::showState()
{
    const ConfigSnapshot config = m_parts.host.config();
    const GatewayHost::State state = m_parts.host.state();
    if (state == GatewayHost::State::Paused) {
        sayState(tr("The gateway is paused, so that no model is asked."), tr("Resume"),
            [this] { m_parts.host.setPaused(false); });
    } else if (state == GatewayHost::State::Draining) {
        sayState(tr("The gateway is ending, so that nothing more can be sent."));
    } else if (state != GatewayHost::State::Serving) {
        sayState(tr("The gateway is not running, so that nothing can be sent."), tr("Start"), [this] {
            if (const Result<void> started = m_parts.host.start(); !started) {
                say(Banner::Kind::Bad, started.error().message);
                showState();
            }
        });
    } else if (config && (!config->llm.isEnabled || !config->llm.isOpenAiEnabled)) {
        sayState(tr("The gateway takes no chats of OpenAI's kind, which the playground sends."),
            tr("Open settings"), [this] { Q_EMIT linkActivated({.page = PageId::Settings}); });
    } else if (config && config->llm.providers.empty()) {
        sayState(tr("There is no provider to ask yet."), tr("Add a provider"),
            [this] { Q_EMIT linkActivated({.page = PageId::Providers}); });
    } else {
        m_state->hide();
    }
}

void PlaygroundPage::sayState(const QString &sentence, const QString &action, std::function<void()> what)
{
    m_stateAction = std::move(what);
    m_state->say(Banner::Kind::Warn, sentence, action);
}

void PlaygroundPage::say(
    Banner::Kind kind, const QString &sentence, const QString &action, std::function<void()> what)
{
    m_bannerAction = std::move(what);
    m_banner->say(kind, sentence, action);
}

SavedPrompt PlaygroundPage::draft() const
{
    SavedPrompt out;
    out.prompt = m_composer->text();
    out.images = m_composer->images();
    out.models = m_columns->models();
    m_options->fill(out);
    return out;
}

void PlaygroundPage::setDraft(const SavedPrompt &draft)
{
    m_composer->setText(draft.prompt);
    m_composer->setImages(draft.images);
    m_options->setPrompt(draft);
    m_columns->setModels(draft.models);
}

void PlaygroundPage::saveDraft()
{
    m_draftTimer.stop();
    SavedPrompt words = draft();
    // Settings are no place for megabytes.
    words.images.clear();
    const QByteArray json = QJsonDocument(toJson(words)).toJson(QJsonDocument::Compact);
    m_parts.settings.setValue(key("draft"), QString::fromUtf8(json));
}

std::unique_ptr<PageState> PlaygroundPage::takeState()
{
    saveDraft();
    auto out = std::make_unique<PlaygroundState>();
    out->draft = draft();
    out->lastMessage = m_lastMessage;
    out->talks = m_columns->takeTalks();
    return out;
}

void PlaygroundPage::restore(std::unique_ptr<PageState> state)
{
    auto *const before = dynamic_cast<PlaygroundState *>(state.get());
    if (before == nullptr) {
        return;
    }
    setDraft(before->draft);
    m_lastMessage = before->lastMessage;
    m_columns->setTalks(std::move(before->talks));
}

void PlaygroundPage::copyCode(const AnswerColumn &column, ChatCode code)
{
    const QUrl address = m_parts.host.address();
    const ConfigSnapshot config = m_parts.host.config();
    const ChatPlace place {
        .address = address.isEmpty() ? QUrl(QStringLiteral("http://127.0.0.1:8000")) : address,
        .isTls = m_parts.host.gateway().isTls(),
        .needsToken = config && config->server.oauth.has_value()};
    QGuiApplication::clipboard()->setText(
        chatCode(code, place, column.body(m_options->settings(), m_composer->message())));
}

} // namespace nexus

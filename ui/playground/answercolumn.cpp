// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/answercolumn.h"

#include "ui/models/words.h"
#include "ui/playground/answerview.h"
#include "ui/playground/modelchooser.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace nexus {

namespace {

constexpr int leastWidth = 248;
constexpr std::chrono::seconds copiedTime {2};

QString named(const char *what, int number)
{
    return QStringLiteral("playground%1%2").arg(QLatin1String(what)).arg(number);
}

} // namespace

AnswerColumn::AnswerColumn(GatewayHost &host, QStringListModel &offers, int number, QWidget *parent)
    : QFrame(parent)
    , m_host(host)
    , m_number(number)
    , m_model(new ModelChooser(offers, this))
    , m_remove(iconButton(QStringLiteral("cross"), tr("Remove this model"), this))
    , m_view(new AnswerView(this))
    , m_problem(plainLabel({}, this))
    , m_keep(new QToolButton(this))
    , m_talk(std::make_unique<ChatTalk>(host))
{
    setProperty("look", QStringLiteral("card"));
    setMinimumWidth(leastWidth);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(grid::unit);
    buildHead();
    layout->addWidget(m_view, 1);
    layout->addWidget(m_problem);
    buildFoot();
    m_copiedBack.setSingleShot(true);
    m_copiedBack.setInterval(copiedTime);
    connect(&m_copiedBack, &QTimer::timeout, this, [this] { m_keep->setText(tr("Keep this one")); });
    followTalk();
}

void AnswerColumn::buildHead()
{
    m_model->setObjectName(named("Model", m_number));
    m_remove->setObjectName(named("Remove", m_number));
    m_view->setObjectName(named("Answer", m_number));
    m_view->setAccessibleName(tr("Conversation"));
    m_problem->setObjectName(named("Problem", m_number));
    setLook(m_problem, "look", QStringLiteral("bad"));
    auto *const head = new QHBoxLayout;
    head->setSpacing(grid::unit / 2);
    head->addWidget(m_model, 1);
    head->addWidget(m_remove);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(head);
    connect(m_remove, &QToolButton::clicked, this, &AnswerColumn::removeClicked);
    connect(m_model, &ModelChooser::modelChanged, this, [this] {
        if (!isRunning()) {
            say({});
        }
        Q_EMIT modelChanged();
    });
}

void AnswerColumn::buildFoot()
{
    auto *const facts = new QGridLayout;
    facts->setHorizontalSpacing(grid::unit);
    facts->setVerticalSpacing(2);
    facts->setColumnStretch(1, 1);
    const std::array<QString, FactCount> labels {tr("First token"), tr("Speed"), tr("Tokens"), tr("Cost")};
    constexpr std::array<const char *, FactCount> names {"FirstToken", "Speed", "Tokens", "Cost"};
    for (int fact = 0; fact < FactCount; ++fact) {
        const auto place = static_cast<std::size_t>(fact);
        QLabel *const label = dimLabel(labels.at(place), this);
        QLabel *const value = plainLabel({}, this);
        label->setWordWrap(false);
        value->setWordWrap(false);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setAccessibleName(labels.at(place));
        value->setObjectName(named(names.at(place), m_number));
        facts->addWidget(label, fact, 0);
        facts->addWidget(value, fact, 1);
        m_facts.at(place) = value;
    }
    buildKeepMenu();
    auto *const outer = qobject_cast<QVBoxLayout *>(layout());
    outer->addLayout(facts);
    outer->addWidget(m_keep, 0, Qt::AlignLeft);
}

void AnswerColumn::buildKeepMenu()
{
    m_keep->setObjectName(named("Keep", m_number));
    m_keep->setProperty("look", QStringLiteral("button"));
    m_keep->setText(tr("Keep this one"));
    m_keep->setAccessibleName(tr("Keep this one"));
    m_keep->setToolTip(tr("Copy the request as code, or keep the model with its settings as an alias"));
    m_keep->setIcon(lineIcon(QStringLiteral("chevron-down")));
    m_keep->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_keep->setPopupMode(QToolButton::InstantPopup);
    auto *const menu = new QMenu(m_keep);
    for (const ChatCode code : chatCodes()) {
        QAction *const action = menu->addAction(tr("Copy as %1").arg(chatCodeTitle(code)));
        action->setObjectName(named("Copy", m_number) + chatCodeTitle(code));
        connect(action, &QAction::triggered, this, [this, code] {
            Q_EMIT codeWanted(code);
            confirmCopied();
        });
    }
    menu->addSeparator();
    QAction *const alias = menu->addAction(tr("Keep as alias…"));
    alias->setObjectName(named("Alias", m_number));
    connect(alias, &QAction::triggered, this, &AnswerColumn::aliasWanted);
    m_keep->setMenu(menu);
}

QString AnswerColumn::model() const
{
    return m_model->model();
}

void AnswerColumn::setModel(const QString &model)
{
    m_model->setModel(model);
}

void AnswerColumn::focusModel()
{
    m_model->setFocus();
}

bool AnswerColumn::hasFocusInside() const
{
    return m_model->hasFocus();
}

void AnswerColumn::setRemovable(bool isRemovable)
{
    m_remove->setVisible(isRemovable);
}

void AnswerColumn::setFormatted(bool isFormatted)
{
    m_view->setFormatted(isFormatted);
}

bool AnswerColumn::ask(const ChatSettings &settings, const ChatMessage &message, const QByteArray &token)
{
    if (model().isEmpty()) {
        setLook(m_model, "state", QStringLiteral("bad"));
        say(tr("Choose a model to ask."));
        return false;
    }
    if (isRunning()) {
        return false;
    }
    say({});
    m_talk->ask(model(), settings, message, token);
    return true;
}

void AnswerColumn::stop()
{
    m_talk->stop();
}

void AnswerColumn::reset()
{
    m_talk->reset();
    m_view->clearAll();
    say({});
}

QByteArray AnswerColumn::body(const ChatSettings &settings, const ChatMessage &message) const
{
    return m_talk->body(model(), settings, message);
}

std::unique_ptr<ChatTalk> AnswerColumn::takeTalk()
{
    disconnect(m_talk.get(), nullptr, this, nullptr);
    std::unique_ptr<ChatTalk> out = std::exchange(m_talk, std::make_unique<ChatTalk>(m_host));
    followTalk();
    return out;
}

void AnswerColumn::setTalk(std::unique_ptr<ChatTalk> talk)
{
    m_talk = std::move(talk);
    followTalk();
    Q_EMIT runningChanged();
}

void AnswerColumn::followTalk()
{
    ChatTalk *const talk = m_talk.get();
    m_view->clearAll();
    for (const ChatTalk::Piece &piece : talk->pieces()) {
        // All answers take their form at once, below.
        if (piece.kind != ChatTalk::Piece::Kind::Ended) {
            onPiece(piece);
        }
    }
    if (!talk->isEmpty()) {
        m_view->endAnswer({});
    }
    say(talk->result().error);
    showFacts();
    connect(talk, &ChatTalk::pieceCame, this, &AnswerColumn::onPiece);
    connect(talk, &ChatTalk::factsChanged, this, &AnswerColumn::showFacts);
    connect(talk, &ChatTalk::runningChanged, this, &AnswerColumn::runningChanged);
}

void AnswerColumn::onPiece(const ChatTalk::Piece &piece)
{
    using Kind = ChatTalk::Piece::Kind;
    switch (piece.kind) {
    case Kind::Prompt:
        m_view->addPrompt(piece.text, piece.images);
        break;
    case Kind::Model:
        m_view->beginAnswer(piece.text);
        break;
    case Kind::Reasoning:
        m_view->addReasoning(piece.text);
        break;
    case Kind::Text:
        m_view->addText(piece.text);
        break;
    case Kind::Tool:
        m_view->addTool(piece.text, piece.arguments);
        break;
    case Kind::Ended:
        m_view->endAnswer({});
        say(m_talk->result().error);
        break;
    case Kind::Stopped:
        m_view->endAnswer(tr("Stopped."));
        break;
    }
}

void AnswerColumn::showFacts()
{
    const ChatCallResult &result = m_talk->result();
    const QString first = words::duration(m_talk->begun().value_or(result.firstToken));
    m_facts.at(FirstToken)->setText(isRunning() && !m_talk->begun() ? tr("Waiting…") : first);
    m_facts.at(Speed)->setText(words::speed(m_talk->speed()));
    m_facts.at(Tokens)->setText(result.usage
            ? tr("%1 in, %2 out").arg(words::count(result.usage->input), words::count(result.usage->output))
            : words::unknown());
    m_facts.at(Cost)->setText(words::money(m_talk->cost()));
}

void AnswerColumn::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void AnswerColumn::confirmCopied()
{
    // The other word may be wider, and neighbours must not jump.
    m_keep->setMinimumWidth(std::max(m_keep->minimumWidth(), m_keep->width()));
    m_keep->setText(tr("Copied"));
    m_copiedBack.start();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/answercolumn.h"

#include "service/gatewayhost.h"
#include "ui/models/modelnames.h"
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
constexpr int maxCostTries = 20; // the record comes soon after the answer
constexpr std::chrono::milliseconds costPause {100};
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
    connect(&m_call, &ChatCall::begun, this,
        [this](std::chrono::milliseconds time) { m_facts.at(FirstToken)->setText(words::duration(time)); });
    connect(&m_call, &ChatCall::textArrived, this, [this](const QString &text) {
        m_answer.text += text;
        m_view->addText(text);
    });
    connect(&m_call, &ChatCall::reasoningArrived, m_view, &AnswerView::addReasoning);
    connect(&m_call, &ChatCall::toolCallArrived, this, [this](const QString &name, const QString &arguments) {
        m_answer.tools.push_back({name, arguments});
        m_view->addTool(name, arguments);
    });
    connect(&m_call, &ChatCall::finished, this, &AnswerColumn::onFinished);
    m_costSearch.setInterval(costPause);
    connect(&m_costSearch, &QTimer::timeout, this, &AnswerColumn::lookForCost);
    m_copiedBack.setSingleShot(true);
    m_copiedBack.setInterval(copiedTime);
    connect(&m_copiedBack, &QTimer::timeout, this, [this] { m_keep->setText(tr("Keep this one")); });
    say({});
    showFacts();
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
        if (!m_call.isRunning()) {
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
    m_keep->setIcon(lineIcon(QStringLiteral("more")));
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

bool AnswerColumn::isEmpty() const
{
    return m_view->isEmpty();
}

bool AnswerColumn::ask(const ChatSettings &settings, const ChatMessage &message, const QByteArray &token)
{
    if (model().isEmpty()) {
        setLook(m_model, "state", QStringLiteral("bad"));
        say(tr("Choose a model to ask."));
        return false;
    }
    if (m_call.isRunning()) {
        return false;
    }
    m_messages.push_back(message);
    m_answer = {.role = ChatMessage::Role::Assistant, .text = {}};
    m_result = {};
    m_cost.reset();
    m_costSearch.stop();
    say({});
    showFacts();
    m_view->addPrompt(message.text, message.images.size());
    m_view->beginAnswer(model());
    m_facts.at(FirstToken)->setText(tr("Waiting…"));
    m_call.setToken(token);
    m_call.start(
        m_host.address(), chatBody(model(), settings, m_messages, outputLimitKey(m_host.config(), model())));
    Q_EMIT runningChanged();
    return true;
}

void AnswerColumn::stop()
{
    m_call.stop();
}

void AnswerColumn::reset()
{
    m_call.stop();
    m_messages.clear();
    m_answer = {};
    m_result = {};
    m_cost.reset();
    m_costSearch.stop();
    m_view->clearAll();
    say({});
    showFacts();
}

QByteArray AnswerColumn::body(const ChatSettings &settings, const ChatMessage &message) const
{
    std::vector<ChatMessage> messages = m_messages;
    if (!message.isEmpty()) {
        messages.push_back(message);
    } else if (!messages.empty() && messages.back().role == ChatMessage::Role::Assistant) {
        messages.pop_back();
    }
    return chatBody(model(), settings, messages, outputLimitKey(m_host.config(), model()));
}

void AnswerColumn::onFinished(const ChatCallResult &result)
{
    m_result = result;
    if (!m_answer.isEmpty()) {
        m_messages.push_back(m_answer);
    } else if (!m_result.isGood() && !m_messages.empty()) {
        // What was not answered is not asked twice with the next message.
        m_messages.pop_back();
    }
    m_view->endAnswer(result.isStopped ? tr("Stopped.") : QString());
    say(result.error);
    showFacts();
    if (!result.requestId.isEmpty()) {
        m_costTries = 0;
        m_costSearch.start();
    }
    Q_EMIT runningChanged();
}

void AnswerColumn::lookForCost()
{
    if (++m_costTries > maxCostTries) {
        m_costSearch.stop();
        return;
    }
    const auto recent = m_host.gateway().ledger().live().recent();
    const auto isIt = [this](const auto &record) { return record->requestId == m_result.requestId; };
    const auto found = std::find_if(recent.rbegin(), recent.rend(), isIt);
    if (found != recent.rend()) {
        m_costSearch.stop();
        m_cost = (*found)->microDollars;
        showFacts();
    }
}

double AnswerColumn::speed() const
{
    const auto writing = (m_result.duration - m_result.firstToken).count();
    if (!m_result.usage || writing <= 0 || m_result.firstToken.count() <= 0) {
        return 0;
    }
    return static_cast<double>(m_result.usage->output) * 1000.0 / static_cast<double>(writing);
}

void AnswerColumn::showFacts()
{
    m_facts.at(FirstToken)->setText(words::duration(m_result.firstToken));
    m_facts.at(Speed)->setText(words::speed(speed()));
    m_facts.at(Tokens)->setText(m_result.usage
            ? tr("%1 in, %2 out")
                  .arg(words::count(m_result.usage->input), words::count(m_result.usage->output))
            : words::unknown());
    m_facts.at(Cost)->setText(words::money(m_cost));
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

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/conversationview.h"

#include "ui/livelog/saiditemview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

QString roleName(Role role)
{
    switch (role) {
    case Role::System:
        return ConversationView::tr("System");
    case Role::Developer:
        return ConversationView::tr("Developer");
    case Role::User:
        return ConversationView::tr("User");
    case Role::Assistant:
        return ConversationView::tr("Assistant");
    }
    return {};
}

// Nothing is said of an answer that ended as it should.
QString finishSentence(FinishReason reason)
{
    switch (reason) {
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls:
        return {};
    case FinishReason::Length:
        return ConversationView::tr("The answer was cut at the greatest number of tokens.");
    case FinishReason::ContentFilter:
        return ConversationView::tr("The provider's safety system ended the answer.");
    case FinishReason::Pause:
        return ConversationView::tr("The provider paused a long turn.");
    }
    return {};
}

} // namespace

ConversationView::ConversationView(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("logConversation"));
    setAccessibleName(tr("Conversation"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ConversationView::setConversation(Conversation conversation)
{
    if (conversation == m_conversation && widget() != nullptr) {
        return;
    }
    m_conversation = std::move(conversation);
    const std::size_t count = m_conversation.turns.size();
    build(count > shownTurns ? count - shownTurns : 0);
}

// Of a long conversation the end is what is looked for.
void ConversationView::build(std::size_t firstTurn)
{
    auto *const inside = new QWidget;
    auto *const layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::unit);
    if (!m_conversation.problem.isEmpty()) {
        layout->addWidget(dimLabel(m_conversation.problem, inside));
    }
    if (firstTurn > 0) {
        QPushButton *const more
            = linkButton(tr("Show %n earlier turn(s)", nullptr, static_cast<int>(firstTurn)), inside);
        more->setObjectName(QStringLiteral("logEarlierTurns"));
        connect(
            more, &QPushButton::clicked, this, [this] { build(0); }, Qt::QueuedConnection);
        layout->addWidget(more, 0, Qt::AlignLeft);
    }
    for (std::size_t i = firstTurn; i < m_conversation.turns.size(); ++i) {
        addTurn(layout, m_conversation.turns[i]);
    }
    addFinishes(layout);
    layout->addStretch(1);
    setWidget(inside);
}

void ConversationView::addTurn(QVBoxLayout *layout, const Turn &turn)
{
    QWidget *const parent = layout->parentWidget();
    auto *const role = dimLabel(turn.isAnswer ? tr("Answer") : roleName(turn.role), parent);
    role->setContentsMargins(0, grid::unit, 0, 0);
    layout->addWidget(role);
    for (const SaidItem &item : turn.items) {
        layout->addWidget(new SaidItemView(item, parent));
    }
}

void ConversationView::addFinishes(QVBoxLayout *layout)
{
    for (const FinishReason reason : m_conversation.finishes) {
        if (const QString sentence = finishSentence(reason); !sentence.isEmpty()) {
            layout->addWidget(dimLabel(sentence, layout->parentWidget()));
        }
    }
}

} // namespace nexus

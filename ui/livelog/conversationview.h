// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/conversation.h"

#include <QScrollArea>

class QVBoxLayout;

namespace nexus {

//! \brief A conversation to be read: who speaks as a quiet label, tools and thoughts folded.
class ConversationView final : public QScrollArea {
    Q_OBJECT

public:
    explicit ConversationView(QWidget *parent = nullptr);

    void setConversation(Conversation conversation);

private:
    static constexpr std::size_t shownTurns = 40;

    void build(std::size_t firstTurn);
    void addTurn(QVBoxLayout *layout, const Turn &turn);
    void addFinishes(QVBoxLayout *layout);

    Conversation m_conversation;
};

} // namespace nexus

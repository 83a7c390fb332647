// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/playgroundprompts.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace nexus {

//! \brief What goes with every message of a chat.
struct ChatSettings {
    QString system;
    QString tools; //!< a JSON array, or empty
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<int> maxTokens;
    AdvancedSettings advanced = {};
};

//! \brief A function that a model wants called.
struct ChatToolCall {
    QString name;
    QString arguments; //!< JSON
};

//! \brief One message of a conversation.
struct ChatMessage {
    enum class Role { User, Assistant };

    Role role = Role::User;
    QString text;
    QStringList images = {}; //!< data URLs
    std::vector<ChatToolCall> tools = {};

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && images.isEmpty() && tools.empty(); }
};

//! \brief The request for chat/completions that asks \a model to go on with \a messages.
//!
//! Nothing runs the tools, and every call needs a result, so that each is told to have none.
//! \param limitKey see outputLimitKey()
[[nodiscard]] QByteArray chatBody(const QString &model, const ChatSettings &settings,
    const std::vector<ChatMessage> &messages, const char *limitKey = "max_tokens");

//! \brief What is wrong with \a tools in one sentence; empty for nothing, also for an empty text.
[[nodiscard]] QString problemOfTools(const QString &tools);

//! \brief The stop sequences that \a text holds, one a line; `\n`, `\t` and `\\` stand for what they stand
//! for in programs.
[[nodiscard]] QStringList stopSequencesOf(const QString &text);
//! \brief The text that stopSequencesOf() makes \a sequences of.
[[nodiscard]] QString textOfStopSequences(const QStringList &sequences);

} // namespace nexus

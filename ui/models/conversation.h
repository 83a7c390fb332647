// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "contract/requestrecord.h"
#include "wire/chatanswer.h"
#include "wire/chatmessage.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace nexus {

class MediaShelf;

//! \brief One thing that was said, as a reader of a conversation wants to see it.
struct SaidItem {
    enum class Kind {
        Text,
        Reasoning,
        Refusal,
        ToolCall, //!< with its result, where the conversation has it
        ToolResult, //!< of a call that the conversation does not have
        Media,
    };

    Kind kind = Kind::Text;
    QString text; //!< of a tool call: its arguments, indented; of media: a title, may be empty
    QString name; //!< of a tool
    QString result; //!< of a tool
    bool hasResult = false;
    bool isError = false; //!< the tool failed
    QString mediaType; //!< `image/png`, may be empty
    QByteArray data; //!< the bytes of media, where they are at hand
    qint64 size = 0; //!< of media in bytes, 0 where it is not known
    QString sha256; //!< of media that the history does not keep
    QString url; //!< of media

    bool operator==(const SaidItem &) const = default;
};

//! \brief What one participant said before another one did.
struct Turn {
    Role role = Role::User;
    std::vector<SaidItem> items;
    bool isAnswer = false; //!< what this request brought

    bool operator==(const Turn &) const = default;
};

//! \brief A prompt and its answer as a conversation.
struct Conversation {
    std::vector<Turn> turns; //!< in order
    std::vector<FinishReason> finishes; //!< one for each choice of the answer
    QString problem; //!< why a part is missing, a sentence; empty when all is there

    bool operator==(const Conversation &) const = default;
};

//! \brief Reads \a bodies of a chat with a client that speaks \a dialect. What cannot be read is missing, and
//! Conversation::problem says why.
//! \param media where that is found which the bodies only name by its hash; nullptr for nowhere
[[nodiscard]] Conversation readConversation(
    const RecordedBodies &bodies, Dialect dialect, bool isStream, const MediaShelf *media = nullptr);

//! \brief The whole answer that \a stream brought, also one that was cut.
[[nodiscard]] Result<ChatAnswer> assembledAnswer(const QByteArray &stream, Dialect dialect);

//! \brief \a body indented where it is JSON, else as it is.
[[nodiscard]] QString prettyBody(const QByteArray &body);

//! \brief An answer for people: a stream put together to one answer in the words of \a dialect, indented.
[[nodiscard]] QString prettyAnswer(const QByteArray &answer, Dialect dialect, bool isStream);

} // namespace nexus

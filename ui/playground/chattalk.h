// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/chatcall.h"
#include "ui/playground/chatdraft.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace nexus {

class GatewayHost;

//! \brief A conversation with a model. It goes on whether somebody shows it or not.
class ChatTalk final : public QObject {
    Q_OBJECT

public:
    //! \brief One step of it, without words of any language.
    struct Piece {
        enum class Kind { Prompt, Model, Reasoning, Text, Tool, Ended, Stopped };

        Kind kind = Kind::Text;
        QString text; //!< of a tool its name
        QString arguments = {}; //!< of a tool
        qsizetype images = 0; //!< of a prompt
    };

    explicit ChatTalk(GatewayHost &host);

    //! \brief Goes on with \a message to \a model. Not while it is running.
    void ask(const QString &model, const ChatSettings &settings, const ChatMessage &message,
        const QByteArray &token);
    void stop();
    void reset();

    [[nodiscard]] bool isRunning() const { return m_call.isRunning(); }
    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }

    //! \brief All that came, pieces of one text in one.
    [[nodiscard]] const std::vector<Piece> &pieces() const { return m_pieces; }

    //! \brief How the last call went; nothing of it while one is running.
    [[nodiscard]] const ChatCallResult &result() const { return m_result; }
    //! \brief How long the running call took to its first token, if it came.
    [[nodiscard]] std::optional<std::chrono::milliseconds> begun() const { return m_begun; }
    //! \brief In micro-dollars, of the last call.
    [[nodiscard]] std::optional<qint64> cost() const { return m_cost; }
    //! \brief Tokens a second of the last call, 0 where it is not known.
    [[nodiscard]] double speed() const;

    //! \brief The request that \a message would be now; the last one where \a message is empty.
    [[nodiscard]] QByteArray body(
        const QString &model, const ChatSettings &settings, const ChatMessage &message) const;

Q_SIGNALS:
    void pieceCame(const nexus::ChatTalk::Piece &piece);
    //! result(), begun() or cost() are others.
    void factsChanged();
    void runningChanged();

private:
    void add(const Piece &piece);
    void onFinished(const ChatCallResult &result);
    void lookForCost();
    void forgetFacts();

    GatewayHost &m_host;
    ChatCall m_call;
    std::vector<Piece> m_pieces;
    std::vector<ChatMessage> m_messages;
    ChatMessage m_answer; //!< under way
    ChatCallResult m_result;
    std::optional<std::chrono::milliseconds> m_begun;
    std::optional<qint64> m_cost;
    QTimer m_costSearch;
    int m_costTries = 0;
};

} // namespace nexus

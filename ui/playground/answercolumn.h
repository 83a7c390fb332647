// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/codesnippet.h"
#include "ui/playground/chattalk.h"

#include <QFrame>
#include <QTimer>

#include <array>
#include <memory>

class QLabel;
class QStringListModel;
class QToolButton;

namespace nexus {

class AnswerView;
class GatewayHost;
class ModelChooser;

//! \brief One model: its name, the conversation with it, and what the last answer took.
class AnswerColumn final : public QFrame {
    Q_OBJECT

public:
    //! \param number from 1, for names of objects: `playgroundModel1`, `playgroundAnswer1`, …
    AnswerColumn(GatewayHost &host, QStringListModel &offers, int number, QWidget *parent = nullptr);

    [[nodiscard]] QString model() const;
    void setModel(const QString &model);
    void focusModel();
    //! \brief Whether its model is being typed.
    [[nodiscard]] bool hasFocusInside() const;
    [[nodiscard]] int number() const { return m_number; }
    void setRemovable(bool isRemovable);
    void setFormatted(bool isFormatted);

    //! \brief Goes on with \a message. Without a model it says so in place and sends nothing.
    //! \return whether it was sent
    [[nodiscard]] bool ask(const ChatSettings &settings, const ChatMessage &message, const QByteArray &token);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_talk->isRunning(); }
    [[nodiscard]] bool isEmpty() const { return m_talk->isEmpty(); }
    void reset();

    //! \brief The request that \a message would be now; the last one where \a message is empty.
    [[nodiscard]] QByteArray body(const ChatSettings &settings, const ChatMessage &message) const;

    //! \brief Hands out the conversation, which goes on, and begins another one.
    [[nodiscard]] std::unique_ptr<ChatTalk> takeTalk();
    //! \brief Goes on with \a talk in place of what is here.
    void setTalk(std::unique_ptr<ChatTalk> talk);

Q_SIGNALS:
    void runningChanged();
    void modelChanged();
    void removeClicked();
    void codeWanted(nexus::ChatCode code);
    void aliasWanted();

private:
    enum Fact { FirstToken, Speed, Tokens, Cost, FactCount };

    void buildHead();
    void buildFoot();
    void buildKeepMenu();
    void followTalk();
    void onPiece(const ChatTalk::Piece &piece);
    void showFacts();
    void say(const QString &problem);
    void confirmCopied();

    GatewayHost &m_host;
    int m_number;
    ModelChooser *m_model;
    QToolButton *m_remove;
    AnswerView *m_view;
    QLabel *m_problem;
    std::array<QLabel *, FactCount> m_facts {};
    QToolButton *m_keep;
    QTimer m_copiedBack;
    std::unique_ptr<ChatTalk> m_talk; //!< always there
};

} // namespace nexus

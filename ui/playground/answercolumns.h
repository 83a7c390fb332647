// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/codesnippet.h"
#include "ui/playground/chatdraft.h"

#include <QScrollArea>
#include <QStringListModel>

#include <memory>
#include <vector>

class QHBoxLayout;

namespace nexus {

class AnswerColumn;
class ChatTalk;
class GatewayHost;

//! \brief One to four models side by side. Columns keep a width that can be read; the row scrolls beyond.
class AnswerColumns final : public QScrollArea {
    Q_OBJECT

public:
    static constexpr std::size_t most = 4;

    explicit AnswerColumns(GatewayHost &host, QWidget *parent = nullptr);

    //! \brief Adds a column for \a model, empty to choose one; nothing where there are enough.
    void add(const QString &model);
    [[nodiscard]] bool isFull() const { return m_columns.size() >= most; }
    [[nodiscard]] bool isRunning() const;

    [[nodiscard]] QStringList models() const;
    //! \brief Makes one column for each of \a models; none that holds a conversation is lost.
    void setModels(const QStringList &models);
    //! \brief Shows a column with \a model: one that has it, else an unused one, else another one.
    void follow(const QString &model);

    //! \brief Sends \a message to all. \return how many took it
    [[nodiscard]] int ask(const ChatSettings &settings, const ChatMessage &message, const QByteArray &token);
    void stop();
    void reset();
    void setFormatted(bool isFormatted);

    //! \brief Hands out the conversations, which go on, in the order of models().
    [[nodiscard]] std::vector<std::unique_ptr<ChatTalk>> takeTalks();
    //! \brief Gives each column one of \a talks; there are columns for all of them.
    void setTalks(std::vector<std::unique_ptr<ChatTalk>> talks);

Q_SIGNALS:
    void runningChanged();
    void modelsChanged();
    void codeWanted(nexus::AnswerColumn *column, nexus::ChatCode code);
    void aliasWanted(nexus::AnswerColumn *column);

private:
    void remove(AnswerColumn *column);
    void refreshOffers();
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] int freeNumber() const;
    void updateRemovable();

    GatewayHost &m_host;
    QStringListModel m_offers;
    QHBoxLayout *m_row;
    std::vector<AnswerColumn *> m_columns;
    bool m_hasChosen = false; //!< a model, where nobody has
    bool m_isFormatted = true;
};

} // namespace nexus

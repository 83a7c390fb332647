// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "service/chatcall.h"
#include "ui/widgets/page.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace nexus {

//! \brief The second step: one prompt through the gateway itself, its answer as it comes, and what it cost.
class TryStep final : public QWidget {
    Q_OBJECT

public:
    explicit TryStep(const ConsoleParts &parts, QWidget *parent = nullptr);

    //! \brief Offers the models of \a provider, as soon as they are known, and chooses a small one.
    void setProvider(const QString &provider);
    //! \brief The model that is chosen, `provider/model`; empty while there is none.
    [[nodiscard]] QString model() const;

Q_SIGNALS:
    void modelChanged();
    //! An answer came whole.
    void answered(const QString &summary);

private:
    void makeLayout();
    void connectParts();
    void refreshModels();
    void suggestPrompt();
    void showSend();
    void onSend();
    void onText(const QString &text);
    void onFinished(const ChatCallResult &result);
    void showFoot();
    void lookForCost();

    ConsoleParts m_parts;
    QString m_provider;
    QString m_suggested; //!< what the prompt began with
    ChatCall m_call;
    ChatCallResult m_result;
    std::optional<qint64> m_cost; //!< millionths of a dollar
    QTimer m_costSearch;
    int m_costTries = 0;
    QComboBox *m_models;
    QLabel *m_reason; //!< why there is no list of them
    QLineEdit *m_prompt;
    QPushButton *m_send;
    QPlainTextEdit *m_answer;
    QLabel *m_foot;
};

} // namespace nexus

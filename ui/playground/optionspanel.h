// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/playgroundprompts.h"
#include "ui/playground/chatdraft.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace nexus {

class AdvancedOptions;
class CodeView;
class SecretField;

//! \brief What goes with every message: system prompt, numbers, tools. What is left alone is not sent.
class OptionsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit OptionsPanel(QWidget *parent = nullptr);

    [[nodiscard]] ChatSettings settings() const;
    //! \brief Writes the settings into \a prompt, tools as they were typed.
    void fill(SavedPrompt &prompt) const;
    void setPrompt(const SavedPrompt &prompt);

    //! \brief Whether what is typed can be sent; leads to what cannot.
    [[nodiscard]] bool check();

    [[nodiscard]] bool isFormatted() const;
    void setFormatted(bool isFormatted);

    [[nodiscard]] bool isAdvancedOpen() const;
    void setAdvancedOpen(bool isOpen);

    //! \brief The width that it needs with everything open.
    [[nodiscard]] int neededWidth() const;

    //! \brief Whether callers must say who they are.
    void setNeedsToken(bool needsToken);
    [[nodiscard]] QByteArray token() const;

Q_SIGNALS:
    void changed();
    void formattedChanged(bool isFormatted);
    void advancedOpenChanged(bool isOpen);

private:
    void build();
    void buildNumbers();
    void buildTools();
    void checkTools();

    QPlainTextEdit *m_system;
    QDoubleSpinBox *m_temperature;
    QDoubleSpinBox *m_topP;
    QSpinBox *m_maxTokens;
    CodeView *m_tools;
    QLabel *m_toolsProblem;
    AdvancedOptions *m_advanced;
    QCheckBox *m_formatted;
    QLabel *m_tokenLabel = nullptr;
    SecretField *m_token;
};

} // namespace nexus

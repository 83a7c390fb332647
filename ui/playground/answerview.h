// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTextBrowser>
#include <QTimer>

#include <vector>

namespace nexus {

//! \brief A conversation with one model: it grows while the model writes, about thirty times a second, and
//! takes its form when the answer is whole. Nothing is ever loaded from elsewhere.
class AnswerView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    void addPrompt(const QString &text, qsizetype images);
    void beginAnswer(const QString &model);
    void addText(const QString &text);
    void addReasoning(const QString &text);
    void addTool(const QString &name, const QString &arguments);
    //! \brief Gives what has come its form. \a note says why the answer is not whole, empty when it is.
    void endAnswer(const QString &note);
    void clearAll();

    //! \brief Whether answers are shown as Markdown, or as they were written.
    void setFormatted(bool isFormatted);
    [[nodiscard]] bool isEmpty() const { return m_said.empty(); }

private:
    enum class Kind { Who, Prompt, Reasoning, Answer, Tool, Note };

    struct Said {
        Kind kind;
        QString text;
    };

    void say(Kind kind, const QString &text);
    void grow(Kind kind, const QString &text);
    void flush();
    void render();
    void write(const Said &said);
    void beginBlock(Kind kind);
    void insert(Kind kind, const QString &text);
    [[nodiscard]] bool isAtEnd() const;
    void scrollToEnd();
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;

    std::vector<Said> m_said;
    std::vector<Said> m_pending; //!< pieces that are not shown yet
    QTimer m_flush;
    bool m_isFormatted = true;
};

} // namespace nexus

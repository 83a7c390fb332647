// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/snippets.h"

#include <QPlainTextEdit>

namespace nexus {

//! \brief In what language a text is highlighted.
enum class CodeLanguage { Plain, JsonText, Toml, Python, JavaScript, Shell };

//! \brief In what language a snippet is written.
[[nodiscard]] CodeLanguage languageOf(SnippetKind kind);

//! \brief Text in a font of equal widths with colours for its language. Read-only unless told otherwise.
class CodeView final : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeView(CodeLanguage language, QWidget *parent = nullptr);

    void setLanguage(CodeLanguage language);

    //! \brief Makes it exactly as high as its text, up to \a lines lines; it scrolls beyond.
    void fitTo(int lines);

private:
    void changeEvent(QEvent *event) override;

    class Highlighter;
    Highlighter *m_highlighter;
};

} // namespace nexus

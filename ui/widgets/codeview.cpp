// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/codeview.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QSyntaxHighlighter>

namespace nexus {

namespace {

struct Rule {
    QRegularExpression pattern;
    Tone tone;
};

QString words(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::Python:
        return QStringLiteral(
            "from|import|def|class|return|for|in|if|else|elif|with|as|print|None|True|False|"
            "async|await|not|and|or");
    case CodeLanguage::JavaScript:
        return QStringLiteral(
            "import|from|const|let|new|await|async|for|of|return|function|if|else|null|true|"
            "false|console|export|default");
    case CodeLanguage::Shell:
        return QStringLiteral("curl|export|set|unset|echo|pip|npm|install");
    case CodeLanguage::JsonText:
    case CodeLanguage::Toml:
        return QStringLiteral("true|false|null");
    case CodeLanguage::Plain:
        break;
    }
    return {};
}

// Later rules win where two fit: comments and strings come last.
std::vector<Rule> rulesOf(CodeLanguage language)
{
    if (language == CodeLanguage::Plain) {
        return {};
    }
    const auto expression = [](const char *text) { return QRegularExpression(QString::fromLatin1(text)); };
    std::vector<Rule> rules;
    rules.push_back({QRegularExpression(QStringLiteral("\\b(%1)\\b").arg(words(language))), Tone::Accent});
    rules.push_back({expression("\\b-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?\\b"), Tone::Series3});
    rules.push_back({expression("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"), Tone::Good});
    if (language == CodeLanguage::JsonText) {
        rules.push_back({expression("\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:)"), Tone::Series2});
        return rules;
    }
    if (language == CodeLanguage::Toml) {
        rules.push_back({expression("^\\s*[A-Za-z0-9_.\"-]+(?=\\s*=)"), Tone::Series2});
        rules.push_back({expression("^\\s*\\[.*\\]"), Tone::Accent});
    }
    if (language == CodeLanguage::JavaScript) {
        rules.push_back({expression("//.*$"), Tone::Dim});
    } else {
        rules.push_back({expression("(?:^|\\s)#.*$"), Tone::Dim});
    }
    return rules;
}

} // namespace

class CodeView::Highlighter final : public QSyntaxHighlighter {
public:
    Highlighter(QTextDocument *document, const QWidget &view)
        : QSyntaxHighlighter(document)
        , m_view(view)
    { }

    void setLanguage(CodeLanguage language)
    {
        m_rules = rulesOf(language);
        rehighlight();
    }

private:
    void highlightBlock(const QString &text) override
    {
        // Long lines are data, and colours are not worth the wait.
        if (text.size() > 4000) {
            return;
        }
        for (const Rule &rule : m_rules) {
            QRegularExpressionMatchIterator matches = rule.pattern.globalMatch(text);
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()),
                    toneColor(rule.tone, m_view.palette()));
            }
        }
    }

    const QWidget &m_view;
    std::vector<Rule> m_rules;
};

CodeLanguage languageOf(SnippetKind kind)
{
    switch (kind) {
    case SnippetKind::Python:
    case SnippetKind::LangChain:
        return CodeLanguage::Python;
    case SnippetKind::Node:
        return CodeLanguage::JavaScript;
    case SnippetKind::Curl:
    case SnippetKind::ClaudeCode:
    case SnippetKind::Environment:
        break;
    }
    return CodeLanguage::Shell;
}

CodeView::CodeView(CodeLanguage language, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new Highlighter(document(), *this))
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    setFont(font);
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    m_highlighter->setLanguage(language);
}

void CodeView::setLanguage(CodeLanguage language)
{
    m_highlighter->setLanguage(language);
}

void CodeView::fitTo(int lines)
{
    const int shown = std::clamp(document()->blockCount(), 1, lines);
    const int frame = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin()) + 2;
    setFixedHeight(shown * fontMetrics().lineSpacing() + frame + grid::unit);
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->rehighlight();
    }
}

} // namespace nexus

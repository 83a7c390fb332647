// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/diffview.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QTextBlock>

namespace nexus {

namespace {

QLatin1String signOf(DiffLine::Kind kind)
{
    switch (kind) {
    case DiffLine::Kind::Same:
        return QLatin1String("  ");
    case DiffLine::Kind::Added:
        return QLatin1String("+ ");
    case DiffLine::Kind::Removed:
        return QLatin1String("- ");
    }
    return {};
}

// One string of TOML, also one that the line does not end.
constexpr auto STRING = "\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?";

// \a text with dots for each string that \a pattern finds; a template names where a key is, and stays.
QString withoutStrings(const QString &text, const QRegularExpression &pattern)
{
    QString out = text;
    qsizetype from = 0;
    for (QRegularExpressionMatch match = pattern.match(out); match.hasMatch();
         match = pattern.match(out, from)) {
        from = match.capturedEnd();
        if (!match.captured().contains(QLatin1String("{{"))) {
            const QString shown = QStringLiteral("\"••••\"");
            out.replace(match.capturedStart(), match.capturedLength(), shown);
            from = match.capturedStart() + shown.size();
        }
    }
    return out;
}

// What may be a key is not for who looks over a shoulder.
QString withoutKeys(const QString &line)
{
    static const QString string = QLatin1String(STRING);
    static const QRegularExpression value(
        QStringLiteral("\\b(?:api_keys?|access_key_id|secret_access_key|session_token|value)\\s*=\\s*"
                       "(%1|\\[(?:%1|[^\\]\"'])*\\]?)")
            .arg(string));
    static const QRegularExpression inside(string);
    QString out = line;
    qsizetype from = 0;
    for (QRegularExpressionMatch match = value.match(out); match.hasMatch(); match = value.match(out, from)) {
        const QString shown = withoutStrings(match.captured(1), inside);
        out.replace(match.capturedStart(1), match.capturedLength(1), shown);
        from = match.capturedStart(1) + shown.size();
    }
    return out;
}

// Hides the keys in the lines of one hunk. The items of an array have no name beside them, and a hunk may
// begin among them.
class KeyHider final {
public:
    QString operator()(const QString &line)
    {
        static const QRegularExpression named(QStringLiteral("^\\s*[\\w.\"'-]+\\s*="));
        static const QRegularExpression keys(QStringLiteral("^\\s*api_keys\\s*=\\s*\\["));
        static const QRegularExpression anything {QLatin1String(STRING)};
        static const QRegularExpression likeKey(QStringLiteral("\"[\\w.+=-]{16,}\"|'[\\w.+=-]{16,}'"));
        const QString start = line.trimmed();
        if (named.match(line).hasMatch() || start.startsWith(QLatin1Char('['))) {
            m_place = keys.match(line).hasMatch() && !start.contains(QLatin1Char(']')) ? Keys : Elsewhere;
        } else if (start.startsWith(QLatin1Char(']'))) {
            m_place = Elsewhere;
        } else if (m_place != Elsewhere) {
            return withoutStrings(line, m_place == Keys ? anything : likeKey);
        }
        return withoutKeys(line);
    }

private:
    enum { Unknown, Keys, Elsewhere } m_place = Unknown;
};

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(12);
    setFont(font);
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Lines of nexus.toml that change"));
}

void DiffView::setHunks(const std::vector<DiffHunk> &hunks, int lines)
{
    m_kinds.clear();
    QStringList text;
    for (const DiffHunk &hunk : hunks) {
        if (!text.isEmpty()) {
            text.append(QStringLiteral("  …"));
            m_kinds.push_back(DiffLine::Kind::Same);
        }
        KeyHider shown;
        for (const DiffLine &line : hunk) {
            text.append(signOf(line.kind) + shown(line.text));
            m_kinds.push_back(line.kind);
        }
    }
    setPlainText(text.join(QLatin1Char('\n')));
    paintGrounds();
    const int shown = std::clamp(static_cast<int>(m_kinds.size()), 1, lines);
    const int frame = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin()) + 2;
    setFixedHeight(shown * fontMetrics().lineSpacing() + frame + grid::unit);
}

void DiffView::paintGrounds()
{
    QList<QTextEdit::ExtraSelection> grounds;
    QTextBlock block = document()->firstBlock();
    for (const DiffLine::Kind kind : m_kinds) {
        QTextEdit::ExtraSelection ground;
        ground.cursor = QTextCursor(block);
        ground.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (kind == DiffLine::Kind::Same) {
            ground.format.setForeground(toneColor(Tone::Dim, palette()));
            ground.cursor.select(QTextCursor::LineUnderCursor);
            ground.format.clearProperty(QTextFormat::FullWidthSelection);
        } else {
            const bool isAdded = kind == DiffLine::Kind::Added;
            ground.format.setBackground(toneColor(isAdded ? Tone::GoodGround : Tone::BadGround, palette()));
        }
        grounds.append(ground);
        block = block.next();
    }
    setExtraSelections(grounds);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintGrounds();
    }
}

} // namespace nexus

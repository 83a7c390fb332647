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

// What may be a key is not for who looks over a shoulder; a template names where it is, and stays.
QString withoutKeys(const QString &line)
{
    const QRegularExpression secret(
        QStringLiteral("(\\b(?:api_keys?|access_key_id|secret_access_key|session_token|value)\\s*=\\s*)"
                       "(\"(?:[^\"\\\\]|\\\\.)*\"?|'[^']*'?|\\[[^\\]]*\\]?)"));
    QString out = line;
    qsizetype from = 0;
    for (QRegularExpressionMatch match = secret.match(out); match.hasMatch();
         match = secret.match(out, from)) {
        from = match.capturedEnd();
        if (!match.captured(2).contains(QLatin1String("{{"))) {
            const QString shown = match.captured(1) + QStringLiteral("\"••••\"");
            out.replace(match.capturedStart(), match.capturedLength(), shown);
            from = match.capturedStart() + shown.size();
        }
    }
    return out;
}

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
        for (const DiffLine &line : hunk) {
            text.append(signOf(line.kind) + withoutKeys(line.text));
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

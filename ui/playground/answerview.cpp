// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playground/answerview.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFontDatabase>
#include <QPixmap>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextDocumentFragment>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds frameTime {33};
constexpr int wholeUpTo = 200'000; // characters that are worth the time to format

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(grid::unit + 4);
    setPlaceholderText(tr("The answer appears here as it is written."));
    m_flush.setSingleShot(true);
    m_flush.setInterval(frameTime);
    connect(&m_flush, &QTimer::timeout, this, &AnswerView::flush);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &url) {
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) {
            QDesktopServices::openUrl(url);
        }
    });
    // A link may say another address than it has.
    connect(this, &QTextBrowser::highlighted, this,
        [this](const QUrl &url) { setToolTip(url.toDisplayString()); });
}

void AnswerView::addPrompt(const QString &text, qsizetype images)
{
    flush();
    say(Kind::Who, tr("You"));
    if (!text.isEmpty()) {
        say(Kind::Prompt, text);
    }
    if (images > 0) {
        say(Kind::Note, tr("With %n image(s).", nullptr, static_cast<int>(images)));
    }
    scrollToEnd();
}

void AnswerView::beginAnswer(const QString &model)
{
    flush();
    say(Kind::Who, model);
    scrollToEnd();
}

void AnswerView::addText(const QString &text)
{
    grow(Kind::Answer, text);
}

void AnswerView::addReasoning(const QString &text)
{
    grow(Kind::Reasoning, text);
}

void AnswerView::addTool(const QString &name, const QString &arguments)
{
    flush();
    const bool follows = isAtEnd();
    say(Kind::Tool, QStringLiteral("%1(%2)").arg(name, arguments));
    if (follows) {
        scrollToEnd();
    }
}

void AnswerView::endAnswer(const QString &note)
{
    flush();
    if (!note.isEmpty()) {
        m_said.push_back({Kind::Note, note});
    }
    render();
}

void AnswerView::clearAll()
{
    m_flush.stop();
    m_pending.clear();
    m_said.clear();
    clear();
}

void AnswerView::setFormatted(bool isFormatted)
{
    if (m_isFormatted != isFormatted) {
        m_isFormatted = isFormatted;
        render();
    }
}

void AnswerView::say(Kind kind, const QString &text)
{
    m_said.push_back({kind, text});
    beginBlock(kind);
    insert(kind, text);
}

void AnswerView::grow(Kind kind, const QString &text)
{
    if (!m_pending.empty() && m_pending.back().kind == kind) {
        m_pending.back().text += text;
    } else {
        m_pending.push_back({kind, text});
    }
    if (!m_flush.isActive()) {
        m_flush.start();
    }
}

void AnswerView::flush()
{
    m_flush.stop();
    if (m_pending.empty()) {
        return;
    }
    const bool follows = isAtEnd();
    for (const Said &piece : std::exchange(m_pending, {})) {
        if (!m_said.empty() && m_said.back().kind == piece.kind) {
            m_said.back().text += piece.text;
            insert(piece.kind, piece.text);
        } else {
            say(piece.kind, piece.text);
        }
    }
    if (follows) {
        scrollToEnd();
    }
}

void AnswerView::render()
{
    flush();
    const bool follows = isAtEnd();
    const int place = verticalScrollBar()->value();
    clear();
    for (const Said &said : m_said) {
        write(said);
    }
    if (follows) {
        scrollToEnd();
    } else {
        verticalScrollBar()->setValue(place);
    }
}

void AnswerView::write(const Said &said)
{
    beginBlock(said.kind);
    if (said.kind != Kind::Answer || !m_isFormatted || said.text.size() > wholeUpTo) {
        insert(said.kind, said.text);
        return;
    }
    QTextDocument form;
    form.setDefaultFont(document()->defaultFont());
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectGitHub;
    features.setFlag(QTextDocument::MarkdownNoHTML);
    form.setMarkdown(said.text, features);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertFragment(QTextDocumentFragment(&form));
}

void AnswerView::beginBlock(Kind kind)
{
    QTextBlockFormat block;
    block.setTopMargin(kind == Kind::Who ? grid::margin : grid::unit / 2);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (document()->isEmpty()) {
        block.setTopMargin(0);
        cursor.setBlockFormat(block);
        cursor.setBlockCharFormat({});
    } else {
        cursor.insertBlock(block, {});
    }
}

void AnswerView::insert(Kind kind, const QString &text)
{
    QTextCharFormat format;
    format.setForeground(toneColor(Tone::Text, palette()));
    if (kind == Kind::Who || kind == Kind::Note || kind == Kind::Reasoning) {
        format.setForeground(toneColor(Tone::Dim, palette()));
    }
    format.setFontItalic(kind == Kind::Reasoning);
    if (kind == Kind::Who) {
        format.setFontWeight(QFont::DemiBold);
    }
    if (kind == Kind::Tool) {
        format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text, format);
}

bool AnswerView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - grid::unit;
}

void AnswerView::scrollToEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

QVariant AnswerView::loadResource(int type, const QUrl &)
{
    // Never nothing: the document would look for a file itself.
    if (type == QTextDocument::ImageResource) {
        return lineIcon(QStringLiteral("image"), Tone::Dim).pixmap(QSize(grid::margin, grid::margin));
    }
    return QByteArray("");
}

void AnswerView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_said.empty()) {
        render();
    }
}

} // namespace nexus

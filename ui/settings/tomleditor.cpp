// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tomleditor.h"

#include "ui/settings/linenumbers.h"
#include "ui/widgets/codeview.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTextBlock>

namespace nexus {

TomlEditor::TomlEditor(QWidget *parent)
    : QWidget(parent)
    , m_view(new CodeView(CodeLanguage::Toml, this))
    , m_numbers(new LineNumbers(*m_view, this))
    , m_items(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_items, this))
{
    m_view->setReadOnly(false);
    m_view->setTabChangesFocus(true);
    m_view->setObjectName(QStringLiteral("tomlEditor"));
    m_view->setAccessibleName(tr("Text of nexus.toml"));
    m_view->installEventFilter(this);
    m_completer->setWidget(m_view);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setObjectName(QStringLiteral("tomlCompletions"));
    // Before the completer's own, which would hand Return to the text.
    m_completer->popup()->installEventFilter(this);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_numbers);
    layout->addWidget(m_view, 1);
    auto *const ask = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space), m_view);
    ask->setContext(Qt::WidgetShortcut);
    connect(ask, &QShortcut::activated, this, &TomlEditor::complete);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &TomlEditor::take);
    connect(m_view, &QPlainTextEdit::textChanged, this, &TomlEditor::onTextChanged);
    connect(m_view, &QPlainTextEdit::cursorPositionChanged, this, &TomlEditor::paintMarks);
    paintMarks();
}

QString TomlEditor::text() const
{
    // Unlike toPlainText(), which would make a blank of a no-break one.
    QString raw = m_view->document()->toRawText();
    return raw.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
}

void TomlEditor::replaceText(const QString &text)
{
    if (text == this->text()) {
        return;
    }
    const int place = m_view->textCursor().position();
    const int scrolled = m_view->verticalScrollBar()->value();
    QTextCursor cursor(m_view->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.setPosition(std::min(place, m_view->document()->characterCount() - 1));
    m_view->setTextCursor(cursor);
    m_view->verticalScrollBar()->setValue(scrolled);
}

void TomlEditor::setProblem(const std::optional<FileProblem> &problem)
{
    m_problem = problem;
    m_numbers->mark(problem ? problem->line : 0);
    paintMarks();
}

void TomlEditor::goTo(int line, int column)
{
    const QTextBlock block = m_view->document()->findBlockByNumber(std::max(0, line - 1));
    QTextCursor cursor(block.isValid() ? block : m_view->document()->lastBlock());
    const int inside = std::clamp(column - 1, 0, cursor.block().length() - 1);
    cursor.setPosition(cursor.block().position() + inside);
    m_view->setTextCursor(cursor);
    m_view->centerCursor();
    m_view->setFocus(Qt::OtherFocusReason);
}

bool TomlEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *const key = static_cast<QKeyEvent *>(event);
    QAbstractItemView *const popup = m_completer->popup();
    const bool takes
        = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab;
    if (watched == popup && takes) {
        const QModelIndex index = popup->currentIndex();
        popup->hide();
        take(index);
        return true;
    }
    m_isTyped = !key->text().isEmpty() && key->text().front().isPrint();
    return QWidget::eventFilter(watched, event);
}

void TomlEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        paintMarks();
    }
}

void TomlEditor::onTextChanged()
{
    const bool isTyped = std::exchange(m_isTyped, false);
    if (isTyped || m_completer->popup()->isVisible()) {
        complete();
    }
    Q_EMIT textChanged();
}

void TomlEditor::complete()
{
    const TomlCompletions found = m_completion.at(text(), m_view->textCursor().position());
    m_items->clear();
    m_from = found.from;
    for (const TomlCompletions::Item &completion : found.items) {
        auto *const item = new QStandardItem(completion.text);
        item->setToolTip(completion.help);
        item->setData(completion.help, Qt::AccessibleDescriptionRole);
        m_items->appendRow(item);
    }
    QAbstractItemView *const popup = m_completer->popup();
    if (found.items.empty()) {
        popup->hide();
        return;
    }
    QRect place = m_view->cursorRect();
    place.setWidth(
        popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 4 * grid::unit);
    m_completer->complete(place);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void TomlEditor::take(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    QTextCursor cursor = m_view->textCursor();
    cursor.setPosition(static_cast<int>(m_from), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_view->setTextCursor(cursor);
    // After `enabled = ` come its values, after `health.` its keys.
    if (text.endsWith(QLatin1Char(' ')) || text.endsWith(QLatin1Char('.'))) {
        complete();
    }
}

void TomlEditor::paintMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection current;
    current.cursor = m_view->textCursor();
    current.cursor.clearSelection();
    current.format.setBackground(toneColor(Tone::Raised, palette()));
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks.append(current);
    const QTextBlock block
        = m_problem ? m_view->document()->findBlockByNumber(m_problem->line - 1) : QTextBlock();
    if (block.isValid() && block.length() > 1) {
        QTextEdit::ExtraSelection wave;
        // What is missed at the end of a line is shown by all of it.
        const QString line = block.text();
        const int indent = static_cast<int>(
            std::distance(line.begin(), std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); })));
        const bool isInside = m_problem->column > 0 && m_problem->column <= line.size();
        const int begin = isInside ? m_problem->column - 1 : std::min(indent, block.length() - 2);
        wave.cursor = QTextCursor(block);
        wave.cursor.setPosition(block.position() + begin);
        wave.cursor.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(toneColor(Tone::Bad, palette()));
        wave.format.setToolTip(m_problem->message);
        marks.append(wave);
    }
    m_view->setExtraSelections(marks);
}

} // namespace nexus

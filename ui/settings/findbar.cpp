// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/findbar.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QToolButton>

namespace nexus {

FindBar::FindBar(QPlainTextEdit &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_words(new QLineEdit(this))
    , m_count(dimLabel({}, this))
{
    m_words->setObjectName(QStringLiteral("tomlFindField"));
    m_words->setPlaceholderText(tr("Find in the file"));
    m_words->setAccessibleName(tr("Find in the file"));
    m_words->setMaximumWidth(40 * grid::unit);
    m_count->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("tomlFindCount"));
    QToolButton *const previous = iconButton(QStringLiteral("chevron-left"), tr("Previous match"), this);
    QToolButton *const next = iconButton(QStringLiteral("chevron-right"), tr("Next match"), this);
    QToolButton *const end = iconButton(QStringLiteral("cross"), tr("Close search"), this);
    previous->setObjectName(QStringLiteral("tomlFindPrevious"));
    next->setObjectName(QStringLiteral("tomlFindNext"));
    end->setObjectName(QStringLiteral("tomlFindClose"));
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_words, 1);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(end);
    auto *const escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &FindBar::close);
    connect(end, &QToolButton::clicked, this, &FindBar::close);
    connect(m_words, &QLineEdit::textChanged, this, [this] { find(false, true); });
    connect(m_words, &QLineEdit::returnPressed, this, [this] { find(false, false); });
    connect(next, &QToolButton::clicked, this, [this] { find(false, false); });
    connect(previous, &QToolButton::clicked, this, [this] { find(true, false); });
    hide();
}

void FindBar::open()
{
    const QString selected = m_editor.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar(QChar::ParagraphSeparator))) {
        m_words->setText(selected);
    }
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    count();
}

void FindBar::find(bool isBackward, bool isFresh)
{
    const QString words = m_words->text();
    QTextCursor cursor = m_editor.textCursor();
    if (isFresh) {
        cursor.setPosition(cursor.selectionStart());
        m_editor.setTextCursor(cursor);
    }
    const QTextDocument::FindFlags flags
        = isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (!words.isEmpty() && !m_editor.find(words, flags)) {
        // From the other end.
        const QTextCursor before = m_editor.textCursor();
        m_editor.moveCursor(isBackward ? QTextCursor::End : QTextCursor::Start);
        if (!m_editor.find(words, flags)) {
            m_editor.setTextCursor(before);
        }
    }
    count();
}

void FindBar::count()
{
    const QString words = m_words->text();
    const QString text = m_editor.toPlainText();
    const auto matches = words.isEmpty() ? 0 : text.count(words, Qt::CaseInsensitive);
    m_count->setText(words.isEmpty() ? QString() : tr("%n match(es)", nullptr, static_cast<int>(matches)));
    setLook(m_words, "state", !words.isEmpty() && matches == 0 ? QStringLiteral("bad") : QString());
}

void FindBar::close()
{
    hide();
    m_editor.setFocus(Qt::OtherFocusReason);
}

} // namespace nexus

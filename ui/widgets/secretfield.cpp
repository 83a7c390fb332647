// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/secretfield.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

namespace nexus {

namespace {

// The clipboard's text is compared without keeping it.
QByteArray digestOf(const QString &text)
{
    return text.isEmpty() ? QByteArray()
                          : QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

Secret secretOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    Secret secret(bytes.trimmed());
    bytes.fill('\0');
    return secret;
}

} // namespace

SecretField::SecretField(QWidget *parent)
    : QLineEdit(parent)
    , m_reveal(new QAction(this))
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setCheckable(true);
    m_reveal->setText(tr("Show what is typed"));
    m_reveal->setVisible(false);
    addAction(m_reveal, QLineEdit::TrailingPosition);
    updateIcon();
    connect(m_reveal, &QAction::toggled, this, &SecretField::onRevealToggled);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_reveal->setVisible(!text.isEmpty());
        if (text.isEmpty()) {
            m_reveal->setChecked(false);
        }
    });
    m_clearClipboard.setSingleShot(true);
    m_clearClipboard.setInterval(clipboardTime);
    connect(&m_clearClipboard, &QTimer::timeout, this, &SecretField::clearClipboard);
}

SecretField::~SecretField()
{
    const QSignalBlocker quiet(this);
    clearClipboard();
    wipe();
}

Secret SecretField::secret() const
{
    return secretOf(text());
}

Secret SecretField::take()
{
    Secret out = secretOf(text());
    wipe();
    return out;
}

void SecretField::wipe()
{
    const qsizetype size = text().size();
    if (size > 0) {
        // Not setText(): inserting over a selection writes into the buffer that holds the key.
        selectAll();
        insert(QString(size, QLatin1Char('x')));
    }
    // setText() forgets the steps of undo, which hold the key as well.
    setText({});
}

void SecretField::onRevealToggled(bool isShown)
{
    setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setText(isShown ? tr("Hide what is typed") : tr("Show what is typed"));
}

// What is pasted with keys or the menu comes from the clipboard, with the middle button from the selection.
// What is dropped may be in either.
void SecretField::remember(const QString &text)
{
    const QByteArray digest = digestOf(text);
    if (digest.isEmpty()) {
        return;
    }
    m_pasted.insert(digest);
    m_clearClipboard.start();
}

void SecretField::clearClipboard()
{
    m_clearClipboard.stop();
    if (m_pasted.isEmpty()) {
        return;
    }
    const QSet<QByteArray> pasted = std::exchange(m_pasted, {});
    QClipboard *const clipboard = QGuiApplication::clipboard();
    if (pasted.contains(digestOf(clipboard->text()))) {
        clipboard->clear();
    }
    if (clipboard->supportsSelection() && pasted.contains(digestOf(clipboard->text(QClipboard::Selection)))) {
        clipboard->clear(QClipboard::Selection);
    }
}

void SecretField::updateIcon()
{
    m_reveal->setIcon(lineIcon(QStringLiteral("eye"), Tone::Dim));
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    // A shown key could be copied otherwise.
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut)) {
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        remember(QGuiApplication::clipboard()->text());
    }
    // Only what can be read is copied into the selection of the system while it is marked.
    const EchoMode mode = echoMode();
    const bool isMarking
        = event->modifiers().testFlag(Qt::ShiftModifier) || event->matches(QKeySequence::SelectAll);
    if (mode == Normal && isMarking) {
        setEchoMode(Password);
    }
    QLineEdit::keyPressEvent(event);
    if (mode == Normal && isMarking && m_reveal->isChecked()) {
        setEchoMode(Normal);
    }
}

void SecretField::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton && QGuiApplication::clipboard()->supportsSelection()) {
        remember(QGuiApplication::clipboard()->text(QClipboard::Selection));
    }
    // What is marked would be in the selection of the system otherwise, where a middle click pastes it.
    const int start = selectionStart();
    const int length = selectionLength();
    const bool isMarked = event->button() == Qt::LeftButton && start >= 0;
    if (isMarked) {
        deselect();
    }
    QLineEdit::mouseReleaseEvent(event);
    if (isMarked) {
        setSelection(start, length);
    }
}

void SecretField::dropEvent(QDropEvent *event)
{
    remember(event->mimeData()->text());
    QLineEdit::dropEvent(event);
}

void SecretField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *const pasteAction = menu->addAction(tr("Paste"));
    pasteAction->setEnabled(!QGuiApplication::clipboard()->text().isEmpty());
    connect(pasteAction, &QAction::triggered, this, [this] {
        remember(QGuiApplication::clipboard()->text());
        paste();
    });
    QAction *const clearAction = menu->addAction(tr("Clear"));
    clearAction->setEnabled(!text().isEmpty());
    connect(clearAction, &QAction::triggered, this, &SecretField::wipe);
    menu->popup(event->globalPos());
}

void SecretField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        updateIcon();
    }
}

} // namespace nexus

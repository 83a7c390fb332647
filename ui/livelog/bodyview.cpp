// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/livelog/bodyview.h"

#include "ui/widgets/codeview.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nexus {

namespace {

QToolButton *choice(const QString &text, const QString &name, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    return button;
}

} // namespace

BodyView::BodyView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_note(dimLabel({}, this))
    , m_prettyButton(choice(tr("Formatted"), name + QStringLiteral("Formatted"), this))
    , m_rawButton(choice(tr("Raw"), name + QStringLiteral("Raw"), this))
    , m_view(new CodeView(CodeLanguage::JsonText, this))
{
    m_view->setObjectName(name + QStringLiteral("Text"));
    m_view->setAccessibleName(tr("Text of the body"));
    auto *const group = new QButtonGroup(this);
    group->addButton(m_prettyButton);
    group->addButton(m_rawButton);
    m_prettyButton->setChecked(true);
    auto *const copy = new CopyButton(
        tr("Copy"), [this] { return shownText(); }, this);
    copy->setObjectName(name + QStringLiteral("Copy"));
    auto *const head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_prettyButton);
    head->addWidget(m_rawButton);
    head->addStretch(1);
    head->addWidget(copy);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    connect(m_rawButton, &QToolButton::toggled, this, &BodyView::show);
}

void BodyView::setBody(const QByteArray &raw, const QString &pretty, const QString &note)
{
    if (raw == m_raw && pretty == m_pretty) {
        return;
    }
    m_raw = raw;
    m_pretty = pretty;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    show(m_rawButton->isChecked());
}

void BodyView::show(bool isRaw)
{
    m_view->setLanguage(isRaw ? CodeLanguage::Plain : CodeLanguage::JsonText);
    m_view->setLineWrapMode(isRaw ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_view->setPlainText(shownText());
}

QString BodyView::shownText() const
{
    return m_rawButton->isChecked() ? QString::fromUtf8(m_raw) : m_pretty;
}

} // namespace nexus

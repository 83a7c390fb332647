// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingeditor.h"

#include "ui/settings/toggle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace nexus {

SettingEditor::SettingEditor(const SettingSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    QWidget *field = nullptr;
    if (spec.kind == SettingKind::Switch) {
        layout->addStretch(1);
        field = makeToggle();
    } else if (spec.kind == SettingKind::Choice) {
        field = makeChoice();
    } else {
        field = makeField();
    }
    field->setObjectName(settingObjectName(spec.dotted()));
    field->setAccessibleName(spec.label());
    field->setAccessibleDescription(spec.help());
    layout->addWidget(field, spec.kind == SettingKind::Switch ? 0 : 1);
    if (!spec.unit().isEmpty()) {
        QLabel *const unit = dimLabel(spec.unit(), this);
        unit->setWordWrap(false);
        layout->addWidget(unit);
    }
    setFocusProxy(field);
}

void SettingEditor::setText(const QString &text)
{
    const QString shown = text.isEmpty() ? m_spec.defaultText() : text;
    if (m_toggle) {
        m_toggle->setChecked(shown == QLatin1String("true"));
        return;
    }
    if (m_choice) {
        int row = m_choice->findText(shown);
        if (row < 0) {
            // A word that is no choice, or a template.
            m_choice->addItem(shown);
            row = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(row);
        return;
    }
    const QString typed = m_field->text().trimmed();
    const bool isSame = typed == text || (text.isEmpty() && typed == m_spec.defaultText());
    if (m_field->hasFocus() ? !isSame : typed != text) {
        m_field->setText(text);
        m_field->setCursorPosition(0);
    }
}

void SettingEditor::setBad(bool isBad)
{
    if (m_field) {
        setLook(m_field, "state", isBad ? QStringLiteral("bad") : QString());
    }
}

QWidget *SettingEditor::makeToggle()
{
    m_toggle = new Toggle(this);
    connect(m_toggle, &Toggle::clicked, this,
        [this](bool isOn) { Q_EMIT edited(isOn ? QStringLiteral("true") : QStringLiteral("false")); });
    return m_toggle;
}

QWidget *SettingEditor::makeChoice()
{
    m_choice = new QComboBox(this);
    m_choice->addItems(m_spec.choices());
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->installEventFilter(this);
    connect(m_choice, &QComboBox::textActivated, this, &SettingEditor::edited);
    return m_choice;
}

QWidget *SettingEditor::makeField()
{
    m_field = new QLineEdit(this);
    m_field->setPlaceholderText(m_spec.defaultText().isEmpty() ? tr("Not set") : m_spec.defaultText());
    if (m_spec.kind == SettingKind::Number || m_spec.kind == SettingKind::Decimal) {
        m_field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (m_spec.kind == SettingKind::Secret) {
        m_field->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    }
    connect(m_field, &QLineEdit::textEdited, this,
        [this](const QString &text) { Q_EMIT edited(text.trimmed()); });
    return m_field;
}

// The wheel scrolls the page; it changes nothing on its way.
bool SettingEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString settingObjectName(const QString &key)
{
    return QStringLiteral("setting_") + QString(key).replace(QLatin1Char('.'), QLatin1Char('_'));
}

} // namespace nexus

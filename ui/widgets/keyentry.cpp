// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/keyentry.h"

#include "ui/widgets/copybutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QUrl>

namespace nexus {

namespace {

enum Place { Keychain, Variable };

} // namespace

KeyEntry::KeyEntry(const QString &name, const Environment &environment, QWidget *parent)
    : QWidget(parent)
    , m_environment(environment)
    , m_place(new QComboBox(this))
    , m_fields(new QStackedWidget(this))
    , m_secret(new SecretField(this))
    , m_variable(new QLineEdit(this))
    , m_hint(dimLabel({}, this))
    , m_getKey(linkButton(tr("Get a key"), this))
    , m_export(new CopyButton(
          tr("Copy the line"), [this] { return QStringLiteral("export %1=\n").arg(variable()); }, this))
{
    makeFields(name);
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::unit);
    row->addWidget(m_fields, 1);
    row->addWidget(m_place);
    auto *const below = new QHBoxLayout;
    below->setSpacing(grid::unit);
    below->addWidget(m_hint, 1);
    below->addWidget(m_export, 0, Qt::AlignTop);
    below->addWidget(m_getKey, 0, Qt::AlignTop);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addLayout(below);
    connect(
        m_getKey, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_preset.keyPage)); });
    setPreset({});
}

void KeyEntry::makeFields(const QString &name)
{
    m_place->setObjectName(name + QStringLiteral("PlaceBox"));
    m_place->setAccessibleName(tr("Where the key is kept"));
    m_place->addItem(tr("In the keychain"));
    m_place->addItem(tr("In a variable"));
    m_secret->setObjectName(name + QStringLiteral("Field"));
    m_secret->setAccessibleName(tr("Key"));
    m_secret->setPlaceholderText(tr("Paste the key"));
    m_variable->setObjectName(name + QStringLiteral("VariableField"));
    m_variable->setAccessibleName(tr("Name of the environment variable"));
    m_export->setObjectName(name + QStringLiteral("ExportButton"));
    m_getKey->setObjectName(name + QStringLiteral("PageButton"));
    m_fields->addWidget(m_secret);
    m_fields->addWidget(m_variable);
    m_fields->setFixedHeight(grid::control);
    setFocusProxy(m_secret);
    // What lies before the proxy is never reached from what is before all of this.
    setTabOrder(m_variable, m_place);
    connect(m_place, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_fields->setCurrentIndex(place);
        setFocusProxy(m_fields->currentWidget());
        showState();
    });
    connect(m_secret, &QLineEdit::textChanged, this, &KeyEntry::showState);
    connect(m_variable, &QLineEdit::textChanged, this, &KeyEntry::showState);
}

void KeyEntry::setPreset(const ProviderPreset &preset)
{
    m_preset = preset;
    m_secret->wipe();
    m_place->setCurrentIndex(Keychain);
    m_variable->setText(preset.keyVariable);
    m_secret->setPlaceholderText(preset.key == ProviderPreset::Key::Required
            ? tr("Paste the key")
            : tr("Paste the key, if it needs one"));
    showState();
}

void KeyEntry::useEnvironment()
{
    m_place->setCurrentIndex(Variable);
    m_variable->setFocus();
}

KeySource KeyEntry::source(const QString &name) const
{
    if (isEnvironment()) {
        return {.kind = KeySource::Kind::Environment, .name = variable()};
    }
    if (m_secret->text().trimmed().isEmpty()) {
        return {};
    }
    return {.kind = KeySource::Kind::Keychain, .name = name};
}

Secret KeyEntry::key() const
{
    return isEnvironment() ? Secret(m_environment.text(variable()).toUtf8()) : m_secret->secret();
}

void KeyEntry::wipe()
{
    m_secret->wipe();
}

QString KeyEntry::problem() const
{
    if (!isEnvironment()) {
        const bool isMissing
            = m_preset.key == ProviderPreset::Key::Required && m_secret->text().trimmed().isEmpty();
        return isMissing ? tr("Paste the key first.") : QString();
    }
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    if (!name.match(variable()).hasMatch()) {
        return tr("Give the name of the variable: letters, digits and '_'.");
    }
    if (m_environment.text(variable()).isEmpty()) {
        return tr("%1 is not set where Nexus was started. Set it there, and start Nexus again.")
            .arg(variable());
    }
    return {};
}

void KeyEntry::showState()
{
    const QString trouble = problem();
    const bool isUnset = isEnvironment() && !trouble.isEmpty();
    if (isUnset) {
        m_hint->setText(trouble);
    } else if (isEnvironment()) {
        m_hint->setText(tr("%1 is set. The file names it and never holds the key.").arg(variable()));
    } else {
        m_hint->setText(tr("The file never holds the key. Later only its last four characters are shown."));
    }
    m_export->setVisible(isUnset && !variable().isEmpty());
    m_getKey->setVisible(!isEnvironment() && !m_preset.keyPage.isEmpty());
    Q_EMIT changed();
}

bool KeyEntry::isEnvironment() const
{
    return m_place->currentIndex() == Variable;
}

QString KeyEntry::variable() const
{
    return m_variable->text().trimmed();
}

} // namespace nexus

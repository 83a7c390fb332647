// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/aliases/aliasfields.h"

#include "ui/widgets/fieldrows.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace nexus {

namespace {

constexpr int systemHeight = 72;
constexpr int mostCompletions = 12;

QVBoxLayout *column(QBoxLayout *row, int stretch)
{
    auto *const layout = new QVBoxLayout;
    layout->setSpacing(4);
    row->addLayout(layout, stretch);
    return layout;
}

QHBoxLayout *line(QBoxLayout *layout)
{
    auto *const row = new QHBoxLayout;
    row->setSpacing(grid::margin);
    layout->addLayout(row);
    return row;
}

} // namespace

AliasFields::AliasFields(QAbstractItemModel &names, QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_target(new QLineEdit(this))
    , m_temperature(new QLineEdit(this))
    , m_maxTokens(new QLineEdit(this))
    , m_system(new QPlainTextEdit(this))
{
    m_name->setObjectName(QStringLiteral("aliasName"));
    m_name->setPlaceholderText(tr("for example: fast"));
    m_target->setObjectName(QStringLiteral("aliasTarget"));
    m_target->setPlaceholderText(tr("provider/model, then Enter"));
    m_temperature->setObjectName(QStringLiteral("aliasTemperature"));
    m_temperature->setPlaceholderText(tr("left to the model"));
    m_maxTokens->setObjectName(QStringLiteral("aliasMaxTokens"));
    m_maxTokens->setPlaceholderText(tr("left to the model"));
    m_system->setObjectName(QStringLiteral("aliasSystem"));
    m_system->setPlaceholderText(tr("Used where a request has no system text of its own."));
    m_system->setTabChangesFocus(true);
    m_system->setFixedHeight(systemHeight);
    auto *const completer = new QCompleter(&names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(mostCompletions);
    m_target->setCompleter(completer);
    auto *const add = new QPushButton(lineIcon(QStringLiteral("plus")), tr("Add target"), this);
    add->setObjectName(QStringLiteral("aliasTargetAdd"));
    add->setAutoDefault(false);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    QHBoxLayout *const first = line(layout);
    addField(column(first, 1), tr("Name"), m_name);
    addField(column(first, 2), tr("One more target"), m_target);
    first->addWidget(add, 0, Qt::AlignBottom);
    QHBoxLayout *const second = line(layout);
    addField(column(second, 1), tr("Temperature"), m_temperature);
    addField(column(second, 1), tr("Most tokens of an answer"), m_maxTokens);
    addField(layout, tr("System text"), m_system);
    connect(m_name, &QLineEdit::textChanged, this, &AliasFields::changed);
    connect(m_temperature, &QLineEdit::textChanged, this, &AliasFields::changed);
    connect(m_maxTokens, &QLineEdit::textChanged, this, &AliasFields::changed);
    connect(m_system, &QPlainTextEdit::textChanged, this, &AliasFields::changed);
    connect(add, &QPushButton::clicked, this, &AliasFields::takeTarget);
    connect(m_target, &QLineEdit::returnPressed, this, &AliasFields::takeTarget);
    // The completer writes its word into the field after this signal.
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &AliasFields::takeTarget,
        Qt::QueuedConnection);
}

void AliasFields::setEntry(const AliasEntry &alias)
{
    const QSignalBlocker quiet(this);
    m_given = alias;
    m_name->setText(alias.name);
    m_temperature->setText(alias.temperature);
    m_maxTokens->setText(alias.maxTokens);
    m_system->setPlainText(alias.system);
}

void AliasFields::writeTo(AliasEntry &alias) const
{
    // What was not touched stays as it was, also where a field cannot show it exactly.
    alias.name = m_name->text() == m_given.name ? m_given.name : m_name->text().trimmed();
    alias.temperature = m_temperature->text().trimmed();
    alias.maxTokens = m_maxTokens->text().trimmed();
    alias.system = m_system->document()->isModified() ? m_system->toPlainText() : m_given.system;
}

void AliasFields::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void AliasFields::takeTarget()
{
    const QString target = m_target->text().trimmed();
    if (target.isEmpty()) {
        return;
    }
    m_target->clear();
    Q_EMIT targetWanted(target);
}

} // namespace nexus

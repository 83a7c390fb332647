// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/connectionsection.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/regionbox.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nexus {

namespace {

constexpr int fieldColumns = 2;
constexpr std::size_t firstInTable = 4; // behind those of the types

// In the order of m_fields.
constexpr std::array NAMES {"providerEditAddress", "providerEditRegion", "providerEditApiVersion",
    "providerEditModelFilter", "providerEditConnect", "providerEditFirstByte", "providerEditIdle",
    "providerEditTotal", "providerEditAttempts", "providerEditBaseDelay", "providerEditMaxDelay"};

} // namespace

// In the order of ProviderSettings.
std::array<QString, ConnectionSection::titleCount> ConnectionSection::fieldTitles()
{
    return {tr("Address"), tr("Region"), tr("API version"), tr("Models offered"), tr("Connect within"),
        tr("First byte within"), tr("Longest silence"), tr("Whole answer within"), tr("Attempts"),
        tr("First pause"), tr("Longest pause"), tr("Keys of clients")};
}

QString ConnectionSection::filterHint()
{
    return tr("A regular expression that fits anywhere in a name, such as %1; capital letters do not matter. "
              "Models that the file names are always offered.")
        .arg(QStringLiteral("^gpt-4|mini"));
}

void ConnectionSection::makeTypeFields(QBoxLayout *layout)
{
    const std::array<QString, titleCount> labels = fieldTitles();
    m_regionLabel = addField(layout, labels[regionField], m_regionBox);
    const auto group = [layout] {
        auto *const out = new QVBoxLayout;
        out->setSpacing(4);
        layout->addLayout(out);
        return out;
    };
    QBoxLayout *const version = group();
    m_versionLabel = addField(version, labels[versionField], m_fields[versionField]);
    m_versionProblem->setObjectName(QStringLiteral("providerEditApiVersionProblem"));
    setLook(m_versionProblem, "look", QStringLiteral("bad"));
    version->addWidget(m_versionProblem);
    QBoxLayout *const filter = group();
    addField(filter, labels[filterField], m_fields[filterField]);
    m_filterHint->setObjectName(QStringLiteral("providerEditModelFilterHint"));
    filter->addWidget(m_filterHint);
    QBoxLayout *const forward = group();
    m_forward->setObjectName(QStringLiteral("providerEditForwardToken"));
    m_forward->setMinimumHeight(grid::control);
    m_forward->setAccessibleDescription(m_forwardHint->text());
    forward->addWidget(m_forward, 0, Qt::AlignLeft);
    forward->addWidget(m_forwardHint);
    connect(m_forward, &QCheckBox::toggled, this, &ConnectionSection::onChanged);
}

void ConnectionSection::makeFields(QBoxLayout *layout)
{
    m_nameField->setObjectName(QStringLiteral("providerEditName"));
    for (std::size_t i = 0; i < fieldCount; ++i) {
        m_fields[i] = i == regionField ? m_regionBox->lineEdit() : new QLineEdit(m_editor);
        m_fields[i]->setObjectName(QString::fromLatin1(NAMES[i]));
    }
    addField(layout, tr("Name"), m_nameField);
    const std::array<QString, titleCount> labels = fieldTitles();
    addField(layout, labels[0], m_fields[0]);
    makeTypeFields(layout);
    auto *const table = new QGridLayout;
    table->setHorizontalSpacing(grid::unit);
    table->setVerticalSpacing(grid::unit + 4);
    for (std::size_t i = firstInTable; i < fieldCount; ++i) {
        auto *const cell = new QVBoxLayout;
        addField(cell, labels[i], m_fields[i]);
        const int place = static_cast<int>(i - firstInTable);
        table->addLayout(cell, place / fieldColumns, place % fieldColumns);
    }
    layout->addLayout(table);
    connect(m_nameField, &QLineEdit::textChanged, this, &ConnectionSection::onChanged);
    connect(m_nameField, &QLineEdit::returnPressed, this, &ConnectionSection::onSave);
    for (QLineEdit *const field : m_fields) {
        connect(field, &QLineEdit::textChanged, this, &ConnectionSection::onChanged);
        connect(field, &QLineEdit::returnPressed, this, &ConnectionSection::onSave);
    }
}

void ConnectionSection::makeFoot(QBoxLayout *layout)
{
    m_save->setObjectName(QStringLiteral("providerEditSaveButton"));
    m_cancel->setObjectName(QStringLiteral("providerEditCancelButton"));
    m_problem->setObjectName(QStringLiteral("providerEditProblem"));
    m_diff->setObjectName(QStringLiteral("providerEditDiff"));
    auto *const actions = new QHBoxLayout;
    actions->setSpacing(grid::unit);
    actions->addWidget(m_save);
    actions->addWidget(m_cancel);
    actions->addWidget(m_problem, 1);
    layout->addWidget(m_changed);
    layout->addWidget(m_diff);
    layout->addWidget(m_banner);
    layout->addLayout(actions);
    connect(m_save, &QPushButton::clicked, this, &ConnectionSection::onSave);
    connect(m_cancel, &QPushButton::clicked, this, [this] { showEditor(false); });
}

} // namespace nexus

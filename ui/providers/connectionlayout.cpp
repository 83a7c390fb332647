// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providers/connectionsection.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/fieldrows.h"
#include "ui/widgets/regionbox.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace nexus {

namespace {

constexpr int fieldColumns = 2;
constexpr std::size_t firstInTable = 2; // behind the address and the region

// In the order of m_fields.
constexpr std::array NAMES {"providerEditAddress", "providerEditRegion", "providerEditConnect",
    "providerEditFirstByte", "providerEditIdle", "providerEditTotal", "providerEditAttempts",
    "providerEditBaseDelay", "providerEditMaxDelay"};

} // namespace

void ConnectionSection::makeFacts(QBoxLayout *layout)
{
    m_address = addFact(layout, tr("Address"), m_facts);
    m_regionFact = new QWidget(m_facts);
    auto *const region = new QVBoxLayout(m_regionFact);
    region->setContentsMargins(0, 0, 0, 0);
    m_region = addFact(region, tr("Region"), m_regionFact);
    layout->addWidget(m_regionFact);
    m_timeouts = addFact(layout, tr("Timeouts"), m_facts);
    m_retries = addFact(layout, tr("Retries"), m_facts);
    m_headers = addFact(layout, tr("Headers"), m_facts);
    m_address->setObjectName(QStringLiteral("providerAddress"));
    m_region->setObjectName(QStringLiteral("providerRegion"));
    m_headers->setObjectName(QStringLiteral("providerHeaders"));
    m_edit->setObjectName(QStringLiteral("providerEditButton"));
    m_editHeaders->setObjectName(QStringLiteral("providerHeadersLink"));
    layout->addWidget(m_editHeaders, 0, Qt::AlignLeft);
}

std::array<QString, ConnectionSection::fieldCount> ConnectionSection::fieldTitles()
{
    return {tr("Address"), tr("Region"), tr("Connect within"), tr("First byte within"), tr("Longest silence"),
        tr("Whole answer within"), tr("Attempts"), tr("First pause"), tr("Longest pause")};
}

void ConnectionSection::makeFields(QBoxLayout *layout)
{
    m_nameField->setObjectName(QStringLiteral("providerEditName"));
    for (std::size_t i = 0; i < fieldCount; ++i) {
        m_fields[i] = i == 1 ? m_regionBox->lineEdit() : new QLineEdit(m_editor);
        m_fields[i]->setObjectName(QString::fromLatin1(NAMES[i]));
    }
    addField(layout, tr("Name"), m_nameField);
    addField(layout, fieldTitles()[0], m_fields[0]);
    m_regionLabel = addField(layout, fieldTitles()[1], m_regionBox);
    const std::array<QString, fieldCount> labels = fieldTitles();
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

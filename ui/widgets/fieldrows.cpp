// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fieldrows.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace nexus {

namespace {

constexpr int factWidth = 136;

} // namespace

QLabel *addField(QBoxLayout *layout, const QString &label, QWidget *field)
{
    QLabel *const name = dimLabel(label, field->parentWidget());
    name->setBuddy(field);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(label);
    }
    auto *const pair = new QVBoxLayout;
    pair->setSpacing(4);
    pair->addWidget(name);
    pair->addWidget(field);
    layout->addLayout(pair);
    return name;
}

QLabel *addFact(QBoxLayout *layout, const QString &label, QWidget *parent)
{
    QLabel *const name = dimLabel(label, parent);
    name->setFixedWidth(factWidth);
    QLabel *const value = plainLabel({}, parent);
    value->setAccessibleName(label);
    auto *const pair = new QHBoxLayout;
    pair->setSpacing(grid::unit);
    pair->addWidget(name, 0, Qt::AlignTop);
    pair->addWidget(value, 1);
    layout->addLayout(pair);
    return value;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/optionsection.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>

namespace nexus {

OptionSection::OptionSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
{
    QFrame *const ground = card(this);
    m_layout = new QVBoxLayout(ground);
    m_layout->setContentsMargins(0, grid::unit / 2, 0, grid::unit / 2);
    m_layout->setSpacing(0);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, grid::margin);
    outer->setSpacing(grid::unit);
    outer->addWidget(sectionLabel(title, this));
    outer->addWidget(ground);
}

OptionRow *OptionSection::addRow(
    const QString &name, const QString &help, const QString &remark, QWidget *field, const QString &key)
{
    auto *const row = new OptionRow(name, help, remark, field, this);
    row->setToolTip(key.startsWith(QLatin1String("console.")) ? QString() : key);
    row->setParted(!m_rows.empty());
    m_layout->addWidget(row);
    m_rows.emplace_back(key, row);
    return row;
}

int OptionSection::filter(const QStringList &words)
{
    int shown = 0;
    for (const auto &[key, row] : m_rows) {
        const bool isShown = row->fits(words, key + QLatin1Char(' ') + m_title);
        row->setVisible(isShown);
        row->setParted(shown > 0);
        shown += isShown ? 1 : 0;
    }
    setVisible(shown > 0);
    return shown;
}

} // namespace nexus

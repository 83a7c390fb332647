// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/optionrow.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace nexus {

namespace {

constexpr int fieldWidth = 32 * grid::unit;

} // namespace

OptionRow::OptionRow(
    const QString &name, const QString &help, const QString &remark, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_line(hairline(this))
    , m_name(new QLabel(name, this))
    , m_help(dimLabel(help, this))
    , m_default(dimLabel({}, this))
    , m_reset(linkButton(tr("Reset to default"), this))
    , m_problem(plainLabel({}, this))
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setBuddy(field);
    m_default->setWordWrap(false);
    m_default->setTextInteractionFlags(Qt::NoTextInteraction);
    setLook(m_problem, "look", QStringLiteral("bad"));
    auto *const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_help);
    if (!remark.isEmpty()) {
        QLabel *const line = dimLabel(remark, this);
        line->setObjectName(QStringLiteral("optionRemark"));
        words->addWidget(line);
    }
    words->addStretch(1);
    auto *const back = new QHBoxLayout;
    back->addWidget(m_reset);
    back->addStretch(1);
    back->addWidget(m_default);
    auto *const side = new QVBoxLayout;
    side->setSpacing(2);
    field->setFixedWidth(fieldWidth);
    side->addWidget(field, 0, Qt::AlignRight);
    side->addLayout(back);
    m_problem->setFixedWidth(fieldWidth);
    side->addWidget(m_problem, 0, Qt::AlignRight);
    side->addStretch(1);
    auto *const both = new QHBoxLayout;
    both->setContentsMargins(grid::margin, grid::unit + 4, grid::margin, grid::unit + 4);
    both->setSpacing(3 * grid::unit);
    both->addLayout(words, 1);
    both->addLayout(side);
    auto *const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_line);
    outer->addLayout(both);
    m_problem->hide();
    offerDefault({});
    connect(m_reset, &QPushButton::clicked, this, &OptionRow::defaultWanted);
}

void OptionRow::offerDefault(const QString &text)
{
    m_default->setText(text);
    m_default->setToolTip(text);
    m_default->setVisible(!text.isEmpty());
    m_reset->setVisible(!text.isEmpty());
}

void OptionRow::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString OptionRow::problem() const
{
    return m_problem->text();
}

void OptionRow::setParted(bool isParted)
{
    m_line->setVisible(isParted);
}

bool OptionRow::fits(const QStringList &words, const QString &key) const
{
    return std::ranges::all_of(words, [&](const QString &word) {
        return m_name->text().contains(word, Qt::CaseInsensitive)
            || m_help->text().contains(word, Qt::CaseInsensitive) || key.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usage/budgetform.h"

#include "ui/models/configdesk.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>

#include <cmath>

namespace nexus {

namespace {

constexpr int formWidth = 520;

QLineEdit *scopeField(const char *name, const QString &placeholder, QWidget *parent)
{
    auto *const field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(placeholder);
    return field;
}

} // namespace

BudgetForm::BudgetForm(const ConsoleParts &parts, std::optional<BudgetConfig> budget, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_budget(std::move(budget))
    , m_name(scopeField("budgetName", tr("for example: team"), this))
    , m_limit(new QDoubleSpinBox(this))
    , m_period(new QComboBox(this))
    , m_action(new QComboBox(this))
    , m_provider(scopeField("budgetProvider", tr("all providers"), this))
    , m_model(scopeField("budgetModel", tr("all models"), this))
    , m_client(scopeField("budgetClient", tr("all clients"), this))
    , m_problem(plainLabel({}, this))
    , m_diff(new DiffView(this))
    , m_save(primaryButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_budget ? tr("Change a budget") : tr("Add a budget"));
    setMinimumWidth(formWidth);
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_limit->setObjectName(QStringLiteral("budgetLimit"));
    m_limit->setRange(0, 1e6);
    m_limit->setDecimals(2);
    m_limit->setPrefix(QStringLiteral("$"));
    m_period->setObjectName(QStringLiteral("budgetPeriod"));
    m_period->addItem(tr("a month"), QStringLiteral("month"));
    m_period->addItem(tr("a day"), QStringLiteral("day"));
    m_action->setObjectName(QStringLiteral("budgetAction"));
    m_action->addItem(tr("Warn"), QStringLiteral("warn"));
    m_action->addItem(tr("Refuse requests that would cost more"), QStringLiteral("block"));
    m_save->setObjectName(QStringLiteral("budgetSave"));
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    auto *const form = new QFormLayout;
    form->setSpacing(grid::unit);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Limit"), m_limit);
    form->addRow(tr("&For"), m_period);
    form->addRow(tr("When it is &spent"), m_action);
    form->addRow(tr("Only the &provider"), m_provider);
    form->addRow(tr("Only the &model"), m_model);
    form->addRow(tr("Only the &client"), m_client);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::margin, grid::margin, grid::margin, grid::margin);
    layout->setSpacing(grid::unit);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(dimLabel(tr("Lines that change in nexus.toml"), this));
    layout->addWidget(m_diff);
    layout->addLayout(buttons);
    fill();
    for (QLineEdit *field : {m_name, m_provider, m_model, m_client}) {
        connect(field, &QLineEdit::textChanged, this, &BudgetForm::check);
    }
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &BudgetForm::check);
    connect(m_period, &QComboBox::currentIndexChanged, this, &BudgetForm::check);
    connect(m_action, &QComboBox::currentIndexChanged, this, &BudgetForm::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &BudgetForm::save);
    m_save->setDefault(true);
    check();
}

void BudgetForm::fill()
{
    if (!m_budget) {
        m_limit->setValue(10);
        return;
    }
    m_name->setText(m_budget->name);
    m_limit->setValue(static_cast<double>(m_budget->limitMicroUsd) / 1e6);
    m_period->setCurrentIndex(m_budget->period == BudgetConfig::Period::Day ? 1 : 0);
    m_action->setCurrentIndex(m_budget->action == BudgetConfig::Action::Block ? 1 : 0);
    m_provider->setText(m_budget->provider);
    m_model->setText(m_budget->model);
    m_client->setText(m_budget->client);
}

std::vector<TomlMember> BudgetForm::members() const
{
    const double limit = m_limit->value();
    const bool isWhole = limit == std::floor(limit);
    std::vector<TomlMember> out {tomlMember(QStringLiteral("limit_usd"),
                                     isWhole ? tomlInteger(static_cast<qint64>(limit)) : tomlFloat(limit)),
        tomlMember(QStringLiteral("period"), tomlString(m_period->currentData().toString())),
        tomlMember(QStringLiteral("action"), tomlString(m_action->currentData().toString()))};
    const auto addScope = [&out](const char *key, const QLineEdit *field) {
        if (!field->text().trimmed().isEmpty()) {
            out.push_back(tomlMember(QLatin1String(key), tomlString(field->text().trimmed())));
        }
    };
    addScope("provider", m_provider);
    addScope("model", m_model);
    addScope("client", m_client);
    return out;
}

Result<ConfigText> BudgetForm::edited(const ConfigText &text) const
{
    const QString name = m_name->text().trimmed();
    Result<ConfigText> out = text;
    if (m_budget && m_budget->name != name) {
        out = text.renamed({QStringLiteral("budgets"), m_budget->name}, name);
    }
    return out ? out->withTable({QStringLiteral("budgets"), name}, members()) : out;
}

void BudgetForm::check()
{
    const QString name = m_name->text().trimmed();
    const Result<ConfigText> before = m_parts.config.text();
    QString problem;
    if (!before) {
        problem = before.error().message;
    } else if (name.isEmpty()) {
        m_save->setEnabled(false);
        m_diff->setHunks({});
        m_problem->clear();
        return;
    } else if ((!m_budget || m_budget->name != name) && before->find({QStringLiteral("budgets"), name})) {
        problem = tr("There is a budget %1 already.").arg(name);
    } else if (const Result<ConfigText> after = edited(*before); !after) {
        problem = after.error().message;
    } else {
        const ConfigPreview preview = m_parts.config.preview(after->bytes());
        m_diff->setHunks(preview.hunks);
        if (!preview.config) {
            problem = preview.config.error().message;
        }
    }
    m_problem->setText(problem);
    m_save->setEnabled(problem.isEmpty());
}

void BudgetForm::save()
{
    const Result<void> saved = m_parts.config.apply([this](const ConfigText &text) { return edited(text); });
    if (!saved) {
        m_problem->setText(saved.error().message);
        return;
    }
    accept();
}

} // namespace nexus

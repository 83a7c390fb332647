// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/usage/budgetform.h"

#include "ui/models/configdesk.h"
#include "ui/widgets/changedbar.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace nexus {

namespace {

constexpr int formWidth = 520;

constexpr qint64 usualLimit = 10'000'000;

QLineEdit *scopeField(const char *name, const QString &placeholder, QWidget *parent)
{
    auto *const field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setPlaceholderText(placeholder);
    return field;
}

// A budget as the form begins for a new one.
BudgetConfig freshBudget()
{
    BudgetConfig out;
    out.limitMicroUsd = usualLimit;
    return out;
}

// The budget of that name in a file, as the gateway reads it.
std::optional<BudgetConfig> budgetIn(const Result<GatewayConfig> &config, const QString &name)
{
    if (!config) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(config->budgets, name, &BudgetConfig::name);
    return found == config->budgets.end() ? std::nullopt : std::optional(*found);
}

} // namespace

MergedForm<BudgetConfig> mergeForms(
    const BudgetConfig &base, const BudgetConfig &theirs, const BudgetConfig &mine)
{
    using B = BudgetConfig;
    return mergeFields(base, theirs, mine, &B::name, &B::limitMicroUsd, &B::period, &B::action, &B::provider,
        &B::model, &B::client);
}

BudgetForm::BudgetForm(const ConsoleParts &parts, std::optional<BudgetConfig> budget, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_former(budget ? budget->name : QString())
    , m_base(budget.value_or(freshBudget()))
    , m_name(scopeField("budgetName", tr("for example: team"), this))
    , m_limit(new QDoubleSpinBox(this))
    , m_period(new QComboBox(this))
    , m_action(new QComboBox(this))
    , m_provider(scopeField("budgetProvider", tr("all providers"), this))
    , m_model(scopeField("budgetModel", tr("all models"), this))
    , m_client(scopeField("budgetClient", tr("all clients"), this))
    , m_changed(new ChangedBar(QStringLiteral("budgetChanged"), this))
    , m_problem(plainLabel({}, this))
    , m_diff(new DiffView(this))
    , m_save(primaryButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_former.isEmpty() ? tr("Add a budget") : tr("Change a budget"));
    setMinimumWidth(formWidth);
    setLook(m_problem, "look", QStringLiteral("bad"));
    m_problem->setObjectName(QStringLiteral("budgetProblem"));
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
    makeLayout();
    fill(m_base.base());
    connectParts();
    m_save->setDefault(true);
    check();
}

void BudgetForm::makeLayout()
{
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
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
    layout->addWidget(m_changed);
    layout->addWidget(m_problem);
    layout->addWidget(dimLabel(tr("Lines that change in nexus.toml"), this));
    layout->addWidget(m_diff);
    layout->addLayout(buttons);
}

void BudgetForm::connectParts()
{
    for (QLineEdit *field : {m_name, m_provider, m_model, m_client}) {
        connect(field, &QLineEdit::textChanged, this, &BudgetForm::check);
    }
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &BudgetForm::check);
    connect(m_period, &QComboBox::currentIndexChanged, this, &BudgetForm::check);
    connect(m_action, &QComboBox::currentIndexChanged, this, &BudgetForm::check);
    connect(m_save, &QPushButton::clicked, this, &BudgetForm::save);
    saveByKey(this, [this] { save(); });
    connect(&m_parts.config, &ConfigDesk::changed, this, &BudgetForm::followFile);
    connect(m_changed, &ChangedBar::theirsWanted, this, [this] {
        fill(m_base.takeTheirs(typed()));
        showConflicts();
    });
    connect(m_changed, &ChangedBar::mineWanted, this, [this] {
        m_base.keepMine();
        showConflicts();
    });
}

void BudgetForm::fill(const BudgetConfig &budget)
{
    const auto write = [](QLineEdit *field, const QString &text) {
        if (field->text().trimmed() != text) {
            field->setText(text);
        }
    };
    write(m_name, budget.name);
    m_limit->setValue(static_cast<double>(budget.limitMicroUsd) / 1e6);
    m_period->setCurrentIndex(budget.period == BudgetConfig::Period::Day ? 1 : 0);
    m_action->setCurrentIndex(budget.action == BudgetConfig::Action::Block ? 1 : 0);
    write(m_provider, budget.provider);
    write(m_model, budget.model);
    write(m_client, budget.client);
}

BudgetConfig BudgetForm::typed() const
{
    BudgetConfig out;
    out.name = m_name->text().trimmed();
    out.limitMicroUsd = qRound64(m_limit->value() * 1e6);
    out.period = m_period->currentIndex() == 1 ? BudgetConfig::Period::Day : BudgetConfig::Period::Month;
    out.action = m_action->currentIndex() == 1 ? BudgetConfig::Action::Block : BudgetConfig::Action::Warn;
    out.provider = m_provider->text().trimmed();
    out.model = m_model->text().trimmed();
    out.client = m_client->text().trimmed();
    return out;
}

// What others have changed meanwhile is taken over or asked about.
void BudgetForm::followFile()
{
    const Result<QByteArray> bytes = m_parts.config.bytes();
    if (!bytes || m_former.isEmpty()) {
        check();
        return;
    }
    const Result<GatewayConfig> config = m_parts.config.preview(*bytes).config;
    if (const std::optional<BudgetConfig> theirs = budgetIn(config, m_former)) {
        fill(m_base.follow(*theirs, typed()));
    } else if (config) {
        // Others have removed it; what is typed becomes a new one.
        m_former.clear();
        m_base = FormBase(freshBudget());
        setWindowTitle(tr("Add a budget"));
    }
    showConflicts();
}

void BudgetForm::showConflicts()
{
    // In the order of mergeForms(), as the rows are called.
    const std::array titles {tr("&Name"), tr("&Limit"), tr("&For"), tr("When it is &spent"),
        tr("Only the &provider"), tr("Only the &model"), tr("Only the &client")};
    QStringList fields;
    for (const std::size_t place : m_base.conflicts()) {
        QString title = titles.at(place);
        // Where a language has no place for the letter in the word, it stands behind: `限额(&L)`.
        static const QRegularExpression behind(QStringLiteral("\\(&\\w\\)"));
        fields.append(title.remove(behind).remove(QLatin1Char('&')));
    }
    m_changed->ask(fields);
    check();
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
    if (!m_former.isEmpty() && m_former != name) {
        out = text.renamed({QStringLiteral("budgets"), m_former}, name);
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
    } else if (m_former != name && before->find({QStringLiteral("budgets"), name})) {
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
    m_save->setEnabled(problem.isEmpty() && !m_base.isAsking());
}

void BudgetForm::save()
{
    const QString former = m_former;
    followFile(); // its change may not have been noticed yet
    if (!m_save->isEnabled() || former != m_former) {
        return;
    }
    const Result<void> saved = m_parts.config.apply([this](const ConfigText &text) { return edited(text); });
    if (!saved) {
        m_problem->setText(saved.error().message);
        return;
    }
    accept();
}

} // namespace nexus

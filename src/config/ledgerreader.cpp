// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/ledgerreader.h"

#include "config/textforms.h"

#include <cmath>

namespace nexus {

namespace {

constexpr double MAX_DOLLARS = 1e12;

void readBudget(TableReader &table, const LlmConfig &llm, BudgetConfig &out)
{
    using Period = BudgetConfig::Period;
    using Action = BudgetConfig::Action;
    double dollars = 0;
    table.require("limit_usd");
    if (table.readNumber("limit_usd", dollars, 0, MAX_DOLLARS)) {
        out.limitMicroUsd = std::llround(dollars * 1e6);
    }
    table.readChoice("period", out.period, {{"day", Period::Day}, {"month", Period::Month}});
    table.readChoice("action", out.action, {{"warn", Action::Warn}, {"block", Action::Block}});
    table.readAs("model", out.model, toWord);
    table.readAs("client", out.client, toWord);
    if (!table.readAs("provider", out.provider, toWord)) {
        return;
    }
    const bool isKnown
        = std::ranges::find(llm.providers, out.provider, &ProviderConfig::name) != llm.providers.end();
    if (!isKnown) {
        table.refuse("provider", QStringLiteral("is not the name of a provider in this file"));
    }
}

} // namespace

void readLedger(TableReader &root, LedgerConfig &out)
{
    root.readTable("ledger", [&out](TableReader &table) {
        using Bodies = LedgerConfig::Bodies;
        table.read("enabled", out.isEnabled);
        table.readDuration("retention", out.retention, DurationRule::AboveZero);
        table.readChoice(
            "bodies", out.bodies, {{"off", Bodies::Off}, {"errors", Bodies::Errors}, {"all", Bodies::All}});
        table.readSize("max_body", out.maxBody);
        table.readSize("max_size", out.maxSize);
        table.readAs("prices", out.prices, toWord);
    });
}

void readBudgets(TableReader &root, const LlmConfig &llm, std::vector<BudgetConfig> &out)
{
    root.readNamed("budgets", [&](const TomlMember &member, const QString &path) {
        BudgetConfig budget;
        budget.name = member.key;
        readTableAt(
            root.context(), member, path, [&](TableReader &table) { readBudget(table, llm, budget); });
        out.push_back(std::move(budget));
    });
}

} // namespace nexus

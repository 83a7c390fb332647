// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/budgets/budgetrestore.h"

#include "ledger/history/historysums.h"

namespace nexus {

namespace {

using Field = HistoryTerm::Field;

HistoryTerm named(Field field, const QString &name, bool isNegated = false)
{
    return {.field = field, .isNegated = isNegated, .isExact = true, .text = name, .range = {}};
}

HistoryTerm named(Field field, const QByteArray &name, bool isNegated = false)
{
    return named(field, QString::fromUtf8(name), isNegated);
}

// The ways in which a model fits, each without those before it.
std::vector<HistoryFilter> modelFilters(const BudgetScope &scope)
{
    if (scope.model().isEmpty()) {
        return {{}};
    }
    std::vector<HistoryFilter> filters {{named(Field::Model, scope.model())},
        {named(Field::Model, scope.model(), true), named(Field::Alias, scope.model())}};
    const HistoryFilter others {
        named(Field::Model, scope.model(), true), named(Field::Alias, scope.model(), true)};
    for (const BudgetScope::Model &model : scope.models()) {
        HistoryFilter filter = others;
        for (const BudgetScope::Model &before : scope.models()) {
            if (before == model) {
                break;
            }
            if (before.provider == model.provider) {
                filter.push_back(named(Field::Model, before.name, true));
            }
        }
        filter.push_back(named(Field::Provider, model.provider));
        filter.push_back(named(Field::Model, model.name));
        filters.push_back(std::move(filter));
    }
    return filters;
}

// By the client's own name, and by its group without those.
std::vector<HistoryFilter> clientFilters(const QByteArray &client, const std::vector<HistoryFilter> &filters)
{
    std::vector<HistoryFilter> both;
    for (const HistoryFilter &filter : filters) {
        both.push_back(filter);
        both.back().push_back(named(Field::Client, client));
        both.push_back(filter);
        both.back().push_back(named(Field::Client, client, true));
        both.back().push_back(named(Field::Group, client));
    }
    return both;
}

} // namespace

std::vector<HistoryFilter> budgetFilters(const BudgetOpening &opening)
{
    std::vector<HistoryFilter> filters = modelFilters(opening.scope);
    for (HistoryFilter &filter : filters) {
        HistoryTerm since;
        since.field = Field::Since;
        since.range.low = opening.period.begin;
        filter.push_back(since);
        if (!opening.scope.provider().isEmpty()) {
            filter.push_back(named(Field::Provider, opening.scope.provider()));
        }
    }
    return opening.scope.client().isEmpty() ? filters : clientFilters(opening.scope.client(), filters);
}

Result<void> restoreBudget(const HistoryReader &reader, const BudgetOpening &opening, BudgetBoard &board)
{
    std::vector<UsageSum> sums;
    for (const HistoryFilter &filter : budgetFilters(opening)) {
        UsageQuery query;
        query.filter = filter;
        query.withLatency = false;
        const Result<std::vector<UsageSum>> found = usageSums(reader, query);
        if (!found) {
            return failure(found.error());
        }
        sums.insert(sums.end(), found->begin(), found->end());
    }
    const UsageSum total = totalOf(sums);
    board.restore(opening, total.microDollars, total.unpriced);
    return {};
}

} // namespace nexus

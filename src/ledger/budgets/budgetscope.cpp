// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/budgets/budgetscope.h"

#include <algorithm>

namespace nexus {

BudgetScope::BudgetScope(const BudgetConfig &budget, const LlmConfig &llm)
    : m_provider(budget.provider)
    , m_model(budget.model.toUtf8())
    , m_alias(budget.model)
    , m_client(budget.client.toUtf8())
{
    if (m_model.isEmpty()) {
        return;
    }
    for (const ProviderConfig &provider : llm.providers) {
        if (!m_provider.isEmpty() && provider.name != m_provider) {
            continue;
        }
        const QByteArray prefix = provider.name.toUtf8() + '/';
        if (m_model.startsWith(prefix)) {
            addModel(provider, m_model.sliced(prefix.size()));
        }
        addModel(provider, m_model);
    }
}

// A public name stands for what it is renamed to; any other one is the provider's own.
void BudgetScope::addModel(const ProviderConfig &provider, const QByteArray &name)
{
    const ModelConfig *const model = provider.model(name);
    const Model found {.provider = provider.name,
        .name = model != nullptr && !model->rename.isEmpty() ? model->rename : name};
    if (found.name != m_model && std::ranges::find(m_models, found) == m_models.end()) {
        m_models.push_back(found);
    }
}

bool BudgetScope::covers(const RequestRecord &record) const
{
    return (m_provider.isEmpty() || record.provider == m_provider)
        && (m_model.isEmpty() || coversModel(record)) && (m_client.isEmpty() || coversClient(record.who));
}

bool BudgetScope::coversModel(const RequestRecord &record) const
{
    if (record.askedModel == m_model || record.upstreamModel == m_model || record.alias == m_alias) {
        return true;
    }
    return std::ranges::any_of(m_models, [&record](const Model &model) {
        return model.name == record.upstreamModel && model.provider == record.provider;
    });
}

bool BudgetScope::coversClient(const Principal &who) const
{
    const QByteArray &name = who.clientId.isEmpty() ? who.label : who.clientId;
    return name == m_client || who.group == m_client;
}

} // namespace nexus

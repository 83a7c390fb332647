// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/modellisting.h"

#include <QSet>

namespace nexus {

namespace {

// Collects names, each once: the first one stays.
class Listing final {
public:
    void add(ListedModel model)
    {
        if (!m_ids.contains(model.id)) {
            m_ids.insert(model.id);
            m_models.push_back(std::move(model));
        }
    }

    [[nodiscard]] std::vector<ListedModel> take() { return std::move(m_models); }

private:
    std::vector<ListedModel> m_models;
    QSet<QByteArray> m_ids;
};

ListedModel listed(const QByteArray &id, const QByteArray &owner, const DiscoveredModel *found)
{
    ListedModel model {.id = id, .ownedBy = owner};
    if (found != nullptr) {
        model.created = found->created;
        model.displayName = found->displayName;
        model.contextTokens = found->contextTokens;
        model.maxOutputTokens = found->maxOutputTokens;
    }
    return model;
}

QByteArray upstreamName(const ModelConfig &model)
{
    return model.rename.isEmpty() ? model.name : model.rename;
}

void addProvider(Listing &listing, const ProviderConfig &provider, const CatalogProvider *found)
{
    const QByteArray name = provider.name.toUtf8();
    for (const ModelConfig &model : provider.models) {
        listing.add(listed(
            name + '/' + model.name, name, found == nullptr ? nullptr : found->model(upstreamName(model))));
    }
    if (found == nullptr) {
        return;
    }
    for (const DiscoveredModel &model : found->models()) {
        listing.add(listed(name + '/' + model.id, model.ownedBy.isEmpty() ? name : model.ownedBy, &model));
    }
}

} // namespace

std::vector<ListedModel> listModels(const GatewayConfig &config, const CatalogSnapshot &catalog)
{
    Listing listing;
    for (const AliasConfig &alias : config.llm.aliases) {
        listing.add({.id = alias.name.toUtf8(), .ownedBy = "nexus"});
    }
    for (const ProviderConfig &provider : config.llm.providers) {
        if (provider.isListed) {
            addProvider(listing, provider, catalog.provider(provider.name));
        }
    }
    return listing.take();
}

std::optional<Target> findBareModel(
    const GatewayConfig &config, const CatalogSnapshot &catalog, const QByteArray &id)
{
    for (const ProviderConfig &provider : config.llm.providers) {
        if (const ModelConfig *const model = provider.model(id)) {
            return Target {
                .provider = provider.name, .model = upstreamName(*model), .publicName = model->name};
        }
        const CatalogProvider *const found = catalog.provider(provider.name);
        if (found != nullptr && found->model(id) != nullptr) {
            return Target {.provider = provider.name, .model = id, .publicName = id};
        }
    }
    return std::nullopt;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/catalogsnapshot.h"

#include <QRegularExpression>

#include <algorithm>

namespace nexus {

CatalogProvider::CatalogProvider(
    QString name, const std::vector<DiscoveredModel> &models, const QString &filter)
    : m_name(std::move(name))
{
    const QRegularExpression served(filter, QRegularExpression::CaseInsensitiveOption);
    for (const DiscoveredModel &model : models) {
        const bool isServed = filter.isEmpty() || served.match(QString::fromUtf8(model.id)).hasMatch();
        if (isServed && !m_places.contains(model.id)) {
            m_places.insert(model.id, m_models.size());
            m_models.push_back(model);
        }
    }
}

const DiscoveredModel *CatalogProvider::model(const QByteArray &id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.constEnd() ? nullptr : &m_models[*found];
}

const CatalogProvider *CatalogSnapshot::provider(const QString &name) const
{
    const auto found
        = std::ranges::find_if(providers, [&name](const auto &entry) { return entry->name() == name; });
    return found == providers.end() ? nullptr : found->get();
}

const CatalogProvider *CatalogSnapshot::providerOf(const QByteArray &id) const
{
    const auto found
        = std::ranges::find_if(providers, [&id](const auto &entry) { return entry->model(id) != nullptr; });
    return found == providers.end() ? nullptr : found->get();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "base/timesource.h"
#include "contract/discoveredmodel.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What one provider was found to serve: the models that pass its filter. Immutable.
class CatalogProvider final {
public:
    //! \param models in the provider's order, each id once
    //! \param filter regular expression, case-insensitive and unanchored; empty for none
    CatalogProvider(QString name, const std::vector<DiscoveredModel> &models, const QString &filter);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const std::vector<DiscoveredModel> &models() const { return m_models; }

    //! \brief The model of that id, or nullptr when it is not served.
    [[nodiscard]] const DiscoveredModel *model(const QByteArray &id) const;

    std::optional<TimePoint> fetchedAt; //!< when the list came; nothing as long as there was none
    std::optional<Error> lastError; //!< why the newest list did not come; nothing when it did

private:
    QString m_name;
    std::vector<DiscoveredModel> m_models;
    QHash<QByteArray, std::size_t> m_places; //!< in m_models, by id
};

//! \brief What all providers were found to serve, at one moment. Immutable.
struct CatalogSnapshot {
    std::vector<std::shared_ptr<const CatalogProvider>> providers; //!< in file order

    //! \brief The provider of that name, or nullptr.
    [[nodiscard]] const CatalogProvider *provider(const QString &name) const;

    //! \brief The first provider in file order that was found to serve \a id, or nullptr.
    [[nodiscard]] const CatalogProvider *providerOf(const QByteArray &id) const;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "contract/plan.h"
#include "routing/catalogsnapshot.h"
#include "routing/listedmodel.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

class RoutingState;
struct Candidate;

//! \brief Finds out where a model name leads, for one configuration and what was discovered so far.
class Router final {
public:
    //! \brief A router that keeps the targets of every alias in the order of the file.
    explicit Router(ConfigSnapshot config, std::shared_ptr<const CatalogSnapshot> catalog = {});

    //! \brief A router that follows the strategies of the aliases. \a state must outlive it; \a catalog may
    //! be null.
    Router(ConfigSnapshot config, std::shared_ptr<const CatalogSnapshot> catalog, RoutingState &state);

    //! \brief An alias first, then `provider/model` split at the first slash where there is such a provider,
    //! then a bare name that the configuration or discovery knows.
    //!
    //! A target of an alias that its provider's filter keeps out is passed over. Every call counts as a
    //! request for the strategy of an alias. \return ModelNotFound with the nearest names when nothing fits
    [[nodiscard]] Result<Plan> resolve(const QByteArray &askedModel) const;

    //! \brief What resolve() finds, in the order of the file, without counting as a request.
    [[nodiscard]] Result<Plan> find(const QByteArray &askedModel) const;

    //! \brief Whether nothing known so far says where \a askedModel leads, and a provider's list might.
    [[nodiscard]] bool needsCatalog(const QByteArray &askedModel) const;

    //! \brief What `GET models` shows: aliases, then each provider's models, in file order.
    [[nodiscard]] std::vector<ListedModel> models() const;

private:
    [[nodiscard]] Result<Plan> planFor(const QByteArray &askedModel, RoutingState *state) const;
    [[nodiscard]] Result<Plan> planOf(
        const AliasConfig &alias, const QByteArray &askedModel, RoutingState *state) const;
    [[nodiscard]] Result<std::vector<Candidate>> candidatesOf(const AliasConfig &alias) const;
    [[nodiscard]] Result<Target> targetOf(const QByteArray &name) const;
    [[nodiscard]] Result<Target> targetAt(const ProviderConfig &provider, const QByteArray &model) const;
    [[nodiscard]] std::optional<QByteArray> upstreamModel(
        const ProviderConfig &provider, const QByteArray &name) const;
    [[nodiscard]] Error notFound(const QByteArray &askedModel, const QString &why) const;
    [[nodiscard]] QStringList nearModels(const QString &asked) const;
    [[nodiscard]] QString providerHint(const QByteArray &askedModel) const;

    ConfigSnapshot m_config;
    std::shared_ptr<const CatalogSnapshot> m_catalog; //!< never null
    RoutingState *m_state = nullptr; //!< null keeps the order of the file
    QHash<QString, QRegularExpression> m_filters; //!< by provider, compiled once
};

} // namespace nexus

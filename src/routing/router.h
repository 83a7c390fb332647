// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "contract/plan.h"

#include <QByteArray>
#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <vector>

namespace nexus {

//! \brief A name clients can ask for.
struct ListedModel {
    QByteArray id;
    QByteArray ownedBy;

    bool operator==(const ListedModel &) const = default;
};

//! \brief Finds out where a model name leads, for one configuration.
class Router final {
public:
    explicit Router(ConfigSnapshot config);

    //! \brief An alias first, then `provider/model` split at the first slash, then a bare configured name.
    //! \return ModelNotFound with the nearest names when nothing fits
    [[nodiscard]] Result<Plan> resolve(const QByteArray &askedModel) const;

    //! \brief What `GET models` shows: aliases, then each provider's models, in file order.
    [[nodiscard]] std::vector<ListedModel> models() const;

private:
    [[nodiscard]] Result<Target> targetOf(const QByteArray &providerAndModel) const;
    [[nodiscard]] Error notFound(const QByteArray &askedModel, const QString &why) const;

    [[nodiscard]] QString providerHint(const QByteArray &askedModel) const;
    [[nodiscard]] QByteArray upstreamModel(const ProviderConfig &provider, const QByteArray &name) const;

    ConfigSnapshot m_config;
    QHash<QString, QRegularExpression> m_filters; //!< by provider, compiled once
};

} // namespace nexus

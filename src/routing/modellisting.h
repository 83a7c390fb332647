// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "contract/plan.h"
#include "routing/catalogsnapshot.h"
#include "routing/listedmodel.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace nexus {

//! \brief All names that lead somewhere: aliases, then for each provider in file order its configured models
//! and those that were found, as `provider/id`. Each name once; not those of an unlisted provider.
[[nodiscard]] std::vector<ListedModel> listModels(
    const GatewayConfig &config, const CatalogSnapshot &catalog);

//! \brief Where a name without a provider leads: to the first provider in file order that has a model of that
//! name in the configuration or was found to serve it. \a id may contain slashes.
[[nodiscard]] std::optional<Target> findBareModel(
    const GatewayConfig &config, const CatalogSnapshot &catalog, const QByteArray &id);

} // namespace nexus

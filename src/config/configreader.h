// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "secrets/environment.h"

#include <QByteArrayView>
#include <QString>

namespace nexus {

//! \brief Reads the configuration file at \a path; strings are expanded from \a environment.
//!
//! Blocks on the file. An error is one line, `file:line:column: what is wrong`, of kind InvalidRequest.
[[nodiscard]] Result<GatewayConfig> readConfig(const QString &path, const Environment &environment);

//! \brief Like readConfig() for a \a text at hand; \a fileName stands in messages only.
[[nodiscard]] Result<GatewayConfig> parseConfig(
    QByteArrayView text, const QString &fileName, const Environment &environment);

} // namespace nexus

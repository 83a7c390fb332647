// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/gatewayconfig.h"
#include "secrets/environment.h"
#include "secrets/storedkeys.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace nexus {

//! \brief Reads the configuration file at \a path; strings are expanded from \a environment and \a keys.
//!
//! Blocks on the file. An error is one line, `file:line:column: what is wrong`, of kind InvalidRequest. A key
//! of a provider that \a keys does not have is a warning, see ProviderConfig::keyProblem.
[[nodiscard]] Result<GatewayConfig> readConfig(
    const QString &path, const Environment &environment, const StoredKeys &keys = {});

//! \brief Like readConfig() for a \a text at hand; \a fileName stands in messages only.
[[nodiscard]] Result<GatewayConfig> parseConfig(QByteArrayView text, const QString &fileName,
    const Environment &environment, const StoredKeys &keys = {});

//! \brief The text of the configuration file at \a path. Blocks; the error is that of readConfig().
[[nodiscard]] Result<QByteArray> readConfigText(const QString &path);

//! \brief The names of the keys that the values in \a text ask the keychain for; none where it is not TOML.
[[nodiscard]] QStringList keychainNamesIn(QByteArrayView text);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "secrets/environment.h"
#include "secrets/storedkeys.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace nexus {

//! \brief The configuration of a gateway without a file: a provider for each key in \a environment, else in
//! \a keys, and the demo.
//!
//! A variable or key that cannot be used becomes a warning and no provider. What the keychain could not tell
//! is a warning only when there is no provider at all.
[[nodiscard]] GatewayConfig zeroConfig(const Environment &environment, const StoredKeys &keys = {});

//! \brief The names under which zeroConfig() looks for keys in the keychain.
[[nodiscard]] QStringList zeroConfigKeyNames();

//! \brief The API address that a value of `OLLAMA_HOST` stands for: `host`, `host:port` or a URL.
//!
//! Addresses that mean "all interfaces" to the server become the loopback address. Nothing for a value that
//! is no address.
[[nodiscard]] std::optional<QUrl> ollamaBaseUrl(const QString &host);

} // namespace nexus

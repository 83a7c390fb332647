// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/gatewayconfig.h"
#include "secrets/environment.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace nexus {

//! \brief The configuration of a gateway without a file: a provider for each key in \a environment, and the
//! demo.
//!
//! A variable that cannot be used becomes a warning and no provider.
[[nodiscard]] GatewayConfig zeroConfig(const Environment &environment);

//! \brief The API address that a value of `OLLAMA_HOST` stands for: `host`, `host:port` or a URL.
//!
//! Addresses that mean "all interfaces" to the server become the loopback address. Nothing for a value that
//! is no address.
[[nodiscard]] std::optional<QUrl> ollamaBaseUrl(const QString &host);

} // namespace nexus

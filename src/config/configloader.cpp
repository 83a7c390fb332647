// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configloader.h"

#include "config/configreader.h"
#include "config/zeroconfig.h"

namespace nexus {

ConfigLoader::ConfigLoader(QString path, Environment environment, ConfigOverrides overrides, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_environment(std::move(environment))
    , m_overrides(std::move(overrides))
{ }

bool ConfigLoader::reload()
{
    Result<GatewayConfig> config = m_path.isEmpty() ? Result<GatewayConfig>(zeroConfig(m_environment))
                                                    : readConfig(m_path, m_environment);
    if (!config) {
        m_lastError = config.error();
        Q_EMIT rejected(*m_lastError);
        return false;
    }
    if (m_overrides.listen) {
        config->server.address = m_overrides.listen->address;
        config->server.port = m_overrides.listen->port;
    }
    m_lastError.reset();
    m_snapshot = std::make_shared<const GatewayConfig>(std::move(*config));
    Q_EMIT loaded(m_snapshot);
    return true;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/ledgerparts.h"

namespace nexus {

LedgerParts::LedgerParts(const LogOutput &log, const QString &historyPath)
    : m_log(log.logger("ledger"))
    , m_historyPath(historyPath)
    , m_eventLog(m_log)
    , m_desk({&m_health, &m_eventLog, &m_history, &m_live})
{ }

LedgerParts::~LedgerParts() = default;

void LedgerParts::setConfig(const ConfigSnapshot &config)
{
    setPrices(config);
    setHistory(config->ledger);
}

void LedgerParts::setHistory(const LedgerConfig &config)
{
    const std::shared_ptr<History> history = m_history.history();
    if (!config.isEnabled || m_historyPath.isEmpty()) {
        m_history.setHistory(nullptr);
    } else if (history) {
        history->setConfig(config);
    } else {
        m_history.setHistory(std::make_shared<History>(
            HistoryOptions {.path = m_historyPath, .config = config, .log = m_log}));
    }
}

// A file of prices may have changed with the configuration. The built-in ones are read when they are needed.
void LedgerParts::setPrices(const ConfigSnapshot &config)
{
    const QString &path = config->ledger.prices;
    if (!path.isEmpty() || m_pricesPath != path) {
        m_prices = std::make_shared<const PriceLoader>(path);
        m_pricesPath = path;
    }
    if (!path.isEmpty()) {
        for (const QString &problem : m_prices->book()->problems()) {
            m_log.event(LogLevel::Warn, "prices", {{"problem", problem}});
        }
    }
    m_desk.setPrices(m_prices, config);
}

std::optional<HistoryState> LedgerParts::historyState() const
{
    const std::shared_ptr<History> history = m_history.history();
    return history ? std::optional(history->state()) : std::nullopt;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/ledgerparts.h"

#include "ledger/bodies/redactbodies.h"
#include "ledger/budgets/budgetrestore.h"

#include <QFileInfo>
#include <QThreadPool>

namespace nexus {

LedgerParts::LedgerParts(const LogOutput &log, const QString &historyPath)
    : m_log(log.logger("ledger"))
    , m_historyPath(historyPath)
    , m_eventLog(m_log)
    , m_budgets({.prices = [this](const QString &provider, const QByteArray &model,
                               auto time) { return m_desk.price(provider, model, time); },
          .log = m_log})
    , m_metrics({.activeStreams = [this] { return m_streams.value(); },
          .upstreamCalls = [this] { return m_upstreamCalls.value(); },
          .historyDropped = [this] { return m_history.state().value_or(HistoryState()).lost; }})
    , m_telemetry(m_fetcher, m_log)
    , m_desk({&m_health, &m_eventLog, &m_budgets, &m_metrics, &m_telemetry}, {&m_history, &m_live})
{ }

LedgerParts::~LedgerParts() = default;

void LedgerParts::setConfig(const ConfigSnapshot &config)
{
    setPrices(config);
    setHistory(config->ledger);
    setBudgets(config);
    m_metrics.setConfig(config);
    m_telemetry.setConfig(config);
}

void LedgerParts::setHistory(const LedgerConfig &config)
{
    History *const history = m_history.history();
    if (!config.isEnabled || m_historyPath.isEmpty()) {
        m_history.setHistory(nullptr);
    } else if (history) {
        history->setConfig(config);
    } else {
        HistoryOptions options {.path = m_historyPath, .config = config, .log = m_log};
        options.redact = [this](RecordedBodies bodies) { return redacted(std::move(bodies), &m_media); };
        m_history.setHistory(std::make_unique<History>(std::move(options)));
    }
}

// A file of prices may have changed with the configuration.
void LedgerParts::setPrices(const ConfigSnapshot &config)
{
    const QString &path = config->ledger.prices;
    if (!path.isEmpty() || m_pricesPath != path) {
        m_prices = std::make_shared<const PriceLoader>(path);
        m_pricesPath = path;
        // Neither the start nor the first request should wait for it.
        QThreadPool::globalInstance()->start([prices = m_prices] { (void)prices->book(); });
    }
    if (!path.isEmpty()) {
        for (const QString &problem : m_prices->book()->problems()) {
            m_log.event(LogLevel::Warn, "prices", {{"problem", problem}});
        }
    }
    m_desk.setPrices(m_prices, config);
}

// A new budget goes on with what the history knows. What is under way meanwhile is not in it.
void LedgerParts::setBudgets(const ConfigSnapshot &config)
{
    History *const history = m_history.history();
    if (history && !config->budgets.empty()) {
        (void)history->flush(std::chrono::seconds(1));
    }
    m_budgets.setConfig(*config);
    const std::vector<BudgetOpening> openings = m_budgets.takeOpenings();
    if (openings.empty() || !history || !QFileInfo::exists(m_historyPath)) {
        return;
    }
    const auto reader = HistoryReader::open(m_historyPath, historyPrices(m_prices->book(), config));
    for (const BudgetOpening &opening : openings) {
        const Result<void> restored
            = reader ? restoreBudget(*reader, opening, m_budgets) : Result<void>(failure(reader.error()));
        if (!restored) {
            m_log.event(LogLevel::Warn, "budget_from_zero",
                {{"budget", opening.name}, {"reason", restored.error().message}});
        }
    }
}

std::optional<HistoryState> LedgerParts::historyState() const
{
    return m_history.state();
}

} // namespace nexus

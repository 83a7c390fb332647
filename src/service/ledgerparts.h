// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/gatewayconfig.h"
#include "contract/activecount.h"
#include "ledger/bodies/mediashelf.h"
#include "ledger/budgets/budgetboard.h"
#include "ledger/eventlog.h"
#include "ledger/healthboard.h"
#include "ledger/live/livefeed.h"
#include "ledger/metrics/metrics.h"
#include "ledger/programs/socketprograms.h"
#include "ledger/recorddesk.h"
#include "ledger/telemetry/telemetry.h"
#include "service/historyslot.h"
#include "upstream/webfetcher.h"

#include <memory>
#include <optional>

namespace nexus {

//! \brief Everything that looks back, and the desk that feeds it. Lives in the gateway's thread; outlives the
//! workers.
class LedgerParts final {
public:
    //! \param historyPath of the file, see historyPath(); empty for no history
    LedgerParts(const LogOutput &log, const QString &historyPath);
    ~LedgerParts();
    Q_DISABLE_COPY_MOVE(LedgerParts)

    //! \brief Takes over \a config; the history begins with the first. To be told before the workers are.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Takes the record of every request, from any thread.
    [[nodiscard]] RecordSink &records() { return m_desk; }

    [[nodiscard]] const HealthBoard &health() const { return m_health; }

    //! \brief The running requests and the last ones; its signals come in the gateway's thread.
    [[nodiscard]] LiveFeed &live() { return m_live; }

    //! \brief Finds the programs behind connections.
    [[nodiscard]] ProgramFinder &programs() { return m_programs; }

    //! \brief What `/metrics` shows.
    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }

    //! \brief Counts the streams that have begun and not ended.
    [[nodiscard]] ActiveCount &streams() { return m_streams; }

    //! \brief Counts the calls to providers in flight.
    [[nodiscard]] ActiveCount &upstreamCalls() { return m_upstreamCalls; }

    //! \brief What may be spent, and what is.
    [[nodiscard]] BudgetBoard &budgets() { return m_budgets; }

    //! \brief Tells collectors of requests.
    [[nodiscard]] Telemetry &telemetry() { return m_telemetry; }

    //! \brief What the history leaves out of the bodies it keeps, in memory. Empty until it is given room.
    [[nodiscard]] MediaShelf &media() { return m_media; }

    //! \brief How the history fares, nothing where there is none.
    [[nodiscard]] std::optional<HistoryState> historyState() const;

private:
    void setHistory(const LedgerConfig &config);
    void setPrices(const ConfigSnapshot &config);
    void setBudgets(const ConfigSnapshot &config);

    Logger m_log;
    QString m_historyPath;
    HealthBoard m_health;
    EventLog m_eventLog;
    LiveFeed m_live;
    SocketPrograms m_programs;
    MediaShelf m_media; // the history's thread puts things there
    HistorySlot m_history;
    BudgetBoard m_budgets;
    ActiveCount m_streams;
    ActiveCount m_upstreamCalls;
    Metrics m_metrics;
    WebFetcher m_fetcher;
    Telemetry m_telemetry;
    RecordDesk m_desk;
    std::shared_ptr<const PriceLoader> m_prices;
    std::optional<QString> m_pricesPath;
};

} // namespace nexus

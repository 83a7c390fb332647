// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "ledger/history/historydatabase.h"
#include "ledger/history/historyrow.h"

#include <vector>

namespace nexus {

//! \brief Writes records, with statements that are prepared once.
class HistoryWriter final {
public:
    //! \param database outlives the writer
    //! \param zone in which days begin
    HistoryWriter(const HistoryDatabase &database, QTimeZone zone)
        : m_database(database)
        , m_zone(std::move(zone))
    { }

    //! \brief Writes all of \a records or, on an error, none. What \a config says decides about their bodies.
    [[nodiscard]] Result<void> write(const std::vector<RequestRecord> &records, const LedgerConfig &config);

private:
    [[nodiscard]] Result<void> prepareAll();
    [[nodiscard]] Result<void> writeAll(
        const std::vector<RequestRecord> &records, const LedgerConfig &config);
    [[nodiscard]] Result<qint64> writeRequest(const HistoryRow &row);
    [[nodiscard]] Result<void> writeAttempts(qint64 id, const std::vector<AttemptRecord> &attempts);
    [[nodiscard]] Result<void> writeBodies(qint64 id, const RecordedBodies &bodies, qint64 maxBody);

    const HistoryDatabase &m_database;
    const QTimeZone m_zone;
    QSqlQuery m_request;
    QSqlQuery m_attempt;
    QSqlQuery m_bodies;
    QSqlQuery m_search;
    bool m_isPrepared = false;
};

//! \brief Whether \a config says that bodies of such a request are kept.
[[nodiscard]] bool keepsBodies(const LedgerConfig &config, bool isError);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "config/ledgerconfig.h"
#include "ledger/history/historypacker.h"
#include "ledger/history/historytally.h"
#include "ledger/sharedrecord.h"

#include <QTimeZone>

#include <map>
#include <vector>

namespace nexus {

//! \brief Writes records, with statements that are prepared once.
class HistoryWriter final {
public:
    //! \param database outlives the writer
    //! \param zone in which days and hours begin
    HistoryWriter(const HistoryDatabase &database, QTimeZone zone)
        : m_database(database)
        , m_zone(std::move(zone))
    { }

    //! \brief Writes all of \a records or, on an error, none. What \a config says decides about their bodies.
    [[nodiscard]] Result<void> write(const std::vector<SharedRecord> &records, const LedgerConfig &config);

private:
    using Kinds = std::map<HistoryKind, qint64>; // numbers in the file

    [[nodiscard]] Result<void> prepareAll();
    [[nodiscard]] Result<void> writeAll(const std::vector<SharedRecord> &records, const LedgerConfig &config);
    [[nodiscard]] Result<Kinds::const_iterator> kindOf(const RequestRecord &record);
    [[nodiscard]] Result<qint64> numberOf(const HistoryKind &kind);
    [[nodiscard]] Result<void> writeRequest(const RequestRecord &record, qint64 hour, qint64 kind);
    [[nodiscard]] Result<void> writeAttempts(qint64 id, const std::vector<AttemptRecord> &attempts);
    [[nodiscard]] Result<void> writeBodies(qint64 id, const RecordedBodies &bodies, qint64 maxBody);
    void bindProgram(const RequestRecord &record);
    [[nodiscard]] qint64 hourOf(qint64 time);

    const HistoryDatabase &m_database;
    const QTimeZone m_zone;
    HistoryStatement m_request;
    HistoryStatement m_attempt;
    HistoryStatement m_bodies;
    HistoryStatement m_search;
    HistoryStatement m_findKind;
    HistoryStatement m_addKind;
    HistoryPacker m_packer;
    HistoryTally m_tally;
    Kinds m_kinds; // of the batch: others may take out between batches what no request has any more
    qint64 m_quarter = -1; // of an hour, in which the clock was as far ahead as m_ahead
    qint64 m_ahead = 0; // milliseconds
    bool m_isPrepared = false;
};

//! \brief Whether \a config says that bodies of such a request are kept.
[[nodiscard]] bool keepsBodies(const LedgerConfig &config, bool isError);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/history.h"
#include "ledger/history/historyqueue.h"
#include "ledger/history/historywriter.h"

#include <QMutex>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

//! \brief The thread of a History: opens the file, writes what the queue holds, prunes, and sees to what goes
//! wrong. run() belongs to that thread, the other functions to any.
class HistoryStore final {
public:
    //! \param queue outlives the store
    HistoryStore(HistoryOptions options, HistoryQueue &queue);
    ~HistoryStore();
    Q_DISABLE_COPY_MOVE(HistoryStore)

    //! \brief Works until the queue is closed.
    void run();

    //! \brief Whether what was said in \a record is to be kept.
    [[nodiscard]] bool keepsBodies(const RequestRecord &record) const;

    //! \brief Counts rows that had no room, and says so the first time.
    void lose(qint64 rows);

    void setConfig(const LedgerConfig &config);
    [[nodiscard]] HistoryState state() const;

private:
    [[nodiscard]] LedgerConfig config() const;
    void openWhenDue(bool isWanted);
    void writeAll();
    void takeBatch();
    [[nodiscard]] bool writeBatch();
    void pruneWhenDue();
    void onError(const Error &error);
    void sayUnavailable(const Error &error);
    bool setAside(const Error &error);
    void closeDatabase();
    [[nodiscard]] std::chrono::milliseconds patience() const;
    void countWritten(qint64 rows);

    const HistoryOptions m_options;
    HistoryQueue &m_queue;

    mutable QMutex m_mutex; // for what stands between here and the empty line
    LedgerConfig m_config;
    HistoryState m_state;
    bool m_isPruneWanted = true;
    bool m_isLossSaid = false;

    // Of the thread alone.
    std::unique_ptr<HistoryDatabase> m_database;
    std::unique_ptr<HistoryWriter> m_writer;
    std::vector<SharedRecord> m_batch; // taken and not written yet
    TimePoint m_retryAt;
    TimePoint m_pruneAt;
    std::optional<TimePoint> m_heldSince; // by another process
    bool m_isHeld = false; // to be tried again in a moment
    bool m_isSuspect = false; // the file seemed damaged, and nothing was written since
};

} // namespace nexus

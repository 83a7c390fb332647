// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/timesource.h"
#include "config/ledgerconfig.h"
#include "ledger/sharedrecord.h"

#include <QTimeZone>

#include <chrono>
#include <functional>
#include <memory>

class QThread;

namespace nexus {

class HistoryQueue;
class HistoryStore;

//! \brief What a History needs from outside.
struct HistoryOptions {
    QString path; //!< of the file, see historyPath()
    LedgerConfig config;
    Logger log;
    TimeSource clock = bootTime;
    std::function<std::chrono::system_clock::time_point()> today = std::chrono::system_clock::now;
    QTimeZone zone = QTimeZone::systemTimeZone(); //!< in which days begin
    qint64 maxWaiting = 50'000; //!< rows that wait to be written; what comes beyond is lost
    //! Called in the history's own thread with the number of rows that were just written for good.
    std::function<void(qint64 rows)> written = {};
    //! Called in the history's own thread with what was said before it is kept: takes keys out of it.
    std::function<RecordedBodies(RecordedBodies)> redact = {};
};

//! \brief How a History fares.
struct HistoryState {
    bool isWorking = true; //!< false while the file cannot be written
    QString problem; //!< for people, empty while it works
    qint64 written = 0; //!< rows since the start
    qint64 lost = 0; //!< rows since the start
    qint64 waiting = 0;
};

//! \brief Keeps every record but those of probes in an SQLite file, and takes old ones out.
//!
//! take() only puts the record in a queue: it never waits for the disk. A thread of its own writes batches,
//! prunes at the start and every hour, and tries again every 30 seconds while the file cannot be written. A
//! damaged file is set aside as `NAME.corrupt-TIME`. Several processes may share the file. Bodies are kept as
//! far as `ledger.bodies` and `ledger.max_body` say. All functions are thread-safe. Needs a QCoreApplication.
class History final : public SharedRecordSink {
public:
    explicit History(HistoryOptions options);
    //! Writes what waits, as flush() would, and ends the thread. What cannot be written is lost.
    ~History() override;

    void take(const SharedRecord &record) override;

    //! \brief Holds for what is written from now on; prunes soon.
    void setConfig(const LedgerConfig &config);

    //! \brief Waits until all that was recorded before is written, also to a file that failed before.
    //! \return false when it fails again, or that took too long
    [[nodiscard]] bool flush(std::chrono::milliseconds patience = std::chrono::seconds(5));

    [[nodiscard]] HistoryState state() const;

private:
    std::unique_ptr<HistoryQueue> m_queue;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<QThread> m_thread;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/sharedrecord.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QWaitCondition>

#include <chrono>
#include <deque>
#include <vector>

namespace nexus {

//! \brief Records on their way from the workers to the thread that writes them. Thread-safe, and full at some
//! point: nobody waits for room.
class HistoryQueue final {
public:
    explicit HistoryQueue(qint64 maxRows)
        : m_maxRows(maxRows)
    { }

    //! \brief Takes \a record, without its bodies where too many bytes wait already. \return false when full
    [[nodiscard]] bool push(SharedRecord record);

    //! \brief Moves up to \a count records to the end of \a out.
    void take(std::vector<SharedRecord> &out, std::size_t count);

    //! \brief For the writing thread: waits until a batch is full, or records have waited for a quarter of a
    //! second, or somebody calls wake() or flush(), or \a patience is over.
    //! \param wantsRecords false waits for the calls and \a patience only
    void wait(std::chrono::milliseconds patience, bool wantsRecords);

    //! \brief Ends the wait of the writing thread.
    void wake();

    //! \brief Says that the writing thread is done with \a count records, whatever became of them.
    void settle(qint64 count);

    //! \brief Whether somebody waits in flush(), so that a file which failed is worth another look.
    [[nodiscard]] bool isFlushing() const;

    //! \brief Ends all flush() with false: nothing can be written now.
    void giveUp();

    //! \brief Wakes the writing thread and waits until it is done with all that was pushed before.
    //! \return false when it gave up, or that took too long
    [[nodiscard]] bool flush(std::chrono::milliseconds patience);

    //! \brief The writing thread ends, whatever waits; nothing more is taken.
    void close();
    [[nodiscard]] bool isClosed() const;
    [[nodiscard]] qint64 waiting() const;

private:
    const qint64 m_maxRows;
    mutable QMutex m_mutex;
    QWaitCondition m_work;
    QWaitCondition m_settled;
    std::deque<SharedRecord> m_records;
    qint64 m_bodyBytes = 0;
    qint64 m_pushed = 0;
    qint64 m_done = 0;
    int m_flushing = 0; // callers that wait
    qint64 m_givenUp = 0; // times
    bool m_isWoken = false;
    bool m_isClosed = false;
};

//! \brief Records that are written in one transaction.
constexpr std::size_t historyBatch = 2'000;

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace nexus {

//! \brief How far the answer to a running request is. Written by its worker, read by whoever watches.
struct LiveCounters {
    std::atomic<int> status = 0; //!< what the client gets, 0 while it is not known
    std::atomic<qint64> firstByte = 0; //!< microseconds from receipt to the first byte, 0 while there is none
    std::atomic<qint64> bytesOut = 0;
    std::atomic<qint64> outputTokens = 0; //!< estimated, 0 where nothing is counted
};

//! \brief The place of one running request among all. Its exchange holds it; gone with it, it is off the
//! list.
//!
//! Used in the exchange's thread alone.
class LiveTicket {
public:
    LiveTicket() = default;
    virtual ~LiveTicket() = default;
    Q_DISABLE_COPY_MOVE(LiveTicket)

    //! \brief Names the request in this run of the gateway; never 0. Goes into RequestRecord::number.
    [[nodiscard]] virtual quint64 number() const = 0;

    //! \brief What is known of the request by now, where that has changed.
    virtual void describe(const RequestRecord &record) = 0;

    [[nodiscard]] virtual LiveCounters &counters() = 0;
};

//! \brief Knows which requests are running, for those who want to watch them. Called from any worker's
//! thread.
class LiveDesk {
public:
    LiveDesk() = default;
    virtual ~LiveDesk() = default;
    Q_DISABLE_COPY_MOVE(LiveDesk)

    //! \brief Whether somebody watches now.
    [[nodiscard]] virtual bool isWatched() const = 0;

    //! \brief Puts a request on the list, as far as \a record knows it.
    //! \param received when its first byte was seen
    //! \param stop is called in the thread of \a exchange, when somebody wants the request to end
    [[nodiscard]] virtual std::unique_ptr<LiveTicket> begin(const RequestRecord &record,
        std::chrono::steady_clock::time_point received, QObject &exchange, std::function<void()> stop)
        = 0;
};

} // namespace nexus

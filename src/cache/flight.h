// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "cache/cachedanswer.h"
#include "cache/cachekey.h"

#include <QByteArray>

#include <atomic>
#include <deque>
#include <list>
#include <mutex>
#include <optional>

namespace nexus {

class Follower;
class Leader;

//! \brief One answer on its way: written by a leader, read by followers at their own pace. Thread-safe.
//!
//! The inside of Leader and Follower, which share it; no other room needs it. Followers are told through
//! their event loops, at most one message each being under way.
class Flight final {
public:
    struct Limits {
        qint64 kept = 0; //!< a longer answer is neither stored nor joined any more; 0 from the start
        qint64 allKept = 0; //!< of all flights together
        qint64 lag = 0; //!< a follower further behind gets an error
    };

    //! \brief What a follower has not heard yet.
    struct News {
        std::optional<CachedHead> head; //!< once
        bool isStream = false;
        bool hasBytes = false;
        bool isPromoted = false;
        bool isComplete = false;
        std::optional<TokenUsage> usage; //!< when it is complete
        std::optional<Error> error;
    };

private:
    struct Seat {
        Follower *follower = nullptr;
        qint64 next = 0; // the piece it reads next, counted from the first of the answer
        qsizetype offset = 0; // in that piece
        qint64 heard = 0; // pieces that it knows of
        qint64 taken = 0; // bytes
        bool isWoken = false; // a message is under way
        bool isPromoted = false;
        bool knowsHead = false;
        std::optional<Error> error;
    };

public:
    using Seats = std::list<Seat>;

    //! \param allKept counts the bytes of all flights; outlives them
    Flight(const CacheKey &key, const Limits &limits, std::atomic<qint64> &allKept);
    ~Flight();
    Q_DISABLE_COPY_MOVE(Flight)

    [[nodiscard]] const CacheKey &key() const { return m_key; }

    //! \brief Takes a place for \a follower, or nothing when the flight is over or its answer too long.
    [[nodiscard]] std::optional<Seats::iterator> join(Follower &follower);

    //! \brief Gives a place back; true when the flight is over by that, since nobody is left to lead it.
    [[nodiscard]] bool leave(Seats::iterator seat);
    [[nodiscard]] News news(Seats::iterator seat);
    [[nodiscard]] QByteArray take(Seats::iterator seat, qint64 max);
    [[nodiscard]] qint64 available(Seats::iterator seat) const;

    //! \brief Who hears that the last follower left.
    void setLeader(Leader &leader);
    void dropLeader(const Leader &leader);
    [[nodiscard]] bool hasFollowers() const;
    void begin(CachedHead head, bool isStream);
    void append(const QByteArray &bytes);

    //! \brief The answer, when it is one to store: of status 200 and short enough.
    [[nodiscard]] std::optional<CachedAnswer> answer(
        const std::optional<TokenUsage> &usage, TimePoint now) const;
    void complete(const std::optional<TokenUsage> &usage);
    void fail(const Error &error);

    //! \brief Makes the oldest follower the leader and returns true; or ends the flight, with \a error if the
    //! answer had begun.
    [[nodiscard]] bool handOver(const Error &error);

    //! \brief Ends the flight if nobody follows.
    [[nodiscard]] bool endIfAlone();

private:
    [[nodiscard]] qint64 lagOf(const Seat &seat) const { return m_bytes - seat.taken; }
    [[nodiscard]] qint64 endOfPieces() const { return m_dropped + static_cast<qint64>(m_pieces.size()); }
    void wake(Seat &seat);
    void wakeAll();
    bool promoteOldest();
    void keepNoMore();
    void dropRead();
    void end(const std::optional<Error> &error);

    const CacheKey m_key;
    const Limits m_limits;
    std::atomic<qint64> &m_allKept;
    // Not a QMutex: ThreadSanitizer sees into this one also when threads wait for it.
    mutable std::mutex m_mutex; // guards everything below
    Leader *m_leader = nullptr;
    Seats m_seats; // the oldest first
    std::optional<CachedHead> m_head;
    bool m_isStream = false;
    std::deque<QByteArray> m_pieces;
    qint64 m_dropped = 0; // pieces before the first in m_pieces
    qint64 m_bytes = 0; // of the whole answer until now
    qint64 m_counted = 0; // this flight's part of m_allKept
    bool m_isKept = true; // all pieces are there
    bool m_isOver = false;
    std::optional<Error> m_error;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/livedesk.h"
#include "ledger/sharedrecord.h"

#include <QMutex>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

namespace nexus {

//! \brief A request as it stands at one moment.
struct LiveRequest {
    //! What is known of it: all when it has ended, without bodies, which the history has.
    //! RequestRecord::number names it; 0 where it was never on the list of running ones.
    std::shared_ptr<const RequestRecord> record;
    std::chrono::microseconds age {0}; //!< since its receipt; its duration when it has ended
    int status = 0; //!< what the client gets, 0 while it is not known
    std::chrono::microseconds firstByte {0}; //!< from receipt, 0 while there is none
    qint64 bytesOut = 0;
    qint64 outputTokens = 0; //!< estimated while it runs; 0 where nothing is counted
    bool isStopping = false; //!< somebody has asked for its end

    //! \brief Tokens a second since the first byte, 0 when there is nothing to tell.
    [[nodiscard]] double speed() const;
};

//! \brief What has become of a request since the last time. Each carries all that is known by then.
struct LiveEvent {
    enum class Kind {
        Started, //!< it runs; it may have its first byte already
        FirstByte,
        Progress, //!< more of its answer, or another provider
        Ended, //!< it is over; the only event of what begins and ends between two times
    };

    Kind kind = Kind::Started;
    LiveRequest request;
};

class LiveFeed;

//! \brief Keeps a LiveFeed telling what happens, for as long as it lives. In the feed's thread.
class LiveWatch final {
public:
    LiveWatch() = default;
    explicit LiveWatch(LiveFeed &feed);
    ~LiveWatch();
    LiveWatch(LiveWatch &&other) noexcept;
    LiveWatch &operator=(LiveWatch &&other) noexcept;
    Q_DISABLE_COPY(LiveWatch)

private:
    QPointer<LiveFeed> m_feed;
};

//! \brief The requests that run now, and the last ones that have ended.
//!
//! Lives in one thread, which gets its signals. take(), begin() and isWatched() are called from any worker;
//! these and running(), recent() and stop() are thread-safe. What happens is gathered and told every
//! interval, and only while somebody watches: a request costs one copy of its record, and its answer nothing.
class LiveFeed final : public QObject, public SharedRecordSink, public LiveDesk {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds interval {100};
    static constexpr std::size_t usualCapacity = 2000;

    //! \param capacity how many ended requests are kept
    explicit LiveFeed(std::size_t capacity = usualCapacity, QObject *parent = nullptr);
    ~LiveFeed() override;

    //! \brief From now on happened() tells what happens, until the handle is gone.
    [[nodiscard]] LiveWatch watch() { return LiveWatch(*this); }

    //! \brief The running requests, oldest first.
    [[nodiscard]] std::vector<LiveRequest> running() const;

    //! \brief The requests that have ended last, oldest first, without bodies.
    [[nodiscard]] std::vector<std::shared_ptr<const RequestRecord>> recent() const;

    //! \brief Asks for the end of a running request. Its client is told; Ended follows.
    //! \return false when no such request is running
    bool stop(quint64 number);

    void take(const SharedRecord &record) override;
    [[nodiscard]] bool isWatched() const override { return m_watchers.load(std::memory_order_relaxed) > 0; }
    [[nodiscard]] std::unique_ptr<LiveTicket> begin(const RequestRecord &record,
        std::chrono::steady_clock::time_point received, QObject &exchange,
        std::function<void()> stop) override;

Q_SIGNALS:
    //! At most one event for each request, and those of one request in their order. A viewer reads running()
    //! and recent() first and then puts in what comes by RequestRecord::number: what it read may come again.
    void happened(const std::vector<nexus::LiveEvent> &events);

private:
    friend class LiveWatch;
    class Ticket;
    struct Entry;
    using Clock = std::chrono::steady_clock;

    void addWatcher();
    void removeWatcher();
    void tell();
    void tellRunning(std::vector<LiveEvent> &events);
    void tellEnded(std::vector<LiveEvent> &events);
    void forget(const Entry &entry);
    void describe(Entry &entry, std::shared_ptr<const RequestRecord> record);
    [[nodiscard]] static LiveRequest stateOf(const Entry &entry, Clock::time_point now);
    [[nodiscard]] std::vector<std::shared_ptr<Entry>> sortedEntries() const;

    const std::size_t m_capacity;
    QTimer m_timer;
    std::atomic<int> m_watchers = 0;
    std::atomic<quint64> m_lastNumber = 0;

    mutable QMutex m_mutex; //!< guards what follows
    std::unordered_map<quint64, std::shared_ptr<Entry>> m_running;
    std::vector<std::shared_ptr<const RequestRecord>>
        m_ended; // a ring; the newest stands before m_endedCount
    quint64 m_endedCount = 0; // ever
    quint64 m_toldCount = 0; // of these
};

} // namespace nexus

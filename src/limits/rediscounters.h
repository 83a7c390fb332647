// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/trafficconfig.h"
#include "limits/limitask.h"
#include "limits/redisconnection.h"
#include "limits/redisscript.h"
#include "limits/storewatch.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace nexus {

//! \brief Counts in Redis or Valkey as SlidingCounters does in memory, for several machines. Lives in one
//! thread.
//!
//! Keeps a pool of connections; asks wait in turn for a free one. While the server is lost, asks fail at
//! once, and the pool tries to connect at growing intervals. Lost and back are logged once for all workers.
//! Asks that are open when the object dies are not answered.
class RedisCounters final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const Result<LimitVerdict> &verdict)>;

    //! \a watch outlives the object. Connects at once.
    RedisCounters(const RedisStorage &storage, StoreWatch &watch, Logger log, QObject *parent = nullptr);
    ~RedisCounters() override;

    //! \brief Counts the amounts of all \a asks if every one fits, and else nothing.
    //!
    //! Calls \a done once, from inside or later, and not after \a context died. It fails with Unavailable.
    void take(std::span<const LimitAsk> asks, QObject *context, const Done &done);

    //! \brief Adds \a difference to an amount at its own time, not below 0. Lost when the server is.
    void adjust(const LimitReceipt &receipt, qint64 difference);

    [[nodiscard]] bool isFailClosed() const { return m_storage.isFailClosed; }

    //! \brief Deletes itself as soon as every ask is answered. From then on ask no more.
    void retire();

    //! \brief Connections that are up, for tests and metrics.
    [[nodiscard]] int connectionCount() const;

private:
    struct Job {
        QList<QByteArray> command;
        ScriptForm form = ScriptForm::Hash;
        QDeadlineTimer deadline; // for the wait
        bool isRepeated = false;
        QPointer<QObject> context;
        std::function<void(const Result<RedisReply> &)> done;
    };
    using JobPointer = std::shared_ptr<Job>;

    void enqueue(JobPointer job);
    void pump();
    void start(const JobPointer &job, RedisConnection &connection);
    void takeReply(const JobPointer &job, RedisConnection *connection, const Result<RedisReply> &reply);
    void end(const JobPointer &job, const Result<RedisReply> &reply);
    void fail(const JobPointer &job, const QString &reason);
    void failWaiting(const QString &reason);
    void expireWaiting();
    void openOne();
    void greeted();
    void dropped(RedisConnection *connection, bool wasUp, const QString &reason);
    void drop(RedisConnection *connection);
    void dropIfSpare(RedisConnection *connection);
    void retry();
    void noteLost(const QString &reason);
    void noteBack();
    void deleteIfDone();
    [[nodiscard]] std::ptrdiff_t countIf(bool (RedisConnection::*is)() const) const;

    const RedisStorage m_storage;
    StoreWatch &m_watch;
    Logger m_log;
    std::vector<RedisConnection *> m_connections; // children; the first idle one is used first
    std::deque<JobPointer> m_waiting;
    QTimer m_wait; // until the first of them has waited too long
    QTimer m_retry; // until the next attempt to connect
    std::chrono::milliseconds m_retryDelay;
    int m_running = 0;
    bool m_isLost = false;
    QString m_lostReason; // the latest
    bool m_isRetired = false;
};

} // namespace nexus

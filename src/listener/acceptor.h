// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/result.h"
#include "listener/connectioncount.h"
#include "listener/dateclock.h"

#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace nexus {

//! \brief Accepts client connections and hands their descriptors to the workers in turn. Main thread.
//!
//! QTcpServer only opens the port. Its own accepting remembers the first error for ever (Qt 6.4), which is
//! always "no more for now": out of descriptors, it would spin at full load without saying so.
class Acceptor final : public QObject {
    Q_OBJECT

public:
    //! Takes one accepted descriptor; called in the acceptor's thread, so it queues the call to its worker.
    using Worker = std::function<void(qintptr descriptor)>;

    explicit Acceptor(std::shared_ptr<ConnectionCount> count, Logger logger, QObject *parent = nullptr);
    ~Acceptor() override;

    //! \brief Further workers share the connections from now on. Without any, connections are closed.
    void addWorker(Worker worker) { m_workers.push_back(std::move(worker)); }

    //! \brief Connections above the maximum go to \a worker, counted, instead of getting 503 in plain text;
    //! null undoes it. Under TLS the words need a handshake, which is the work of a worker.
    void setSurplusWorker(Worker worker) { m_surplusWorker = std::move(worker); }

    //! \brief More open connections than \a maximum get 503 and are closed.
    void setMaxConnections(int maximum) { m_maxConnections = maximum; }

    //! \brief Begins to accept; \a port 0 takes a free one, see port().
    //! \return an Unavailable error that names the address when it cannot be had; its code is addressInUse
    //! when another program has it
    [[nodiscard]] Result<void> open(const QHostAddress &address, quint16 port);

    //! \brief Begins to accept at another address, and then gives the old one free.
    //! \return the error of open(); the old address stays open then
    [[nodiscard]] Result<void> move(const QHostAddress &address, quint16 port);

    //! \brief Stops accepting and gives the port free. Connections that were accepted stay.
    void close();

    //! \brief The address that is open, null when none is.
    [[nodiscard]] QHostAddress address() const { return m_server->serverAddress(); }

    //! \brief The port that is open, 0 when none is.
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    static constexpr const char *addressInUse = "address_in_use";

    //! \brief How long to wait when the system is out of descriptors or memory.
    static constexpr std::chrono::milliseconds retryDelay {100};

private:
    void acceptAll();
    void accepted(qintptr descriptor);
    void onAcceptFailed(int systemError);
    void turnAway(qintptr descriptor);
    void handOver(qintptr descriptor);
    void logSurplus();

    std::shared_ptr<ConnectionCount> m_count;
    Logger m_logger;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QSocketNotifier> m_notifier; //!< while the port is open
    DateClock m_clock;
    std::vector<Worker> m_workers;
    Worker m_surplusWorker;
    std::size_t m_next = 0;
    int m_maxConnections = 1024;
    int m_turnedAway = 0; //!< connections that are being told 503
    QTimer m_retry;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "base/logger.h"
#include "base/result.h"
#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "listener/acceptor.h"
#include "secrets/environment.h"
#include "service/ledgerparts.h"
#include "service/sharedparts.h"
#include "service/tlswatcher.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QMutex>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace nexus {

class Worker;

//! \brief The whole gateway without a face: it accepts, serves, takes new configurations, and drains.
//!
//! Lives in the thread that builds it, which runs an event loop; workers have threads of their own.
class Gateway final : public QObject, public StatusSource {
    Q_OBJECT

public:
    //! \param environment where AWS credentials are looked for
    //! \param historyPath of the file that keeps every request, see historyPath(); empty for none
    explicit Gateway(const LogOutput &log, Environment environment = {}, const QString &historyPath = {},
        QObject *parent = nullptr);
    ~Gateway() override;

    //! \brief Listens on the address of \a config and starts the workers.
    //! \return Unavailable with the system's reason when the address cannot be had; its code is
    //! Acceptor::addressInUse when another program has it. The same kind when the files of server.tls do not
    //! work, or server.health.listen cannot be had.
    [[nodiscard]] Result<void> start(const ConfigSnapshot &config);

    //! \brief The address that is served; the real port when 0 was asked for.
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] quint16 port() const;

    //! \brief Where the listener of the health page is, nothing when the page has none of its own.
    [[nodiscard]] std::optional<ListenAddress> healthAddress() const;

    //! \brief Whether connections that begin now speak TLS.
    [[nodiscard]] bool isTls() const { return m_tls.identity() != nullptr; }

    //! \brief Makes requests follow \a config; configApplied() tells when all do. A new listen address is
    //! opened before the old one is closed, and an address that cannot be had leaves the old one; see
    //! listenRejected(). The health listener and the number of workers stay. The files of server.tls are read
    //! again, for connections that begin from now on.
    void setConfig(const ConfigSnapshot &config);

    //! \brief Shows \a error in the status: the newest configuration was not taken. An empty text clears it.
    void setConfigError(const QString &error);

    //! \brief Accepts no more, lets running requests end for server.shutdown_grace, then sends finished().
    void drain();

    [[nodiscard]] GatewayStatus status() const override;

    //! \brief While it is paused, requests to models are refused with 503; those that run go on.
    void setPaused(bool isPaused) { m_shared.pause().set(isPaused); }

    [[nodiscard]] LedgerParts &ledger() { return m_ledger; }
    [[nodiscard]] ModelCatalog &catalog() { return m_shared.catalog(); }
    [[nodiscard]] RoutingState &routing() { return m_shared.routing(); }

Q_SIGNALS:
    //! Every request that comes from now on follows \a config, the latest that was set.
    void configApplied(const nexus::ConfigSnapshot &config);
    //! It listens on another address() and port() than before.
    void addressChanged();
    //! The new listen address cannot be had, and the old one stays.
    void listenRejected(const nexus::Error &error);
    //! Every connection is closed. Sent once, after drain().
    void finished();

private:
    struct WorkerThread;

    void moveTo(const QHostAddress &address, quint16 port);
    [[nodiscard]] Result<void> openHealth(const ServerConfig &server);
    void addWorker(const ConfigSnapshot &config);
    void onTlsChanged(const std::shared_ptr<const TlsIdentity> &identity);
    void onTlsRejected(const Error &error);
    void onWorkerConfigured(const ConfigSnapshot &config);
    void onWorkerDrained();
    void onGraceOver();

    Logger m_log;
    Logger m_listenerLog;
    LedgerParts m_ledger;
    Environment m_environment;
    SharedParts m_shared;
    std::shared_ptr<ConnectionCount> m_connections;
    std::shared_ptr<ConnectionCount> m_healthConnections; // probes get through when all others are taken
    Acceptor m_acceptor;
    Acceptor m_healthAcceptor;
    TlsWatcher m_tls;
    std::vector<std::unique_ptr<WorkerThread>> m_workers;
    std::size_t m_configuredWorkers = 0; // that follow m_config
    std::size_t m_drainedWorkers = 0;
    ConfigSnapshot m_config;
    QTimer m_grace;
    QElapsedTimer m_uptime;
    mutable QMutex m_statusMutex;
    GatewayStatus m_status;
    QString m_tlsError; // guarded by m_statusMutex
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "ledger/budgets/budgetboard.h"
#include "ledger/healthboard.h"
#include "ledger/metrics/metrics.h"
#include "listener/connectioncount.h"
#include "listener/tlsidentity.h"
#include "pipeline/rooms.h"

#include <QObject>

#include <memory>

namespace nexus {

//! \brief One thread's share of the gateway: its connections, exchanges and network managers.
//!
//! Created anywhere, moved to its thread, then start(). All functions run in that thread; nothing inside is
//! locked.
class Worker final : public QObject {
    Q_OBJECT

public:
    //! \brief What workers share. All outlive them and are thread-safe.
    struct Shared {
        const SharedRooms &rooms;
        const HealthBoard &health;
        const Metrics &metrics;
        BudgetBoard &budgets;
        const StatusSource &status;
        std::shared_ptr<ConnectionCount> connections;
        std::shared_ptr<ConnectionCount> healthConnections;
        Logger listenerLog;
    };

    explicit Worker(Shared shared);
    ~Worker() override;

    //! \brief Builds the rooms in the thread this is called in.
    void start(const ConfigSnapshot &config);
    void setConfig(const ConfigSnapshot &config);

    //! \brief Connections from now on speak TLS as \a identity, or plain HTTP for null.
    void setTls(const std::shared_ptr<const TlsIdentity> &identity);

    //! \brief Takes over an accepted socket.
    void adopt(qintptr descriptor);

    //! \brief Takes over a socket that was accepted by the listener of the health page.
    void adoptHealth(qintptr descriptor);

    //! \brief Takes over a socket that is one too many, to tell its client so.
    void turnAway(qintptr descriptor);

    //! \brief Lets running requests end, closes idle connections; drained() follows, at once or later.
    void drain();

    //! \brief Ends running requests with an error, gives clients a second to take it and closes every
    //! connection; drained() follows.
    void abortAll();

    //! \brief Takes the rooms down in their own thread. Last call.
    void stop();

Q_SIGNALS:
    void drained();

private:
    struct Parts;

    void onListenerDrained();

    Shared m_shared;
    std::unique_ptr<Parts> m_parts;
    int m_drainedListeners = 0;
};

} // namespace nexus

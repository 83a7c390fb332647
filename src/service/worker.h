// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "config/gatewayconfig.h"
#include "contract/gatewaystatus.h"
#include "contract/requestrecord.h"
#include "ledger/healthboard.h"
#include "listener/connectioncount.h"
#include "secrets/environment.h"
#include "translate/reasoningmemory.h"
#include "translate/usagerefusals.h"

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
        RecordSink &records;
        ReasoningMemory &reasoning;
        UsageRefusals &usageRefusals;
        const Environment &environment;
        const HealthBoard &health;
        const StatusSource &status;
        std::shared_ptr<ConnectionCount> connections;
        Logger listenerLog;
    };

    explicit Worker(Shared shared);
    ~Worker() override;

    //! \brief Builds the rooms in the thread this is called in.
    void start(const ConfigSnapshot &config);
    void setConfig(const ConfigSnapshot &config);

    //! \brief Takes over an accepted socket.
    void adopt(qintptr descriptor);

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

    Shared m_shared;
    std::unique_ptr<Parts> m_parts;
};

} // namespace nexus

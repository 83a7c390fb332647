// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "contract/programfinder.h"
#include "contract/requesthandler.h"
#include "listener/dateclock.h"
#include "listener/listenerlimits.h"
#include "listener/requestreader.h"
#include "listener/tlsidentity.h"

#include <QByteArray>
#include <QRandomGenerator64>

#include <memory>

namespace nexus {

//! \brief What the connections of one worker share. Worker thread only.
struct ListenerContext {
    ListenerLimits limits;
    RequestHandler &handler;
    Logger logger;
    std::shared_ptr<const TlsIdentity> tls
        = {}; //!< for connections that begin from now on; null is plain HTTP
    ProgramFinder *programs = nullptr; //!< asked about each connection; nullptr where nobody wants to know
    RequestReader reader = {};
    DateClock clock = {};
    QRandomGenerator64 random = QRandomGenerator64::securelySeeded();
    QByteArray scratch = QByteArray(64 * 1024, Qt::Uninitialized); //!< what a socket is read into
};

} // namespace nexus

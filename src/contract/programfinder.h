// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clientprogram.h"

#include <QHostAddress>

#include <memory>

namespace nexus {

//! \brief Finds the programs behind connections. Called from any worker's thread, and never waits.
class ProgramFinder {
public:
    ProgramFinder() = default;
    virtual ~ProgramFinder() = default;
    Q_DISABLE_COPY_MOVE(ProgramFinder)

    //! \brief Begins to look for whoever holds \a peer : \a peerPort of a connection that is open now.
    //! \return where it will be written; nullptr where nothing can be found: other machines, other systems
    [[nodiscard]] virtual std::shared_ptr<const ProgramSlot> find(const QHostAddress &peer, quint16 peerPort)
        = 0;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QtGlobal>

namespace nexus {

//! \brief How the gateway itself is doing.
struct GatewayStatus {
    bool isDraining = false;
    bool isPaused = false; //!< nothing is sent to providers
    qint64 uptimeSeconds = 0;
    QString configPath; //!< empty for zero configuration
    QDateTime configLoadedAt; //!< UTC
    QString configError; //!< why the latest edit was not taken, empty when it was
};

//! \brief Tells the gateway's status. Thread-safe.
class StatusSource {
public:
    StatusSource() = default;
    virtual ~StatusSource() = default;
    Q_DISABLE_COPY_MOVE(StatusSource)

    [[nodiscard]] virtual GatewayStatus status() const = 0;
};

} // namespace nexus

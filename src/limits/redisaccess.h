// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "config/trafficconfig.h"
#include "secrets/secret.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace nexus {

//! \brief Where a Redis server is and how it is entered.
struct RedisAccess {
    QString host;
    quint16 port = 6379;
    QByteArray user; //!< empty for the server's default user
    Secret password; //!< empty for none
    int database = 0;
    std::optional<QSslConfiguration> tls; //!< nothing for a plain connection

    //! \brief `host:port`, for the log.
    [[nodiscard]] QString place() const;

    //! \brief The commands that a connection begins with: AUTH and SELECT, as far as they are needed.
    [[nodiscard]] QList<QList<QByteArray>> greeting() const;
};

//! \brief Reads the URL of \a storage, `redis://[[user]:password@]host[:port][/database]` or `rediss://…`,
//! and the files of its TLS. An error names the file or the part that is wrong, and never a password.
[[nodiscard]] Result<RedisAccess> redisAccess(const RedisStorage &storage);

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/listenaddress.h"
#include "config/gatewayconfig.h"
#include "secrets/environment.h"

#include <QObject>

#include <optional>

namespace nexus {

//! \brief What the command line says in place of the file, for this run and across reloads.
struct ConfigOverrides {
    std::optional<ListenAddress> listen;
};

//! \brief Holds the last good configuration and reads it again when asked.
//!
//! Lives in one thread; the snapshots it hands out may go to any. Reading blocks on the file.
class ConfigLoader final : public QObject {
    Q_OBJECT

public:
    //! An empty \a path stands for zeroConfig().
    ConfigLoader(QString path, Environment environment, ConfigOverrides overrides, QObject *parent = nullptr);

    //! \brief The file, empty without one.
    [[nodiscard]] const QString &path() const { return m_path; }
    //! \brief The last good configuration; null until the first good reload().
    [[nodiscard]] const ConfigSnapshot &snapshot() const { return m_snapshot; }
    //! \brief Why the newest reload() failed; nothing when it was good.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_lastError; }

    //! \brief Reads the configuration. Either signal fires once before this returns; true stands for
    //! loaded().
    bool reload();

Q_SIGNALS:
    //! \brief A good configuration took the place of the one before.
    void loaded(const nexus::ConfigSnapshot &snapshot);
    //! \brief The file is not good; snapshot() stays what it was.
    void rejected(const nexus::Error &error);

private:
    QString m_path;
    Environment m_environment;
    ConfigOverrides m_overrides;
    ConfigSnapshot m_snapshot;
    std::optional<Error> m_lastError;
};

} // namespace nexus

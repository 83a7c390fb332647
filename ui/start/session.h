// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "commandline/commandline.h"
#include "secrets/environment.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"
#include "ui/shell/console.h"

#include <memory>

namespace nexus {

//! \brief One run of the program with a window: the gateway, the keyring of the system, and the console that
//! shows both.
//!
//! Needs a QApplication. Only one may live at a time, because of the keyring.
class Session final {
public:
    //! \param folder of `nexus.toml` where there is none yet, and of what the window remembers
    Session(
        const LogOutput &log, const Options &options, const Environment &environment, const QString &folder);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    //! \brief What the window remembers, which also tells one instance from another.
    [[nodiscard]] static QString settingsPath(const QString &folder);

    //! \brief Shows the window; from the next turn of the event loop the configuration is read and, unless
    //! the user wants it otherwise, served.
    void begin();

    //! \brief Where it serves and by which file, in one line for who starts another one.
    [[nodiscard]] QString about() const;

    [[nodiscard]] GatewayHost &host() { return m_host; }
    [[nodiscard]] Console &console() { return m_console; }

private:
    void open();

    Options m_options;
    Result<QString> m_file; //!< the configuration, empty for none
    std::unique_ptr<Keychain> m_keys;
    GatewayHost m_host;
    Console m_console;
};

} // namespace nexus

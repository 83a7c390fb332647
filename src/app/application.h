// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/result.h"
#include "commandline/commandline.h"
#include "config/configloader.h"
#include "ledger/history/historyreader.h"
#include "secrets/environment.h"
#include "secrets/keychain.h"
#include "service/gatewayhost.h"

#include <QObject>

#include <memory>

namespace nexus {

//! \brief The program: finds its configuration, does what the command line says, and serves until told to
//! stop.
//!
//! The one place where all parts are built and connected. Needs a QCoreApplication.
class Application final : public QObject {
    Q_OBJECT

public:
    Application(Options options, Environment environment);
    ~Application() override;

    //! \brief Runs to the end of the program. \return its exit code
    [[nodiscard]] int run();

private:
    [[nodiscard]] Result<QString> findFile() const;
    [[nodiscard]] Result<void> load();
    [[nodiscard]] int run(Options::Command command);
    [[nodiscard]] int manageKeys();
    [[nodiscard]] int check() const;
    [[nodiscard]] int listModels();
    [[nodiscard]] Result<HistoryReader> openHistory() const;
    [[nodiscard]] int printUsage() const;
    [[nodiscard]] int printLog() const;
    [[nodiscard]] int saveLog() const;
    [[nodiscard]] int serve();
    void onStopRequested();

    Options m_options;
    Environment m_environment;
    LogOutput m_logOutput;
    Logger m_log;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<ConfigLoader> m_loader;
    std::unique_ptr<GatewayHost> m_host;
    bool m_isStopping = false;
};

} // namespace nexus

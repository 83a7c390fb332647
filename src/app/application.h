// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/result.h"
#include "commandline/commandline.h"
#include "config/configloader.h"
#include "config/configwatcher.h"
#include "ledger/history/historyreader.h"
#include "secrets/environment.h"
#include "service/gateway.h"

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
    [[nodiscard]] Result<void> load();
    [[nodiscard]] int check() const;
    [[nodiscard]] int listModels();
    [[nodiscard]] Result<HistoryReader> openHistory() const;
    [[nodiscard]] int printUsage() const;
    [[nodiscard]] int printLog() const;
    [[nodiscard]] int serve();
    [[nodiscard]] Result<void> startGateway();
    void onConfigLoaded(const ConfigSnapshot &config);
    void onConfigRejected(const Error &error);
    void onStopRequested();
    void warn(const GatewayConfig &config) const;

    Options m_options;
    Environment m_environment;
    LogOutput m_logOutput;
    Logger m_log;
    std::unique_ptr<ConfigWatcher> m_watcher;
    std::unique_ptr<ConfigLoader> m_loader;
    std::unique_ptr<Gateway> m_gateway;
    bool m_isStopping = false;
};

} // namespace nexus

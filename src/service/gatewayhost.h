// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/result.h"
#include "config/configloader.h"
#include "config/configwatcher.h"
#include "secrets/environment.h"
#include "secrets/keychain.h"
#include "service/gateway.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace nexus {

//! \brief What a GatewayHost is made of.
struct HostOptions {
    Environment environment;
    ConfigOverrides overrides;
    QString historyPath; //!< empty for no history
    Keychain *keychain = nullptr; //!< where `{{ keychain.NAME }}` comes from; outlives the host
};

//! \brief The gateway together with the file it follows: what the program runs, with a window or without.
//!
//! Lives in the main thread. The gateway is there from the beginning and for as long as the host is, also
//! while it does not serve.
class GatewayHost final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Stopped, //!< not started, or drained
        Serving,
        Paused, //!< listens, but sends nothing to providers
        Draining, //!< ends for good
        Failed, //!< could not start; see problem()
    };

    GatewayHost(const LogOutput &log, HostOptions options, QObject *parent = nullptr);
    ~GatewayHost() override;

    //! \brief Reads the configuration at \a path, empty for none, and follows it from now on. May be called
    //! again for another file. The first time waits for the keychain, in an event loop of its own; once the
    //! gateway serves, what has to be waited for is told by a signal.
    //! \return why it is not good; the last good configuration stays then
    [[nodiscard]] Result<void> useFile(const QString &path);

    //! \brief Begins to serve. Needs a good configuration. Also after it has failed.
    //! \return Unavailable when it cannot listen, see Gateway::start()
    [[nodiscard]] Result<void> start();

    //! \brief Says why nothing can be served, where that is known before useFile().
    void fail(const Error &error);

    void setPaused(bool isPaused);

    //! \brief Reads the file again, as if it had changed.
    void reload();

    //! \brief Ends what runs, see Gateway::drain(); finished() follows.
    void drain();

    [[nodiscard]] State state() const { return m_state; }

    //! \brief Why it does not serve, or why the newest configuration was not taken; nothing when all is well.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    //! \brief The last good configuration, nullptr when there was none.
    [[nodiscard]] const ConfigSnapshot &config() const { return m_config; }

    //! \brief The file, empty without one.
    [[nodiscard]] QString configPath() const;

    //! \brief Where clients reach it on this machine, `http://127.0.0.1:8000`; empty while it does not
    //! listen.
    [[nodiscard]] QUrl address() const;

    [[nodiscard]] Gateway &gateway() { return *m_gateway; }
    //! \brief May be nullptr.
    [[nodiscard]] Keychain *keychain() const { return m_options.keychain; }
    [[nodiscard]] const Environment &environment() const { return m_options.environment; }
    //! \brief What holds in place of the file.
    [[nodiscard]] const ConfigOverrides &overrides() const { return m_options.overrides; }
    [[nodiscard]] const QString &historyPath() const { return m_options.historyPath; }

Q_SIGNALS:
    //! state(), problem() or address() is another one.
    void stateChanged();
    //! Every request that comes from now on follows \a config.
    void configApplied(const nexus::ConfigSnapshot &config);
    //! The newest content of the file is not good. The last good configuration stays.
    void configRejected(const nexus::Error &error);
    //! Everything has ended, after drain().
    void finished();

private:
    void onLoaded(const ConfigSnapshot &config);
    void onRejected(const Error &error);
    void warn(const GatewayConfig &config) const;
    void logServing() const;
    void become(State state, std::optional<Error> problem);

    Logger m_log;
    HostOptions m_options;
    State m_state = State::Stopped;
    std::optional<Error> m_problem;
    ConfigSnapshot m_config;
    bool m_wantsToServe = false; //!< somebody has called start()
    std::unique_ptr<ConfigWatcher> m_watcher;
    std::unique_ptr<ConfigLoader> m_loader;
    std::unique_ptr<Gateway> m_gateway;
};

} // namespace nexus

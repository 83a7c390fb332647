// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/gatewayhost.h"

#include <QFileInfo>

namespace nexus {

GatewayHost::GatewayHost(const LogOutput &log, HostOptions options, QObject *parent)
    : QObject(parent)
    , m_log(log.logger("service"))
    , m_options(std::move(options))
    , m_gateway(std::make_unique<Gateway>(log, m_options.environment, m_options.historyPath))
{
    connect(m_gateway.get(), &Gateway::configApplied, this, [this](const ConfigSnapshot &config) {
        m_log.event(LogLevel::Info, "config_loaded", {{"config", config->path}});
        Q_EMIT configApplied(config);
    });
    connect(m_gateway.get(), &Gateway::addressChanged, this, &GatewayHost::stateChanged);
    connect(m_gateway.get(), &Gateway::listenRejected, this,
        [this](const Error &error) { become(m_state, error); });
    connect(m_gateway.get(), &Gateway::finished, this, [this] {
        become(State::Stopped, std::nullopt);
        Q_EMIT finished();
    });
}

GatewayHost::~GatewayHost() = default;

Result<void> GatewayHost::useFile(const QString &path)
{
    m_loader.reset();
    m_watcher = path.isEmpty() ? nullptr : std::make_unique<ConfigWatcher>(path);
    m_loader = std::make_unique<ConfigLoader>(path, m_options.environment, m_options.overrides);
    connect(m_loader.get(), &ConfigLoader::loaded, this, &GatewayHost::onLoaded);
    connect(m_loader.get(), &ConfigLoader::rejected, this, &GatewayHost::onRejected);
    if (m_watcher) {
        connect(m_watcher.get(), &ConfigWatcher::changed, m_loader.get(), &ConfigLoader::reload);
    }
    m_loader->setKeychain(m_options.keychain);
    const bool isGood = m_wantsToServe ? m_loader->reload() || m_loader->isWaiting() : m_loader->load();
    if (!isGood) {
        return failure(m_loader->lastError().value_or(Error {}));
    }
    return {};
}

Result<void> GatewayHost::start()
{
    m_wantsToServe = true;
    if (!m_config) {
        Error error = m_problem.value_or(Error {.message = QStringLiteral("There is no configuration.")});
        fail(error);
        return failure(std::move(error));
    }
    if (Result<void> started = m_gateway->start(m_config); !started) {
        become(State::Failed, started.error());
        return started;
    }
    warn(*m_config);
    logServing();
    become(State::Serving, std::nullopt);
    return {};
}

void GatewayHost::fail(const Error &error)
{
    m_log.event(LogLevel::Error, "start_failed", {{"error", error.message}});
    become(State::Failed, error);
}

void GatewayHost::setPaused(bool isPaused)
{
    if (m_state != State::Serving && m_state != State::Paused) {
        return;
    }
    m_gateway->setPaused(isPaused);
    m_log.event(LogLevel::Info, isPaused ? "paused" : "resumed");
    become(isPaused ? State::Paused : State::Serving, m_problem);
}

void GatewayHost::reload()
{
    if (m_loader) {
        m_loader->reload();
    }
}

void GatewayHost::drain()
{
    if (m_state != State::Serving && m_state != State::Paused) {
        become(State::Stopped, m_problem);
        Q_EMIT finished();
        return;
    }
    become(State::Draining, m_problem);
    m_gateway->drain();
}

QString GatewayHost::configPath() const
{
    return m_loader ? m_loader->path() : QString();
}

QUrl GatewayHost::address() const
{
    if (m_gateway->port() == 0) {
        return {};
    }
    QHostAddress address = m_gateway->address();
    if (address == QHostAddress::Any || address == QHostAddress::AnyIPv4) {
        address = QHostAddress::LocalHost;
    } else if (address == QHostAddress::AnyIPv6) {
        address = QHostAddress::LocalHostIPv6;
    }
    QUrl url;
    url.setScheme(m_gateway->isTls() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(address.toString());
    url.setPort(m_gateway->port());
    return url;
}

void GatewayHost::onLoaded(const ConfigSnapshot &config)
{
    m_config = config;
    if (m_state == State::Serving || m_state == State::Paused) {
        warn(*config);
        become(m_state, std::nullopt);
        m_gateway->setConfig(config);
        return;
    }
    m_problem.reset();
    if (m_state == State::Failed && m_wantsToServe) {
        // The state tells how it went.
        (void)start();
        return;
    }
    Q_EMIT stateChanged();
}

void GatewayHost::onRejected(const Error &error)
{
    m_gateway->setConfigError(error.message);
    // Before start(), the caller says it.
    if (m_config || m_wantsToServe) {
        m_log.event(LogLevel::Error, "config_rejected",
            {{"error", error.message},
                {"effect", m_config ? "the last good configuration stays" : "nothing is served"}});
    }
    become(m_state, error);
    Q_EMIT configRejected(error);
}

void GatewayHost::warn(const GatewayConfig &config) const
{
    for (const QString &warning : config.warnings) {
        m_log.event(LogLevel::Warn, "config_warning", {{"text", warning}});
    }
}

void GatewayHost::logServing() const
{
    const QString scheme = m_gateway->isTls() ? QStringLiteral("https://") : QString();
    const QString path
        = m_config->path.isEmpty() ? QStringLiteral("none") : QFileInfo(m_config->path).absoluteFilePath();
    const std::optional<ListenAddress> health = m_gateway->healthAddress();
    m_log.event(LogLevel::Info, "serving",
        {{"address",
             scheme + formatListenAddress({.address = m_gateway->address(), .port = m_gateway->port()})},
            {"base_url", address().toString() + QStringLiteral("/v1")},
            {"health", health ? scheme + formatListenAddress(*health) : QString()},
            m_gateway->isTls() ? LogField("tls", true) : LogField("tls", ""), {"config", path},
            {"providers", static_cast<qint64>(m_config->llm.providers.size())}, {"version", NEXUS_VERSION}});
}

void GatewayHost::become(State state, std::optional<Error> problem)
{
    if (m_state == state && m_problem == problem) {
        return;
    }
    m_state = state;
    m_problem = std::move(problem);
    Q_EMIT stateChanged();
}

} // namespace nexus

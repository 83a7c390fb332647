// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/logcommand.h"
#include "app/qtmessages.h"
#include "app/signalwatcher.h"
#include "app/usagecommand.h"
#include "commandline/portowner.h"
#include "config/configfile.h"
#include "ledger/history/historypath.h"
#include "ledger/prices/priceloader.h"
#include "listener/tlsidentity.h"
#include "routing/modelcatalog.h"
#include "routing/router.h"
#include "upstream/modellister.h"
#include "upstream/webfetcher.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace nexus {

namespace {

constexpr int startFailed = 1;

void print(std::FILE *file, const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), file);
    std::fflush(file);
}

// \return false when nobody takes it
bool write(const QByteArray &text)
{
    const auto size = static_cast<std::size_t>(text.size());
    return std::fwrite(text.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

int fail(const Error &error)
{
    print(stderr, QStringLiteral("nexus: ") + error.message);
    return startFailed;
}

LogStyle defaultStyle(const Environment &environment)
{
#ifdef Q_OS_UNIX
    const bool isTerminal = ::isatty(STDERR_FILENO) == 1;
#else
    const bool isTerminal = false;
#endif
    return isTerminal && environment.text(QStringLiteral("NO_COLOR")).isEmpty() ? LogStyle::Color
                                                                                : LogStyle::Text;
}

} // namespace

Application::Application(Options options, Environment environment)
    : m_options(std::move(options))
    , m_environment(std::move(environment))
    , m_logOutput(m_options.logLevel, m_options.logStyle.value_or(defaultStyle(m_environment)))
    , m_log(m_logOutput.logger("service"))
{
    forwardQtMessages(m_logOutput.logger("qt"));
}

Application::~Application() = default;

int Application::run()
{
    if (const Result<void> loaded = load(); !loaded) {
        print(stderr, loaded.error().message);
        return startFailed;
    }
    switch (m_options.command) {
    case Options::Command::Check:
        return check();
    case Options::Command::Models:
        return listModels();
    case Options::Command::Usage:
        return printUsage();
    case Options::Command::Log:
        return printLog();
    case Options::Command::Serve:
        return serve();
    case Options::Command::Help:
    case Options::Command::Version:
        break;
    }
    return 0;
}

Result<void> Application::load()
{
    const Result<QString> path
        = findConfigFile(m_options.configPath, m_environment, QStringLiteral("."), QDir::homePath());
    if (!path) {
        return failure(path.error());
    }
    if (!path->isEmpty()) {
        m_watcher = std::make_unique<ConfigWatcher>(*path);
    }
    m_loader
        = std::make_unique<ConfigLoader>(*path, m_environment, ConfigOverrides {.listen = m_options.listen});
    if (!m_loader->reload()) {
        return failure(m_loader->lastError().value_or(Error {}));
    }
    return {};
}

int Application::check() const
{
    for (const QString &warning : m_loader->snapshot()->warnings) {
        print(stderr, QStringLiteral("warning: ") + warning);
    }
    if (const std::optional<TlsFiles> &tls = m_loader->snapshot()->server.tls) {
        const auto identity = TlsIdentity::load(tls->certificate, tls->key);
        if (!identity) {
            return fail(identity.error());
        }
        if (!(*identity)->warning().isEmpty()) {
            print(stderr, QStringLiteral("warning: ") + (*identity)->warning());
        }
    }
    const QString path = m_loader->path();
    print(stdout,
        path.isEmpty() ? QStringLiteral("There is no configuration file; the environment is enough to start.")
                       : QStringLiteral("%1 is good.").arg(path));
    return 0;
}

// What would be served: the providers are asked, and those that do not answer are named on standard error.
int Application::listModels()
{
    const ConfigSnapshot config = m_loader->snapshot();
    WebFetcher fetcher;
    ModelLister lister(fetcher, m_environment);
    lister.setConfig(config);
    ModelCatalog catalog(
        lister, m_logOutput.logger("routing"), bootTime, {.patience = std::chrono::seconds(15)});
    catalog.setConfig(config);
    bool isReady = false;
    catalog.whenReady(this, [&isReady] {
        isReady = true;
        QCoreApplication::quit();
    });
    if (!isReady) {
        QCoreApplication::exec();
    }
    const std::vector<ListedModel> models = Router(config, catalog.snapshot()).models();
    for (const ListedModel &model : models) {
        print(stdout, QString::fromUtf8(model.id));
    }
    if (models.empty()) {
        print(stderr,
            QStringLiteral("Neither the configuration nor a provider names a model. Every provider/model can "
                           "still be asked for."));
    }
    return 0;
}

Result<HistoryReader> Application::openHistory() const
{
    const ConfigSnapshot config = m_loader->snapshot();
    const auto book = PriceLoader(config->ledger.prices).book();
    return HistoryReader::open(historyPath(m_environment, QDir::homePath()), historyPrices(book, config));
}

int Application::printUsage() const
{
    const Result<HistoryReader> reader = openHistory();
    if (!reader) {
        return fail(reader.error());
    }
    const auto report = usageReport(*reader, m_options.history, QDateTime::currentMSecsSinceEpoch());
    if (!report) {
        return fail(report.error());
    }
    return write(*report) ? 0 : startFailed;
}

int Application::printLog() const
{
    Result<HistoryReader> reader = openHistory();
    if (!reader) {
        return fail(reader.error());
    }
    bool isGone = false; // whoever reads what is printed
    LogCommand command(std::move(*reader), m_options.history, [&isGone](const QByteArray &text) {
        isGone = isGone || !write(text);
        if (isGone) {
            QCoreApplication::exit(startFailed);
        }
    });
    const Result<void> printed = command.printNewest(QDateTime::currentMSecsSinceEpoch());
    if (!printed) {
        return fail(printed.error());
    }
    if (!m_options.history.isFollowing || isGone) {
        return isGone ? startFailed : 0;
    }
    SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::stopRequested, qApp, &QCoreApplication::quit);
    connect(&command, &LogCommand::failed, qApp, [](const QString &problem) {
        print(stderr, QStringLiteral("nexus: ") + problem);
        QCoreApplication::exit(startFailed);
    });
    command.follow();
    return QCoreApplication::exec();
}

int Application::serve()
{
    warn(*m_loader->snapshot());
    if (const Result<void> started = startGateway(); !started) {
        return fail(started.error());
    }
    SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::stopRequested, this, &Application::onStopRequested);
    connect(&signalWatcher, &SignalWatcher::reloadRequested, m_loader.get(), &ConfigLoader::reload);
    if (m_watcher) {
        connect(m_watcher.get(), &ConfigWatcher::changed, m_loader.get(), &ConfigLoader::reload);
    }
    connect(m_loader.get(), &ConfigLoader::loaded, this, &Application::onConfigLoaded);
    connect(m_loader.get(), &ConfigLoader::rejected, this, &Application::onConfigRejected);
    connect(m_gateway.get(), &Gateway::configApplied, this, [this](const ConfigSnapshot &config) {
        m_log.event(LogLevel::Info, "config_loaded", {{"config", config->path}});
    });
    connect(m_gateway.get(), &Gateway::finished, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    m_gateway.reset();
    m_log.event(LogLevel::Info, "stopped");
    return code;
}

Result<void> Application::startGateway()
{
    const ConfigSnapshot config = m_loader->snapshot();
    const QString path
        = config->path.isEmpty() ? QStringLiteral("none") : QFileInfo(config->path).absoluteFilePath();
    m_gateway
        = std::make_unique<Gateway>(m_logOutput, m_environment, historyPath(m_environment, QDir::homePath()));
    Result<void> started = m_gateway->start(config);
    if (!started && started.error().code == Acceptor::addressInUse) {
        const ListenAddress wanted {.address = config->server.address, .port = config->server.port};
        Error error = started.error();
        error.message = describeTakenPort(wanted, findPortOwner(wanted), nextFreePort(wanted));
        return failure(std::move(error));
    }
    if (!started) {
        return started;
    }
    const QString scheme = m_gateway->isTls() ? QStringLiteral("https://") : QString();
    const QString address
        = scheme + formatListenAddress({.address = m_gateway->address(), .port = m_gateway->port()});
    const std::optional<ListenAddress> health = m_gateway->healthAddress();
    m_log.event(LogLevel::Info, "serving",
        {{"address", address}, {"health", health ? scheme + formatListenAddress(*health) : QString()},
            m_gateway->isTls() ? LogField("tls", true) : LogField("tls", ""), {"config", path},
            {"providers", static_cast<qint64>(config->llm.providers.size())}, {"version", NEXUS_VERSION}});
    return {};
}

void Application::onConfigLoaded(const ConfigSnapshot &config)
{
    warn(*config);
    m_gateway->setConfig(config);
}

void Application::onConfigRejected(const Error &error)
{
    m_gateway->setConfigError(error.message);
    m_log.event(LogLevel::Error, "config_rejected",
        {{"error", error.message}, {"effect", "the last good configuration stays"}});
}

void Application::onStopRequested()
{
    if (m_isStopping) {
        m_log.event(LogLevel::Warn, "stopped_at_once");
        std::_Exit(0);
    }
    m_isStopping = true;
    m_log.event(LogLevel::Info, "draining", {{"hint", "a second signal stops at once"}});
    m_gateway->drain();
}

void Application::warn(const GatewayConfig &config) const
{
    for (const QString &warning : config.warnings) {
        m_log.event(LogLevel::Warn, "config_warning", {{"text", warning}});
    }
}

} // namespace nexus

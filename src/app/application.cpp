// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/harcommand.h"
#include "app/keycommand.h"
#include "app/logcommand.h"
#include "app/programsetup.h"
#include "app/qtmessages.h"
#include "app/signalwatcher.h"
#include "app/usagecommand.h"
#include "config/configfile.h"
#include "config/configreader.h"
#include "config/zeroconfig.h"
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

#include <cstdio>
#include <cstdlib>

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

} // namespace

Application::Application(Options options, Environment environment)
    : m_options(std::move(options))
    , m_environment(std::move(environment))
    , m_logOutput(m_options.logLevel, logStyleOf(m_options, m_environment))
    , m_log(m_logOutput.logger("service"))
    , m_keychain(Keychain::ofSystem(m_environment))
{
    forwardQtMessages(m_logOutput.logger("qt"));
}

Application::~Application() = default;

int Application::run()
{
    if (m_options.command == Options::Command::Key) {
        return manageKeys();
    }
    return m_options.command == Options::Command::Serve ? serve() : run(m_options.command);
}

int Application::run(Options::Command command)
{
    if (const Result<void> loaded = load(); !loaded) {
        print(stderr, loaded.error().message);
        return startFailed;
    }
    switch (command) {
    case Options::Command::Check:
        return check();
    case Options::Command::Models:
        return listModels();
    case Options::Command::Usage:
        return printUsage();
    case Options::Command::Log:
        return printLog();
    case Options::Command::Key:
    case Options::Command::Serve:
    case Options::Command::Help:
    case Options::Command::Version:
        break;
    }
    return 0;
}

Result<QString> Application::findFile() const
{
    return findConfigFile(m_options.configPath, m_environment, QStringLiteral("."), QDir::homePath());
}

Result<void> Application::load()
{
    const Result<QString> path = findFile();
    if (!path) {
        return failure(path.error());
    }
    m_loader
        = std::make_unique<ConfigLoader>(*path, m_environment, ConfigOverrides {.listen = m_options.listen});
    const bool isOfHistory
        = m_options.command == Options::Command::Usage || m_options.command == Options::Command::Log;
    if (isOfHistory) {
        m_loader->assumeKeys(); // only what is served needs them
    } else {
        m_loader->setKeychain(m_keychain.get());
    }
    if (!m_loader->load()) {
        return failure(m_loader->lastError().value_or(Error {}));
    }
    return {};
}

// Needs no configuration that is good: the names in it are only a help.
int Application::manageKeys()
{
    const Result<QString> path = findFile();
    const Result<QByteArray> text = path && !path->isEmpty() ? readConfigText(*path) : QByteArray();
    const QStringList mentioned = text ? keychainNamesIn(*text) : QStringList();
    return runKeyCommand(*m_keychain, m_options.key, mentioned + zeroConfigKeyNames());
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

int Application::saveLog() const
{
    const Result<HistoryReader> reader = openHistory();
    if (!reader) {
        return fail(reader.error());
    }
    const Result<qint64> count = writeHar(*reader, m_options.history, QDateTime::currentMSecsSinceEpoch());
    if (!count) {
        return fail(count.error());
    }
    print(stderr, QStringLiteral("Requests written: %1.").arg(*count));
    return 0;
}

int Application::printLog() const
{
    if (!m_options.history.harPath.isEmpty()) {
        return saveLog();
    }
    bool isGone = false; // whoever reads what is printed
    LogCommand command(
        historyPath(m_environment, QDir::homePath()), [this] { return openHistory(); }, m_options.history,
        [&isGone](const QByteArray &text) {
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
    connect(&command, &LogCommand::waiting, qApp, [](const QString &reason) {
        print(stderr, QStringLiteral("nexus: %1 Waiting for it.").arg(reason));
    });
    command.follow();
    return QCoreApplication::exec();
}

int Application::serve()
{
    m_host
        = std::make_unique<GatewayHost>(m_logOutput, hostOptions(m_options, m_environment, m_keychain.get()));
    const Result<QString> path = findFile();
    const Result<void> read = path ? m_host->useFile(*path) : failure(path.error());
    if (!read) {
        print(stderr, read.error().message);
        return startFailed;
    }
    // Whoever reads that it serves may end it at once.
    SignalWatcher signalWatcher;
    if (const Result<void> started = m_host->start(); !started) {
        return fail(startError(started.error(), *m_host->config()));
    }
    connect(&signalWatcher, &SignalWatcher::stopRequested, this, &Application::onStopRequested);
    connect(&signalWatcher, &SignalWatcher::reloadRequested, m_host.get(), &GatewayHost::reload);
    connect(m_host.get(), &GatewayHost::finished, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    m_host.reset();
    m_log.event(LogLevel::Info, "stopped");
    return code;
}

void Application::onStopRequested()
{
    if (m_isStopping) {
        m_log.event(LogLevel::Warn, "stopped_at_once");
        std::_Exit(0);
    }
    m_isStopping = true;
    m_log.event(LogLevel::Info, "draining", {{"hint", "a second signal stops at once"}});
    m_host->drain();
}

} // namespace nexus

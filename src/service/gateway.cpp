// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/gateway.h"

#include "endpoints/healthhandler.h"
#include "service/worker.h"

#include <QThread>

namespace nexus {

// One worker and the thread it lives in.
struct Gateway::WorkerThread {
    explicit WorkerThread(const Worker::Shared &shared)
        : worker(std::make_unique<Worker>(shared))
    {
        thread.setObjectName(QStringLiteral("worker"));
        worker->moveToThread(&thread);
        thread.start();
    }

    ~WorkerThread()
    {
        QMetaObject::invokeMethod(worker.get(), &Worker::stop, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }
    Q_DISABLE_COPY_MOVE(WorkerThread)

    template<typename F>
    void run(F function)
    {
        QMetaObject::invokeMethod(worker.get(), std::move(function), Qt::QueuedConnection);
    }

    QThread thread;
    std::unique_ptr<Worker> worker;
};

namespace {

int workerCount(const ServerConfig &server)
{
    // The network managers have threads of their own, so half the cores keep all of them busy.
    return server.workers > 0 ? server.workers : std::max(1, QThread::idealThreadCount() / 2);
}

//! Probes are short and few.
constexpr int maxHealthConnections = 64;

//! What a collector that does not answer may add to the end.
constexpr std::chrono::seconds flushLimit {2};

} // namespace

Gateway::Gateway(const LogOutput &log, Environment environment, const QString &historyPath, QObject *parent)
    : QObject(parent)
    , m_log(log.logger("service"))
    , m_listenerLog(log.logger("listener"))
    , m_ledger(log, historyPath)
    , m_environment(std::move(environment))
    , m_shared(log, m_ledger, m_environment)
    , m_connections(std::make_shared<ConnectionCount>())
    , m_healthConnections(std::make_shared<ConnectionCount>())
    , m_acceptor(m_connections, m_listenerLog)
    , m_healthAcceptor(m_healthConnections, m_listenerLog)
{
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &Gateway::onGraceOver);
    connect(&m_tls, &TlsWatcher::changed, this, &Gateway::onTlsChanged);
    connect(&m_tls, &TlsWatcher::rejected, this, &Gateway::onTlsRejected);
}

Gateway::~Gateway() = default;

Result<void> Gateway::start(const ConfigSnapshot &config)
{
    m_config = config;
    if (Result<void> secured = m_tls.follow(config->server.tls); !secured) {
        return secured;
    }
    m_acceptor.setMaxConnections(config->server.maxConnections);
    if (Result<void> listening = m_acceptor.open(config->server.address, config->server.port); !listening) {
        return listening;
    }
    if (Result<void> listening = openHealth(config->server); !listening) {
        m_acceptor.close();
        return listening;
    }
    m_uptime.start();
    m_status.configPath = config->path;
    m_status.configLoadedAt = QDateTime::currentDateTimeUtc();
    m_ledger.setConfig(config);
    m_shared.setConfig(config);
    for (int i = workerCount(config->server); i > 0; --i) {
        addWorker(config);
    }
    return {};
}

Result<void> Gateway::openHealth(const ServerConfig &server)
{
    const std::optional<ListenAddress> wanted = ownHealthAddress(server);
    if (!wanted) {
        return {};
    }
    m_healthAcceptor.setMaxConnections(maxHealthConnections);
    const Result<void> listening = m_healthAcceptor.open(wanted->address, wanted->port);
    if (!listening) {
        Error error = listening.error();
        error.message = QStringLiteral("server.health.listen: ") + error.message;
        error.code.clear();
        return failure(std::move(error));
    }
    return {};
}

void Gateway::addWorker(const ConfigSnapshot &config)
{
    m_workers.push_back(std::make_unique<WorkerThread>(Worker::Shared {.rooms = m_shared.rooms(),
        .health = m_ledger.health(),
        .metrics = m_ledger.metrics(),
        .budgets = m_ledger.budgets(),
        .status = *this,
        .connections = m_connections,
        .healthConnections = m_healthConnections,
        .listenerLog = m_listenerLog}));
    WorkerThread *const thread = m_workers.back().get();
    Worker *const worker = thread->worker.get();
    connect(worker, &Worker::drained, this, &Gateway::onWorkerDrained);
    thread->run([worker, config, identity = m_tls.identity()] {
        worker->start(config);
        worker->setTls(identity);
    });
    m_acceptor.addWorker([thread, worker](qintptr descriptor) {
        thread->run([worker, descriptor] { worker->adopt(descriptor); });
    });
    m_healthAcceptor.addWorker([thread, worker](qintptr descriptor) {
        thread->run([worker, descriptor] { worker->adoptHealth(descriptor); });
    });
}

void Gateway::onTlsChanged(const std::shared_ptr<const TlsIdentity> &identity)
{
    {
        const QMutexLocker lock(&m_statusMutex);
        m_tlsError.clear();
    }
    for (const std::unique_ptr<WorkerThread> &thread : m_workers) {
        thread->run([worker = thread->worker.get(), identity] { worker->setTls(identity); });
    }
    // The words for one client too many need a handshake, which is no work for this thread.
    m_acceptor.setSurplusWorker(identity ? Acceptor::Worker([this](qintptr descriptor) {
        WorkerThread *const thread = m_workers.front().get();
        thread->run([worker = thread->worker.get(), descriptor] { worker->turnAway(descriptor); });
    })
                                         : Acceptor::Worker());
    if (!identity) {
        m_log.event(LogLevel::Info, "tls_off");
        return;
    }
    m_log.event(LogLevel::Info, "tls_loaded",
        {{"certificate", identity->name()}, {"expires", identity->expiryDate().toString(Qt::ISODate)}});
    if (!identity->warning().isEmpty()) {
        m_log.event(LogLevel::Warn, "tls_warning", {{"text", identity->warning()}});
    }
}

void Gateway::onTlsRejected(const Error &error)
{
    {
        const QMutexLocker lock(&m_statusMutex);
        m_tlsError = error.message;
    }
    m_log.event(LogLevel::Warn, "tls_rejected",
        {{"error", error.message},
            {"effect", isTls() ? "the last good certificate stays" : "connections stay without TLS"}});
}

QHostAddress Gateway::address() const
{
    return m_acceptor.address();
}

quint16 Gateway::port() const
{
    return m_acceptor.port();
}

std::optional<ListenAddress> Gateway::healthAddress() const
{
    if (m_healthAcceptor.port() == 0) {
        return std::nullopt;
    }
    return ListenAddress {.address = m_healthAcceptor.address(), .port = m_healthAcceptor.port()};
}

void Gateway::setConfig(const ConfigSnapshot &config)
{
    const ServerConfig &was = m_config->server;
    const ServerConfig &now = config->server;
    if (was.workers != now.workers || ownHealthAddress(was) != ownHealthAddress(now)) {
        m_log.event(LogLevel::Warn, "restart_needed",
            {{"reason", "server.health.listen and server.workers are read at start only"}});
    }
    if (was.address != now.address || was.port != now.port) {
        moveTo(now.address, now.port);
    }
    m_config = config;
    m_ledger.setConfig(config);
    m_shared.setConfig(config);
    const Result<void> secured = m_tls.follow(now.tls);
    m_configuredWorkers = 0;
    m_acceptor.setMaxConnections(now.maxConnections);
    for (const std::unique_ptr<WorkerThread> &thread : m_workers) {
        Worker *worker = thread->worker.get();
        thread->run([this, worker, config] {
            worker->setConfig(config);
            QMetaObject::invokeMethod(this, [this, config] { onWorkerConfigured(config); });
        });
    }
    {
        const QMutexLocker lock(&m_statusMutex);
        m_status.configPath = config->path;
        m_status.configLoadedAt = QDateTime::currentDateTimeUtc();
        m_status.configError.clear();
        m_tlsError.clear();
    }
    if (!secured) {
        onTlsRejected(secured.error());
    }
}

void Gateway::moveTo(const QHostAddress &address, quint16 port)
{
    if (m_acceptor.address() == address && m_acceptor.port() == port) {
        return;
    }
    if (const Result<void> moved = m_acceptor.move(address, port); !moved) {
        m_log.event(LogLevel::Error, "listen_rejected",
            {{"error", moved.error().message}, {"effect", "the old address stays"}});
        Q_EMIT listenRejected(moved.error());
        return;
    }
    m_log.event(LogLevel::Info, "listening_elsewhere",
        {{"address", formatListenAddress({.address = m_acceptor.address(), .port = m_acceptor.port()})}});
    Q_EMIT addressChanged();
}

void Gateway::onWorkerConfigured(const ConfigSnapshot &config)
{
    if (config != m_config) {
        return; // overtaken by a newer one
    }
    ++m_configuredWorkers;
    if (m_configuredWorkers == m_workers.size()) {
        Q_EMIT configApplied(config);
    }
}

void Gateway::setConfigError(const QString &error)
{
    const QMutexLocker lock(&m_statusMutex);
    m_status.configError = error;
}

void Gateway::drain()
{
    {
        const QMutexLocker lock(&m_statusMutex);
        if (m_status.isDraining) {
            return;
        }
        m_status.isDraining = true;
    }
    m_acceptor.close();
    m_healthAcceptor.close();
    m_grace.start(m_config->server.shutdownGrace);
    for (const std::unique_ptr<WorkerThread> &thread : m_workers) {
        thread->run([worker = thread->worker.get()] { worker->drain(); });
    }
}

void Gateway::onWorkerDrained()
{
    ++m_drainedWorkers;
    if (m_drainedWorkers < m_workers.size()) {
        return;
    }
    m_grace.stop();
    m_ledger.telemetry().flush(flushLimit, this, [this] { Q_EMIT finished(); });
}

void Gateway::onGraceOver()
{
    m_log.event(LogLevel::Warn, "grace_over", {{"reason", "running requests are ended"}});
    for (const std::unique_ptr<WorkerThread> &thread : m_workers) {
        thread->run([worker = thread->worker.get()] { worker->abortAll(); });
    }
}

GatewayStatus Gateway::status() const
{
    const QMutexLocker lock(&m_statusMutex);
    GatewayStatus status = m_status;
    status.isPaused = m_shared.rooms().pause.isPaused();
    status.uptimeSeconds = m_uptime.elapsed() / 1000;
    if (status.configError.isEmpty()) {
        status.configError = m_tlsError;
    }
    return status;
}

} // namespace nexus

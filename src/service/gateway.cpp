// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service/gateway.h"

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

} // namespace

Gateway::Gateway(const LogOutput &log, Environment environment, QObject *parent)
    : QObject(parent)
    , m_log(log.logger("service"))
    , m_listenerLog(log.logger("listener"))
    , m_eventLog(log.logger("ledger"))
    , m_records({&m_health, &m_eventLog})
    , m_environment(std::move(environment))
    , m_connections(std::make_shared<ConnectionCount>())
    , m_acceptor(m_connections, m_listenerLog)
{
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &Gateway::onGraceOver);
}

Gateway::~Gateway() = default;

Result<void> Gateway::start(const ConfigSnapshot &config)
{
    m_config = config;
    m_acceptor.setMaxConnections(config->server.maxConnections);
    if (Result<void> listening = m_acceptor.open(config->server.address, config->server.port); !listening) {
        return listening;
    }
    m_uptime.start();
    m_status.configPath = config->path;
    m_status.configLoadedAt = QDateTime::currentDateTimeUtc();
    const Worker::Shared shared {.records = m_records,
        .reasoning = m_reasoning,
        .usageRefusals = m_usageRefusals,
        .environment = m_environment,
        .health = m_health,
        .status = *this,
        .connections = m_connections,
        .listenerLog = m_listenerLog};
    for (int i = workerCount(config->server); i > 0; --i) {
        m_workers.push_back(std::make_unique<WorkerThread>(shared));
        Worker *worker = m_workers.back()->worker.get();
        connect(worker, &Worker::drained, this, &Gateway::onWorkerDrained);
        m_workers.back()->run([worker, config] { worker->start(config); });
        m_acceptor.addWorker([thread = m_workers.back().get()](qintptr descriptor) {
            thread->run([worker = thread->worker.get(), descriptor] { worker->adopt(descriptor); });
        });
    }
    return {};
}

QHostAddress Gateway::address() const
{
    return m_acceptor.address();
}

quint16 Gateway::port() const
{
    return m_acceptor.port();
}

void Gateway::setConfig(const ConfigSnapshot &config)
{
    const ServerConfig &was = m_config->server;
    const ServerConfig &now = config->server;
    if (was.address != now.address || was.port != now.port || was.workers != now.workers) {
        m_log.event(LogLevel::Warn, "restart_needed",
            {{"reason", "server.listen_address and server.workers are read at start only"}});
    }
    m_config = config;
    m_configuredWorkers = 0;
    m_acceptor.setMaxConnections(now.maxConnections);
    for (const std::unique_ptr<WorkerThread> &thread : m_workers) {
        Worker *worker = thread->worker.get();
        thread->run([this, worker, config] {
            worker->setConfig(config);
            QMetaObject::invokeMethod(this, [this, config] { onWorkerConfigured(config); });
        });
    }
    const QMutexLocker lock(&m_statusMutex);
    m_status.configPath = config->path;
    m_status.configLoadedAt = QDateTime::currentDateTimeUtc();
    m_status.configError.clear();
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
    Q_EMIT finished();
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
    status.uptimeSeconds = m_uptime.elapsed() / 1000;
    return status;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "redisserver.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sys/types.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#if defined(__SANITIZE_THREAD__)
// QProcess forks in a program that has threads already and starts more afterwards, which is fine here.
extern "C" const char *__tsan_default_options()
{
    return "die_after_fork=0";
}
#endif

namespace nexus {

namespace {

constexpr int ATTEMPTS = 5;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QString run(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    const bool isDone = process.waitForFinished() && process.exitCode() == 0;
    return isDone ? QString() : QStringLiteral("openssl failed: ") + QString::fromUtf8(process.readAll());
}

} // namespace

QString RedisServer::start(const QStringList &options)
{
    QString problem;
    for (int i = 0; i < ATTEMPTS; ++i) {
        // Somebody else may take the port before the server does.
        const quint16 port = m_port != 0 ? m_port : freePort();
        problem = startOnce({QStringLiteral("--port"), QString::number(port)}, options);
        if (problem.isEmpty()) {
            return {};
        }
    }
    return problem;
}

QString RedisServer::startTls()
{
    if (QString problem = makeCertificates(); !problem.isEmpty()) {
        return problem;
    }
    const QString port = QString::number(m_port != 0 ? m_port : freePort());
    return startOnce({QStringLiteral("--tls-port"), port},
        {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--tls-cert-file"),
            path(QStringLiteral("server.pem")), QStringLiteral("--tls-key-file"),
            path(QStringLiteral("server.key")), QStringLiteral("--tls-ca-cert-file"),
            path(QStringLiteral("ca.pem"))});
}

QString RedisServer::startOnce(const QStringList &portOptions, const QStringList &options)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (program.isEmpty()) {
        return QStringLiteral("redis-server is missing; './dev test' installs the package redis-server");
    }
    stop();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    // A test that crashes takes its server along.
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process->start(program,
        portOptions
            + QStringList {QStringLiteral("--bind"), QStringLiteral("127.0.0.1"), QStringLiteral("--save"),
                QString(), QStringLiteral("--appendonly"), QStringLiteral("no"), QStringLiteral("--dir"),
                m_folder.path()}
            + options);
    QByteArray output;
    const bool isUp = QTest::qWaitFor(
        [this, &output] {
            output += m_process->readAll();
            return m_process->state() == QProcess::NotRunning
                || output.contains("Ready to accept connections");
        },
        20'000);
    if (!isUp || m_process->state() == QProcess::NotRunning) {
        return QStringLiteral("redis-server did not start: ") + QString::fromUtf8(output);
    }
    m_port = static_cast<quint16>(portOptions.last().toUInt());
    return {};
}

void RedisServer::stop()
{
    if (m_process != nullptr && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void RedisServer::suspend()
{
    signal(SIGSTOP);
}

void RedisServer::resume()
{
    signal(SIGCONT);
}

void RedisServer::signal(int number) const
{
    ::kill(static_cast<pid_t>(m_process->processId()), number);
}

QByteArray RedisServer::ask(const QByteArray &line) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    socket.write(line + "\r\n");
    return socket.waitForReadyRead(5000) ? socket.readAll().trimmed() : QByteArray("no answer");
}

// An authority that signs the server's and the client's certificate, and another one.
QString RedisServer::makeCertificates() const
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    const QStringList curve = words("-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes");
    for (const char *authority : {"ca", "other"}) {
        const QString name = QString::fromLatin1(authority);
        const QString problem = run(m_folder.path(),
            words("req -x509 -days 2") + curve
                + QStringList {QStringLiteral("-subj"), QLatin1String("/CN=") + name,
                    QStringLiteral("-keyout"), name + QLatin1String(".key"), QStringLiteral("-out"),
                    name + QLatin1String(".pem")});
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    for (const char *owner : {"server", "client"}) {
        const QString name = QString::fromLatin1(owner);
        const QString problem = run(m_folder.path(),
            words("req -x509 -days 2 -CA ca.pem -CAkey ca.key -addext basicConstraints=critical,CA:FALSE "
                  "-addext subjectAltName=IP:127.0.0.1")
                + curve
                + QStringList {QStringLiteral("-subj"), QLatin1String("/CN=") + name,
                    QStringLiteral("-keyout"), name + QLatin1String(".key"), QStringLiteral("-out"),
                    name + QLatin1String(".pem")});
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

} // namespace nexus

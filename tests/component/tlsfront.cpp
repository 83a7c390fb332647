// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsfront.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
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

QString findProgram(const QString &name)
{
    const QString inPath = QStandardPaths::findExecutable(name);
    return inPath.isEmpty() ? QStandardPaths::findExecutable(name,
               {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/sbin")})
                            : inPath;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return socket.waitForConnected(1000);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TlsFront::~TlsFront()
{
    if (m_nginx.state() != QProcess::NotRunning) {
        m_nginx.terminate();
        if (!m_nginx.waitForFinished(5000)) {
            m_nginx.kill();
            m_nginx.waitForFinished();
        }
    }
}

QString TlsFront::start(quint16 backendPort, bool isHttp2)
{
    const QString nginx = findProgram(QStringLiteral("nginx"));
    if (nginx.isEmpty()) {
        return QStringLiteral("nginx is missing; './dev test' installs the package nginx-light");
    }
    if (QString problem = makeCertificate(); !problem.isEmpty()) {
        return problem;
    }
    m_port = freePort();
    QFile file(path("nginx.conf"));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(backendPort, isHttp2)) < 0) {
        return file.errorString();
    }
    file.close();
    m_nginx.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    // A test that crashes takes its nginx along.
    m_nginx.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_nginx.start(nginx, {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), path("nginx.conf")});
    const bool isUp = QTest::qWaitFor(
        [this] { return m_nginx.state() == QProcess::NotRunning || accepts(m_port); }, 10'000);
    if (!isUp || m_nginx.state() != QProcess::Running) {
        return QStringLiteral("nginx did not start: ") + QString::fromUtf8(m_nginx.readAll());
    }
    return {};
}

QString TlsFront::makeCertificate() const
{
    const QString openssl = findProgram(QStringLiteral("openssl"));
    if (openssl.isEmpty()) {
        return QStringLiteral("openssl is missing; './dev test' installs the package openssl");
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(openssl,
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
            QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
            QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
            QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
            QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"), path("key.pem"),
            QStringLiteral("-out"), path("cert.pem")});
    const bool isDone = process.waitForFinished() && process.exitCode() == 0;
    return isDone ? QString() : QStringLiteral("openssl failed: ") + QString::fromUtf8(process.readAll());
}

QByteArray TlsFront::configuration(quint16 backendPort, bool isHttp2) const
{
    QByteArray text = R"(daemon off;
master_process off;
pid nginx.pid;
error_log error.log warn;
events { worker_connections 1024; }
http {
    log_format line '$server_protocol $connection $request_method $status';
    access_log access.log line;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    client_max_body_size 64m;
    server {
        listen 127.0.0.1:@PORT@ ssl@HTTP2@;
        ssl_certificate cert.pem;
        ssl_certificate_key key.pem;
        location / {
            proxy_pass http://127.0.0.1:@BACKEND@;
            proxy_http_version 1.1;
            proxy_buffering off;
            proxy_request_buffering off;
        }
    }
}
)";
    text.replace("@PORT@", QByteArray::number(m_port));
    text.replace("@BACKEND@", QByteArray::number(backendPort));
    text.replace("@HTTP2@", isHttp2 ? " http2" : "");
    return text;
}

QByteArray TlsFront::baseUrl() const
{
    return "https://127.0.0.1:" + QByteArray::number(m_port) + "/v1";
}

QByteArray TlsFront::certificate() const
{
    return contentOf(path("cert.pem"));
}

QList<QByteArray> TlsFront::accessLines() const
{
    QList<QByteArray> lines = contentOf(path("access.log")).split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

int TlsFront::connectionCount() const
{
    QSet<QByteArray> connections;
    for (const QByteArray &line : accessLines()) {
        connections.insert(line.split(' ').value(1));
    }
    return static_cast<int>(connections.size());
}

} // namespace nexus

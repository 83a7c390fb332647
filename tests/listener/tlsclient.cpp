// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tlsclient.h"

#include <QSslConfiguration>
#include <QTest>

#include <algorithm>

#include <sys/socket.h>
#include <unistd.h>

namespace nexus {

namespace {

constexpr int limit = 20'000;

} // namespace

TlsClient::TlsClient(const QByteArray &authorityPem, QObject *parent)
    : QObject(parent)
    , m_socket(this)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(authorityPem));
    configuration.setAllowedNextProtocols({"h2", "http/1.1"});
    m_socket.setSslConfiguration(configuration);
    connect(&m_socket, &QSslSocket::readyRead, this, &TlsClient::onReadable);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &TlsClient::onError);
    connect(&m_socket, &QSslSocket::disconnected, this, [this] {
        onReadable();
        m_isClosed = true;
    });
}

TlsClient::~TlsClient()
{
    m_socket.disconnect(this);
    if (m_kept >= 0) {
        ::close(m_kept);
    }
}

void TlsClient::connectTo(quint16 port)
{
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
}

void TlsClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
}

void TlsClient::hangUp()
{
    m_socket.disconnectFromHost();
}

void TlsClient::sayGoodbyeOnly()
{
    m_kept = ::dup(static_cast<int>(m_socket.socketDescriptor()));
    m_socket.disconnectFromHost();
}

void TlsClient::reset()
{
    const linger atOnce {1, 0};
    ::setsockopt(
        static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    m_socket.abort();
}

void TlsClient::stopReading()
{
    m_isReading = false;
    m_socket.setReadBufferSize(1);
}

void TlsClient::resumeReading()
{
    m_isReading = true;
    m_socket.setReadBufferSize(0);
    onReadable();
}

void TlsClient::onReadable()
{
    if (m_isReading && m_socket.isOpen()) {
        m_raw += m_socket.readAll();
    }
}

void TlsClient::onError(QAbstractSocket::SocketError error)
{
    // Without the goodbye the end of TCP is what Qt tells, in other words.
    m_hasGoodbye = m_hasGoodbye
        || (error == QAbstractSocket::RemoteHostClosedError
            && m_socket.errorString() == QSslSocket::tr("The TLS/SSL connection has been closed"));
    m_isClosed = true;
    onReadable();
}

std::vector<kit::Answer> TlsClient::answers() const
{
    std::vector<kit::Answer> answers;
    QByteArray buffer = m_raw;
    while (const auto head = kit::takeHead(buffer)) {
        kit::Answer answer;
        answer.status = head->startLine.split(' ').value(1).toInt();
        answer.startLine = head->startLine;
        answer.headers = head->headers;
        kit::BodyReader body = kit::BodyReader::ofAnswer(answer.status, answer.headers, false);
        body.take(buffer, answer.body);
        answer.isChunked = body.framing() == kit::BodyReader::Framing::Chunked;
        answer.isComplete = body.isDone();
        answer.hasTerminator = answer.isChunked && answer.isComplete;
        answers.push_back(std::move(answer));
    }
    return answers;
}

kit::Answer TlsClient::answer(std::size_t index) const
{
    const std::vector<kit::Answer> all = answers();
    return index < all.size() ? all[index] : kit::Answer();
}

bool TlsClient::waitUntil(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, limit);
}

bool TlsClient::waitForSecured() const
{
    return waitUntil([this] { return m_socket.isEncrypted(); });
}

bool TlsClient::waitForAnswers(std::size_t count) const
{
    return waitUntil([this, count] {
        const std::vector<kit::Answer> all = answers();
        return std::ranges::count(all, true, &kit::Answer::isComplete) >= static_cast<std::ptrdiff_t>(count);
    });
}

bool TlsClient::waitForText(const QByteArray &part) const
{
    return waitUntil([this, &part] { return m_raw.contains(part); });
}

bool TlsClient::waitForClosed() const
{
    return waitUntil([this] { return m_isClosed; });
}

} // namespace nexus

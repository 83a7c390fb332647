// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QHostAddress>
#include <QTest>

#include <algorithm>

#include <sys/socket.h>

namespace nexus::kit {

QByteArrayList Answer::events() const
{
    QByteArrayList events;
    QByteArray text = body;
    text.replace("\r\n", "\n");
    const QByteArrayList blocks = text.split('\n');
    QByteArray data;
    bool hasData = false;
    for (qsizetype i = 0; i + 1 < blocks.size(); ++i) {
        const QByteArray &line = blocks[i];
        if (line.isEmpty()) {
            if (hasData) {
                events.append(data);
            }
            data.clear();
            hasData = false;
        } else if (line.startsWith("data:")) {
            const qsizetype skip = line.startsWith("data: ") ? 6 : 5;
            data += (hasData ? "\n" : "") + line.mid(skip);
            hasData = true;
        }
    }
    return events;
}

QByteArrayList Answer::comments() const
{
    QByteArrayList comments;
    const QByteArrayList lines = body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(':')) {
            comments.append(line.mid(1).trimmed());
        }
    }
    return comments;
}

RawClient::RawClient(QObject *parent)
    : QObject(parent)
    , m_socket(this)
{
    connect(&m_socket, &QTcpSocket::connected, this, &RawClient::onConnected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &RawClient::onReadable);
    connect(&m_socket, &QTcpSocket::disconnected, this, &RawClient::onClosed);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &RawClient::onClosed);
}

RawClient::RawClient(const QUrl &server, QObject *parent)
    : RawClient(parent)
{
    connectTo(static_cast<quint16>(server.port(80)));
}

RawClient::~RawClient()
{
    m_socket.disconnect(this);
}

void RawClient::connectTo(quint16 port)
{
    m_port = port;
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

void RawClient::onConnected()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.write(std::exchange(m_unsent, {}));
    m_socket.flush();
}

void RawClient::send(const QByteArray &bytes)
{
    if (!isConnected()) {
        m_unsent += bytes;
        return;
    }
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::request(
    const QByteArray &method, const QByteArray &target, const Headers &headers, const QByteArray &body)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\n";
    if (!hasHeader(headers, "host")) {
        bytes += "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    }
    for (const auto &[name, value] : headers) {
        bytes += name + ": " + value + "\r\n";
    }
    if (!body.isEmpty()) {
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    m_isHeadExpected.push_back(method == "HEAD");
    send(bytes + "\r\n" + body);
}

void RawClient::post(const QByteArray &target, const QByteArray &json, const Headers &headers)
{
    Headers all {{"Content-Type", "application/json"}};
    all.insert(all.end(), headers.begin(), headers.end());
    request("POST", target, all, json);
}

void RawClient::hangUp()
{
    m_isLeaving = true;
    m_socket.disconnectFromHost();
}

void RawClient::reset()
{
    m_isLeaving = true;
    const linger noLinger {1, 0};
    ::setsockopt(
        static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &noLinger, sizeof(noLinger));
    m_socket.abort();
}

void RawClient::halfClose()
{
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::stopReading()
{
    m_isReading = false;
    // A full buffer makes Qt leave the rest to the operating system.
    m_socket.setReadBufferSize(1);
}

void RawClient::resumeReading()
{
    m_isReading = true;
    m_socket.setReadBufferSize(0);
    onReadable();
}

Answer RawClient::answer(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < m_answers.size() ? m_answers[at] : Answer();
}

int RawClient::completeCount() const
{
    return static_cast<int>(std::ranges::count(m_answers, true, &Answer::isComplete));
}

void RawClient::onReadable()
{
    if (!m_isReading) {
        return;
    }
    const QByteArray bytes = m_socket.readAll();
    m_raw += bytes;
    m_buffer += bytes;
    parse();
    Q_EMIT received();
}

void RawClient::onClosed()
{
    if (m_isClosedByPeer) {
        return; // an error and the disconnection after it are one ending
    }
    m_isClosedByPeer = !m_isLeaving;
    if (m_isReading && m_socket.isOpen()) {
        onReadable();
    }
    if (m_isInBody && m_body.framing() == BodyReader::Framing::UntilClose) {
        m_isInBody = false;
        m_answers.back().isComplete = true;
        Q_EMIT answerCompleted(static_cast<int>(m_answers.size()) - 1);
    }
    Q_EMIT closed();
}

void RawClient::parse()
{
    while (m_isInBody || parseHead()) {
        Answer &answer = m_answers.back();
        m_body.take(m_buffer, answer.body);
        answer.isBroken = m_body.isBroken();
        if (!m_body.isDone()) {
            return;
        }
        m_isInBody = false;
        answer.isComplete = true;
        answer.hasTerminator = answer.isChunked;
        Q_EMIT answerCompleted(static_cast<int>(m_answers.size()) - 1);
    }
}

bool RawClient::parseHead()
{
    const auto head = takeHead(m_buffer);
    if (!head) {
        return false;
    }
    const int status = head->startLine.split(' ').value(1).toInt();
    if (status == 100) {
        ++m_continueCount;
        return parseHead();
    }
    Answer answer;
    answer.status = status;
    answer.startLine = head->startLine;
    answer.headers = head->headers;
    const bool isHead = m_answers.size() < m_isHeadExpected.size() && m_isHeadExpected[m_answers.size()];
    m_body = BodyReader::ofAnswer(status, answer.headers, isHead);
    answer.isChunked = m_body.framing() == BodyReader::Framing::Chunked;
    m_answers.push_back(std::move(answer));
    m_isInBody = true;
    return true;
}

bool RawClient::waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit) const
{
    return QTest::qWaitFor(condition, static_cast<int>(limit.count()));
}

bool RawClient::waitForConnected(std::chrono::milliseconds limit) const
{
    return waitUntil([this] { return isConnected(); }, limit);
}

bool RawClient::waitForAnswers(int count, std::chrono::milliseconds limit) const
{
    return waitUntil([this, count] { return completeCount() >= count; }, limit);
}

bool RawClient::waitForHead(int index, std::chrono::milliseconds limit) const
{
    return waitUntil([this, index] { return answer(index).status != 0; }, limit);
}

bool RawClient::waitForBody(const QByteArray &part, std::chrono::milliseconds limit) const
{
    return waitUntil(
        [this, &part] { return !m_answers.empty() && m_answers.back().body.contains(part); }, limit);
}

bool RawClient::waitForBytes(qsizetype count, std::chrono::milliseconds limit) const
{
    return waitUntil([this, count] { return m_raw.size() >= count; }, limit);
}

bool RawClient::waitForClosed(std::chrono::milliseconds limit) const
{
    return waitUntil([this] { return m_isClosedByPeer; }, limit);
}

} // namespace nexus::kit

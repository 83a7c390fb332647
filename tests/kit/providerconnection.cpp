// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerconnection.h"

namespace nexus::kit {

ProviderConnection::ProviderConnection(
    std::unique_ptr<QTcpSocket> socket, int number, ReadPace pace, Callbacks callbacks, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_pace(pace)
    , m_callbacks(std::move(callbacks))
    , m_readTimer(this)
    , m_number(number)
{
    m_socket->setParent(nullptr);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &ProviderConnection::onDisconnected);
    if (m_pace.bytes > 0) {
        m_socket->setReadBufferSize(m_pace.bytes);
        connect(&m_readTimer, &QTimer::timeout, this, &ProviderConnection::onReadable);
        m_readTimer.start(m_pace.interval);
        return;
    }
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &ProviderConnection::onReadable);
    // What came before the connection above announces itself no more.
    QMetaObject::invokeMethod(this, &ProviderConnection::onReadable, Qt::QueuedConnection);
}

ProviderConnection::~ProviderConnection()
{
    m_socket->disconnect(this);
    m_player.reset();
}

void ProviderConnection::release()
{
    if (m_player) {
        m_player->release();
    }
}

void ProviderConnection::close()
{
    m_isClosing = true;
    m_player.reset();
    m_socket->abort();
}

void ProviderConnection::onReadable()
{
    m_buffer += m_pace.bytes > 0 ? m_socket->read(m_pace.bytes) : m_socket->readAll();
    readRequests();
}

void ProviderConnection::readRequests()
{
    while (!m_player && !m_isClosing) {
        if (!m_hasHead && !readHead()) {
            return;
        }
        m_body.take(m_buffer, m_request.body);
        if (!m_body.isDone()) {
            return;
        }
        takeRequest();
    }
}

bool ProviderConnection::readHead()
{
    auto head = takeHead(m_buffer);
    if (!head) {
        return false;
    }
    const QByteArrayList words = head->startLine.split(' ');
    m_request = {};
    m_request.connection = m_number;
    m_request.method = words.value(0);
    m_request.target = words.value(1);
    m_request.headers = std::move(head->headers);
    m_body = BodyReader::ofRequest(m_request.headers);
    m_hasHead = true;
    if (m_request.header("expect").toLower() == "100-continue") {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return true;
}

void ProviderConnection::takeRequest()
{
    m_hasHead = false;
    m_request.isComplete = true;
    const bool isLast = m_request.header("connection").toLower() == "close";
    m_index = m_callbacks.record(std::move(m_request));
    m_request = {};
    m_sinceRequest.start();
    Playback play = m_callbacks.answer(m_index);
    play.isLastOnConnection = play.isLastOnConnection || isLast;
    m_player = std::make_unique<ReplyPlayer>(*m_socket, std::move(play), nullptr);
    connect(m_player.get(), &ReplyPlayer::held, this, [this] { m_callbacks.held(m_index); });
    connect(m_player.get(), &ReplyPlayer::finished, this, &ProviderConnection::onFinished);
    m_player->start();
}

void ProviderConnection::onFinished(bool isClosed)
{
    m_callbacks.answered(m_index);
    m_isClosing = isClosed;
    // The player is still on the stack.
    m_player.release()->deleteLater();
    if (!isClosed) {
        QMetaObject::invokeMethod(this, &ProviderConnection::readRequests, Qt::QueuedConnection);
    }
}

void ProviderConnection::onDisconnected()
{
    if (m_player) {
        // The player may be on the stack: writing is one way to learn that the peer is gone.
        m_player->cancel();
        m_player.release()->deleteLater();
        m_callbacks.abandoned(m_index, std::chrono::milliseconds(m_sinceRequest.elapsed()));
    } else if (m_hasHead && !m_isClosing) {
        (void)m_callbacks.record(std::move(m_request));
    }
    deleteLater();
}

} // namespace nexus::kit

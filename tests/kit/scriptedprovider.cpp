// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedprovider.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus::kit {

namespace {
// Enough that a burst of clients never waits for the accept queue.
constexpr int s_backlog = 4096;
} // namespace

ScriptedProvider::ScriptedProvider(quint16 port, QObject *parent)
    : QObject(parent)
    , m_server(this)
    , m_default(Reply::json(500, R"({"error":{"message":"the script is empty","type":"script_error"}})"))
{
    m_server.setListenBacklogSize(s_backlog);
    m_server.setMaxPendingConnections(s_backlog);
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedProvider::acceptConnections);
    if (m_server.listen(QHostAddress::LocalHost, port)) {
        m_port = m_server.serverPort();
    }
}

ScriptedProvider::~ScriptedProvider()
{
    // Their endings must not reach the members below, which are gone before the children are.
    for (ProviderConnection *connection : std::exchange(m_connections, {})) {
        connection->disconnect(this);
        delete connection;
    }
}

QUrl ScriptedProvider::baseUrl(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

void ScriptedProvider::script(const Reply &reply)
{
    const QMutexLocker lock(&m_mutex);
    m_script.push_back(reply);
}

void ScriptedProvider::setDefaultReply(const Reply &reply)
{
    const QMutexLocker lock(&m_mutex);
    m_default = reply;
}

void ScriptedProvider::setHandler(Handler handler)
{
    const QMutexLocker lock(&m_mutex);
    m_handler = std::move(handler);
}

void ScriptedProvider::setReadPace(ReadPace pace)
{
    const QMutexLocker lock(&m_mutex);
    m_pace = pace;
}

void ScriptedProvider::setRecording(bool isRecording)
{
    const QMutexLocker lock(&m_mutex);
    m_isRecording = isRecording;
}

void ScriptedProvider::hold()
{
    const QMutexLocker lock(&m_mutex);
    m_isHolding = true;
}

void ScriptedProvider::release()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isHolding = false;
    }
    QMetaObject::invokeMethod(this, [this] {
        for (ProviderConnection *connection : std::vector(m_connections)) {
            setHeld(connection->requestIndex(), false);
            connection->release();
        }
    });
}

void ScriptedProvider::release(int index)
{
    QMetaObject::invokeMethod(this, [this, index] {
        for (ProviderConnection *connection : std::vector(m_connections)) {
            if (connection->requestIndex() == index && connection->isHeld()) {
                setHeld(index, false);
                connection->release();
            }
        }
    });
}

std::vector<int> ScriptedProvider::heldRequests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_held;
}

void ScriptedProvider::closeConnections()
{
    QMetaObject::invokeMethod(this, [this] {
        for (ProviderConnection *connection : std::vector(m_connections)) {
            setHeld(connection->requestIndex(), false);
            connection->close();
        }
    });
}

void ScriptedProvider::stopListening()
{
    QMetaObject::invokeMethod(this, [this] { m_server.close(); });
}

std::vector<ReceivedRequest> ScriptedProvider::received() const
{
    const QMutexLocker lock(&m_mutex);
    return m_received;
}

ReceivedRequest ScriptedProvider::received(int index) const
{
    const QMutexLocker lock(&m_mutex);
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < m_received.size() ? m_received[at] : ReceivedRequest();
}

int ScriptedProvider::requestCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requestCount;
}

int ScriptedProvider::connectionCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connectionCount;
}

int ScriptedProvider::openConnectionCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_openConnectionCount;
}

void ScriptedProvider::acceptConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ReadPace pace;
        int number = 0;
        {
            const QMutexLocker lock(&m_mutex);
            pace = m_pace;
            number = ++m_connectionCount;
            ++m_openConnectionCount;
        }
        auto *connection
            = new ProviderConnection(std::unique_ptr<QTcpSocket>(socket), number, pace, callbacks(), this);
        m_connections.push_back(connection);
        connect(connection, &QObject::destroyed, this, [this, connection] {
            std::erase(m_connections, connection);
            const QMutexLocker lock(&m_mutex);
            --m_openConnectionCount;
        });
    }
}

ProviderConnection::Callbacks ScriptedProvider::callbacks()
{
    ProviderConnection::Callbacks calls;
    calls.record = [this](ReceivedRequest request) { return record(std::move(request)); };
    calls.answer = [this](int index) { return answer(index); };
    calls.answered = [this](int index) {
        {
            const QMutexLocker lock(&m_mutex);
            if (static_cast<std::size_t>(index) < m_received.size()) {
                m_received[static_cast<std::size_t>(index)].isAnswered = true;
            }
        }
        Q_EMIT answered(index);
    };
    calls.abandoned = [this](int index, std::chrono::milliseconds after) {
        setHeld(index, false);
        {
            const QMutexLocker lock(&m_mutex);
            if (static_cast<std::size_t>(index) < m_received.size()) {
                m_received[static_cast<std::size_t>(index)].closedAfter = after;
            }
        }
        Q_EMIT clientClosed(index);
    };
    calls.held = [this](int index) {
        setHeld(index, true);
        Q_EMIT held(index);
    };
    return calls;
}

int ScriptedProvider::record(ReceivedRequest request)
{
    int index = 0;
    const bool isComplete = request.isComplete;
    {
        const QMutexLocker lock(&m_mutex);
        index = m_requestCount++;
        request.index = index;
        // The answer is chosen by the record, so that the newest one is kept in any case.
        if (!m_isRecording) {
            m_received.clear();
        }
        m_received.push_back(std::move(request));
    }
    if (isComplete) {
        Q_EMIT requestReceived(index);
    }
    return index;
}

Playback ScriptedProvider::answer(int index)
{
    Playback play = chooseReply(index).playback();
    const QMutexLocker lock(&m_mutex);
    if (m_isHolding) {
        play.stops.insert(play.stops.begin(), {0, Stop::Action::Hold, {}});
    }
    return play;
}

Reply ScriptedProvider::chooseReply(int index)
{
    Handler handler;
    ReceivedRequest request;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_handler) {
            if (m_script.empty()) {
                return m_default;
            }
            Reply reply = m_script.front();
            m_script.pop_front();
            return reply;
        }
        handler = m_handler;
        request = m_received.back();
        Q_ASSERT(request.index == index);
    }
    // Outside the lock, since the handler may look at what was received.
    return handler(request);
}

void ScriptedProvider::setHeld(int index, bool isHeld)
{
    const QMutexLocker lock(&m_mutex);
    std::erase(m_held, index);
    if (isHeld) {
        m_held.push_back(index);
    }
}

} // namespace nexus::kit

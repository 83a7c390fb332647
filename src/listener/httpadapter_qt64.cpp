// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/httpadapter.h"

#include <QHttpServerRequest>
#include <QTcpServer>

namespace nexus {

namespace {

//! The shape of Qt 6.4: handlers get the socket.
class HttpAdapter final : public QAbstractHttpServer {
public:
    explicit HttpAdapter(RequestTaken taken)
        : m_taken(std::move(taken))
    { }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *) override
    {
        m_taken(request);
        return true;
    }

    // Reached only for a WebSocket upgrade, which no vetted head asks for.
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }

private:
    RequestTaken m_taken;
};

} // namespace

std::unique_ptr<QAbstractHttpServer> makeHttpAdapter(std::unique_ptr<QTcpServer> server, RequestTaken taken)
{
    if (!server->isListening()) {
        return nullptr;
    }
    auto adapter = std::make_unique<HttpAdapter>(std::move(taken));
    server->setParent(adapter.get());
    adapter->bind(server.release());
    return adapter;
}

HeaderList headersOf(const QHttpServerRequest &request)
{
    HeaderList headers;
    const auto fields = request.headers();
    for (const auto &[name, value] : fields) {
        headers.add(name, value);
    }
    return headers;
}

} // namespace nexus

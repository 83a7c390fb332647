// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener/httpadapter.h"

#include <QHttpHeaders>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace nexus {

namespace {

//! The shape of Qt 6.8 and later: handlers get a responder.
//!
//! The responder stays where it is: its destruction right after the handler writes nothing and makes Qt ready
//! for the next request on the same socket.
class HttpAdapter final : public QAbstractHttpServer {
public:
    explicit HttpAdapter(RequestTaken taken)
        : m_taken(std::move(taken))
    { }

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &) override
    {
        m_taken(request);
        return true;
    }

    // Reached only for a WebSocket upgrade, which no vetted head asks for.
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }

private:
    RequestTaken m_taken;
};

} // namespace

std::unique_ptr<QAbstractHttpServer> makeHttpAdapter(std::unique_ptr<QTcpServer> server, RequestTaken taken)
{
    auto adapter = std::make_unique<HttpAdapter>(std::move(taken));
    if (!adapter->bind(server.get())) {
        return nullptr;
    }
    // bind() has made the adapter its parent.
    std::ignore = server.release();
    return adapter;
}

HeaderList headersOf(const QHttpServerRequest &request)
{
    HeaderList headers;
    const QHttpHeaders &fields = request.headers();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const auto name = fields.nameAt(i);
        headers.add(QByteArray(name.data(), name.size()), fields.valueAt(i).toByteArray());
    }
    return headers;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/headerlist.h"

#include <QAbstractHttpServer>

#include <functional>
#include <memory>

class QHttpServerRequest;
class QTcpServer;

namespace nexus {

//! \brief Called for each request QAbstractHttpServer has read; the request is valid during the call only.
using RequestTaken = std::function<void(const QHttpServerRequest &)>;

//! \brief QAbstractHttpServer on \a server, which must listen.
//!
//! Every request goes to \a taken and is never answered through Qt. The one function whose body differs
//! between the versions of Qt HttpServer; see httpadapter_qt64.cpp and httpadapter_qt68.cpp.
//! \return nullptr when \a server was not accepted, which leaves it to its owner
[[nodiscard]] std::unique_ptr<QAbstractHttpServer> makeHttpAdapter(
    std::unique_ptr<QTcpServer> server, RequestTaken taken);

//! \brief The header fields of \a request, in the order they came.
[[nodiscard]] HeaderList headersOf(const QHttpServerRequest &request);

} // namespace nexus

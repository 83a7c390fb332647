// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "listener/headreader.h"
#include "wire/httpmessage.h"

#include <QPointer>

#include <memory>
#include <optional>

class QAbstractHttpServer;

namespace nexus {

class FeedServer;

//! \brief Reads vetted heads with Qt HttpServer. One per worker, in its thread.
//!
//! Only heads pass through Qt's parser, one at a time; a body never does. Nothing stays with Qt after read().
class RequestReader final {
public:
    RequestReader();
    ~RequestReader();
    Q_DISABLE_COPY_MOVE(RequestReader)

    //! \brief \a head as a request without body, peer and times.
    //!
    //! Method and target are the client's own bytes: Qt names only nine methods and rewrites
    //! percent-encoding. \return nullopt when Qt's parser and ours disagree about the head, which is then not
    //! to be trusted
    [[nodiscard]] std::optional<RequestSnapshot> read(const RequestHead &head);

private:
    QPointer<FeedServer> m_feed;
    std::unique_ptr<QAbstractHttpServer> m_adapter;
    int m_taken = 0; //!< requests Qt saw in the running read()
    HeaderList m_headers;
};

//! \brief What is known of a request whose \a head is not whole, or whose body is not.
[[nodiscard]] RequestSnapshot refusedRequest(const RequestHead &head, const QByteArray &requestId);

//! \brief The client's x-request-id if it can be repeated anywhere: 1 to 128 visible ASCII characters, no
//! quote and no backslash. Empty otherwise.
[[nodiscard]] QByteArray usableRequestId(const HeaderList &headers);

//! \brief A request id from 96 bits of \a high and \a low: `req_` and 24 hexadecimal digits.
[[nodiscard]] QByteArray madeRequestId(quint64 high, quint32 low);

} // namespace nexus

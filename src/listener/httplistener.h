// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "listener/connectioncount.h"
#include "listener/listenerlimits.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_set>

namespace nexus {

class Connection;
class ProgramFinder;
class RequestHandler;
class TlsIdentity;
struct ListenerContext;

//! \brief The client connections of one worker, and what reads their requests.
//!
//! Create it in its worker's thread and use it there; other threads call it by queued calls.
class HttpListener final : public QObject {
    Q_OBJECT

public:
    //! \param handler outlives the listener and gets every request
    //! \param count counted down once for every adopted descriptor
    HttpListener(const ListenerLimits &limits, RequestHandler &handler,
        std::shared_ptr<ConnectionCount> count, Logger logger, QObject *parent = nullptr);
    ~HttpListener() override;

    //! \brief Serves an accepted \a descriptor until it closes. It was counted in the ConnectionCount.
    void adopt(qintptr descriptor);

    //! \brief Serves \a descriptor just long enough to say that there are too many connections.
    void turnAway(qintptr descriptor);

    //! \brief Connections that are adopted from now on speak TLS as \a identity, or plain HTTP for null.
    void setTls(std::shared_ptr<const TlsIdentity> identity);

    //! \brief Requests tell which program sends them, for connections that are adopted from now on.
    //! \param programs outlives the listener; nullptr where nobody wants to know
    void setPrograms(ProgramFinder *programs);

    //! \brief Holds for requests that begin from now on.
    void setLimits(const ListenerLimits &limits);

    //! \brief Ends gracefully: idle connections close, running requests are answered, new ones are not taken.
    //! drained() follows, at once or later, also after abortAll().
    void drain();

    //! \brief Resets every connection now; running requests get clientGone().
    void abortAll();

    [[nodiscard]] int connectionCount() const { return static_cast<int>(m_connections.size()); }

Q_SIGNALS:
    //! The last connection has gone after drain(). Sent once, never from inside drain().
    void drained();

private:
    Connection *open(qintptr descriptor);
    void onClosed(Connection *connection);
    void sweep();
    void setPace();
    void tellWhenDrained();

    std::unique_ptr<ListenerContext> m_context;
    std::shared_ptr<ConnectionCount> m_count;
    std::unordered_set<Connection *> m_connections; //!< children of this
    QTimer m_sweeper; //!< one timer for the deadlines of all connections
    bool m_isDraining = false;
    bool m_isDrained = false;
};

} // namespace nexus

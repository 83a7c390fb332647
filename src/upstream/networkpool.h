// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/activecount.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace nexus {

//! \brief Network managers of one worker, shared by its calls.
//!
//! A manager runs at most six requests at once to an HTTP/1.1 host, and has a thread. So the connections of
//! an origin come in lanes of six: without TLS many lanes share a manager, with TLS each has its own, and an
//! origin that speaks HTTP/2 carries a hundred requests in one lane. A lane that has been unused for a minute
//! of wall clock time (also one spent asleep) opens new connections; after two it is given up. Lives in its
//! worker's thread.
class NetworkPool final : public QObject {
    Q_OBJECT

    struct Lane;

public:
    //! \brief The right to run one request in a lane; returned when it dies. Must not outlive the pool.
    class Lease {
    public:
        Lease() = default;
        Lease(Lease &&other) noexcept
            : m_lane(std::exchange(other.m_lane, nullptr))
            , m_call(std::move(other.m_call))
        { }
        Lease &operator=(Lease &&other) noexcept
        {
            std::swap(m_lane, other.m_lane);
            std::swap(m_call, other.m_call);
            return *this;
        }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        ~Lease();

        [[nodiscard]] QNetworkAccessManager &manager() const;

        //! \brief Makes \a request run in this lane.
        void assign(QNetworkRequest &request) const;

        //! \brief Whether the lane may hold a connection that an earlier request left open.
        [[nodiscard]] bool isReused() const;

        //! \brief Tells the pool that the request left its connection open for a next one.
        void keepConnection();

        //! \brief Tells the pool what the origin turned out to speak.
        void setHttp2(bool isHttp2);

    private:
        friend class NetworkPool;
        Lease(Lane *lane, ActiveCount::Token call)
            : m_lane(lane)
            , m_call(std::move(call))
        { }

        Lane *m_lane = nullptr;
        ActiveCount::Token m_call;
    };

    //! \param calls counts the leases, where there is one; outlives the pool
    explicit NetworkPool(ActiveCount *calls = nullptr, QObject *parent = nullptr);
    ~NetworkPool() override;

    //! \brief A place for one request to scheme, host and port of \a url. Requests share connections only
    //! with those of the same \a tls, see TlsSettings::fingerprint.
    [[nodiscard]] Lease acquire(const QUrl &url, const QByteArray &tls = {});

    //! \brief Managers in being, for tests and metrics.
    [[nodiscard]] int managerCount() const;

private:
    struct Origin;

    Origin &originOf(const QUrl &url, const QByteArray &tls);
    Lane &addLane(Origin &origin, const QUrl &url);
    void dropUnused();

    ActiveCount *m_calls;
    std::map<QByteArray, std::unique_ptr<Origin>> m_origins;
    QTimer m_sweep;
};

} // namespace nexus

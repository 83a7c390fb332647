// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
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
//! A manager runs at most six requests at once to an HTTP/1.1 host, so each origin has as many managers as it
//! needs. One that speaks HTTP/2 carries many requests over one connection. A manager that has been unused
//! for a minute of wall clock time (also one spent asleep) opens new connections; after two it is given up.
//! Lives in its worker's thread.
class NetworkPool final : public QObject {
    Q_OBJECT

    struct Slot;

public:
    //! \brief The right to run one request on a manager; returned when it dies. Must not outlive the pool.
    class Lease {
    public:
        Lease() = default;
        Lease(Lease &&other) noexcept
            : m_slot(std::exchange(other.m_slot, nullptr))
        { }
        Lease &operator=(Lease &&other) noexcept
        {
            std::swap(m_slot, other.m_slot);
            return *this;
        }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        ~Lease();

        [[nodiscard]] QNetworkAccessManager &manager() const;

        //! \brief Whether the manager may hold a connection that an earlier request left open.
        [[nodiscard]] bool isReused() const;

        //! \brief Tells the pool that the request left its connection open for a next one.
        void keepConnection();

        //! \brief Tells the pool what the origin turned out to speak.
        void setHttp2(bool isHttp2);

    private:
        friend class NetworkPool;
        explicit Lease(Slot *slot)
            : m_slot(slot)
        { }

        Slot *m_slot = nullptr;
    };

    explicit NetworkPool(QObject *parent = nullptr);
    ~NetworkPool() override;

    //! \brief A manager for scheme, host and port of \a url with room for one more request.
    [[nodiscard]] Lease acquire(const QUrl &url);

    //! \brief Managers in being, for tests and metrics.
    [[nodiscard]] int managerCount() const;

private:
    struct Origin;

    Origin &originOf(const QUrl &url);
    Slot &addSlot(Origin &origin, const QUrl &url);
    void dropUnused();

    std::map<QByteArray, std::unique_ptr<Origin>> m_origins;
    QTimer m_sweep;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keyset.h"
#include "base/logger.h"
#include "base/result.h"
#include "base/timesource.h"
#include "config/gatewayconfig.h"
#include "contract/httpfetcher.h"

#include <QMutex>
#include <QObject>
#include <QUrl>

#include <atomic>
#include <optional>
#include <vector>

namespace nexus {

//! \brief What an ask for keys is answered with.
using KeySetAnswer = Result<KeySetPointer>;

//! \brief The key set of `server.oauth.url`, kept for all workers.
//!
//! It is fetched for the first token and, when poll_interval has gone by, again for the next one, which does
//! not wait for it. While a fetch runs, everyone who needs it waits for the same one. Once there was a set,
//! the newest good one serves until another one arrives, whatever happens to its server.
//!
//! Lives in one thread, in which setConfig() is called too; current() and ask() may be called from any.
//! Outlives everyone who asks.
class KeySetSource final : public QObject {
    Q_OBJECT

public:
    //! How soon after a failure the first set is fetched again.
    static constexpr std::chrono::seconds firstRetry {1};
    //! How soon an outdated set is fetched again after a failure, unless poll_interval is shorter.
    static constexpr std::chrono::seconds staleRetry {30};
    //! How often, at most, unknown keys make it fetch.
    static constexpr std::chrono::seconds unknownKeyHold {30};
    //! For a fetch, from name lookup to the last byte.
    static constexpr std::chrono::seconds fetchTimeout {5};

    explicit KeySetSource(
        HttpFetcher &fetcher, Logger log = {}, TimeSource clock = bootTime, QObject *parent = nullptr);

    //! \brief Takes over `server.oauth`. Another URL, or none, forgets the keys of the old one.
    void setConfig(const ConfigSnapshot &config);

    //! \brief The keys that are there, or nullptr before the first ones came. Never waits; has them renewed
    //! in the background when they are outdated.
    [[nodiscard]] KeySetPointer current();

    //! \brief Asks for another set than \a seen: for the first one when that is nullptr, else for one that
    //! may have the key that \a seen lacks. \return the ticket under which answered() is going to come, once,
    //! from an event loop
    [[nodiscard]] quint64 ask(KeySetPointer seen);

Q_SIGNALS:
    //! The answer to the ask of that ticket: the newest keys there are, which may be the ones the asker has
    //! seen; Unavailable when there were never any.
    void answered(quint64 ticket, const nexus::KeySetAnswer &answer);

private:
    void handle(quint64 ticket, const KeySetPointer &seen);
    void refresh();
    void startFetch();
    void onFetched(const Result<FetchedAnswer> &result);
    void takeOver(KeySet set, const QByteArray &document);
    void noteFailure(const QString &reason);
    void answerWaiters();
    void scheduleRefresh(std::optional<std::chrono::milliseconds> in);

    [[nodiscard]] KeySetPointer held();
    [[nodiscard]] KeySetAnswer newest();
    [[nodiscard]] bool isOnHold(const KeySetPointer &keys) const;

    HttpFetcher &m_fetcher;
    Logger m_log;
    TimeSource m_clock;
    std::atomic<quint64> m_lastTicket = 0;

    QUrl m_url; //!< empty while OAuth is off
    std::optional<std::chrono::milliseconds> m_pollInterval;
    QObject *m_flight = nullptr; //!< a child, there while a fetch runs
    std::vector<quint64> m_waiters; //!< tickets that wait for it
    std::optional<TimePoint> m_failedAt; //!< of the newest fetch when that failed
    std::optional<TimePoint> m_forcedAt; //!< of the newest fetch for an unknown key
    QByteArray m_document; //!< that the keys were read from
    bool m_isAnnounced = false; //!< the log knows that the server answers

    QMutex m_mutex; //!< for what follows
    KeySetPointer m_keys;
    std::optional<TimePoint> m_refreshAt; //!< nothing for never, or while it is under way
};

} // namespace nexus

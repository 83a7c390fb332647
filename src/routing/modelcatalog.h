// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/logger.h"
#include "base/timesource.h"
#include "config/gatewayconfig.h"
#include "contract/modelsource.h"
#include "routing/catalogsnapshot.h"

#include <QMutex>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace nexus {

//! \brief When a ModelCatalog asks.
struct CatalogTimes {
    std::chrono::milliseconds patience {1'500}; //!< how long the first list is waited for
    std::chrono::milliseconds refreshAfter {300'000}; //!< since a provider answered
    std::chrono::milliseconds retryAfter {60'000}; //!< since a provider failed
    std::chrono::milliseconds idleAfter {900'000}; //!< since somebody asked; then nothing is asked for
    std::chrono::milliseconds checkEvery {15'000}; //!< how often the above is looked at
};

//! \brief The models of all providers, as they say themselves: asked for when first needed, kept, refreshed.
//!
//! Nothing is asked for before the first whenReady() or refresh(), and nothing once nobody has called them
//! for CatalogTimes::idleAfter. A provider that fails keeps the list it had and is asked again sooner; it
//! delays nobody for longer than CatalogTimes::patience, once. One for each process; lives in the thread that
//! builds it. snapshot(), whenReady(), refresh() and whenRefreshed() may be called from every thread.
class ModelCatalog final : public QObject {
    Q_OBJECT

public:
    //! \brief \a source must outlive the catalog and live in the same thread.
    ModelCatalog(ModelSource &source, Logger log, TimeSource time = bootTime, CatalogTimes times = {},
        QObject *parent = nullptr);
    ~ModelCatalog() override;

    //! \brief Follows \a config, which \a source knows by now: providers gone drop out, those that are asked
    //! in another way lose their list and are asked at the next need, the others keep theirs.
    void setConfig(const ConfigSnapshot &config);

    //! \brief What is known now. Never null.
    [[nodiscard]] std::shared_ptr<const CatalogSnapshot> snapshot() const;

    //! \brief Calls \a done once, when every provider has answered or failed since it was configured, or
    //! patience is over: from inside when that is so already, else from the event loop of \a context. Called
    //! in the thread of \a context, and \a done not after its end. An old list is refreshed meanwhile.
    void whenReady(QObject *context, std::function<void()> done);

    //! \brief Asks every provider now, but for those that are being asked already.
    void refresh();

    //! \brief As refresh(), and calls \a done once, when none is being asked any more or patience is over,
    //! from the event loop of \a context. Called in the thread of \a context, and \a done not after its end.
    void whenRefreshed(QObject *context, std::function<void()> done);

    //! \brief Asks those whose time has come; a timer does it too.
    void checkDue();

Q_SIGNALS:
    //! There is a new snapshot().
    void changed();
    //! Whoever waits is to be called. For whenReady() alone.
    void settled();
    //! The same for whenRefreshed().
    void refreshed();

private:
    struct Entry;

    void onAsked();
    void onPatienceOver();
    void onListed(const QString &provider, const Result<std::vector<DiscoveredModel>> &result);
    void ask(Entry &entry);
    void logOutcome(const Entry &entry, const Result<std::vector<DiscoveredModel>> &result) const;
    void updateState();
    void updateFresh();
    void publish();
    [[nodiscard]] TimePoint dueTime(const Entry &entry) const;

    ModelSource &m_source;
    Logger m_log;
    TimeSource m_time;
    CatalogTimes m_times;
    ConfigSnapshot m_config;
    std::map<QString, std::unique_ptr<Entry>> m_entries; //!< by provider
    QTimer m_patience; //!< runs while somebody waits in whenReady()
    QTimer m_freshPatience; //!< runs while somebody waits in whenRefreshed()
    QTimer m_check;

    std::atomic<TimePoint> m_lastAsked; //!< by somebody who needs the lists
    std::atomic<TimePoint> m_nextDue; //!< when the first provider has to be asked again
    std::atomic<bool> m_isSettled {true};

    mutable QMutex m_mutex; //!< guards what follows
    std::shared_ptr<const CatalogSnapshot> m_snapshot;
};

} // namespace nexus

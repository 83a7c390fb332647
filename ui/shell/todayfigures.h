// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/live/livefeed.h"
#include "ui/models/historydesk.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace nexus {

//! \brief What the frame of the window and the tray show of today: requests, errors, cost, and how many run.
//!
//! The history is asked when something has happened, at most every few seconds.
class TodayFigures final : public QObject {
    Q_OBJECT

public:
    struct Figures {
        int running = 0;
        qint64 requests = 0;
        qint64 errors = 0;
        std::optional<qint64>
            microDollars; //!< what is known of the cost; nothing while the history is not read
        qint64 unpriced = 0; //!< requests whose cost is not known, and not in microDollars
        QStringList lastErrors; //!< the newest first, for people

        bool operator==(const Figures &) const = default;
    };

    TodayFigures(LiveFeed &feed, HistoryDesk &history, QObject *parent = nullptr);

    [[nodiscard]] const Figures &figures() const { return m_figures; }

    //! \brief Today's cost as the page about usage says it: `$0.0180 +` where some of it is not known.
    [[nodiscard]] QString cost() const;

    //! \brief What cost() leaves out, in a sentence; empty where it is all.
    [[nodiscard]] QString costHint() const;

    //! \brief Asks the history again, for other reasons than what has happened.
    void refresh() { ask(); }

Q_SIGNALS:
    void changed();

private:
    void onHappened(const std::vector<LiveEvent> &events);
    void ask();
    void become(Figures figures);

    LiveFeed &m_feed;
    HistoryDesk &m_history;
    LiveWatch m_watch;
    QTimer m_pause;
    Figures m_figures;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/historyreader.h"
#include "ledger/live/livefeed.h"
#include "ui/models/requestfilter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>

#include <deque>
#include <optional>

namespace nexus {

class HistoryDesk;

//! \brief The requests as rows, newest first: those that run, those that have ended, and behind them the
//! history, page after page as it is scrolled to.
//!
//! It follows the feed while it is watching and not paused; running rows change in place. A filter holds for
//! what is in memory at once, and for the history as its pages come. Beyond its capacity the oldest rows go.
class RequestLogModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ClientColumn,
        ModelColumn,
        StateColumn,
        FirstByteColumn,
        TotalColumn,
        TokensColumn,
        CostColumn,
        SpeedColumn,
        BytesColumn,
        AttemptsColumn,
        CacheColumn,
        PathColumn,
        ProgramColumn,
        IdColumn,
        ColumnCount,
    };
    enum Role {
        IconRole = Qt::UserRole, //!< the name of a line drawing, of the state
        ToneRole, //!< `good`, `warn`, `bad`, `accent` or `dim`: what the state's colour is for
        ProgressRole, //!< of a running row 0 to 1 of what is usual, -1 where nothing is; absent otherwise
    };

    static constexpr std::size_t usualCapacity = 100'000;

    //! \brief Both outlive it; nullptr where there is none.
    RequestLogModel(LiveFeed *feed, HistoryDesk *history, QObject *parent = nullptr,
        std::size_t capacity = usualCapacity);
    ~RequestLogModel() override;

    //! \brief Follows the feed from now on, after taking in what it has missed; or lets it go.
    void setWatching(bool isWatching);

    //! \brief Keeps the rows as they are. Going on takes in what came meanwhile.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    void setFilter(RequestFilter filter);
    [[nodiscard]] const RequestFilter &filter() const { return m_filter; }

    [[nodiscard]] const RequestLine &line(int row) const { return *shown(row); }
    //! \brief Where the row is now that had this order, -1 where it is not shown.
    [[nodiscard]] int rowOf(qint64 order) const;

    //! \brief How many rows are in memory, shown or not.
    [[nodiscard]] std::size_t size() const { return m_lines.size() + m_older.size(); }
    [[nodiscard]] int runningCount() const { return static_cast<int>(m_running.size()); }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    //! \brief Why the history could not be asked.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }
    //! \brief Takes in what happens; the feed's signal does it.
    void take(const std::vector<LiveEvent> &events);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    //! So many rows have come in at the top since the last time; not those of a first or another filter.
    void arrived(int count);
    //! isLoading(), problem() or runningCount() is another one.
    void stateChanged();
    //! What the row of this order knows has changed.
    void lineChanged(qint64 order);

private:
    struct Cursor {
        qint64 before = 0;
        bool isDone = false;
    };

    [[nodiscard]] RequestLine *shown(int row) const;
    void refresh();
    void tick();
    [[nodiscard]] bool hasMissedTooMuch(const std::vector<SharedRecord> &recent) const;
    void clear();
    void takeLive(const LiveRequest &request, bool isRunning);
    void update(RequestLine &line, const LiveRequest &request, bool isRunning);
    [[nodiscard]] RequestLine *known(const RequestRecord &record, const SharedRecord &shared) const;
    [[nodiscard]] bool isKnown(const HistoryRow &row);
    void learn(const RequestLine &line);
    void price(RequestLine &line);
    void priceLater(const RequestLine &line);
    void publish();
    void publishChanges();
    void tellChanges(const std::vector<qint64> &orders);
    void insertAt(RequestLine *line);
    void trim();
    void dropOldest();
    void clearOlder();
    void takePage(const Result<HistoryPage> &page, bool isFiltered);
    void ask();
    [[nodiscard]] Cursor &cursor() { return m_filter.isEmpty() ? m_linesEnd : m_olderEnd; }
    [[nodiscard]] const Cursor &cursor() const { return m_filter.isEmpty() ? m_linesEnd : m_olderEnd; }

    LiveFeed *m_feed;
    HistoryDesk *m_history;
    std::size_t m_capacity;
    std::optional<LiveWatch> m_watch;
    QTimer m_ticks; // while something runs, which may say nothing for long
    bool m_isWatching = false;
    bool m_isPaused = false;
    qint64 m_completeTo
        = 0; // what ended before is in the rows or in the history; what ended later, the feed tells

    NamePool m_names;
    std::deque<RequestLine> m_lines; // without a gap, older ones first; so are the next two
    std::deque<RequestLine> m_older; // what the history found for the filter behind these
    std::deque<RequestLine *> m_shown;
    Cursor m_linesEnd;
    Cursor m_olderEnd;
    qint64 m_newest = 0; // order
    qint64 m_oldest = 0;
    QHash<quint64, RequestLine *> m_running;
    QHash<quint64, RequestLine *> m_numbers; // of all in m_lines that have one
    QMultiHash<size_t, RequestLine *> m_keys; // of those that were seen live
    std::deque<RequestLine *> m_recorded; // that hold their record

    std::vector<RequestLine *> m_fresh; // come since the last publish(), in order
    std::vector<RequestLine *> m_changed;

    RequestFilter m_filter;
    quint64 m_generation = 0; // of the filter and of all rows
    bool m_isLoading = false;
    std::optional<Error> m_problem;
    QHash<QString, double> m_usual; // tokens of an answer by model
    QHash<QString, double> m_tokenSizes; // bytes of a request for each token of its input, by model
    QHash<QString, std::optional<Price>> m_prices; // by provider and model
};

} // namespace nexus

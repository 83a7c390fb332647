// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How rows of the log come, change, go, and are fetched.

#include "ui/models/historydesk.h"
#include "ui/models/requestlogmodel.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr int pageSize = 400; // rows of the history that are asked for at one time

} // namespace

void RequestLogModel::setFilter(RequestFilter filter)
{
    ++m_generation;
    beginResetModel();
    m_filter = std::move(filter);
    m_shown.clear();
    m_older.clear();
    for (RequestLine &line : m_lines) {
        if (m_filter.fits(line)) {
            m_shown.push_back(&line);
        }
    }
    // Texts are in the history alone, so that it is asked from its beginning.
    m_olderEnd = m_filter.needsHistory() ? Cursor {.before = 0, .isDone = m_history == nullptr} : m_linesEnd;
    m_isLoading = false;
    endResetModel();
    Q_EMIT stateChanged();
}

// Rows that have come are put in at once, and those that have changed are told of once.
void RequestLogModel::publish()
{
    std::vector<RequestLine *> fitting;
    std::ranges::copy_if(m_fresh, std::back_inserter(fitting),
        [this](const RequestLine *line) { return m_filter.fits(*line); });
    m_fresh.clear();
    if (!fitting.empty()) {
        beginInsertRows({}, 0, static_cast<int>(fitting.size()) - 1);
        m_shown.insert(m_shown.end(), fitting.begin(), fitting.end());
        endInsertRows();
    }
    publishChanges();
    trim();
    if (!m_running.isEmpty() && m_isWatching && !m_ticks.isActive()) {
        m_ticks.start();
    }
}

void RequestLogModel::publishChanges()
{
    std::vector<qint64> orders;
    for (RequestLine *const line : m_changed) {
        orders.push_back(line->order);
        const int row = rowOf(line->order);
        const bool fits = m_filter.fits(*line);
        if (row < 0 && fits) {
            insertAt(line);
        } else if (row >= 0 && !fits) {
            beginRemoveRows({}, row, row);
            m_shown.erase(m_shown.end() - 1 - row);
            endRemoveRows();
        }
    }
    m_changed.clear();
    tellChanges(orders);
    for (const qint64 order : orders) {
        Q_EMIT lineChanged(order);
    }
}

// Neighbours are told of together.
void RequestLogModel::tellChanges(const std::vector<qint64> &orders)
{
    std::vector<int> rows;
    for (const qint64 order : orders) {
        if (const int row = rowOf(order); row >= 0) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t last = i;
        while (last + 1 < rows.size() && rows[last + 1] <= rows[last] + 1) {
            ++last;
        }
        Q_EMIT dataChanged(index(rows[i], 0), index(rows[last], ColumnCount - 1));
        i = last + 1;
    }
}

void RequestLogModel::insertAt(RequestLine *line)
{
    const auto place = std::ranges::lower_bound(m_shown, line->order, {}, &RequestLine::order);
    const auto row = static_cast<int>(m_shown.end() - place);
    beginInsertRows({}, row, row);
    m_shown.insert(place, line);
    endInsertRows();
}

void RequestLogModel::trim()
{
    if (size() <= m_capacity) {
        return;
    }
    clearOlder();
    const std::size_t excess = m_lines.size() > m_capacity ? m_lines.size() - m_capacity : 0;
    if (excess == 0) {
        return;
    }
    const qint64 firstKept = m_lines[excess].order;
    const auto end = std::ranges::lower_bound(m_shown, firstKept, {}, &RequestLine::order);
    if (const auto gone = static_cast<int>(end - m_shown.begin()); gone > 0) {
        const auto count = static_cast<int>(m_shown.size());
        beginRemoveRows({}, count - gone, count - 1);
        m_shown.erase(m_shown.begin(), end);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < excess; ++i) {
        dropOldest();
    }
    m_linesEnd.isDone = true;
    m_olderEnd.isDone = true;
}

void RequestLogModel::clearOlder()
{
    if (m_older.empty()) {
        return;
    }
    const auto end = std::ranges::lower_bound(m_shown, m_older.back().order + 1, {}, &RequestLine::order);
    const auto count = static_cast<int>(m_shown.size());
    const auto gone = static_cast<int>(end - m_shown.begin());
    beginRemoveRows({}, count - gone, count - 1);
    m_shown.erase(m_shown.begin(), end);
    m_older.clear();
    endRemoveRows();
    m_olderEnd = m_linesEnd;
}

void RequestLogModel::dropOldest()
{
    RequestLine &line = m_lines.front();
    m_numbers.remove(line.number);
    m_running.remove(line.number);
    m_keys.remove(qHashMulti(0, line.requestId, line.time), &line);
    if (!m_recorded.empty() && m_recorded.front() == &line) {
        m_recorded.pop_front();
    }
    m_lines.pop_front();
}

bool RequestLogModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isLoading && !cursor().isDone && size() < m_capacity;
}

void RequestLogModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_isLoading = true;
    ask();
    Q_EMIT stateChanged();
}

void RequestLogModel::ask()
{
    m_history->ask<HistoryPage>(
        this,
        [filter = m_filter.terms(), before = cursor().before](
            const HistoryReader &reader) { return reader.page(filter, before, pageSize); },
        [this, generation = m_generation, isFiltered = !m_filter.isEmpty()](const Result<HistoryPage> &page) {
            if (generation == m_generation) {
                takePage(page, isFiltered);
            }
        });
}

void RequestLogModel::takePage(const Result<HistoryPage> &page, bool isFiltered)
{
    m_problem = page ? std::nullopt : std::optional(page.error());
    if (!page) {
        cursor().isDone = true;
        m_isLoading = false;
        Q_EMIT stateChanged();
        return;
    }
    std::vector<const HistoryRow *> rows;
    for (const HistoryRow &row : page->rows) {
        // What has just ended comes by the feed, and may be in the history before.
        const bool isToCome = m_completeTo > 0 && row.time + row.duration / 1'000 >= m_completeTo;
        if (m_filter.needsHistory() || (!isKnown(row) && !isToCome)) {
            rows.push_back(&row);
        }
    }
    const std::size_t room = m_capacity - std::min(m_capacity, size());
    rows.resize(std::min(rows.size(), room));
    std::deque<RequestLine> &into = isFiltered ? m_older : m_lines;
    if (!rows.empty()) {
        const auto count = static_cast<int>(m_shown.size());
        beginInsertRows({}, count, count + static_cast<int>(rows.size()) - 1);
        for (const HistoryRow *const row : rows) {
            into.push_front(requestLine(*row, m_names));
            into.front().order = --m_oldest;
            m_shown.push_front(&into.front());
        }
        endInsertRows();
    }
    cursor() = {.before = page->next, .isDone = page->next == 0};
    // A page of nothing new would end the scrolling, though there is more behind it.
    if (rows.empty() && !cursor().isDone && size() < m_capacity) {
        ask();
        return;
    }
    m_isLoading = false;
    Q_EMIT stateChanged();
}

// A request that was seen live is met again in the history, and has a number there.
bool RequestLogModel::isKnown(const HistoryRow &row)
{
    const auto [first, last] = m_keys.equal_range(qHashMulti(0, row.requestId, row.time));
    const auto same = [&row](const RequestLine *line) {
        return line->requestId == row.requestId && line->time == row.time;
    };
    const auto met
        = std::find_if(first, last, [&](auto *line) { return same(line) && line->historyId == row.id; });
    if (met != last) {
        return true;
    }
    const auto live
        = std::find_if(first, last, [&](auto *line) { return same(line) && line->historyId == 0; });
    if (live == last) {
        return false;
    }
    (*live)->historyId = row.id;
    return true;
}

} // namespace nexus

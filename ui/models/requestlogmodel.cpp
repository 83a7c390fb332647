// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/requestlogmodel.h"

#include "ledger/prices/cost.h"
#include "ui/models/historydesk.h"
#include "ui/models/requestcells.h"

#include <QDateTime>

#include <algorithm>

namespace nexus {

namespace {

constexpr qint64 recordingTime = 200; // milliseconds from a request's end until the feed has it
constexpr std::chrono::milliseconds betweenTicks {500};
constexpr std::size_t keptRecords = 5'000;
constexpr double usualTokenSize = 5; // bytes of a request for each token of its input, with its JSON
constexpr double newShare = 0.3; // of the last answer in what is usual

size_t keyOf(const QString &requestId, qint64 time)
{
    return qHashMulti(0, requestId, time);
}

QString priceKey(const RequestLine &line)
{
    return line.provider + QLatin1Char('\n') + line.model;
}

} // namespace

RequestLogModel::RequestLogModel(LiveFeed *feed, HistoryDesk *history, QObject *parent, std::size_t capacity)
    : QAbstractTableModel(parent)
    , m_feed(feed)
    , m_history(history)
    , m_capacity(std::max<std::size_t>(capacity, 1))
{
    m_linesEnd.isDone = history == nullptr;
    m_ticks.setInterval(betweenTicks);
    connect(&m_ticks, &QTimer::timeout, this, &RequestLogModel::tick);
    if (m_feed != nullptr) {
        connect(m_feed, &LiveFeed::happened, this, [this](const std::vector<LiveEvent> &events) {
            if (m_isWatching && !m_isPaused) {
                take(events);
            }
        });
    }
}

RequestLogModel::~RequestLogModel() = default;

void RequestLogModel::setWatching(bool isWatching)
{
    if (m_isWatching == isWatching) {
        return;
    }
    m_isWatching = isWatching;
    m_watch.reset();
    if (isWatching && m_feed != nullptr) {
        m_watch.emplace(m_feed->watch());
        if (!m_isPaused) {
            refresh();
        }
    }
}

void RequestLogModel::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused) {
        return;
    }
    m_isPaused = isPaused;
    if (!isPaused && m_isWatching && m_feed != nullptr) {
        refresh();
    }
    Q_EMIT stateChanged();
}

// The running ones are read first: what ends between the two is in both, and the ending counts.
void RequestLogModel::refresh()
{
    m_completeTo = QDateTime::currentMSecsSinceEpoch() - recordingTime;
    const std::vector<LiveRequest> running = m_feed->running();
    const std::vector<SharedRecord> recent = m_feed->recent();
    const bool isFirst = m_lines.empty();
    if (hasMissedTooMuch(recent)) {
        clear();
    }
    std::vector<std::pair<LiveRequest, bool>> all;
    all.reserve(recent.size() + running.size());
    for (const SharedRecord &record : recent) {
        all.push_back({LiveRequest {.record = record,
                           .age = record->duration,
                           .status = record->status,
                           .firstByte = record->firstByte,
                           .bytesOut = record->bytesOut,
                           .outputTokens = record->usage ? record->usage->output : 0},
            false});
    }
    QSet<quint64> ended;
    for (const SharedRecord &record : recent) {
        ended.insert(record->number);
    }
    for (const LiveRequest &request : running) {
        if (!ended.contains(request.record->number)) {
            all.push_back({request, true});
        }
    }
    std::ranges::stable_sort(
        all, [](const auto &a, const auto &b) { return a.first.record->time < b.first.record->time; });
    QHash<quint64, RequestLine *> lost = m_running;
    for (const auto &[request, isRunning] : all) {
        lost.remove(request.record->number);
        takeLive(request, isRunning);
    }
    for (RequestLine *const line : lost) {
        line->ending = RequestLine::Ending::ShutDown;
        m_running.remove(line->number);
        m_changed.push_back(line);
    }
    const auto before = m_shown.size();
    publish();
    if (!isFirst && m_shown.size() > before) {
        Q_EMIT arrived(static_cast<int>(m_shown.size() - before));
    }
}

// More has happened than the feed remembers, so that there is a gap; the history fills it from the beginning.
bool RequestLogModel::hasMissedTooMuch(const std::vector<SharedRecord> &recent) const
{
    return !m_lines.empty() && !recent.empty() && known(*recent.front(), recent.front()) == nullptr
        && recent.size() >= LiveFeed::usualCapacity;
}

void RequestLogModel::clear()
{
    ++m_generation;
    beginResetModel();
    m_lines.clear();
    m_older.clear();
    m_shown.clear();
    m_running.clear();
    m_numbers.clear();
    m_keys.clear();
    m_recorded.clear();
    m_fresh.clear();
    m_changed.clear();
    m_linesEnd = {.before = 0, .isDone = m_history == nullptr};
    m_olderEnd = m_linesEnd;
    m_isLoading = false;
    endResetModel();
}

void RequestLogModel::take(const std::vector<LiveEvent> &events)
{
    const int running = runningCount();
    for (const LiveEvent &event : events) {
        takeLive(event.request, event.kind != LiveEvent::Kind::Ended);
    }
    const auto fresh = std::ranges::count_if(m_fresh, [this](auto *line) { return m_filter.fits(*line); });
    publish();
    if (fresh > 0) {
        Q_EMIT arrived(static_cast<int>(fresh));
    }
    if (running != runningCount()) {
        Q_EMIT stateChanged();
    }
}

// The time of what runs passes also while the feed has nothing to tell.
void RequestLogModel::tick()
{
    if (!m_isWatching || m_isPaused || m_running.isEmpty()) {
        m_ticks.stop();
        return;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    std::vector<qint64> orders;
    for (RequestLine *const line : std::as_const(m_running)) {
        line->duration = std::max(line->duration,
            std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::milliseconds(now - line->time)));
        orders.push_back(line->order);
    }
    tellChanges(orders);
}

RequestLine *RequestLogModel::known(const RequestRecord &record, const SharedRecord &shared) const
{
    if (record.number != 0) {
        return m_numbers.value(record.number, nullptr);
    }
    const auto [first, last]
        = m_keys.equal_range(keyOf(QString::fromUtf8(record.requestId), historyTime(record)));
    const auto found
        = std::find_if(first, last, [&](const RequestLine *line) { return line->record == shared; });
    return found == last ? nullptr : *found;
}

void RequestLogModel::takeLive(const LiveRequest &request, bool isRunning)
{
    if (RequestLine *const line = known(*request.record, request.record)) {
        if (line->isRunning()) {
            update(*line, request, isRunning);
        }
        return;
    }
    m_lines.push_back(requestLine(request, isRunning, m_names));
    RequestLine &line = m_lines.back();
    line.order = ++m_newest;
    if (line.number != 0) {
        m_numbers.insert(line.number, &line);
    }
    m_keys.insert(keyOf(line.requestId, line.time), &line);
    m_recorded.push_back(&line);
    if (m_recorded.size() > keptRecords) {
        m_recorded.front()->record.reset();
        m_recorded.pop_front();
    }
    if (isRunning) {
        m_running.insert(line.number, &line);
        price(line);
    }
    learn(line);
    m_fresh.push_back(&line);
}

void RequestLogModel::update(RequestLine &line, const LiveRequest &request, bool isRunning)
{
    const qint64 order = line.order;
    const qint64 historyId = line.historyId;
    line = requestLine(request, isRunning, m_names);
    line.order = order;
    line.historyId = historyId;
    if (!isRunning) {
        m_running.remove(line.number);
    } else {
        price(line);
    }
    learn(line);
    m_changed.push_back(&line);
}

void RequestLogModel::learn(const RequestLine &line)
{
    if (line.isRunning() || !line.usage || line.usage->output <= 0 || line.isCached()) {
        return;
    }
    const auto tokens = static_cast<double>(line.usage->output);
    double &usual = m_usual[line.model];
    usual = usual > 0 ? (1 - newShare) * usual + newShare * tokens : tokens;
    if (line.bytesIn > 0 && line.usage->input > 0) {
        const double bytes = static_cast<double>(line.bytesIn) / static_cast<double>(line.usage->input);
        double &size = m_tokenSizes[line.model];
        size = size > 0 ? (1 - newShare) * size + newShare * bytes : bytes;
    }
}

// What a running request has come to. How many tokens its input has is counted when it has ended; until then
// they are taken to be as long as usual.
void RequestLogModel::price(RequestLine &line)
{
    line.usualOutput = static_cast<qint64>(m_usual.value(line.model));
    if (line.model.isEmpty() || line.outputTokens <= 0) {
        return;
    }
    const auto found = m_prices.constFind(priceKey(line));
    if (found == m_prices.cend()) {
        priceLater(line);
    } else if (*found) {
        const double size = m_tokenSizes.value(line.model, usualTokenSize);
        const auto input = static_cast<qint64>(static_cast<double>(line.bytesIn) / size);
        line.microDollars = microDollarsOf(TokenUsage {.input = input, .output = line.outputTokens}, **found);
    }
}

void RequestLogModel::priceLater(const RequestLine &line)
{
    const QString key = priceKey(line);
    m_prices.insert(key, std::nullopt);
    if (m_history == nullptr) {
        return;
    }
    m_history->ask<std::optional<Price>>(
        this,
        [provider = line.provider, model = line.model, time = line.time](const HistoryReader &reader) {
            return Result<std::optional<Price>>(reader.prices()(provider, model, time));
        },
        [this, key](const Result<std::optional<Price>> &price) {
            if (price) {
                m_prices.insert(key, *price);
            }
        });
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RequestLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return cells::data(*shown(index.row()), static_cast<Column>(index.column()), role);
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(cells::alignment(static_cast<Column>(section)));
    }
    const bool isTitle = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return isTitle ? cells::title(static_cast<Column>(section)) : QVariant();
}

RequestLine *RequestLogModel::shown(int row) const
{
    return m_shown[m_shown.size() - 1 - static_cast<std::size_t>(row)];
}

int RequestLogModel::rowOf(qint64 order) const
{
    const auto found = std::ranges::lower_bound(m_shown, order, {}, &RequestLine::order);
    return found != m_shown.end() && (*found)->order == order ? static_cast<int>(m_shown.end() - found) - 1
                                                              : -1;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/live/livefeed.h"

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

using std::chrono::microseconds;

LiveRequest endedRequest(const std::shared_ptr<const RequestRecord> &record)
{
    return {.record = record,
        .age = record->duration,
        .status = record->status,
        .firstByte = record->firstByte,
        .bytesOut = record->bytesOut,
        .outputTokens = record->usage ? record->usage->output : 0};
}

} // namespace

double LiveRequest::speed() const
{
    const std::chrono::duration<double> writing = age - firstByte;
    return firstByte.count() > 0 && writing.count() > 0 ? static_cast<double>(outputTokens) / writing.count()
                                                        : 0.0;
}

LiveWatch::LiveWatch(LiveFeed &feed)
    : m_feed(&feed)
{
    feed.addWatcher();
}

LiveWatch::~LiveWatch()
{
    if (m_feed) {
        m_feed->removeWatcher();
    }
}

LiveWatch::LiveWatch(LiveWatch &&other) noexcept
    : m_feed(std::exchange(other.m_feed, nullptr))
{ }

LiveWatch &LiveWatch::operator=(LiveWatch &&other) noexcept
{
    std::swap(m_feed, other.m_feed);
    return *this;
}

// The feed's mutex guards what is no counter; what was told belongs to the feed's own thread.
struct LiveFeed::Entry {
    LiveCounters counters;
    quint64 number = 0;
    Clock::time_point received;
    std::shared_ptr<const RequestRecord> record;
    QObject *exchange = nullptr;
    std::function<void()> stop;
    bool isStopping = false;
    std::atomic<bool> isListed = true;

    std::shared_ptr<const RequestRecord> toldRecord; // nullptr before Started
    qint64 toldBytes = 0;
    bool hasToldFirstByte = false;
    bool hasToldStopping = false;

    [[nodiscard]] bool hasNews() const
    {
        return record != toldRecord || counters.bytesOut != toldBytes || isStopping != hasToldStopping
            || (counters.firstByte > 0) != hasToldFirstByte;
    }
    void noteTold()
    {
        toldRecord = record;
        toldBytes = counters.bytesOut;
        hasToldStopping = isStopping;
        hasToldFirstByte = counters.firstByte > 0;
    }
};

class LiveFeed::Ticket final : public LiveTicket {
public:
    Ticket(LiveFeed &feed, std::shared_ptr<Entry> entry)
        : m_feed(&feed)
        , m_entry(std::move(entry))
    { }

    ~Ticket() override { m_feed->forget(*m_entry); }
    Q_DISABLE_COPY_MOVE(Ticket)

    [[nodiscard]] quint64 number() const override { return m_entry->number; }
    void describe(const RequestRecord &record) override { m_feed->describe(*m_entry, withoutBodies(record)); }
    [[nodiscard]] LiveCounters &counters() override { return m_entry->counters; }

private:
    LiveFeed *m_feed; // outlives every exchange
    std::shared_ptr<Entry> m_entry;
};

LiveFeed::LiveFeed(std::size_t capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max<std::size_t>(capacity, 1))
    , m_timer(this)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &LiveFeed::tell);
}

LiveFeed::~LiveFeed() = default;

void LiveFeed::addWatcher()
{
    if (m_watchers.fetch_add(1) > 0) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_toldCount = m_endedCount;
    for (const auto &[number, entry] : m_running) {
        entry->noteTold();
    }
    m_timer.start();
}

void LiveFeed::removeWatcher()
{
    if (m_watchers.fetch_sub(1) == 1) {
        m_timer.stop();
    }
}

std::unique_ptr<LiveTicket> LiveFeed::begin(const RequestRecord &record,
    std::chrono::steady_clock::time_point received, QObject &exchange, std::function<void()> stop)
{
    auto entry = std::make_shared<Entry>();
    entry->number = m_lastNumber.fetch_add(1, std::memory_order_relaxed) + 1;
    auto known = std::make_shared<RequestRecord>(record);
    known->number = entry->number;
    entry->record = std::move(known);
    entry->received = received;
    entry->exchange = &exchange;
    entry->stop = std::move(stop);
    {
        const QMutexLocker lock(&m_mutex);
        m_running.emplace(entry->number, entry);
    }
    return std::make_unique<Ticket>(*this, std::move(entry));
}

void LiveFeed::describe(Entry &entry, std::shared_ptr<const RequestRecord> record)
{
    const QMutexLocker lock(&m_mutex);
    entry.record.swap(record);
}

void LiveFeed::take(const SharedRecord &record)
{
    // What it replaces is freed outside the lock.
    SharedRecord ended = record->bodies.isEmpty() ? record : withoutBodies(*record);
    const QMutexLocker lock(&m_mutex);
    if (const auto running = m_running.find(record->number); running != m_running.end()) {
        running->second->isListed = false;
        m_running.erase(running);
    }
    if (m_ended.size() < m_capacity) {
        m_ended.push_back(std::move(ended));
    } else {
        m_ended[m_endedCount % m_capacity].swap(ended);
    }
    ++m_endedCount;
}

// A request that ends without a record was taken down with its worker.
void LiveFeed::forget(const Entry &entry)
{
    if (!entry.isListed) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_running.erase(entry.number);
}

bool LiveFeed::stop(quint64 number)
{
    // The exchange cannot go while this is locked, since its ticket is taken back first.
    const QMutexLocker lock(&m_mutex);
    const auto found = m_running.find(number);
    if (found == m_running.end()) {
        return false;
    }
    Entry &entry = *found->second;
    entry.isStopping = true;
    QMetaObject::invokeMethod(entry.exchange, entry.stop, Qt::QueuedConnection);
    return true;
}

LiveRequest LiveFeed::stateOf(const Entry &entry, Clock::time_point now)
{
    return {.record = entry.record,
        .age = std::chrono::duration_cast<microseconds>(now - entry.received),
        .status = entry.counters.status,
        .firstByte = microseconds(entry.counters.firstByte),
        .bytesOut = entry.counters.bytesOut,
        .outputTokens = entry.counters.outputTokens,
        .isStopping = entry.isStopping};
}

std::vector<std::shared_ptr<LiveFeed::Entry>> LiveFeed::sortedEntries() const
{
    std::vector<std::shared_ptr<Entry>> entries;
    entries.reserve(m_running.size());
    for (const auto &[number, entry] : m_running) {
        entries.push_back(entry);
    }
    std::ranges::sort(entries, std::less(), &Entry::number);
    return entries;
}

std::vector<LiveRequest> LiveFeed::running() const
{
    const QMutexLocker lock(&m_mutex);
    const Clock::time_point now = Clock::now();
    std::vector<LiveRequest> requests;
    for (const std::shared_ptr<Entry> &entry : sortedEntries()) {
        requests.push_back(stateOf(*entry, now));
    }
    return requests;
}

std::vector<std::shared_ptr<const RequestRecord>> LiveFeed::recent() const
{
    const QMutexLocker lock(&m_mutex);
    std::vector<std::shared_ptr<const RequestRecord>> records = m_ended;
    if (m_ended.size() == m_capacity) {
        const auto oldest = records.begin() + static_cast<qsizetype>(m_endedCount % m_capacity);
        std::rotate(records.begin(), oldest, records.end());
    }
    return records;
}

void LiveFeed::tell()
{
    std::vector<LiveEvent> events;
    {
        const QMutexLocker lock(&m_mutex);
        tellEnded(events);
        tellRunning(events);
    }
    if (!events.empty()) {
        Q_EMIT happened(events);
    }
}

// What the ring has dropped since the last time is dropped here, too.
void LiveFeed::tellEnded(std::vector<LiveEvent> &events)
{
    const quint64 oldest = m_endedCount - std::min<quint64>(m_endedCount, m_capacity);
    for (quint64 i = std::max(m_toldCount, oldest); i < m_endedCount; ++i) {
        events.push_back({LiveEvent::Kind::Ended, endedRequest(m_ended[i % m_capacity])});
    }
    m_toldCount = m_endedCount;
}

void LiveFeed::tellRunning(std::vector<LiveEvent> &events)
{
    const Clock::time_point now = Clock::now();
    for (const std::shared_ptr<Entry> &entry : sortedEntries()) {
        if (!entry->hasNews()) {
            continue;
        }
        const bool isNew = entry->toldRecord == nullptr;
        const bool hadFirstByte = entry->hasToldFirstByte;
        LiveRequest state = stateOf(*entry, now);
        entry->noteTold();
        const LiveEvent::Kind kind = isNew             ? LiveEvent::Kind::Started
            : entry->hasToldFirstByte && !hadFirstByte ? LiveEvent::Kind::FirstByte
                                                       : LiveEvent::Kind::Progress;
        events.push_back({kind, std::move(state)});
    }
}

} // namespace nexus

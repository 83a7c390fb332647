// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historystore.h"

#include "ledger/history/historypruner.h"
#include "ledger/history/historyrow.h"

#include <QDateTime>
#include <QFile>
#include <QMutexLocker>
#include <QTimeZone>

#include <utility>

namespace nexus {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds retryTime = 30s;
constexpr std::chrono::milliseconds pruneTime = 1h;
constexpr std::chrono::milliseconds heldTime = 100ms;

} // namespace

HistoryStore::HistoryStore(HistoryOptions options, HistoryQueue &queue)
    : m_options(std::move(options))
    , m_queue(queue)
    , m_config(m_options.config)
    , m_retryAt(m_options.clock())
    , m_pruneAt(m_retryAt)
{ }

HistoryStore::~HistoryStore() = default;

void HistoryStore::run()
{
    while (!m_queue.isClosed()) {
        // Asked first: whoever begins to wait meanwhile gets another try.
        const bool isFlushing = m_queue.isFlushing();
        openWhenDue(isFlushing);
        writeAll();
        if (isFlushing && !state().isWorking) {
            m_queue.giveUp();
        }
        pruneWhenDue();
        m_queue.wait(patience(), m_database && !m_isHeld);
    }
    if (const qint64 left = m_queue.waiting(); left > 0) {
        lose(left);
    }
    closeDatabase();
}

// How long nothing is due. A clock that tests move may need a wake() to be looked at.
std::chrono::milliseconds HistoryStore::patience() const
{
    if (m_isHeld) {
        return heldTime;
    }
    const TimePoint due = m_database ? m_pruneAt : m_retryAt;
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(due - m_options.clock()));
}

void HistoryStore::openWhenDue(bool isWanted)
{
    if (m_database && !QFile::exists(m_options.path)) {
        // Somebody deleted the file; what is written now would be gone with it.
        closeDatabase();
        m_retryAt = m_options.clock();
    }
    if (m_database || (m_options.clock() < m_retryAt && !isWanted)) {
        return;
    }
    const auto access = m_isSuspect ? HistoryDatabase::Access::WriteChecked : HistoryDatabase::Access::Write;
    auto opened = HistoryDatabase::open(m_options.path, access);
    if (!opened && isCorrupt(opened.error()) && setAside(opened.error())) {
        opened = HistoryDatabase::open(m_options.path, access);
    }
    if (!opened) {
        onError(opened.error());
        return;
    }
    m_database = std::move(*opened);
    m_writer = std::make_unique<HistoryWriter>(*m_database, m_options.zone);
    m_pruneAt = m_options.clock();
    if (!m_database->hasFullText()) {
        m_options.log.event(
            LogLevel::Info, "history_without_full_text", {{"effect", "a search in texts reads all of them"}});
    }
}

void HistoryStore::writeAll()
{
    m_isHeld = m_isHeld && !m_database;
    while (m_database && !m_queue.isClosed()) {
        if (m_batch.empty()) {
            takeBatch();
        }
        if (m_batch.empty()) {
            m_heldSince.reset();
            return;
        }
        // What came meanwhile is few and waits for more: a batch costs nearly the same however small it is.
        const bool isFull = m_batch.size() >= historyBatch;
        if (!writeBatch() || !isFull) {
            return;
        }
    }
}

void HistoryStore::takeBatch()
{
    m_queue.take(m_batch, historyBatch);
    for (SharedRecord &record : m_batch) {
        if (m_options.redact && !record->bodies.isEmpty()) {
            auto redacted = std::make_shared<RequestRecord>(*record);
            redacted->bodies = m_options.redact(std::move(redacted->bodies));
            record = std::move(redacted);
        }
    }
}

// \return false when there is no use in going on at once
bool HistoryStore::writeBatch()
{
    const Result<void> written = m_writer->write(m_batch, config());
    if (!written && !isRefused(written.error())) {
        onError(written.error());
        return false;
    }
    const auto rows = static_cast<qint64>(m_batch.size());
    m_batch.clear();
    if (written) {
        countWritten(rows);
    } else {
        m_options.log.event(
            LogLevel::Error, "history_refused", {{"rows", rows}, {"error", written.error().message}});
        lose(rows);
    }
    m_queue.settle(rows);
    return true;
}

void HistoryStore::countWritten(qint64 rows)
{
    m_isSuspect = false;
    m_heldSince.reset();
    HistoryState before;
    {
        const QMutexLocker lock(&m_mutex);
        before = m_state;
        m_state.written += rows;
        m_state.isWorking = true;
        m_state.problem.clear();
        m_isLossSaid = m_isLossSaid && before.isWorking;
    }
    if (!before.isWorking) {
        m_options.log.event(LogLevel::Info, "history_available", {{"lost", before.lost}});
    }
    if (m_options.written) {
        m_options.written(rows);
    }
}

void HistoryStore::pruneWhenDue()
{
    LedgerConfig config;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_database || m_isHeld || (m_options.clock() < m_pruneAt && !m_isPruneWanted)) {
            return;
        }
        config = m_config;
        m_isPruneWanted = false;
    }
    m_pruneAt = m_options.clock() + pruneTime;
    const Result<PrunedHistory> pruned = pruneHistory(*m_database, config, m_options.today(), m_options.zone);
    if (!pruned && isBusy(pruned.error())) {
        m_pruneAt = m_options.clock() + retryTime;
        return;
    }
    if (!pruned) {
        onError(pruned.error());
        return;
    }
    if (!pruned->isComplete) {
        m_pruneAt = m_options.clock();
    }
    if (pruned->rows + pruned->bodies > 0) {
        m_options.log.event(
            LogLevel::Info, "history_pruned", {{"rows", pruned->rows}, {"bodies", pruned->bodies}});
    }
}

void HistoryStore::onError(const Error &error)
{
    const TimePoint now = m_options.clock();
    if (isBusy(error)) {
        // The same soon succeeds, unless somebody holds the file for long.
        m_isHeld = true;
        m_retryAt = now;
        m_heldSince = m_heldSince.value_or(now);
        if (now - *m_heldSince >= retryTime) {
            sayUnavailable(error);
        }
        return;
    }
    const bool wasOpen = m_database != nullptr;
    closeDatabase();
    if (isCorrupt(error) && wasOpen) {
        // Another process may have set the file aside, and a good one may be in its place. Looked at once.
        const bool isNew = !std::exchange(m_isSuspect, true) || setAside(error);
        m_retryAt = isNew ? now : now + retryTime;
        m_isHeld = isNew;
        return;
    }
    m_retryAt = now + retryTime;
    sayUnavailable(error);
}

void HistoryStore::sayUnavailable(const Error &error)
{
    bool isNew = false;
    {
        const QMutexLocker lock(&m_mutex);
        isNew = std::exchange(m_state.isWorking, false);
        m_state.problem = error.message;
    }
    if (isNew) {
        m_options.log.event(LogLevel::Warn, "history_unavailable",
            {{"path", m_options.path}, {"error", error.message},
                {"effect", "requests are answered, and what is to be remembered waits in memory"}});
    }
}

bool HistoryStore::setAside(const Error &error)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(m_options.today().time_since_epoch()).count(),
        QTimeZone::utc())
                             .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside = m_options.path + QStringLiteral(".corrupt-") + time;
    for (int again = 2; QFile::exists(aside); ++again) {
        aside = m_options.path + QStringLiteral(".corrupt-%1-%2").arg(time).arg(again);
    }
    const bool isAside = QFile::rename(m_options.path, aside);
    for (const char *suffix : {"-wal", "-shm"}) {
        // What belongs to the old file would spoil the new one.
        const QString companion = m_options.path + QLatin1String(suffix);
        if (isAside && !QFile::rename(companion, aside + QLatin1String(suffix))) {
            QFile::remove(companion);
        }
    }
    m_options.log.event(LogLevel::Error, isAside ? "history_set_aside" : "history_corrupt",
        {{"path", isAside ? aside : m_options.path}, {"error", error.message}});
    return isAside;
}

void HistoryStore::closeDatabase()
{
    m_writer.reset();
    m_database.reset();
}

bool HistoryStore::keepsBodies(const RequestRecord &record) const
{
    return nexus::keepsBodies(config(), isErrorRecord(record));
}

LedgerConfig HistoryStore::config() const
{
    const QMutexLocker lock(&m_mutex);
    return m_config;
}

void HistoryStore::lose(qint64 rows)
{
    bool isNew = false;
    {
        const QMutexLocker lock(&m_mutex);
        m_state.lost += rows;
        isNew = !std::exchange(m_isLossSaid, true);
    }
    if (isNew) {
        m_options.log.event(LogLevel::Error, "history_lost",
            {{"rows", rows}, {"effect", "rows are missing from now on until it is written again"}});
    }
}

void HistoryStore::setConfig(const LedgerConfig &config)
{
    const QMutexLocker lock(&m_mutex);
    m_isPruneWanted = m_isPruneWanted || config != m_config;
    m_config = config;
}

HistoryState HistoryStore::state() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state;
}

} // namespace nexus

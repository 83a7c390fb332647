// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyqueue.h"

#include <QMutexLocker>

namespace nexus {

namespace {

constexpr std::chrono::milliseconds batchTime {250};
constexpr qint64 maxBodyBytes = 64LL * 1024 * 1024;

qint64 sizeOf(const RecordedBodies &bodies)
{
    qint64 size = bodies.prompt.size() + bodies.answer.size() + bodies.sent.size();
    for (const HeaderList *headers : {&bodies.requestHeaders, &bodies.answerHeaders}) {
        for (const auto &[name, value] : *headers) {
            size += name.size() + value.size();
        }
    }
    return size + static_cast<qint64>(bodies.events.size() * sizeof(StreamEvent));
}

} // namespace

bool HistoryQueue::push(SharedRecord record)
{
    const qint64 size = sizeOf(record->bodies);
    const QMutexLocker lock(&m_mutex);
    // What the writing thread holds counts too.
    if (m_isClosed || m_pushed - m_done >= m_maxRows) {
        return false;
    }
    if (size > 0 && m_bodyBytes + size > maxBodyBytes) {
        record = withoutBodies(*record);
    } else {
        m_bodyBytes += size;
    }
    m_records.push_back(std::move(record));
    ++m_pushed;
    if (m_records.size() == 1 || m_records.size() == historyBatch) {
        m_work.wakeOne();
    }
    return true;
}

void HistoryQueue::take(std::vector<SharedRecord> &out, std::size_t count)
{
    const QMutexLocker lock(&m_mutex);
    for (std::size_t i = 0; i < count && !m_records.empty(); ++i) {
        m_bodyBytes -= sizeOf(m_records.front()->bodies);
        out.push_back(std::move(m_records.front()));
        m_records.pop_front();
    }
}

void HistoryQueue::wait(std::chrono::milliseconds patience, bool wantsRecords)
{
    const QMutexLocker lock(&m_mutex);
    const QDeadlineTimer last(patience);
    const auto isOver = [this, &last] { return m_isWoken || m_isClosed || last.hasExpired(); };
    while (!isOver() && (!wantsRecords || m_records.empty())) {
        m_work.wait(&m_mutex, last);
    }
    const QDeadlineTimer batch(batchTime);
    while (!isOver() && wantsRecords && m_records.size() < historyBatch && !batch.hasExpired()) {
        m_work.wait(&m_mutex, std::min(batch, last));
    }
    m_isWoken = false;
}

void HistoryQueue::wake()
{
    const QMutexLocker lock(&m_mutex);
    m_isWoken = true;
    m_work.wakeOne();
}

void HistoryQueue::settle(qint64 count)
{
    const QMutexLocker lock(&m_mutex);
    m_done += count;
    m_settled.wakeAll();
}

bool HistoryQueue::isFlushing() const
{
    const QMutexLocker lock(&m_mutex);
    return m_flushing > 0;
}

void HistoryQueue::giveUp()
{
    const QMutexLocker lock(&m_mutex);
    ++m_givenUp;
    m_settled.wakeAll();
}

bool HistoryQueue::flush(std::chrono::milliseconds patience)
{
    const QMutexLocker lock(&m_mutex);
    const QDeadlineTimer deadline(patience);
    const qint64 target = m_pushed;
    const qint64 givenUp = m_givenUp;
    ++m_flushing;
    while (m_done < target && m_givenUp == givenUp && !deadline.hasExpired()) {
        m_isWoken = true;
        m_work.wakeOne();
        m_settled.wait(&m_mutex, deadline);
    }
    --m_flushing;
    return m_done >= target;
}

void HistoryQueue::close()
{
    const QMutexLocker lock(&m_mutex);
    m_isClosed = true;
    m_work.wakeOne();
}

bool HistoryQueue::isClosed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_isClosed;
}

qint64 HistoryQueue::waiting() const
{
    const QMutexLocker lock(&m_mutex);
    return m_pushed - m_done;
}

} // namespace nexus

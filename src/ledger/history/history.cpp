// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/history.h"

#include "ledger/history/historyqueue.h"
#include "ledger/history/historystore.h"

#include <QThread>

namespace nexus {

History::History(HistoryOptions options)
    : m_queue(std::make_unique<HistoryQueue>(options.maxWaiting))
    , m_store(std::make_unique<HistoryStore>(std::move(options), *m_queue))
    , m_thread(QThread::create([store = m_store.get()] { store->run(); }))
{
    m_thread->setObjectName(QStringLiteral("history"));
    m_thread->start();
}

History::~History()
{
    (void)m_queue->flush(std::chrono::seconds(5));
    m_queue->close();
    m_thread->wait();
}

void History::take(const SharedRecord &record)
{
    if (record->isProbe) {
        return;
    }
    const bool isWhole = record->bodies.isEmpty() || m_store->keepsBodies(*record);
    if (!m_queue->push(isWhole ? record : withoutBodies(*record))) {
        m_store->lose(1);
    }
}

void History::setConfig(const LedgerConfig &config)
{
    m_store->setConfig(config);
    m_queue->wake();
}

bool History::flush(std::chrono::milliseconds patience)
{
    return m_queue->flush(patience);
}

HistoryState History::state() const
{
    HistoryState state = m_store->state();
    state.waiting = m_queue->waiting();
    return state;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/history.h"

#include <QMutex>

#include <memory>

namespace nexus {

//! \brief A taker of records whose history comes and goes with the configuration. Thread-safe.
class HistorySlot final : public RecordSink {
public:
    void record(const RequestRecord &record) override
    {
        if (const std::shared_ptr<History> history = this->history()) {
            history->record(record);
        }
    }

    [[nodiscard]] std::shared_ptr<History> history() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_history;
    }

    //! \brief The one before writes what it has, before this returns or soon after.
    void setHistory(std::shared_ptr<History> history)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_history.swap(history);
        }
        history.reset();
    }

private:
    mutable QMutex m_mutex;
    std::shared_ptr<History> m_history;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger/history/history.h"

#include <QReadWriteLock>

#include <memory>
#include <optional>

namespace nexus {

//! \brief A taker of records whose history comes and goes with the configuration. take() and state() are
//! thread-safe; the rest belongs to the one thread that sets the history.
class HistorySlot final : public SharedRecordSink {
public:
    void take(const SharedRecord &record) override
    {
        const QReadLocker lock(&m_lock);
        if (m_history) {
            m_history->take(record);
        }
    }

    //! \brief How the history fares, nothing where there is none.
    [[nodiscard]] std::optional<HistoryState> state() const
    {
        const QReadLocker lock(&m_lock);
        return m_history ? std::optional(m_history->state()) : std::nullopt;
    }

    [[nodiscard]] History *history() const { return m_history.get(); }

    //! \brief The one before writes what it has before this returns; nobody who records waits for that.
    void setHistory(std::unique_ptr<History> history)
    {
        {
            const QWriteLocker lock(&m_lock);
            m_history.swap(history);
        }
        history.reset();
    }

private:
    mutable QReadWriteLock m_lock;
    std::unique_ptr<History> m_history;
};

} // namespace nexus

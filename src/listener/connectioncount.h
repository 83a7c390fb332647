// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>

namespace nexus {

//! \brief How many client connections are open in all workers. Thread-safe.
class ConnectionCount final {
public:
    ConnectionCount() = default;
    Q_DISABLE_COPY_MOVE(ConnectionCount)

    //! \brief Counts one more connection, unless \a maximum are open already.
    [[nodiscard]] bool tryTake(int maximum)
    {
        int open = m_open.load(std::memory_order_relaxed);
        while (open < maximum) {
            if (m_open.compare_exchange_weak(open, open + 1)) {
                return true;
            }
        }
        return false;
    }

    void giveBack() { m_open.fetch_sub(1); }
    [[nodiscard]] int open() const { return m_open.load(); }

private:
    std::atomic<int> m_open {0};
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>

namespace nexus {

//! \brief Lets the workers say together, and not one by one, that their store is lost or back. Thread-safe.
class StoreWatch final {
public:
    StoreWatch() = default;
    Q_DISABLE_COPY_MOVE(StoreWatch)

    //! \brief One more worker has lost the store; true when it is the first.
    [[nodiscard]] bool lose() { return m_lost.fetch_add(1) == 0; }

    //! \brief One of those workers has it back; true when it is the last.
    [[nodiscard]] bool regain() { return m_lost.fetch_sub(1) == 1; }

private:
    std::atomic<int> m_lost = 0;
};

} // namespace nexus

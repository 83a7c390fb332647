// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <atomic>

namespace nexus {

//! \brief Whether people have asked the gateway to send nothing to providers for now. Thread-safe.
class PauseSwitch final {
public:
    void set(bool isPaused) { m_isPaused.store(isPaused, std::memory_order_relaxed); }
    [[nodiscard]] bool isPaused() const { return m_isPaused.load(std::memory_order_relaxed); }

    //! \brief What a client is told meanwhile: 503, which SDKs try again.
    [[nodiscard]] static Error error()
    {
        return {.kind = ErrorKind::Unavailable,
            .message = QStringLiteral("Nexus is paused. Resume it in its window or tray menu and try again."),
            .detail = {},
            .code = "gateway_paused"};
    }

private:
    std::atomic<bool> m_isPaused = false;
};

} // namespace nexus

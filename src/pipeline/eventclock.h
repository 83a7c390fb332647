// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/requestrecord.h"

#include <QByteArrayView>

#include <chrono>
#include <vector>

namespace nexus {

//! \brief Notes when the events of a stream pass, and how long they are.
//!
//! An event passes with its end, which is a blank line; comments are none. Notes the first mostStreamEvents
//! and looks at nothing behind them.
class EventClock final {
public:
    //! \brief \a bytes of the stream, cut anywhere, pass \a at this time since the request.
    void feed(QByteArrayView bytes, std::chrono::milliseconds at);

    [[nodiscard]] const std::vector<StreamEvent> &events() const { return m_events; }

private:
    void endLine(std::chrono::milliseconds at);

    std::vector<StreamEvent> m_events;
    qint64 m_size = 0; // of the event that is coming
    char m_first = 0; // of the line that is coming, 0 while it is empty
    bool m_hasField = false; // the event has a line that is no comment
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/eventclock.h"

namespace nexus {

void EventClock::feed(QByteArrayView bytes, std::chrono::milliseconds at)
{
    qsizetype pos = 0;
    while (pos < bytes.size() && m_events.size() < mostStreamEvents) {
        const qsizetype found = bytes.indexOf('\n', pos);
        const qsizetype end = found < 0 ? bytes.size() : found;
        if (m_first == 0 && end > pos && bytes[pos] != '\r') {
            m_first = bytes[pos];
        }
        const qsizetype next = found < 0 ? end : end + 1;
        m_size += next - pos;
        pos = next;
        if (found >= 0) {
            endLine(at);
        }
    }
}

void EventClock::endLine(std::chrono::milliseconds at)
{
    const char first = std::exchange(m_first, '\0');
    if (first != 0) {
        m_hasField = m_hasField || first != ':';
        return;
    }
    const qint64 size = std::exchange(m_size, 0);
    if (std::exchange(m_hasField, false)) {
        m_events.push_back({.at = at.count(), .size = size});
    }
}

} // namespace nexus

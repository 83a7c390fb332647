// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>

namespace nexus::bench {

//! \brief Takes chunked framing (RFC 9112 section 7.1) off a body that arrives in pieces.
class Dechunker final {
public:
    //! \brief Moves the payload out of \a raw to the end of \a body; what is incomplete stays in \a raw.
    void take(std::string &raw, std::string &body)
    {
        std::size_t at = 0;
        while (at < raw.size() && !m_isFinished) {
            if (m_left > 0) {
                const std::size_t count = std::min(m_left, raw.size() - at);
                body.append(raw, at, count);
                at += count;
                m_left -= count;
                m_isAfterData = m_left == 0;
                continue;
            }
            const std::size_t end = raw.find("\r\n", at);
            if (end == std::string::npos)
                break;
            if (!m_isAfterData) {
                m_left = std::strtoul(raw.c_str() + at, nullptr, 16);
                m_isFinished = m_left == 0;
            }
            m_isAfterData = false;
            at = end + 2;
        }
        raw.erase(0, at);
    }

    //! \brief Whether the last chunk was seen.
    [[nodiscard]] bool isFinished() const { return m_isFinished; }

private:
    std::size_t m_left = 0;
    bool m_isAfterData = false;
    bool m_isFinished = false;
};

} // namespace nexus::bench

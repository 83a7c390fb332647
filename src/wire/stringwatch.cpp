// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/stringwatch.h"

#include <algorithm>
#include <cstring>

namespace nexus {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isNotable(char c)
{
    return c == '"' || c == '\\' || c == '\n';
}

} // namespace

void StringWatch::step()
{
    switch (m_state) {
    case State::Outside: {
        const void *quote = std::memchr(m_pos, '"', static_cast<std::size_t>(m_end - m_pos));
        m_pos = quote == nullptr ? m_end : static_cast<const char *>(quote) + 1;
        m_keySize = 0;
        m_state = quote == nullptr ? State::Outside : State::Key;
        return;
    }
    case State::Key: {
        const char *const begin = m_pos;
        skipString();
        addToKey({begin, m_pos});
        if (m_pos != m_end) {
            m_state = *m_pos == '"' ? State::AfterKey : State::Outside;
            ++m_pos;
        }
        return;
    }
    case State::AfterKey:
        skipBlanks();
        if (m_pos != m_end) {
            m_state = *m_pos == ':' ? State::AfterColon : State::Outside;
            m_pos += m_state == State::AfterColon ? 1 : 0;
        }
        return;
    case State::AfterColon:
        skipBlanks();
        if (m_pos != m_end) {
            m_state = *m_pos == '"' ? State::Value : State::Outside;
            m_pos += m_state == State::Value ? 1 : 0;
        }
        return;
    case State::Value:
        return;
    }
}

StringWatch::Piece StringWatch::valuePiece()
{
    const char *const begin = m_pos;
    skipString();
    Piece piece {.key = m_keySize > longestKey ? QByteArrayView() : QByteArrayView(m_key.data(), m_keySize),
        .text = {begin, m_pos},
        .isLast = m_pos != m_end};
    if (piece.isLast) {
        ++m_pos;
        m_state = State::Outside;
    }
    return piece;
}

// Up to the quote or line end that ends the string, or to the end of what was fed.
void StringWatch::skipString()
{
    while (m_pos != m_end) {
        if (m_isEscaped && *m_pos != '\n') {
            ++m_pos;
        }
        m_isEscaped = false;
        m_pos = std::find_if(m_pos, m_end, isNotable);
        if (m_pos == m_end || *m_pos != '\\') {
            return;
        }
        m_isEscaped = true;
        ++m_pos;
    }
}

void StringWatch::skipBlanks()
{
    m_pos = std::find_if_not(m_pos, m_end, isBlank);
}

void StringWatch::addToKey(QByteArrayView text)
{
    if (m_keySize + text.size() > longestKey || text.contains('\\')) {
        m_keySize = longestKey + 1;
        return;
    }
    std::memcpy(m_key.data() + m_keySize, text.data(), static_cast<std::size_t>(text.size()));
    m_keySize += text.size();
}

} // namespace nexus

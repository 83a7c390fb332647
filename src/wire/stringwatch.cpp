// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/stringwatch.h"

#include <algorithm>
#include <cstring>
#include <utility>

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

// Up to the next part of a string behind a key, or to the end.
bool StringWatch::nextPiece(const char *&pos, const char *end, Piece &piece)
{
    while (pos != end) {
        switch (m_state) {
        case State::Outside: {
            const void *const quote = std::memchr(pos, '"', static_cast<std::size_t>(end - pos));
            pos = quote == nullptr ? end : static_cast<const char *>(quote) + 1;
            m_keySize = 0;
            m_state = quote == nullptr ? State::Outside : State::Key;
            break;
        }
        case State::Key: {
            const char *const begin = std::exchange(pos, stringEnd(pos, end));
            keepKey({begin, pos});
            if (pos != end) {
                m_state = *pos == '"' ? State::AfterKey : State::Outside;
                ++pos;
            }
            break;
        }
        case State::AfterKey:
        case State::AfterColon: {
            const bool isAfterKey = m_state == State::AfterKey;
            if (isBlank(*pos)) {
                ++pos;
            } else if (*pos == (isAfterKey ? ':' : '"')) {
                m_state = isAfterKey ? State::AfterColon : State::Value;
                ++pos;
            } else {
                m_state = State::Outside;
            }
            break;
        }
        case State::Value: {
            const char *const begin = std::exchange(pos, stringEnd(pos, end));
            piece.key = m_keySize > longestKey ? QByteArrayView() : QByteArrayView(m_key.data(), m_keySize);
            piece.text = {begin, pos};
            piece.isLast = pos != end;
            if (piece.isLast) {
                m_state = State::Outside;
                ++pos;
            }
            return true;
        }
        }
    }
    return false;
}

// The quote or line end that ends the string, or the end of what was fed.
const char *StringWatch::stringEnd(const char *pos, const char *end)
{
    while (pos != end) {
        if (m_isEscaped && *pos != '\n') {
            ++pos;
        }
        m_isEscaped = false;
        while (pos != end && !isNotable(*pos)) {
            ++pos;
        }
        if (pos == end || *pos != '\\') {
            break;
        }
        m_isEscaped = true;
        ++pos;
    }
    return pos;
}

void StringWatch::keepKey(QByteArrayView text)
{
    if (m_keySize + text.size() > longestKey || text.contains('\\')) {
        m_keySize = longestKey + 1;
        return;
    }
    std::copy(text.begin(), text.end(), m_key.data() + m_keySize);
    m_keySize += text.size();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <atomic>
#include <utility>

namespace nexus {

//! \brief How many of something there are now. Thread-safe.
class ActiveCount final {
public:
    //! \brief One that is counted for as long as it lives; default constructed none. Must not outlive its
    //! count.
    class Token final {
    public:
        Token() = default;
        explicit Token(ActiveCount &count)
            : m_count(&count)
        {
            count.m_value.fetch_add(1, std::memory_order_relaxed);
        }
        Token(Token &&other) noexcept
            : m_count(std::exchange(other.m_count, nullptr))
        { }
        Token &operator=(Token &&other) noexcept
        {
            std::swap(m_count, other.m_count);
            return *this;
        }
        Token(const Token &) = delete;
        Token &operator=(const Token &) = delete;
        ~Token()
        {
            if (m_count != nullptr) {
                m_count->m_value.fetch_sub(1, std::memory_order_relaxed);
            }
        }

    private:
        ActiveCount *m_count = nullptr;
    };

    ActiveCount() = default;
    ~ActiveCount() = default;
    Q_DISABLE_COPY_MOVE(ActiveCount)

    [[nodiscard]] Token take() { return Token(*this); }
    [[nodiscard]] qint64 value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<qint64> m_value = 0;
};

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/chatrequest.h"
#include "wire/dialect.h"

#include <QMutex>

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

namespace nexus {

//! \brief Keeps the thoughts behind tool calls for clients whose dialect cannot carry them.
//!
//! A model that thinks before it calls a tool wants its thoughts back, with their signatures, when the result
//! comes. They are found again by the id of the call. Bounded in number, bytes and age; the oldest go first.
//! Thread-safe: all workers share one, since the next turn may come in through another.
class ReasoningMemory final {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    struct Limits {
        std::size_t maxTurns = 20'000;
        std::size_t maxBytes = 32U * 1024 * 1024;
        std::chrono::minutes maxAge {12 * 60};
    };

    //! \param now tells the time, for tests
    explicit ReasoningMemory(const Limits &limits, std::function<TimePoint()> now);
    ReasoningMemory();

    //! \brief Takes note of an answer of \a provider; nothing is kept of one without calls or thoughts.
    void remember(ProviderDialect provider, const std::vector<MessagePart> &parts);

    //! \brief Puts thoughts and signatures that came from \a provider back into the assistant turns of
    //! \a request. What the client carried itself with a signature stays.
    void restore(ProviderDialect provider, ChatRequest &request);

    [[nodiscard]] std::size_t turnCount() const;

private:
    struct CallSignature {
        std::string id;
        std::string signature;
    };
    struct Turn {
        ProviderDialect provider;
        std::vector<ReasoningPart> thoughts;
        std::vector<CallSignature> calls; // never empty
        std::size_t bytes = 0;
        TimePoint at;
    };
    using Turns = std::list<Turn>;

    void forgetOldest();
    void trim();
    [[nodiscard]] const Turn *find(ProviderDialect provider, const Message &message) const;

    Limits m_limits;
    std::function<TimePoint()> m_now;
    mutable QMutex m_mutex; // guards everything below
    Turns m_turns; // oldest first
    std::unordered_map<std::string, Turns::iterator> m_byCall;
    std::size_t m_bytes = 0;
};

} // namespace nexus

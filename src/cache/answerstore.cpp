// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cache/answerstore.h"

#include <iterator>

namespace nexus {

AnswerStore::Answer AnswerStore::find(const CacheKey &key, TimePoint oldest)
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end() || found->second->answer->storedAt < oldest) {
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->answer;
}

AnswerStore::Gone AnswerStore::put(const CacheKey &key, Answer answer)
{
    Gone gone;
    if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
        remove(found->second, gone);
    }
    const qint64 cost = answer->cost();
    m_entries.push_front({.key = key, .answer = std::move(answer), .cost = cost});
    m_byKey.emplace(key, m_entries.begin());
    m_bytes += cost;
    trim(gone);
    return gone;
}

AnswerStore::Gone AnswerStore::setLimits(const Limits &limits)
{
    m_limits = limits;
    Gone gone;
    trim(gone);
    return gone;
}

AnswerStore::Gone AnswerStore::clear()
{
    Gone gone;
    while (!m_entries.empty()) {
        remove(m_entries.begin(), gone);
    }
    return gone;
}

void AnswerStore::remove(Entries::iterator entry, Gone &gone)
{
    m_bytes -= entry->cost;
    m_byKey.erase(entry->key);
    gone.push_back(std::move(entry->answer));
    m_entries.erase(entry);
}

void AnswerStore::trim(Gone &gone)
{
    while (entries() > m_limits.entries || m_bytes > m_limits.bytes) {
        remove(std::prev(m_entries.end()), gone);
        ++m_evictions;
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/reasoningmemory.h"

#include <QMutexLocker>

#include <algorithm>

namespace nexus {

namespace {

// Claude signs alike on every platform, so a conversation may move between them.
bool isSameFamily(ProviderDialect a, ProviderDialect b)
{
    const auto family = [](ProviderDialect dialect) {
        return dialect == ProviderDialect::Bedrock ? ProviderDialect::Anthropic : dialect;
    };
    return family(a) == family(b);
}

bool isSigned(const MessagePart &part)
{
    const auto *const thought = std::get_if<ReasoningPart>(&part);
    return thought != nullptr && !(thought->signature.empty() && thought->redacted.empty());
}

} // namespace

ReasoningMemory::ReasoningMemory(const Limits &limits, std::function<TimePoint()> now)
    : m_limits(limits)
    , m_now(std::move(now))
{ }

ReasoningMemory::ReasoningMemory()
    : ReasoningMemory(Limits(), [] { return std::chrono::steady_clock::now(); })
{ }

void ReasoningMemory::remember(ProviderDialect provider, const std::vector<MessagePart> &parts)
{
    Turn turn {.provider = provider, .thoughts = {}, .calls = {}, .bytes = sizeof(Turn), .at = m_now()};
    bool hasThoughts = false;
    for (const MessagePart &part : parts) {
        if (const auto *const thought = std::get_if<ReasoningPart>(&part)) {
            turn.bytes += thought->text.size() + thought->signature.size() + thought->redacted.size();
            turn.thoughts.push_back(*thought);
            hasThoughts = true;
        } else if (const auto *const call = std::get_if<ToolCallPart>(&part)) {
            turn.bytes += call->id.size() + call->signature.size();
            turn.calls.push_back({.id = call->id, .signature = call->signature});
            hasThoughts = hasThoughts || !call->signature.empty();
        }
    }
    if (!hasThoughts || turn.calls.empty() || turn.bytes > m_limits.maxBytes) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    m_bytes += turn.bytes;
    m_turns.push_back(std::move(turn));
    const auto added = std::prev(m_turns.end());
    for (const CallSignature &call : added->calls) {
        m_byCall[call.id] = added;
    }
    trim();
}

void ReasoningMemory::restore(ProviderDialect provider, ChatRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    trim();
    if (m_turns.empty()) {
        return;
    }
    for (Message &message : request.messages) {
        const Turn *const turn = find(provider, message);
        if (turn == nullptr) {
            continue;
        }
        for (MessagePart &part : message.parts) {
            auto *const call = std::get_if<ToolCallPart>(&part);
            if (call == nullptr || !call->signature.empty()) {
                continue;
            }
            const auto known = std::ranges::find(turn->calls, call->id, &CallSignature::id);
            if (known != turn->calls.end()) {
                call->signature = known->signature;
            }
        }
        if (turn->thoughts.empty() || std::ranges::any_of(message.parts, isSigned)) {
            continue;
        }
        std::erase_if(message.parts,
            [](const MessagePart &part) { return std::holds_alternative<ReasoningPart>(part); });
        message.parts.insert(message.parts.begin(), turn->thoughts.begin(), turn->thoughts.end());
    }
}

std::size_t ReasoningMemory::turnCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_turns.size();
}

const ReasoningMemory::Turn *ReasoningMemory::find(ProviderDialect provider, const Message &message) const
{
    if (message.role != Role::Assistant) {
        return nullptr;
    }
    for (const MessagePart &part : message.parts) {
        const auto *const call = std::get_if<ToolCallPart>(&part);
        const auto found = call != nullptr ? m_byCall.find(call->id) : m_byCall.end();
        if (found != m_byCall.end() && isSameFamily(found->second->provider, provider)) {
            return &*found->second;
        }
    }
    return nullptr;
}

void ReasoningMemory::trim()
{
    const TimePoint oldest = m_now() - m_limits.maxAge;
    while (!m_turns.empty()
        && (m_turns.size() > m_limits.maxTurns || m_bytes > m_limits.maxBytes
            || m_turns.front().at < oldest)) {
        forgetOldest();
    }
}

void ReasoningMemory::forgetOldest()
{
    const auto oldest = m_turns.begin();
    for (const CallSignature &call : oldest->calls) {
        const auto found = m_byCall.find(call.id);
        if (found != m_byCall.end() && found->second == oldest) {
            m_byCall.erase(found);
        }
    }
    m_bytes -= oldest->bytes;
    m_turns.erase(oldest);
}

} // namespace nexus

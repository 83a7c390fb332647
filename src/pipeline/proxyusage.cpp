// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/proxyusage.h"

#include "wire/jsonscan.h"

namespace nexus {

namespace {

bool isPlain(const HeaderList &headers)
{
    const QByteArray coding = headers.value("Content-Encoding").trimmed().toLower();
    return coding.isEmpty() || coding == "identity";
}

// Many events are pieces of text, which nobody has to read.
bool mayTell(const SseEvent &event)
{
    return event.hasData && event.name != "content_block_delta" && event.name != "ping";
}

} // namespace

std::optional<Operation> proxiedOperation(const QByteArray &method, const QByteArray &path)
{
    if (method != "POST") {
        return std::nullopt;
    }
    if (path == "/v1/messages") {
        return Operation::Chat;
    }
    return path == "/v1/messages/count_tokens" ? std::optional(Operation::CountTokens) : std::nullopt;
}

std::optional<ProxyUsage> ProxyUsage::of(const ResponseHead &head)
{
    const QByteArray type = head.headers.value("Content-Type").split(';').first().trimmed().toLower();
    const bool isStream = type == "text/event-stream";
    const bool isGood = head.status >= 200 && head.status < 300 && isPlain(head.headers);
    if (!isGood || (!isStream && type != "application/json")) {
        return std::nullopt;
    }
    return ProxyUsage(isStream);
}

void ProxyUsage::feed(const QByteArray &bytes)
{
    if (m_isUnreadable) {
        return;
    }
    if (m_isStream) {
        feedStream(bytes);
        return;
    }
    m_isUnreadable = m_whole.size() + bytes.size() > maxWhole;
    if (m_isUnreadable) {
        m_whole.clear();
        return;
    }
    m_whole += bytes;
}

void ProxyUsage::feedStream(const QByteArray &bytes)
{
    const auto events = m_reader.feed(bytes);
    if (!events) {
        m_isUnreadable = true;
        m_reader = SseReader(maxEvent); // lets go of what it holds
        return;
    }
    for (const SseEvent &event : *events) {
        const auto members = mayTell(event) ? scanObject(event.data) : failure(Error());
        if (!members) {
            continue;
        }
        m_usage.noteEvent(event.data, *members);
        const JsonMember *const type = findMember(*members, "type");
        m_isStopped = m_isStopped || (type && stringValue(event.data, *type) == "message_stop");
    }
}

std::optional<TokenUsage> ProxyUsage::usage()
{
    if (!m_whole.isEmpty()) {
        if (const auto members = scanObject(m_whole)) {
            m_usage.note(m_whole, *members);
        }
        m_whole.clear();
    }
    return m_usage.usage();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/anthropicusage.h"

#include "wire/jsonscan.h"

namespace nexus {

namespace {

// Leaves count alone when the usage does not tell it.
void readCount(
    QByteArrayView usage, const std::vector<JsonMember> &members, QByteArrayView key, qint64 &count)
{
    const JsonMember *const member = findMember(members, key);
    bool isNumber = false;
    const qint64 value = member && member->type == JsonType::Number
        ? member->in(usage).toByteArray().toLongLong(&isNumber)
        : 0;
    if (isNumber && value >= 0) {
        count = value;
    }
}

} // namespace

void AnthropicUsage::note(QByteArrayView text, const std::vector<JsonMember> &members)
{
    const JsonMember *const usage = findMember(members, "usage");
    if (!usage || usage->type != JsonType::Object) {
        return;
    }
    const QByteArrayView counts = usage->in(text);
    const auto fields = scanObject(counts);
    if (!fields || fields->empty()) {
        return;
    }
    readCount(counts, *fields, "input_tokens", m_counts.input);
    readCount(counts, *fields, "cache_read_input_tokens", m_counts.cacheRead);
    readCount(counts, *fields, "cache_creation_input_tokens", m_counts.cacheCreation);
    readCount(counts, *fields, "output_tokens", m_counts.output);
    m_usage = TokenUsage {.input = m_counts.input + m_counts.cacheRead + m_counts.cacheCreation,
        .cacheRead = m_counts.cacheRead,
        .cacheWrite = m_counts.cacheCreation,
        .output = m_counts.output};
}

void AnthropicUsage::noteEvent(QByteArrayView data, const std::vector<JsonMember> &members)
{
    note(data, members);
    const JsonMember *const message = findMember(members, "message");
    if (!message || message->type != JsonType::Object) {
        return;
    }
    if (const auto fields = scanObject(message->in(data))) {
        note(message->in(data), *fields);
    }
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/streamcompletion.h"

#include <algorithm>

namespace nexus {

namespace {

constexpr std::size_t maxChoices = 4096;

} // namespace

void StreamCompletion::note(QByteArrayView data, const std::vector<JsonMember> &members)
{
    const JsonMember *const list = findMember(members, "choices");
    if (!list || list->type != JsonType::Array) {
        return;
    }
    const QByteArrayView text = list->in(data);
    const auto choices = scanArray(text);
    if (!choices) {
        return;
    }
    for (const JsonSpan &choice : *choices) {
        const QByteArrayView choiceText = choice.in(text);
        const auto fields = scanObject(choiceText);
        if (!fields) {
            continue;
        }
        const JsonMember *const index = findMember(*fields, "index");
        const JsonMember *const reason = findMember(*fields, "finish_reason");
        const QByteArray key = index ? index->in(choiceText).toByteArray() : QByteArray();
        if (m_finished.size() < maxChoices || m_finished.contains(key)) {
            bool &isFinished = m_finished[key];
            isFinished = isFinished || (reason && reason->type == JsonType::String);
        }
    }
}

bool StreamCompletion::isComplete() const
{
    return !m_finished.empty()
        && std::ranges::all_of(m_finished, [](const auto &choice) { return choice.second; });
}

} // namespace nexus

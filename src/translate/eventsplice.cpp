// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/eventsplice.h"

namespace nexus {

QByteArray spliceEvent(const SseEvent &event, const std::vector<Edit> &edits)
{
    if (edits.empty()) {
        return event.raw;
    }
    QByteArray out;
    out.reserve(event.raw.size() + 64);
    qsizetype copied = 0;
    for (const Edit &edit : edits) {
        const qsizetype begin = event.rawOffset(edit.begin);
        out.append(event.raw.constData() + copied, begin - copied);
        out.append(edit.text);
        copied = event.rawOffset(edit.end);
    }
    return out.append(event.raw.constData() + copied, event.raw.size() - copied);
}

std::vector<Edit> withoutNulls(
    QByteArrayView data, const std::vector<JsonMember> &members, QByteArrayView key)
{
    const auto isNull
        = [key](const JsonMember &member) { return member.key == key && member.type == JsonType::Null; };
    std::vector<Edit> edits;
    std::size_t leading = 0;
    while (leading < members.size() && isNull(members[leading])) {
        ++leading;
    }
    if (leading > 0) {
        // The first ones go with the comma behind them, all others with the one before.
        const qsizetype last = members[leading - 1].end;
        const qsizetype end = leading == members.size() ? last : data.indexOf(',', last) + 1;
        edits.push_back({.begin = data.indexOf('{') + 1, .end = end});
    }
    for (std::size_t i = leading + 1; i < members.size(); ++i) {
        if (isNull(members[i])) {
            edits.push_back({.begin = members[i - 1].end, .end = members[i].end});
        }
    }
    return edits;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/passthrough.h"

#include "dialects/openai/usage.h"

#include <algorithm>
#include <utility>

namespace nexus {

namespace {

std::optional<TokenUsage> usageIn(QByteArrayView text, const std::vector<JsonMember> &members)
{
    const JsonMember *const usage = findMember(members, "usage");
    if (!usage || usage->type != JsonType::Object) {
        return std::nullopt;
    }
    auto tree = parseJson(usage->in(text));
    return tree ? openai::readUsage(*tree) : std::nullopt;
}

bool isUsageChunk(const std::vector<JsonMember> &members)
{
    const JsonMember *const choices = findMember(members, "choices");
    const JsonMember *const usage = findMember(members, "usage");
    return choices && choices->type == JsonType::Array && choices->elementCount == 0 && usage
        && usage->type == JsonType::Object;
}

} // namespace

PassThroughAnswer::PassThroughAnswer(
    const QByteArray &askedModel, QList<QByteArray> secrets, bool isUsageHidden)
    : PassThroughStream(askedModel, std::move(secrets))
    , m_isUsageHidden(isUsageHidden)
{ }

void PassThroughAnswer::noteAnswer(QByteArrayView body, const std::vector<JsonMember> &members)
{
    setUsage(usageIn(body, members));
}

PassThroughStream::Change PassThroughAnswer::noteEvent(
    QByteArrayView data, const std::vector<JsonMember> &members)
{
    m_completion.note(data, members);
    setUsage(usageIn(data, members));
    Change change {.edits = renamed(members)};
    if (!m_isUsageHidden) {
        return change;
    }
    change.isRemoved = isUsageChunk(members);
    std::ranges::move(withoutNulls(data, members, "usage"), std::back_inserter(change.edits));
    std::ranges::sort(change.edits, {}, &Edit::begin);
    return change;
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/callsteps.h"

#include "dialects/openai/answerwords.h"
#include "dialects/openai/jsonaccess.h"
#include "dialects/openai/signatures.h"

#include <algorithm>

namespace nexus::openai {

namespace {

// More than any model makes: so that nonsense is searched in bounded time.
constexpr std::size_t maxCalls = 1024;

} // namespace

// The call that an entry goes on with; nullptr when it begins a new one.
CallSteps::Call *CallSteps::find(std::optional<qint64> index, const std::string &id, bool isNamed)
{
    if (!index && id.empty()) {
        return isNamed || m_calls.empty() ? nullptr : &m_calls.back();
    }
    // From the back: where all have the same index, the latest one grows.
    const auto found = std::find_if(m_calls.rbegin(), m_calls.rend(), [&](const Call &call) {
        const bool isSameId = id.empty() || call.id.empty() || call.id == id;
        return index ? call.index == index && isSameId : call.id == id;
    });
    return found == m_calls.rend() ? nullptr : &*found;
}

void CallSteps::read(Json &entry, std::vector<ChatDelta> &steps)
{
    Json *const function = memberOf(entry, "function");
    Json empty = Json::object();
    Json &spoken = function ? *function : empty;
    const std::optional<qint64> index = integerOf(entry, "index");
    std::string id = takeText(entry, "id");
    const Json *const name = memberOf(spoken, "name");
    const bool isNamed = name && name->is_string() && !name->get_ref<const std::string &>().empty();
    Call *call = find(index, id, isNamed);
    if (!call && m_calls.size() == maxCalls) {
        return;
    }
    if (!call) {
        call = &m_calls.emplace_back(Call {.index = index});
    }
    if (call->id.empty()) {
        call->id = std::move(id);
    }
    if (std::string signature = takeSignature(entry); !signature.empty()) {
        call->signature = std::move(signature);
    }
    grow(*call, spoken, steps);
}

void CallSteps::readFunction(Json &function, std::vector<ChatDelta> &steps)
{
    if (m_calls.empty()) {
        m_calls.emplace_back();
    }
    grow(m_calls.front(), function, steps);
}

void CallSteps::grow(Call &call, Json &function, std::vector<ChatDelta> &steps)
{
    std::string arguments = takeArguments(function);
    if (call.number < 0) {
        call.waiting += arguments;
        std::string name = takeText(function, "name");
        if (name.empty()) {
            return;
        }
        arguments = std::move(call.waiting);
        call.number = m_begun++;
        steps.emplace_back(ToolCallBegun {.choice = m_choice,
            .index = call.number,
            .id = call.id.empty() ? newCallId() : call.id,
            .name = std::move(name),
            .signature = std::move(call.signature)});
    }
    if (!arguments.empty()) {
        steps.emplace_back(
            ArgumentsGrew {.choice = m_choice, .index = call.number, .text = std::move(arguments)});
    }
}

} // namespace nexus::openai

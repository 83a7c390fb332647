// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strictopenai.h"

#include "modelanswers.h"

#include <algorithm>
#include <set>

namespace nexus::kit {

namespace {

using Refusal = std::optional<Reply>;

Reply refuse(const std::string &message, const std::string &param,
    const std::optional<std::string> &code = std::nullopt)
{
    return Reply::json(400, errorBody(message, "invalid_request_error", code, param));
}

std::string at(std::size_t index)
{
    return "messages[" + std::to_string(index) + "]";
}

bool mayStand(const std::string &role, const std::string &type)
{
    if (type == "text") {
        return true;
    }
    if (role == "assistant") {
        return type == "refusal";
    }
    return role == "user" && (type == "image_url" || type == "input_audio" || type == "file");
}

Refusal checkParts(const Json &content, const std::string &role, const std::string &place)
{
    if (content.empty()) {
        return refuse("Invalid '" + place
                + "': empty array. Expected an array with minimum length 1, but got an empty array instead.",
            place, "empty_array");
    }
    for (std::size_t i = 0; i < content.size(); ++i) {
        const std::string part = place + '[' + std::to_string(i) + ']';
        const Json &value = content[i];
        if (!value.is_object()) {
            return refuse("Invalid type for '" + part + "': expected an object.", part, "invalid_type");
        }
        const std::string type = value.value("type", std::string());
        if (!mayStand(role, type)) {
            return refuse("Invalid value: '" + type + "'. Supported values are: 'text', 'image_url', "
                    + "'input_audio', 'refusal', and 'file'.",
                part + ".type", "invalid_value");
        }
        if (type == "text" && !value.value("text", Json()).is_string()) {
            return refuse("Missing required parameter: '" + part + ".text'.", part + ".text",
                "missing_required_parameter");
        }
        if (type == "image_url" && !value.contains("/image_url/url"_json_pointer)) {
            return refuse("Missing required parameter: '" + part + ".image_url.url'.",
                part + ".image_url.url", "missing_required_parameter");
        }
    }
    return std::nullopt;
}

bool hasToolCalls(const Json &message)
{
    const Json calls = message.value("tool_calls", Json());
    return calls.is_array() && !calls.empty();
}

Refusal checkContent(const Json &message, std::size_t index)
{
    const std::string place = at(index) + ".content";
    const Json content = message.value("content", Json());
    if (content.is_string()) {
        return std::nullopt;
    }
    if (content.is_array()) {
        return checkParts(content, message.value("role", std::string()), place);
    }
    if (!content.is_null()) {
        return refuse("Invalid type for '" + place
                + "': expected one of a string or array of objects, but got " + content.type_name()
                + " instead.",
            place, "invalid_type");
    }
    if (hasToolCalls(message) || message.contains("function_call") || message.contains("refusal")) {
        return std::nullopt;
    }
    return refuse("Invalid value for 'content': expected a string, got null.", place);
}

Refusal checkCalls(const Json &message, std::size_t index)
{
    if (!message.contains("tool_calls")) {
        return std::nullopt;
    }
    const std::string place = at(index) + ".tool_calls";
    if (!hasToolCalls(message)) {
        return refuse("Invalid '" + place
                + "': empty array. Expected an array with minimum length 1, but got an empty array instead.",
            place, "empty_array");
    }
    for (const Json &call : message["tool_calls"]) {
        const Json function = call.value("function", Json::object());
        const bool isWhole = call.value("id", Json()).is_string() && call.value("type", Json()) == "function"
            && function.value("name", Json()).is_string() && function.value("arguments", Json()).is_string();
        if (!isWhole) {
            return refuse(
                "Missing required parameter in '" + place + "'.", place, "missing_required_parameter");
        }
    }
    return std::nullopt;
}

// Every call has its answer behind it before anyone else speaks, and every answer its call.
Refusal checkToolOrder(const Json &messages)
{
    std::set<std::string> open;
    bool isAfterCalls = false;
    for (std::size_t i = 0; i <= messages.size(); ++i) {
        const std::string role = i < messages.size() ? messages[i].value("role", std::string()) : "";
        if (role == "tool") {
            const std::string id = messages[i].value("tool_call_id", std::string());
            if (!isAfterCalls || open.erase(id) == 0) {
                return refuse(
                    "Invalid parameter: messages with role 'tool' must be a response to a preceeding "
                    "message with 'tool_calls'.",
                    "messages.[" + std::to_string(i) + "].role");
            }
            continue;
        }
        if (!open.empty()) {
            return refuse(
                "An assistant message with 'tool_calls' must be followed by tool messages responding "
                "to each 'tool_call_id'. The following tool_call_ids did not have response messages: "
                    + *open.begin(),
                "messages.[" + std::to_string(i) + "].role");
        }
        isAfterCalls = i < messages.size() && hasToolCalls(messages[i]);
        for (const Json &call : isAfterCalls ? messages[i]["tool_calls"] : Json::array()) {
            open.insert(call.value("id", std::string()));
        }
    }
    return std::nullopt;
}

Refusal checkMessage(const Json &message, std::size_t index)
{
    if (!message.is_object()) {
        return refuse("Invalid type for '" + at(index) + "': expected an object.", at(index), "invalid_type");
    }
    const std::set<std::string> roles {"system", "developer", "user", "assistant", "tool", "function"};
    const Json role = message.value("role", Json());
    if (!role.is_string() || !roles.contains(role.get<std::string>())) {
        return refuse("Invalid value: " + role.dump()
                + ". Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and "
                  "'developer'.",
            at(index) + ".role", "invalid_value");
    }
    if (Refusal refusal = checkContent(message, index)) {
        return refusal;
    }
    return checkCalls(message, index);
}

} // namespace

std::optional<Reply> openAiRefusal(const QByteArray &body)
{
    const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
    const Json messages = json.is_object() ? json.value("messages", Json()) : Json();
    if (!messages.is_array() || messages.empty()) {
        return refuse("Invalid 'messages': empty array. Expected an array with minimum length 1, but got an "
                      "empty array instead.",
            "messages", "empty_array");
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (Refusal refusal = checkMessage(messages[i], i)) {
            return refusal;
        }
    }
    return checkToolOrder(messages);
}

} // namespace nexus::kit

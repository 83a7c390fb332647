// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/demorequest.h"

#include "wire/jsonscan.h"

namespace nexus {

namespace {

constexpr std::int64_t maxChoices = 128;

tl::unexpected<Error> invalid(const QString &message, const char *param)
{
    return failure(
        Error {.kind = ErrorKind::InvalidRequest, .message = message, .detail = {}, .param = param});
}

// The member, or nullptr when it is missing or null.
const Json *member(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text(const Json &object, const char *key)
{
    const Json *const value = member(object, key);
    return value && value->is_string() ? value->get<std::string>() : std::string();
}

Result<std::string> readPart(const Json &part)
{
    const std::string type = part.is_object() ? text(part, "type") : std::string();
    if (type == "text" || type == "refusal") {
        return text(part, type.c_str());
    }
    if (type == "image_url") {
        return "[image]";
    }
    if (type == "input_audio") {
        return "[audio]";
    }
    if (type == "file") {
        return "[file]";
    }
    return invalid(QStringLiteral("A part of /messages has the unknown type '%1'. Use text or image_url.")
                       .arg(QString::fromStdString(type)),
        "messages");
}

Result<std::string> readContent(const Json &message)
{
    const Json *const content = member(message, "content");
    if (!content) {
        return std::string();
    }
    if (content->is_string()) {
        return content->get<std::string>();
    }
    if (!content->is_array()) {
        return invalid(
            QStringLiteral("The content of a message must be a string or an array of parts."), "messages");
    }
    std::string joined;
    for (const Json &part : *content) {
        Result<std::string> partText = readPart(part);
        if (!partText) {
            return partText;
        }
        joined += (joined.empty() ? "" : "\n") + *partText;
    }
    return joined;
}

Result<void> readMessages(const Json &body, DemoRequest &request)
{
    const Json *const messages = member(body, "messages");
    if (!messages || !messages->is_array()) {
        return invalid(QStringLiteral("/messages must be an array of objects."), "messages");
    }
    for (const Json &message : *messages) {
        const std::string role = message.is_object() ? text(message, "role") : std::string();
        if (role.empty()) {
            return invalid(
                QStringLiteral("Every element of /messages must be an object with a `role`."), "messages");
        }
        const Result<std::string> content = readContent(message);
        if (!content) {
            return failure(content.error());
        }
        request.promptText += *content + '\n';
        if (role == "user") {
            request.userText = *content;
        }
        request.toolResult = role == "tool" ? std::optional(*content) : std::nullopt;
    }
    return {};
}

Result<DemoTool> readTool(const Json &tool)
{
    const Json *const function = tool.is_object() ? member(tool, "function") : nullptr;
    const std::string name = function && function->is_object() ? text(*function, "name") : std::string();
    if (!function || name.empty()) {
        return invalid(
            QStringLiteral("Every element of /tools must have a `function` with a `name`."), "tools");
    }
    const Json *const parameters = member(*function, "parameters");
    return DemoTool {.name = name, .parameters = parameters ? *parameters : Json::object()};
}

// The name that tool_choice demands, empty when any tool will do.
Result<std::string> readNamedTool(const Json &choice)
{
    const Json *const function = choice.is_object() ? member(choice, "function") : nullptr;
    const std::string name = function && function->is_object() ? text(*function, "name") : std::string();
    if (!name.empty() || choice == "auto" || choice == "required") {
        return name;
    }
    return invalid(
        QStringLiteral(
            "/tool_choice must be none, auto, required or {\"type\":\"function\",\"function\":{\"name\"}}."),
        "tool_choice");
}

Result<void> readTools(const Json &body, DemoRequest &request)
{
    const Json *const tools = member(body, "tools");
    if (!tools) {
        return {};
    }
    if (!tools->is_array()) {
        return invalid(QStringLiteral("/tools must be an array of objects."), "tools");
    }
    const Json *const choice = member(body, "tool_choice");
    if (choice && *choice == "none") {
        return {};
    }
    const Result<std::string> wanted = choice ? readNamedTool(*choice) : std::string();
    if (!wanted) {
        return failure(wanted.error());
    }
    for (const Json &tool : *tools) {
        Result<DemoTool> read = readTool(tool);
        if (!read) {
            return failure(read.error());
        }
        if (!request.tool && (wanted->empty() || read->name == *wanted)) {
            request.tool = std::move(*read);
        }
    }
    if (!request.tool && !wanted->empty()) {
        return invalid(QStringLiteral("/tool_choice names '%1', which is not in /tools.")
                           .arg(QString::fromStdString(*wanted)),
            "tool_choice");
    }
    if (request.toolResult) {
        request.tool.reset();
    }
    return {};
}

Result<void> readFormat(const Json &body, DemoRequest &request)
{
    const Json *const format = member(body, "response_format");
    const std::string type = format && format->is_object() ? text(*format, "type") : std::string();
    if (!format || type == "text") {
        return {};
    }
    if (type == "json_object") {
        request.isJsonObject = true;
        return {};
    }
    const Json *const named = type == "json_schema" ? member(*format, "json_schema") : nullptr;
    const Json *const schema = named && named->is_object() ? member(*named, "schema") : nullptr;
    if (!schema) {
        return invalid(
            QStringLiteral("/response_format must be of type text, json_object, or json_schema with a schema "
                           "at /response_format/json_schema/schema."),
            "response_format");
    }
    request.schema = *schema;
    return {};
}

Result<std::optional<std::int64_t>> readCount(const Json &body, const char *key)
{
    const Json *const value = member(body, key);
    if (!value) {
        return std::nullopt;
    }
    const bool isPositive = value->is_number_integer() && value->get<std::int64_t>() > 0;
    if (!isPositive) {
        return invalid(QStringLiteral("/%1 must be a positive whole number.").arg(QLatin1String(key)), key);
    }
    return value->get<std::int64_t>();
}

Result<void> readCounts(const Json &body, DemoRequest &request)
{
    for (const char *key : {"max_tokens", "max_completion_tokens"}) {
        const auto limit = readCount(body, key);
        if (!limit) {
            return failure(limit.error());
        }
        if (*limit) {
            request.maxTokens = static_cast<std::size_t>(**limit);
        }
    }
    const auto count = readCount(body, "n");
    if (!count) {
        return failure(count.error());
    }
    if (count->value_or(1) > maxChoices) {
        return invalid(QStringLiteral("/n must be %1 or less.").arg(maxChoices), "n");
    }
    request.choiceCount = static_cast<std::size_t>(count->value_or(1));
    const Json *const options = member(body, "stream_options");
    const Json *const usage = options && options->is_object() ? member(*options, "include_usage") : nullptr;
    request.includeUsage = usage && *usage == true;
    return {};
}

} // namespace

Result<DemoRequest> readDemoRequest(const QByteArray &body)
{
    // The scan bounds the depth, which a tree alone would not.
    if (const auto members = scanObject(body); !members) {
        return invalid(QStringLiteral("The request body is %1.").arg(members.error().message), "");
    }
    const auto tree = parseJson(body);
    if (!tree) {
        return invalid(
            QStringLiteral("The request body holds a lone surrogate or a number out of range."), "");
    }
    DemoRequest request;
    request.model = text(*tree, "model");
    if (request.model != "echo") {
        return failure(Error {.kind = ErrorKind::ModelNotFound,
            .message = QStringLiteral("The demo provider has no model '%1'. Use 'demo/echo'.")
                           .arg(QString::fromStdString(request.model)),
            .detail = {},
            .param = "model"});
    }
    for (const auto &read : {&readMessages, &readTools, &readFormat, &readCounts}) {
        if (const Result<void> done = read(*tree, request); !done) {
            return failure(done.error());
        }
    }
    return request;
}

} // namespace nexus

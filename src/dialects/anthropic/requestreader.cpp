// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/anthropic.h"

#include "dialects/anthropic/contentreader.h"
#include "dialects/anthropic/optionreader.h"
#include "wire/fieldreader.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace nexus::anthropic {

namespace {

using namespace std::string_view_literals;

// What the readers of this folder read.
constexpr std::array read {"model"sv, "messages"sv, "max_tokens"sv, "system"sv, "tools"sv, "tool_choice"sv,
    "temperature"sv, "top_p"sv, "top_k"sv, "stop_sequences"sv, "stream"sv, "metadata"sv, "thinking"sv,
    "output_config"sv, "output_format"sv, "cache_control"sv};

Role readRole(const Field &field)
{
    const std::string word = field.requireString();
    if (word == "assistant") {
        return Role::Assistant;
    }
    if (word == "system") {
        return Role::System;
    }
    if (word != "user") {
        field.refuse(QStringLiteral("must be \"user\" or \"assistant\""));
    }
    return Role::User;
}

void readMessages(const Field &body, ChatRequest &request)
{
    ContentReader reader(request.dropped);
    if (const Field system = body.member("system"); system.isPresent()) {
        Message message {.role = Role::System, .name = {}, .parts = reader.read(system, Role::System)};
        request.messages.push_back(std::move(message));
    }
    const Field messages = body.member("messages");
    const std::size_t before = request.messages.size();
    messages.forEach([&](const Field &field) {
        const Role role = readRole(field.member("role"));
        Message message {.role = role, .name = {}, .parts = reader.read(field.member("content"), role)};
        request.messages.push_back(std::move(message));
    });
    if (request.messages.size() == before) {
        messages.refuse(QStringLiteral("must be an array with at least one message"));
    }
}

void readMaxTokens(const Field &field, bool isCount, ChatRequest &request)
{
    request.maxTokens = field.integer();
    if (request.maxTokens && *request.maxTokens < 0) {
        field.refuse(QStringLiteral("must not be below 0"));
    }
    if (!request.maxTokens && !isCount) {
        field.refuse(
            QStringLiteral("is missing: say how many tokens the answer may have, as a whole number"));
    }
}

// A mark on the whole request stands for one on its last block.
void markLast(ChatRequest &request, CacheMark mark)
{
    if (mark == CacheMark::None || request.messages.empty() || request.messages.back().parts.empty()) {
        return;
    }
    std::visit(
        [mark](auto &part) {
            if constexpr (requires { part.cache; }) {
                part.cache = part.cache == CacheMark::None ? mark : part.cache;
            }
        },
        request.messages.back().parts.back());
}

void noteOthers(const Field &body, ChatRequest &request)
{
    const Field servers = body.member("mcp_servers");
    servers.forEach([](const Field &server) {
        server.refuseUntranslatable(QStringLiteral("it cannot call MCP servers itself. Leave it out"));
    });
    body.forEachName([&request](const std::string &name) {
        if (std::ranges::find(read, name) == read.end() && name != "mcp_servers") {
            request.dropped.push_back(name);
        }
    });
}

} // namespace

Result<ChatRequest> readRequest(const QByteArray &body, bool isCount)
{
    auto tree = parseJson(body);
    if (!tree) {
        return failure({.kind = ErrorKind::InvalidRequest,
            .message = QStringLiteral("The body is not JSON, or nests too deeply."),
            .detail = {}});
    }
    std::optional<Error> problem;
    const Field root(*tree, problem);
    if (!root.isObject()) {
        root.refuse(QStringLiteral("must be an object"));
        return failure(std::move(problem).value_or(Error {}));
    }
    ChatRequest request;
    request.model = root.member("model").requireString();
    readMessages(root, request);
    readMaxTokens(root.member("max_tokens"), isCount, request);
    readSettings(root, request);
    readTools(root, request);
    readOutput(root, request);
    markLast(request, cacheOf(root));
    noteOthers(root, request);
    if (problem) {
        return failure(std::move(*problem));
    }
    return request;
}

} // namespace nexus::anthropic

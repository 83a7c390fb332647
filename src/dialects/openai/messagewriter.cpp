// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/openai/messagewriter.h"

#include "dialects/openai/partwriter.h"
#include "dialects/openai/signatures.h"

#include <QString>

#include <utility>

namespace nexus::openai {

namespace {

void append(std::string &text, const std::string &piece, const char *separator)
{
    if (!text.empty()) {
        text += separator;
    }
    text += piece;
}

std::string describe(const ToolResultPart &result)
{
    return result.name.empty() ? "the tool call " + result.id
                               : "the tool " + result.name + " (call " + result.id + ")";
}

Json callOf(ToolCallPart &part)
{
    Json function {{"name", std::move(part.name)}, {"arguments", std::move(part.arguments)}};
    Json call {{"id", std::move(part.id)}, {"type", "function"}, {"function", std::move(function)}};
    if (!part.signature.empty()) {
        call["extra_content"] = signatureOfCall(std::move(part.signature));
    }
    return call;
}

Json messageOf(const char *role, std::string &name, Json content)
{
    Json message {{"role", role}};
    if (!name.empty()) {
        message["name"] = std::move(name);
    }
    message["content"] = std::move(content);
    return message;
}

} // namespace

void MessageWriter::refuse(const QString &what)
{
    if (!m_problem) {
        m_problem = Error {.kind = ErrorKind::InvalidRequest,
            .message = QStringLiteral("/messages cannot be passed on to this provider: %1.").arg(what),
            .detail = {},
            .param = QByteArrayLiteral("messages")};
    }
}

Json MessageWriter::media(MediaPart part)
{
    note(part.cache);
    std::optional<QString> problem;
    Json written = mediaPart(std::move(part), problem);
    if (problem) {
        refuse(*problem);
    }
    return written;
}

void MessageWriter::write(Message message)
{
    switch (message.role) {
    case Role::System:
    case Role::Developer:
        writeSystem(message);
        return;
    case Role::User:
        writeUser(message);
        return;
    case Role::Assistant:
        writeAssistant(message);
        return;
    }
}

Json MessageWriter::finish()
{
    releaseDeferred();
    return std::move(m_messages);
}

void MessageWriter::releaseDeferred()
{
    for (Json &message : m_deferred) {
        m_messages.push_back(std::move(message));
    }
    m_deferred.clear();
    m_openCalls.clear();
}

void MessageWriter::writeSystem(Message &message)
{
    releaseDeferred();
    std::vector<Json> parts;
    for (MessagePart &part : message.parts) {
        if (auto *const text = std::get_if<TextPart>(&part)) {
            note(text->cache);
            parts.push_back(textPart(std::move(text->text)));
        }
    }
    // Servers other than OpenAI's know no developer.
    const bool isDeveloper = message.role == Role::Developer && m_traits.isOpenAiReasoner;
    m_messages.push_back(
        messageOf(isDeveloper ? "developer" : "system", message.name, contentOf(std::move(parts))));
}

void MessageWriter::writeUser(Message &message)
{
    std::vector<Json> parts;
    bool hasOnlyResults = !message.parts.empty();
    for (MessagePart &part : message.parts) {
        if (auto *const result = std::get_if<ToolResultPart>(&part)) {
            writeResult(*result, parts);
            continue;
        }
        hasOnlyResults = false;
        if (auto *const text = std::get_if<TextPart>(&part)) {
            note(text->cache);
            parts.push_back(textPart(std::move(text->text)));
        } else if (auto *const picture = std::get_if<MediaPart>(&part)) {
            parts.push_back(media(std::move(*picture)));
        }
    }
    if (!hasOnlyResults || !parts.empty()) {
        m_deferred.push_back(messageOf("user", message.name, contentOf(std::move(parts))));
    }
}

void MessageWriter::writeResult(ToolResultPart &result, std::vector<Json> &aside)
{
    note(result.cache);
    const auto call = m_openCalls.find(result.id);
    if (call == m_openCalls.end()) {
        writeOrphan(result, aside);
        return;
    }
    m_openCalls.erase(call);
    std::string text;
    std::vector<Json> pictures;
    for (ToolResultPart::Content &content : result.content) {
        if (auto *const piece = std::get_if<TextPart>(&content)) {
            note(piece->cache);
            append(text, piece->text, "\n");
            continue;
        }
        auto &medium = std::get<MediaPart>(content);
        if (isTextDocument(medium)) {
            append(text, documentText(medium), "\n");
        } else {
            pictures.push_back(media(std::move(medium)));
        }
    }
    if (!pictures.empty()) {
        aside.push_back(textPart("From the result of " + describe(result) + ":"));
        std::ranges::move(pictures, std::back_inserter(aside));
        append(text, "The next message of the user shows what this tool returned.", "\n");
    } else if (text.empty() && result.isError) {
        text = "The tool failed.";
    }
    m_messages.push_back(
        Json {{"role", "tool"}, {"tool_call_id", std::move(result.id)}, {"content", std::move(text)}});
}

void MessageWriter::writeOrphan(ToolResultPart &result, std::vector<Json> &parts)
{
    parts.push_back(textPart("Result of " + describe(result) + ":"));
    for (ToolResultPart::Content &content : result.content) {
        if (auto *const text = std::get_if<TextPart>(&content)) {
            parts.push_back(textPart(std::move(text->text)));
        } else {
            parts.push_back(media(std::move(std::get<MediaPart>(content))));
        }
    }
}

void MessageWriter::writeAssistant(Message &message)
{
    releaseDeferred();
    std::string text;
    std::string reasoning;
    std::string refusal;
    Json calls = Json::array();
    for (MessagePart &part : message.parts) {
        if (auto *const piece = std::get_if<TextPart>(&part)) {
            note(piece->cache);
            text += piece->text;
        } else if (auto *const thought = std::get_if<ReasoningPart>(&part)) {
            append(reasoning, thought->text, "\n\n");
        } else if (auto *const declined = std::get_if<RefusalPart>(&part)) {
            refusal += declined->text;
        } else if (auto *const call = std::get_if<ToolCallPart>(&part)) {
            note(call->cache);
            m_openCalls.insert(call->id);
            calls.push_back(callOf(*call));
        } else {
            refuse(QStringLiteral("a message of the assistant can hold text and calls of tools only"));
        }
    }
    const bool hasContent = !text.empty() || (calls.empty() && refusal.empty());
    Json written = messageOf("assistant", message.name, hasContent ? Json(std::move(text)) : Json());
    if (!refusal.empty()) {
        written["refusal"] = std::move(refusal);
    }
    if (!calls.empty() && m_traits.needsReasoningBack) {
        written["reasoning_content"] = std::move(reasoning);
    }
    if (!calls.empty()) {
        written["tool_calls"] = std::move(calls);
    }
    m_messages.push_back(std::move(written));
}

} // namespace nexus::openai

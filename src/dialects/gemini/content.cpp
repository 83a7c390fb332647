// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/content.h"

#include "dialects/gemini/functionresponse.h"
#include "dialects/gemini/media.h"
#include "dialects/gemini/refusal.h"

#include <algorithm>
#include <variant>

namespace nexus::gemini {

namespace {

// ai.google.dev/gemini-api/docs/thought-signatures, for calls that another model made.
constexpr const char *unknownSignature = "skip_thought_signature_validator";

Json contentOf(const char *role, Json parts)
{
    return Json::object({{"role", role}, {"parts", std::move(parts)}});
}

} // namespace

void ContentWriter::add(Message message, std::size_t index)
{
    switch (message.role) {
    case Role::System:
    case Role::Developer:
        addSystem(message, index);
        return;
    case Role::User:
        addUser(message, index);
        return;
    case Role::Assistant:
        addModel(message, index);
        return;
    }
}

Result<Conversation> ContentWriter::finish()
{
    endTurn();
    if (m_problem) {
        return failure(*m_problem);
    }
    if (m_contents.empty() && m_system.empty()) {
        return failure(refusal("messages", QStringLiteral("must hold a text or something else to answer")));
    }
    Conversation out {.hasCacheMarks = m_hasCacheMarks};
    if (m_contents.empty()) {
        // The service wants contents: an instruction alone is what the user says.
        m_contents.push_back(contentOf("user", std::move(m_system)));
    } else if (!m_system.empty()) {
        out.systemInstruction = Json::object({{"parts", std::move(m_system)}});
    }
    if (m_contents.front()["role"] != "user") {
        // A function call is only taken behind a turn of the user.
        Json blank = Json::array({Json::object({{"text", " "}})});
        m_contents.insert(m_contents.begin(), contentOf("user", std::move(blank)));
    }
    out.contents = std::move(m_contents);
    return out;
}

void ContentWriter::addSystem(Message &message, std::size_t index)
{
    for (MessagePart &part : message.parts) {
        if (auto *text = std::get_if<TextPart>(&part)) {
            noteCache(text->cache);
            if (!text->text.empty()) {
                m_system.push_back(Json::object({{"text", std::move(text->text)}}));
            }
        } else if (std::holds_alternative<MediaPart>(part)) {
            note(refusal(contentParam(index),
                QStringLiteral("cannot be passed on to this provider: system messages must be text")));
        }
    }
}

void ContentWriter::addUser(Message &message, std::size_t index)
{
    for (MessagePart &part : message.parts) {
        if (auto *text = std::get_if<TextPart>(&part)) {
            noteCache(text->cache);
            addText(Turn::User, text->text);
        } else if (auto *media = std::get_if<MediaPart>(&part)) {
            noteCache(media->cache);
            addMedia(Turn::User, *media, index);
        } else if (auto *result = std::get_if<ToolResultPart>(&part)) {
            noteCache(result->cache);
            addResult(*result, index);
        }
    }
}

void ContentWriter::addModel(Message &message, std::size_t index)
{
    m_hasSignedCall = false;
    for (MessagePart &part : message.parts) {
        if (auto *text = std::get_if<TextPart>(&part)) {
            noteCache(text->cache);
            addText(Turn::Model, text->text);
        } else if (auto *refused = std::get_if<RefusalPart>(&part)) {
            addText(Turn::Model, refused->text);
        } else if (auto *media = std::get_if<MediaPart>(&part)) {
            noteCache(media->cache);
            addMedia(Turn::Model, *media, index);
        } else if (auto *call = std::get_if<ToolCallPart>(&part)) {
            noteCache(call->cache);
            addCall(*call);
        } else if (auto *thought = std::get_if<ReasoningPart>(&part);
                   thought != nullptr && m_family.signsThoughts() && !thought->signature.empty()) {
            passSignature();
            m_signature = std::move(thought->signature);
        }
    }
    passSignature();
}

void ContentWriter::addMedia(Turn turn, MediaPart &media, std::size_t index)
{
    auto part = mediaPart(std::move(media), contentParam(index));
    if (!part) {
        note(part.error());
        return;
    }
    addPart(turn, std::move(*part));
}

void ContentWriter::addCall(ToolCallPart &call)
{
    // The service checks a call's signature against the call: that of a thought must not stand there.
    passSignature();
    m_signature = std::move(call.signature);
    if (m_family.needsSignatures() && m_signature.empty() && !m_hasSignedCall) {
        m_signature = unknownSignature;
    } else {
        // Of parallel calls the model signs the first only.
        m_hasSignedCall = m_hasSignedCall || !m_signature.empty();
    }
    Json written = Json::object({{"name", call.name}});
    if (!call.id.empty()) {
        written["id"] = call.id;
    }
    written["args"] = functionArguments(std::move(call.arguments));
    addPart(Turn::Model, Json::object({{"functionCall", std::move(written)}}));
    m_openCalls.emplace(std::move(call.id), Call {.name = std::move(call.name), .place = m_callCount});
    ++m_callCount;
}

void ContentWriter::addResult(ToolResultPart &result, std::size_t index)
{
    beginTurn(Turn::User);
    const auto open = m_openCalls.find(result.id);
    if (open == m_openCalls.end()) {
        auto parts = orphanParts(std::move(result), contentParam(index));
        if (!parts) {
            note(parts.error());
            return;
        }
        std::ranges::move(*parts, std::back_inserter(m_parts));
        return;
    }
    const Call call = std::move(open->second);
    m_openCalls.erase(open);
    auto response = functionResponse(std::move(result), call.name, m_family, contentParam(index));
    if (!response) {
        note(response.error());
        return;
    }
    m_results.emplace_back(call.place, std::move(response->part));
    std::ranges::move(response->after, std::back_inserter(m_parts));
}

void ContentWriter::addText(Turn turn, std::string &text)
{
    if (!text.empty()) {
        addPart(turn, Json::object({{"text", std::move(text)}}));
    }
}

void ContentWriter::addPart(Turn turn, Json part)
{
    beginTurn(turn);
    if (!m_signature.empty()) {
        if (m_family.signsThoughts()) {
            part["thoughtSignature"] = std::move(m_signature);
        }
        m_signature.clear();
    }
    m_parts.push_back(std::move(part));
}

// A signature that found no part of its own goes on an empty text, as models send it at the end of a stream.
void ContentWriter::passSignature()
{
    if (!m_signature.empty()) {
        addPart(Turn::Model, Json::object({{"text", ""}}));
    }
}

void ContentWriter::beginTurn(Turn turn)
{
    if (m_turn == turn) {
        return;
    }
    endTurn();
    m_turn = turn;
    if (turn == Turn::Model) {
        m_openCalls.clear();
        m_callCount = 0;
    }
}

void ContentWriter::endTurn()
{
    if (!m_results.empty()) {
        std::ranges::stable_sort(m_results, {}, &std::pair<std::size_t, Json>::first);
        Json responses = Json::array();
        for (auto &[place, part] : m_results) {
            responses.push_back(std::move(part));
        }
        m_results.clear();
        m_contents.push_back(contentOf("user", std::move(responses)));
    }
    if (!m_parts.empty()) {
        m_contents.push_back(contentOf(m_turn == Turn::Model ? "model" : "user", std::move(m_parts)));
        m_parts = Json::array();
    }
}

void ContentWriter::noteCache(CacheMark mark)
{
    m_hasCacheMarks = m_hasCacheMarks || mark != CacheMark::None;
}

void ContentWriter::note(const Error &problem)
{
    if (!m_problem) {
        m_problem = problem;
    }
}

} // namespace nexus::gemini

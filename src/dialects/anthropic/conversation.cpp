// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/conversation.h"

#include "dialects/anthropic/access.h"
#include "dialects/anthropic/blockwriter.h"
#include "dialects/anthropic/words.h"

#include <algorithm>
#include <iterator>

namespace nexus::anthropic {

namespace {

bool isIdLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

bool hasType(const Json &block, std::string_view type)
{
    const auto found = block.find("type");
    return found != block.end() && found->get_ref<const std::string &>() == type;
}

bool isThought(const Json &block)
{
    return hasType(block, "thinking") || hasType(block, "redacted_thinking");
}

void trimEnd(std::string &text)
{
    text.erase(text.find_last_not_of(" \t\r\n\v\f") + 1);
}

} // namespace

Result<Conversation> ConversationWriter::write(std::vector<Message> messages)
{
    for (Message &message : messages) {
        if (!message.name.empty()) {
            drop("name");
        }
        if (message.role == Role::System || message.role == Role::Developer) {
            takeSystem(std::move(message));
        } else {
            for (MessagePart &part : message.parts) {
                takePart(message.role == Role::Assistant, std::move(part));
            }
        }
        ++m_message;
    }
    if (m_problem) {
        return failure(std::move(*m_problem));
    }
    if (m_turns.empty()) {
        // Who sends instructions alone wants them carried out.
        std::ranges::move(m_system, std::back_inserter(turn(false).blocks));
        m_system.clear();
    }
    if (m_turns.back().blocks.empty() && m_turns.back().results.empty() && m_turns.size() == 1) {
        return failure(untranslatable({"messages"}, QStringLiteral("there is no text in any of them")));
    }
    answerCalls();
    Conversation conversation;
    conversation.lacksThoughts = lacksThoughts();
    finishEnds();
    conversation.system = systemField();
    conversation.messages = Json::array();
    for (Turn &turn : m_turns) {
        Json content = Json::array();
        for (std::vector<Json> *const blocks : {&turn.results, &turn.blocks}) {
            for (Json &block : *blocks) {
                content.push_back(std::move(block));
            }
        }
        Json message {{"role", turn.isAssistant ? "assistant" : "user"}};
        message["content"] = std::move(content);
        conversation.messages.push_back(std::move(message));
    }
    conversation.calledTools = std::move(m_calledTools);
    return conversation;
}

void ConversationWriter::takeSystem(Message message)
{
    for (MessagePart &part : message.parts) {
        TextPart *const text = std::get_if<TextPart>(&part);
        if (!text) {
            m_problem = m_problem.value_or(untranslatable({"messages", std::to_string(m_message), "content"},
                QStringLiteral("its instructions are text only")));
        } else if (!isBlank(text->text)) {
            m_system.push_back(textBlock(std::move(text->text), text->cache));
        }
    }
}

void ConversationWriter::takePart(bool isAssistant, MessagePart part)
{
    if (TextPart *const text = std::get_if<TextPart>(&part)) {
        if (!isBlank(text->text)) {
            add(isAssistant, textBlock(std::move(text->text), text->cache));
        }
    } else if (RefusalPart *const refusal = std::get_if<RefusalPart>(&part)) {
        if (!isBlank(refusal->text)) {
            add(isAssistant, textBlock(std::move(refusal->text)));
        }
    } else if (MediaPart *const media = std::get_if<MediaPart>(&part)) {
        takeMedia(isAssistant, std::move(*media));
    } else if (ReasoningPart *const thought = std::get_if<ReasoningPart>(&part)) {
        takeThought(std::move(*thought));
    } else if (ToolCallPart *const call = std::get_if<ToolCallPart>(&part)) {
        takeCall(std::move(*call));
    } else {
        takeResult(std::move(std::get<ToolResultPart>(part)));
    }
}

void ConversationWriter::takeMedia(bool isAssistant, MediaPart media)
{
    if (isAssistant) {
        // Its own turns hold text and calls only.
        drop("content");
        return;
    }
    if (!media.detail.empty() && media.detail != "auto") {
        drop("detail");
    }
    auto block = mediaBlock(std::move(media), m_message);
    if (block) {
        add(false, std::move(*block));
    } else if (!m_problem) {
        m_problem = std::move(block.error());
    }
}

void ConversationWriter::takeThought(ReasoningPart thought)
{
    if (m_traits.thinking == ThinkingForm::None) {
        return;
    }
    if (Json block = thoughtBlock(std::move(thought)); !block.is_null()) {
        turn(true).thoughts.push_back(std::move(block));
    }
}

void ConversationWriter::takeCall(ToolCallPart call)
{
    const std::string id = call.id;
    m_toolNames[id] = call.name;
    if (std::ranges::find(m_calledTools, call.name) == m_calledTools.end()) {
        m_calledTools.push_back(call.name);
    }
    std::string sentId = freshId(id);
    add(true, callBlock(std::move(call), sentId));
    m_turns.back().calls.push_back({id, std::move(sentId)});
}

void ConversationWriter::takeResult(ToolResultPart result)
{
    // The calls must be in the turn right before; a turn of the user may have begun already.
    const std::size_t back = !m_turns.empty() && !m_turns.back().isAssistant ? 2 : 1;
    Call *call = nullptr;
    if (m_turns.size() >= back) {
        std::vector<Call> &calls = m_turns[m_turns.size() - back].calls;
        const auto found = std::ranges::find_if(calls,
            [&result](const Call &candidate) { return candidate.id == result.id && !candidate.isAnswered; });
        call = found == calls.end() ? nullptr : &*found;
    }
    if (!call) {
        takeStrayResult(std::move(result));
        return;
    }
    call->isAnswered = true;
    auto block = resultBlock(std::move(result), call->sentId, m_message);
    if (block) {
        turn(false).results.push_back(std::move(*block));
    } else if (!m_problem) {
        m_problem = std::move(block.error());
    }
}

void ConversationWriter::takeStrayResult(ToolResultPart result)
{
    if (result.name.empty()) {
        const auto named = m_toolNames.find(result.id);
        result.name = named == m_toolNames.end() ? std::string() : named->second;
    }
    std::string text = result.name.empty() ? "A tool" : "The tool `" + result.name + '`';
    text += result.isError ? " failed in answer to the call " : " answered the call ";
    text += result.id + ':';
    add(false, textBlock(std::move(text), result.cache));
    for (ToolResultPart::Content &part : result.content) {
        std::visit([this](auto &content) { takePart(false, std::move(content)); }, part);
    }
}

void ConversationWriter::add(bool isAssistant, Json block)
{
    Turn &current = turn(isAssistant);
    std::ranges::move(current.thoughts, std::back_inserter(current.blocks));
    current.thoughts.clear();
    current.blocks.push_back(std::move(block));
}

ConversationWriter::Turn &ConversationWriter::turn(bool isAssistant)
{
    // Thoughts that led to nothing leave no turn behind.
    if (!m_turns.empty() && m_turns.back().isAssistant && !isAssistant && m_turns.back().blocks.empty()) {
        m_turns.pop_back();
    }
    if (m_turns.empty() || m_turns.back().isAssistant != isAssistant) {
        m_turns.push_back({.isAssistant = isAssistant});
    }
    return m_turns.back();
}

std::string ConversationWriter::freshId(const std::string &id)
{
    std::string usable = id;
    std::ranges::replace_if(
        usable, [](char letter) { return !isIdLetter(letter); }, '_');
    std::string fresh = usable;
    while (!m_usedIds.emplace(fresh, 2).second) {
        fresh = usable + '_' + std::to_string(m_usedIds[usable]++);
    }
    return fresh;
}

void ConversationWriter::answerCalls()
{
    for (std::size_t at = 0; at < m_turns.size(); ++at) {
        const bool isOpen
            = std::ranges::any_of(m_turns[at].calls, [](const Call &call) { return !call.isAnswered; });
        if (!isOpen) {
            continue;
        }
        if (at + 1 == m_turns.size()) {
            m_turns.push_back({});
        }
        for (const Call &call : m_turns[at].calls) {
            if (!call.isAnswered) {
                m_turns[at + 1].results.push_back(missingResult(call.sentId));
            }
        }
    }
}

void ConversationWriter::finishEnds()
{
    if (m_turns.back().isAssistant && m_turns.back().blocks.empty()) {
        m_turns.pop_back();
    }
    if (m_turns.empty() || m_turns.front().isAssistant) {
        Turn opening;
        opening.blocks.push_back(textBlock("."));
        m_turns.insert(m_turns.begin(), std::move(opening));
    }
    Turn &last = m_turns.back();
    if (!last.isAssistant) {
        return;
    }
    if (!m_traits.hasPrefill) {
        Turn closing;
        closing.blocks.push_back(textBlock("Continue."));
        m_turns.push_back(std::move(closing));
    } else if (hasType(last.blocks.back(), "text")) {
        trimEnd(last.blocks.back()["text"].get_ref<std::string &>());
    }
}

bool ConversationWriter::lacksThoughts() const
{
    const auto last
        = std::find_if(m_turns.rbegin(), m_turns.rend(), [](const Turn &turn) { return turn.isAssistant; });
    if (last == m_turns.rend() || last->blocks.empty()) {
        return false;
    }
    // A text that the user answered is over and done with; calls and a text to go on with are not.
    const bool isGoingOn = last == m_turns.rbegin() || !last->calls.empty();
    return isGoingOn && !isThought(last->blocks.front());
}

Json ConversationWriter::systemField()
{
    if (m_system.empty()) {
        return {};
    }
    if (m_system.size() == 1 && !m_system.front().contains("cache_control")) {
        return std::move(m_system.front()["text"]);
    }
    return Json(std::move(m_system));
}

void ConversationWriter::drop(const char *name)
{
    if (std::ranges::find(m_dropped, name) == m_dropped.end()) {
        m_dropped.emplace_back(name);
    }
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/conversation.h"

#include <algorithm>
#include <cstdint>

namespace nexus::bedrock {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n\f\v";

//! \brief A call of the last turn, and whether its result has come.
struct OpenCall {
    std::string givenId;
    std::string id;
    bool isAnswered = false;
};

bool isIdLetter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

bool isReplayed(const ReasoningPart &reasoning, ReasoningReplay replay)
{
    switch (replay) {
    case ReasoningReplay::None:
        return false;
    case ReasoningReplay::Signed:
        return !reasoning.signature.empty() || !reasoning.redacted.empty();
    case ReasoningReplay::Redacted:
        return !reasoning.redacted.empty();
    }
    return false;
}

bool isKept(const MessagePart &part, bool isAssistant, const ModelTraits &traits)
{
    if (const auto *text = std::get_if<TextPart>(&part)) {
        return !isBlank(text->text);
    }
    if (const auto *refusal = std::get_if<RefusalPart>(&part)) {
        return !isBlank(refusal->text);
    }
    if (const auto *reasoning = std::get_if<ReasoningPart>(&part)) {
        return isAssistant && isReplayed(*reasoning, traits.replay);
    }
    return isAssistant || !std::holds_alternative<ToolCallPart>(part);
}

std::vector<MessagePart> keptParts(
    std::vector<MessagePart> parts, bool isAssistant, const ModelTraits &traits)
{
    std::vector<MessagePart> kept;
    kept.reserve(parts.size());
    for (MessagePart &part : parts) {
        if (!isKept(part, isAssistant, traits)) {
            continue;
        }
        if (auto *refusal = std::get_if<RefusalPart>(&part)) {
            kept.emplace_back(TextPart {std::move(refusal->text)});
        } else {
            kept.push_back(std::move(part));
        }
    }
    return kept;
}

void append(std::vector<Turn> &turns, bool isAssistant, std::vector<MessagePart> parts)
{
    if (parts.empty()) {
        return;
    }
    if (turns.empty() || turns.back().isAssistant != isAssistant) {
        turns.push_back({isAssistant, std::move(parts)});
        return;
    }
    std::ranges::move(parts, std::back_inserter(turns.back().parts));
}

// Newer models take a turn of nothing but thoughts for a beginning that they are to continue.
std::vector<Turn> withoutMereThoughts(std::vector<Turn> turns)
{
    std::vector<Turn> kept;
    kept.reserve(turns.size());
    for (Turn &turn : turns) {
        const bool hasWords = std::ranges::any_of(
            turn.parts, [](const MessagePart &part) { return !std::holds_alternative<ReasoningPart>(part); });
        if (hasWords) {
            append(kept, turn.isAssistant, std::move(turn.parts));
        }
    }
    return kept;
}

void takeSystem(std::vector<TextPart> &system, std::vector<MessagePart> parts)
{
    for (MessagePart &part : parts) {
        auto *text = std::get_if<TextPart>(&part);
        if (text != nullptr && !isBlank(text->text)) {
            system.push_back(std::move(*text));
        }
    }
}

// Gives every call of the turn an id of its own, for some clients number the calls of each turn from 0.
std::vector<OpenCall> openCalls(Turn &turn, std::vector<std::string> &calledTools)
{
    std::vector<OpenCall> calls;
    for (MessagePart &part : turn.parts) {
        auto *call = std::get_if<ToolCallPart>(&part);
        if (call == nullptr) {
            continue;
        }
        const auto earlier = std::ranges::count(calls, call->id, &OpenCall::givenId);
        OpenCall open {.givenId = call->id, .id = usableCallId(call->id)};
        if (earlier > 0) {
            open.id = usableCallId(call->id + '#' + std::to_string(earlier));
        }
        call->id = open.id;
        calls.push_back(std::move(open));
        if (std::ranges::find(calledTools, call->name) == calledTools.end()) {
            calledTools.push_back(call->name);
        }
    }
    return calls;
}

void takeOrphan(std::vector<MessagePart> &parts, ToolResultPart orphan)
{
    std::string text = "Result of the tool call " + orphan.id + ':';
    std::vector<MessagePart> media;
    for (ToolResultPart::Content &content : orphan.content) {
        if (auto *words = std::get_if<TextPart>(&content)) {
            text += '\n' + words->text;
        } else {
            media.emplace_back(std::move(std::get<MediaPart>(content)));
        }
    }
    parts.emplace_back(TextPart {std::move(text), orphan.cache});
    std::ranges::move(media, std::back_inserter(parts));
}

// The results first, then what else the user says.
std::vector<MessagePart> answered(std::vector<MessagePart> parts, std::vector<OpenCall> calls)
{
    std::vector<MessagePart> results;
    std::vector<MessagePart> rest;
    for (MessagePart &part : parts) {
        auto *result = std::get_if<ToolResultPart>(&part);
        if (result == nullptr) {
            rest.push_back(std::move(part));
            continue;
        }
        const auto call = std::ranges::find_if(
            calls, [result](const OpenCall &open) { return !open.isAnswered && open.givenId == result->id; });
        if (call == calls.end()) {
            takeOrphan(rest, std::move(*result));
            continue;
        }
        call->isAnswered = true;
        result->id = call->id;
        results.push_back(std::move(part));
    }
    for (OpenCall &call : calls) {
        if (!call.isAnswered) {
            results.emplace_back(ToolResultPart {.id = std::move(call.id),
                .content = {TextPart {"The tool gave no result."}},
                .isError = true});
        }
    }
    std::ranges::move(rest, std::back_inserter(results));
    return results;
}

void pairResults(Conversation &conversation)
{
    std::vector<OpenCall> calls;
    for (Turn &turn : conversation.turns) {
        if (turn.isAssistant) {
            calls = openCalls(turn, conversation.calledTools);
        } else {
            turn.parts = answered(std::move(turn.parts), std::move(calls));
            calls.clear();
        }
    }
    append(conversation.turns, false, answered({}, std::move(calls)));
}

// A beginning of the answer that ends with white space is refused.
void trimPrefill(Turn &turn)
{
    auto *text = std::get_if<TextPart>(&turn.parts.back());
    if (turn.isAssistant && text != nullptr) {
        text->text.erase(text->text.find_last_not_of(whiteSpace) + 1);
    }
}

} // namespace

bool Conversation::hasThoughtlessCall() const
{
    const auto last = std::ranges::find_if(turns.rbegin(), turns.rend(), &Turn::isAssistant);
    if (last == turns.rend()) {
        return false;
    }
    const auto has = [&parts = last->parts](auto predicate) { return std::ranges::any_of(parts, predicate); };
    return has([](const MessagePart &part) { return std::holds_alternative<ToolCallPart>(part); })
        && !has([](const MessagePart &part) { return std::holds_alternative<ReasoningPart>(part); });
}

Conversation shapeConversation(std::vector<Message> messages, const ModelTraits &traits)
{
    Conversation conversation;
    std::vector<Turn> turns;
    for (Message &message : messages) {
        const bool isAssistant = message.role == Role::Assistant;
        if (message.role == Role::System || message.role == Role::Developer) {
            takeSystem(conversation.system, std::move(message.parts));
        } else {
            append(turns, isAssistant, keptParts(std::move(message.parts), isAssistant, traits));
        }
    }
    conversation.turns = withoutMereThoughts(std::move(turns));
    pairResults(conversation);
    if (conversation.turns.empty()) {
        // Instructions alone are a question all the same.
        std::vector<MessagePart> parts;
        std::ranges::move(conversation.system, std::back_inserter(parts));
        conversation.system.clear();
        append(conversation.turns, false, std::move(parts));
        return conversation;
    }
    if (conversation.turns.front().isAssistant) {
        conversation.turns.insert(conversation.turns.begin(), {false, {TextPart {"Continue."}}});
    }
    trimPrefill(conversation.turns.back());
    return conversation;
}

std::string usableCallId(std::string_view id)
{
    constexpr std::size_t longest = 64;
    if (!id.empty() && id.size() <= longest && std::ranges::all_of(id, isIdLetter)) {
        return std::string(id);
    }
    // FNV-1a keeps apart what becomes equal below.
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char letter : id) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    }
    constexpr std::size_t hashLetters = 16;
    std::string usable(id.substr(0, longest - hashLetters - 1));
    std::ranges::replace_if(
        usable, [](char letter) { return !isIdLetter(letter); }, '_');
    usable += '_';
    for (std::size_t letter = 0; letter < hashLetters; ++letter) {
        usable += "0123456789abcdef"[(hash >> (letter * 4)) & 0xF];
    }
    return usable;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(whiteSpace) == std::string_view::npos;
}

} // namespace nexus::bedrock

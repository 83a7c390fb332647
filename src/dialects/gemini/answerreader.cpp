// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/candidate.h"
#include "dialects/gemini/errorreader.h"
#include "dialects/gemini/gemini.h"
#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/refusal.h"

namespace nexus::gemini {

namespace {

constexpr qint64 maxChoice = 1000;

void addText(std::vector<MessagePart> &parts, std::string text)
{
    if (text.empty()) {
        return;
    }
    if (auto *last = parts.empty() ? nullptr : std::get_if<TextPart>(&parts.back())) {
        last->text += text;
    } else {
        parts.emplace_back(TextPart {.text = std::move(text)});
    }
}

void addThought(std::vector<MessagePart> &parts, std::string text)
{
    if (text.empty()) {
        return;
    }
    auto *last = parts.empty() ? nullptr : std::get_if<ReasoningPart>(&parts.back());
    if (last != nullptr && last->signature.empty()) {
        last->text += text;
    } else {
        parts.emplace_back(ReasoningPart {.text = std::move(text)});
    }
}

// The signature of a text stands before it: it proves the thoughts that led there.
void addSignature(std::vector<MessagePart> &parts, std::string signature)
{
    if (signature.empty()) {
        return;
    }
    auto *last = parts.empty() ? nullptr : std::get_if<ReasoningPart>(&parts.back());
    if (last != nullptr && last->signature.empty()) {
        last->signature = std::move(signature);
    } else {
        parts.emplace_back(ReasoningPart {.signature = std::move(signature)});
    }
}

MediaPart::Kind kindOf(const std::string &mediaType)
{
    if (mediaType.starts_with("image/")) {
        return MediaPart::Kind::Image;
    }
    return mediaType.starts_with("audio/") ? MediaPart::Kind::Audio : MediaPart::Kind::Document;
}

void addPart(AnswerChoice &choice, const Json &part, CallIds &ids)
{
    if (const Json *call = objectOf(part, "functionCall")) {
        choice.parts.emplace_back(ToolCallPart {.id = ids.take(textOf(*call, "id")),
            .name = textOf(*call, "name"),
            .arguments = argumentsOf(*call),
            .signature = textOf(part, "thoughtSignature")});
        return;
    }
    if (isTrue(part, "thought")) {
        addThought(choice.parts, textOf(part, "text"));
        addSignature(choice.parts, textOf(part, "thoughtSignature"));
        return;
    }
    addSignature(choice.parts, textOf(part, "thoughtSignature"));
    addText(choice.parts, textOf(part, "text"));
    if (const Json *data = objectOf(part, "inlineData")) {
        std::string type = textOf(*data, "mimeType");
        const MediaPart::Kind kind = kindOf(type);
        choice.parts.emplace_back(
            MediaPart {.kind = kind, .mediaType = std::move(type), .data = textOf(*data, "data")});
    }
    // What the service ran itself (executableCode, codeExecutionResult, toolCall) has no place in an answer.
}

AnswerChoice choiceOf(const Json &candidate, CallIds &ids)
{
    AnswerChoice choice;
    const qint64 index = integerOf(candidate, "index");
    choice.index = index >= 0 && index < maxChoice ? int(index) : 0;
    const Json *content = objectOf(candidate, "content");
    const Json *parts = content == nullptr ? nullptr : arrayOf(*content, "parts");
    bool hasCalls = false;
    if (parts != nullptr) {
        for (const Json &part : *parts) {
            addPart(choice, part, ids);
            hasCalls = hasCalls || objectOf(part, "functionCall") != nullptr;
        }
    }
    choice.finish = finishReasonOf(textOf(candidate, "finishReason"), hasCalls);
    return choice;
}

} // namespace

Result<ChatAnswer> readAnswer(const QByteArray &body)
{
    const auto tree = parseBounded(body);
    if (!tree) {
        return failure(unreadable(QStringLiteral("The provider sent an answer that is not JSON.")));
    }
    const Json &root = tree->is_array() && !tree->empty() ? tree->front() : *tree;
    if (const auto problem = errorIn(root)) {
        return failure(unreadable(QString::fromUtf8(problem->message)));
    }
    const Json *candidates = arrayOf(root, "candidates");
    const bool isBlocked = !blockReasonOf(root).empty();
    if (candidates == nullptr && !isBlocked && objectOf(root, "usageMetadata") == nullptr) {
        return failure(unreadable(QStringLiteral("The provider sent JSON that is no answer of Gemini.")));
    }
    ChatAnswer answer {.id = textOf(root, "responseId"), .model = textOf(root, "modelVersion")};
    CallIds ids;
    if (candidates != nullptr) {
        for (const Json &candidate : *candidates) {
            answer.choices.push_back(choiceOf(candidate, ids));
        }
    }
    if (answer.choices.empty()) {
        answer.choices.push_back({.finish = isBlocked ? FinishReason::ContentFilter : FinishReason::Stop});
    }
    answer.usage = usageOf(root);
    return answer;
}

} // namespace nexus::gemini

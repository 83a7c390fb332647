// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/streamdecoder.h"

#include "dialects/gemini/errorreader.h"
#include "dialects/gemini/gemini.h"
#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/refusal.h"

#include <algorithm>

namespace nexus::gemini {

namespace {

constexpr qint64 maxChoice = 1000;

Error cutStream()
{
    return unreadable(QStringLiteral("The provider closed its stream before the answer was complete."));
}

// Whether the last bytes of a stream may be an event; a piece of its JSON is found when it is read.
bool isWholeBlock(const QByteArray &rest)
{
    return rest.startsWith("data:") || rest.startsWith(':') || rest.startsWith('{') || rest.startsWith('[');
}

void addSigned(std::vector<ChatDelta> &deltas, ReasoningSigned end)
{
    if (!end.signature.empty()) {
        deltas.emplace_back(std::move(end));
    }
}

} // namespace

std::unique_ptr<StreamDecoder> streamDecoder()
{
    return std::make_unique<GeminiStreamDecoder>();
}

Result<std::vector<ChatDelta>> GeminiStreamDecoder::decode(const QByteArray &bytes)
{
    Deltas deltas;
    if (m_error || m_isDone) {
        return deltas;
    }
    const auto events = m_events.feed(bytes);
    if (!events) {
        return failure(events.error());
    }
    for (const SseEvent &event : *events) {
        if (auto problem = readEvent(deltas, event)) {
            return failure(*problem);
        }
        if (m_error) {
            break;
        }
    }
    return deltas;
}

Result<std::vector<ChatDelta>> GeminiStreamDecoder::end()
{
    const QByteArray rest = m_events.rest().trimmed();
    if (!rest.isEmpty() && !isWholeBlock(rest)) {
        return failure(cutStream());
    }
    // Ends an event whose blank line did not come.
    auto deltas = rest.isEmpty() ? Result<Deltas>(Deltas()) : decode("\n\n");
    if (!deltas) {
        return failure(cutStream());
    }
    if (m_error) {
        return failure(unreadable(QString::fromUtf8(m_error->message)));
    }
    const bool hasFinished = std::ranges::all_of(
        m_candidates, [](const auto &entry) { return !entry.second.finishReason.empty(); });
    if (!hasFinished || (m_candidates.empty() && !m_isBlocked)) {
        return failure(cutStream());
    }
    m_isDone = true;
    for (const auto &[choice, state] : m_candidates) {
        deltas->emplace_back(ChoiceFinished {
            .choice = choice, .reason = finishReasonOf(state.finishReason, state.callCount > 0)});
    }
    if (m_candidates.empty()) {
        deltas->emplace_back(ChoiceFinished {.choice = 0, .reason = FinishReason::ContentFilter});
    }
    return deltas;
}

std::optional<Error> GeminiStreamDecoder::readEvent(Deltas &deltas, const SseEvent &event)
{
    if (!event.hasData) {
        // The service writes some errors into a stream as they are, without `data:`.
        const QByteArray raw = event.raw.trimmed();
        const bool isBare = raw.startsWith('{') || raw.startsWith('[');
        const auto tree = isBare ? parseBounded(raw) : std::nullopt;
        if (tree) {
            m_error = errorIn(tree->is_array() && !tree->empty() ? tree->front() : *tree);
        }
        return isBare && !m_error ? std::optional(cutStream()) : std::nullopt;
    }
    if (event.data.trimmed().isEmpty() || event.data == "[DONE]") {
        return std::nullopt;
    }
    const auto tree = parseBounded(event.data);
    if (!tree) {
        return unreadable(QStringLiteral("The provider sent a stream event that is not JSON."));
    }
    const Json &piece = tree->is_array() && !tree->empty() ? tree->front() : *tree;
    m_error = errorIn(piece);
    if (!m_error) {
        readPiece(deltas, piece);
    }
    return std::nullopt;
}

void GeminiStreamDecoder::readPiece(Deltas &deltas, const Json &piece)
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        deltas.emplace_back(
            AnswerBegun {.id = textOf(piece, "responseId"), .model = textOf(piece, "modelVersion")});
    }
    m_isBlocked = m_isBlocked || !blockReasonOf(piece).empty();
    if (const Json *candidates = arrayOf(piece, "candidates")) {
        for (const Json &candidate : *candidates) {
            readCandidate(deltas, candidate);
        }
    }
    const auto usage = usageOf(piece);
    if (usage && usage != m_usage) {
        m_usage = usage;
        deltas.emplace_back(UsageKnown {.usage = *usage});
    }
}

void GeminiStreamDecoder::readCandidate(Deltas &deltas, const Json &candidate)
{
    const qint64 index = integerOf(candidate, "index");
    if (index < 0 || index >= maxChoice) {
        return;
    }
    Candidate &state = m_candidates[int(index)];
    const Json *content = objectOf(candidate, "content");
    const Json *parts = content == nullptr ? nullptr : arrayOf(*content, "parts");
    if (parts != nullptr) {
        for (const Json &part : *parts) {
            readPart(deltas, int(index), state, part);
        }
    }
    if (std::string reason = textOf(candidate, "finishReason"); !reason.empty()) {
        state.finishReason = std::move(reason);
    }
}

void GeminiStreamDecoder::readPart(Deltas &deltas, int choice, Candidate &state, const Json &part)
{
    std::string signature = textOf(part, "thoughtSignature");
    if (const Json *call = objectOf(part, "functionCall")) {
        const int index = state.callCount++;
        deltas.emplace_back(ToolCallBegun {.choice = choice,
            .index = index,
            .id = m_ids.take(textOf(*call, "id")),
            .name = textOf(*call, "name"),
            .signature = std::move(signature)});
        deltas.emplace_back(ArgumentsGrew {.choice = choice, .index = index, .text = argumentsOf(*call)});
        return;
    }
    std::string text = textOf(part, "text");
    const bool isThought = isTrue(part, "thought");
    const bool hasText = !text.empty();
    ReasoningSigned end {.choice = choice, .signature = std::move(signature)};
    // The signature closes a thought, and comes before a text that it belongs to.
    if (isThought && hasText) {
        deltas.emplace_back(ReasoningGrew {.choice = choice, .text = std::move(text)});
        addSigned(deltas, std::move(end));
        return;
    }
    addSigned(deltas, std::move(end));
    if (hasText) {
        deltas.emplace_back(TextGrew {.choice = choice, .text = std::move(text)});
    }
}

} // namespace nexus::gemini

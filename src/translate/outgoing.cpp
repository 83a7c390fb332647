// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/outgoing.h"

#include "dialects/anthropic/anthropic.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/gemini/gemini.h"
#include "dialects/openai/openai.h"
#include "translate/anthropicpassthrough.h"
#include "translate/chattranslator.h"
#include "translate/dialecttable.h"
#include "translate/embeddingtranslator.h"
#include "translate/foreignthoughts.h"
#include "translate/passthrough.h"
#include "translate/tokencount.h"
#include "translate/usagesplice.h"
#include "wire/jsonscan.h"

#include <algorithm>

namespace nexus {

namespace {

Error notOffered(const Translation &translation, const QString &what, const QString &instead)
{
    return {.kind = ErrorKind::InvalidRequest,
        .message = QStringLiteral("Provider '%1' has no %2. %3").arg(translation.providerName, what, instead),
        .detail = {},
        .param = QByteArrayLiteral("model")};
}

Outgoing passedThrough(const ClientRequest &request, const Translation &translation)
{
    Outgoing out;
    QByteArray body = request.withModel(translation.upstreamModel);
    if (translation.client == Dialect::Anthropic) {
        OwnThoughts own = withoutForeignThoughts(body);
        out.bodies.push_back(std::move(own.body));
        if (own.isThinkingDropped) {
            out.dropped.emplace_back("thinking");
        }
        out.answer = std::make_unique<AnthropicPassThrough>(translation.askedModel, translation.secrets);
        return out;
    }
    // The provider tells what a stream used only when asked; the client does not see what it did not ask for.
    const bool addsUsage = translation.asksForUsage && request.isStream
        && request.operation != Operation::Embeddings && !asksForStreamUsage(request.body, request.members);
    if (addsUsage) {
        if (const auto members = scanObject(body)) {
            body = withStreamUsage(body, *members);
        }
    }
    out.bodies.push_back(std::move(body));
    out.asksForUsage = addsUsage;
    out.answer = std::make_unique<PassThroughAnswer>(translation.askedModel, translation.secrets, addsUsage);
    return out;
}

// The client's request in neutral words, for this provider.
Result<ChatRequest> neutralRequest(
    const ClientRequest &request, const Translation &translation, ReasoningMemory &memory)
{
    Result<ChatRequest> chat = request.operation == Operation::CountTokens
        ? anthropic::readRequest(request.body, true)
        : readChatRequest(translation.client, request.body);
    if (!chat) {
        return chat;
    }
    chat->model = translation.upstreamModel.toStdString();
    chat->asksForUsage = translation.asksForUsage;
    if (translation.client == Dialect::Anthropic) {
        sortOutThoughts(translation.provider, *chat);
    }
    memory.restore(translation.provider, *chat);
    return chat;
}

// Whether the first message stands in a field of its own in the client's body.
bool isSystemApart(const ClientRequest &request, const ChatRequest &chat)
{
    return findMember(request.members, "system") != nullptr && !chat.messages.empty()
        && chat.messages.front().role == Role::System;
}

// Writers count the system text as the first message; an Anthropic client wrote it elsewhere.
Error placedForAnthropic(Error error)
{
    static constexpr QByteArrayView begin("messages[");
    const qsizetype end = error.param.indexOf(']');
    bool isNumber = false;
    const int index = error.param.startsWith(begin) && end > 0
        ? error.param.sliced(begin.size(), end - begin.size()).toInt(&isNumber)
        : 0;
    if (!isNumber) {
        return error;
    }
    const QString before = QStringLiteral("/messages/%1").arg(index);
    if (index == 0) {
        error.param = "system" + error.param.sliced(end + 1);
        error.message.replace(before, QStringLiteral("/system"));
        return error;
    }
    error.param = "messages[" + QByteArray::number(index - 1) + error.param.sliced(end);
    error.message.replace(before, QStringLiteral("/messages/%1").arg(index - 1));
    return error;
}

Outgoing outgoingOf(ProviderRequest request)
{
    Outgoing out;
    out.bodies.push_back(std::move(request.body));
    out.headers = std::move(request.headers);
    out.dropped = std::move(request.dropped);
    return out;
}

Result<Outgoing> translatedChat(
    const ClientRequest &request, const Translation &translation, ReasoningMemory &memory)
{
    Result<ChatRequest> chat = neutralRequest(request, translation, memory);
    if (!chat) {
        return failure(chat.error());
    }
    const bool wantsUsage = chat->wantsStreamUsage;
    const bool asksForUsage
        = chat->isStream && chat->asksForUsage && translation.provider == ProviderDialect::OpenAi;
    const bool hasSystemApart = isSystemApart(request, *chat);
    Result<ProviderRequest> said = writeChatRequest(translation.provider, std::move(*chat));
    if (!said) {
        return failure(hasSystemApart ? placedForAnthropic(said.error()) : said.error());
    }
    Outgoing out = outgoingOf(std::move(*said));
    out.asksForUsage = asksForUsage;
    out.answer = std::make_unique<ChatTranslator>(
        ChatTranslator::Options {.provider = translation.provider,
            .client = translation.client,
            .context = {.model = translation.askedModel.toStdString(), .wantsUsage = wantsUsage},
            .requestId = translation.requestId,
            .secrets = translation.secrets},
        memory);
    return out;
}

Result<Outgoing> translatedEmbeddings(const ClientRequest &request, const Translation &translation)
{
    if (translation.provider == ProviderDialect::Anthropic) {
        return failure(notOffered(translation, QStringLiteral("embeddings"),
            QStringLiteral("Ask a model of another provider for them.")));
    }
    Result<EmbeddingRequest> asked = openai::readEmbeddingRequest(request.body);
    if (!asked) {
        return failure(asked.error());
    }
    asked->model = translation.upstreamModel.toStdString();
    Outgoing out;
    if (translation.provider == ProviderDialect::Gemini) {
        Result<ProviderRequest> said = gemini::writeEmbeddingRequest(*asked);
        if (!said) {
            return failure(said.error());
        }
        out = outgoingOf(std::move(*said));
    } else {
        Result<std::vector<ProviderRequest>> said = bedrock::writeEmbeddingRequests(*asked);
        if (!said) {
            return failure(said.error());
        }
        for (ProviderRequest &one : *said) {
            out.bodies.push_back(std::move(one.body));
            std::ranges::move(one.dropped, std::back_inserter(out.dropped));
        }
    }
    out.answer = std::make_unique<EmbeddingTranslator>(
        translation.provider, std::move(*asked), translation.askedModel.toStdString());
    return out;
}

// Gemini counts by itself; for the rest the gateway estimates.
Result<Outgoing> translatedCount(
    const ClientRequest &request, const Translation &translation, ReasoningMemory &memory)
{
    Result<ChatRequest> chat = neutralRequest(request, translation, memory);
    if (!chat) {
        return failure(chat.error());
    }
    if (translation.provider != ProviderDialect::Gemini) {
        Outgoing out;
        out.ownAnswer = tokenCountAnswer(estimatedTokens(*chat));
        return out;
    }
    Result<ProviderRequest> said = gemini::writeCountRequest(std::move(*chat));
    if (!said) {
        return failure(said.error());
    }
    Outgoing out = outgoingOf(std::move(*said));
    out.answer = std::make_unique<TokenCountTranslator>(gemini::readCount);
    return out;
}

} // namespace

Result<Outgoing> makeOutgoing(
    const ClientRequest &request, const Translation &translation, ReasoningMemory &memory)
{
    if (isSameDialect(translation.client, translation.provider)) {
        return passedThrough(request, translation);
    }
    switch (request.operation) {
    case Operation::Chat:
        return translatedChat(request, translation, memory);
    case Operation::CountTokens:
        return translatedCount(request, translation, memory);
    case Operation::Embeddings:
        return translatedEmbeddings(request, translation);
    case Operation::Completions:
        return failure(notOffered(translation, QStringLiteral("text completions"),
            QStringLiteral("Send a conversation to chat/completions.")));
    }
    Q_UNREACHABLE();
}

} // namespace nexus

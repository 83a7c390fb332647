// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/inputestimate.h"

#include "dialects/anthropic/anthropic.h"
#include "translate/dialecttable.h"
#include "translate/tokencount.h"

namespace nexus {

namespace {

qint64 estimatedText(QByteArrayView text)
{
    return estimatedTokens(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
}

qint64 estimatedMember(const ClientRequest &request, QByteArrayView name)
{
    const JsonMember *const member = findMember(request.members, name);
    return estimatedText(member == nullptr ? QByteArrayView(request.body) : member->in(request.body));
}

} // namespace

qint64 estimatedInput(const ClientRequest &request, Dialect dialect)
{
    switch (request.operation) {
    case Operation::Embeddings:
        return estimatedMember(request, "input");
    case Operation::Completions:
        return estimatedMember(request, "prompt");
    case Operation::Chat:
    case Operation::CountTokens:
        break;
    }
    const Result<ChatRequest> chat = request.operation == Operation::CountTokens
        ? anthropic::readRequest(request.body, true)
        : readChatRequest(dialect, request.body);
    return chat ? estimatedTokens(*chat) : estimatedText(request.body);
}

} // namespace nexus

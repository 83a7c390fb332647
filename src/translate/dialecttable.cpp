// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/dialecttable.h"

#include "dialects/anthropic/anthropic.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/gemini/gemini.h"
#include "dialects/openai/openai.h"

namespace nexus {

Result<ChatRequest> readChatRequest(Dialect client, const QByteArray &body)
{
    switch (client) {
    case Dialect::OpenAi:
        return openai::readRequest(body);
    case Dialect::Anthropic:
        return anthropic::readRequest(body);
    }
    Q_UNREACHABLE();
}

Result<ProviderRequest> writeChatRequest(ProviderDialect provider, ChatRequest request)
{
    switch (provider) {
    case ProviderDialect::OpenAi:
        return openai::writeRequest(std::move(request));
    case ProviderDialect::Anthropic:
        return anthropic::writeRequest(std::move(request));
    case ProviderDialect::Gemini:
        return gemini::writeRequest(std::move(request));
    case ProviderDialect::Bedrock:
        return bedrock::writeRequest(std::move(request));
    }
    Q_UNREACHABLE();
}

Result<ChatAnswer> readChatAnswer(ProviderDialect provider, const QByteArray &body)
{
    switch (provider) {
    case ProviderDialect::OpenAi:
        return openai::readAnswer(body);
    case ProviderDialect::Anthropic:
        return anthropic::readAnswer(body);
    case ProviderDialect::Gemini:
        return gemini::readAnswer(body);
    case ProviderDialect::Bedrock:
        return bedrock::readAnswer(body);
    }
    Q_UNREACHABLE();
}

QByteArray writeChatAnswer(Dialect client, ChatAnswer answer, const AnswerContext &context)
{
    switch (client) {
    case Dialect::OpenAi:
        return openai::writeAnswer(std::move(answer), context);
    case Dialect::Anthropic:
        return anthropic::writeAnswer(std::move(answer), context);
    }
    Q_UNREACHABLE();
}

std::unique_ptr<StreamDecoder> makeDecoder(ProviderDialect provider)
{
    switch (provider) {
    case ProviderDialect::OpenAi:
        return openai::streamDecoder();
    case ProviderDialect::Anthropic:
        return anthropic::streamDecoder();
    case ProviderDialect::Gemini:
        return gemini::streamDecoder();
    case ProviderDialect::Bedrock:
        return bedrock::streamDecoder();
    }
    Q_UNREACHABLE();
}

std::unique_ptr<StreamEncoder> makeEncoder(Dialect client, const AnswerContext &context)
{
    switch (client) {
    case Dialect::OpenAi:
        return openai::streamEncoder(context);
    case Dialect::Anthropic:
        return anthropic::streamEncoder(context);
    }
    Q_UNREACHABLE();
}

std::optional<ProviderError> readProviderError(
    ProviderDialect provider, int status, const HeaderList &headers, const QByteArray &body)
{
    switch (provider) {
    case ProviderDialect::OpenAi:
        return openai::readError(status, headers, body);
    case ProviderDialect::Anthropic:
        return anthropic::readError(status, headers, body);
    case ProviderDialect::Gemini:
        return gemini::readError(status, headers, body);
    case ProviderDialect::Bedrock:
        return bedrock::readError(status, headers, body);
    }
    Q_UNREACHABLE();
}

bool isSameDialect(Dialect client, ProviderDialect provider)
{
    switch (client) {
    case Dialect::OpenAi:
        return provider == ProviderDialect::OpenAi;
    case Dialect::Anthropic:
        return provider == ProviderDialect::Anthropic;
    }
    Q_UNREACHABLE();
}

} // namespace nexus

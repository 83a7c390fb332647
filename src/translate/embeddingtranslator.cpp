// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translate/embeddingtranslator.h"

#include "dialects/bedrock/bedrock.h"
#include "dialects/gemini/gemini.h"
#include "dialects/openai/openai.h"
#include "wire/jsonscan.h"

namespace nexus {

namespace {

Error noStream()
{
    return {.kind = ErrorKind::UpstreamInvalid,
        .message = QStringLiteral("The provider sent a stream where embeddings were asked for."),
        .detail = {}};
}

Result<EmbeddingAnswer> readOne(ProviderDialect provider, const QByteArray &body)
{
    return provider == ProviderDialect::Gemini ? gemini::readEmbeddingAnswer(body)
                                               : bedrock::readEmbeddingAnswer(body);
}

} // namespace

EmbeddingTranslator::EmbeddingTranslator(
    ProviderDialect provider, EmbeddingRequest request, std::string askedModel)
    : m_provider(provider)
    , m_request(std::move(request))
    , m_askedModel(std::move(askedModel))
{ }

Result<QByteArray> EmbeddingTranslator::whole(const QByteArray &body)
{
    const Result<EmbeddingAnswer> answer = read(body);
    if (!answer) {
        return failure(answer.error());
    }
    if (answer->vectors.size() != m_request.inputs.size()) {
        return failure({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The provider sent %1 embeddings for %2 inputs.")
                           .arg(answer->vectors.size())
                           .arg(m_request.inputs.size()),
            .detail = {}});
    }
    if (answer->hasUsage) {
        m_usage = TokenUsage {.input = answer->inputTokens};
    }
    return openai::writeEmbeddingAnswer(*answer, m_request, m_askedModel);
}

Result<EmbeddingAnswer> EmbeddingTranslator::read(const QByteArray &body) const
{
    if (!body.startsWith('[')) {
        return readOne(m_provider, body);
    }
    const Result<std::vector<JsonSpan>> answers = scanArray(body);
    if (!answers) {
        return failure({.kind = ErrorKind::UpstreamInvalid,
            .message = QStringLiteral("The provider's embeddings cannot be read."),
            .detail = answers.error().message});
    }
    EmbeddingAnswer joined {.vectors = {}, .inputTokens = 0, .hasUsage = true};
    for (const JsonSpan &span : *answers) {
        Result<EmbeddingAnswer> one = readOne(m_provider, span.in(body).toByteArray());
        if (!one) {
            return failure(one.error());
        }
        joined.inputTokens += one->inputTokens;
        joined.hasUsage = joined.hasUsage && one->hasUsage;
        for (std::vector<float> &vector : one->vectors) {
            joined.vectors.push_back(std::move(vector));
        }
    }
    return joined;
}

Result<QByteArray> EmbeddingTranslator::chunk(const QByteArray & /*bytes*/)
{
    return failure(noStream());
}

Result<QByteArray> EmbeddingTranslator::end()
{
    return failure(noStream());
}

} // namespace nexus

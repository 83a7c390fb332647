// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/answerwords.h"
#include "dialects/bedrock/bedrock.h"
#include "dialects/bedrock/blocks.h"
#include "dialects/bedrock/modelfamily.h"
#include "dialects/bedrock/refusal.h"
#include "wire/json.h"

#include <algorithm>

namespace nexus::bedrock {

namespace {

constexpr std::size_t mostCohereTexts = 96;

enum class Family { Titan1, Titan2, Cohere3, Cohere4, None };

Family familyOf(const std::string &model)
{
    const std::string id = plainModel(model);
    const auto has = [&id](const char *word) { return id.find(word) != std::string::npos; };
    if (has("amazon.titan-embed-text-v2")) {
        return Family::Titan2;
    }
    if (has("amazon.titan-embed-text-v1") || has("amazon.titan-embed-g1-text")) {
        return Family::Titan1;
    }
    if (has("cohere.embed-v4")) {
        return Family::Cohere4;
    }
    return has("cohere.embed-") ? Family::Cohere3 : Family::None;
}

Json titanBody(const std::string &text, const EmbeddingRequest &request)
{
    Json body = single("inputText", text);
    if (request.dimensions) {
        body["dimensions"] = *request.dimensions;
    }
    return body;
}

std::vector<ProviderRequest> titanRequests(const EmbeddingRequest &request)
{
    std::vector<ProviderRequest> requests;
    for (const std::string &text : request.inputs) {
        requests.push_back({.body = toText(titanBody(text, request)), .headers = {}, .dropped = {}});
    }
    if (!request.inputType.empty() && !requests.empty()) {
        requests.front().dropped.emplace_back("input_type");
    }
    return requests;
}

std::vector<ProviderRequest> cohereRequests(const EmbeddingRequest &request)
{
    std::vector<ProviderRequest> requests;
    for (std::size_t begin = 0; begin < request.inputs.size(); begin += mostCohereTexts) {
        const std::size_t end = std::min(begin + mostCohereTexts, request.inputs.size());
        Json texts = Json::array();
        for (std::size_t index = begin; index < end; ++index) {
            texts.push_back(request.inputs[index]);
        }
        Json body = single("texts", std::move(texts));
        body["input_type"] = request.inputType.empty() ? "search_document" : request.inputType;
        if (request.dimensions) {
            body["output_dimension"] = *request.dimensions;
        }
        requests.push_back({.body = toText(body), .headers = {}, .dropped = {}});
    }
    return requests;
}

std::optional<std::vector<float>> vectorOf(const Json &numbers)
{
    if (!numbers.is_array() || numbers.empty()) {
        return std::nullopt;
    }
    std::vector<float> vector;
    vector.reserve(numbers.size());
    for (const Json &number : numbers) {
        if (!number.is_number()) {
            return std::nullopt;
        }
        vector.push_back(float(number.get<double>()));
    }
    return vector;
}

// Cohere's list of vectors stands alone, or under the type that was asked for.
const Json *cohereVectors(const Json &tree)
{
    const Json *embeddings = memberOf(&tree, "embeddings");
    const Json *typed = memberOf(embeddings, "float");
    return typed != nullptr ? typed : embeddings;
}

} // namespace

Result<std::vector<ProviderRequest>> writeEmbeddingRequests(const EmbeddingRequest &request)
{
    const Family family = familyOf(request.model);
    if (request.dimensions && (family == Family::Titan1 || family == Family::Cohere3)) {
        return failure(
            untranslatable({"dimensions"}, QStringLiteral("this model has one size of vectors only")));
    }
    std::vector<ProviderRequest> requests;
    switch (family) {
    case Family::Titan1:
    case Family::Titan2:
        requests = titanRequests(request);
        break;
    case Family::Cohere3:
    case Family::Cohere4:
        requests = cohereRequests(request);
        break;
    case Family::None:
        return failure(untranslatable({"model"},
            QStringLiteral("the embedding models that Nexus knows there are amazon.titan-embed-text-v1, "
                           "amazon.titan-embed-text-v2 and cohere.embed-*")));
    }
    if (requests.empty()) {
        return failure(untranslatable({"input"}, QStringLiteral("there must be a text")));
    }
    std::ranges::copy(request.dropped, std::back_inserter(requests.front().dropped));
    return requests;
}

Result<EmbeddingAnswer> readEmbeddingAnswer(const QByteArray &body)
{
    const auto tree = parseJson(body);
    if (!tree) {
        return failure(unreadable(QStringLiteral("the embedding is no JSON")));
    }
    EmbeddingAnswer answer;
    Json single = Json::array();
    const Json *vectors = cohereVectors(*tree);
    if (const Json *one = memberOf(&*tree, "embedding")) {
        single.push_back(*one);
        vectors = &single;
        answer.hasUsage = memberOf(&*tree, "inputTextTokenCount") != nullptr;
        answer.inputTokens = countOf(&*tree, "inputTextTokenCount");
    }
    if (vectors == nullptr || !vectors->is_array() || vectors->empty()) {
        return failure(unreadable(QStringLiteral("the answer has no embeddings")));
    }
    for (const Json &numbers : *vectors) {
        auto vector = vectorOf(numbers);
        if (!vector) {
            return failure(unreadable(QStringLiteral("an embedding is no list of numbers")));
        }
        answer.vectors.push_back(std::move(*vector));
    }
    return answer;
}

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/gemini.h"
#include "dialects/gemini/jsontext.h"
#include "dialects/gemini/modelfamily.h"
#include "dialects/gemini/refusal.h"

#include <array>
#include <string_view>
#include <utility>

namespace nexus::gemini {

namespace {

// Cohere's words and Voyage's, in Gemini's; Gemini's own are in capitals. Empty when there is no such
// purpose.
std::string taskType(const std::string &inputType)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words {{
        {"search_document", "RETRIEVAL_DOCUMENT"},
        {"search_query", "RETRIEVAL_QUERY"},
        {"document", "RETRIEVAL_DOCUMENT"},
        {"query", "RETRIEVAL_QUERY"},
        {"classification", "CLASSIFICATION"},
        {"clustering", "CLUSTERING"},
    }};
    for (const auto &[word, task] : words) {
        if (word == inputType) {
            return std::string(task);
        }
    }
    const bool isOwn = inputType.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos;
    return isOwn ? inputType : std::string();
}

std::optional<std::vector<float>> vectorOf(const Json &embedding)
{
    const Json *values = arrayOf(embedding, "values");
    if (values == nullptr) {
        return std::nullopt;
    }
    std::vector<float> out;
    out.reserve(values->size());
    for (const Json &value : *values) {
        if (!value.is_number()) {
            return std::nullopt;
        }
        out.push_back(value.get<float>());
    }
    return out;
}

} // namespace

Result<ProviderRequest> writeEmbeddingRequest(const EmbeddingRequest &request)
{
    const std::string task = taskType(request.inputType);
    ProviderRequest out {.body = {}, .headers = {}, .dropped = request.dropped};
    if (task.empty() && !request.inputType.empty()) {
        out.dropped.emplace_back("input_type");
    }
    Json requests = Json::array();
    for (const std::string &input : request.inputs) {
        Json parts = Json::array({Json::object({{"text", input}})});
        Json one = Json::object({{"model", resourceName(request.model)}});
        one["content"] = Json::object({{"parts", std::move(parts)}});
        if (!task.empty()) {
            one["taskType"] = task;
        }
        if (request.dimensions) {
            one["outputDimensionality"] = *request.dimensions;
        }
        requests.push_back(std::move(one));
    }
    out.body = toText(Json::object({{"requests", std::move(requests)}}));
    return out;
}

Result<EmbeddingAnswer> readEmbeddingAnswer(const QByteArray &body)
{
    const auto tree = parseBounded(body);
    const Json *embeddings = tree ? arrayOf(*tree, "embeddings") : nullptr;
    if (embeddings == nullptr) {
        return failure(unreadable(QStringLiteral("The provider sent something else than embeddings.")));
    }
    EmbeddingAnswer answer;
    for (const Json &embedding : *embeddings) {
        auto vector = vectorOf(embedding);
        if (!vector) {
            return failure(
                unreadable(QStringLiteral("The provider sent an embedding that is no list of numbers.")));
        }
        answer.vectors.push_back(std::move(*vector));
    }
    if (const Json *usage = objectOf(*tree, "usageMetadata")) {
        answer.inputTokens = integerOf(*usage, "promptTokenCount");
        answer.hasUsage = true;
    }
    return answer;
}

} // namespace nexus::gemini

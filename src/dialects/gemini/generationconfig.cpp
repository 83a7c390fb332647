// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/gemini/generationconfig.h"

#include "dialects/gemini/refusal.h"
#include "dialects/gemini/schema.h"
#include "dialects/gemini/thinking.h"

#include <limits>

namespace nexus::gemini {

namespace {

constexpr std::size_t maxStopTexts = 5;

template<typename T>
void put(Json &config, const char *key, const std::optional<T> &value)
{
    if (value) {
        config[key] = *value;
    }
}

void putPenalty(Json &config, const char *key, const std::optional<double> &value)
{
    if (value && *value != 0.0) {
        config[key] = *value;
    }
}

void putFormat(Json &config, const ResponseFormat &format)
{
    switch (format.kind) {
    case ResponseFormat::Kind::Unset:
    case ResponseFormat::Kind::Text:
        return;
    case ResponseFormat::Kind::JsonObject:
        config["responseMimeType"] = "application/json";
        return;
    case ResponseFormat::Kind::JsonSchema:
        config["responseMimeType"] = "application/json";
        ProviderSchema schema = responseSchema(format.schema);
        if (!schema.tree.is_null()) {
            config[schema.isJsonSchema ? "responseJsonSchema" : "responseSchema"] = std::move(schema.tree);
        }
        return;
    }
}

} // namespace

Result<Json> generationConfig(ChatRequest &request, const ModelFamily &family)
{
    Json config = Json::object();
    put(config, "maxOutputTokens", request.maxTokens);
    put(config, "temperature", request.temperature);
    put(config, "topP", request.topP);
    put(config, "topK", request.topK);
    std::erase(request.stop, std::string());
    if (request.stop.size() > maxStopTexts) {
        return failure(refusal("stop",
            QStringLiteral("cannot be passed on to this provider: Gemini takes at most 5 stop texts, "
                           "send fewer")));
    }
    if (!request.stop.empty()) {
        config["stopSequences"] = std::move(request.stop);
    }
    if (request.choiceCount && *request.choiceCount != 1) {
        config["candidateCount"] = *request.choiceCount;
    }
    if (request.seed) {
        config["seed"] = *request.seed & std::numeric_limits<qint32>::max();
    }
    putPenalty(config, "presencePenalty", request.presencePenalty);
    putPenalty(config, "frequencyPenalty", request.frequencyPenalty);
    putFormat(config, request.responseFormat);
    Json thinking = thinkingConfig(family, request.reasoning, request.dropped);
    if (!thinking.is_null()) {
        config["thinkingConfig"] = std::move(thinking);
    }
    return config;
}

} // namespace nexus::gemini

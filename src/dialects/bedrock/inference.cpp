// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/bedrock/inference.h"

#include "dialects/bedrock/blocks.h"

#include <algorithm>

namespace nexus::bedrock {

namespace {

void addSampling(Json &config, ChatRequest &request, const ModelTraits &traits, const Thinking &thinking)
{
    const bool isAllowed = traits.hasSampling && !thinking.forbidsSampling;
    if (request.temperature && isAllowed) {
        // OpenAI's scale goes to 2, Converse's to 1.
        config["temperature"] = std::clamp(*request.temperature, 0.0, 1.0);
    } else if (request.temperature) {
        request.dropped.emplace_back("temperature");
    }
    const bool isTaken = request.temperature && traits.hasOneSampler;
    if (request.topP && isAllowed && !isTaken) {
        config["topP"] = std::clamp(*request.topP, 0.0, 1.0);
    } else if (request.topP) {
        request.dropped.emplace_back("top_p");
    }
}

} // namespace

Json inferenceConfig(ChatRequest &request, const ModelTraits &traits, const Thinking &thinking)
{
    Json config = Json::object();
    const std::optional<qint64> maxTokens = request.maxTokens ? request.maxTokens : thinking.maxTokens;
    if (maxTokens && !thinking.forbidsMaxTokens) {
        config["maxTokens"] = *maxTokens;
    } else if (maxTokens) {
        request.dropped.emplace_back("max_tokens");
    }
    addSampling(config, request, traits, thinking);
    Json stops = Json::array();
    for (std::string &stop : request.stop) {
        if (!stop.empty()) {
            stops.push_back(std::move(stop));
        }
    }
    if (!stops.empty()) {
        config["stopSequences"] = std::move(stops);
    }
    return config;
}

void addTopK(Json &fields, ChatRequest &request, const ModelTraits &traits, const Thinking &thinking)
{
    if (!request.topK) {
        return;
    }
    const bool isAllowed = traits.hasSampling && !thinking.forbidsSampling;
    switch (isAllowed ? traits.topK : TopKForm::None) {
    case TopKForm::Claude:
        fields["top_k"] = *request.topK;
        return;
    case TopKForm::Nova:
        fields["inferenceConfig"] = single("topK", *request.topK);
        return;
    case TopKForm::None:
        request.dropped.emplace_back("top_k");
        return;
    }
}

} // namespace nexus::bedrock

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialects/anthropic/sampling.h"

#include <algorithm>

namespace nexus::anthropic {

namespace {

// The default of temperature and of top_p, and what the API takes beside thinking.
constexpr double neutral = 1.0;
constexpr double lowestTopPWithThinking = 0.95;

void dropTemperature(ChatRequest &request)
{
    if (request.temperature.value_or(neutral) != neutral) {
        request.dropped.emplace_back("temperature");
    }
    request.temperature.reset();
}

void dropTopP(ChatRequest &request)
{
    if (request.topP.value_or(neutral) != neutral) {
        request.dropped.emplace_back("top_p");
    }
    request.topP.reset();
}

} // namespace

void settleSampling(ChatRequest &request, const ModelTraits &traits, bool isThinking)
{
    if (request.temperature) {
        request.temperature = std::clamp(*request.temperature, 0.0, 1.0);
    }
    if (isThinking || !traits.hasSampling) {
        dropTemperature(request);
        if (request.topK) {
            request.dropped.emplace_back("top_k");
        }
        request.topK.reset();
    }
    if (!traits.hasSampling || (isThinking && request.topP.value_or(neutral) < lowestTopPWithThinking)) {
        dropTopP(request);
    }
    if (!traits.hasOneSampler || !request.temperature || !request.topP) {
        return;
    }
    if (*request.temperature == neutral) {
        request.temperature.reset();
    } else {
        dropTopP(request);
    }
}

} // namespace nexus::anthropic

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long translation takes, without any network: one JSON object with medians on standard output.

#include "translate/chattranslator.h"
#include "translate/dialecttable.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace nexus;

namespace {

constexpr int rounds = 41;
constexpr int chunkCount = 2000;

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Json toolOf(int number)
{
    return {{"type", "function"},
        {"function",
            {{"name", "tool_" + std::to_string(number)}, {"description", "Reads a part of a file."},
                {"parameters",
                    {{"type", "object"},
                        {"properties",
                            {{"path", {{"type", "string"}}}, {"line", {{"type", "integer"}}},
                                {"deep", {{"type", "boolean"}}}}},
                        {"required", {"path"}}}}}}};
}

// What an agent sends late in its work: many turns of calls and long results, twenty tools.
QByteArray conversation(std::size_t bytes)
{
    Json messages = Json::array({{{"role", "system"}, {"content", "You work on a program."}},
        {{"role", "user"}, {"content", "Find the fault."}}});
    const std::string result = []() {
        std::string text;
        while (text.size() < 4000) {
            text += "int \"value\" = other->value(\\n); // \u00e9 and \u4e16\n";
        }
        return text;
    }();
    std::size_t size = 0;
    for (int turn = 0; size < bytes; ++turn) {
        const std::string id = "call_" + std::to_string(turn);
        messages.push_back({{"role", "assistant"}, {"content", "I look at the next one."},
            {"tool_calls",
                Json::array({{{"id", id}, {"type", "function"},
                    {"function",
                        {{"name", "tool_1"}, {"arguments", R"({"path":"src/a.cpp","line":7})"}}}}})}});
        messages.push_back({{"role", "tool"}, {"tool_call_id", id}, {"content", result}});
        size += result.size() + 300;
    }
    Json tools = Json::array();
    for (int number = 0; number < 20; ++number) {
        tools.push_back(toolOf(number));
    }
    return toText({{"model", "m"}, {"messages", std::move(messages)}, {"tools", std::move(tools)}});
}

double timeOfRequest(const QByteArray &body, ProviderDialect provider)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const Clock::time_point begin = Clock::now();
        Result<ChatRequest> request = readChatRequest(Dialect::OpenAi, body);
        if (!request) {
            std::fprintf(stderr, "cannot read: %s\n", qPrintable(request.error().message));
            std::exit(1);
        }
        request->model = "claude-sonnet-4-5";
        const Result<ProviderRequest> said = writeChatRequest(provider, std::move(*request));
        if (!said) {
            std::fprintf(stderr, "cannot write: %s\n", qPrintable(said.error().message));
            std::exit(1);
        }
        times.push_back(milliseconds(Clock::now() - begin));
    }
    return median(std::move(times));
}

QByteArray anthropicChunk(int number)
{
    return "event: content_block_delta\ndata: "
           "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":"
           "\"text_delta\",\"text\":\"word "
        + QByteArray::number(number) + "\"}}\n\n";
}

// Microseconds for one event, fed one by one as they come.
double timeOfChunk()
{
    const QByteArray begin
        = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\","
          "\"type\":\"message\",\"role\":\"assistant\",\"model\":\"c\",\"content\":[],"
          "\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}}\n\n"
          "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
          "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n";
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        ReasoningMemory memory;
        ChatTranslator translator({.provider = ProviderDialect::Anthropic,
                                      .client = Dialect::OpenAi,
                                      .context = {.model = "m", .wantsUsage = true},
                                      .requestId = {},
                                      .secrets = {}},
            memory);
        if (!translator.chunk(begin)) {
            std::exit(1);
        }
        const Clock::time_point start = Clock::now();
        for (int number = 0; number < chunkCount; ++number) {
            if (const Result<QByteArray> out = translator.chunk(anthropicChunk(number));
                !out || out->isEmpty()) {
                std::fprintf(stderr, "a chunk was lost\n");
                std::exit(1);
            }
        }
        times.push_back(milliseconds(Clock::now() - start) * 1000.0 / chunkCount);
    }
    return median(std::move(times));
}

} // namespace

int main()
{
    const QByteArray body = conversation(1024 * 1024);
    std::printf("{\"body_bytes\":%lld,\"anthropic_ms\":%.3f,\"gemini_ms\":%.3f,\"bedrock_ms\":%.3f,"
                "\"chunk_us\":%.3f}\n",
        static_cast<long long>(body.size()), timeOfRequest(body, ProviderDialect::Anthropic),
        timeOfRequest(body, ProviderDialect::Gemini), timeOfRequest(body, ProviderDialect::Bedrock),
        timeOfChunk());
    return 0;
}

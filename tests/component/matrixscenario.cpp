// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixscenario.h"

#include <array>
#include <utility>

namespace nexus::matrix {

namespace {

using Talk = Scenario::Talk;
using End = Scenario::End;
using Refusal = Scenario::Refusal;

Scenario streamed(Scenario scenario)
{
    scenario.name = "streamed " + scenario.name;
    scenario.isStream = true;
    return scenario;
}

} // namespace

std::string Scenario::words() const
{
    return hasTools && talk == Talk::Plain && !forcesTool ? "Tell us both, please." : "What now?";
}

Json Scenario::calls() const
{
    const Json weather {{"name", "weather"},
        {"arguments",
            {{"city", "text"}, {"unit", "celsius"}, {"days", 7}, {"tags", {"text"}},
                {"at", {{"lat", 1.5}}}}}};
    const Json clock {{"name", "clock"}, {"arguments", {{"zone", "text"}}}};
    if (end != End::Calls) {
        return Json::array();
    }
    return forcesTool ? Json::array({clock}) : Json::array({weather, clock});
}

std::vector<Scenario> answeredScenarios()
{
    const Scenario text {.name = "text"};
    const Scenario tools {.name = "parallel tools", .end = End::Calls, .hasTools = true};
    const Scenario agent {
        .name = "agent turn with pictures and results", .talk = Talk::Agent, .hasTools = true};
    const Scenario forced {.name = "forced tool", .end = End::Calls, .hasTools = true, .forcesTool = true};
    const Scenario thinking {.name = "reasoning", .thinks = true};
    const Scenario schema {.name = "JSON schema", .wantsSchema = true};
    const Scenario length {.name = "length stop", .end = End::Length, .suffix = "-length"};
    const Scenario refusal {.name = "refusal", .end = End::Refusal, .suffix = "-refusal"};
    const Scenario nothing {.name = "empty answer", .end = End::Nothing, .suffix = "-empty"};
    Scenario quiet = streamed(text);
    quiet.name += " without usage";
    quiet.wantsUsage = false;

    std::vector<Scenario> all {quiet};
    for (const Scenario &scenario :
        {text, tools, agent, forced, thinking, schema, length, refusal, nothing}) {
        all.push_back(scenario);
        all.push_back(streamed(scenario));
    }
    return all;
}

std::vector<Scenario> failingScenarios()
{
    std::vector<Scenario> all;
    const std::array<std::pair<const char *, Refusal>, 5> refusals {{{"wrong key", Refusal::WrongKey},
        {"unknown model", Refusal::NoModel}, {"too many requests", Refusal::TooMany},
        {"overload", Refusal::Overloaded}, {"web page", Refusal::WebPage}}};
    for (const auto &[name, refusal] : refusals) {
        const Scenario scenario {.name = name, .end = End::Error, .refusal = refusal};
        all.push_back(scenario);
        all.push_back(streamed(scenario));
    }
    all.push_back({.name = "error inside the stream",
        .end = End::BrokenStream,
        .suffix = "-error-event",
        .isStream = true});
    all.push_back({.name = "cut stream", .end = End::BrokenStream, .suffix = "-cut", .isStream = true});
    return all;
}

std::vector<OfferedTool> offeredTools()
{
    // The order of members is part of what is shown.
    return {{"weather", "The weather of a place.", Json::parse(R"({"type":"object","properties":{
                    "city":{"type":"string","description":"Its name."},
                    "unit":{"type":"string","enum":["celsius","fahrenheit"]},
                    "days":{"type":"integer","minimum":1},
                    "tags":{"type":"array","items":{"type":"string"}},
                    "at":{"type":"object","properties":{"lat":{"type":"number"}}}},
                    "required":["city","unit"]})")},
        {"clock", "The time of a place.",
            Json::parse(R"({"type":"object","properties":{"zone":{"type":"string"}},"required":["zone"]})")}};
}

Json answerSchema()
{
    return Json::parse(R"({"type":"object","properties":{"answer":{"type":"string"},
        "count":{"type":"integer"}},"required":["answer","count"],"additionalProperties":false})");
}

Json schemaAnswer()
{
    return {{"answer", "text"}, {"count", 7}};
}

std::vector<PastCall> pastCalls()
{
    return {{.id = "call_first1",
                .name = "weather",
                .arguments = {{"city", "Oslo"}, {"unit", "celsius"}},
                .result = "No such city.",
                .isError = true},
        {.id = "call_second2",
            .name = "clock",
            .arguments = {{"zone", "UTC"}},
            .result = "It is noon.",
            .hasPicture = true}};
}

} // namespace nexus::matrix

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixchecks.h"

namespace nexus::matrix {

namespace {

using Talk = Scenario::Talk;

Json propertyNames(const Json &schema)
{
    Json names = Json::array();
    for (const auto &[name, property] : schema.at("properties").items()) {
        names.push_back(name);
    }
    return names;
}

// The same bytes, so that no member has moved.
void checkSchema(
    const Cell &cell, const std::string &what, const Json &seen, const Json &wanted, Findings &findings)
{
    if (cell.provider.keepsSchemas()) {
        findings.holds(what + ": " + seen.dump(), seen.dump() == wanted.dump());
        return;
    }
    findings.same(what + ", properties", propertyNames(seen), propertyNames(wanted));
    findings.same(what + ", required", seen.value("required", Json()), wanted.at("required"));
}

void checkTools(const Cell &cell, const ProviderView &view, Findings &findings)
{
    const std::vector<OfferedTool> wanted
        = cell.scenario.hasTools ? offeredTools() : std::vector<OfferedTool>();
    findings.same("number of tools", view.tools.size(), wanted.size());
    for (std::size_t i = 0; i < std::min(view.tools.size(), wanted.size()); ++i) {
        findings.same("name of a tool", view.tools[i].at("name"), wanted[i].name);
        checkSchema(
            cell, "schema of " + wanted[i].name, view.tools[i].at("schema"), wanted[i].schema, findings);
    }
    if (cell.scenario.forcesTool) {
        findings.same("tool choice", view.toolChoice, "clock");
    } else {
        findings.holds(
            "tool choice: " + view.toolChoice, view.toolChoice.empty() || view.toolChoice == "auto");
    }
}

void checkTurns(const Cell &cell, const ProviderView &view, Findings &findings)
{
    Json turns = Json::array({"user", "assistant", "user"});
    if (cell.scenario.talk == Talk::Agent) {
        turns = Json::array({"user", "assistant", "results"});
    }
    if (cell.hasPictureApart()) {
        turns.push_back("user");
    }
    findings.same("turns", view.turns, turns);
    findings.same("system", view.system, systemWords);
}

void checkResults(const Cell &cell, const ProviderView &view, Findings &findings)
{
    const std::vector<PastCall> past
        = cell.scenario.talk == Talk::Agent ? pastCalls() : std::vector<PastCall>();
    const int pictures = cell.client.hasRichResults() ? 2 : 1;
    findings.same("pictures", view.pictures, past.empty() ? 0 : pictures);
    findings.same("number of calls", view.calls.size(), past.size());
    findings.same("number of results", view.results.size(), past.size());
    if (view.calls.size() != past.size() || view.results.size() != past.size()) {
        return;
    }
    for (std::size_t i = 0; i < past.size(); ++i) {
        const ProviderView::Result &result = view.results[i];
        findings.same("name of a call", view.calls[i].at("name"), past[i].name);
        findings.same("arguments of a call", view.calls[i].at("arguments"), past[i].arguments);
        findings.holds("text of a result: " + result.text, result.text.starts_with(past[i].result));
        findings.same("id of a result", result.id, view.calls[i].at("id"));
        findings.holds("no id of a result", !result.id.empty() || !cell.provider.hasCallIds());
        findings.same("error of a result", result.isError,
            past[i].isError && cell.client.hasRichResults() && cell.provider.hasErrorResults());
    }
}

void checkThinking(const Cell &cell, const ProviderView &view, Findings &findings)
{
    if (!cell.scenario.thinks) {
        findings.same("thinking", view.budget, 0);
        findings.same("effort", view.effort, "");
        findings.same("temperature", view.temperature, temperature);
        findings.same("stops", view.stops, Json::array({stopWords}));
        return;
    }
    const bool isInWords = !cell.provider.showsThoughts();
    findings.holds("thinking", isInWords ? view.effort == "low" : view.budget >= 1024 && view.effort.empty());
    if (cell.client.maxTokens() != 0 && !isInWords) {
        findings.same("budget", view.budget, 2048);
    }
}

void checkMaxTokens(const Cell &cell, const ProviderView &view, Findings &findings)
{
    if (cell.client.maxTokens() != 0) {
        findings.same("max_tokens", view.maxTokens, cell.client.maxTokens());
    } else if (cell.provider.needsMaxTokens()) {
        findings.holds("max_tokens", view.maxTokens > view.budget);
    } else if (cell.scenario.thinks) {
        findings.holds("max_tokens beside thinking", view.maxTokens == 0 || view.maxTokens > view.budget);
    } else {
        findings.same("max_tokens", view.maxTokens, 0);
    }
}

} // namespace

void checkAsked(const Cell &cell, const Trip &trip, Findings &findings)
{
    const kit::ReceivedRequest &request = trip.received;
    findings.same("method", request.method.toStdString(), "POST");
    findings.holds("key in the address", !request.target.contains(GatewayFixture::key));
    findings.holds("key in the body", !request.body.contains(GatewayFixture::key));
    for (const auto &[name, value] : request.headers) {
        findings.holds("the client's word for a key travels on", !value.contains("not-used"));
    }
    ProviderView view;
    try {
        view = cell.provider.read(request, cell.provider.model(cell.scenario));
    } catch (const std::exception &problem) {
        findings.add(
            std::string("the provider cannot read it: ") + problem.what() + request.body.toStdString());
        return;
    }
    findings.add(view.problems);
    findings.same("stream", view.isStream, cell.scenario.isStream);
    checkTurns(cell, view, findings);
    checkTools(cell, view, findings);
    checkResults(cell, view, findings);
    checkThinking(cell, view, findings);
    checkMaxTokens(cell, view, findings);
    if (cell.scenario.wantsSchema) {
        checkSchema(cell, "schema of the answer", view.answerSchema, answerSchema(), findings);
    } else {
        findings.same("schema of the answer", view.answerSchema, Json());
    }
}

} // namespace nexus::matrix

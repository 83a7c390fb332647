// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixchecks.h"

#include <set>

namespace nexus::matrix {

namespace {

using Talk = Scenario::Talk;
using End = Scenario::End;

std::string expectedFinish(const Cell &cell)
{
    const FinishWords words = cell.client.finishWords();
    if (cell.hasPictureApart()) {
        return words.calls;
    }
    switch (cell.scenario.end) {
    case End::Calls:
        return words.calls;
    case End::Length:
        return words.length;
    case End::Refusal:
        return words.refusal;
    case End::Answer:
    case End::Nothing:
    case End::Error:
    case End::BrokenStream:
        break;
    }
    return words.answer;
}

void checkText(const Cell &cell, const std::string &text, Findings &findings)
{
    const Scenario &scenario = cell.scenario;
    const bool isSilent
        = scenario.end == End::Calls || scenario.end == End::Nothing || scenario.end == End::Refusal;
    if (cell.hasPictureApart() || isSilent) {
        findings.same("text", text, "");
    } else if (scenario.end == End::Length) {
        findings.same("text", text, "You said");
    } else if (scenario.wantsSchema) {
        findings.same("form", Json::parse(text, nullptr, false), schemaAnswer());
    } else if (scenario.talk == Talk::Agent) {
        findings.holds("text: " + text,
            text.starts_with("You said: ") && text.find("It is noon.") != std::string::npos
                && text.ends_with(" – grüße 🙂"));
    } else {
        findings.same("text", text, "You said: " + scenario.words() + " – grüße 🙂");
    }
}

void checkCalls(const Cell &cell, const ClientView &view, Findings &findings)
{
    Json wanted = cell.scenario.calls();
    if (cell.hasPictureApart()) {
        Scenario calling = cell.scenario;
        calling.end = End::Calls;
        wanted = Json::array({calling.calls().at(0)});
    }
    findings.same("calls", view.callsAsJson(), wanted);
    std::set<std::string> ids;
    for (const ClientView::Call &call : view.calls) {
        findings.holds("id of a call: " + call.id, !call.id.empty() && ids.insert(call.id).second);
        findings.holds("sign in an id: " + call.id,
            call.id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
                == std::string::npos);
    }
}

void checkUsage(const Cell &cell, const ClientView &view, Findings &findings)
{
    // Only one of the dialects knows streams without counts.
    const bool isHidden = !cell.scenario.wantsUsage && cell.client.name() == openAiClient().name();
    findings.same("has usage", view.usage.has_value(), !isHidden);
    if (!view.usage) {
        return;
    }
    const ExpectedUsage wanted = cell.provider.usage(cell.scenario);
    findings.same("usage",
        {{"prompt", view.usage->prompt}, {"cached", view.usage->cached},
            {"completion", view.usage->completion}, {"reasoning", view.usage->reasoning}},
        {{"prompt", wanted.prompt}, {"cached", wanted.cached}, {"completion", wanted.completion},
            {"reasoning", wanted.reasoning}});
}

void checkHead(const Cell &cell, const kit::Answer &answer, Findings &findings)
{
    findings.same("x-nexus-provider", answer.header("x-nexus-provider").toStdString(), cell.provider.name());
    findings.same(
        "x-nexus-model", answer.header("x-nexus-model").toStdString(), cell.provider.model(cell.scenario));
    findings.same("x-nexus-attempts", answer.header("x-nexus-attempts").toStdString(), "1");
    findings.holds("x-request-id", !answer.header("x-request-id").isEmpty());
    findings.holds("key in the answer", !answer.body.contains(GatewayFixture::key));
}

} // namespace

std::string Cell::askedModel() const
{
    return provider.name() + '/' + provider.model(scenario);
}

bool Cell::hasPictureApart() const
{
    return scenario.talk == Talk::Agent && client.hasRichResults() && !provider.hasPictureResults();
}

void checkAnswer(const Cell &cell, const Trip &trip, Findings &findings)
{
    const ClientView &view = trip.view;
    const bool isThought = cell.scenario.thinks && cell.provider.showsThoughts();
    findings.add(view.problems);
    findings.same("status", view.status, 200);
    if (view.error) {
        findings.add("error: " + view.error->message);
        return;
    }
    findings.same("model", view.model, cell.askedModel());
    findings.same("finish", view.finish, expectedFinish(cell));
    findings.same(
        "thinking", view.thinking, isThought ? "The user wrote: " + cell.scenario.words() : std::string());
    findings.holds("complete", view.isComplete);
    findings.same("dropped", trip.answer.header("x-nexus-dropped").toStdString(), "");
    checkText(cell, view.text, findings);
    checkCalls(cell, view, findings);
    checkUsage(cell, view, findings);
    checkHead(cell, trip.answer, findings);
    findings.holds("content type: " + trip.answer.header("content-type").toStdString(),
        trip.answer.header("content-type")
            .startsWith(cell.scenario.isStream ? "text/event-stream" : "application/json"));
}

void checkError(const Cell &cell, const Trip &trip, Findings &findings)
{
    const ClientView &view = trip.view;
    const int status = cell.provider.clientStatus(cell.scenario);
    findings.add(view.problems);
    findings.same("status", view.status, status);
    findings.holds("looks complete", !view.isComplete);
    checkHead(cell, trip.answer, findings);
    if (!view.error) {
        findings.add("no error: " + trip.answer.body.toStdString());
        return;
    }
    findings.holds("message: " + view.error->message,
        !view.error->message.empty() && view.error->message.find('{') == std::string::npos);
    const Json said = Json::parse(trip.said.toStdString(), nullptr, false);
    const bool isOwn = cell.isSameDialect() && said.is_object();
    if (isOwn) {
        const Json code = said.at("error").value("code", Json());
        findings.holds("message of the provider: " + view.error->message,
            view.error->message.starts_with(said["error"].at("message").get<std::string>()));
        findings.same("code", view.error->code, code.is_string() ? code : Json(""));
    }
    // The type of a refusal is the provider's own where both speak the same.
    const Json type = isOwn && status < 500 ? said["error"].at("type") : Json(cell.client.errorType(status));
    findings.same("type", view.error->type, type);
    findings.same("Retry-After", trip.answer.header("retry-after").toStdString(),
        status == 429 ? cell.provider.retryAfter().toStdString() : std::string());
}

void checkBrokenStream(const Cell &cell, const Trip &trip, Findings &findings)
{
    const ClientView &view = trip.view;
    const std::string whole = "You said: " + cell.scenario.words() + " – grüße 🙂";
    findings.add(view.problems);
    findings.same("status", view.status, 200);
    findings.holds("looks complete", !view.isComplete);
    findings.same("finish", view.finish, "");
    findings.holds("text: " + view.text, whole.starts_with(view.text) && view.text != whole);
    findings.holds("framing", trip.answer.hasTerminator && !trip.answer.isBroken);
    checkHead(cell, trip.answer, findings);
    if (!view.error) {
        findings.add("no error: " + trip.answer.body.toStdString());
        return;
    }
    const bool isCut = cell.scenario.suffix == "-cut";
    findings.holds("message", !view.error->message.empty());
    findings.holds("type: " + view.error->type,
        view.error->type == "api_error" || (!isCut && view.error->type == "overloaded_error")
            || (!isCut && cell.isSameDialect()));
    if (isCut && cell.client.name() == openAiClient().name()) {
        findings.same("code", view.error->code, "upstream_invalid");
    }
}

void checkBytes(const Cell &cell, const Trip &trip, Findings &findings)
{
    QByteArray received = trip.received.body;
    if (cell.client.name() == openAiClient().name() && cell.scenario.isStream && !cell.scenario.wantsUsage) {
        received.replace(",\"stream_options\":{\"include_usage\":true}", "");
    }
    QByteArray sent = trip.sent;
    const QByteArray asked = '"' + QByteArray::fromStdString(cell.askedModel()) + '"';
    sent.replace(asked, '"' + QByteArray::fromStdString(cell.provider.model(cell.scenario)) + '"');
    findings.same("bytes of the request", received.toStdString(), sent.toStdString());
    if (cell.scenario.isStream && !cell.scenario.wantsUsage && cell.client.name() == openAiClient().name()) {
        return; // the counts, for which the client did not ask, are taken out
    }
    // A service answers with a name of its own, the same in every event.
    const QByteArray member = "\"model\":\"";
    const qsizetype begin = trip.said.indexOf(member);
    const QByteArray own = trip.said.mid(begin, trip.said.indexOf('"', begin + member.size()) + 1 - begin);
    QByteArray wanted = trip.said;
    wanted.replace(own, "\"model\":" + asked);
    findings.same("bytes of the answer", trip.answer.body.toStdString(), wanted.toStdString());
}

void checkLog(const Cell &cell, const MatrixGateway &gateway, Findings &findings)
{
    const QByteArray line = gateway.fixture.requestLine();
    const bool isAnswered = cell.scenario.end != End::Error && cell.scenario.end != End::BrokenStream;
    findings.same("request lines", gateway.fixture.events("request").size(), 1);
    findings.same("attempt lines", gateway.fixture.events("attempt").size(), 1);
    findings.holds("key in the log", !gateway.fixture.hasLoggedKey());
    QByteArrayList wanted {" provider=" + QByteArray::fromStdString(cell.provider.name()) + ' ',
        cell.scenario.isStream ? " stream=true " : " stream=false ",
        isAnswered ? " outcome=answered " : " outcome=failed "};
    if (isAnswered) {
        const ExpectedUsage usage = cell.provider.usage(cell.scenario);
        wanted.append(" tokens_in=" + QByteArray::number(usage.prompt) + ' ');
        wanted.append(" tokens_out=" + QByteArray::number(usage.completion) + ' ');
    }
    for (const QByteArray &part : wanted) {
        findings.holds("log without" + part.toStdString() + ": " + line.toStdString(), line.contains(part));
    }
}

} // namespace nexus::matrix

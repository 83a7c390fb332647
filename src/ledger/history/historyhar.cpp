// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyhar.h"

#include <QDateTime>

namespace nexus {

namespace {

double milliseconds(qint64 micros)
{
    return static_cast<double>(micros) / 1e3;
}

Json headersJson(const HeaderList &headers)
{
    Json json = Json::array();
    for (const auto &[name, value] : headers) {
        json.push_back(Json {{"name", name.toStdString()}, {"value", value.toStdString()}});
    }
    return json;
}

Json requestJson(const HistoryDetail &detail)
{
    const HistoryRow &row = detail.row;
    Json json {{"method", row.method.toStdString()}, {"url", "http://nexus" + row.path.toStdString()},
        {"httpVersion", "HTTP/1.1"}, {"cookies", Json::array()},
        {"headers", headersJson(detail.bodies.requestHeaders)}, {"queryString", Json::array()},
        {"headersSize", -1}, {"bodySize", row.bytesIn}};
    if (!detail.bodies.prompt.isEmpty()) {
        json["postData"] = {{"mimeType", "application/json"}, {"params", Json::array()},
            {"text", detail.bodies.prompt.toStdString()}};
    }
    return json;
}

Json responseJson(const HistoryDetail &detail)
{
    const HistoryRow &row = detail.row;
    Json content {
        {"size", row.bytesOut}, {"mimeType", row.isStream ? "text/event-stream" : "application/json"}};
    if (!detail.bodies.answer.isEmpty()) {
        content["text"] = detail.bodies.answer.toStdString();
    }
    return {{"status", row.status}, {"statusText", ""}, {"httpVersion", "HTTP/1.1"},
        {"cookies", Json::array()}, {"headers", headersJson(detail.bodies.answerHeaders)},
        {"content", content}, {"redirectURL", ""}, {"headersSize", -1}, {"bodySize", row.bytesOut}};
}

Json attemptsJson(const std::vector<HistoryAttempt> &attempts)
{
    Json json = Json::array();
    for (const HistoryAttempt &attempt : attempts) {
        json.push_back(
            Json {{"provider", attempt.provider.toStdString()}, {"model", attempt.model.toStdString()},
                {"status", attempt.status}, {"firstByte", milliseconds(attempt.firstByte)},
                {"time", milliseconds(attempt.duration)}, {"error", attempt.errorText.toStdString()}});
    }
    return json;
}

Json eventsJson(const std::vector<StreamEvent> &events)
{
    Json json = Json::array();
    for (const StreamEvent &event : events) {
        json.push_back(Json {{"time", event.at}, {"size", event.size}});
    }
    return json;
}

} // namespace

QByteArray harBeginning()
{
    return R"({"log":{"version":"1.2","creator":{"name":"Nexus","version":")" NEXUS_VERSION
           R"("},"pages":[],"entries":[)"
           "\n";
}

QByteArray harEnd()
{
    return "\n]}}\n";
}

Json harEntry(const HistoryDetail &detail)
{
    const HistoryRow &row = detail.row;
    const qint64 wait = row.firstByte > 0 ? std::min(row.firstByte, row.duration) : row.duration;
    Json json {{"startedDateTime", historyTime(row.time).toStdString()}, {"time", milliseconds(row.duration)},
        {"request", requestJson(detail)}, {"response", responseJson(detail)}, {"cache", Json::object()},
        {"timings",
            {{"send", 0}, {"wait", milliseconds(wait)}, {"receive", milliseconds(row.duration - wait)}}},
        {"_requestId", row.requestId.toStdString()}, {"_client", row.client.toStdString()},
        {"_provider", row.provider.toStdString()}, {"_model", row.model.toStdString()},
        {"_cache", row.cache.toStdString()}, {"_attempts", attemptsJson(detail.attempts)}};
    if (detail.bodies.isAnswerCut) {
        json["comment"] = "A body was longer than what is kept.";
    }
    if (!detail.bodies.sent.isEmpty()) {
        json["_sentToProvider"] = detail.bodies.sent.toStdString();
    }
    if (!detail.bodies.events.empty()) {
        json["_events"] = eventsJson(detail.bodies.events);
    }
    if (row.microDollars) {
        json["_costMicroUsd"] = *row.microDollars;
    }
    return json;
}

QString historyTime(qint64 time)
{
    // A Z at the end, where a time in the zone UTC would get +00:00.
    return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODateWithMs);
}

} // namespace nexus

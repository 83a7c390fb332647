// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/history/historyheads.h"

#include "wire/json.h"

namespace nexus {

namespace {

Json headersJson(const HeaderList &headers)
{
    Json json = Json::array();
    for (const auto &[name, value] : headers) {
        json.push_back(Json::array({name.toStdString(), value.toStdString()}));
    }
    return json;
}

// Of the array below \a name those pairs that \a take takes.
template<typename Take>
void eachPair(const Json &json, const char *name, const Take &take)
{
    const auto list = json.find(name);
    if (list == json.end() || !list->is_array()) {
        return;
    }
    for (const Json &pair : *list) {
        if (pair.is_array() && pair.size() == 2) {
            take(pair[0], pair[1]);
        }
    }
}

HeaderList headersOf(const Json &json, const char *name)
{
    HeaderList headers;
    eachPair(json, name, [&headers](const Json &field, const Json &value) {
        if (field.is_string() && value.is_string()) {
            headers.add(QByteArray::fromStdString(field.get_ref<const std::string &>()),
                QByteArray::fromStdString(value.get_ref<const std::string &>()));
        }
    });
    return headers;
}

} // namespace

QByteArray headsText(const RecordedBodies &bodies)
{
    if (bodies.requestHeaders.size() == 0 && bodies.answerHeaders.size() == 0 && bodies.events.empty()) {
        return {};
    }
    Json events = Json::array();
    for (const StreamEvent &event : bodies.events) {
        events.push_back(Json::array({event.at, event.size}));
    }
    return toText(Json {{"request", headersJson(bodies.requestHeaders)},
        {"answer", headersJson(bodies.answerHeaders)}, {"events", std::move(events)}});
}

void readHeads(const QByteArray &text, RecordedBodies &bodies)
{
    const std::optional<Json> json = parseJson(text);
    if (!json || !json->is_object()) {
        return;
    }
    bodies.requestHeaders = headersOf(*json, "request");
    bodies.answerHeaders = headersOf(*json, "answer");
    eachPair(*json, "events", [&bodies](const Json &at, const Json &size) {
        if (at.is_number_integer() && size.is_number_integer()) {
            bodies.events.push_back({.at = at.get<qint64>(), .size = size.get<qint64>()});
        }
    });
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nexus {

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

kit::Answer ask(const GatewayFixture &fixture, const QByteArray &method, const QByteArray &target,
    const kit::Headers &headers, const QByteArray &body)
{
    const auto client = fixture.connect();
    client->request(method, target, headers, body);
    return client->waitForAnswers() ? client->answer() : kit::Answer();
}

kit::Answer get(const GatewayFixture &fixture, const QByteArray &target, const kit::Headers &headers)
{
    return ask(fixture, "GET", target, headers);
}

kit::Answer post(const GatewayFixture &fixture, const QByteArray &target, const QByteArray &json,
    const kit::Headers &headers)
{
    kit::Headers all {{"Content-Type", "application/json"}};
    all.insert(all.end(), headers.begin(), headers.end());
    return ask(fixture, "POST", target, all, json);
}

kit::Answer askChat(const GatewayFixture &fixture, const kit::Headers &headers, const QByteArray &model)
{
    return post(fixture, "/llm/v1/chat/completions", chatFor(model), headers);
}

kit::Answer askMessages(const GatewayFixture &fixture, const kit::Headers &headers, const QByteArray &model)
{
    return post(fixture, "/llm/anthropic/v1/messages", messagesFor(model), headers);
}

QByteArray chatFor(const QByteArray &model)
{
    return R"({"model":")" + model + R"(","messages":[{"role":"user","content":"hi"}]})";
}

QByteArray messagesFor(const QByteArray &model)
{
    return R"({"model":")" + model + R"(","max_tokens":9,"messages":[{"role":"user","content":"hi"}]})";
}

kit::Reply completion(int promptTokens)
{
    const QByteArray prompt = QByteArray::number(promptTokens);
    return kit::Reply::json(200,
        R"({"id":"c1","object":"chat.completion","created":1,"model":"real-name","choices":[{"index":0,)"
        R"("message":{"role":"assistant","content":"hello"},"finish_reason":"stop"}],"usage":)"
        R"({"prompt_tokens":)"
            + prompt + R"(,"completion_tokens":2,"total_tokens":)" + QByteArray::number(promptTokens + 2)
            + "}}");
}

std::vector<std::unique_ptr<kit::RawClient>> startChats(
    const GatewayFixture &fixture, int count, const kit::Headers &headers)
{
    std::vector<std::unique_ptr<kit::RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(fixture.connect());
        clients.back()->post("/llm/v1/chat/completions", chatFor("up/renamed"), headers);
    }
    return clients;
}

int countStatus(const std::vector<std::unique_ptr<kit::RawClient>> &clients, int status)
{
    int count = 0;
    for (const auto &client : clients) {
        if (client->waitForAnswers(1, std::chrono::seconds(30)) && client->answer().status == status) {
            ++count;
        }
    }
    return count;
}

QByteArray anthropicErrorType(const QByteArray &json)
{
    const QJsonObject root = objectOf(json);
    const QJsonObject error = root.value(QLatin1String("error")).toObject();
    const bool isError = root.value(QLatin1String("type")) == QLatin1String("error")
        && root.contains(QLatin1String("request_id"))
        && !error.value(QLatin1String("message")).toString().isEmpty();
    return isError ? error.value(QLatin1String("type")).toString().toUtf8() : QByteArray();
}

QByteArrayList modelIds(const QByteArray &json)
{
    QByteArrayList ids;
    for (const QJsonValue &model : objectOf(json).value(QLatin1String("data")).toArray()) {
        ids.append(model.toObject().value(QLatin1String("id")).toString().toUtf8());
    }
    return ids;
}

kit::Reply modelListOf(const QByteArrayList &ids)
{
    QByteArrayList objects;
    for (const QByteArray &id : ids) {
        objects.append(R"({"id":")" + id + R"(","object":"model","created":7,"owned_by":"them"})");
    }
    return kit::Reply::json(200, R"({"object":"list","data":[)" + objects.join(',') + "]}");
}

} // namespace nexus

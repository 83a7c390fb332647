// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trafficfixture.h"

#include "answershape.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

#include <algorithm>

namespace nexus {

void TrafficFixture::start(const QByteArray &toml)
{
    gateway.startWith(completed(toml));
}

void TrafficFixture::reload(const QByteArray &toml)
{
    gateway.reload(completed(toml));
}

QByteArray TrafficFixture::completed(QByteArray toml) const
{
    if (!toml.contains("[llm.retries]")) {
        toml += "\n[llm.retries]\nbase_delay = \"1ms\"\n";
    }
    if (!toml.contains("[llm.circuit_breaker]")) {
        toml += "\n[llm.circuit_breaker]\nfailures = 1000000\n";
    }
    toml.replace("@A@", a.baseUrl().toEncoded());
    toml.replace("@B@", b.baseUrl().toEncoded());
    toml.replace("@C@", c.baseUrl().toEncoded());
    return toml;
}

QByteArray TrafficFixture::provider(const QByteArray &name, const QByteArray &more, const QByteArray &type)
{
    QByteArray table = "\n[llm.providers." + name + "]\ntype = \"" + type + "\"\nbase_url = \"@"
        + name.toUpper() + (type == "google" ? "@beta\"\n" : "@\"\n");
    if (!more.contains("api_key")) {
        table += "api_key = \"sk-key-of-" + name + "\"\n";
    }
    return table + more + '\n';
}

QByteArray TrafficFixture::three(const QByteArray &more)
{
    return provider("a", more) + provider("b", more) + provider("c", more)
        + "\n[llm.aliases.all]\ntargets = [\"a/m\", \"b/m\", \"c/m\"]\n";
}

std::unique_ptr<kit::RawClient> TrafficFixture::send(
    const QByteArray &body, const kit::Headers &headers, const QByteArray &path) const
{
    auto client = gateway.connect();
    client->post(path, body, headers);
    return client;
}

Clients TrafficFixture::sendEqual(int count, bool isStream, bool isAnthropic) const
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(
            isAnthropic ? send(messageOf("a/m", isStream), {}, messagesPath) : send(chatOf("a/m", isStream)));
    }
    return clients;
}

kit::Answer TrafficFixture::ask(
    const QByteArray &body, const kit::Headers &headers, const QByteArray &path) const
{
    const auto client = send(body, headers, path);
    // A wait that sleeps between two looks would slow the providers down.
    QSignalSpy completed(client.get(), &kit::RawClient::answerCompleted);
    return completed.wait(10'000) ? client->answer() : kit::Answer();
}

QByteArray TrafficFixture::circuit(const QByteArray &name) const
{
    const auto client = gateway.connect();
    client->request("GET", "/health");
    if (!client->waitForAnswers()) {
        return {};
    }
    const QJsonObject health = QJsonDocument::fromJson(client->answer().body).object();
    for (const QJsonValue &provider : health.value(QLatin1String("providers")).toArray()) {
        if (provider[QLatin1String("name")] == QLatin1String(name)) {
            return provider[QLatin1String("circuit")].toString().toUtf8();
        }
    }
    return {};
}

bool TrafficFixture::hasLoggedKey() const
{
    return gateway.logLines().join('\n').contains("sk-key-of-");
}

int TrafficFixture::recordsWith(const QByteArray &words) const
{
    const QByteArrayList records = gateway.events("request");
    return static_cast<int>(std::ranges::count_if(
        records, [&words](const QByteArray &record) { return record.contains(words); }));
}

void TrafficFixture::letWorkersTurn(int workers) const
{
    // Connections are handed out in turn.
    for (int i = 0; i < 3 * workers; ++i) {
        static_cast<void>(circuit("a"));
    }
}

QByteArray chatOf(const QByteArray &model, bool isStream, const QByteArray &more)
{
    return R"({"model":")" + model + R"(","messages":[{"role":"user","content":"hi"}])"
        + (isStream ? R"(,"stream":true)" : "") + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

QByteArray messageOf(const QByteArray &model, bool isStream)
{
    return R"({"model":")" + model + R"(","max_tokens":64,"messages":[{"role":"user","content":"hi"}])"
        + (isStream ? R"(,"stream":true})" : "}");
}

kit::Reply wholeReply(const QByteArray &content)
{
    return kit::Reply::json(200,
        R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":)"
        R"({"role":"assistant","content":")"
            + content
            + R"("},"finish_reason":"stop"}],"usage":)"
              R"({"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}})");
}

QByteArrayList streamData(const QByteArray &content)
{
    return {chunkOf("m", content), chunkOf("m", " there", "stop"),
        R"({"id":"c1","model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}})",
        "[DONE]"};
}

QByteArrayList streamSeen(const QByteArray &model, const QByteArray &content)
{
    return {chunkOf(model, content), chunkOf(model, " there", "stop"), "[DONE]"};
}

kit::Reply streamReply(const QByteArray &content)
{
    return kit::Reply::sse(streamData(content));
}

kit::Reply errorReply(int status)
{
    const QByteArray number = QByteArray::number(status);
    return kit::Reply::json(status,
        R"({"error":{"message":"It answers )" + number
            + R"(.","type":"their_type","param":null,"code":"code-)" + number + R"("}})");
}

bool haveAnswers(const Clients &clients)
{
    return std::ranges::all_of(clients, [](const auto &client) { return client->waitForAnswers(); });
}

bool haveComments(const Clients &clients)
{
    return std::ranges::all_of(clients, [](const auto &client) {
        return client->waitUntil([&client] { return !client->answer().comments().isEmpty(); });
    });
}

qsizetype headCount(const QByteArray &bytes)
{
    return bytes.count("HTTP/1.1 ");
}

QByteArray errorTypeOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json)[QLatin1String("error")][QLatin1String("type")].toString().toUtf8();
}

} // namespace nexus

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictanthropic.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictAnthropic final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeatsTheUser();
    void takesItsOwnThinkingBackAndNoOther();
    void streamsEveryBlockOnce();
    void fillsAWantedSchema();
    void endsAsTheModelsNameSays_data();
    void endsAsTheModelsNameSays();
    void failsAsTheModelsNameSays_data();
    void failsAsTheModelsNameSays();
    void breaksStreams();
    void countsTokensAndListsModels();
};

namespace {

const Headers &head()
{
    static const Headers headers {{"x-api-key", "sk-test"}, {"anthropic-version", "2023-06-01"}};
    return headers;
}

Json hello()
{
    return parsed(
        R"({"model":"claude-opus-4-5","max_tokens":4000,"messages":[{"role":"user","content":"hi"}]})");
}

Json withTools()
{
    return edited(hello(), R"({
        "/tools": [{"name":"weather","input_schema":{"type":"object","properties":{"place":{"type":"string"}}}},
                   {"name":"time","input_schema":{"type":"object"}}]})");
}

SeenReply ask(const Json &body, const QByteArray &target = "/v1/messages")
{
    return seen(*strictAnthropicReply(posted(target, head(), body)));
}

void compareRefusal(const SeenReply &reply, int status, const QString &words)
{
    const std::string message = reply.json().value("/error/message"_json_pointer, std::string());
    QVERIFY2(message.find(words.toStdString()) != std::string::npos, reply.body.constData());
    QCOMPARE(reply.status, status);
    QVERIFY(reply.json()["type"] == "error");
    QVERIFY(reply.json().contains("request_id"));
}

void row(const char *name, const char *edits, const char *words)
{
    QTest::newRow(name) << QString::fromUtf8(edits) << QString::fromUtf8(words);
}

struct Event {
    std::string name;
    Json data;
};

std::vector<Event> eventsOf(const QByteArray &body)
{
    std::vector<Event> events;
    QByteArray rest = body;
    for (qsizetype end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        const QByteArrayList lines = rest.left(end).split('\n');
        rest.remove(0, end + 2);
        events.push_back({lines.value(0).mid(7).toStdString(), parsed(lines.value(1).mid(6).toStdString())});
    }
    return events;
}

} // namespace

void TestStrictAnthropic::repeatsTheUser()
{
    const SeenReply reply = ask(hello());
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json()["content"] == parsed(R"([{"type":"text","text":"You said: hi – grüße 🙂"}])"));
    QVERIFY(reply.json()["stop_reason"] == "end_turn");
    QVERIFY(reply.json()["usage"]["input_tokens"] == Usage::plain);
    QVERIFY(reply.json()["usage"]["cache_read_input_tokens"] == Usage::cached);
}

void TestStrictAnthropic::takesItsOwnThinkingBackAndNoOther()
{
    Json body = edited(
        withTools(), R"({"/thinking":{"type":"enabled","budget_tokens":1024},"/messages/0/content":"both"})");
    const Json content = ask(body).json()["content"];
    QCOMPARE(content.size(), std::size_t(3));
    QVERIFY(content[0]["type"] == "thinking");
    Json results = Json::array();
    for (std::size_t i = 1; i < content.size(); ++i) {
        results.push_back({{"type", "tool_result"}, {"tool_use_id", content[i]["id"]}, {"content", "21"}});
    }
    body["messages"].push_back({{"role", "assistant"}, {"content", content}});
    body["messages"].push_back({{"role", "user"}, {"content", results}});
    const SeenReply reply = ask(body);
    QVERIFY2(reply.status == 200, reply.body.constData());
    QVERIFY(reply.json()["content"][0]["text"] == "You said: 2121 – grüße 🙂");

    body["messages"][1]["content"][0]["thinking"] = "Another thought";
    compareRefusal(ask(body), 400, QStringLiteral("Invalid `signature`"));
    body["messages"][1]["content"].erase(0);
    compareRefusal(ask(body), 400, QStringLiteral("Expected `thinking`"));
}

void TestStrictAnthropic::streamsEveryBlockOnce()
{
    const SeenReply reply = ask(edited(withTools(), R"({"/stream":true,"/messages/0/content":"both",
        "/thinking":{"type":"enabled","budget_tokens":1024}})"));
    QCOMPARE(headerValue(reply.headers, "content-type"), QByteArray("text/event-stream; charset=utf-8"));
    std::map<int, Json> blocks;
    std::map<int, std::string> texts;
    std::vector<std::string> names;
    for (const auto &[name, data] : eventsOf(reply.body)) {
        QVERIFY(data["type"] == name);
        names.push_back(name);
        if (name == "content_block_start") {
            blocks[data["index"]] = data["content_block"];
        } else if (name == "content_block_delta") {
            for (const char *member : {"text", "thinking", "partial_json"}) {
                texts[data["index"]] += data["delta"].value(member, std::string());
            }
        }
    }
    QCOMPARE(names.front(), std::string("message_start"));
    QCOMPARE(names.back(), std::string("message_stop"));
    QCOMPARE(std::ranges::count(names, "ping"), 1);
    QCOMPARE(blocks.size(), std::size_t(3));
    QCOMPARE(texts[0], std::string("The user wrote: both"));
    QCOMPARE(texts[1], std::string(R"({"place":"text"})"));
    QCOMPARE(texts[2], std::string("{}"));
}

void TestStrictAnthropic::fillsAWantedSchema()
{
    const Json natively = ask(edited(hello(), R"({"/output_config":{"format":{"type":"json_schema",
        "schema":{"type":"object","properties":{"n":{"type":"integer"}},"additionalProperties":false}}}})"))
                              .json();
    QVERIFY(natively["content"][0]["text"] == R"({"n":7})");
    const Json forced = ask(edited(withTools(), R"({"/tool_choice":{"type":"tool","name":"time"}})")).json();
    QVERIFY(forced["content"][0]["name"] == "time");
    QVERIFY(forced["stop_reason"] == "tool_use");
}

void TestStrictAnthropic::endsAsTheModelsNameSays_data()
{
    QTest::addColumn<QString>("edits");
    QTest::addColumn<QString>("reason");
    row("length", R"({"/model":"claude-opus-4-5-length"})", "max_tokens");
    row("refusal", R"({"/model":"claude-opus-4-5-refusal"})", "refusal");
    row("empty", R"({"/model":"claude-opus-4-5-empty"})", "end_turn");
    row("stop sequence", R"({"/stop_sequences":["said"]})", "stop_sequence");
}

void TestStrictAnthropic::endsAsTheModelsNameSays()
{
    QFETCH(QString, edits);
    QFETCH(QString, reason);
    const Json body = edited(hello(), edits.toStdString());
    QCOMPARE(ask(body).json()["stop_reason"].get<std::string>(), reason.toStdString());
    const auto events = eventsOf(ask(edited(body, R"({"/stream":true})")).body);
    QCOMPARE(events[events.size() - 2].data["delta"]["stop_reason"].get<std::string>(), reason.toStdString());
}

void TestStrictAnthropic::failsAsTheModelsNameSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("400") << 400 << QStringLiteral("invalid_request_error");
    QTest::newRow("401") << 401 << QStringLiteral("authentication_error");
    QTest::newRow("403") << 403 << QStringLiteral("permission_error");
    QTest::newRow("404") << 404 << QStringLiteral("not_found_error");
    QTest::newRow("413") << 413 << QStringLiteral("request_too_large");
    QTest::newRow("429") << 429 << QStringLiteral("rate_limit_error");
    QTest::newRow("500") << 500 << QStringLiteral("api_error");
    QTest::newRow("529") << 529 << QStringLiteral("overloaded_error");
}

void TestStrictAnthropic::failsAsTheModelsNameSays()
{
    QFETCH(int, status);
    QFETCH(QString, type);
    Json body = hello();
    body["model"] = "claude-opus-4-5-status-" + std::to_string(status);
    const SeenReply reply = ask(body);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.json()["error"]["type"].get<std::string>(), type.toStdString());
    QCOMPARE(headerValue(reply.headers, "retry-after"), status == 429 ? QByteArray("7") : QByteArray());
}

void TestStrictAnthropic::breaksStreams()
{
    const auto streamed = [](const char *model) {
        Json body = edited(hello(), R"({"/stream":true})");
        body["model"] = model;
        return ask(body);
    };
    QVERIFY(streamed("claude-opus-4-5-cut").isStopped);
    QVERIFY(!streamed("claude-opus-4-5-cut").body.endsWith("\n\n"));
    QVERIFY(streamed("claude-opus-4-5-hang-mid").body.endsWith("\n\n"));
    QVERIFY(streamed("claude-opus-4-5-hang").body.isEmpty());
    QCOMPARE(eventsOf(streamed("claude-opus-4-5-error-event").body).back().name, std::string("error"));
    QCOMPARE(eventsOf(streamed("claude-opus-4-5-slow").body).size(), std::size_t(26));
}

void TestStrictAnthropic::countsTokensAndListsModels()
{
    const Json body = edited(hello(), R"({"/max_tokens":"<gone>"})");
    QVERIFY(ask(body, "/v1/messages/count_tokens").json() == parsed(R"({"input_tokens":14})"));
    compareRefusal(
        ask(hello(), "/v1/messages/count_tokens"), 400, QStringLiteral("max_tokens: Extra inputs"));
    ReceivedRequest request = posted("/anthropic/v1/models?limit=1000", head(), {});
    request.method = "GET";
    const Json list = seen(*strictAnthropicReply(request)).json();
    QVERIFY(list["has_more"] == false);
    QVERIFY(list["data"][0]["type"] == "model");
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictAnthropic)
#include "tst_strictanthropic.moc"

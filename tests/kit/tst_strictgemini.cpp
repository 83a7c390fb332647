// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kit/strictgemini.h"
#include "kit/strictprobe.h"

#include <QTest>

namespace nexus::kit {

class TestStrictGemini final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeatsTheUser();
    void insistsOnSignatures_data();
    void insistsOnSignatures();
    void streamsCallsInOneEvent();
    void streamsThoughtsThenText();
    void streamsAnArrayWithoutSse();
    void answersSeveralCandidates();
    void endsAsTheModelsNameSays_data();
    void endsAsTheModelsNameSays();
    void blocksPrompts();
    void failsAsTheModelsNameSays();
    void breaksStreams();
    void countsTokensAndListsModels();
};

namespace {

const QByteArray s_stream = "streamGenerateContent?alt=sse";

Json hello()
{
    return parsed(R"({"contents":[{"role":"user","parts":[{"text":"both"}]}]})");
}

Json withTools()
{
    return edited(hello(), R"({"/tools":[{"functionDeclarations":[{"name":"weather","parametersJsonSchema":
        {"type":"object","properties":{"b":{"type":"string"},"a":{"type":"number"}}}},{"name":"time"}]}]})");
}

SeenReply ask(const Json &body, const std::string &model = "gemini-2.5-flash",
    const QByteArray &method = "generateContent")
{
    const QByteArray target = "/v1beta/models/" + QByteArray::fromStdString(model) + ':' + method;
    return seen(*strictGeminiReply(posted(target, {{"x-goog-api-key", "AIza-test"}}, body)));
}

std::vector<Json> eventsOf(const QByteArray &body)
{
    std::vector<Json> events;
    QByteArray rest = body;
    for (qsizetype end = rest.indexOf("\r\n\r\n"); end >= 0; end = rest.indexOf("\r\n\r\n")) {
        events.push_back(parsed(rest.left(end).mid(6).toStdString()));
        rest.remove(0, end + 4);
    }
    return events;
}

Json parts(const Json &answer)
{
    return answer["candidates"][0]["content"].value("parts", Json::array());
}

} // namespace

void TestStrictGemini::repeatsTheUser()
{
    const Json answer = ask(hello()).json();
    QVERIFY(parts(answer) == parsed(R"([{"text":"You said: both – grüße 🙂"}])"));
    QVERIFY(answer["candidates"][0]["finishReason"] == "STOP");
    QVERIFY(answer["usageMetadata"]["promptTokenCount"] == Usage::plain + Usage::cached);
    QVERIFY(answer["usageMetadata"]["cachedContentTokenCount"] == Usage::cached);
    QVERIFY(answer["modelVersion"] == "gemini-2.5-flash");
}

void TestStrictGemini::insistsOnSignatures_data()
{
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("words");
    QTest::newRow("its own") << QStringLiteral("<keep>") << QString();
    QTest::newRow("none") << QString() << QStringLiteral("missing a thought_signature in functionCall parts");
    QTest::newRow("another") << QStringLiteral("eA==") << QStringLiteral("Corrupted thought signature");
    QTest::newRow("documented dummy") << QStringLiteral("skip_thought_signature_validator") << QString();
}

void TestStrictGemini::insistsOnSignatures()
{
    QFETCH(QString, signature);
    QFETCH(QString, words);
    const std::string model = "gemini-3-pro-preview";
    Json body = withTools();
    Json calls = parts(ask(body, model).json());
    QCOMPARE(calls.size(), std::size_t(2));
    QVERIFY(!calls[1].contains("thoughtSignature"));
    if (signature != QLatin1String("<keep>")) {
        calls[0]["thoughtSignature"] = signature.toStdString();
    }
    calls[0]["functionCall"]["args"] = parsed(R"({"a":1.5,"b":"text"})"); // the same, in another order
    body["contents"].push_back({{"role", "model"}, {"parts", calls}});
    body["contents"].push_back(parsed(R"({"role":"user","parts":[
        {"functionResponse":{"name":"weather","response":{"r":1}}},
        {"functionResponse":{"name":"time","response":{"r":2}}}]})"));
    const SeenReply reply = ask(body, model);
    QCOMPARE(reply.status, words.isEmpty() ? 200 : 400);
    QVERIFY2(reply.text().find(words.toStdString()) != std::string::npos, reply.body.constData());
}

void TestStrictGemini::streamsCallsInOneEvent()
{
    const auto events = eventsOf(ask(withTools(), "gemini-3-pro-preview", s_stream).body);
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(parts(events[0]).size(), std::size_t(2));
    QVERIFY(parts(events[0])[0]["functionCall"]["name"] == "weather");
    QVERIFY(!parts(events[0])[0]["functionCall"].contains("id"));
    QVERIFY(events[1]["candidates"][0]["finishReason"] == "STOP");
    QVERIFY(events[0].contains("usageMetadata") && events[1].contains("usageMetadata"));
}

void TestStrictGemini::streamsThoughtsThenText()
{
    const Json body = edited(hello(), R"({"/generationConfig/thinkingConfig/includeThoughts":true})");
    std::string thoughts;
    std::string text;
    Json last;
    for (const Json &event : eventsOf(ask(body, "gemini-2.5-pro", s_stream).body)) {
        for (const Json &part : parts(event)) {
            (part.value("thought", false) ? thoughts : text) += part["text"];
        }
        last = event;
    }
    QCOMPARE(thoughts, std::string("The user wrote: both"));
    QCOMPARE(text, std::string("You said: both – grüße 🙂"));
    QVERIFY(parts(last)[0].contains("thoughtSignature"));
    QVERIFY(last["usageMetadata"]["thoughtsTokenCount"] == Usage::thought);
}

void TestStrictGemini::streamsAnArrayWithoutSse()
{
    const SeenReply reply = ask(hello(), "gemini-2.5-pro", "streamGenerateContent");
    QCOMPARE(headerValue(reply.headers, "content-type"), QByteArray("application/json; charset=UTF-8"));
    QVERIFY(reply.json().is_array());
    QCOMPARE(reply.json().size(), std::size_t(7));
}

void TestStrictGemini::answersSeveralCandidates()
{
    const Json answer = ask(edited(hello(), R"({"/generationConfig/candidateCount":2})")).json();
    QCOMPARE(answer["candidates"].size(), std::size_t(2));
    QVERIFY(answer["candidates"][1]["index"] == 1);
}

void TestStrictGemini::endsAsTheModelsNameSays_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("hasParts");
    QTest::newRow("length") << QStringLiteral("gemini-2.5-flash-length") << QStringLiteral("MAX_TOKENS")
                            << true;
    QTest::newRow("refusal") << QStringLiteral("gemini-2.5-flash-refusal") << QStringLiteral("SAFETY")
                             << false;
    QTest::newRow("empty") << QStringLiteral("gemini-2.5-flash-empty") << QStringLiteral("STOP") << false;
}

void TestStrictGemini::endsAsTheModelsNameSays()
{
    QFETCH(QString, model);
    QFETCH(QString, reason);
    QFETCH(bool, hasParts);
    const Json whole = ask(hello(), model.toStdString()).json()["candidates"][0];
    QCOMPARE(whole["finishReason"].get<std::string>(), reason.toStdString());
    QCOMPARE(whole.contains("/content/parts"_json_pointer), hasParts);
    const Json last = eventsOf(ask(hello(), model.toStdString(), s_stream).body).back();
    QCOMPARE(last["candidates"][0]["finishReason"].get<std::string>(), reason.toStdString());
}

void TestStrictGemini::blocksPrompts()
{
    const Json answer = ask(hello(), "gemini-2.5-flash-blocked").json();
    QVERIFY(answer["promptFeedback"]["blockReason"] == "PROHIBITED_CONTENT");
    QVERIFY(!answer.contains("candidates"));
}

void TestStrictGemini::failsAsTheModelsNameSays()
{
    const SeenReply limited = ask(hello(), "gemini-2.5-flash-status-429");
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.json()["error"]["status"] == "RESOURCE_EXHAUSTED");
    QVERIFY(limited.json()["error"]["details"][1]["retryDelay"] == "7s");
    QVERIFY(ask(hello(), "gemini-2.5-flash-status-503").json()["error"]["status"] == "UNAVAILABLE");
}

void TestStrictGemini::breaksStreams()
{
    QVERIFY(ask(hello(), "gemini-2.5-flash-cut", s_stream).isStopped);
    QVERIFY(!ask(hello(), "gemini-2.5-flash-cut", s_stream).body.endsWith("\r\n\r\n"));
    QVERIFY(ask(hello(), "gemini-2.5-flash-hang-mid", s_stream).isStopped);
    const auto events = eventsOf(ask(hello(), "gemini-2.5-flash-error-event", s_stream).body);
    QVERIFY(events.back()["error"]["code"] == 503);
}

void TestStrictGemini::countsTokensAndListsModels()
{
    QVERIFY(ask(hello(), "gemini-2.5-flash", "countTokens").json()["totalTokens"] == 14);
    ReceivedRequest request = posted("/v1beta/models?pageSize=1000", {{"x-goog-api-key", "AIza-test"}}, {});
    request.method = "GET";
    QVERIFY(seen(*strictGeminiReply(request)).json()["models"][0]["name"] == "models/gemini-2.5-pro");
}

} // namespace nexus::kit

QTEST_GUILESS_MAIN(nexus::kit::TestStrictGemini)
#include "tst_strictgemini.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callprobe.h"

#include "upstream/democall.h"
#include "wire/json.h"
#include "wire/ssereader.h"

#include <QEventLoop>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include <tuple>

using namespace nexus;

class DemoCallTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersFromTheEventLoop();
    void isAlwaysTheSame();
    void echoes_data();
    void echoes();
    void streamsTheSameText_data();
    void streamsTheSameText();
    void framesAStream();
    void obeysTheTokenLimit();
    void answersSeveralChoices();
    void refusesWrongRequests_data();
    void refusesWrongRequests();
    void pausesWhileNobodyReads();
    void staysSilentAfterAbort();
    void mayBeDestroyedInASlot();
};

namespace {

std::unique_ptr<CallProbe> ask(const QByteArray &body, bool isStream, Operation operation = Operation::Chat)
{
    return std::make_unique<CallProbe>(std::make_unique<DemoCall>(body, operation, isStream));
}

// The whole answer as text, empty when none came.
QByteArray answerTo(const QByteArray &body, bool isStream = false, Operation operation = Operation::Chat)
{
    const auto probe = ask(body, isStream, operation);
    return QTest::qWaitFor([&probe] { return probe->isOver(); }, 20'000) ? probe->body : QByteArray();
}

Json treeOf(const QByteArray &text)
{
    return parseJson(text).value_or(Json());
}

// Members of the body behind model and messages start with a comma.
QByteArray chat(const QByteArray &text, const QByteArray &more = {})
{
    return R"({"model":"echo","messages":[{"role":"system","content":"be brief"},{"role":"user","content":)"
        + text + "}]" + more + '}';
}

// The JSON chunks of a stream, without [DONE].
std::vector<Json> chunksOf(const QByteArray &stream)
{
    SseReader reader;
    std::vector<Json> chunks;
    const auto events = reader.feed(stream);
    for (const SseEvent &event : *events) {
        if (event.data != "[DONE]") {
            chunks.push_back(treeOf(event.data));
        }
    }
    return chunks;
}

QByteArray weatherTool()
{
    return R"({"type":"function","function":{"name":"weather","parameters":{"type":"object","properties":{)"
           R"("unit":{"type":"string","enum":["c","f"]},"city":{"type":"string"},"days":{"type":"integer"}},)"
           R"("required":["unit","city","days"]}}})";
}

QByteArray timeTool()
{
    return R"({"type":"function","function":{"name":"time"}})";
}

} // namespace

void DemoCallTest::answersFromTheEventLoop()
{
    const auto probe = ask(chat("\"hi\""), false);
    QCOMPARE(probe->headCount, 0);
    QVERIFY(QTest::qWaitFor([&probe] { return probe->isOver(); }));
    QCOMPARE(probe->headCount, 1);
    QCOMPARE(probe->endCount, 1);
    QVERIFY(!probe->isBodyBeforeHead);
    QVERIFY(!probe->error);
    QCOMPARE(probe->head.status, 200);
    QCOMPARE(probe->head.headers.value("content-type"), QByteArray("application/json"));
    QTest::qWait(0);
    QCOMPARE(probe->endCount, 1);
    const Json tree = treeOf(probe->body);
    QCOMPARE(tree["object"].get<std::string>(), std::string("chat.completion"));
    QCOMPARE(tree["model"].get<std::string>(), std::string("echo"));
    QCOMPARE(tree["choices"][0]["message"]["content"].get<std::string>(), std::string("hi"));
    QCOMPARE(tree["choices"][0]["finish_reason"].get<std::string>(), std::string("stop"));
    // "be", "brief" and "hi".
    QCOMPARE(
        toText(tree["usage"]), QByteArray(R"({"prompt_tokens":3,"completion_tokens":1,"total_tokens":4})"));
}

void DemoCallTest::isAlwaysTheSame()
{
    QCOMPARE(answerTo(chat("\"a\"")), answerTo(chat("\"a\"")));
    QCOMPARE(answerTo(chat("\"a\""), true), answerTo(chat("\"a\""), true));
    QVERIFY(treeOf(answerTo(chat("\"a\"")))["id"] != treeOf(answerTo(chat("\"b\"")))["id"]);
}

void DemoCallTest::echoes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << chat("\"Hello, world!\"") << QByteArray("Hello, world!");
    QTest::newRow("escapes") << chat(R"("a\n\"b\" \u00e9\ud83d\ude00")")
                             << QByteArray("a\n\"b\" \xC3\xA9\xF0\x9F\x98\x80");
    QTest::newRow("empty") << chat("\"\"") << QByteArray();
    QTest::newRow("space") << chat("\"  a  \"") << QByteArray("  a  ");
    QTest::newRow("parts") << chat(
        R"([{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"x"}}])")
                           << QByteArray("see\n[image]");
    QTest::newRow("last user") << QByteArray(
        R"({"model":"echo","messages":[{"role":"user","content":"a"},)"
        R"({"role":"assistant","content":null},{"role":"user","content":"b"}]})")
                               << QByteArray("b");
    QTest::newRow("no messages") << QByteArray(R"({"model":"echo","messages":[]})") << QByteArray();
    QTest::newRow("tool result") << QByteArray(
                                        R"({"model":"echo","messages":[{"role":"user","content":"a"},)"
                                        R"({"role":"tool","tool_call_id":"1","content":"22 C"}],"tools":[)")
            + weatherTool()
            + "]}" << QByteArray("22 C");
    QTest::newRow("JSON mode") << chat("\"a\\\"\"", R"(,"response_format":{"type":"json_object"})")
                               << QByteArray(R"({"echo":"a\""})");
    QTest::newRow("schema") << chat("\"hi\"",
        R"(,"response_format":{"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object",)"
        R"("properties":{"z":{"type":"boolean"},"a":{"type":"string"}},"required":["z","a"]}}})")
                            << QByteArray(R"({"z":true,"a":"hi"})");
}

void DemoCallTest::echoes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, content);
    const Json tree = treeOf(answerTo(body));
    QVERIFY(tree.contains("choices"));
    QCOMPARE(QByteArray::fromStdString(tree["choices"][0]["message"]["content"].get<std::string>()), content);
}

void DemoCallTest::streamsTheSameText_data()
{
    echoes_data();
}

void DemoCallTest::streamsTheSameText()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, content);
    QByteArray text;
    for (const Json &chunk : chunksOf(answerTo(body, true))) {
        text += QByteArray::fromStdString(chunk["choices"][0]["delta"].value("content", std::string()));
    }
    QCOMPARE(text, content);
}

void DemoCallTest::framesAStream()
{
    const auto probe
        = ask(chat("\"one, two\"", R"(,"stream":true,"stream_options":{"include_usage":true})"), true);
    QVERIFY(QTest::qWaitFor([&probe] { return probe->isOver(); }));
    QCOMPARE(probe->head.headers.value("content-type"), QByteArray("text/event-stream"));
    QVERIFY(probe->body.endsWith("}\n\ndata: [DONE]\n\n"));
    const auto chunks = chunksOf(probe->body);
    QCOMPARE(chunks.size(), std::size_t(6));
    QCOMPARE(toText(chunks[0]["choices"][0]["delta"]), QByteArray(R"({"role":"assistant","content":""})"));
    QCOMPARE(toText(chunks[1]["choices"][0]["delta"]), QByteArray(R"({"content":"one"})"));
    QCOMPARE(toText(chunks[2]["choices"][0]["delta"]), QByteArray(R"({"content":","})"));
    QCOMPARE(toText(chunks[3]["choices"][0]["delta"]), QByteArray(R"({"content":" two"})"));
    QVERIFY(chunks[3]["choices"][0]["finish_reason"].is_null());
    QCOMPARE(toText(chunks[4]["choices"][0]["delta"]), QByteArray("{}"));
    QCOMPARE(toText(chunks[4]["choices"][0]["finish_reason"]), QByteArray("\"stop\""));
    QVERIFY(chunks[4]["usage"].is_null());
    QCOMPARE(toText(chunks[5]["choices"]), QByteArray("[]"));
    QCOMPARE(toText(chunks[5]["usage"]),
        QByteArray(R"({"prompt_tokens":5,"completion_tokens":3,"total_tokens":8})"));
    QVERIFY(!answerTo(chat("\"a\""), true).contains("usage"));
}

void DemoCallTest::obeysTheTokenLimit()
{
    for (const QByteArray &name : {QByteArray("max_tokens"), QByteArray("max_completion_tokens")}) {
        const Json tree = treeOf(answerTo(chat("\"a b c\"", ",\"" + name + "\":2")));
        QCOMPARE(tree["choices"][0]["message"]["content"].get<std::string>(), std::string("a b"));
        QCOMPARE(tree["choices"][0]["finish_reason"].get<std::string>(), std::string("length"));
        QCOMPARE(tree["usage"]["completion_tokens"].get<int>(), 2);
    }
    const Json enough = treeOf(answerTo(chat("\"a b c\"", ",\"max_tokens\":3")));
    QCOMPARE(enough["choices"][0]["finish_reason"].get<std::string>(), std::string("stop"));
}

void DemoCallTest::answersSeveralChoices()
{
    const Json tree = treeOf(answerTo(chat("\"a\"", ",\"n\":3")));
    QCOMPARE(tree["choices"].size(), std::size_t(3));
    QCOMPARE(tree["choices"][2]["index"].get<int>(), 2);
    QCOMPARE(tree["usage"]["completion_tokens"].get<int>(), 3);
    const auto chunks = chunksOf(answerTo(chat("\"a\"", ",\"n\":2"), true));
    QCOMPARE(chunks.size(), std::size_t(6));
    QCOMPARE(chunks[5]["choices"][0]["index"].get<int>(), 1);
}

void DemoCallTest::refusesWrongRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("param");
    const auto row = [](const char *name, const QByteArray &body, const char *param, int status = 400,
                         Operation operation = Operation::Chat) {
        QTest::newRow(name) << body << operation << status << QByteArray(param);
    };
    row("no JSON", "hello", "");
    row("deep", "{\"model\":\"echo\",\"x\":" + QByteArray(600, '[') + QByteArray(600, ']') + "}", "");
    row("other model", R"({"model":"gpt","messages":[]})", "model", 404);
    row("no model", R"({"messages":[]})", "model", 404);
    row("embeddings", R"({"model":"echo","input":"a"})", "model", 400, Operation::Embeddings);
    row("completions", R"({"model":"echo","prompt":"a"})", "model", 400, Operation::Completions);
    row("no messages", R"({"model":"echo"})", "messages");
    row("message without role", R"({"model":"echo","messages":[{}]})", "messages");
    row("number content", chat("5"), "messages");
    row("unknown part", chat(R"([{"type":"hologram"}])"), "messages");
    row("text tools", chat("\"a\"", R"(,"tools":"x")"), "tools");
    row("tool without name", chat("\"a\"", R"(,"tools":[{"function":{}}])"), "tools");
    row("unknown choice", chat("\"a\"", ",\"tool_choice\":\"maybe\",\"tools\":[" + timeTool() + "]"),
        "tool_choice");
    row("tool not offered",
        chat("\"a\"", ",\"tool_choice\":{\"function\":{\"name\":\"x\"}},\"tools\":[" + timeTool() + "]"),
        "tool_choice");
    row("zero tokens", chat("\"a\"", R"(,"max_tokens":0)"), "max_tokens");
    row("text tokens", chat("\"a\"", R"(,"max_completion_tokens":"9")"), "max_completion_tokens");
    row("many choices", chat("\"a\"", R"(,"n":1000000)"), "n");
    row("format", chat("\"a\"", R"(,"response_format":{"type":"yaml"})"), "response_format");
    row("no schema", chat("\"a\"", R"(,"response_format":{"type":"json_schema"})"), "response_format");
}

void DemoCallTest::refusesWrongRequests()
{
    QFETCH(const QByteArray, body);
    QFETCH(const Operation, operation);
    QFETCH(const int, status);
    QFETCH(const QByteArray, param);
    const auto probe = ask(body, true, operation);
    QVERIFY(QTest::qWaitFor([&probe] { return probe->isOver(); }));
    QVERIFY(!probe->error);
    QCOMPARE(probe->head.status, status);
    QCOMPARE(probe->head.headers.value("content-type"), QByteArray("application/json"));
    const Json error = treeOf(probe->body)["error"];
    QVERIFY(!error["message"].get<std::string>().empty());
    QCOMPARE(error["type"].get<std::string>(), std::string("invalid_request_error"));
    QCOMPARE(toText(error["param"]), param.isEmpty() ? QByteArray("null") : '"' + param + '"');
}

void DemoCallTest::pausesWhileNobodyReads()
{
    const QByteArray text = QByteArray("word ").repeated(20'000);
    CallProbe probe(std::make_unique<DemoCall>(chat('"' + text + '"'), Operation::Chat, true), false);
    UpstreamCall &call = *probe.call;
    QEventLoop loop;
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    connect(&call, &UpstreamCall::bodyArrived, &loop, [&call, &loop] {
        if (call.bytesAvailable() > DemoCall::maxUnread) {
            loop.quit();
        }
    });
    loop.exec();
    const qint64 held = call.bytesAvailable();
    QVERIFY(held > DemoCall::maxUnread);
    QTest::qWait(20);
    QCOMPARE(call.bytesAvailable(), held);
    QVERIFY(held < DemoCall::maxUnread + 1000);
    QCOMPARE(probe.endCount, 0);

    QByteArray body;
    const auto readAll = [&call, &body] {
        while (call.bytesAvailable() > 0) {
            const QByteArray bytes = call.read(777);
            body += bytes.size() <= 777 ? bytes : QByteArray();
        }
    };
    connect(&call, &UpstreamCall::bodyArrived, this, readAll);
    connect(&call, &UpstreamCall::ended, &loop, &QEventLoop::quit);
    readAll();
    loop.exec();
    QCOMPARE(probe.endCount, 1);
    QVERIFY(body.endsWith("data: [DONE]\n\n"));
    QByteArray echoed;
    for (const Json &chunk : chunksOf(body)) {
        echoed += QByteArray::fromStdString(chunk["choices"][0]["delta"].value("content", std::string()));
    }
    QCOMPARE(echoed, text);
}

void DemoCallTest::staysSilentAfterAbort()
{
    const auto early = ask(chat("\"a\""), true);
    early->call->abort();
    early->call->abort();
    const auto late = ask(chat("\"a\""), true);
    QVERIFY(QTest::qWaitFor([&late] { return !late->body.isEmpty(); }));
    late->call->abort();
    const QByteArray body = late->body;
    QTest::qWait(20);
    QCOMPARE(early->headCount + early->endCount, 0);
    QCOMPARE(late->body, body);
    QCOMPARE(late->endCount, 0);
    QCOMPARE(late->call->bytesAvailable(), 0);
    QVERIFY(late->call->read(100).isEmpty());
}

void DemoCallTest::mayBeDestroyedInASlot()
{
    for (int stage = 0; stage < 3; ++stage) {
        QPointer<DemoCall> call = new DemoCall(chat("\"a\""), Operation::Chat, true, this);
        const auto destroy = [&call] { delete call.data(); };
        switch (stage) {
        case 0:
            connect(call, &UpstreamCall::headArrived, this, destroy);
            break;
        case 1:
            connect(call, &UpstreamCall::bodyArrived, this, destroy);
            break;
        default:
            connect(call, &UpstreamCall::bodyArrived, this, [&call] { std::ignore = call->read(1000); });
            connect(call, &UpstreamCall::ended, this, destroy);
        }
        QTRY_VERIFY(!call);
    }
}

QTEST_GUILESS_MAIN(DemoCallTest)
#include "tst_democall.moc"

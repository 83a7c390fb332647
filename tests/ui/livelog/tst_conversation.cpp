// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/bodies/mediashelf.h"
#include "ledger/bodies/redactbodies.h"
#include "ui/models/conversation.h"
#include "ui/models/requestcode.h"

#include <QtTest>

using namespace nexus;
using Kind = SaidItem::Kind;

namespace {

const QByteArray toolTalk = R"({"model":"m","messages":[
 {"role":"system","content":"Be brief."},
 {"role":"user","content":"Weather?"},
 {"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Bonn\"}"}}]},
 {"role":"tool","tool_call_id":"c1","content":"{\"degrees\":21}"}]})";

const QByteArray stream
    = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,"
      "\"delta\":{\"role\":\"assistant\",\"content\":\"Sun\"}}]}\n\n"
      "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,"
      "\"delta\":{\"content\":\"ny.\"}}]}\n\n";
const QByteArray streamEnd
    = "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[{\"index\":0,"
      "\"delta\":{},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n";

} // namespace

class TestConversation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsCallsAndResultsTogether();
    void assemblesAStream();
    void showsWhatACutStreamHas();
    void readsAnthropicThoughts();
    void showsImagesThatWereNotKept();
    void showsImagesThatAreInMemory();
    void showsImagesThatAToolMade();
    void curlTakesALongBody();
    void saysWhatCannotBeRead();
    void sendsToAnotherModel();
    void refusesWhatWasNotKeptWhole();
    void writesCode();
};

void TestConversation::putsCallsAndResultsTogether()
{
    const Conversation talk = readConversation({.prompt = toolTalk, .answer = {}}, Dialect::OpenAi, false);
    QVERIFY2(talk.problem.isEmpty(), qPrintable(talk.problem));
    QCOMPARE(talk.turns.size(), std::size_t(3));
    QCOMPARE(talk.turns[0].role, Role::System);
    QCOMPARE(talk.turns[1].items.front().text, QStringLiteral("Weather?"));
    const SaidItem &call = talk.turns[2].items.front();
    QCOMPARE(call.kind, Kind::ToolCall);
    QCOMPARE(call.name, QStringLiteral("weather"));
    QVERIFY(call.text.contains(QStringLiteral("\"city\": \"Bonn\"")));
    QVERIFY(call.hasResult);
    QVERIFY(call.result.contains(QStringLiteral("\"degrees\": 21")));
}

void TestConversation::assemblesAStream()
{
    const Conversation talk
        = readConversation({.prompt = toolTalk, .answer = stream + streamEnd}, Dialect::OpenAi, true);
    QCOMPARE(talk.turns.back().isAnswer, true);
    QCOMPARE(talk.turns.back().items.front().text, QStringLiteral("Sunny."));
    QCOMPARE(talk.finishes, std::vector<FinishReason> {FinishReason::Length});
    const QString pretty = prettyAnswer(stream + streamEnd, Dialect::OpenAi, true);
    QVERIFY2(pretty.contains(QStringLiteral("\"content\": \"Sunny.\"")), qPrintable(pretty));
}

void TestConversation::showsWhatACutStreamHas()
{
    const Conversation talk = readConversation(
        {.prompt = toolTalk, .answer = stream, .isAnswerCut = true}, Dialect::OpenAi, true);
    QCOMPARE(talk.turns.back().items.front().text, QStringLiteral("Sunny."));
}

void TestConversation::readsAnthropicThoughts()
{
    const QByteArray prompt = R"({"model":"m","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})";
    const QByteArray answer = R"({"id":"1","type":"message","role":"assistant","model":"m","content":[
        {"type":"thinking","thinking":"A greeting.","signature":"x"},{"type":"text","text":"Hello"}],
        "stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":2}})";
    const Conversation talk
        = readConversation({.prompt = prompt, .answer = answer}, Dialect::Anthropic, false);
    QVERIFY2(talk.problem.isEmpty(), qPrintable(talk.problem));
    QCOMPARE(talk.turns.size(), std::size_t(2));
    QCOMPARE(talk.turns[1].items[0].kind, Kind::Reasoning);
    QCOMPARE(talk.turns[1].items[0].text, QStringLiteral("A greeting."));
    QCOMPARE(talk.turns[1].items[1].text, QStringLiteral("Hello"));
}

// As the history has it: the bytes are gone, their size and hash are there.
void TestConversation::showsImagesThatWereNotKept()
{
    const QByteArray picture = QByteArray(3'000, 'x').toBase64();
    const QByteArray prompt
        = R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)"
        + picture + R"("}},{"type":"text","text":"What is it?"}]}]})";
    const Conversation live = readConversation({.prompt = prompt, .answer = {}}, Dialect::OpenAi, false);
    QCOMPARE(live.turns.front().items.front().data.size(), 3'000);
    const RecordedBodies kept = redacted({.prompt = prompt, .answer = {}});
    QVERIFY(!kept.prompt.contains(picture));
    const Conversation talk = readConversation(kept, Dialect::OpenAi, false);
    QVERIFY2(talk.problem.isEmpty(), qPrintable(talk.problem));
    const SaidItem &image = talk.turns.front().items.front();
    QCOMPARE(image.kind, Kind::Media);
    QCOMPARE(image.mediaType, QStringLiteral("image/png"));
    QCOMPARE(image.size, 3'000);
    QCOMPARE(image.sha256.size(), 64);
    QVERIFY(!replayOf(kept.prompt, {}, {}, Dialect::OpenAi));
}

void TestConversation::showsImagesThatAreInMemory()
{
    const QByteArray prompt
        = R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,)"
        + QByteArray(3'000, 'x').toBase64() + R"("}},{"type":"text","text":"Was ist \u00e4 ä?"}]}]})";
    MediaShelf shelf;
    shelf.setCapacity(4'000);
    const RecordedBodies kept = redacted({.prompt = prompt, .answer = {}}, &shelf);
    QVERIFY(kept.prompt.size() < 500);
    const Conversation talk = readConversation(kept, Dialect::OpenAi, false, &shelf);
    QCOMPARE(talk.turns.front().items.front().data, QByteArray(3'000, 'x'));
    const Result<Replay> again = replayOf(withMedia(kept.prompt, shelf), {}, {}, Dialect::OpenAi);
    QVERIFY(again);
    QCOMPARE(again->body, prompt);

    // The next one takes its place, and what is larger than the shelf changes nothing.
    shelf.keep("another", QByteArray(2'000, 'y'));
    shelf.keep("large", QByteArray(5'000, 'z'));
    QVERIFY(shelf.find("large").isEmpty());
    QCOMPARE(shelf.find("another").size(), 2'000);
    QVERIFY(
        readConversation(kept, Dialect::OpenAi, false, &shelf).turns.front().items.front().data.isEmpty());
    QVERIFY(!replayOf(withMedia(kept.prompt, shelf), {}, {}, Dialect::OpenAi));
}

void TestConversation::showsImagesThatAToolMade()
{
    const QByteArray prompt = R"({"model":"m","max_tokens":9,"messages":[
        {"role":"user","content":"Draw."},
        {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"draw","input":{}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":")"
        + QByteArray(300, 'x').toBase64() + R"("}}]}]}]})";
    const Conversation talk = readConversation({.prompt = prompt, .answer = {}}, Dialect::Anthropic, false);
    QCOMPARE(talk.turns.size(), 3U);
    QVERIFY(talk.turns[1].items.front().hasResult);
    QCOMPARE(talk.turns[2].items.front().kind, Kind::Media);
    QCOMPARE(talk.turns[2].items.front().data.size(), 300);
}

// A shell takes no argument of more than 128 KiB, so a long body comes by standard input.
void TestConversation::curlTakesALongBody()
{
    const Replay replay {.url = {}, .body = '"' + QByteArray(200'000, 'x') + '"', .dialect = Dialect::OpenAi};
    const QString code = requestCode(RequestCode::Curl, replay);
    QVERIFY(code.endsWith(QStringLiteral("\"\nJSON\n")));
    QVERIFY(code.contains(QStringLiteral("-d @- <<'JSON'\n\"xxx")));
}

void TestConversation::saysWhatCannotBeRead()
{
    const Conversation talk
        = readConversation({.prompt = "{\"messages\":[{\"ro", .answer = "not JSON"}, Dialect::OpenAi, false);
    QVERIFY(talk.turns.empty());
    QVERIFY(!talk.problem.isEmpty());
}

void TestConversation::sendsToAnotherModel()
{
    const auto replay = replayOf(R"({"model":"a","seed":12345678901234567890,"messages":[]})",
        QUrl(QStringLiteral("http://127.0.0.1:8000")), QStringLiteral("/v1/chat/completions"),
        Dialect::OpenAi, QStringLiteral("b\"c"));
    QVERIFY(replay);
    QCOMPARE(replay->body, QByteArray(R"({"model":"b\"c","seed":12345678901234567890,"messages":[]})"));
    QCOMPARE(replay->url, QUrl(QStringLiteral("http://127.0.0.1:8000/v1/chat/completions")));
}

void TestConversation::refusesWhatWasNotKeptWhole()
{
    QVERIFY(!replayOf({}, {}, {}, Dialect::OpenAi));
    const auto cut = replayOf("{\"model\":\"a\",\"mess", {}, {}, Dialect::OpenAi);
    QVERIFY(!cut);
    QVERIFY(cut.error().message.contains(QStringLiteral("too long")));
}

void TestConversation::writesCode()
{
    const Replay replay {.url = QUrl(QStringLiteral("http://127.0.0.1:8000/v1/messages")),
        .body = R"({"model":"it's","stream":true,"stop":null,"n":[]})",
        .dialect = Dialect::Anthropic};
    const QString curl = requestCode(RequestCode::Curl, replay);
    QVERIFY(curl.contains(QStringLiteral("anthropic-version: 2023-06-01")));
    QVERIFY(curl.contains(QStringLiteral("it'\\''s")));
    const QString python = requestCode(RequestCode::Python, replay);
    QVERIFY(python.contains(QStringLiteral("\"stream\": True")));
    QVERIFY(python.contains(QStringLiteral("\"stop\": None")));
    QVERIFY(python.contains(QStringLiteral("\"n\": []")));
    const QString node = requestCode(RequestCode::Node, replay);
    QVERIFY(node.contains(QStringLiteral("\"stream\": true")));
}

QTEST_GUILESS_MAIN(TestConversation)

#include "tst_conversation.moc"

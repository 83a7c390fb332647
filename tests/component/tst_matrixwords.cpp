// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answershape.h"
#include "matrixchecks.h"

#include <QTest>

using namespace nexus;
using namespace nexus::matrix;

namespace {

constexpr const char *s_pictureUrl = "https://pictures.example/one.png";

const ClientSide &clientAt(int index)
{
    return *allClients().at(static_cast<std::size_t>(index));
}

const ProviderSide &providerAt(int index)
{
    return *allProviders().at(static_cast<std::size_t>(index));
}

// How each client says which tools the model may call.
QByteArray choiceOf(const ClientSide &client, const QByteArray &choice)
{
    if (client.name() == "openai") {
        return R"({"tool_choice":")" + choice + R"("})";
    }
    return R"({"tool_choice":{"type":")" + QByteArray(choice == "required" ? "any" : choice) + R"("}})";
}

Json pictureWords(const ClientSide &client)
{
    const Json words {{"type", "text"}, {"text", "What is this?"}};
    Json picture {{"type", "image_url"}, {"image_url", {{"url", s_pictureUrl}}}};
    if (client.name() == "anthropic") {
        picture = {{"type", "image"}, {"source", {{"type", "url"}, {"url", s_pictureUrl}}}};
    }
    return Json::array({words, picture});
}

} // namespace

// Settings that every dialect has its own words for.
class MatrixWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toolChoice_data();
    void toolChoice();
    void oneCallAtATime_data();
    void oneCallAtATime();
    void aStopTextEndsTheAnswer_data();
    void aStopTextEndsTheAnswer();
    void aPictureByItsAddress_data();
    void aPictureByItsAddress();

private:
    static void addRows(int firstProvider = 0);
};

void MatrixWordsTest::addRows(int firstProvider)
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("provider");
    for (int client = 0; client < 2; ++client) {
        for (int provider = firstProvider; provider < 4; ++provider) {
            QTest::addRow("%s client, %s provider", clientAt(client).name().c_str(),
                providerAt(provider).name().c_str())
                << client << provider;
        }
    }
}

void MatrixWordsTest::toolChoice_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("provider");
    QTest::addColumn<QByteArray>("choice");
    for (int client = 0; client < 2; ++client) {
        for (int provider = 0; provider < 4; ++provider) {
            for (const char *choice : {"auto", "none", "required"}) {
                QTest::addRow("%s client, %s provider, %s", clientAt(client).name().c_str(),
                    providerAt(provider).name().c_str(), choice)
                    << client << provider << QByteArray(choice);
            }
        }
    }
}

void MatrixWordsTest::toolChoice()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    QFETCH(QByteArray, choice);
    const bool isNone = choice == "none";
    const Scenario scenario {.end = isNone ? Scenario::End::Answer : Scenario::End::Calls, .hasTools = true};
    const Cell cell {clientAt(client), providerAt(provider), scenario};
    Json body = cell.body();
    body.update(Json::parse(choiceOf(cell.client, choice).toStdString()));
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, body);
    Findings findings;
    checkAnswer(cell, trip, findings);
    const ProviderView seen = cell.provider.read(trip.received, cell.provider.model(scenario));
    const bool isUnsaid = cell.provider.name() == "bedrock" && choice != "required";
    // Converse has no word for none, so it gets no tools.
    findings.same("choice", seen.toolChoice, isUnsaid ? std::string() : choice.toStdString());
    findings.same("tools", seen.tools.size(), isNone && isUnsaid ? 0 : 2);
    QVERIFY2(findings.isEmpty(), findings.text().constData());
}

void MatrixWordsTest::oneCallAtATime_data()
{
    addRows();
}

// Gemini and Converse have no word for it; that is told.
void MatrixWordsTest::oneCallAtATime()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    const Scenario scenario {.end = Scenario::End::Calls, .hasTools = true};
    const Cell cell {clientAt(client), providerAt(provider), scenario};
    Json body = cell.body();
    const bool isOpenAi = cell.client.name() == "openai";
    if (isOpenAi) {
        body["parallel_tool_calls"] = false;
    } else {
        body["tool_choice"] = {{"type", "auto"}, {"disable_parallel_tool_use", true}};
    }
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, body);
    QVERIFY2(trip.view.status == 200 && trip.view.isComplete, trip.answer.body.constData());
    const bool isKnown = provider < 2;
    QCOMPARE(trip.view.calls.size(), std::size_t(isKnown ? 1 : 2));
    QCOMPARE(trip.answer.header("x-nexus-dropped").isEmpty(), isKnown);
}

// The scripted provider of OpenAI's kind says everything, whatever the stops are.
void MatrixWordsTest::aStopTextEndsTheAnswer_data()
{
    addRows(1);
}

void MatrixWordsTest::aStopTextEndsTheAnswer()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    const Scenario scenario;
    const Cell cell {clientAt(client), providerAt(provider), scenario};
    const bool isOpenAi = cell.client.name() == "openai";
    Json body = cell.body();
    body[isOpenAi ? "stop" : "stop_sequences"] = Json::array({"gr"});
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, body);
    QVERIFY2(trip.view.status == 200 && trip.view.problems.isEmpty(), trip.answer.body.constData());
    QCOMPARE(trip.view.text, std::string("You said: What now? – "));
    // Gemini does not tell why it stopped.
    const bool isTold = !isOpenAi && cell.provider.name() != "google";
    QCOMPARE(trip.view.finish, isTold ? std::string("stop_sequence") : cell.client.finishWords().answer);
}

void MatrixWordsTest::aPictureByItsAddress_data()
{
    addRows();
}

// The gateway fetches nothing, so Converse, which takes bytes alone, cannot have it.
void MatrixWordsTest::aPictureByItsAddress()
{
    QFETCH(int, client);
    QFETCH(int, provider);
    const Scenario scenario;
    const Cell cell {clientAt(client), providerAt(provider), scenario};
    Json body = cell.body();
    const std::size_t last = body["messages"].size() - 1;
    body["messages"][last]["content"] = pictureWords(cell.client);
    MatrixGateway gateway;
    const Trip trip = gateway.ask(cell.client, body);
    QVERIFY2(trip.view.problems.isEmpty(), trip.view.problems.join(", ").constData());
    if (cell.provider.name() == "bedrock") {
        QCOMPARE(trip.view.status, 400);
        QVERIFY(trip.view.error.has_value());
        // As the client counts: for one of them the system's words are no message.
        const std::string pointer = "/messages/" + std::to_string(last) + "/content/1 ";
        QVERIFY2(trip.view.error->message.starts_with(pointer), trip.answer.body.constData());
        if (cell.client.name() == "openai") {
            const QByteArray param = "messages[" + QByteArray::number(qulonglong(last)) + "].content[1]";
            QCOMPARE(errorShape(trip.answer.body).param, param);
        }
        QCOMPARE(gateway.fixture.provider.requestCount(), 0);
        return;
    }
    QVERIFY2(trip.view.status == 200 && trip.view.isComplete, trip.answer.body.constData());
    const Json asked = Json::parse(trip.received.body.toStdString());
    const std::array places {"/messages/3/content/1/image_url/url", "/messages/2/content/1/source/url",
        "/contents/2/parts/1/fileData/fileUri"};
    const Json::json_pointer place(places.at(static_cast<std::size_t>(provider)));
    QCOMPARE(asked.value(place, std::string()), std::string(s_pictureUrl));
}

QTEST_GUILESS_MAIN(MatrixWordsTest)
#include "tst_matrixwords.moc"

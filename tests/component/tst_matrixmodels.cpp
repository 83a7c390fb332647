// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matrixchecks.h"

#include <QTest>

using namespace nexus;
using namespace nexus::matrix;

namespace {

struct Model {
    const ProviderSide *provider;
    const char *name;
};

// Each refuses something that its sisters take.
std::vector<Model> models()
{
    return {{&openAiProvider(), "o4-mini"}, {&openAiProvider(), "gpt-5.2"},
        {&anthropicProvider(), "claude-opus-4-7"}, {&anthropicProvider(), "claude-opus-4-6"},
        {&anthropicProvider(), "claude-3-7-sonnet-20250219"},
        {&anthropicProvider(), "claude-3-5-haiku-20241022"}, {&googleProvider(), "gemini-3-pro-preview"},
        {&googleProvider(), "gemini-2.5-flash"}, {&googleProvider(), "gemini-2.5-flash-lite"},
        {&googleProvider(), "gemini-2.0-flash"}, {&bedrockProvider(), "us.anthropic.claude-opus-4-6-v1:0"},
        {&bedrockProvider(), "anthropic.claude-3-5-haiku-20241022-v1:0"},
        {&bedrockProvider(), "us.amazon.nova-pro-v1:0"},
        {&bedrockProvider(), "meta.llama3-3-70b-instruct-v1:0"},
        {&bedrockProvider(), "mistral.mistral-large-2407-v1:0"},
        {&bedrockProvider(), "openai.gpt-oss-120b-1:0"}};
}

std::vector<Scenario> scenarios()
{
    std::vector<Scenario> chosen;
    for (const Scenario &scenario : answeredScenarios()) {
        if (scenario.suffix.empty() && scenario.wantsUsage) {
            chosen.push_back(scenario);
        }
    }
    Scenario agent = chosen.back();
    for (const Scenario &scenario : chosen) {
        agent = scenario.talk == Scenario::Talk::Agent ? scenario : agent;
    }
    agent.name += ", reasoning";
    agent.thinks = true;
    chosen.push_back(agent);
    return chosen;
}

// Converse can make only some makers' models call a tool.
bool mayRefuse(const Model &model, const Scenario &scenario)
{
    const QByteArray name(model.name);
    return scenario.forcesTool && (name.startsWith("meta.") || name.startsWith("openai."));
}

} // namespace

// What works with one model of a provider works with the others, or is refused in words that help.
class MatrixModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModelAnswers_data();
    void everyModelAnswers();
};

void MatrixModelsTest::everyModelAnswers_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("scenario");
    for (int client = 0; client < 2; ++client) {
        for (std::size_t model = 0; model < models().size(); ++model) {
            const std::string name = allClients().at(static_cast<std::size_t>(client))->name();
            if (models()[model].provider->name() == name) {
                continue; // the client's own words pass as they are
            }
            for (std::size_t scenario = 0; scenario < scenarios().size(); ++scenario) {
                QTest::addRow("%s client, %s, %s", name.c_str(), models()[model].name,
                    scenarios()[scenario].name.c_str())
                    << client << static_cast<int>(model) << static_cast<int>(scenario);
            }
        }
    }
}

void MatrixModelsTest::everyModelAnswers()
{
    QFETCH(int, client);
    QFETCH(int, model);
    QFETCH(int, scenario);
    const Model asked = models().at(static_cast<std::size_t>(model));
    const Scenario done = scenarios().at(static_cast<std::size_t>(scenario));
    const ClientSide &side = *allClients().at(static_cast<std::size_t>(client));
    MatrixGateway gateway;
    const Trip trip = gateway.ask(side, side.body(done, asked.provider->name() + '/' + asked.name));
    QVERIFY2(trip.view.problems.isEmpty(), trip.view.problems.join(", ").constData());
    if (mayRefuse(asked, done)) {
        QCOMPARE(trip.view.status, 400);
        QVERIFY2(trip.view.error && trip.view.error->message.find("/tool_choice") != std::string::npos,
            trip.answer.body.constData());
        QCOMPARE(gateway.fixture.provider.requestCount(), 0);
        return;
    }
    QVERIFY2(trip.view.status == 200 && trip.view.isComplete, trip.answer.body.constData());
    Findings findings;
    if (done.wantsSchema) {
        findings.same("form", Json::parse(trip.view.text, nullptr, false), schemaAnswer());
    }
    if (done.talk == Scenario::Talk::Plain) {
        findings.same("calls", trip.view.callsAsJson(), done.calls());
        findings.same("finish", trip.view.finish,
            done.end == Scenario::End::Calls ? side.finishWords().calls : side.finishWords().answer);
    }
    QVERIFY2(findings.isEmpty(), (findings.text() + trip.answer.body).constData());
}

QTEST_GUILESS_MAIN(MatrixModelsTest)
#include "tst_matrixmodels.moc"

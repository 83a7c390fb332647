// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/modelpage.h"

#include <QTest>

using namespace nexus;

namespace {

QByteArrayList idsOf(const std::optional<ModelPage> &page)
{
    QByteArrayList ids;
    for (const DiscoveredModel &model : page ? page->models : std::vector<DiscoveredModel>()) {
        ids.append(model.id);
    }
    return ids;
}

} // namespace

class ModelPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openAiListsComeInManyForms_data();
    void openAiListsComeInManyForms();
    void detailsAreKept_data();
    void detailsAreKept();
    void googleModelsMustGenerateOrEmbed();
    void bedrockModelsMustBeOnDemandAndOfText();
    void bedrockProfilesMustBeActive();
    void theNextPageIsFound_data();
    void theNextPageIsFound();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
    void unusableIdsAreLeftOut();
    void textsForPeopleAreCleaned();
};

void ModelPageTest::openAiListsComeInManyForms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("openai") << QByteArray(R"({"object":"list","data":[{"id":"a"},{"id":"b/c:free"}]})");
    QTest::newRow("bare array") << QByteArray(R"([{"id":"a"},{"id":"b/c:free"}])");
    QTest::newRow("array of names") << QByteArray(R"(["a","b/c:free"])");
    QTest::newRow("models with names") << QByteArray(R"({"models":[{"name":"a"},{"name":"b/c:free"}]})");
    QTest::newRow("models with ids") << QByteArray(
        R"({"models":[{"id":"a","name":"A"},{"model":"b/c:free"}]})");
    QTest::newRow("odd elements") << QByteArray(
        R"({"data":[7,null,{},{"id":5},{"id":"a"},[],{"id":"b/c:free"}]})");
    QTest::newRow("null data") << QByteArray(R"({"data":null,"models":["a","b/c:free"]})");
}

void ModelPageTest::openAiListsComeInManyForms()
{
    QFETCH(QByteArray, body);
    const auto page = readModelPage(ModelListKind::OpenAi, body);
    QVERIFY(page.has_value());
    QCOMPARE(idsOf(page), QByteArrayList({"a", "b/c:free"}));
    QCOMPARE(page->next, QByteArray());
}

void ModelPageTest::detailsAreKept_data()
{
    QTest::addColumn<ModelListKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<DiscoveredModel>("model");
    QTest::newRow("openai")
        << ModelListKind::OpenAi
        << QByteArray(
               R"({"data":[{"id":"gpt-4o","object":"model","created":1715367049,"owned_by":"system"}]})")
        << DiscoveredModel {.id = "gpt-4o", .created = 1715367049, .ownedBy = "system"};
    QTest::newRow("openrouter")
        << ModelListKind::OpenAi
        << QByteArray(
               R"({"data":[{"id":"x/y","name":"X: Y","created":1.7e9,"context_length":131072,"top_provider":{"max_completion_tokens":4096},"architecture":{"input_modalities":["text","image"]},"supported_parameters":["tools","reasoning"]}]})")
        << DiscoveredModel {.id = "x/y",
               .created = 1'700'000'000,
               .displayName = "X: Y",
               .contextTokens = 131072,
               .maxOutputTokens = 4096,
               .abilities = {.vision = true, .tools = true, .reasoning = true}};
    QTest::newRow("mistral")
        << ModelListKind::OpenAi
        << QByteArray(
               R"({"data":[{"id":"pixtral","capabilities":{"vision":true,"function_calling":true,"fine_tuning":false}}]})")
        << DiscoveredModel {.id = "pixtral", .abilities = {.vision = true, .tools = true}};
    QTest::newRow("denied")
        << ModelListKind::OpenAi
        << QByteArray(
               R"([{"id":"m","capabilities":{"vision":false,"function_calling":true,"reasoning":null}}])")
        << DiscoveredModel {.id = "m", .abilities = {.vision = false, .tools = true}};
    QTest::newRow("a parameter that is not taken")
        << ModelListKind::OpenAi
        << QByteArray(
               R"([{"id":"o","architecture":{"input_modalities":["text"]},"supported_parameters":["seed"]}])")
        << DiscoveredModel {.id = "o", .abilities = {.vision = false, .tools = false}};
    QTest::newRow("abilities that are none")
        << ModelListKind::OpenAi
        << QByteArray(
               R"([{"id":"a","architecture":7,"capabilities":["vision"],"supported_parameters":{"tools":true}}])")
        << DiscoveredModel {.id = "a"};
    QTest::newRow("numbers that are none")
        << ModelListKind::OpenAi
        << QByteArray(
               R"([{"id":"a","created":-5,"context_length":"8k","max_output_tokens":1e300,"owned_by":7}])")
        << DiscoveredModel {.id = "a"};
    QTest::newRow("anthropic")
        << ModelListKind::Anthropic
        << QByteArray(
               R"({"data":[{"type":"model","id":"claude-x","display_name":"Claude X","created_at":"2025-02-19T00:00:00Z","max_input_tokens":200000,"max_tokens":64000,"capabilities":{"image_input":{"supported":true},"thinking":{"supported":false}}}],"has_more":false})")
        << DiscoveredModel {.id = "claude-x",
               .created = 1'739'923'200,
               .ownedBy = "anthropic",
               .displayName = "Claude X",
               .contextTokens = 200'000,
               .maxOutputTokens = 64'000,
               .abilities = {.vision = true, .reasoning = false}};
    QTest::newRow("google")
        << ModelListKind::Google
        << QByteArray(
               R"({"models":[{"name":"models/gemini-x","displayName":"Gemini X","inputTokenLimit":1048576,"outputTokenLimit":8192,"thinking":true,"supportedGenerationMethods":["generateContent","countTokens"]}]})")
        << DiscoveredModel {.id = "gemini-x",
               .ownedBy = "google",
               .displayName = "Gemini X",
               .contextTokens = 1'048'576,
               .maxOutputTokens = 8192,
               .abilities = {.reasoning = true}};
    QTest::newRow("foundation")
        << ModelListKind::FoundationModels
        << QByteArray(
               R"({"modelSummaries":[{"modelId":"amazon.nova-pro-v1:0","modelName":"Nova Pro","providerName":"Amazon","inferenceTypesSupported":["ON_DEMAND"],"inputModalities":["TEXT","IMAGE"],"outputModalities":["TEXT"]}]})")
        << DiscoveredModel {.id = "amazon.nova-pro-v1:0",
               .ownedBy = "amazon",
               .displayName = "Nova Pro",
               .abilities = {.vision = true}};
    QTest::newRow("profile")
        << ModelListKind::InferenceProfiles
        << QByteArray(
               R"({"inferenceProfileSummaries":[{"inferenceProfileId":"us.anthropic.claude-x-v1:0","inferenceProfileName":"US Claude X","status":"ACTIVE","createdAt":"2024-08-26T00:00:00Z"}]})")
        << DiscoveredModel {.id = "us.anthropic.claude-x-v1:0",
               .created = 1'724'630'400,
               .ownedBy = "anthropic",
               .displayName = "US Claude X"};
}

void ModelPageTest::detailsAreKept()
{
    QFETCH(ModelListKind, kind);
    QFETCH(QByteArray, body);
    QFETCH(DiscoveredModel, model);
    const auto page = readModelPage(kind, body);
    QVERIFY(page.has_value());
    QCOMPARE(page->models.size(), std::size_t(1));
    const DiscoveredModel &read = page->models.front();
    QCOMPARE(read.id, model.id);
    QCOMPARE(read.created, model.created);
    QCOMPARE(read.ownedBy, model.ownedBy);
    QCOMPARE(read.displayName, model.displayName);
    QCOMPARE(read.contextTokens, model.contextTokens);
    QCOMPARE(read.maxOutputTokens, model.maxOutputTokens);
    QVERIFY(read.abilities == model.abilities);
}

void ModelPageTest::googleModelsMustGenerateOrEmbed()
{
    const auto page = readModelPage(ModelListKind::Google, R"({"models":[
        {"name":"models/chat","supportedGenerationMethods":["countTokens","generateContent"]},
        {"name":"models/imagen","supportedGenerationMethods":["predict"]},
        {"name":"models/embed","supportedGenerationMethods":["embedContent"]},
        {"name":"tunedModels/mine","supportedGenerationMethods":["generateContent"]},
        {"name":"models/untold"}]})");
    QCOMPARE(idsOf(page), QByteArrayList({"chat", "embed", "tunedModels/mine", "untold"}));
    QVERIFY(readModelPage(ModelListKind::Google, "{}").has_value());
}

void ModelPageTest::bedrockModelsMustBeOnDemandAndOfText()
{
    const auto page = readModelPage(ModelListKind::FoundationModels, R"({"modelSummaries":[
        {"modelId":"a.text","inferenceTypesSupported":["ON_DEMAND"],"outputModalities":["TEXT"]},
        {"modelId":"a.profileonly","inferenceTypesSupported":["INFERENCE_PROFILE"],"outputModalities":["TEXT"]},
        {"modelId":"a.image","inferenceTypesSupported":["ON_DEMAND"],"outputModalities":["IMAGE"]},
        {"modelId":"a.embed","inferenceTypesSupported":["ON_DEMAND"],"outputModalities":["EMBEDDING"]},
        {"modelId":"a.rented:0:24k","inferenceTypesSupported":["PROVISIONED"],"outputModalities":["TEXT"]}]})");
    QCOMPARE(idsOf(page), QByteArrayList({"a.text", "a.embed"}));
}

void ModelPageTest::bedrockProfilesMustBeActive()
{
    const auto page = readModelPage(ModelListKind::InferenceProfiles, R"({"inferenceProfileSummaries":[
        {"inferenceProfileId":"eu.a.one","status":"ACTIVE"},
        {"inferenceProfileId":"eu.a.two","status":"LEGACY"},
        {"inferenceProfileId":"plain"}],"nextToken":"n"})");
    QCOMPARE(idsOf(page), QByteArrayList({"eu.a.one", "plain"}));
    QCOMPARE(page->models.at(1).ownedBy, QByteArray());
    QCOMPARE(page->next, QByteArray("n"));
}

void ModelPageTest::theNextPageIsFound_data()
{
    QTest::addColumn<ModelListKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("anthropic") << ModelListKind::Anthropic
                               << QByteArray(R"({"data":[{"id":"a"}],"has_more":true,"last_id":"z"})")
                               << QByteArray("z");
    QTest::newRow("anthropic, last one not named")
        << ModelListKind::Anthropic << QByteArray(R"({"data":[{"id":"a"},{"id":"b"}],"has_more":true})")
        << QByteArray("b");
    QTest::newRow("anthropic, over") << ModelListKind::Anthropic
                                     << QByteArray(R"({"data":[{"id":"a"}],"has_more":false,"last_id":"a"})")
                                     << QByteArray();
    QTest::newRow("anthropic, empty")
        << ModelListKind::Anthropic << QByteArray(R"({"data":[],"has_more":true})") << QByteArray();
    QTest::newRow("google") << ModelListKind::Google << QByteArray(R"({"models":[],"nextPageToken":"t+/="})")
                            << QByteArray("t+/=");
    QTest::newRow("openai with pages")
        << ModelListKind::OpenAi << QByteArray(R"({"data":[{"id":"a"}],"has_more":true,"last_id":"a"})")
        << QByteArray("a");
    QTest::newRow("bare array") << ModelListKind::OpenAi << QByteArray(R"(["a"])") << QByteArray();
}

void ModelPageTest::theNextPageIsFound()
{
    QFETCH(ModelListKind, kind);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, next);
    const auto page = readModelPage(kind, body);
    QVERIFY(page.has_value());
    QCOMPARE(page->next, next);
}

void ModelPageTest::whatIsNoListIsRefused_data()
{
    QTest::addColumn<ModelListKind>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << ModelListKind::OpenAi << QByteArray("<!doctype html><p>Welcome</p>");
    QTest::newRow("empty") << ModelListKind::OpenAi << QByteArray();
    QTest::newRow("an error") << ModelListKind::OpenAi << QByteArray(R"({"error":{"message":"no"}})");
    QTest::newRow("data is no list") << ModelListKind::OpenAi << QByteArray(R"({"data":{"id":"a"}})");
    QTest::newRow("a number") << ModelListKind::OpenAi << QByteArray("5");
    QTest::newRow("cut") << ModelListKind::OpenAi << QByteArray(R"({"data":[{"id":"a")");
    QTest::newRow("bare array of anthropic") << ModelListKind::Anthropic << QByteArray("[]");
    QTest::newRow("google error") << ModelListKind::Google << QByteArray(R"({"error":{"code":403}})");
    QTest::newRow("foundation without a list") << ModelListKind::FoundationModels << QByteArray("{}");
    QTest::newRow("too deep") << ModelListKind::OpenAi
                              << QByteArray(QByteArray(5000, '[') + QByteArray(5000, ']'));
}

void ModelPageTest::whatIsNoListIsRefused()
{
    QFETCH(ModelListKind, kind);
    QFETCH(QByteArray, body);
    QVERIFY(!readModelPage(kind, body).has_value());
}

void ModelPageTest::unusableIdsAreLeftOut()
{
    const QByteArray longest(256, 'x');
    const QByteArray body
        = R"(["good","","line\nbreak","nul\u0000","esc\u001b[31m","c1\u0085x","turn\u202eed",)"
          R"(" padded ","größe",")"
        + longest + R"(",")" + longest + R"(y"])";
    QCOMPARE(idsOf(readModelPage(ModelListKind::OpenAi, body)), QByteArrayList({"good", "größe", longest}));
}

void ModelPageTest::textsForPeopleAreCleaned()
{
    // 257 bytes, the last two of which are one character.
    const QByteArray body = R"([{"id":"a","owned_by":" o\u0007w\u202ener\n","display_name":")"
        + QByteArray(255, 'x') + R"(ö"}])";
    const auto page = readModelPage(ModelListKind::OpenAi, body);
    QCOMPARE(page->models.front().ownedBy, QByteArray("owner"));
    QCOMPARE(page->models.front().displayName, QByteArray(255, 'x'));
}

QTEST_APPLESS_MAIN(ModelPageTest)
#include "tst_modelpage.moc"

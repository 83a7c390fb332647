// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/providerendpoint.h"

#include <QTest>

using namespace nexus;

namespace {

ProviderConfig providerOf(ProviderType type, const char *baseUrl, const char *key = "k-1")
{
    ProviderConfig provider;
    provider.name = QStringLiteral("p");
    provider.type = type;
    provider.baseUrl = QUrl(QString::fromLatin1(baseUrl));
    provider.apiVersion = "2024-10-21";
    if (*key != '\0') {
        provider.apiKeys.emplace_back(QByteArray(key));
    }
    return provider;
}

} // namespace

class ProviderEndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsAddress_data();
    void everyTypeHasItsAddress();
    void theKeyIsInTheHeaderOfItsType();
    void aServerOfOnesOwnNeedsNoKey();
    void aMissingKeyNamesWhatToSet_data();
    void aMissingKeyNamesWhatToSet();
    void bedrockIsSignedWhereThereIsNoKey();
    void noKeyStandsInAnAddress();
};

void ProviderEndpointTest::everyTypeHasItsAddress_data()
{
    QTest::addColumn<ProviderType>("type");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, ProviderType type, const char *base, Operation operation,
                         const char *model, const char *url) {
        QTest::newRow(name) << type << QByteArray(base) << operation << QByteArray(model) << QByteArray(url);
    };
    row("openai chat", ProviderType::OpenAi, "https://api.openai.com/v1", Operation::Chat, "gpt-4o",
        "https://api.openai.com/v1/chat/completions");
    row("openai embeddings", ProviderType::OpenAi, "https://h/base", Operation::Embeddings, "e",
        "https://h/base/embeddings");
    row("openai completions", ProviderType::OpenAi, "https://h", Operation::Completions, "c",
        "https://h/completions");
    row("escaped base path", ProviderType::OpenAi, "https://h/a%20b/v1", Operation::Chat, "m",
        "https://h/a%20b/v1/chat/completions");
    row("ollama", ProviderType::Ollama, "http://127.0.0.1:11434/v1", Operation::Chat, "llama3.2:1b",
        "http://127.0.0.1:11434/v1/chat/completions");
    row("azure", ProviderType::Azure, "https://r.openai.azure.com", Operation::Chat, "my gpt/4",
        "https://r.openai.azure.com/openai/deployments/my%20gpt%2F4/chat/completions?api-version=2024-10-21");
    row("azure with the prefix", ProviderType::Azure, "https://r.openai.azure.com/openai",
        Operation::Embeddings, "e",
        "https://r.openai.azure.com/openai/deployments/e/embeddings?api-version=2024-10-21");
    row("anthropic", ProviderType::Anthropic, "https://api.anthropic.com/v1", Operation::Chat, "claude-x",
        "https://api.anthropic.com/v1/messages");
    row("anthropic count", ProviderType::Anthropic, "https://h/v1", Operation::CountTokens, "claude-x",
        "https://h/v1/messages/count_tokens");
    row("google", ProviderType::Google, "https://h/v1beta", Operation::Chat, "gemini-2.5-pro",
        "https://h/v1beta/models/gemini-2.5-pro:generateContent");
    row("google collection", ProviderType::Google, "https://h/v1beta", Operation::Chat, "tunedModels/mine-1",
        "https://h/v1beta/tunedModels/mine-1:generateContent");
    row("google hostile model", ProviderType::Google, "https://h/v1beta", Operation::Chat, "a?key=b#c",
        "https://h/v1beta/models/a%3Fkey%3Db%23c:generateContent");
    row("google embeddings", ProviderType::Google, "https://h/v1beta", Operation::Embeddings, "e",
        "https://h/v1beta/models/e:batchEmbedContents");
    row("google count", ProviderType::Google, "https://h/v1beta", Operation::CountTokens, "g",
        "https://h/v1beta/models/g:countTokens");
    row("bedrock", ProviderType::Bedrock, "https://bedrock-runtime.eu-west-1.amazonaws.com", Operation::Chat,
        "anthropic.claude-3-sonnet-20240229-v1:0",
        "https://bedrock-runtime.eu-west-1.amazonaws.com/model/"
        "anthropic.claude-3-sonnet-20240229-v1%3A0/converse");
    row("bedrock arn", ProviderType::Bedrock, "https://h", Operation::Chat,
        "arn:aws:bedrock:us-east-1:123:inference-profile/us.x-v1:0",
        "https://h/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123%3Ainference-profile%2Fus.x-v1%3A0/converse");
    row("bedrock embeddings", ProviderType::Bedrock, "https://h", Operation::Embeddings, "amazon.titan-x",
        "https://h/model/amazon.titan-x/invoke");
}

void ProviderEndpointTest::everyTypeHasItsAddress()
{
    QFETCH(ProviderType, type);
    QFETCH(QByteArray, base);
    QFETCH(Operation, operation);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, url);
    const Result<ProviderEndpoint> endpoint
        = providerEndpoint(providerOf(type, base.constData()), {.operation = operation, .model = model});
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->url.toEncoded(), url);
}

void ProviderEndpointTest::theKeyIsInTheHeaderOfItsType()
{
    const auto openAi = providerEndpoint(providerOf(ProviderType::OpenAi, "https://h/v1"), {.model = "m"});
    QCOMPARE(openAi->headers, HeaderList({{"Authorization", "Bearer k-1"}}));
    const auto azure = providerEndpoint(providerOf(ProviderType::Azure, "https://h"), {.model = "m"});
    QCOMPARE(azure->headers, HeaderList({{"api-key", "k-1"}}));
    const auto anthropic = providerEndpoint(providerOf(ProviderType::Anthropic, "https://h"), {.model = "m"});
    QCOMPARE(anthropic->headers, HeaderList({{"x-api-key", "k-1"}, {"anthropic-version", "2023-06-01"}}));
    const auto google = providerEndpoint(providerOf(ProviderType::Google, "https://h"), {.model = "m"});
    QCOMPARE(google->headers, HeaderList({{"x-goog-api-key", "k-1"}}));
    const auto bedrock = providerEndpoint(providerOf(ProviderType::Bedrock, "https://h"), {.model = "m"});
    QCOMPARE(bedrock->headers, HeaderList({{"Authorization", "Bearer k-1"}}));
    QVERIFY(!bedrock->isSigned);
}

void ProviderEndpointTest::aServerOfOnesOwnNeedsNoKey()
{
    const auto endpoint
        = providerEndpoint(providerOf(ProviderType::OpenAi, "http://127.0.0.1:8080/v1", ""), {.model = "m"});
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->headers, HeaderList());
}

void ProviderEndpointTest::aMissingKeyNamesWhatToSet_data()
{
    QTest::addColumn<ProviderType>("type");
    QTest::addColumn<QByteArray>("base");
    QTest::newRow("openai") << ProviderType::OpenAi << QByteArray("https://api.openai.com/v1");
    QTest::newRow("anthropic") << ProviderType::Anthropic << QByteArray("https://h");
    QTest::newRow("google") << ProviderType::Google << QByteArray("https://h");
    QTest::newRow("azure") << ProviderType::Azure << QByteArray("https://r.openai.azure.com");
}

void ProviderEndpointTest::aMissingKeyNamesWhatToSet()
{
    QFETCH(ProviderType, type);
    QFETCH(QByteArray, base);
    const auto endpoint = providerEndpoint(providerOf(type, base.constData(), ""), {.model = "m"});
    QVERIFY(!endpoint.has_value());
    QCOMPARE(endpoint.error().kind, ErrorKind::Unauthenticated);
    QVERIFY(endpoint.error().message.contains(QStringLiteral("[llm.providers.p]")));
}

void ProviderEndpointTest::bedrockIsSignedWhereThereIsNoKey()
{
    const auto endpoint
        = providerEndpoint(providerOf(ProviderType::Bedrock, "https://h", ""), {.model = "m"});
    QVERIFY(endpoint.has_value());
    QVERIFY(endpoint->isSigned);
    QCOMPARE(endpoint->headers, HeaderList());
}

void ProviderEndpointTest::noKeyStandsInAnAddress()
{
    for (const ProviderType type : {ProviderType::OpenAi, ProviderType::Azure, ProviderType::Anthropic,
             ProviderType::Google, ProviderType::Bedrock, ProviderType::Ollama}) {
        for (const bool isStream : {false, true}) {
            const auto endpoint
                = providerEndpoint(providerOf(type, "https://h"), {.model = "m", .isStream = isStream});
            QVERIFY(!endpoint->url.toEncoded().contains("k-1"));
        }
    }
}

QTEST_APPLESS_MAIN(ProviderEndpointTest)
#include "tst_providerendpoint.moc"

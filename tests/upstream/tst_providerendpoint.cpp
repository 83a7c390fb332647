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
    void typesOutOfReachAreSaid();
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
}

void ProviderEndpointTest::everyTypeHasItsAddress()
{
    QFETCH(ProviderType, type);
    QFETCH(QByteArray, base);
    QFETCH(Operation, operation);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, url);
    const Result<ProviderEndpoint> endpoint
        = providerEndpoint(providerOf(type, base.constData()), operation, model);
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->url.toEncoded(), url);
}

void ProviderEndpointTest::theKeyIsInTheHeaderOfItsType()
{
    const auto openAi
        = providerEndpoint(providerOf(ProviderType::OpenAi, "https://h/v1"), Operation::Chat, "m");
    QCOMPARE(openAi->headers, HeaderList({{"Authorization", "Bearer k-1"}}));
    const auto azure = providerEndpoint(providerOf(ProviderType::Azure, "https://h"), Operation::Chat, "m");
    QCOMPARE(azure->headers, HeaderList({{"api-key", "k-1"}}));
    QVERIFY(!azure->url.toEncoded().contains("k-1"));
}

void ProviderEndpointTest::aServerOfOnesOwnNeedsNoKey()
{
    const auto endpoint = providerEndpoint(
        providerOf(ProviderType::OpenAi, "http://127.0.0.1:8080/v1", ""), Operation::Chat, "m");
    QVERIFY(endpoint.has_value());
    QCOMPARE(endpoint->headers, HeaderList());
}

void ProviderEndpointTest::aMissingKeyNamesWhatToSet_data()
{
    QTest::addColumn<ProviderType>("type");
    QTest::addColumn<QByteArray>("base");
    QTest::newRow("openai") << ProviderType::OpenAi << QByteArray("https://api.openai.com/v1");
    QTest::newRow("azure") << ProviderType::Azure << QByteArray("https://r.openai.azure.com");
}

void ProviderEndpointTest::aMissingKeyNamesWhatToSet()
{
    QFETCH(ProviderType, type);
    QFETCH(QByteArray, base);
    const auto endpoint = providerEndpoint(providerOf(type, base.constData(), ""), Operation::Chat, "m");
    QVERIFY(!endpoint.has_value());
    QCOMPARE(endpoint.error().kind, ErrorKind::Unauthenticated);
    QVERIFY(endpoint.error().message.contains(QStringLiteral("[llm.providers.p]")));
}

void ProviderEndpointTest::typesOutOfReachAreSaid()
{
    for (const ProviderType type : {ProviderType::Anthropic, ProviderType::Google, ProviderType::Bedrock}) {
        const auto endpoint = providerEndpoint(providerOf(type, "https://h"), Operation::Chat, "m");
        QVERIFY(!endpoint.has_value());
        QCOMPARE(endpoint.error().kind, ErrorKind::InvalidRequest);
        QVERIFY(endpoint.error().message.contains(providerTypeName(type)));
    }
}

QTEST_APPLESS_MAIN(ProviderEndpointTest)
#include "tst_providerendpoint.moc"

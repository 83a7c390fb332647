// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/prices/priceloader.h"
#include "ledger/prices/pricenames.h"
#include "ledger/prices/pricevendor.h"

#include <QTimeZone>
#include <QtTest>

using namespace nexus;

class TestPriceNames final : public QObject {
    Q_OBJECT

private:
    PriceLoader m_loader;

    static void row(const char *vendor, const char *asked, const char *found)
    {
        QTest::newRow((QByteArray(vendor) + ' ' + asked).constData())
            << QByteArray(vendor) << QByteArray(asked) << QByteArray(found);
    }

private Q_SLOTS:
    // Which row of the built-in table answers; empty where none may.
    void matches_data()
    {
        QTest::addColumn<QByteArray>("vendor");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("found");
        row("openai", "gpt-4o", "gpt-4o");
        row("openai", "GPT-4o", "gpt-4o");
        row("openai", "gpt-4o-2024-05-13", "gpt-4o-2024-05-13");
        row("openai", "gpt-4o-2031-01-31", "gpt-4o");
        row("openai", "gpt-5.1-latest", "gpt-5.1");
        row("openai", "gpt-5-chat-latest", "gpt-5-chat-latest");
        row("openai", "gpt-35-turbo", "gpt-3.5-turbo");
        row("openai", "gpt-35-turbo-16k", "gpt-3.5-turbo-16k");
        row("openai", "ft:gpt-4o-2024-08-06:acme::9xyz", "ft:gpt-4o-2024-08-06");
        row("openai", "gpt-5-turbo", "");
        row("openai", "gpt-4o-", "");
        row("openai", "gpt", "");
        row("openai", "my-deployment", "");
        row("openai", "claude-sonnet-4-5", "");
        row("anthropic", "claude-sonnet-4-5@20250929", "claude-sonnet-4-5");
        row("anthropic", "claude-opus-4-5-20991231", "claude-opus-4-5");
        row("anthropic", "claude-3-5-sonnet-20240620", "claude-3-5-sonnet");
        row("anthropic", "claude-3-5-sonnet-latest", "claude-3-5-sonnet");
        row("anthropic", "claude-3-7-sonnet-latest", "claude-3-7-sonnet");
        row("anthropic", "claude-3-5-haiku-20241022", "claude-3-5-haiku");
        row("anthropic", "claude-opus", "");
        row("anthropic", "claude-opus-4-5-turbo", "");
        row("google", "models/gemini-2.5-flash", "gemini-2.5-flash");
        row("google", "publishers/google/models/gemini-2.5-pro", "gemini-2.5-pro");
        row("google", "projects/p/locations/eu/publishers/google/models/gemini-2.0-flash-001",
            "gemini-2.0-flash-001");
        row("google", "publishers/google/models/gemini-2.5-flash-002", "gemini-2.5-flash");
        row("google", "gemini-2.5-pro-preview-05-06", "gemini-2.5-pro");
        row("google", "gemini-2.5-flash-lite-preview-11-2029", "gemini-2.5-flash-lite");
        row("google", "gemini-2.5", "");
        row("google", "publishers/anthropic/models/claude-sonnet-4-5", "");
        row("bedrock", "us.anthropic.claude-sonnet-4-20250514-v1:0",
            "anthropic.claude-sonnet-4-20250514-v1:0");
        row("bedrock", "jp.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "regional.anthropic.claude-sonnet-4-5-20250929-v1:0");
        row("bedrock", "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "anthropic.claude-sonnet-4-5-20250929-v1:0");
        row("bedrock", "us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0");
        row("bedrock", "apac.amazon.nova-pro-v1:0", "apac.amazon.nova-pro-v1:0");
        row("bedrock", "us.amazon.nova-pro-v1:0:300k", "amazon.nova-pro-v1:0");
        row("bedrock", "anthropic.claude-opus-4-8-20270101-v2:0", "anthropic.claude-opus-4-8");
        row("bedrock",
            "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.meta.llama3-2-1b-instruct-v1:0",
            "eu.meta.llama3-2-1b-instruct-v1:0");
        row("bedrock", "arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.titan-embed-text-v2:0",
            "amazon.titan-embed-text-v2:0");
        row("bedrock", "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/a1b2c3", "");
        row("bedrock", "us.amazon", "");
        row("bedrock", "amazon.titan-embed-text-v9:0", "");
        row("mistral", "mistral-large-2407", "mistral-large-2407");
        row("mistral", "mistral-large-9999", "");
        row("groq", "openai/gpt-oss-120b", "openai/gpt-oss-120b");
        row("groq", "gpt-oss-120b", "");
        row("cohere", "command-r-plus-08-2024", "command-r-plus-08-2024");
        row("", "gpt-4o", "");
        row("ollama", "llama3.2", "");
        row("openai", "", "");
    }

    void matches()
    {
        QFETCH(QByteArray, vendor);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, found);
        const QDateTime when(QDate(2026, 9, 16), QTime(12, 0), QTimeZone::utc());
        const auto price = m_loader.book()->find({vendor, asked}, when);
        QCOMPARE(price ? price->model : QByteArray(), found);
    }

    void goesFromTheNameToTheLeastSpecific()
    {
        const std::vector<QByteArray> expected {
            "us.anthropic.claude-x-20250101-v1:0",
            "us.anthropic.claude-x-20250101",
            "us.anthropic.claude-x",
            "regional.anthropic.claude-x-20250101-v1:0",
            "regional.anthropic.claude-x-20250101",
            "regional.anthropic.claude-x",
            "anthropic.claude-x-20250101-v1:0",
            "anthropic.claude-x-20250101",
            "anthropic.claude-x",
        };
        QCOMPARE(priceNames({"bedrock", "us.anthropic.Claude-x-20250101-v1:0"}), expected);
    }

    void endsForAnyName()
    {
        QVERIFY(priceNames({"google", QByteArray(100'000, 'x')}).empty());
        const QByteArray dates = "m" + QByteArray("-20240101").repeated(50);
        QCOMPARE(priceNames({"openai", dates}).size(), std::size_t(51));
        QCOMPARE(priceNames({"openai", "\xff\xfe"}).size(), std::size_t(1));
    }

    void vendors_data()
    {
        QTest::addColumn<ProviderType>("type");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("vendor");
        const auto row = [](ProviderType type, const char *url, const char *vendor) {
            QTest::newRow((providerTypeName(type).toLatin1() + ' ' + url).constData())
                << type << QString::fromLatin1(url) << QByteArray(vendor);
        };
        using Type = ProviderType;
        row(Type::OpenAi, "https://api.openai.com/v1", "openai");
        row(Type::OpenAi, "https://API.GROQ.com/openai/v1", "groq");
        row(Type::OpenAi, "https://api.mistral.ai/v1", "mistral");
        row(Type::OpenAi, "https://api.deepseek.com", "deepseek");
        row(Type::Anthropic, "https://api.deepseek.com/anthropic", "deepseek");
        row(Type::OpenAi, "https://api.x.ai/v1", "xai");
        row(Type::OpenAi, "https://us-east-1.api.x.ai/v1", "xai");
        row(Type::OpenAi, "https://api.cohere.ai/compatibility/v1", "cohere");
        row(Type::OpenAi, "https://generativelanguage.googleapis.com/v1beta/openai", "google");
        row(Type::OpenAi, "https://openrouter.ai/api/v1", "openrouter");
        row(Type::Azure, "https://acme.openai.azure.com", "openai");
        row(Type::Anthropic, "https://api.anthropic.com/v1", "anthropic");
        row(Type::Google, "https://europe-west4-aiplatform.googleapis.com/v1", "google");
        row(Type::Bedrock, "", "bedrock");
        row(Type::Bedrock, "https://bedrock-runtime.eu-central-1.amazonaws.com", "bedrock");
        row(Type::OpenAi, "http://127.0.0.1:8080/v1", "");
        row(Type::OpenAi, "http://localhost:11434/v1", "");
        row(Type::OpenAi, "https://api.openai.com.evil.example/v1", "");
        row(Type::OpenAi, "https://notapi.openai.com/v1", "");
        row(Type::Anthropic, "https://proxy.example.com/v1", "");
        row(Type::Bedrock, "http://127.0.0.1:4566", "");
        row(Type::Azure, "http://127.0.0.1:4566", "");
        row(Type::Ollama, "http://127.0.0.1:11434", "");
        row(Type::Ollama, "https://api.openai.com", "");
        row(Type::Demo, "", "");
    }

    void vendors()
    {
        QFETCH(ProviderType, type);
        QFETCH(QString, url);
        QFETCH(QByteArray, vendor);
        QCOMPARE(priceVendor(type, QUrl(url)), vendor);
    }
};

QTEST_APPLESS_MAIN(TestPriceNames)

#include "tst_pricenames.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/zeroconfig.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace nexus;

namespace {

QStringList namesOf(const GatewayConfig &config)
{
    QStringList names;
    for (const ProviderConfig &provider : config.llm.providers) {
        names.append(provider.isListed ? provider.name : u'(' + provider.name + u')');
    }
    return names;
}

GatewayConfig with(std::initializer_list<std::pair<QString, QString>> variables)
{
    return zeroConfig(Environment(QHash<QString, QString>(variables)));
}

} // namespace

class TestZeroConfig final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aloneTheDemoIsListed()
    {
        const GatewayConfig config = with({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("  ")}});
        QCOMPARE(namesOf(config), QStringList {QStringLiteral("demo")});
        QCOMPARE(config.llm.providers.front().type, ProviderType::Demo);
        QVERIFY(config.llm.providers.front().model("echo"));
        QCOMPARE(config.warnings, QStringList());
        QVERIFY(config.path.isEmpty());
        QCOMPARE(config.server.port, 8000);
    }

    void everyVariableGivesAProvider()
    {
        const GatewayConfig config = with({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("o")},
            {QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("a")},
            {QStringLiteral("GOOGLE_API_KEY"), QStringLiteral("g")},
            {QStringLiteral("AWS_ACCESS_KEY_ID"), QStringLiteral("i")},
            {QStringLiteral("AWS_SECRET_ACCESS_KEY"), QStringLiteral("s")},
            {QStringLiteral("OLLAMA_HOST"), QStringLiteral("0.0.0.0")}});
        QCOMPARE(namesOf(config),
            (QStringList {QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("google"),
                QStringLiteral("bedrock"), QStringLiteral("ollama"), QStringLiteral("(demo)")}));
        QCOMPARE(config.provider(QStringLiteral("openai"))->apiKeys.front().reveal(), QByteArray("o"));
        QCOMPARE(config.provider(QStringLiteral("openai"))->baseUrl,
            QUrl(QStringLiteral("https://api.openai.com/v1")));
        QCOMPARE(config.provider(QStringLiteral("ollama"))->baseUrl,
            QUrl(QStringLiteral("http://127.0.0.1:11434/v1")));
        QCOMPARE(config.warnings, QStringList());
    }

    void theFirstGoogleKeyWins()
    {
        const GatewayConfig config = with({{QStringLiteral("GEMINI_API_KEY"), QStringLiteral("1")},
            {QStringLiteral("GOOGLE_API_KEY"), QStringLiteral("2")}});
        QCOMPARE(config.provider(QStringLiteral("google"))->apiKeys.front().reveal(), QByteArray("1"));
    }

    void everyTraceOfAwsGivesBedrock_data()
    {
        QTest::addColumn<QString>("variable");
        for (const char *name : {"AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_BEARER_TOKEN_BEDROCK",
                 "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_WEB_IDENTITY_TOKEN_FILE"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    // What it is worth shows when it is needed, so that the start does not wait for it.
    void everyTraceOfAwsGivesBedrock()
    {
        QFETCH(const QString, variable);
        const GatewayConfig config = with({{variable, QStringLiteral("x")}});
        QCOMPARE(namesOf(config), (QStringList {QStringLiteral("bedrock"), QStringLiteral("(demo)")}));
        QCOMPARE(config.provider(QStringLiteral("bedrock"))->bedrock, BedrockAccess());
    }

    void theSharedFilesOfAwsGiveBedrock()
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(QStringLiteral(".aws")));
        const auto found = [&home] { return with({{QStringLiteral("HOME"), home.path()}}); };
        QVERIFY(!found().provider(QStringLiteral("bedrock")));
        QFile file(home.filePath(QStringLiteral(".aws/config")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(found().provider(QStringLiteral("bedrock")));
    }

    void anOwnBaseUrlIsHonoured()
    {
        const GatewayConfig config = with({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("o")},
            {QStringLiteral("OPENAI_BASE_URL"), QStringLiteral("http://127.0.0.1:9/v1/")}});
        QCOMPARE(config.provider(QStringLiteral("openai"))->baseUrl,
            QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
    }

    // Otherwise the key would go to a place the user did not choose.
    void aBadBaseUrlGivesNoProvider()
    {
        const GatewayConfig config = with({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("o")},
            {QStringLiteral("OPENAI_BASE_URL"), QStringLiteral("nonsense")}});
        QCOMPARE(namesOf(config), QStringList {QStringLiteral("demo")});
        QCOMPARE(config.warnings,
            QStringList {
                QStringLiteral("OPENAI_BASE_URL must be a URL that starts with http:// or https://, so no "
                               "openai provider is set up.")});
    }

    void aKeyWithALineBreakIsRefusedWithoutShowingIt()
    {
        const GatewayConfig config
            = with({{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("top\nsecret")}});
        QCOMPARE(namesOf(config), QStringList {QStringLiteral("demo")});
        QCOMPARE(config.warnings.size(), 1);
        QVERIFY(config.warnings.first().startsWith(QStringLiteral("OPENAI_API_KEY ")));
        QVERIFY(!config.warnings.first().contains(QStringLiteral("secret")));
    }

    void ollamaHost_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *host, const char *url) {
            QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(url);
        };
        row("box", "http://box:11434/v1");
        row("box:1234", "http://box:1234/v1");
        row("192.168.0.2", "http://192.168.0.2:11434/v1");
        row("0.0.0.0:5", "http://127.0.0.1:5/v1");
        row(":5", "http://127.0.0.1:5/v1");
        row("[::]:5", "http://[::1]:5/v1");
        row("http://box:1/", "http://box:1/v1");
        row("https://ollama.example.com/sub", "https://ollama.example.com/sub/v1");
        row("ftp://box", "");
        row("b ox", "");
        row("box:port", "");
    }

    void ollamaHost()
    {
        QFETCH(QString, host);
        QFETCH(QString, url);
        const std::optional<QUrl> read = ollamaBaseUrl(host);
        QCOMPARE(read ? read->toString() : QString(), url);
    }
};

QTEST_GUILESS_MAIN(TestZeroConfig)
#include "tst_zeroconfig.moc"

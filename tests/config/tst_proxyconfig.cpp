// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QTest>

using namespace nexus;

namespace {

Result<GatewayConfig> parse(const QByteArray &text)
{
    const Environment environment({{QStringLiteral("HOST"), QStringLiteral("proxy.example:8080")}});
    return parseConfig(text, QStringLiteral("nexus.toml"), environment);
}

QUrl urlOf(const QByteArray &lines)
{
    const Result<GatewayConfig> config = parse("[llm.proxy.anthropic]\n" + lines);
    return config ? config->llm.anthropicProxyUrl : QUrl();
}

} // namespace

class TestProxyConfig final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsOffAndLeadsToAnthropic()
    {
        const Result<GatewayConfig> config = parse("");
        QVERIFY(config);
        QVERIFY(!config->llm.isAnthropicProxyEnabled);
        QCOMPARE(config->llm.anthropicProxyPath, QByteArray("/proxy/anthropic"));
        QCOMPARE(config->llm.anthropicProxyUrl, QUrl(QStringLiteral("https://api.anthropic.com")));
    }

    void itNeedsNoProvider()
    {
        const Result<GatewayConfig> config = parse("[llm.proxy.anthropic]\nenabled = true\n");
        QVERIFY(config);
        QVERIFY(config->llm.isAnthropicProxyEnabled);
        QVERIFY(config->warnings.isEmpty());
    }

    void baseUrls_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("url");
        QTest::newRow("absent") << QByteArray("enabled = true\n")
                                << QStringLiteral("https://api.anthropic.com");
        QTest::newRow("http") << QByteArray("base_url = 'http://127.0.0.1:1'\n")
                              << QStringLiteral("http://127.0.0.1:1");
        QTest::newRow("a slash at the end")
            << QByteArray("base_url = 'https://x.example/a/'\n") << QStringLiteral("https://x.example/a");
        QTest::newRow("from the environment") << QByteArray("base_url = 'https://{{ env.HOST }}/v1x'\n")
                                              << QStringLiteral("https://proxy.example:8080/v1x");
    }

    void baseUrls()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, url);
        QCOMPARE(urlOf(lines), QUrl(url));
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("message");
        QTest::newRow("misspelt")
            << QByteArray("base_ulr = 'http://x'\n")
            << QStringLiteral("nexus.toml:2:1: unknown key 'base_ulr' in [llm.proxy.anthropic], did you mean "
                              "'base_url'?");
        QTest::newRow("no URL")
            << QByteArray("enabled = true\nbase_url = 'api.anthropic.com'\n")
            << QStringLiteral(
                   "nexus.toml:3:12: 'base_url' must be a URL that starts with http:// or https://");
        QTest::newRow("of a wrong type")
            << QByteArray("base_url = 7\n")
            << QStringLiteral("nexus.toml:2:12: 'base_url' must be a string, not an integer");
        QTest::newRow("with the version")
            << QByteArray("base_url = 'https://api.anthropic.com/v1/'\n")
            << QStringLiteral(
                   "nexus.toml:2:12: 'base_url' must not end with /v1, which is part of what follows it");
        QTest::newRow("with a query")
            << QByteArray("base_url = 'https://x?a'\n")
            << QStringLiteral("nexus.toml:2:12: 'base_url' must not have a query or a fragment");
        QTest::newRow("the path of a protocol")
            << QByteArray("enabled = true\npath = '/llm'\n")
            << QStringLiteral("nexus.toml:3:8: the path '/llm' is already served by llm.protocols.openai");
    }

    void faults()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, message);
        const Result<GatewayConfig> config = parse("[llm.proxy.anthropic]\n" + lines);
        QVERIFY(!config);
        QCOMPARE(config.error().message, message);
    }
};

QTEST_GUILESS_MAIN(TestProxyConfig)
#include "tst_proxyconfig.moc"

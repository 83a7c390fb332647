// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QtTest>

using namespace nexus;

namespace {

QStringList warningsOf(const char *text)
{
    const Result<GatewayConfig> config = parseConfig(text, QStringLiteral("nexus.toml"), Environment());
    return config ? config->warnings : QStringList {config.error().message};
}

} // namespace

class TestLaterEffects final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void silentForWhatWorks()
    {
        QCOMPARE(warningsOf("[server]\n"
                            "listen_address = '127.0.0.1:0'\n"
                            "workers = 2\n"
                            "max_body_size = '1MiB'\n"
                            "max_connections = 10\n"
                            "shutdown_grace = '1s'\n"
                            "health = { enabled = true, path = '/up' }\n"
                            "[llm]\n"
                            "keepalive = 'off'\n"
                            "timeouts.idle = '5s'\n"
                            "[llm.protocols.openai]\n"
                            "path = '/x'\n"
                            "[llm.providers.a]\n"
                            "type = 'openai'\n"
                            "api_key = 'k'\n"
                            "base_url = 'http://127.0.0.1:1'\n"
                            "model_filter = 'gpt'\n"
                            "timeouts.connect = '1s'\n"
                            "models.m.rename = 'n'\n"
                            "[llm.providers.b]\n"
                            "type = 'ollama'\n"
                            "api_keys = ['one']\n"
                            "[llm.aliases]\n"
                            "fast = 'a/m'\n"
                            "slow = { targets = ['b/x'] }\n"),
            QStringList());
    }

    void namesTheKeysInFileOrder()
    {
        QCOMPARE(warningsOf("[telemetry]\n"
                            "service_name = 'x'\n"
                            "[llm.providers.zeta]\n"
                            "type = 'openai'\n"
                            "forward_token = true\n"
                            "api_keys = ['a', 'b']\n"
                            "models.'gpt 4'.price.input = 1\n"
                            "[llm.providers.alpha]\n"
                            "type = 'anthropic'\n"
                            "forward_token = true\n"
                            "[llm.aliases]\n"
                            "both = { targets = ['zeta/a', 'alpha/b'], strategy = 'fallback' }\n"
                            "[llm.retries]\n"
                            "max_attempts = 2\n"
                            "[server.csrf]\n"
                            "enabled = false\n"),
            QStringList {
                QStringLiteral("These keys are read but have no effect in this version yet: telemetry, "
                               "llm.providers.zeta.forward_token, llm.providers.zeta.api_keys, "
                               "llm.providers.zeta.models.\"gpt 4\".price, llm.providers.alpha.forward_token, "
                               "llm.aliases.both.targets, llm.aliases.both.strategy, llm.retries, "
                               "server.csrf.")});
    }

    void mcpHasASentenceOfItsOwn()
    {
        QCOMPARE(warningsOf("[mcp.servers.x]\nurl = 'http://x'\n"),
            QStringList {QStringLiteral("The [mcp] section is ignored: this gateway serves models only.")});
    }

    void disabledModelsAreMentioned()
    {
        QCOMPARE(warningsOf("llm.enabled = false"),
            QStringList {QStringLiteral("llm.enabled is false: no model is served.")});
    }
};

QTEST_GUILESS_MAIN(TestLaterEffects)
#include "tst_latereffects.moc"

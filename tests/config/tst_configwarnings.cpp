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

class TestConfigWarnings final : public QObject {
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
                            "retries.max_attempts = 2\n"
                            "forward_token = true\n"
                            "headers = [{ rule = 'insert', name = 'x-a', value = 'b' }]\n"
                            "[llm.cache]\n"
                            "enabled = true\n"
                            "[llm.aliases]\n"
                            "fast = 'a/m'\n"
                            "slow = { targets = ['b/x', 'a/m'], strategy = 'round_robin', max_tokens = 5 }\n"
                            "[ledger]\n"
                            "bodies = 'all'\n"
                            "[budgets.all]\n"
                            "limit_usd = 1\n"
                            "[telemetry]\n"
                            "service_name = 'x'\n"),
            QStringList());
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

QTEST_GUILESS_MAIN(TestConfigWarnings)
#include "tst_configwarnings.moc"

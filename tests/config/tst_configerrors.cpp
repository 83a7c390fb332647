// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"

#include <QtTest>

using namespace nexus;

namespace {

QString secret()
{
    return QStringLiteral("sk-very-secret-0123456789");
}

QString errorOf(QByteArrayView text)
{
    const Environment environment({{QStringLiteral("KEY"), secret()}});
    const Result<GatewayConfig> config = parseConfig(text, QStringLiteral("nexus.toml"), environment);
    if (config) {
        return QStringLiteral("(no error)");
    }
    return config.error().kind == ErrorKind::InvalidRequest ? config.error().message
                                                            : QStringLiteral("(wrong kind)");
}

void row(const char *name, const char *text, const char *message)
{
    QTest::newRow(name) << QByteArray(text)
                        << QString(QLatin1String("nexus.toml:") + QString::fromUtf8(message));
}

} // namespace

class TestConfigErrors final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void message_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        addSyntax();
        addKeys();
        addTypes();
        addForms();
        addServer();
        addProviders();
        addAliases();
        addLimits();
        addOther();
    }

    void message()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const QString message = errorOf(text);
        QCOMPARE(message, expected);
        QVERIFY(!message.contains(secret()));
    }

    void theFirstOfSeveralIsReported()
    {
        QCOMPARE(errorOf("server.workers = 0\nserver.max_connections = 0\nx = 1\n"),
            QStringLiteral("nexus.toml:1:18: 'workers' must be \"auto\" or a number from 1 to 256"));
        QCOMPARE(errorOf("x = 1\nserver.workers = 0\n"),
            QStringLiteral("nexus.toml:1:1: unknown key 'x' at the top level"));
    }

    void aLineBreakInAKeyStaysOneLine()
    {
        const QString message = errorOf("[server]\n\"a\\nb\" = 1\n");
        QCOMPARE(message, QStringLiteral("nexus.toml:2:1: unknown key 'a\uFFFDb' in [server]"));
    }

    void sizeAndDepthAreBounded()
    {
        QCOMPARE(errorOf(QByteArray(1024 * 1024 + 1, '\n')),
            QStringLiteral("nexus.toml:1:1: the file is larger than 1 MiB"));
        QCOMPARE(errorOf(QByteArray("a.").repeated(40) + "b = 1"),
            QStringLiteral("nexus.toml:1:1: values are nested deeper than 32 levels"));
    }

private:
    static void addSyntax()
    {
        row("no value", "[server]\nworkers =\n",
            "2:10: error while parsing key-value pair: expected value, saw '\\n'");
        row("unquoted key", "[llm.providers.a]\napi_key = sk-123\n",
            "2:11: this is no TOML value; a string stands in quotes");
        row("digits without quotes", "x = 99999999999999999999\n", "1:25: the number cannot be represented");
        row("twice", "a = 1\na = 2\n",
            "2:5: error while parsing key-value pair: cannot redefine existing integer 'a'");
    }

    static void addKeys()
    {
        row("near", "[llm.providers.openai]\ntype = 'openai'\n    api_kye = 'x'\n",
            "3:5: unknown key 'api_kye' in [llm.providers.openai], did you mean 'api_key'?");
        row("far", "[server]\nzzz = 1\n", "2:1: unknown key 'zzz' in [server]");
        row("top", "[srever]\n", "1:2: unknown key 'srever' at the top level, did you mean 'server'?");
        row("hyphen", "[llm.providers.a]\ntype='openai'\napi-key='x'\n",
            "3:1: unknown key 'api-key' in [llm.providers.a], did you mean 'api_key'?");
        row("model",
            "[llm.providers.a]\ntype='openai'\n[llm.providers.a.models.\"gpt 4.1\"]\nmax_tokens = 1\n",
            "4:1: unknown key 'max_tokens' in [llm.providers.a.models.\"gpt 4.1\"]");
        row("protocol", "[llm.protocols.anthropic]\nenable = true\n",
            "2:1: unknown key 'enable' in [llm.protocols.anthropic], did you mean 'enabled'?");
        row("client_id", "server.client_identification.client_id = { jwt_claim = 'sub', source = 'x' }\n",
            "1:63: unknown key 'source' in [server.client_identification.client_id]");
        row("in a list",
            "[llm.providers.a]\ntype='openai'\nheaders = [{ rule = 'remove', name = 'a', nam = 'b' }]\n",
            "3:43: unknown key 'nam' in [llm.providers.a.headers], did you mean 'name'?");
    }

    static void addTypes()
    {
        row("bool", "[llm]\nenabled = 'yes'\n", "2:11: 'enabled' must be true or false, not a string");
        row("string", "[llm.providers.a]\ntype='openai'\napi_key = 12345\n",
            "3:11: 'api_key' must be a string, not an integer");
        row("table", "server = 1\n", "1:10: 'server' must be a table, not an integer");
        row("named table", "[llm.providers]\na = 'openai'\n", "2:5: 'a' must be a table, not a string");
        row("list", "[server]\nallowed_hosts = 'x'\n", "2:17: 'allowed_hosts' must be a list, not a string");
        row("item", "[server]\nallowed_hosts = ['x', 1]\n",
            "2:23: 'allowed_hosts' must be a string, not an integer");
        row("list of tables", "[llm.providers.a]\ntype='openai'\nheaders = ['x']\n",
            "3:12: 'headers' must be a list of tables, not of a string");
        row("date", "[server]\nshutdown_grace = 2020-01-01\n",
            "2:18: 'shutdown_grace' must be a string, not a date or time");
        row("integer", "[server]\nmax_connections = 1.5\n",
            "2:19: 'max_connections' must be an integer, not a number");
    }

    static void addForms()
    {
        row("duration", "[server]\nshutdown_grace = '10'\n",
            "2:18: 'shutdown_grace' must be a duration such as \"60s\"");
        row("duration or off", "[llm]\nkeepalive = 'never'\n",
            "2:13: 'keepalive' must be a duration such as \"60s\", or \"off\"");
        row("no time", "[llm.cache]\nttl = '0s'\n", "2:7: 'ttl' must be longer than zero");
        row("size", "[server]\nmax_body_size = '32 megs'\n",
            "2:17: 'max_body_size' must be a size above zero such as \"32MiB\"");
        row("no size", "[server]\nmax_body_size = 0\n",
            "2:17: 'max_body_size' must be a size above zero such as \"32MiB\"");
        row("range", "[server]\nmax_connections = 0\n", "2:19: 'max_connections' must be from 1 to 1000000");
        row("number", "[telemetry.tracing]\nsampling = 1.5\n",
            "2:12: 'sampling' must be a number from 0 to 1");
        row("not a number", "[telemetry.tracing]\nsampling = nan\n",
            "2:12: 'sampling' must be a number from 0 to 1");
        row("url", "[llm.providers.a]\ntype='openai'\nbase_url = 'api.example.com'\n",
            "3:12: 'base_url' must be a URL that starts with http:// or https://");
        row("url with key", "[llm.providers.a]\ntype='openai'\nbase_url = 'https://u:{{ env.KEY }}@x'\n",
            "3:12: 'base_url' must not carry a user name or password");
        row("url with query", "[llm.providers.a]\ntype='openai'\nbase_url = 'https://x?key={{ env.KEY }}'\n",
            "3:12: 'base_url' must not have a query or a fragment");
        row("url from a key", "[llm.providers.a]\ntype='openai'\nbase_url = '{{ env.KEY }}'\n",
            "3:12: 'base_url' must be a URL that starts with http:// or https://");
        row("pattern", "[llm.providers.a]\ntype='openai'\nmodel_filter = '(a'\n",
            "3:16: 'model_filter' is not a valid regular expression: missing closing parenthesis at offset "
            "2");
        row("empty pattern", "[llm.providers.a]\ntype='openai'\nmodel_filter = ' '\n",
            "3:16: 'model_filter' must not be empty");
        row("unset", "[llm.providers.a]\ntype='openai'\napi_key = '{{ env.NOPE }}'\n",
            "3:11: 'api_key': the environment variable 'NOPE' is not set");
        row("scope", "[llm.providers.a]\ntype='openai'\napi_key = '{{ vault.x }}'\n",
            "3:11: 'api_key': braces hold something other than {{ env.NAME }} or {{ keychain.NAME }}");
        row("keychain", "[llm.providers.a]\ntype='openai'\nbase_url = 'https://x/{{ keychain.a }}'\n",
            "3:12: 'base_url': there is no key 'a' in the keychain; add it with `nexus key set a` or in the "
            "console");
        row("name of a key", "[llm.providers.a]\ntype='openai'\napi_key = '{{ keychain.a b }}'\n",
            "3:11: 'api_key': {{ keychain.NAME }} needs the name of a key in the keychain");
        row("unset beside a key", "[llm.providers.a]\ntype='openai'\napi_key = '{{env.NO}}{{keychain.a}}'\n",
            "3:11: 'api_key': the environment variable 'NO' is not set");
        row("keys", "[llm.providers.a]\ntype='openai'\napi_keys = 'x'\n",
            "3:12: 'api_keys' must be a list, not a string");
        row("key with a line break", "[llm.providers.a]\ntype='openai'\napi_key = \"a\\nb\"\n",
            "3:11: 'api_key' holds a character that an HTTP header cannot carry");
    }

    static void addServer()
    {
        row("address", "[server]\nlisten_address = '127.0.0.1'\n",
            "2:18: 'listen_address' needs a port, as in 127.0.0.1:8000");
        row("host name", "[server]\nlisten_address = 'example.com:80'\n",
            "2:18: 'listen_address' needs an IP address or localhost before the port");
        row("workers", "[server]\nworkers = 'many'\n",
            "2:11: 'workers' must be \"auto\" or a number from 1 to 256");
        row("health path", "[server.health]\npath = 'health'\n",
            "2:8: 'path' must start with '/' and name at least one segment, as in \"/llm\"");
        row("tls key", "[server.tls]\ncertificate = 'c.pem'\n", "1:1: missing key 'key' in [server.tls]");
        row("host with a scheme", "[server]\nallowed_hosts = ['a', 'https://b']\n",
            "2:17: 'allowed_hosts' must hold names or addresses such as \"nexus.internal\" or "
            "\"10.0.0.5:8000\", which \"https://b\" is not");
        row("hosts", "[server]\nallowed_hosts = ['*', 'x']\n",
            "2:17: 'allowed_hosts' must hold \"*\" alone or not at all");
        row("cors", "[server.cors]\nallow_origins = '*'\nallow_credentials = true\n",
            "3:21: 'allow_credentials' cannot be combined with \"*\", name what is allowed");
        row("origin", "[server.cors]\nallow_origins = ['example.com']\n",
            "2:17: 'allow_origins' must hold origins such as \"https://app.example.com\"");
        row("oauth", "[server.oauth]\nurl = 'https://x'\n",
            "1:1: missing key 'protected_resource' in [server.oauth]");
        row("identity", "[server.client_identification]\nclient_id = {}\n",
            "2:13: [server.client_identification.client_id] needs either 'jwt_claim' or 'http_header'");
        row("limits without a word", "[server.rate_limits]\n",
            "1:1: missing key 'enabled' in [server.rate_limits]");
        row("redis", "[server.rate_limits]\nenabled = true\nstorage = { type = 'redis' }\n",
            "3:11: missing key 'url' in [server.rate_limits.storage]");
        row("redis url",
            "server.rate_limits = { enabled = true, storage = { type = 'redis', url = '{{ env.KEY }}' } }\n",
            "1:74: 'url' must be a URL that starts with redis:// or rediss://");
        row("redis lost",
            "server.rate_limits = { enabled = true, storage = { type = 'memory', on_failure = 'fail_close' } "
            "}\n",
            "1:82: 'on_failure' must be one of fail_open | fail_closed, did you mean 'fail_closed'?");
    }

    static void addProviders()
    {
        row("no type", "[llm.providers.a]\n", "1:1: missing key 'type' in [llm.providers.a]");
        row("type", "[llm.providers.a]\ntype = 'opnai'\n",
            "2:8: 'type' must be one of openai | anthropic | google | bedrock | ollama | azure | demo, "
            "did you mean 'openai'?");
        row("type from a key", "[llm.providers.a]\ntype = '{{ env.KEY }}'\n",
            "2:8: 'type' must be one of openai | anthropic | google | bedrock | ollama | azure | demo");
        row("slash", "[llm.providers.\"a/b\"]\ntype = 'openai'\n",
            "1:16: the provider name 'a/b' may hold ASCII letters, digits and signs, but no '/' and no "
            "spaces");
        row("no name", "[llm.providers.\"\"]\ntype = 'openai'\n", "1:16: a provider needs a name");
        row("azure", "[llm.providers.a]\ntype = 'azure'\n",
            "1:1: missing key 'base_url' in [llm.providers.a]");
        row("half a key", "[llm.providers.a]\ntype = 'bedrock'\nregion = 'x'\naccess_key_id = 'y'\n",
            "1:1: missing key 'secret_access_key' in [llm.providers.a]");
        row("foreign key", "[llm.providers.a]\ntype = 'openai'\nregion = 'x'\n",
            "3:10: 'region' does not apply to a provider of type openai");
        row("both keys", "[llm.providers.a]\ntype = 'openai'\napi_key = 'x'\napi_keys = ['y']\n",
            "4:12: 'api_keys' cannot stand beside 'api_key'");
        row("rule", "[llm.providers.a]\ntype='openai'\nheaders = [{ rule = 'insert', name = 'a' }]\n",
            "3:12: missing key 'value' in [llm.providers.a.headers]");
        row("tls without a key", "[llm.providers.a]\ntype='openai'\ntls = { certificate = 'c.pem' }\n",
            "3:7: missing key 'key' in [llm.providers.a.tls]");
        row("tls without a certificate",
            "[llm.providers.a]\ntype='openai'\n[llm.providers.a.tls]\nkey = 'k'\n",
            "3:1: missing key 'certificate' in [llm.providers.a.tls]");
        row("tls misspelt", "[llm.providers.a]\ntype='openai'\ntls = { ca_certifcate = 'c.pem' }\n",
            "3:9: unknown key 'ca_certifcate' in [llm.providers.a.tls], did you mean 'ca_certificate'?");
        row("tls of a wrong type", "[llm.providers.a]\ntype='openai'\ntls = 'c.pem'\n",
            "3:7: 'tls' must be a table, not a string");
        row("tls blank", "[llm.providers.a]\ntype='openai'\ntls = { ca_certificate = ' ' }\n",
            "3:26: 'ca_certificate' must not be empty");
        row("tls over http",
            "[llm.providers.a]\ntype='openai'\nbase_url='http://x'\ntls = { ca_certificate = 'c.pem' }\n",
            "4:7: 'tls' needs a base_url that starts with https://");
        row("tls at a local ollama", "[llm.providers.a]\ntype='ollama'\ntls = { ca_certificate = 'c.pem' }\n",
            "3:7: 'tls' needs a base_url that starts with https://");
        row("tls of the demo", "[llm.providers.demo]\ntype='demo'\ntls = { ca_certificate = 'c.pem' }\n",
            "3:7: 'tls' does not apply to a provider of type demo");
        row("delays", "[llm.retries]\nbase_delay = '10s'\n",
            "2:14: 'base_delay' makes 'max_delay' shorter than 'base_delay'");
        row("same path", "[llm.protocols.openai]\npath = '/x'\n[llm.protocols.anthropic]\npath = '/x/'\n",
            "4:8: the path '/x' is already served by llm.protocols.openai");
        row("path that is always there", "[llm.protocols.anthropic]\npath = '/llm/openai'\n",
            "2:8: the path '/llm/openai' is already served by llm.protocols.openai");
        row("root path", "[llm.protocols.openai]\npath = '/'\n",
            "2:8: 'path' must start with '/' and name at least one segment, as in \"/llm\"");
        row("no protocol",
            "[llm.providers.a]\ntype='openai'\n[llm.protocols]\nopenai.enabled=false\nanthropic.enabled="
            "false\n",
            "3:1: [llm.protocols] switches every protocol off, so the providers cannot be reached");
    }

    static void addAliases()
    {
        row("unknown provider",
            "[llm.providers.openai]\ntype='openai'\n[llm.aliases]\nfast = 'opnai/gpt-4o'\n",
            "4:8: the alias 'fast' points to the unknown provider 'opnai', did you mean 'openai'?");
        row("itself", "[llm.aliases]\nfast = 'fast'\n", "2:8: the alias 'fast' points to itself");
        row("form", "[llm.aliases]\na = 'demo/'\n",
            "2:5: the alias 'a' must point to a target of the form provider/model or to another alias");
        row("from a key", "[llm.aliases]\na = '{{ env.KEY }}/x'\n",
            "2:5: the alias 'a' points to the unknown provider");
        row("second target", "[llm.aliases.a]\ntargets = ['demo/echo', 'nope/x']\n",
            "2:25: the alias 'a' points to the unknown provider 'nope'");
        row("no target", "[llm.aliases.a]\ntargets = []\n", "2:11: 'targets' must name at least one target");
        row("weights", "[llm.aliases.a]\ntargets = ['demo/echo']\nstrategy = 'weighted'\nweights = [1, 2]\n",
            "4:11: 'weights' must hold one number for each target, and one above zero");
    }

    static void addLimits()
    {
        row("nobody known",
            "[llm.providers.a]\ntype='openai'\nrate_limits.per_user = { input_token_limit = 1, interval = "
            "'1s' }\n",
            "3:24: limits per user need server.client_identification.enabled = true");
        row("no group id",
            "server.client_identification.enabled = true\n[llm.providers.a]\ntype='openai'\n"
            "rate_limits.per_user.groups.g = { input_token_limit = 1, interval = '1s' }\n",
            "4:29: limits per group need server.client_identification.group_id");
        row("no groups",
            "server.client_identification = { enabled = true, group_id = { jwt_claim = 'g' } "
            "}\n[llm.providers.a]\n"
            "type='openai'\nrate_limits.per_user.groups.g = { input_token_limit = 1, interval = '1s' }\n",
            "4:29: limits beside a group_id need server.client_identification.validation.group_values");
        row("unknown group",
            "server.client_identification = { enabled = true, group_id = { jwt_claim = 'g' }, validation = { "
            "group_values = ['x'] } }\n[llm.providers.a]\ntype='openai'\n"
            "rate_limits.per_user.groups.g = { input_token_limit = 1, interval = '1s' }\n",
            "4:29: the group 'g' is not in server.client_identification.validation.group_values");
        row("no interval",
            "[llm.providers.a]\ntype='openai'\nrate_limits.per_user = { input_token_limit = 1 }\n",
            "3:24: missing key 'interval' in [llm.providers.a.rate_limits.per_user]");
    }

    static void addOther()
    {
        row("bodies", "[ledger]\nbodies = 'al'\n",
            "2:10: 'bodies' must be one of off | errors | all, did you mean 'all'?");
        row("budget", "[budgets.a]\nperiod = 'day'\n", "1:1: missing key 'limit_usd' in [budgets.a]");
        row("budget provider", "[budgets.a]\nlimit_usd = 1\nprovider = 'x'\n",
            "3:12: 'provider' is not the name of a provider in this file");
        row("grpc header", "[telemetry.exporters.otlp.grpc.headers]\ngrpc-x = 'a'\n",
            "2:1: 'grpc-x' starts with 'grpc-', which is reserved for the protocol");
        row("header value", "[telemetry.exporters.otlp.http.headers]\nx = \"{{ env.KEY }}\\n\\u0001\"\n",
            "2:5: 'x' holds a character that an HTTP header cannot carry");
    }
};

QTEST_GUILESS_MAIN(TestConfigErrors)
#include "tst_configerrors.moc"

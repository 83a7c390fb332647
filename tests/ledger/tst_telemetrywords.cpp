// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "telemetrykit.h"

#include "ledger/telemetry/metricwriter.h"
#include "ledger/telemetry/otlpjson.h"

using namespace nexus;

//! The words in which requests are exported.
class TelemetryWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansOfARequest();
    void aRequestThatWentNowhere();
    void aRefusalThatIsHandedThrough();
    void aSlowUploadIsPartOfTheRequest();
    void wordsOfProviders_data();
    void wordsOfProviders();
    void limitsOfAttributes();
    void metricsOfRequests();
    void rowsAreBounded();
    void theResource();
    void addresses_data();
    void addresses();
};

void TelemetryWordsTest::spansOfARequest()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    probe.telemetry.record(tracedRecord());
    push(probe);
    QCOMPARE(probe.collector.asks.size(), 1U);
    const FetchAsk &ask = probe.collector.asks.front().ask;
    QCOMPARE(ask.method, QByteArray("POST"));
    QCOMPARE(ask.url, QUrl(QStringLiteral("http://collector:4318/v1/traces")));
    QCOMPARE(ask.headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(ask.headers.value("Authorization"), QByteArray("Bearer sk-of-the-collector"));
    QVERIFY(!ask.body.contains("secret words") && !ask.body.contains("prompt"));
    const Json spans = probe.collector.spans(0);
    QCOMPARE(spans.size(), 3U);
    QCOMPARE(said(spans[0].at("name")), QByteArray("POST /llm/v1/chat/completions"));
    QCOMPARE(said(spans[0].at("kind")), QByteArray("2"));
    QCOMPARE(said(spans[0].at("traceId")), QByteArray("0af7651916cd43dd8448eb211c80319c"));
    QCOMPARE(said(spans[0].at("spanId")), QByteArray("00f067aa0ba902b7"));
    QCOMPARE(said(spans[0].at("parentSpanId")), QByteArray("b7ad6b7169203331"));
    QCOMPARE(said(spans[0].at("traceState")), QByteArray("a=1"));
    QCOMPARE(said(spans[0].at("flags")), QByteArray("769"));
    QCOMPARE(said(spans[0].at("startTimeUnixNano")), QByteArray("1700000000000000000"));
    QCOMPARE(said(spans[0].at("endTimeUnixNano")), QByteArray("1700000001600000000"));
    QCOMPARE(said(spans[0].at("status")), QByteArray("{}"));
    QCOMPARE(attributesOf(spans[0]).join(' '),
        QByteArray("http.request.method=POST http.route=/llm/v1/chat/completions "
                   "url.path=/llm/v1/chat/completions url.scheme=http http.response.status_code=200 "
                   "user_agent.original=tester/1.0 (curious) client.address=192.0.2.7 client.id=alice "
                   "client.group=staff nexus.request_id=req-1 "
                   "nexus.outcome=answered nexus.alias=fast nexus.asked_model=fast nexus.cache=miss "
                   "nexus.stream=true nexus.attempts=2 nexus.cost_usd=1.25"));
    QCOMPARE(said(spans[1].at("name")), QByteArray("chat gpt-4o"));
    QCOMPARE(said(spans[1].at("kind")), QByteArray("3"));
    QCOMPARE(said(spans[1].at("parentSpanId")), QByteArray("00f067aa0ba902b7"));
    QCOMPARE(said(spans[1].at("startTimeUnixNano")), QByteArray("1700000000001000000"));
    QCOMPARE(said(spans[1].at("endTimeUnixNano")), QByteArray("1700000000021000000"));
    QCOMPARE(said(spans[1].at("status")), QByteArray(R"({"code":2})"));
    QCOMPARE(attributesOf(spans[1]).join(' '),
        QByteArray("gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4o "
                   "server.address=api.openai.com server.port=443 http.response.status_code=503 "
                   "error.type=overloaded_error client.id=alice client.group=staff nexus.provider=work "
                   "nexus.attempt=1"));
    QCOMPARE(said(spans[2].at("spanId")), QByteArray("2222222222222222"));
    QCOMPARE(attributesOf(spans[2]).join(' '),
        QByteArray("gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4o "
                   "gen_ai.response.model=gpt-4o-2024-08-06 "
                   "server.address=api.openai.com server.port=443 http.response.status_code=200 "
                   "client.id=alice client.group=staff nexus.provider=work nexus.attempt=2 "
                   "gen_ai.usage.input_tokens=100 gen_ai.usage.output_tokens=20 nexus.cost_usd=1.25"));
}

void TelemetryWordsTest::aRequestThatWentNowhere()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    RequestRecord record = tracedRecord();
    record.attempts.clear();
    record.trace->parentId.clear();
    record.outcome = Outcome::Failed;
    record.status = 502;
    record.error = Error {.kind = ErrorKind::UpstreamUnreachable, .message = {}, .detail = {}};
    probe.telemetry.record(record);
    record.outcome = Outcome::Refused;
    record.status = 401;
    record.error = Error {.kind = ErrorKind::Unauthenticated, .message = {}, .detail = {}};
    record.operation.reset();
    record.path = "/nowhere";
    record.method = "BREW";
    probe.telemetry.record(record);
    push(probe);
    const Json spans = probe.collector.spans(0);
    QCOMPARE(spans.size(), 2U);
    QVERIFY(!spans[0].contains("parentSpanId"));
    QCOMPARE(said(spans[0].at("status").at("code")), QByteArray("2"));
    QVERIFY(attributesOf(spans[0]).contains("error.type=upstream_unreachable"));
    // A client's own fault is no error of the server, and a path that is not known no name.
    QCOMPARE(said(spans[1].at("status")), QByteArray("{}"));
    QCOMPARE(said(spans[1].at("name")), QByteArray("HTTP"));
    QVERIFY(attributesOf(spans[1]).contains("http.request.method=_OTHER"));
    QVERIFY(!attributesOf(spans[1]).join(' ').contains("http.route"));
}

void TelemetryWordsTest::aRefusalThatIsHandedThrough()
{
    TelemetryProbe probe;
    probe.setConfig(tracesOnly());
    RequestRecord record = tracedRecord();
    record.path = "/proxy/anthropic/v1/messages";
    record.status = 429;
    record.attempts.erase(record.attempts.begin());
    record.attempts.front().status = 429;
    probe.telemetry.record(record);
    push(probe);
    const Json spans = probe.collector.spans(0);
    QCOMPARE(said(spans[0].at("status")), QByteArray("{}"));
    QCOMPARE(said(spans[1].at("name")), QByteArray("chat gpt-4o"));
    QCOMPARE(said(spans[1].at("status").at("code")), QByteArray("2"));
    QVERIFY(attributesOf(spans[1]).contains("error.type=429"));
    TelemetryTable table;
    table.add(record, TelemetryFacts(GatewayConfig()));
    QCOMPARE(table.models().front().key.error, QByteArray("429"));
}

void TelemetryWordsTest::aSlowUploadIsPartOfTheRequest()
{
    using namespace std::chrono_literals;
    RequestSnapshot request;
    request.received = std::chrono::steady_clock::now() - 30s;
    const auto before = std::chrono::system_clock::now();
    const RequestRecord record = endedRecord(request, Dialect::OpenAi, 200, 0, std::nullopt);
    const auto after = std::chrono::system_clock::now();
    QVERIFY(record.duration >= 30s);
    QVERIFY(record.time <= after - 30s && record.time >= before - 31s);
    // The span ends when it does, and not in times to come.
    QVERIFY(record.time + record.duration <= after + 10ms);
}

void TelemetryWordsTest::wordsOfProviders_data()
{
    QTest::addColumn<ProviderType>("type");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QByteArray>("vendor");
    const auto row = [](const char *name, ProviderType type, const char *url, const QByteArray &vendor) {
        QTest::newRow(name) << type << QUrl(QLatin1String(url)) << vendor;
    };
    row("openai", ProviderType::OpenAi, "https://api.openai.com/v1", "openai");
    row("like openai", ProviderType::OpenAi, "http://127.0.0.1:8080/v1", "openai");
    row("groq", ProviderType::OpenAi, "https://api.groq.com/openai/v1", "groq");
    row("mistral", ProviderType::OpenAi, "https://api.mistral.ai/v1", "mistral_ai");
    row("xai", ProviderType::OpenAi, "https://api.x.ai/v1", "x_ai");
    row("azure", ProviderType::Azure, "https://mine.openai.azure.com", "azure.ai.openai");
    row("anthropic", ProviderType::Anthropic, "https://api.anthropic.com/v1", "anthropic");
    row("gemini", ProviderType::Google, "https://generativelanguage.googleapis.com/v1beta", "gcp.gemini");
    row("vertex", ProviderType::Google, "https://us-central1-aiplatform.googleapis.com", "gcp.vertex_ai");
    row("bedrock", ProviderType::Bedrock, "", "aws.bedrock");
    row("ollama", ProviderType::Ollama, "http://localhost:11434", "ollama");
}

void TelemetryWordsTest::wordsOfProviders()
{
    QFETCH(const ProviderType, type);
    QFETCH(const QUrl, url);
    QFETCH(const QByteArray, vendor);
    GatewayConfig config;
    ProviderConfig provider;
    provider.name = QStringLiteral("p");
    provider.type = type;
    provider.baseUrl = url;
    config.llm.providers.push_back(provider);
    const TelemetryFacts facts(config);
    QCOMPARE(facts.provider(QStringLiteral("p")).vendor, vendor);
    QCOMPARE(facts.provider(QStringLiteral("p")).host, url.host().toLatin1());
    QCOMPARE(facts.provider(QStringLiteral("gone")).vendor, QByteArray("_OTHER"));
}

void TelemetryWordsTest::limitsOfAttributes()
{
    TelemetryProbe probe;
    const auto config = tracesOnly();
    config->telemetry.tracing.limits.maxAttributesPerSpan = 3;
    probe.setConfig(config);
    probe.telemetry.record(tracedRecord());
    push(probe);
    const Json span = probe.collector.spans(0)[0];
    QCOMPARE(span.at("attributes").size(), 3U);
    QCOMPARE(said(span.at("droppedAttributesCount")), QByteArray("14"));
    // A long text is cut, and never inside a character.
    OtlpAttributes attributes;
    attributes.add("long", QByteArray("x") + QString(1'000, QChar(0x20ac)).toUtf8());
    const QByteArray text = attributesOf(Json {{"attributes", attributes.list()}}).front();
    QVERIFY(text.size() <= 5 + OtlpAttributes::maxText);
    QVERIFY(text.endsWith("\xe2\x82\xac"));
}

void TelemetryWordsTest::metricsOfRequests()
{
    TelemetryProbe probe;
    probe.setConfig(metricsOnly());
    RequestRecord record = tracedRecord();
    record.trace.reset();
    probe.telemetry.record(record);
    push(probe);
    QCOMPARE(probe.collector.asks.size(), 1U);
    QCOMPARE(probe.collector.asks.front().ask.url, QUrl(QStringLiteral("http://collector:4318/v1/metrics")));
    const Json metrics = probe.collector.metrics(0);
    QByteArrayList names;
    for (const Json &metric : metrics) {
        names.append(QByteArray::fromStdString(metric.at("name").get<std::string>()));
        QCOMPARE(said(metric.at("histogram").at("aggregationTemporality")), QByteArray("2"));
    }
    QCOMPARE(names.join(' '),
        QByteArray("http.server.request.duration gen_ai.client.operation.duration gen_ai.client.token.usage "
                   "gen_ai.server.time_to_first_token"));
    const Json http = metrics[0].at("histogram").at("dataPoints")[0];
    QCOMPARE(said(metrics[0].at("unit")), QByteArray("s"));
    QCOMPARE(attributesOf(http).join(' '),
        QByteArray("http.request.method=POST url.scheme=http http.route=/llm/v1/chat/completions "
                   "http.response.status_code=200"));
    QCOMPARE(said(http.at("count")), QByteArray("1"));
    QCOMPARE(said(http.at("sum")), QByteArray("1.6"));
    QCOMPARE(http.at("explicitBounds").size() + 1, http.at("bucketCounts").size());
    QCOMPARE(said(http.at("explicitBounds")[10]), QByteArray("2.5"));
    QCOMPARE(said(http.at("bucketCounts")[10]), QByteArray("1"));
    const Json operations = metrics[1].at("histogram").at("dataPoints");
    QCOMPARE(operations.size(), 2U);
    QVERIFY(attributesOf(operations[0]).contains("error.type=overloaded_error"));
    QCOMPARE(said(operations[1].at("sum")), QByteArray("1.5"));
    QCOMPARE(attributesOf(operations[1]).join(' '),
        QByteArray("gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt-4o "
                   "server.address=api.openai.com server.port=443 client.id=alice client.group=staff "
                   "nexus.provider=work"));
    const Json tokens = metrics[2].at("histogram").at("dataPoints");
    QCOMPARE(said(metrics[2].at("unit")), QByteArray("{token}"));
    QCOMPARE(tokens.size(), 2U);
    QVERIFY(attributesOf(tokens[0]).contains("gen_ai.token.type=input"));
    QCOMPARE(said(tokens[0].at("sum")), QByteArray("100.0"));
    QVERIFY(attributesOf(tokens[1]).contains("gen_ai.token.type=output"));
    QCOMPARE(said(tokens[1].at("sum")), QByteArray("20.0"));
    QCOMPARE(said(metrics[3].at("histogram").at("dataPoints")[0].at("sum")), QByteArray("0.3"));
}

void TelemetryWordsTest::rowsAreBounded()
{
    GatewayConfig config;
    const TelemetryFacts facts(config);
    TelemetryTable table;
    RequestRecord record = tracedRecord();
    for (int i = 0; i < 3'000; ++i) {
        record.attempts.back().model = "m" + QByteArray::number(i);
        record.path = "/p" + QByteArray::number(i);
        table.add(record, facts);
    }
    QCOMPARE(table.models().size(), TelemetryTable::maxRows);
    QCOMPARE(table.http().size(), TelemetryTable::maxRows);
    QVERIFY(table.models().back().key.isOverflow);
    quint64 count = 0;
    for (const TelemetryTable::HttpRow &row : table.http()) {
        count += row.duration.count();
    }
    QCOMPARE(count, 3'000U);
}

void TelemetryWordsTest::theResource()
{
    TelemetryConfig config;
    const auto textOf = [&config] { return attributesOf(otlpResource(config, "run-1")).join(' '); };
    QCOMPARE(textOf(),
        QByteArray("service.name=nexus service.version=" NEXUS_VERSION " service.instance.id=run-1"));
    config.resourceAttributes = {{QStringLiteral("service.name"), QStringLiteral("mine")},
        {QStringLiteral("deployment.environment.name"), QStringLiteral("test")}};
    QCOMPARE(textOf(),
        QByteArray("service.version=" NEXUS_VERSION
                   " service.instance.id=run-1 service.name=mine deployment.environment.name=test"));
    config.serviceName = QStringLiteral("gate");
    QVERIFY(textOf().startsWith("service.name=gate "));
    QVERIFY(!textOf().contains("mine"));
}

void TelemetryWordsTest::addresses_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *endpoint, const char *url) {
        QTest::newRow(endpoint) << QString::fromLatin1(endpoint) << QString::fromLatin1(url);
    };
    row("http://h:4318", "http://h:4318/v1/traces");
    row("http://h:4318/", "http://h:4318/v1/traces");
    row("https://h/otlp", "https://h/otlp/v1/traces");
    row("https://h/otlp/v1/traces", "https://h/otlp/v1/traces");
    row("https://h/otlp/v1/metrics", "https://h/otlp/v1/traces");
    row("https://h/a%2Fb?key=1", "https://h/a%2Fb/v1/traces?key=1");
}

void TelemetryWordsTest::addresses()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, url);
    QCOMPARE(otlpUrl(QUrl(endpoint), QStringLiteral("traces")).toString(QUrl::FullyEncoded), url);
}

QTEST_GUILESS_MAIN(TelemetryWordsTest)
#include "tst_telemetrywords.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientcalls.h"
#include "trafficfixture.h"

#include "auth/tokenmaker.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace nexus;
using kit::Reply;

namespace {

constexpr auto openType = "application/openmetrics-text; version=1.0.0; charset=utf-8";
constexpr auto plainType = "text/plain; version=0.0.4; charset=utf-8";
constexpr auto cacheOn = "[llm.cache]\nenabled = true\n";

QByteArray contentOf(const char *name)
{
    QFile file(QStringLiteral(NEXUS_SOURCE_DIR "/packaging/grafana/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Installed, or where ./dev unpacks it.
QString promtool()
{
    const QString name = QStringLiteral("promtool");
    const QString installed = QStandardPaths::findExecutable(name);
    return installed.isEmpty()
        ? QStandardPaths::findExecutable(name, {QStringLiteral(NEXUS_SOURCE_DIR "/build/tools")})
        : installed;
}

// What promtool says about \a input, empty when it is content.
QByteArray complaints(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(promtool(), arguments);
    if (!process.waitForStarted()) {
        return "promtool is missing: ./dev test unpacks it into build/tools";
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished()) {
        return "promtool does not end";
    }
    const bool isGood = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return isGood ? QByteArray() : "promtool: " + process.readAll();
}

QSet<QByteArray> metricNames(const QByteArray &text)
{
    static const QRegularExpression name(QStringLiteral("\\b(?:nexus|process)_[a-z_]+\\b"));
    QSet<QByteArray> names;
    for (auto found = name.globalMatch(QString::fromUtf8(text)); found.hasNext();) {
        names.insert(found.next().captured().toLatin1());
    }
    return names;
}

// The names of the samples, not of their families.
QSet<QByteArray> sampleNames(const QByteArray &page)
{
    QSet<QByteArray> names;
    for (const QByteArray &line : page.split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#')) {
            names.insert(line.split(' ').first().split('{').first());
        }
    }
    return names;
}

// All queries of a dashboard, of its variables too.
QByteArray queriesOf(const QJsonObject &dashboard)
{
    QByteArrayList queries;
    for (const QJsonValue &panel : dashboard.value(QLatin1String("panels")).toArray()) {
        for (const QJsonValue &target : panel[QLatin1String("targets")].toArray()) {
            queries.append(target[QLatin1String("expr")].toString().toUtf8());
        }
    }
    const QJsonObject variables = dashboard.value(QLatin1String("templating")).toObject();
    for (const QJsonValue &variable : variables.value(QLatin1String("list")).toArray()) {
        queries.append(variable[QLatin1String("definition")].toString().toUtf8());
    }
    return queries.join('\n');
}

} // namespace

//! What `/metrics` shows of real requests, who may see it, and what is made for those who read it.
class MetricsEndpointTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<GatewayFixture>(); }
    void cleanup();

    void everyEndingIsCounted();
    void streamsAndCallsAreCountedWhileTheyRun();
    void theFormatIsChosenByAccept();
    void onlyReadsAreAllowed();
    void foreignHostsSeeNothing();
    void withOAuthATokenIsNeeded();
    void noLimitHoldsItUp();
    void theListenerOfTheHealthPageHasItToo();
    void promtoolIsContent();
    void whatIsShippedNamesWhatIsThere();

private:
    [[nodiscard]] QByteArray page(const kit::Headers &headers = {}) const
    {
        return get(*m_fixture, "/metrics", headers).body;
    }
    [[nodiscard]] bool shows(const QByteArray &line) const
    {
        return QTest::qWaitFor([this, &line] { return page().contains('\n' + line + '\n'); });
    }
    void makeTraffic();

    std::unique_ptr<GatewayFixture> m_fixture;
};

void MetricsEndpointTest::cleanup()
{
    QVERIFY(!m_fixture->hasLoggedKey());
    m_fixture.reset();
}

// Requests of every kind, with the cache on.
void MetricsEndpointTest::makeTraffic()
{
    kit::ScriptedProvider &provider = m_fixture->provider;
    provider.setDefaultReply(completion(7));
    QCOMPARE(askChat(*m_fixture, {{"Authorization", "Bearer my-tool"}}).status, 200);
    QCOMPARE(askChat(*m_fixture, {{"Authorization", "Bearer my-tool"}}).header("x-nexus-cache"), "hit");
    provider.setDefaultReply(streamReply());
    const auto stream = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(stream->waitForAnswers());
    provider.setDefaultReply(errorReply(500));
    QCOMPARE(askChat(*m_fixture, {{"Cache-Control", "no-cache"}}).status, 502);
    provider.setDefaultReply(errorReply(429));
    QCOMPARE(askChat(*m_fixture, {{"Cache-Control", "no-cache"}}).status, 429);
    QCOMPARE(askChat(*m_fixture, {}, "nobody/knows-this").status, 404);
    provider.setDefaultReply(errorReply(404));
    QCOMPARE(askChat(*m_fixture, {}, "up/made-up").status, 404);
    provider.setDefaultReply(Reply::hang());
    const int before = provider.requestCount();
    const auto client = m_fixture->connect();
    client->request("POST", TrafficFixture::chatPath,
        {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache"}}, GatewayFixture::chat(true));
    QTRY_COMPARE(provider.requestCount(), before + 1);
    client->reset();
    QVERIFY(shows("nexus_cache_requests_total{result=\"hit\"} 1"));
}

void MetricsEndpointTest::everyEndingIsCounted()
{
    m_fixture->start(
        QByteArray(cacheOn) + "[llm.providers.up.models.renamed.price]\ninput = 1\noutput = 2\n");
    makeTraffic();
    if (QTest::currentTestFailed()) {
        return;
    }
    const QByteArray real = "provider=\"up\",model=\"real-name\"";
    const auto requests = [&real](const QByteArray &status, const QByteArray &more) {
        return "nexus_requests_total{" + real + ",status=\"" + status + "\",client=\"" + more;
    };
    QVERIFY(shows(requests("200", "my-tool\"} 2")));
    QTRY_VERIFY(page().contains(requests("499", {})));
    const QByteArray text = page();
    for (const char *status : {"200", "502", "429"}) {
        QVERIFY2(text.contains(requests(status, {})), status);
    }
    QVERIFY(text.contains("nexus_requests_total{provider=\"\",model=\"\",status=\"404\""));
    QVERIFY(text.contains("nexus_requests_total{provider=\"up\",model=\"other\",status=\"404\""));
    QVERIFY(!text.contains("made-up"));
    QVERIFY(!text.contains("knows-this"));
    QVERIFY(!text.contains(GatewayFixture::key));
    const QByteArray tokens = "nexus_tokens_total{" + real + ",client=\"my-tool\",direction=";
    QVERIFY(text.contains(tokens + "\"input\"} 7\n"));
    QVERIFY(text.contains("nexus_cost_usd_total{" + real + ",client=\"my-tool\"} 0.0000"));
    QVERIFY(text.contains("nexus_time_to_first_token_seconds_count{" + real + "} 1\n"));
    QVERIFY(text.contains("nexus_attempts_total{" + real + ",outcome=\"ok\"} 2\n"));
    QVERIFY(text.contains("nexus_attempts_total{" + real + ",outcome=\"failed\"} 1\n"));
    QVERIFY(text.contains("nexus_attempts_total{" + real + ",outcome=\"rate_limited\"} 1\n"));
    QVERIFY(text.contains("\nnexus_rate_limited_total{by=\"provider\"} 1\n"));
    QVERIFY(text.contains("\nnexus_history_dropped_total 0\n"));
}

void MetricsEndpointTest::streamsAndCallsAreCountedWhileTheyRun()
{
    m_fixture->provider.setDefaultReply(streamReply().holdAfter(120));
    m_fixture->start();
    QVERIFY(shows("nexus_streams_active 0"));
    QVERIFY(shows("nexus_upstream_connections 0"));
    const auto client = m_fixture->post(GatewayFixture::chat(true));
    const auto gone = m_fixture->post(GatewayFixture::chat(true));
    QVERIFY(shows("nexus_streams_active 2"));
    QVERIFY(shows("nexus_upstream_connections 2"));
    gone->reset();
    QVERIFY(shows("nexus_streams_active 1"));
    QVERIFY(shows("nexus_upstream_connections 1"));
    m_fixture->provider.release();
    QVERIFY(client->waitForAnswers());
    QVERIFY(shows("nexus_streams_active 0"));
    QVERIFY(shows("nexus_upstream_connections 0"));
    // A whole answer is no stream.
    m_fixture->provider.setDefaultReply(wholeReply().holdAfter(1));
    const auto whole = m_fixture->post(GatewayFixture::chat(false));
    QVERIFY(shows("nexus_upstream_connections 1"));
    QVERIFY(shows("nexus_streams_active 0"));
    m_fixture->provider.release();
    QVERIFY(whole->waitForAnswers());
}

void MetricsEndpointTest::theFormatIsChosenByAccept()
{
    m_fixture->start();
    const kit::Answer plain = get(*m_fixture, "/metrics");
    QCOMPARE(plain.status, 200);
    QCOMPARE(plain.header("content-type"), plainType);
    const kit::Answer open = get(*m_fixture, "/metrics/", {{"Accept", "application/openmetrics-text"}});
    QCOMPARE(open.header("content-type"), openType);
    QVERIFY(open.body.endsWith("# EOF\n"));
}

void MetricsEndpointTest::onlyReadsAreAllowed()
{
    m_fixture->start();
    const kit::Answer head = ask(*m_fixture, "HEAD", "/metrics");
    QCOMPARE(head.status, 200);
    QVERIFY(head.body.isEmpty());
    const kit::Answer posted = post(*m_fixture, "/metrics", "{}");
    QCOMPARE(posted.status, 405);
    QCOMPARE(posted.header("allow"), "GET, HEAD");
}

void MetricsEndpointTest::foreignHostsSeeNothing()
{
    m_fixture->start();
    QCOMPARE(get(*m_fixture, "/metrics", {{"Host", "evil.example"}}).status, 403);
}

void MetricsEndpointTest::withOAuthATokenIsNeeded()
{
    const TokenMaker maker(JwkKind::P256, "first");
    kit::ScriptedProvider keyServer;
    keyServer.setDefaultReply(Reply::json(200, keySetDocument({maker.jwk()})));
    m_fixture->start("[server.oauth]\nurl = \"" + keyServer.baseUrl(QStringLiteral("/jwks.json")).toEncoded()
        + "\"\nexpected_issuer = \"https://issuer.example\"\nexpected_audience = \"nexus\"\n"
          "[server.oauth.protected_resource]\nresource = \"https://nexus.example/llm\"\n"
          "authorization_servers = [\"https://issuer.example\"]\n");
    const kit::Answer refused = get(*m_fixture, "/metrics");
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.header("www-authenticate").startsWith("Bearer"));
    QVERIFY(!refused.body.contains("nexus_"));
    const Json claims {{"iss", "https://issuer.example"}, {"aud", "nexus"}, {"sub", "ann"},
        {"exp", QDateTime::currentSecsSinceEpoch() + 600}};
    const kit::Answer good
        = get(*m_fixture, "/metrics", {{"Authorization", "Bearer " + maker.token("ES256", claims)}});
    QCOMPARE(good.status, 200);
    QVERIFY(good.body.contains("nexus_requests_total"));
}

void MetricsEndpointTest::noLimitHoldsItUp()
{
    m_fixture->start("[server.rate_limits]\nenabled = true\nglobal = { limit = 0, interval = \"60s\" }\n");
    QCOMPARE(askChat(*m_fixture).status, 429);
    QVERIFY(shows("nexus_rate_limited_total{by=\"gateway\"} 1"));
}

void MetricsEndpointTest::theListenerOfTheHealthPageHasItToo()
{
    m_fixture->start("[server.health]\nlisten = \"127.0.0.1:0\"\n");
    kit::RawClient probe;
    probe.connectTo(m_fixture->gateway->healthAddress().value_or(ListenAddress {.port = 1}).port);
    probe.request("GET", "/metrics", {{"Accept", "application/openmetrics-text"}});
    probe.request("HEAD", "/metrics/");
    probe.request("POST", "/metrics", {}, "{}");
    QVERIFY(probe.waitForAnswers(3));
    QCOMPARE(probe.answer(0).status, 200);
    QCOMPARE(probe.answer(0).header("content-type"), openType);
    QVERIFY(probe.answer(0).body.contains("# TYPE nexus_requests counter\n"));
    QCOMPARE(probe.answer(1).status, 200);
    QCOMPARE(probe.answer(2).status, 405);
    QCOMPARE(get(*m_fixture, "/metrics").status, 200);
}

void MetricsEndpointTest::promtoolIsContent()
{
    m_fixture->start(
        QByteArray(cacheOn) + "[llm.providers.up.models.renamed.price]\ninput = 1\noutput = 2\n");
    makeTraffic();
    const QByteArray broken
        = complaints({QStringLiteral("check"), QStringLiteral("metrics")}, "# TYPE a counter\na{b=\"c} 1\n");
    QVERIFY2(broken.startsWith("promtool: "), broken.constData());
    const QByteArray said = complaints({QStringLiteral("check"), QStringLiteral("metrics")}, page());
    QVERIFY2(said.isEmpty(), said.constData());
    const QByteArray rules = complaints({QStringLiteral("check"), QStringLiteral("rules"),
        QStringLiteral(NEXUS_SOURCE_DIR "/packaging/grafana/nexus-alerts.yml")});
    QVERIFY2(rules.isEmpty(), rules.constData());
}

void MetricsEndpointTest::whatIsShippedNamesWhatIsThere()
{
    m_fixture->start(
        QByteArray(cacheOn) + "[llm.providers.up.models.renamed.price]\ninput = 1\noutput = 2\n");
    makeTraffic();
    const QSet<QByteArray> known = sampleNames(page());
    const QJsonObject dashboard = QJsonDocument::fromJson(contentOf("nexus-dashboard.json")).object();
    QCOMPARE(dashboard.value(QLatin1String("title")).toString(), QStringLiteral("Nexus"));
    const QSet<QByteArray> shown = metricNames(queriesOf(dashboard));
    QVERIFY(shown.size() > 12);
    for (const QByteArray &name : shown) {
        QVERIFY2(known.contains(name), name.constData());
    }
    const QSet<QByteArray> watched = metricNames(contentOf("nexus-alerts.yml"));
    QVERIFY(watched.size() > 5);
    for (const QByteArray &name : watched) {
        QVERIFY2(known.contains(name), name.constData());
    }
}

QTEST_GUILESS_MAIN(MetricsEndpointTest)
#include "tst_metricsendpoint.moc"

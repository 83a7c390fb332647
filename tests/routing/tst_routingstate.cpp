// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/routingstate.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;

namespace {

QString one()
{
    return QStringLiteral("one");
}

QString two()
{
    return QStringLiteral("two");
}

GatewayConfig sample()
{
    GatewayConfig config;
    config.llm.circuitBreaker = {.failures = 1, .window = 10s, .cooldown = 20s};
    for (const QString &name : {one(), two()}) {
        ProviderConfig provider;
        provider.name = name;
        provider.baseUrl = QUrl(QStringLiteral("https://%1.example.com/v1").arg(name));
        provider.apiKeys = {Secret("k1"), Secret("k2")};
        config.llm.providers.push_back(provider);
        AliasConfig alias;
        alias.name = name;
        config.llm.aliases.push_back(alias);
    }
    return config;
}

} // namespace

class RoutingStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUnchangedProviderKeepsWhatIsKnown_data();
    void anUnchangedProviderKeepsWhatIsKnown();
    void aChangedProviderStartsOver_data();
    void aChangedProviderStartsOver();
    void aliasesThatAreGoneStartOver();
    void theNumbersOfTheBreakerAreTakenOver();

private:
    void apply(const GatewayConfig &config) { m_state->setConfig(std::make_shared<GatewayConfig>(config)); }
    void knowBoth();
    [[nodiscard]] bool isKnown(const QString &provider);

    TimePoint m_now;
    GatewayConfig m_config;
    std::unique_ptr<RoutingState> m_state;
};

void RoutingStateTest::init()
{
    m_now = TimePoint(1h);
    m_config = sample();
    m_state = std::make_unique<RoutingState>(
        Logger(), [this] { return m_now; }, [] { return 0.5; });
    apply(m_config);
}

// Opens the circuit, measures, and lets the first key rest.
void RoutingStateTest::knowBoth()
{
    for (const ProviderConfig &provider : m_config.llm.providers) {
        CircuitBoard &circuits = m_state->circuits();
        circuits.report(provider.name, circuits.tryEnter(provider.name), CircuitOutcome::Failure);
        const Target target {.provider = provider.name, .model = "m", .publicName = {}};
        QVERIFY(!m_state->latencies().estimate(target));
        m_state->latencies().record(target, 7ms);
        const std::optional<KeyChoice> key = m_state->keys().choose(provider);
        QVERIFY(key);
        m_state->keys().report(provider.name, *key, KeyOutcome::Refused);
    }
    QVERIFY(isKnown(one()));
    QVERIFY(isKnown(two()));
}

// All three boards must agree.
bool RoutingStateTest::isKnown(const QString &name)
{
    const bool isOpen = m_state->circuits().isOpen(name);
    const Target target {.provider = name, .model = "m", .publicName = {}};
    const bool isMeasured = m_state->latencies().estimate(target).has_value();
    const ProviderConfig *provider = m_config.provider(name);
    const bool isResting = provider && m_state->keys().choose(*provider)->index == 1
        && m_state->keys().choose(*provider)->index == 1;
    if (isOpen != isMeasured || (provider && isOpen != isResting)) {
        qWarning("the boards do not agree: %d %d %d", isOpen, isMeasured, isResting);
    }
    return isOpen && isMeasured;
}

void RoutingStateTest::anUnchangedProviderKeepsWhatIsKnown_data()
{
    using Change = std::function<void(GatewayConfig &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("nothing") << Change([](GatewayConfig &) {});
    QTest::newRow("timeouts") << Change([](GatewayConfig &c) { c.llm.providers[0].timeouts.idle = 1s; });
    QTest::newRow("models") << Change(
        [](GatewayConfig &c) { c.llm.providers[0].models.push_back({.name = "x", .rename = {}}); });
    QTest::newRow("order") << Change(
        [](GatewayConfig &c) { std::swap(c.llm.providers[0], c.llm.providers[1]); });
}

void RoutingStateTest::anUnchangedProviderKeepsWhatIsKnown()
{
    QFETCH(const std::function<void(GatewayConfig &)>, change);
    knowBoth();
    change(m_config);
    apply(m_config);
    QVERIFY(isKnown(one()));
    QVERIFY(isKnown(two()));
}

void RoutingStateTest::aChangedProviderStartsOver_data()
{
    using Change = std::function<void(ProviderConfig &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("address") << Change(
        [](ProviderConfig &p) { p.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:1")); });
    QTest::newRow("keys") << Change([](ProviderConfig &p) { p.apiKeys = {Secret("k3"), Secret("k4")}; });
    QTest::newRow("type") << Change([](ProviderConfig &p) { p.type = ProviderType::Anthropic; });
    QTest::newRow("TLS") << Change([](ProviderConfig &p) { p.tls = UpstreamTls(); });
    QTest::newRow("gone") << Change([](ProviderConfig &p) { p.name = QStringLiteral("three"); });
}

void RoutingStateTest::aChangedProviderStartsOver()
{
    QFETCH(const std::function<void(ProviderConfig &)>, change);
    knowBoth();
    change(m_config.llm.providers[0]);
    apply(m_config);
    QVERIFY(!isKnown(one()));
    QVERIFY(isKnown(two()));
}

void RoutingStateTest::aliasesThatAreGoneStartOver()
{
    for (const QString &alias : {one(), two()}) {
        QCOMPARE(m_state->nextTurn(alias), std::size_t(0));
        QCOMPARE(m_state->nextTurn(alias), std::size_t(1));
    }
    m_config.llm.aliases.pop_back();
    apply(m_config);
    QCOMPARE(m_state->nextTurn(one()), std::size_t(2));
    QCOMPARE(m_state->nextTurn(two()), std::size_t(0));
}

void RoutingStateTest::theNumbersOfTheBreakerAreTakenOver()
{
    m_config.llm.circuitBreaker.failures = 2;
    apply(m_config);
    CircuitBoard &circuits = m_state->circuits();
    circuits.report(one(), circuits.tryEnter(one()), CircuitOutcome::Failure);
    QVERIFY(!circuits.isOpen(one()));
    circuits.report(one(), circuits.tryEnter(one()), CircuitOutcome::Failure);
    QVERIFY(circuits.isOpen(one()));
}

QTEST_APPLESS_MAIN(RoutingStateTest)
#include "tst_routingstate.moc"

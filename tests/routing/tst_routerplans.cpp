// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/router.h"
#include "routing/routingstate.h"

#include <QTest>

using namespace nexus;
using namespace std::chrono_literals;
using Strategy = AliasConfig::Strategy;

namespace {

ProviderConfig providerOf(const QString &name, const QString &filter = {})
{
    ProviderConfig provider;
    provider.name = name;
    provider.modelFilter = filter;
    return provider;
}

AliasConfig aliasOf(const QString &name, Strategy strategy, const QByteArray &targets)
{
    AliasConfig alias;
    alias.name = name;
    alias.strategy = strategy;
    alias.targets = QString::fromLatin1(targets).split(u' ');
    return alias;
}

ConfigSnapshot sampleConfig()
{
    auto config = std::make_shared<GatewayConfig>();
    config->llm.providers = {providerOf(QStringLiteral("a")), providerOf(QStringLiteral("b")),
        providerOf(QStringLiteral("c"), QStringLiteral("^ok"))};
    config->llm.providers[1].models = {{.name = "pub", .rename = "up"}, {.name = "org/own", .rename = "own"}};
    AliasConfig ring = aliasOf(QStringLiteral("ring"), Strategy::RoundRobin, "a/x b/pub");
    ring.temperature = 0.2;
    ring.maxTokens = 10;
    ring.system = QStringLiteral("Be brief.");
    AliasConfig weighted = aliasOf(QStringLiteral("weighted"), Strategy::Weighted, "c/no a/x b/y");
    weighted.weights = {5, 0, 1};
    config->llm.aliases = {ring, weighted, aliasOf(QStringLiteral("same"), Strategy::Fallback, "b/up a/x"),
        aliasOf(QStringLiteral("none"), Strategy::Fallback, "c/no c/never")};
    return config;
}

std::shared_ptr<const CatalogSnapshot> sampleCatalog()
{
    const auto found = [](const char *name, const QByteArrayList &ids) {
        std::vector<DiscoveredModel> models;
        for (const QByteArray &id : ids) {
            models.push_back({.id = id});
        }
        return std::make_shared<const CatalogProvider>(QString::fromLatin1(name), models, QString());
    };
    auto catalog = std::make_shared<CatalogSnapshot>();
    catalog->providers = {found("a", {"plain", "meta-llama/llama-3", "b/x"}), found("b", {"plain", "late"})};
    return catalog;
}

QByteArrayList textsOf(const Result<Plan> &plan)
{
    QByteArrayList texts;
    if (!plan) {
        return {plan.error().message.toUtf8()};
    }
    for (const Target &target : plan->targets) {
        texts.append(target.provider.toUtf8() + ':' + target.model + ':' + target.publicName);
    }
    return texts;
}

} // namespace

class RouterPlansTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void discoveredNamesLeadToTargets_data();
    void discoveredNamesLeadToTargets();
    void withoutDiscoveryTheyAreUnknown();
    void aliasesGiveAllTheirTargets();
    void findingIsNoRequest();
    void aTargetThatIsNotServedIsPassedOver();
    void anAliasWithoutAServedTargetIsRefused();
    void defaultsComeFromTheAlias();
    void theCacheNameIsThatOfTheSet();
    void discoveredModelsAreListedAndSuggested();

private:
    std::unique_ptr<RoutingState> m_state;
    std::unique_ptr<Router> m_router;
};

void RouterPlansTest::init()
{
    m_state = std::make_unique<RoutingState>(Logger(), bootTime, [] { return 0.5; });
    m_router = std::make_unique<Router>(sampleConfig(), sampleCatalog(), *m_state);
}

void RouterPlansTest::discoveredNamesLeadToTargets_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *name, const char *asked, const char *target) {
        QTest::newRow(name) << QByteArray(asked) << QByteArray(target);
    };
    row("first in file order", "plain", "a:plain:plain");
    row("found at the second", "late", "b:late:late");
    row("bare id with a slash", "meta-llama/llama-3", "a:meta-llama/llama-3:meta-llama/llama-3");
    row("its full name", "a/meta-llama/llama-3", "a:meta-llama/llama-3:meta-llama/llama-3");
    row("configured bare name with a slash", "org/own", "b:own:org/own");
    row("a provider of that name comes first", "b/x", "b:x:x");
    row("renamed", "b/pub", "b:up:pub");
    row("bare and renamed", "pub", "b:up:pub");
    row("nobody has told of it", "a/unheard", "a:unheard:unheard");
}

void RouterPlansTest::discoveredNamesLeadToTargets()
{
    QFETCH(const QByteArray, asked);
    QFETCH(const QByteArray, target);
    QCOMPARE(textsOf(m_router->resolve(asked)), QByteArrayList {target});
}

void RouterPlansTest::withoutDiscoveryTheyAreUnknown()
{
    const Router router(sampleConfig(), nullptr, *m_state);
    const Result<Plan> bare = router.resolve("plain");
    QVERIFY(!bare);
    QVERIFY(bare.error().message.contains(QStringLiteral("'plain' does not exist")));
    const Result<Plan> slash = router.resolve("meta-llama/llama-3");
    QVERIFY(!slash);
    QVERIFY(slash.error().message.contains(QStringLiteral("no provider 'meta-llama'")));
}

void RouterPlansTest::aliasesGiveAllTheirTargets()
{
    QCOMPARE(textsOf(m_router->resolve("ring")), QByteArrayList({"a:x:x", "b:up:pub"}));
    QCOMPARE(textsOf(m_router->resolve("ring")), QByteArrayList({"b:up:pub", "a:x:x"}));
    const Router other(sampleConfig(), sampleCatalog(), *m_state);
    QCOMPARE(textsOf(other.resolve("ring")), QByteArrayList({"a:x:x", "b:up:pub"}));
    QCOMPARE(textsOf(m_router->resolve("ring")), QByteArrayList({"b:up:pub", "a:x:x"}));
    const Router plain(sampleConfig());
    QCOMPARE(textsOf(plain.resolve("ring")), QByteArrayList({"a:x:x", "b:up:pub"}));
    QCOMPARE(textsOf(plain.resolve("ring")), QByteArrayList({"a:x:x", "b:up:pub"}));
}

void RouterPlansTest::findingIsNoRequest()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(textsOf(m_router->find("ring")), QByteArrayList({"a:x:x", "b:up:pub"}));
    }
    QCOMPARE(m_state->nextTurn(QStringLiteral("ring")), std::size_t(0));
}

// The weights of the others stay theirs.
void RouterPlansTest::aTargetThatIsNotServedIsPassedOver()
{
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(textsOf(m_router->resolve("weighted")), QByteArrayList({"b:y:y", "a:x:x"}));
    }
}

void RouterPlansTest::anAliasWithoutAServedTargetIsRefused()
{
    const Result<Plan> plan = m_router->resolve("none");
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::ModelNotFound);
    QVERIFY(plan.error().message.contains(QStringLiteral("'c' does not serve the model 'no'")));
}

void RouterPlansTest::defaultsComeFromTheAlias()
{
    const Result<Plan> plan = m_router->resolve("ring");
    QVERIFY(plan);
    QCOMPARE(plan->alias, QStringLiteral("ring"));
    QCOMPARE(plan->defaults,
        (RequestDefaults {.temperature = 0.2, .maxTokens = 10, .system = QStringLiteral("Be brief.")}));
    const Result<Plan> direct = m_router->resolve("a/x");
    QVERIFY(direct);
    QVERIFY(direct->defaults.isEmpty());
    QVERIFY(direct->alias.isEmpty());
}

void RouterPlansTest::theCacheNameIsThatOfTheSet()
{
    const QByteArray first = m_router->resolve("ring")->cacheName;
    QVERIFY(!first.isEmpty());
    QCOMPARE(m_router->resolve("ring")->cacheName, first);
    QCOMPARE(m_router->find("ring")->cacheName, first);
    QCOMPARE(m_router->resolve("same")->cacheName, first);
    const QByteArray one = m_router->resolve("a/x")->cacheName;
    QVERIFY(one != first);
    QVERIFY(m_router->resolve("b/x")->cacheName != one);
    QCOMPARE(m_router->resolve("pub")->cacheName, m_router->resolve("b/pub")->cacheName);
}

void RouterPlansTest::discoveredModelsAreListedAndSuggested()
{
    QByteArrayList ids;
    for (const ListedModel &model : m_router->models()) {
        ids.append(model.id);
    }
    QVERIFY(ids.contains("a/meta-llama/llama-3"));
    QVERIFY(ids.contains("b/pub"));
    const Result<Plan> plan = m_router->resolve("meta-lama/llama-3");
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(QStringLiteral("Did you mean 'a/meta-llama/llama-3'?")),
        qPrintable(plan.error().message));
}

QTEST_APPLESS_MAIN(RouterPlansTest)
#include "tst_routerplans.moc"

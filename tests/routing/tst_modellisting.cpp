// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/modellisting.h"

#include <QTest>

using namespace nexus;

namespace {

ProviderConfig provider(const char *name, std::vector<ModelConfig> models = {})
{
    ProviderConfig config;
    config.name = QString::fromLatin1(name);
    config.models = std::move(models);
    return config;
}

std::shared_ptr<const CatalogProvider> found(
    const char *name, const QByteArrayList &ids, const char *filter = "")
{
    std::vector<DiscoveredModel> models;
    for (const QByteArray &id : ids) {
        models.push_back({.id = id});
    }
    return std::make_shared<CatalogProvider>(QString::fromLatin1(name), models, QString::fromLatin1(filter));
}

QByteArrayList idsOf(const std::vector<ListedModel> &models)
{
    QByteArrayList ids;
    for (const ListedModel &model : models) {
        ids.append(model.id);
    }
    return ids;
}

// As `provider: model (public name)`.
QByteArray whereTo(const std::optional<Target> &target)
{
    return target ? target->provider.toUtf8() + ": " + target->model + " (" + target->publicName + ')'
                  : QByteArray("nowhere");
}

GatewayConfig sampleConfig()
{
    GatewayConfig config;
    config.llm.providers = {provider("zulu", {{.name = "fast", .rename = "zulu-fast-2"}, {.name = "same"}}),
        provider("alpha", {{.name = "fast", .rename = "other"}})};
    return config;
}

CatalogSnapshot sampleCatalog()
{
    return {.providers = {found("zulu", {"zulu-fast-2", "same", "meta/llama-3", "shared"}),
                found("alpha", {"fast", "shared", "only-alpha", "same"})}};
}

} // namespace

class ModelListingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aliasesComeFirstThenProvidersInFileOrder();
    void aNameIsListedOnce();
    void unlistedProvidersStayOut();
    void detailsAreHandedOn();
    void nothingFoundLeavesTheConfiguration();
    void theFilterIsWithoutCaseAndUnanchored();
    void bareNamesLeadToTheFirstThatHasThem_data();
    void bareNamesLeadToTheFirstThatHasThem();
    void aProviderThatIsGoneLeadsNowhere();
    void theSnapshotFindsProviders();
};

void ModelListingTest::aliasesComeFirstThenProvidersInFileOrder()
{
    GatewayConfig config = sampleConfig();
    config.llm.aliases = {{.name = QStringLiteral("smart")}};
    QCOMPARE(idsOf(listModels(config, sampleCatalog())),
        QByteArrayList({"smart", "zulu/fast", "zulu/same", "zulu/zulu-fast-2", "zulu/meta/llama-3",
            "zulu/shared", "alpha/fast", "alpha/shared", "alpha/only-alpha", "alpha/same"}));
}

void ModelListingTest::aNameIsListedOnce()
{
    GatewayConfig config = sampleConfig();
    config.llm.aliases = {{.name = QStringLiteral("zulu/fast")}, {.name = QStringLiteral("alpha/shared")}};
    const std::vector<ListedModel> models = listModels(config, sampleCatalog());
    QCOMPARE(idsOf(models).count("zulu/fast"), qsizetype(1));
    QCOMPARE(idsOf(models).count("alpha/shared"), qsizetype(1));
    QCOMPARE(models.front().ownedBy, QByteArray("nexus"));
}

void ModelListingTest::unlistedProvidersStayOut()
{
    GatewayConfig config = sampleConfig();
    config.llm.providers[0].isListed = false;
    const QByteArrayList ids = idsOf(listModels(config, sampleCatalog()));
    QCOMPARE(ids, QByteArrayList({"alpha/fast", "alpha/shared", "alpha/only-alpha", "alpha/same"}));
    QCOMPARE(whereTo(findBareModel(config, sampleCatalog(), "meta/llama-3")),
        QByteArray("zulu: meta/llama-3 (meta/llama-3)"));
}

void ModelListingTest::detailsAreHandedOn()
{
    GatewayConfig config;
    config.llm.providers = {provider("p", {{.name = "quick", .rename = "one"}, {.name = "unknown"}})};
    const std::vector<DiscoveredModel> discovered {{.id = "one",
                                                       .created = 7,
                                                       .ownedBy = "maker",
                                                       .displayName = "The One",
                                                       .contextTokens = 8000,
                                                       .maxOutputTokens = 900},
        {.id = "two"}};
    const CatalogSnapshot catalog {
        .providers = {std::make_shared<CatalogProvider>(QStringLiteral("p"), discovered, QString())}};
    const std::vector<ListedModel> models = listModels(config, catalog);
    const std::vector<ListedModel> expected {{.id = "p/quick",
                                                 .ownedBy = "p",
                                                 .created = 7,
                                                 .displayName = "The One",
                                                 .contextTokens = 8000,
                                                 .maxOutputTokens = 900},
        {.id = "p/unknown", .ownedBy = "p"},
        {.id = "p/one",
            .ownedBy = "maker",
            .created = 7,
            .displayName = "The One",
            .contextTokens = 8000,
            .maxOutputTokens = 900},
        {.id = "p/two", .ownedBy = "p"}};
    QCOMPARE(idsOf(models), idsOf(expected));
    QVERIFY(models == expected);
}

void ModelListingTest::nothingFoundLeavesTheConfiguration()
{
    QCOMPARE(idsOf(listModels(sampleConfig(), {})), QByteArrayList({"zulu/fast", "zulu/same", "alpha/fast"}));
    QCOMPARE(whereTo(findBareModel(sampleConfig(), {}, "same")), QByteArray("zulu: same (same)"));
    QCOMPARE(whereTo(findBareModel(sampleConfig(), {}, "shared")), QByteArray("nowhere"));
}

void ModelListingTest::theFilterIsWithoutCaseAndUnanchored()
{
    GatewayConfig config;
    config.llm.providers = {provider("p", {{.name = "configured"}}), provider("q")};
    const CatalogSnapshot catalog {.providers
        = {found("p", {"x/GPT-4", "gpt-5", "dall-e", "gpt-5"}, "gpt-"), found("q", {"dall-e"}, "^x$")}};
    QCOMPARE(idsOf(listModels(config, catalog)), QByteArrayList({"p/configured", "p/x/GPT-4", "p/gpt-5"}));
    QCOMPARE(whereTo(findBareModel(config, catalog, "x/GPT-4")), QByteArray("p: x/GPT-4 (x/GPT-4)"));
    QCOMPARE(whereTo(findBareModel(config, catalog, "dall-e")), QByteArray("nowhere"));
    QCOMPARE(whereTo(findBareModel(config, catalog, "configured")), QByteArray("p: configured (configured)"));
}

void ModelListingTest::bareNamesLeadToTheFirstThatHasThem_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("renamed") << QByteArray("fast") << QByteArray("zulu: zulu-fast-2 (fast)");
    QTest::newRow("configured before found") << QByteArray("same") << QByteArray("zulu: same (same)");
    QTest::newRow("the new name of a renamed one")
        << QByteArray("zulu-fast-2") << QByteArray("zulu: zulu-fast-2 (zulu-fast-2)");
    QTest::newRow("with a slash") << QByteArray("meta/llama-3")
                                  << QByteArray("zulu: meta/llama-3 (meta/llama-3)");
    QTest::newRow("found at two") << QByteArray("shared") << QByteArray("zulu: shared (shared)");
    QTest::newRow("found at the second")
        << QByteArray("only-alpha") << QByteArray("alpha: only-alpha (only-alpha)");
    QTest::newRow("case counts") << QByteArray("Shared") << QByteArray("nowhere");
    QTest::newRow("empty") << QByteArray() << QByteArray("nowhere");
}

void ModelListingTest::bareNamesLeadToTheFirstThatHasThem()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, target);
    QCOMPARE(whereTo(findBareModel(sampleConfig(), sampleCatalog(), asked)), target);
}

void ModelListingTest::aProviderThatIsGoneLeadsNowhere()
{
    GatewayConfig config = sampleConfig();
    config.llm.providers.erase(config.llm.providers.begin());
    QCOMPARE(whereTo(findBareModel(config, sampleCatalog(), "meta/llama-3")), QByteArray("nowhere"));
    QCOMPARE(whereTo(findBareModel(config, sampleCatalog(), "shared")), QByteArray("alpha: shared (shared)"));
}

void ModelListingTest::theSnapshotFindsProviders()
{
    const CatalogSnapshot catalog = sampleCatalog();
    QCOMPARE(catalog.provider(QStringLiteral("alpha")), catalog.providers[1].get());
    QCOMPARE(catalog.provider(QStringLiteral("nobody")), nullptr);
    QCOMPARE(catalog.providerOf("shared"), catalog.providers[0].get());
    QCOMPARE(catalog.providerOf("only-alpha"), catalog.providers[1].get());
    QCOMPARE(catalog.providerOf("none"), nullptr);
}

QTEST_APPLESS_MAIN(ModelListingTest)
#include "tst_modellisting.moc"

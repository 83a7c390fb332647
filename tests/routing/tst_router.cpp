// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing/router.h"

#include <QTest>

using namespace nexus;

namespace {

ConfigSnapshot sampleConfig()
{
    auto config = std::make_shared<GatewayConfig>();
    ProviderConfig zulu;
    zulu.name = QStringLiteral("zulu");
    zulu.models = {{.name = "fast", .rename = "gpt-4o-mini-2024"}, {.name = "same", .rename = {}}};
    ProviderConfig alpha;
    alpha.name = QStringLiteral("alpha");
    alpha.modelFilter = QStringLiteral("^gpt-");
    alpha.models = {{.name = "fast", .rename = "other"}, {.name = "gpt-x", .rename = "renamed"}};
    ProviderConfig hidden;
    hidden.name = QStringLiteral("demo");
    hidden.type = ProviderType::Demo;
    hidden.isListed = false;
    hidden.models = {{.name = "echo", .rename = {}}};
    config->llm.providers = {zulu, alpha, hidden};
    AliasConfig alias;
    alias.name = QStringLiteral("smart");
    alias.targets = {QStringLiteral("zulu/meta/llama-3")};
    AliasConfig shadow;
    shadow.name = QStringLiteral("zulu/fast");
    shadow.targets = {QStringLiteral("alpha/gpt-9")};
    config->llm.aliases = {alias, shadow};
    return config;
}

} // namespace

class RouterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesLeadToTargets_data();
    void namesLeadToTargets();
    void theAskedNameAndTheAliasAreKept();
    void unknownNamesAreRefusedWithTheNearest_data();
    void unknownNamesAreRefusedWithTheNearest();
    void theDemoIsNotAdvisedForModelsOfOthers();
    void modelsAreListedInFileOrder();
};

void RouterTest::namesLeadToTargets_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("alias") << QByteArray("smart") << QStringLiteral("zulu") << QByteArray("meta/llama-3");
    QTest::newRow("alias before provider/model")
        << QByteArray("zulu/fast") << QStringLiteral("alpha") << QByteArray("gpt-9");
    QTest::newRow("split at the first slash")
        << QByteArray("zulu/meta/llama-3") << QStringLiteral("zulu") << QByteArray("meta/llama-3");
    QTest::newRow("unlisted model passes")
        << QByteArray("zulu/anything") << QStringLiteral("zulu") << QByteArray("anything");
    QTest::newRow("bare name, first provider in file order")
        << QByteArray("fast") << QStringLiteral("zulu") << QByteArray("gpt-4o-mini-2024");
    QTest::newRow("bare name without rename")
        << QByteArray("same") << QStringLiteral("zulu") << QByteArray("same");
    QTest::newRow("renamed although the filter matches")
        << QByteArray("alpha/gpt-x") << QStringLiteral("alpha") << QByteArray("renamed");
    QTest::newRow("configured although the filter does not match")
        << QByteArray("alpha/fast") << QStringLiteral("alpha") << QByteArray("other");
    QTest::newRow("filter matches without case")
        << QByteArray("alpha/GPT-5") << QStringLiteral("alpha") << QByteArray("GPT-5");
    QTest::newRow("unlisted demo answers")
        << QByteArray("demo/echo") << QStringLiteral("demo") << QByteArray("echo");
}

void RouterTest::namesLeadToTargets()
{
    QFETCH(QByteArray, asked);
    QFETCH(QString, provider);
    QFETCH(QByteArray, model);
    const Result<Plan> plan = Router(sampleConfig()).resolve(asked);
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->targets.size(), std::size_t(1));
    QCOMPARE(plan->targets.front().provider, provider);
    QCOMPARE(plan->targets.front().model, model);
}

void RouterTest::theAskedNameAndTheAliasAreKept()
{
    const Result<Plan> plan = Router(sampleConfig()).resolve("smart");
    QVERIFY(plan.has_value());
    QCOMPARE(plan->askedModel, QByteArray("smart"));
    QCOMPARE(plan->alias, QStringLiteral("smart"));
}

void RouterTest::unknownNamesAreRefusedWithTheNearest_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("part");
    QTest::newRow("bare typo") << QByteArray("smrt") << QStringLiteral("'smart'");
    QTest::newRow("unknown provider") << QByteArray("zuul/fast") << QStringLiteral("no provider 'zuul'");
    QTest::newRow("filtered out") << QByteArray("alpha/claude")
                                  << QStringLiteral("does not serve the model 'claude'");
    QTest::newRow("nothing near")
        << QByteArray("qqqqqqqqqqqqqq")
        << QStringLiteral("Ask for 'provider/qqqqqqqqqqqqqq' with one of the providers zulu, alpha.");
    QTest::newRow("empty model") << QByteArray("zulu/") << QStringLiteral("does not serve");
    QTest::newRow("only a slash") << QByteArray("/") << QStringLiteral("no provider ''");
}

void RouterTest::unknownNamesAreRefusedWithTheNearest()
{
    QFETCH(QByteArray, asked);
    QFETCH(QString, part);
    const Result<Plan> plan = Router(sampleConfig()).resolve(asked);
    QVERIFY(!plan.has_value());
    QCOMPARE(plan.error().kind, ErrorKind::ModelNotFound);
    QVERIFY2(plan.error().message.contains(part), qPrintable(plan.error().message));
}

void RouterTest::theDemoIsNotAdvisedForModelsOfOthers()
{
    auto config = std::make_shared<GatewayConfig>();
    ProviderConfig demo;
    demo.name = QStringLiteral("demo");
    demo.type = ProviderType::Demo;
    demo.models = {{.name = "echo", .rename = {}}};
    config->llm.providers = {demo};
    const Result<Plan> plan = Router(config).resolve("openai/gpt-4o");
    QVERIFY(!plan.has_value());
    const QString &words = plan.error().message;
    QVERIFY2(!words.contains(QLatin1String("demo/echo")), qPrintable(words));
    QVERIFY2(words.contains(QLatin1String("Only the demo model is set up.")), qPrintable(words));
    QVERIFY2(words.contains(QLatin1String("[llm.providers]")), qPrintable(words));
}

void RouterTest::modelsAreListedInFileOrder()
{
    QByteArrayList ids;
    for (const ListedModel &model : Router(sampleConfig()).models()) {
        ids.append(model.id);
    }
    QCOMPARE(ids, QByteArrayList({"smart", "zulu/fast", "zulu/same", "alpha/fast", "alpha/gpt-x"}));
}

QTEST_APPLESS_MAIN(RouterTest)
#include "tst_router.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config/configreader.h"
#include "ledger/prices/priceloader.h"
#include "ui/models/priceedit.h"

#include <QTest>

using namespace nexus;

namespace {

constexpr auto HEAD = R"([llm.providers.one]
type = "openai"
api_key = "k"
)";

const QString one = QStringLiteral("one");
const QString small = QStringLiteral("small");

ConfigText read(const QByteArray &toml)
{
    const Result<ConfigText> text = ConfigText::read(toml);
    return text ? *text : ConfigText();
}

Result<GatewayConfig> configOf(const ConfigText &text)
{
    return parseConfig(text.bytes(), QStringLiteral("nexus.toml"), Environment(QHash<QString, QString>()),
        StoredKeys::assumed());
}

// The price that a gateway reads, in millionths.
std::optional<ModelPrice> priceIn(const ConfigText &text)
{
    const Result<GatewayConfig> config = configOf(text);
    const ProviderConfig *const provider = config ? config->provider(one) : nullptr;
    const ModelConfig *const model = provider != nullptr ? provider->model("small") : nullptr;
    return model != nullptr ? model->price : std::nullopt;
}

} // namespace

//! \brief Prices of single models as text of the file.
class TestPriceEdit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresAreChecked_data();
    void figuresAreChecked();
    void aPriceComesAndGoes_data();
    void aPriceComesAndGoes();
    void onlyItsOwnLinesChange();
    void aModelOfTheFileAloneStays();
    void aProviderThatIsGoneIsSaid();
    void theTableIsAskedPastTheFile();
    void eachFigureIsMerged();
};

void TestPriceEdit::figuresAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("tidy");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("whole") << "3"
                           << "3" << true;
    QTest::newRow("dollars") << " $2.50 "
                             << "2.5" << true;
    QTest::newRow("nothing") << "0"
                             << "0" << true;
    QTest::newRow("fine") << "0.000001"
                          << "0.000001" << true;
    QTest::newRow("most") << "1000000.00"
                          << "1000000" << true;
    QTest::newRow("too much") << "1000000.5"
                              << "1000000.5" << false;
    QTest::newRow("too fine") << "0.0000001"
                              << "0.0000001" << false;
    QTest::newRow("comma") << "2,5"
                           << "2,5" << false;
    QTest::newRow("below nothing") << "-1"
                                   << "-1" << false;
    QTest::newRow("power") << "1e3"
                           << "1e3" << false;
    QTest::newRow("word") << "cheap"
                          << "cheap" << false;
    QTest::newRow("no digit behind") << "3."
                                     << "3." << false;
}

void TestPriceEdit::figuresAreChecked()
{
    QFETCH(const QString, typed);
    QTEST(tidyPrice(typed), "tidy");
    QTEST(isPrice(tidyPrice(typed)), "isGood");
}

void TestPriceEdit::aPriceComesAndGoes_data()
{
    QTest::addColumn<QByteArray>("toml");
    const QByteArray head = HEAD;
    QTest::newRow("listed") << head;
    QTest::newRow("with others behind") << head + "\n[llm.aliases]\nfast = \"one/small\" # mine\n";
    QTest::newRow("header") << head
            + "\n[llm.providers.one.models.small] # by hand\nrename = \"tiny\"\n\n[server]\n";
    QTest::newRow("inline") << head + "models = { small = { rename = \"tiny\" } } # by hand\n";
    QTest::newRow("dotted") << head + "models.small.rename = \"tiny\" # by hand\n";
}

void TestPriceEdit::aPriceComesAndGoes()
{
    QFETCH(const QByteArray, toml);
    const ConfigText text = read(toml);
    const PriceEntry wanted {.input = QStringLiteral("2.5"),
        .output = QStringLiteral("10"),
        .cacheRead = {},
        .cacheWrite = QStringLiteral("0")};
    const Result<ConfigText> priced = withPrice(text, one, small, wanted);
    QVERIFY2(priced, priced ? "" : qPrintable(priced.error().message));
    QCOMPARE(priceOf(*priced, one, small), wanted);
    const std::optional<ModelPrice> price = priceIn(*priced);
    QVERIFY2(price, priced->bytes().constData());
    QCOMPARE(*price->input, 2'500'000);
    QCOMPARE(*price->output, 10'000'000);
    QVERIFY(!price->cacheRead);
    QCOMPARE(*price->cacheWrite, 0);
    const Result<ConfigText> back = withPrice(*priced, one, small, {});
    QVERIFY(back);
    QCOMPARE(back->bytes(), toml);
}

void TestPriceEdit::onlyItsOwnLinesChange()
{
    const QByteArray toml = QByteArray(HEAD)
        + "\n[llm.providers.one.models.small.price]\n# agreed upon\ninput = 3.00 # of the contract\noutput = "
          "15\n"
          "cache_read = 0.30\n";
    const ConfigText text = read(toml);
    PriceEntry price = priceOf(text, one, small);
    QCOMPARE(price,
        (PriceEntry {.input = QStringLiteral("3"),
            .output = QStringLiteral("15"),
            .cacheRead = QStringLiteral("0.3"),
            .cacheWrite = {}}));
    const Result<ConfigText> same = withPrice(text, one, small, price);
    QVERIFY(same);
    QCOMPARE(same->bytes(), toml);
    price.output = QStringLiteral("12.5");
    price.cacheRead.clear();
    price.cacheWrite = QStringLiteral("4");
    const Result<ConfigText> after = withPrice(text, one, small, price);
    QVERIFY(after);
    QCOMPARE(after->bytes(),
        QByteArray(toml).replace("15", "12.5").replace("cache_read = 0.30", "cache_write = 4"));
    // One figure after another takes the place of all.
    const Result<ConfigText> other = withPrice(
        text, one, small, {.input = {}, .output = {}, .cacheRead = {}, .cacheWrite = QStringLiteral("1")});
    QVERIFY(other);
    QVERIFY(priceIn(*other) && !priceIn(*other)->input && *priceIn(*other)->cacheWrite == 1'000'000);
    // Also where nothing but the figures makes the table.
    const ConfigText dotted = read(QByteArray(HEAD) + "models.small.price.input = 3\n");
    const Result<ConfigText> swapped
        = withPrice(dotted, one, small, {.input = {}, .output = QStringLiteral("1")});
    QVERIFY(swapped);
    QCOMPARE(swapped->bytes(), QByteArray(HEAD) + "models.small.price.output = 1\n");
}

void TestPriceEdit::aModelOfTheFileAloneStays()
{
    const ConfigText text = read(QByteArray(HEAD) + "\n[llm.providers.one.models.small.price]\ninput = 3\n");
    const Result<ConfigText> listed = withPrice(text, one, small, {}, true);
    QVERIFY(listed);
    QCOMPARE(listed->bytes(), QByteArray(HEAD));
    const Result<ConfigText> alone = withPrice(text, one, small, {}, false);
    QVERIFY(alone);
    const Result<GatewayConfig> config = configOf(*alone);
    QVERIFY(config && config->provider(one) != nullptr);
    QVERIFY(config->provider(one)->model("small") != nullptr);
    QVERIFY(!priceIn(*alone));
}

void TestPriceEdit::aProviderThatIsGoneIsSaid()
{
    const Result<ConfigText> after
        = withPrice(read(HEAD), QStringLiteral("two"), small, {.input = QStringLiteral("1")});
    QVERIFY(!after);
    QVERIFY(after.error().message.contains(QStringLiteral("two")));
}

void TestPriceEdit::theTableIsAskedPastTheFile()
{
    const auto book = PriceLoader().book();
    ProviderConfig provider;
    provider.name = QStringLiteral("openai");
    provider.type = ProviderType::OpenAi;
    provider.baseUrl = defaultBaseUrl(ProviderType::OpenAi);
    const QString name = QStringLiteral("mine");
    QVERIFY(!tablePrice(*book, provider, name));
    provider.models.push_back({.name = "mine",
        .rename = "gpt-4o",
        .perUser = {},
        .headers = {},
        .price = ModelPrice {.input = 1, .output = {}, .cacheRead = {}, .cacheWrite = {}}});
    const std::optional<Price> price = tablePrice(*book, provider, name);
    QVERIFY(price);
    QVERIFY2(price->source.startsWith(QStringLiteral("built-in")), qPrintable(price->source));
    QCOMPARE(entryOf(price->rates),
        (PriceEntry {.input = QStringLiteral("2.5"),
            .output = QStringLiteral("10"),
            .cacheRead = QStringLiteral("1.25"),
            .cacheWrite = {}}));
}

void TestPriceEdit::eachFigureIsMerged()
{
    const PriceEntry base {
        .input = QStringLiteral("1"), .output = QStringLiteral("2"), .cacheRead = {}, .cacheWrite = {}};
    PriceEntry theirs = base;
    theirs.output = QStringLiteral("3");
    theirs.cacheRead = QStringLiteral("4");
    PriceEntry mine = base;
    mine.input = QStringLiteral("5");
    mine.cacheRead = QStringLiteral("6");
    FormBase form(base);
    const PriceEntry shown = form.follow(theirs, mine);
    QCOMPARE(form.conflicts(), std::vector<std::size_t>({2}));
    QCOMPARE(shown.input, mine.input);
    QCOMPARE(shown.output, theirs.output);
    QCOMPARE(form.takeTheirs(shown).cacheRead, theirs.cacheRead);
}

QTEST_GUILESS_MAIN(TestPriceEdit)

#include "tst_priceedit.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../providers/providerkit.h"
#include "ui/aliases/modelspage.h"
#include "ui/models/modellistmodel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace nexus;

namespace {

constexpr auto TOML = R"([llm.providers.one]
type = "openai"
base_url = "@BASE@"
api_key = "k"

# in the cloud
[llm.providers.aws]
type = "bedrock"
region = "eu-central-1"

[llm.providers.aws.models."anthropic.claude-sonnet-4-20250514-v1:0"]
)";

constexpr auto SONNET = "aws/anthropic.claude-sonnet-4-20250514-v1:0";

constexpr auto LIST = R"({"data":[
  {"id":"big","capabilities":{"vision":true,"function_calling":true,"reasoning":false}},
  {"id":"small","capabilities":{"vision":false,"function_calling":false,"reasoning":false}},
  {"id":"plain"}]})";

} // namespace

//! \brief Prices of single models on their page, and what the page says of abilities.
class TestModelPrices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aPriceIsSetByKeyAndUndone();
    void theTablesPriceShowsWhereNothingIsTyped();
    void theBuiltInPriceComesBack();
    void aMistakeIsSaidAtItsField();
    void theKeysForSavingSave();
    void theFormFollowsTheChoiceUntilSomethingIsTyped();
    void escapeClosesWhatHoldsNothing();
    void aChangeFromOutsideIsTakenOver();
    void aChangeOfTheSameFigureIsAskedAbout();
    void aProviderThatIsGoneIsSaid();
    void theDemoHasNoPriceToSet();
    void modelsAreFoundByAbility();

private:
    void open(const QByteArray &toml = TOML);
    void choose(const char *id);
    void edit(const char *id);
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *in(const char *name) const
    {
        return m_page->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QLineEdit *field(const char *name) const { return in<QLineEdit>(name); }
    [[nodiscard]] bool isOpen() const { return in<QWidget>("priceForm")->isVisible(); }
    [[nodiscard]] QString said(const char *name) const { return in<QLabel>(name)->text(); }
    [[nodiscard]] QString lines() const { return in<QPlainTextEdit>("priceDiff")->toPlainText(); }
    [[nodiscard]] QString cell(
        const char *id, ModelListModel::Column column, int role = Qt::DisplayRole) const;
    template<typename Widget = QPushButton>
    void click(const char *name) const
    {
        auto *const button = in<Widget>(name);
        QVERIFY2(button, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void write(const QByteArray &toml)
    {
        m_kit->write(toml);
        m_kit->host.reload();
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ModelsPage> m_page;
};

void TestModelPrices::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestModelPrices::open(const QByteArray &toml)
{
    // Nobody on this machine is asked for credentials.
    m_kit = std::make_unique<ProviderKit>(toml, true,
        QHash<QString, QString> {{QStringLiteral("AWS_EC2_METADATA_DISABLED"), QStringLiteral("true")}});
    m_kit->provider.setDefaultReply(kit::Reply::json(200, LIST));
    m_page = std::make_unique<ModelsPage>(m_kit->parts());
    m_page->resize(1100, 1000);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow());
}

void TestModelPrices::choose(const char *id)
{
    auto *const table = in<QTableView>("modelTable");
    const auto find = [table, id] {
        return table->model()->match(table->model()->index(0, 0), ModelListModel::IdRole,
            QString::fromLatin1(id), 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
    };
    QTRY_VERIFY2(!find().isEmpty(), id);
    table->setFocus();
    table->setCurrentIndex(find().constFirst());
}

void TestModelPrices::edit(const char *id)
{
    choose(id);
    QTest::keyClick(in<QTableView>("modelTable"), Qt::Key_F2);
    QVERIFY(isOpen());
}

QString TestModelPrices::cell(const char *id, ModelListModel::Column column, int role) const
{
    const QAbstractItemModel *const model = in<QTableView>("modelTable")->model();
    const QModelIndexList found = model->match(
        model->index(0, 0), ModelListModel::IdRole, QString::fromLatin1(id), 1, Qt::MatchExactly);
    return found.isEmpty() ? QString() : found.constFirst().siblingAtColumn(column).data(role).toString();
}

void TestModelPrices::aPriceIsSetByKeyAndUndone()
{
    open();
    const QByteArray before = m_kit->read();
    QVERIFY(!isOpen());
    edit("one/small");
    QVERIFY(field("priceInput")->hasFocus());
    QCOMPARE(field("priceInput")->placeholderText(), QStringLiteral("–"));
    QTRY_VERIFY2(said("priceSource").contains(QStringLiteral("No table")), qPrintable(said("priceSource")));
    QVERIFY(!in("priceSave")->isEnabled());
    QTest::keyClicks(field("priceInput"), QStringLiteral("$2.50"));
    QTest::keyClick(field("priceInput"), Qt::Key_Tab);
    QVERIFY(field("priceOutput")->hasFocus());
    QTest::keyClicks(field("priceOutput"), QStringLiteral("10"));
    QVERIFY(lines().contains(QStringLiteral("+ [llm.providers.one.models.small.price]")));
    QVERIFY(lines().contains(QStringLiteral("+ input = 2.5")));
    QVERIFY(!lines().contains(QStringLiteral("\n- ")));
    QCOMPARE(m_kit->read(), before);
    QVERIFY(!m_page->mayClose());
    QTest::keyClick(field("priceOutput"), Qt::Key_Return);
    QTRY_COMPARE(cell("one/small", ModelListModel::InputPriceColumn), QStringLiteral("$2.50"));
    QCOMPARE(cell("one/small", ModelListModel::OutputPriceColumn), QStringLiteral("$10.00"));
    QVERIFY(!isOpen());
    QVERIFY(in<QTableView>("modelTable")->hasFocus());
    QVERIFY(m_page->mayClose());
    QVERIFY(in<QWidget>("modelsBanner")->accessibleName().contains(QStringLiteral("one/small")));
    QTest::mouseClick(in<QWidget>("modelsBanner")->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(m_kit->read(), before);
    QTRY_COMPARE(cell("one/small", ModelListModel::InputPriceColumn), QStringLiteral("–"));
}

void TestModelPrices::theTablesPriceShowsWhereNothingIsTyped()
{
    open();
    edit(SONNET);
    QTRY_COMPARE(field("priceInput")->placeholderText(), QStringLiteral("3"));
    QCOMPARE(field("priceOutput")->placeholderText(), QStringLiteral("15"));
    QCOMPARE(field("priceCacheRead")->placeholderText(), QStringLiteral("0.3"));
    QVERIFY2(said("priceSource").contains(QStringLiteral("built-in table")), qPrintable(said("priceSource")));
    QVERIFY(field("priceInput")->text().isEmpty());
    QVERIFY(!in("priceClear")->isEnabled());
    // A field that is typed into takes no other one's figure along.
    field("priceCacheRead")->setText(QStringLiteral("0.2"));
    click("priceSave");
    QTRY_VERIFY(m_kit->read().contains("cache_read = 0.2"));
    QVERIFY(!m_kit->read().contains("input ="));
}

void TestModelPrices::theBuiltInPriceComesBack()
{
    open(QByteArray(TOML) + "price.input = 9\nprice.output = 9.5 # dear\n");
    edit(SONNET);
    QCOMPARE(field("priceInput")->text(), QStringLiteral("9"));
    QTRY_COMPARE(field("priceInput")->placeholderText(), QStringLiteral("3"));
    QCOMPARE(cell(SONNET, ModelListModel::InputPriceColumn), QStringLiteral("$9.00"));
    click("priceClear");
    QVERIFY(field("priceOutput")->text().isEmpty());
    QVERIFY(lines().contains(QStringLiteral("- price.input = 9")));
    QVERIFY(m_kit->read().contains("price.input"));
    click("priceSave");
    QTRY_COMPARE(cell(SONNET, ModelListModel::InputPriceColumn), QStringLiteral("$3.00"));
    QVERIFY(!m_kit->read().contains("price"));
    QTRY_VERIFY(in<QWidget>("modelsBanner")->isVisible());
    QTest::mouseClick(in<QWidget>("modelsBanner")->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(cell(SONNET, ModelListModel::OutputPriceColumn), QStringLiteral("$9.50"));
}

void TestModelPrices::aMistakeIsSaidAtItsField()
{
    open();
    edit("one/small");
    field("priceInput")->setText(QStringLiteral("1"));
    field("priceCacheWrite")->setText(QStringLiteral("2,5"));
    QVERIFY(in<QLabel>("priceProblem")->isVisible());
    QVERIFY2(
        said("priceProblem").startsWith(QStringLiteral("Cache write")), qPrintable(said("priceProblem")));
    QCOMPARE(field("priceCacheWrite")->property("state").toString(), QStringLiteral("bad"));
    QVERIFY(field("priceInput")->property("state").toString().isEmpty());
    QVERIFY(!in("priceSave")->isEnabled());
    field("priceCacheWrite")->setText(QStringLiteral("2.5"));
    QVERIFY(field("priceCacheWrite")->property("state").toString().isEmpty());
    QVERIFY(in("priceSave")->isEnabled());
    const QByteArray before = m_kit->read();
    click("priceCancel");
    QVERIFY(!isOpen());
    QVERIFY(m_page->mayClose());
    QCOMPARE(m_kit->read(), before);
}

void TestModelPrices::theKeysForSavingSave()
{
    open();
    edit("one/small");
    QTest::keyClicks(field("priceInput"), QStringLiteral("-"));
    QTest::keyClick(field("priceInput"), Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(isOpen(), "a mistake is not saved");
    field("priceInput")->setText(QStringLiteral("2.5"));
    field("priceOutput")->setText(QStringLiteral("10"));
    QTest::keyClick(field("priceInput"), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!isOpen());
    QVERIFY2(m_kit->read().contains("2.5"), m_kit->read().constData());
}

void TestModelPrices::theFormFollowsTheChoiceUntilSomethingIsTyped()
{
    open(QByteArray(TOML) + "price.input = 9\n");
    edit("one/small");
    choose(SONNET);
    QCOMPARE(field("priceInput")->text(), QStringLiteral("9"));
    field("priceOutput")->setText(QStringLiteral("1"));
    choose("one/big");
    QVERIFY(in<QLabel>("priceTitle")->toolTip().contains(QStringLiteral("claude")));
    click<QToolButton>("modelSetPrice");
    QCOMPARE(field("priceOutput")->text(), QStringLiteral("1"));
    click("priceCancel");
    click<QToolButton>("modelSetPrice");
    QVERIFY(in<QLabel>("priceTitle")->toolTip().contains(QStringLiteral("one/big")));
    QVERIFY(field("priceInput")->text().isEmpty());
}

void TestModelPrices::escapeClosesWhatHoldsNothing()
{
    open();
    edit("one/small");
    field("priceInput")->setText(QStringLiteral("1"));
    QTest::keyClick(field("priceInput"), Qt::Key_Escape);
    QVERIFY(isOpen());
    field("priceInput")->clear();
    QTest::keyClick(field("priceInput"), Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(in<QTableView>("modelTable")->hasFocus());
}

void TestModelPrices::aChangeFromOutsideIsTakenOver()
{
    open();
    edit(SONNET);
    field("priceInput")->setText(QStringLiteral("4"));
    write(QByteArray(TOML) + "price.output = 7\n");
    QTRY_COMPARE(field("priceOutput")->text(), QStringLiteral("7"));
    QCOMPARE(field("priceInput")->text(), QStringLiteral("4"));
    QVERIFY(!in<QWidget>("priceChanged")->isVisible());
    // Also one that nobody has noticed yet.
    m_kit->write(QByteArray(TOML) + "price.output = 7\nprice.cache_read = 0.5 # theirs\n");
    click("priceSave");
    QTRY_VERIFY(m_kit->read().contains("price.input = 4"));
    QVERIFY(m_kit->read().contains("price.output = 7"));
    QVERIFY(m_kit->read().contains("price.cache_read = 0.5 # theirs"));
}

void TestModelPrices::aChangeOfTheSameFigureIsAskedAbout()
{
    open();
    edit(SONNET);
    field("priceInput")->setText(QStringLiteral("4"));
    write(QByteArray(TOML) + "price.input = 5\n");
    auto *const asks = in<QWidget>("priceChanged");
    QTRY_VERIFY(asks->isVisible());
    QVERIFY(asks->accessibleName().contains(QStringLiteral("Input")));
    QVERIFY(!asks->accessibleName().contains(QStringLiteral("Output")));
    QVERIFY(!in("priceSave")->isEnabled());
    click("priceChangedTheirsButton");
    QVERIFY(!asks->isVisible());
    QCOMPARE(field("priceInput")->text(), QStringLiteral("5"));
    field("priceInput")->setText(QStringLiteral("6"));
    write(QByteArray(TOML) + "price.input = 7\n");
    QTRY_VERIFY(asks->isVisible());
    click("priceChangedMineButton");
    click("priceSave");
    QTRY_VERIFY(m_kit->read().contains("price.input = 6"));
}

void TestModelPrices::aProviderThatIsGoneIsSaid()
{
    open();
    edit(SONNET);
    field("priceInput")->setText(QStringLiteral("4"));
    write(QByteArray(TOML).left(QByteArray(TOML).indexOf("# in the cloud")));
    QTRY_VERIFY(said("priceProblem").contains(QStringLiteral("aws")));
    QVERIFY(!in("priceSave")->isEnabled());
    QVERIFY(isOpen());
    click("priceCancel");
    QVERIFY(m_page->mayClose());
}

void TestModelPrices::theDemoHasNoPriceToSet()
{
    open("[llm.providers.demo]\ntype = \"demo\"\n");
    choose("demo/echo");
    QVERIFY(!in<QToolButton>("modelSetPrice")->isEnabled());
    in<QAction>("modelPriceAction")->trigger();
    QVERIFY(!isOpen());
}

void TestModelPrices::modelsAreFoundByAbility()
{
    open();
    choose("one/plain");
    QCOMPARE(cell("one/big", ModelListModel::AbilityColumn), QStringLiteral("vision, tools"));
    QCOMPARE(cell("one/small", ModelListModel::AbilityColumn), QStringLiteral("none"));
    QCOMPARE(cell("one/plain", ModelListModel::AbilityColumn), QStringLiteral("–"));
    QTRY_COMPARE(cell(SONNET, ModelListModel::AbilityColumn), QStringLiteral("vision, tools, reasoning"));
    auto *const filter = field("modelFilter");
    const QAbstractItemModel *const shown = in<QTableView>("modelTable")->model();
    const auto found = [&](const char *words) {
        filter->setText(QString::fromLatin1(words));
        QStringList out;
        for (int row = 0; row < shown->rowCount(); ++row) {
            out.append(shown->index(row, 0).data().toString());
        }
        return out.join(QLatin1Char(' '));
    };
    const QString sonnet = QString::fromLatin1(SONNET).section(QLatin1Char('/'), 1);
    QCOMPARE(found("vision"), QStringLiteral("big ") + sonnet);
    QCOMPARE(found("TOOLS one"), QStringLiteral("big"));
    QCOMPARE(found("reasoning"), sonnet);
    QCOMPARE(found("none"), QStringLiteral("small"));
    QCOMPARE(found("vision small"), QString());
    QVERIFY(in<QWidget>("modelEmpty")->isVisible());
}

QTEST_MAIN(TestModelPrices)

#include "tst_modelprices.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../providers/providerkit.h"
#include "ui/aliases/modelspage.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace nexus;

namespace {

constexpr auto TOML = R"([llm.providers.one]
type = "openai"
base_url = "@BASE@"
api_key = "k"

[llm.providers.one.retries]
max_attempts = 1

[llm.aliases]
fast = "one/small"

[llm.aliases.safe]
targets = ["one/big", "demo/echo"]
)";

QString toml(const ProviderKit &kit)
{
    return QString::fromUtf8(kit.read());
}

} // namespace

//! \brief The page of models and aliases, clicked through by the names of its widgets.
class TestModelsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void nothingYetOffersToAdd();
    void anAliasIsAdded();
    void anUnknownTargetIsSaidInPlace();
    void targetsMoveByKey();
    void targetsAreDragged();
    void weightsAreShownAndSaved();
    void cancelTakesBack();
    void theKeysForSavingSave();
    void aTestShowsTimesAndErrors();
    void whereClientsNeedATokenTheTestSaysSo();
    void removingNamesWhatIsLostAndCanBeUndone();
    void modelsAreFilteredAndTried();
    void linksLeadHere();
    void unsavedWorkKeepsThePage();
    void aChangeFromOutsideIsTakenOver();
    void aChangeOfTheSameFieldIsAskedAbout();
    void anAliasThatIsGoneCanBeAddedAgain();

private:
    void open(const QByteArray &toml = TOML);
    [[nodiscard]] QWidget *alias(const char *name) const
    {
        return m_page->findChild<QWidget *>(QLatin1String(name));
    }
    template<typename Widget = QAbstractButton>
    [[nodiscard]] static Widget *in(const QWidget *parent, const char *name)
    {
        return parent != nullptr ? parent->findChild<Widget *>(QString::fromLatin1(name)) : nullptr;
    }
    static void click(const QWidget *parent, const char *name)
    {
        auto *const button = in(parent, name);
        QVERIFY2(button, name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ModelsPage> m_page;
};

void TestModelsPage::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestModelsPage::open(const QByteArray &toml)
{
    m_kit = std::make_unique<ProviderKit>(toml);
    m_page = std::make_unique<ModelsPage>(m_kit->parts());
    m_page->resize(1100, 1200);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestModelsPage::nothingYetOffersToAdd()
{
    open("[llm.providers.one]\ntype = \"openai\"\nbase_url = \"@BASE@\"\napi_key = \"k\"\n");
    QVERIFY(in<QWidget>(m_page.get(), "aliasEmpty")->isVisible());
    click(m_page.get(), "aliasAdd");
    QVERIFY(!in<QWidget>(m_page.get(), "aliasEmpty")->isVisible());
    click(alias("aliasNew"), "aliasCancel");
    QTRY_VERIFY(in<QWidget>(m_page.get(), "aliasEmpty")->isVisible());
    QVERIFY(m_page->mayClose());
}

void TestModelsPage::anAliasIsAdded()
{
    open();
    click(m_page.get(), "aliasAdd");
    QWidget *const card = alias("aliasNew");
    QVERIFY(!in(card, "aliasSave")->isEnabled());
    QTest::keyClicks(in<QLineEdit>(card, "aliasName"), QStringLiteral("new"));
    auto *const target = in<QLineEdit>(card, "aliasTarget");
    target->setText(QStringLiteral("one/big"));
    click(card, "aliasTargetAdd");
    target->setText(QStringLiteral("demo/echo"));
    click(card, "aliasTargetAdd");
    QVERIFY(in<QPlainTextEdit>(card, "aliasDiff")->toPlainText().contains(QStringLiteral("demo/echo")));
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("targets = [\"one/big\", \"demo/echo\"]")));
    QVERIFY(alias("alias_new"));
    QVERIFY(!alias("aliasNew"));
    QVERIFY(m_page->mayClose());
}

void TestModelsPage::anUnknownTargetIsSaidInPlace()
{
    open();
    QWidget *const card = alias("alias_fast");
    click(card, "aliasEdit");
    in<QLineEdit>(card, "aliasTarget")->setText(QStringLiteral("onn/big"));
    click(card, "aliasTargetAdd");
    QVERIFY(in<QLabel>(card, "aliasProblem")->text().contains(QStringLiteral("onn")));
    QVERIFY(!in(card, "aliasSave")->isEnabled());
    // A loop is found as well.
    click(in<QWidget>(card, "target_onn/big"), "targetRemove");
    in<QLineEdit>(card, "aliasTarget")->setText(QStringLiteral("fast"));
    click(card, "aliasTargetAdd");
    QVERIFY(in<QLabel>(card, "aliasProblem")->text().contains(QStringLiteral("itself")));
}

void TestModelsPage::targetsMoveByKey()
{
    open();
    QWidget *const card = alias("alias_safe");
    auto *const chip = in<QWidget>(card, "target_demo/echo");
    QTest::keyClick(chip, Qt::Key_Left, Qt::AltModifier);
    QTest::keyClick(chip, Qt::Key_Left, Qt::AltModifier); // there is no further left
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("[\"demo/echo\", \"one/big\"]")));
}

void TestModelsPage::targetsAreDragged()
{
    open();
    QWidget *const card = alias("alias_safe");
    auto *const chip = in<QWidget>(card, "target_one/big");
    auto *const other = in<QWidget>(card, "target_demo/echo");
    QTRY_VERIFY(other->x() > chip->x());
    const QPoint goal = other->mapTo(card, QPoint(other->width() - 4, other->height() / 2));
    QTest::mousePress(chip, Qt::LeftButton, {}, QPoint(20, 4));
    QTest::mouseMove(chip, QPoint(60, 4));
    QTest::mouseMove(chip, chip->mapFrom(card, goal));
    QTest::mouseRelease(chip, Qt::LeftButton, {}, QPoint(20, 4));
    QTRY_VERIFY(other->x() < chip->x());
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("[\"demo/echo\", \"one/big\"]")));
}

void TestModelsPage::weightsAreShownAndSaved()
{
    open();
    QWidget *const card = alias("alias_safe");
    auto *const weight = in<QSpinBox>(in<QWidget>(card, "target_one/big"), "targetWeight");
    QVERIFY(!weight->isVisible());
    in<QAction>(card, "strategy_weighted")->trigger();
    QVERIFY(weight->isVisible());
    weight->setValue(3);
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("weights = [3, 1]")));
}

void TestModelsPage::cancelTakesBack()
{
    open();
    QWidget *const card = alias("alias_safe");
    const QString before = toml(*m_kit);
    click(in<QWidget>(card, "target_demo/echo"), "targetRemove");
    QVERIFY(!m_page->mayClose());
    click(card, "aliasCancel");
    QTRY_VERIFY(in<QWidget>(card, "target_demo/echo"));
    QVERIFY(m_page->mayClose());
    QCOMPARE(toml(*m_kit), before);
}

void TestModelsPage::theKeysForSavingSave()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    const QString before = toml(*m_kit);
    QWidget *const card = alias("alias_fast");
    click(card, "aliasEdit");
    auto *const name = in<QLineEdit>(card, "aliasName");
    name->setFocus();
    QTRY_VERIFY(name->hasFocus());
    name->setText(QStringLiteral("safe"));
    QVERIFY(!in(card, "aliasSave")->isEnabled());
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(toml(*m_kit), before);
    name->setText(QStringLiteral("quick"));
    QVERIFY(in(card, "aliasSave")->isEnabled());
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("quick = \"one/small\"")));
}

void TestModelsPage::aTestShowsTimesAndErrors()
{
    open();
    m_kit->provider.setDefaultReply(kit::Reply::json(401, R"({"error":{"message":"bad key"}})"));
    QWidget *const card = alias("alias_safe");
    click(card, "aliasTest");
    auto *const good = in<QLabel>(in<QWidget>(card, "target_demo/echo"), "targetResult");
    auto *const bad = in<QLabel>(in<QWidget>(card, "target_one/big"), "targetResult");
    QTRY_VERIFY(good->text().endsWith(u's'));
    QTRY_VERIFY(in<QLabel>(card, "aliasReport")->text().startsWith(QStringLiteral("one/big: ")));
    QVERIFY(bad->text().toInt() >= 400);
    QTRY_COMPARE(in<QPushButton>(card, "aliasTest")->text(), QStringLiteral("Test"));
    // OpenAI's reasoning models refuse the one limit, most others the other one.
    QByteArray asked;
    for (const kit::ReceivedRequest &request : m_kit->provider.received()) {
        asked += request.method == "POST" ? request.body : QByteArray();
    }
    QVERIFY(asked.contains("\"messages\""));
    QVERIFY2(!asked.contains("max_tokens") && !asked.contains("max_completion_tokens"), asked.constData());
}

void TestModelsPage::whereClientsNeedATokenTheTestSaysSo()
{
    open(QByteArray(TOML)
        + "\n[server.oauth]\nurl = \"@BASE@/keys\"\n"
          "[server.oauth.protected_resource]\nresource = \"http://127.0.0.1/\"\n"
          "authorization_servers = [\"https://login.example.com\"]\n");
    QWidget *const card = alias("alias_safe");
    click(card, "aliasTest");
    auto *const report = in<QLabel>(card, "aliasReport");
    QVERIFY(report->isVisible());
    QVERIFY2(report->text().contains(QStringLiteral("token")), qPrintable(report->text()));
    auto *const result = in<QLabel>(in<QWidget>(card, "target_demo/echo"), "targetResult");
    QVERIFY(result == nullptr || result->text().isEmpty());
    QCOMPARE(in<QPushButton>(card, "aliasTest")->text(), QStringLiteral("Test"));
}

void TestModelsPage::removingNamesWhatIsLostAndCanBeUndone()
{
    open(QByteArray(TOML) + "\n[llm.aliases.outer]\ntargets = [\"fast\"]\n");
    const QString before = toml(*m_kit);
    QWidget *const card = alias("alias_fast");
    click(card, "aliasRemove");
    auto *const losses = in<QWidget>(card, "aliasLosses");
    QVERIFY(losses->isVisible());
    QVERIFY(losses->accessibleName().contains(QStringLiteral("outer")));
    QTest::mouseClick(losses->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!alias("alias_fast"));
    QTRY_VERIFY(!alias("alias_outer"));
    QVERIFY(!toml(*m_kit).contains(QStringLiteral("fast")));
    QTest::mouseClick(in<QWidget>(m_page.get(), "modelsBanner")->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(alias("alias_fast"));
    QCOMPARE(toml(*m_kit), before);
}

void TestModelsPage::modelsAreFilteredAndTried()
{
    open();
    QSignalSpy links(m_page.get(), &Page::linkActivated);
    auto *const table = in<QTableView>(m_page.get(), "modelTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClicks(in<QLineEdit>(m_page.get(), "modelFilter"), QStringLiteral("one sma"));
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    click(m_page.get(), "modelTry");
    QCOMPARE(links.count(), 1);
    QCOMPARE(links.first().first().value<PageLink>(),
        (PageLink {PageId::Playground, QStringLiteral("one/small")}));
    QTest::keyClicks(in<QLineEdit>(m_page.get(), "modelFilter"), QStringLiteral("zzz"));
    QVERIFY(in<QWidget>(m_page.get(), "modelEmpty")->isVisible());
}

void TestModelsPage::linksLeadHere()
{
    open();
    m_page->follow(QStringLiteral("big"));
    QCOMPARE(in<QLineEdit>(m_page.get(), "modelFilter")->text(), QStringLiteral("big"));
    m_page->follow(QStringLiteral("safe"));
    QCOMPARE(in<QLineEdit>(m_page.get(), "modelFilter")->text(), QStringLiteral("big"));
    m_page->follow(QStringLiteral("+"));
    QVERIFY(alias("aliasNew"));
}

void TestModelsPage::unsavedWorkKeepsThePage()
{
    open();
    QWidget *const card = alias("alias_fast");
    click(card, "aliasEdit");
    QTest::keyClicks(in<QLineEdit>(card, "aliasMaxTokens"), QStringLiteral("50"));
    QVERIFY(!m_page->mayClose());
    // Another hand changes the file: what is typed here stays.
    m_kit->write(QByteArray(TOML) + "\n[llm.aliases.more]\ntargets = [\"demo/echo\"]\n");
    m_kit->host.reload();
    QTRY_VERIFY(alias("alias_more"));
    QCOMPARE(in<QLineEdit>(card, "aliasMaxTokens")->text(), QStringLiteral("50"));
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("max_tokens = 50")));
    QVERIFY(toml(*m_kit).contains(QStringLiteral("[llm.aliases.more]")));
}

void TestModelsPage::aChangeFromOutsideIsTakenOver()
{
    open();
    QWidget *const card = alias("alias_safe");
    click(card, "aliasEdit");
    in<QLineEdit>(card, "aliasTemperature")->setText(QStringLiteral("0.5"));
    m_kit->write(QByteArray(TOML) + "max_tokens = 7\n");
    m_kit->host.reload();
    QTRY_COMPARE(in<QLineEdit>(card, "aliasMaxTokens")->text(), QStringLiteral("7"));
    QCOMPARE(in<QLineEdit>(card, "aliasTemperature")->text(), QStringLiteral("0.5"));
    QVERIFY(!in<QWidget>(card, "aliasChanged")->isVisible());
    // Also one that nobody has noticed yet.
    m_kit->write(QByteArray(TOML) + "max_tokens = 7\nsystem = \"Be kind.\"\n");
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("temperature = 0.5")));
    QVERIFY(toml(*m_kit).contains(QStringLiteral("max_tokens = 7")));
    QVERIFY(toml(*m_kit).contains(QStringLiteral("Be kind.")));
}

void TestModelsPage::aChangeOfTheSameFieldIsAskedAbout()
{
    open();
    QWidget *const card = alias("alias_safe");
    click(card, "aliasEdit");
    in<QLineEdit>(card, "aliasTemperature")->setText(QStringLiteral("0.5"));
    in<QLineEdit>(card, "aliasTarget")->setText(QStringLiteral("one/small"));
    click(card, "aliasTargetAdd");
    m_kit->write(QByteArray(TOML) + "temperature = 0.9\n");
    m_kit->host.reload();
    auto *const asks = in<QWidget>(card, "aliasChanged");
    QTRY_VERIFY(asks->isVisible());
    QVERIFY(asks->accessibleName().contains(QStringLiteral("Temperature")));
    QVERIFY(!asks->accessibleName().contains(QStringLiteral("Targets")));
    QVERIFY(!in(card, "aliasSave")->isEnabled());
    click(card, "aliasChangedTheirsButton");
    QVERIFY(!asks->isVisible());
    QCOMPARE(in<QLineEdit>(card, "aliasTemperature")->text(), QStringLiteral("0.9"));
    m_kit->write(QByteArray(TOML).replace("\"demo/echo\"", "\"one/other\"") + "temperature = 0.9\n");
    m_kit->host.reload();
    QTRY_VERIFY(asks->isVisible());
    QVERIFY(asks->accessibleName().contains(QStringLiteral("Targets")));
    click(card, "aliasChangedMineButton");
    click(card, "aliasSave");
    QTRY_VERIFY(
        toml(*m_kit).contains(QStringLiteral("targets = [\"one/big\", \"demo/echo\", \"one/small\"]")));
    QVERIFY(toml(*m_kit).contains(QStringLiteral("temperature = 0.9")));
}

void TestModelsPage::anAliasThatIsGoneCanBeAddedAgain()
{
    open();
    QWidget *const card = alias("alias_safe");
    click(card, "aliasEdit");
    in<QLineEdit>(card, "aliasTemperature")->setText(QStringLiteral("0.5"));
    m_kit->write(QByteArray(TOML).left(QByteArray(TOML).indexOf("[llm.aliases.safe]")));
    m_kit->host.reload();
    QTRY_COMPARE(in<QLabel>(card, "aliasTitle")->text(), QStringLiteral("New alias"));
    QVERIFY(card->isVisible());
    click(card, "aliasSave");
    QTRY_VERIFY(toml(*m_kit).contains(QStringLiteral("[llm.aliases.safe]")));
    QVERIFY(toml(*m_kit).contains(QStringLiteral("temperature = 0.5")));
}

QTEST_MAIN(TestModelsPage)

#include "tst_modelspage.moc"

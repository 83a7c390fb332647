// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../providers/providerkit.h"
#include "ui/usage/budgetform.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto TOML = "[budgets.team]\nlimit_usd = 5\nperiod = \"month\"\naction = \"warn\"\n";

} // namespace

//! \brief The form of one budget, while others change the file.
class TestBudgetForm final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aChangeFromOutsideIsTakenOver();
    void aChangeOfTheSameFieldIsAskedAbout();
    void oneThatIsGoneIsAddedAgain();
    void theKeysForSavingSave();

private:
    void outside(const QByteArray &toml) const
    {
        m_kit->write(toml);
        m_kit->host.reload();
    }
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_form->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<ProviderKit> m_kit;
    QPointer<BudgetForm> m_form;
};

void TestBudgetForm::init()
{
    m_kit = std::make_unique<ProviderKit>(TOML);
    m_form = new BudgetForm(m_kit->parts(), m_kit->host.config()->budgets.front());
    m_form->open();
}

void TestBudgetForm::cleanup()
{
    delete m_form;
    m_kit.reset();
}

void TestBudgetForm::aChangeFromOutsideIsTakenOver()
{
    QVERIFY(find("budgetSave")->isVisible());
    find<QDoubleSpinBox>("budgetLimit")->setValue(8);
    outside(QByteArray(TOML) + "client = \"ci\"\n");
    QTRY_COMPARE(find<QLineEdit>("budgetClient")->text(), QStringLiteral("ci"));
    QCOMPARE(find<QDoubleSpinBox>("budgetLimit")->value(), 8.0);
    QVERIFY(!find<QWidget>("budgetChanged")->isVisible());
    // Also one that nobody has noticed yet.
    m_kit->write(QByteArray(TOML) + "client = \"other\"\n");
    find("budgetSave")->click();
    QVERIFY(m_kit->read().contains("limit_usd = 8\n"));
    QVERIFY(m_kit->read().contains("client = \"other\"\n"));
}

void TestBudgetForm::aChangeOfTheSameFieldIsAskedAbout()
{
    find<QDoubleSpinBox>("budgetLimit")->setValue(8);
    outside(QByteArray(TOML).replace("limit_usd = 5", "limit_usd = 6"));
    auto *const asks = find<QWidget>("budgetChanged");
    QTRY_VERIFY(asks->isVisible());
    QVERIFY2(asks->accessibleName().contains(QStringLiteral("Limit")), qPrintable(asks->accessibleName()));
    QVERIFY(!find("budgetSave")->isEnabled());
    find("budgetChangedTheirsButton")->click();
    QCOMPARE(find<QDoubleSpinBox>("budgetLimit")->value(), 6.0);
    QVERIFY(!asks->isVisible());
    find<QDoubleSpinBox>("budgetLimit")->setValue(9);
    // Not noticed before it is saved: nothing is written over.
    m_kit->write(QByteArray(TOML).replace("limit_usd = 5", "limit_usd = 7"));
    find("budgetSave")->click();
    QVERIFY(asks->isVisible());
    QVERIFY(m_kit->read().contains("limit_usd = 7\n"));
    find("budgetChangedMineButton")->click();
    find("budgetSave")->click();
    QVERIFY(m_kit->read().contains("limit_usd = 9\n"));
}

void TestBudgetForm::oneThatIsGoneIsAddedAgain()
{
    find<QDoubleSpinBox>("budgetLimit")->setValue(8);
    outside("[llm]\nenabled = true\n");
    QTRY_COMPARE(m_form->windowTitle(), QStringLiteral("Add a budget"));
    QTRY_VERIFY(find("budgetSave")->isEnabled());
    find("budgetSave")->click();
    QVERIFY(m_kit->read().contains("[budgets.team]\nlimit_usd = 8\n"));
}

void TestBudgetForm::theKeysForSavingSave()
{
    QVERIFY(QTest::qWaitForWindowActive(m_form));
    auto *const name = find<QLineEdit>("budgetName");
    name->setText({});
    QVERIFY(!find("budgetSave")->isEnabled());
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(m_kit->read(), QByteArray(TOML));
    QVERIFY(m_form->isVisible());
    name->setText(QStringLiteral("crew"));
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_kit->read().contains("[budgets.crew]"));
}

QTEST_MAIN(TestBudgetForm)

#include "tst_budgetform.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providerkit.h"
#include "ui/providers/providerdetail.h"
#include "ui/providers/providerspage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace nexus;

namespace {

constexpr auto TOML = R"(# my file
[llm.providers.one]
type = "openai"
base_url = "@BASE@"
api_key = "{{ keychain.one }}"

[llm.aliases]
fast = "one/small"
)";
constexpr auto KEY = "sk-of-the-test-wxyz";

} // namespace

//! \brief The page of providers, clicked through by the names of its widgets.
class TestProvidersPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aProviderIsAdded();
    void aWrongKeyIsSaid();
    void aTestKeepsTheFocus();
    void enterInTheKeyFieldSaves();
    void aKeyringThatWaitsCanBeLeft();
    void withoutAKeyringTheSessionKeepsTheKey();
    void aVariableTakesThePlaceOfTheKeychain();
    void aKeyShowsItsEndOnly();
    void aKeyIsReplaced();
    void aKeyIsRemoved();
    void aKeyInTheFileIsMoved();
    void removingAsksOnceAndCanBeUndone();
    void modelsAreFiltered();
    void modelsAreNamed();
    void linksLeadToOtherPages();
    void aLinkOpensAPreset();

private:
    void open(
        const QByteArray &toml = {}, bool hasKeyring = true, const QHash<QString, QString> &variables = {});
    template<typename Widget = QPushButton>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }
    void click(const char *name) const;
    void type(const char *name, const QString &text) const;
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] bool isSeen(const char *name) const { return find<QWidget>(name)->isVisible(); }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestProvidersPage::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestProvidersPage::open(
    const QByteArray &toml, bool hasKeyring, const QHash<QString, QString> &variables)
{
    m_kit = std::make_unique<ProviderKit>(QByteArray(), hasKeyring, variables);
    m_kit->keyring.keys.insert(QStringLiteral("one"), KEY);
    if (!toml.isEmpty()) {
        m_kit->write(toml);
        QVERIFY(m_kit->host.useFile(m_kit->filePath()));
        QTRY_VERIFY(m_kit->serves("one"));
    }
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 900);
    m_page->show();
}

void TestProvidersPage::click(const char *name) const
{
    auto *const button = find<QAbstractButton>(name);
    QVERIFY2(button, name);
    QVERIFY2(button->isVisible(), name);
    QVERIFY2(button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestProvidersPage::type(const char *name, const QString &text) const
{
    auto *const field = find<QLineEdit>(name);
    QVERIFY2(field, name);
    field->clear();
    QTest::keyClicks(field, text);
}

void TestProvidersPage::aProviderIsAdded()
{
    open();
    click("providerAddButton");
    click("presetTile_openai");
    QVERIFY(!find("providerSaveButton")->isEnabled());
    type("providerAddressField", m_kit->base());
    type("providerKeyField", QString::fromLatin1(KEY));
    QCOMPARE(find<QLineEdit>("providerKeyField")->echoMode(), QLineEdit::Password);
    QTRY_VERIFY(find<QPlainTextEdit>("providerDiff")
                    ->toPlainText()
                    .contains(QStringLiteral("+ api_key = \"{{ keychain.openai }}\"")));
    click("providerTestButton");
    QTRY_VERIFY(text("providerTestResult").contains(QStringLiteral("It works")));
    QVERIFY(m_kit->read().isEmpty());
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("openai"));
    QCOMPARE(m_kit->keyring.keys.value(QStringLiteral("openai")), QByteArray(KEY));
    QVERIFY(!m_kit->read().contains(KEY));
    QTRY_COMPARE(text("providerName"), QStringLiteral("openai"));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …wxyz"));
    QVERIFY(find<QLineEdit>("providerKeyField")->text().isEmpty());
    QTRY_COMPARE(find<QListView>("providerModelList")->model()->rowCount(), 2);
}

void TestProvidersPage::aWrongKeyIsSaid()
{
    open();
    m_page->follow(QStringLiteral("+openai"));
    type("providerAddressField", m_kit->base());
    type("providerKeyField", QString::fromLatin1(KEY));
    m_kit->provider.setDefaultReply(kit::Reply::json(401, R"({"error":{"message":"bad"}})"));
    click("providerTestButton");
    QTRY_VERIFY(text("providerTestResult").contains(QStringLiteral("The key was refused (401)")));
    QVERIFY(!text("providerTestResult").contains(QString::fromLatin1(KEY)));
    // What was tried is not what would be tried now.
    type("providerKeyField", QStringLiteral("another"));
    QVERIFY(text("providerTestResult").isEmpty());
}

void TestProvidersPage::aTestKeepsTheFocus()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    click("providerAddButton");
    click("presetTile_openai");
    type("providerAddressField", m_kit->base());
    type("providerKeyField", QString::fromLatin1(KEY));
    auto *const test = find("providerTestButton");
    test->setFocus();
    QTest::keyClick(test, Qt::Key_Space);
    QVERIFY(!find("providerCancelButton")->hasFocus());
    QTest::keyClick(m_page->focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(text("providerTestResult").contains(QStringLiteral("It works")));
    QVERIFY(isSeen("providerTestButton"));
    QVERIFY(test->hasFocus());
}

void TestProvidersPage::enterInTheKeyFieldSaves()
{
    open();
    m_page->follow(QStringLiteral("+openai"));
    QTest::keyClick(find<QLineEdit>("providerKeyField"), Qt::Key_Return);
    QVERIFY(m_kit->read().isEmpty());
    type("providerKeyField", QString::fromLatin1(KEY));
    const auto middle = [this](const char *name) {
        const QWidget *const widget = find<QWidget>(name);
        return widget->mapTo(m_page.get(), widget->rect().center()).y();
    };
    QCOMPARE(middle("providerTestButton"), middle("providerSaveButton"));
    QTest::keyClick(find<QLineEdit>("providerKeyField"), Qt::Key_Return);
    QTRY_VERIFY(m_kit->serves("openai"));
}

void TestProvidersPage::aKeyringThatWaitsCanBeLeft()
{
    open();
    m_page->follow(QStringLiteral("+openai"));
    type("providerKeyField", QString::fromLatin1(KEY));
    m_kit->keyring.mood = FakeKeyring::Mood::Waits;
    click("providerSaveButton");
    QVERIFY(isSeen("providerKeychainSentence"));
    QVERIFY(text("providerKeychainSentence").contains(QStringLiteral("Waiting")));
    QVERIFY(!isSeen("providerKeychainEnvironmentButton"));
    Q_EMIT m_kit->keys->waiting();
    QVERIFY(text("providerKeychainSentence").contains(QStringLiteral("Look for its window")));
    // It may be hung as well.
    QVERIFY(isSeen("providerKeychainEnvironmentButton"));
    QVERIFY(!find("providerSaveButton")->isEnabled());
    m_kit->keyring.problems.push_back(keychain::locked());
    m_kit->keyring.answerHeld();
    QTRY_VERIFY(isSeen("providerKeychainRetryButton"));
    m_kit->keyring.mood = FakeKeyring::Mood::Answers;
    click("providerKeychainRetryButton");
    QTRY_VERIFY(m_kit->serves("openai"));
}

void TestProvidersPage::withoutAKeyringTheSessionKeepsTheKey()
{
    open({}, false);
    m_page->follow(QStringLiteral("+openai"));
    type("providerKeyField", QString::fromLatin1(KEY));
    click("providerSaveButton");
    QTRY_VERIFY(isSeen("providerKeychainSessionButton"));
    QVERIFY(!isSeen("providerKeychainRetryButton"));
    QVERIFY(text("providerKeychainSentence").contains(QStringLiteral("no keychain")));
    QVERIFY(m_kit->read().isEmpty());
    click("providerKeychainSessionButton");
    QTRY_VERIFY(m_kit->serves("openai"));
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("this session only")));
}

void TestProvidersPage::aVariableTakesThePlaceOfTheKeychain()
{
    open({}, false, {{QStringLiteral("MY_KEY"), QString::fromLatin1(KEY)}});
    m_page->follow(QStringLiteral("+openai"));
    type("providerKeyField", QStringLiteral("typed"));
    click("providerSaveButton");
    QTRY_VERIFY(isSeen("providerKeychainEnvironmentButton"));
    click("providerKeychainEnvironmentButton");
    // Not set, so that the gateway would refuse the file.
    QVERIFY(!find("providerSaveButton")->isEnabled());
    QVERIFY(text("providerProblem").contains(QStringLiteral("OPENAI_API_KEY is not set")));
    type("providerKeyVariableField", QStringLiteral("MY_KEY"));
    click("providerSaveButton");
    QTRY_VERIFY(m_kit->serves("openai"));
    QVERIFY(m_kit->read().contains("api_key = \"{{ env.MY_KEY }}\""));
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("MY_KEY")));
}

void TestProvidersPage::aKeyShowsItsEndOnly()
{
    open(TOML);
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …wxyz"));
    QVERIFY(text("keyPlace").contains(QStringLiteral("keychain")));
    for (const QLabel *const label : m_page->findChildren<QLabel *>()) {
        QVERIFY(!label->text().contains(QString::fromLatin1(KEY)));
        QVERIFY(!label->toolTip().contains(QString::fromLatin1(KEY)));
    }
}

void TestProvidersPage::aKeyIsReplaced()
{
    open(TOML);
    click("keyReplaceButton");
    type("keyField", QStringLiteral("sk-another-key-4321"));
    QVERIFY(!m_page->mayClose());
    click("keySaveButton");
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …4321"));
    QCOMPARE(m_kit->keyring.keys.value(QStringLiteral("one")), QByteArray("sk-another-key-4321"));
    QVERIFY(m_page->mayClose());
}

void TestProvidersPage::aKeyIsRemoved()
{
    open(TOML);
    click("keyRemoveButton");
    QVERIFY(m_kit->keyring.keys.contains(QStringLiteral("one")));
    click("keyRemoveConfirmButton");
    QTRY_VERIFY(!m_kit->keyring.keys.contains(QStringLiteral("one")));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("No key"));
    QVERIFY(!m_kit->read().contains("api_key"));
    QVERIFY(m_kit->serves("one"));
}

void TestProvidersPage::aKeyInTheFileIsMoved()
{
    open(QByteArray(TOML).replace("{{ keychain.one }}", "sk-in-the-file-0987"));
    QVERIFY(text("keyPlace").contains(QStringLiteral("nexus.toml")));
    click("keyMoveButton");
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("keychain")));
    QCOMPARE(m_kit->keyring.keys.value(QStringLiteral("one")), QByteArray("sk-in-the-file-0987"));
    QVERIFY(!m_kit->read().contains("sk-in-the-file"));
}

void TestProvidersPage::removingAsksOnceAndCanBeUndone()
{
    open(TOML);
    const QByteArray before = m_kit->read();
    click("providerRemoveButton");
    QVERIFY(text("providerRemoveSentence").contains(QStringLiteral("fast")));
    QCOMPARE(m_kit->read(), before);
    click("providerRemoveConfirmButton");
    QTRY_VERIFY(!m_kit->serves("one"));
    QVERIFY(!m_kit->read().contains("fast"));
    QVERIFY(m_kit->read().contains("# my file"));
    QVERIFY(m_kit->keyring.keys.contains(QStringLiteral("one")));
    auto *const undo = find<QWidget>("providerBanner")->findChild<QPushButton *>();
    QVERIFY(undo && undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_VERIFY(m_kit->serves("one"));
    QCOMPARE(m_kit->read(), before);
}

void TestProvidersPage::modelsAreFiltered()
{
    open(TOML);
    auto *const list = find<QListView>("providerModelList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    find<QLineEdit>("providerModelFilter")->setText(QStringLiteral("SMA"));
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("small"));
}

void TestProvidersPage::modelsAreNamed()
{
    open(QByteArray(TOML) + "\n[llm.providers.one.models.priced]\nprice = { input = 1 }\n");
    auto *const list = find<QListView>("providerModelList");
    QTRY_COMPARE(list->model()->rowCount(), 3);
    const QByteArray before = m_kit->read();
    QVERIFY(!find("providerModelAdd")->isEnabled());
    type("providerModelName", QStringLiteral("my-gpt"));
    QVERIFY(!m_page->mayClose());
    click("providerModelAdd");
    QTRY_COMPARE(list->model()->rowCount(), 4);
    QVERIFY(m_kit->read().contains("[llm.providers.one.models.my-gpt]"));
    QVERIFY(m_page->mayClose());
    const auto choose = [list](const QString &model) {
        const QModelIndexList found
            = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, model);
        QVERIFY(!found.isEmpty());
        list->setCurrentIndex(found.front());
    };
    choose(QStringLiteral("small"));
    QVERIFY(!isSeen("providerModelRemove"));
    choose(QStringLiteral("priced"));
    QVERIFY(!isSeen("providerModelRemove"));
    choose(QStringLiteral("my-gpt"));
    QVERIFY(isSeen("providerModelRemove"));
    click("providerModelRemove");
    QTRY_COMPARE(list->model()->rowCount(), 3);
    QCOMPARE(m_kit->read(), before);
}

void TestProvidersPage::linksLeadToOtherPages()
{
    open(TOML);
    QSignalSpy links(m_page.get(), &Page::linkActivated);
    click("providerRequestsLink");
    QCOMPARE(links.count(), 1);
    QCOMPARE(links.front().front().value<PageLink>(),
        (PageLink {PageId::LiveLog, QStringLiteral("provider:=\"one\"")}));
    ProviderRow failing;
    failing.name = QStringLiteral("one");
    failing.state = ProviderState::Failing;
    m_page->findChild<ProviderDetail *>()->setRow(failing);
    click("providerRequestsLink");
    QCOMPARE(
        links.back().front().value<PageLink>().argument, QStringLiteral("provider:=\"one\" is:\"error\""));
}

void TestProvidersPage::aLinkOpensAPreset()
{
    open();
    m_page->follow(QStringLiteral("+bedrock"));
    QVERIFY(isSeen("providerRegionField"));
    QVERIFY(!isSeen("providerAddressField"));
    m_page->follow(QStringLiteral("+azure"));
    QVERIFY(isSeen("providerApiVersionField"));
    m_page->follow(QStringLiteral("+ollama"));
    QVERIFY(!isSeen("providerKeyPlaceBox"));
    QVERIFY(find("providerSaveButton")->isEnabled());
    click("providerCancelButton");
    QVERIFY(!isSeen("providerNameField"));
}

QTEST_MAIN(TestProvidersPage)

#include "tst_providerspage.moc"

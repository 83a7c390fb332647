// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keylists.h"
#include "providerkit.h"
#include "ui/providers/providerspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace nexus;

namespace {

constexpr auto FIRST = "sk-of-the-test-wxyz";
constexpr auto SECOND = "sk-of-the-test-4321";
constexpr auto TYPED = "sk-typed-in-by-hand-8765";
constexpr auto OTHER = "[llm.providers.two]\ntype = \"openai\"\napi_key = \"{{ env.MY_KEY }}\"\n";

} // namespace

//! \brief What *Test* and a removal say of keys, and for how long, by the widgets of the page.
class TestKeyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aResultGoesWhenAnotherKeyIsAdded();
    void aResultGoesWithAKeyThatIsRemoved();
    void aResultGoesWithItsProvider();
    void aResultGoesWhenOthersChangeTheKey();
    void theTypedKeyIsTested();
    void eachOfSeveralIsTriedInItsRow();
    void resultsOfSeveralGoWithTheirKeys();
    void aKeyOfTheSessionIsForgotten();

private:
    void open(const QByteArray &toml);
    void click(const char *name) const;
    void testTheProvider() const;
    void testAll() const;
    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return m_page->findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char *name) const
    {
        const auto *const label = m_page->findChild<QLabel *>(QString::fromLatin1(name));
        return label == nullptr || !label->isVisible() ? QString() : label->text();
    }
    [[nodiscard]] QLineEdit *field() const
    {
        return m_page->findChild<QLineEdit *>(QStringLiteral("keyMoreField"));
    }
    [[nodiscard]] bool isSeen(const char *name) const
    {
        const auto *const widget = m_page->findChild<QWidget *>(QString::fromLatin1(name));
        return widget != nullptr && widget->isVisible();
    }
    [[nodiscard]] std::size_t keyCount() const
    {
        return m_kit->host.config()->provider(QStringLiteral("one"))->apiKeys.size();
    }
    // The gateway asks for the models too, with the key it has.
    [[nodiscard]] bool isTried(const QByteArray &key) const
    {
        const auto received = m_kit->provider.received();
        return std::ranges::any_of(
            received, [&](const auto &one) { return one.header("authorization") == "Bearer " + key; });
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestKeyTest::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestKeyTest::open(const QByteArray &toml)
{
    const QHash<QString, QString> variables {{QStringLiteral("MY_KEY"), QStringLiteral("sk-variable-abcd")}};
    m_kit = std::make_unique<ProviderKit>(QByteArray(), true, variables);
    m_kit->keyring.keys.insert(QStringLiteral("one"), FIRST);
    m_kit->keyring.keys.insert(QStringLiteral("one-2"), SECOND);
    m_kit->write(toml);
    QVERIFY(m_kit->host.useFile(m_kit->filePath()));
    QTRY_VERIFY(m_kit->serves("one"));
    m_page = std::make_unique<ProvidersPage>(m_kit->parts());
    m_page->resize(1100, 1400);
    m_page->show();
    m_page->follow(QStringLiteral("one"));
}

void TestKeyTest::click(const char *name) const
{
    QTRY_VERIFY2(isSeen(name), name);
    QVERIFY2(button(name)->isEnabled(), name);
    QTest::keyClick(button(name), Qt::Key_Space);
}

void TestKeyTest::testTheProvider() const
{
    click("keyTestButton");
    QTRY_VERIFY2(text("keyTestResult").contains(QStringLiteral("works")), qPrintable(text("keyTestResult")));
    QVERIFY(isTried(FIRST));
}

void TestKeyTest::testAll() const
{
    click("keyListTestButton");
    QTRY_VERIFY(button("keyListTestButton")->isEnabled());
    QVERIFY(!text("keyListResult2").isEmpty());
}

void TestKeyTest::aResultGoesWhenAnotherKeyIsAdded()
{
    open(ONE);
    testTheProvider();
    click("keyAddButton");
    QCOMPARE(text("keyTestResult"), QString());
    QVERIFY(!isSeen("keyTestButton"));
    QTest::keyClicks(field(), QString::fromLatin1(TYPED));
    click("keyMoreCancelButton");
    testTheProvider();
    // One that is asked for meanwhile does not come back either.
    m_kit->provider.setDefaultReply(kit::Reply::hang());
    click("keyTestButton");
    QVERIFY(!text("keyTestResult").isEmpty());
    click("keyAddButton");
    QCOMPARE(text("keyTestResult"), QString());
}

void TestKeyTest::aResultGoesWithAKeyThatIsRemoved()
{
    open(THREE);
    testAll();
    click("keyListDrop2");
    click("keyListRemoveConfirmButton");
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QTRY_COMPARE(text("keyListResult0"), QString());
    QCOMPARE(text("keyListResult1"), QString());
}

void TestKeyTest::aResultGoesWithItsProvider()
{
    open(QByteArray(ONE) + OTHER);
    testTheProvider();
    m_page->follow(QStringLiteral("two"));
    QTRY_COMPARE(text("keyTestResult"), QString());
    m_page->follow(QStringLiteral("one"));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …wxyz"));
    QCOMPARE(text("keyTestResult"), QString());
}

void TestKeyTest::aResultGoesWhenOthersChangeTheKey()
{
    open(ONE);
    testTheProvider();
    m_kit->write(QByteArray(ONE).replace("keychain.one", "env.MY_KEY"));
    m_kit->host.reload();
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …abcd"));
    QCOMPARE(text("keyTestResult"), QString());
}

void TestKeyTest::theTypedKeyIsTested()
{
    open(ONE);
    click("keyAddButton");
    QVERIFY(!button("keyMoreTestButton")->isEnabled());
    QTest::keyClicks(field(), QString::fromLatin1(TYPED));
    m_kit->provider.setDefaultReply(kit::Reply::json(401, "{}"));
    click("keyMoreTestButton");
    QTRY_VERIFY(isTried(TYPED));
    QTRY_VERIFY(text("keyMoreTestResult").contains(QStringLiteral("key")));
    QVERIFY(!text("keyMoreTestResult").contains(QStringLiteral("works")));
    QCOMPARE(text("keyMoreTried"), QStringLiteral("Tried the new key, …8765. It is not saved yet."));
    QCOMPARE(m_kit->read(), m_kit->filled(ONE));
    m_kit->provider.setDefaultReply(kit::Reply::json(200, R"({"data":[{"id":"big"}]})"));
    // Another letter is another key.
    QTest::keyClicks(field(), QStringLiteral("0"));
    QCOMPARE(text("keyMoreTestResult"), QString());
    QCOMPARE(text("keyMoreTried"), QString());
    click("keyMoreTestButton");
    QTRY_VERIFY(text("keyMoreTestResult").contains(QStringLiteral("works")));
    QVERIFY(isTried(QByteArray(TYPED) + "0"));
    click("keyMoreSaveButton");
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QTRY_VERIFY(!isSeen("keyMoreTestResult"));
    QCOMPARE(text("keyTestResult"), QString());
    // Begun anew, it knows nothing of the last one.
    click("keyAddButton");
    QCOMPARE(text("keyMoreTestResult"), QString());
    QCOMPARE(text("keyMoreTried"), QString());
}

void TestKeyTest::eachOfSeveralIsTriedInItsRow()
{
    open(THREE);
    // The second key is refused, and the third one is not answered yet.
    const auto isFree = std::make_shared<bool>(false);
    m_kit->provider.setHandler([isFree](const kit::ReceivedRequest &request) {
        const QByteArray key = request.header("authorization");
        if (key.endsWith("abcd")) {
            return kit::Reply::json(401, "{}");
        }
        return key.endsWith("4321") && !*isFree ? kit::Reply::hang()
                                                : kit::Reply::json(200, R"({"data":[{"id":"big"}]})");
    });
    QVERIFY(!isSeen("keyTestButton"));
    QTRY_VERIFY(isSeen("keyListTestButton"));
    button("keyListTestButton")->setFocus();
    QTRY_VERIFY(button("keyListTestButton")->hasFocus());
    click("keyListTestButton");
    QCOMPARE(text("keyListResult0"), QStringLiteral("Trying…"));
    QCOMPARE(text("keyListResult1"), QString());
    QVERIFY(!button("keyListTestButton")->isEnabled());
    QTRY_COMPARE(text("keyListResult2"), QStringLiteral("Trying…"));
    QVERIFY2(text("keyListResult0").contains(QStringLiteral("works")), qPrintable(text("keyListResult0")));
    QVERIFY2(
        text("keyListResult1").contains(QStringLiteral("refused (401)")), qPrintable(text("keyListResult1")));
    // The focus has not gone to a neighbour, which another Space would press.
    QVERIFY(qobject_cast<QAbstractButton *>(QApplication::focusWidget()) == nullptr);
    *isFree = true;
    m_kit->provider.closeConnections();
    QTRY_VERIFY(button("keyListTestButton")->isEnabled());
    QCOMPARE(QApplication::focusWidget(), button("keyListTestButton"));
    QVERIFY(!text("keyListResult2").isEmpty());
    QVERIFY(text("keyListResult2") != QStringLiteral("Trying…"));
    testAll();
    QVERIFY(text("keyListResult2").contains(QStringLiteral("works")));
    QVERIFY(isTried(SECOND));
    // One that the keychain lacks is not tried, and takes nobody's result.
    m_kit->keyring.keys.remove(QStringLiteral("one"));
    m_kit->write(QByteArray(THREE) + "\n[llm.providers.two]\ntype = \"ollama\"\n");
    m_kit->host.reload();
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QTRY_VERIFY(isSeen("keyListState0"));
    testAll();
    QCOMPARE(text("keyListResult0"), QString());
    QVERIFY(text("keyListResult1").contains(QStringLiteral("refused (401)")));
}

void TestKeyTest::resultsOfSeveralGoWithTheirKeys()
{
    open(QByteArray(THREE) + OTHER);
    testAll();
    click("keyAddButton");
    QCOMPARE(text("keyListResult0"), QString());
    QVERIFY(!isSeen("keyListTestButton"));
    click("keyMoreCancelButton");
    testAll();
    m_page->follow(QStringLiteral("two"));
    QTRY_VERIFY(!isSeen("keyListResult0"));
    QVERIFY(isSeen("keyTestButton"));
    QVERIFY(!isSeen("keyListTestButton"));
    m_page->follow(QStringLiteral("one"));
    QTRY_VERIFY(isSeen("keyListEnding0"));
    QCOMPARE(text("keyListResult0"), QString());
    testAll();
    // The same lines with another key behind them.
    m_kit->keys->keepForSession(QStringLiteral("one-2"), Secret("sk-of-the-session-9999"));
    QTRY_COMPARE(text("keyListEnding2"), QStringLiteral("Key ends in …9999"));
    QTRY_COMPARE(text("keyListResult0"), QString());
    // What is asked for meanwhile does not come back either.
    m_kit->provider.setDefaultReply(kit::Reply::hang());
    click("keyListTestButton");
    QCOMPARE(text("keyListResult0"), QStringLiteral("Trying…"));
    click("keyListReplace1");
    QCOMPARE(text("keyListResult0"), QString());
    click("keyMoreCancelButton");
    QVERIFY(button("keyListTestButton")->isEnabled());
}

void TestKeyTest::aKeyOfTheSessionIsForgotten()
{
    open(ONE);
    m_kit->keys->keepForSession(QStringLiteral("one"), Secret(FIRST));
    QTRY_VERIFY(text("keyPlace").contains(QStringLiteral("this session only")));
    click("keyRemoveButton");
    QVERIFY(text("keyRemoveSentence").contains(QStringLiteral("forgotten")));
    QVERIFY(!text("keyRemoveSentence").contains(QStringLiteral("keychain")));
    // One of several, among others that the keychain has.
    m_kit->write(THREE);
    m_kit->host.reload();
    QTRY_VERIFY(text("keyListPlace0").contains(QStringLiteral("this session only")));
    click("keyListDrop0");
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("forgotten")));
    QVERIFY(!text("keyListRemoveSentence").contains(QStringLiteral("keychain")));
    QTRY_VERIFY(text("keyListPlace2").contains(QStringLiteral("Kept in the keychain")));
    click("keyListDrop2");
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("deleted from the keychain")));
}

QTEST_MAIN(TestKeyTest)

#include "tst_keytest.moc"

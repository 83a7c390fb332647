// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keylists.h"
#include "providerkit.h"
#include "ui/providers/providerspage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace nexus;

namespace {

constexpr auto FIRST = "sk-of-the-test-wxyz";
constexpr auto SECOND = "sk-of-the-test-4321";
constexpr auto TYPED = "sk-typed-in-by-hand-8765";

} // namespace

//! \brief A provider that has several keys, by the widgets of its page.
class TestSeveralKeys final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aSecondKeyIsAdded();
    void aVariableIsAdded();
    void allAreShownByTheirEnds();
    void aKeyThatIsThereIsRefused();
    void cancellingLeavesNothing();
    void oneIsRemoved();
    void keepingChangesNothing();
    void theLastButOneLeavesASingleKey();
    void aSharedKeyStaysInTheKeychain();
    void aKeyringThatFailsChangesNothing();
    void aFileThatIsBrokenIsSaid();
    void whatOthersAddStays();
    void whatOthersRemoveIsNotAskedAbout();
    void keysInTheFileAreNotShown();

private:
    void open(const QByteArray &toml);
    void startTyping() const;
    [[nodiscard]] QAbstractButton *button(const char *name) const
    {
        return m_page->findChild<QAbstractButton *>(QString::fromLatin1(name));
    }
    void click(const char *name) const;
    [[nodiscard]] QString text(const char *name) const
    {
        const auto *const label = m_page->findChild<QLabel *>(QString::fromLatin1(name));
        return label == nullptr ? QString() : label->text();
    }
    [[nodiscard]] QLineEdit *field() const
    {
        return m_page->findChild<QLineEdit *>(QStringLiteral("keyMoreField"));
    }
    [[nodiscard]] QString diff() const
    {
        return m_page->findChild<QPlainTextEdit *>(QStringLiteral("keyMoreDiff"))->toPlainText();
    }
    [[nodiscard]] bool isSeen(const char *name) const
    {
        const auto *const widget = m_page->findChild<QWidget *>(QString::fromLatin1(name));
        return widget != nullptr && widget->isVisible();
    }
    [[nodiscard]] QByteArray kept(const char *name) const
    {
        return m_kit->keyring.keys.value(QString::fromLatin1(name));
    }
    [[nodiscard]] std::size_t keyCount() const
    {
        return m_kit->host.config()->provider(QStringLiteral("one"))->apiKeys.size();
    }

    std::unique_ptr<ProviderKit> m_kit;
    std::unique_ptr<ProvidersPage> m_page;
};

void TestSeveralKeys::cleanup()
{
    m_page.reset();
    m_kit.reset();
}

void TestSeveralKeys::open(const QByteArray &toml)
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
}

void TestSeveralKeys::click(const char *name) const
{
    QTRY_VERIFY2(isSeen(name), name); // a new row is seen once it is laid out
    QVERIFY2(button(name)->isEnabled(), name);
    QTest::keyClick(button(name), Qt::Key_Space);
}

void TestSeveralKeys::startTyping() const
{
    click("keyAddButton");
    QCOMPARE(field()->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field(), QString::fromLatin1(TYPED));
}

void TestSeveralKeys::aSecondKeyIsAdded()
{
    open(ONE);
    m_kit->keyring.keys.remove(QStringLiteral("one-2"));
    const QByteArray before = m_kit->read();
    QVERIFY(!isSeen("keyListEnding0"));
    startTyping();
    QVERIFY(!m_page->mayClose());
    QVERIFY(!isSeen("keyReplaceButton"));
    QTRY_VERIFY(
        diff().contains(QStringLiteral("+ api_keys = [\"{{ keychain.one }}\", \"{{ keychain.one-2 }}\"]")));
    QVERIFY(!diff().contains(QString::fromLatin1(TYPED)));
    QCOMPARE(m_kit->read(), before);
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QCOMPARE(kept("one-2"), QByteArray(TYPED));
    QCOMPARE(m_kit->read(),
        QByteArray(before).replace("api_key = \"{{ keychain.one }}\"",
            "api_keys = [\"{{ keychain.one }}\", \"{{ keychain.one-2 }}\"]"));
    QTRY_VERIFY(text("keyEnding").startsWith(QStringLiteral("2 key")));
    QTRY_COMPARE(text("keyListEnding1"), QStringLiteral("Key ends in …8765"));
    QVERIFY(field()->text().isEmpty());
    QVERIFY(m_page->mayClose());
    QVERIFY(m_kit->config.undo());
    QCOMPARE(m_kit->read(), before);
    QTRY_VERIFY(!isSeen("keyListEnding1"));
}

void TestSeveralKeys::aVariableIsAdded()
{
    open(ONE);
    click("keyAddButton");
    m_page->findChild<QComboBox *>(QStringLiteral("keyMorePlaceBox"))->setCurrentIndex(1);
    auto *const variable = m_page->findChild<QLineEdit *>(QStringLiteral("keyMoreVariableField"));
    QVERIFY(!button("keyMoreSaveButton")->isEnabled());
    variable->clear();
    QTest::keyClicks(variable, QStringLiteral("MY_KEY"));
    click("keyMoreSaveButton");
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QVERIFY(m_kit->read().contains("api_keys = [\"{{ keychain.one }}\", \"{{ env.MY_KEY }}\"]"));
    QCOMPARE(m_kit->keyring.keys.size(), 2);
    QTRY_VERIFY(text("keyListPlace1").contains(QStringLiteral("MY_KEY")));
}

void TestSeveralKeys::allAreShownByTheirEnds()
{
    open(THREE);
    QVERIFY(text("keyEnding").startsWith(QStringLiteral("3 key")));
    QTRY_COMPARE(text("keyListEnding0"), QStringLiteral("Key ends in …wxyz"));
    QCOMPARE(text("keyListEnding1"), QStringLiteral("Key ends in …abcd"));
    QCOMPARE(text("keyListEnding2"), QStringLiteral("Key ends in …4321"));
    QVERIFY(text("keyListPlace1").contains(QStringLiteral("MY_KEY")));
    QVERIFY(text("keyListPlace2").contains(QStringLiteral("one-2")));
    QVERIFY(button("keyListDrop2")->accessibleName().contains(QStringLiteral("4321")));
    QVERIFY(!isSeen("keyReplaceButton"));
    // The Tab key goes from row to row, and then to what is below.
    QTRY_VERIFY(isSeen("keyListDrop2"));
    const auto next = [](QWidget *from) {
        QWidget *widget = from->nextInFocusChain();
        while (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) {
            widget = widget->nextInFocusChain();
        }
        return widget;
    };
    const auto after = [&next](QWidget *from) {
        QWidget *widget = next(from);
        return qobject_cast<QLabel *>(widget) == nullptr ? widget : next(widget);
    };
    QWidget *stop = button("keyListReplace0");
    for (const char *const name : {"keyListDrop0", "keyListReplace1", "keyListDrop1", "keyListReplace2",
             "keyListDrop2", "keyListTestButton", "keyAddButton"}) {
        QVERIFY2(after(stop) == button(name), name);
        stop = button(name);
    }
}

void TestSeveralKeys::aKeyThatIsThereIsRefused()
{
    open(THREE);
    click("keyAddButton");
    QTest::keyClicks(field(), QString::fromLatin1(SECOND));
    QVERIFY(isSeen("keyMoreProblem"));
    QVERIFY(text("keyMoreProblem").contains(QStringLiteral("already")));
    QVERIFY(!button("keyMoreSaveButton")->isEnabled());
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_kit->read(), m_kit->filled(THREE));
    QTest::keyClicks(field(), QStringLiteral("0"));
    QVERIFY(!isSeen("keyMoreProblem"));
    QVERIFY(button("keyMoreSaveButton")->isEnabled());
}

void TestSeveralKeys::cancellingLeavesNothing()
{
    open(THREE);
    startTyping();
    m_kit->keyring.mood = FakeKeyring::Mood::Waits;
    click("keyMoreSaveButton");
    QVERIFY(!button("keyMoreSaveButton")->isEnabled());
    click("keyMoreCancelButton");
    m_kit->keyring.mood = FakeKeyring::Mood::Answers;
    m_kit->keyring.answerHeld();
    QCOMPARE(m_kit->keyring.questions.count(QStringLiteral("write one-3")), 1);
    QTRY_VERIFY(m_kit->keyring.questions.contains(QStringLiteral("remove one-3")));
    QVERIFY(kept("one-3").isEmpty());
    QVERIFY(!isSeen("keyMoreField"));
    QVERIFY(field()->text().isEmpty());
    QCOMPARE(m_kit->read(), m_kit->filled(THREE));
    QVERIFY(m_page->mayClose());
}

void TestSeveralKeys::oneIsRemoved()
{
    open(THREE);
    QTRY_COMPARE(text("keyListEnding2"), QStringLiteral("Key ends in …4321"));
    click("keyListDrop2");
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("4321")));
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("one-2")));
    QCOMPARE(m_kit->read(), m_kit->filled(THREE));
    click("keyListRemoveConfirmButton");
    QTRY_VERIFY(kept("one-2").isEmpty());
    QCOMPARE(kept("one"), QByteArray(FIRST));
    QCOMPARE(
        m_kit->read(), m_kit->filled(QByteArray(THREE).replace("  '{{ keychain.one-2 }}', # team c\n", "")));
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QTRY_VERIFY(text("keyEnding").startsWith(QStringLiteral("2 key")));
}

void TestSeveralKeys::keepingChangesNothing()
{
    open(THREE);
    click("keyListDrop1");
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("out of the file")));
    click("keyListRemoveKeepButton");
    QVERIFY(!isSeen("keyListRemoveConfirmButton"));
    QCOMPARE(m_kit->read(), m_kit->filled(THREE));
    QCOMPARE(m_kit->keyring.keys.size(), 2);
}

void TestSeveralKeys::theLastButOneLeavesASingleKey()
{
    open(QByteArray(ONE).replace(
        "api_key = \"{{ keychain.one }}\"", "api_keys = [\"{{ keychain.one-2 }}\", \"{{ keychain.one }}\"]"));
    click("keyListDrop0");
    click("keyListRemoveConfirmButton");
    QTRY_COMPARE(m_kit->read(), m_kit->filled(ONE));
    QTRY_COMPARE(text("keyEnding"), QStringLiteral("Key ends in …wxyz"));
    QVERIFY(!isSeen("keyListEnding0"));
    QVERIFY(isSeen("keyReplaceButton"));
    QVERIFY(isSeen("keyAddButton"));
}

void TestSeveralKeys::aSharedKeyStaysInTheKeychain()
{
    open(QByteArray(THREE) + "[llm.providers.two]\ntype = \"openai\"\napi_key = \"{{ keychain.one-2 }}\"\n");
    m_page->follow(QStringLiteral("one"));
    click("keyListDrop2");
    QVERIFY(text("keyListRemoveSentence").contains(QStringLiteral("out of the file")));
    click("keyListRemoveConfirmButton");
    QTRY_COMPARE(keyCount(), std::size_t(2));
    QCOMPARE(kept("one-2"), QByteArray(SECOND));
    // Nor does a provider with a single key take it from one that has several.
    m_kit->write(
        QByteArray(THREE) + "[llm.providers.two]\ntype = \"openai\"\napi_key = \"{{ keychain.one-2 }}\"\n");
    m_kit->host.reload();
    QTRY_COMPARE(keyCount(), std::size_t(3));
    m_page->follow(QStringLiteral("two"));
    click("keyRemoveButton");
    click("keyRemoveConfirmButton");
    QTRY_VERIFY(m_kit->host.config()->provider(QStringLiteral("two"))->apiKeys.empty());
    QCOMPARE(kept("one-2"), QByteArray(SECOND));
}

void TestSeveralKeys::aKeyringThatFailsChangesNothing()
{
    open(THREE);
    startTyping();
    m_kit->keyring.refused = QStringLiteral("write one-3");
    click("keyMoreSaveButton");
    QTRY_VERIFY(isSeen("keyMoreKeychainRetryButton"));
    QCOMPARE(m_kit->read(), m_kit->filled(THREE));
    QCOMPARE(field()->text(), QString::fromLatin1(TYPED));
    m_kit->keyring.refused.clear();
    click("keyMoreKeychainRetryButton");
    QTRY_COMPARE(keyCount(), std::size_t(4));
    QCOMPARE(kept("one-3"), QByteArray(TYPED));
}

void TestSeveralKeys::aFileThatIsBrokenIsSaid()
{
    open(THREE);
    startTyping();
    m_kit->keyring.mood = FakeKeyring::Mood::Waits;
    click("keyMoreSaveButton");
    m_kit->write("[llm.providers.one\n");
    m_kit->keyring.mood = FakeKeyring::Mood::Answers;
    m_kit->keyring.answerHeld();
    QTRY_VERIFY(isSeen("keyMoreBanner"));
    QTRY_VERIFY(kept("one-3").isEmpty());
    QCOMPARE(field()->text(), QString::fromLatin1(TYPED));
    QCOMPARE(m_kit->read(), QByteArray("[llm.providers.one\n"));
}

void TestSeveralKeys::whatOthersAddStays()
{
    open(ONE);
    startTyping();
    QTRY_VERIFY(diff().contains(QStringLiteral("keychain.one-2")));
    const QByteArray theirs = QByteArray(ONE).replace(
        "api_key = \"{{ keychain.one }}\"", "api_keys = [\"{{ keychain.one }}\", \"{{ keychain.one-2 }}\"]");
    m_kit->write(theirs);
    m_kit->host.reload();
    QTRY_VERIFY(diff().contains(QStringLiteral("keychain.one-3")));
    QCOMPARE(field()->text(), QString::fromLatin1(TYPED));
    click("keyMoreSaveButton");
    QTRY_COMPARE(keyCount(), std::size_t(3));
    QCOMPARE(m_kit->read(),
        m_kit->filled(QByteArray(theirs).replace("one-2 }}\"]", "one-2 }}\", \"{{ keychain.one-3 }}\"]")));
    QCOMPARE(kept("one-2"), QByteArray(SECOND));
}

void TestSeveralKeys::whatOthersRemoveIsNotAskedAbout()
{
    open(THREE);
    click("keyListDrop2");
    QVERIFY(isSeen("keyListRemoveConfirmButton"));
    m_kit->write(QByteArray(THREE).replace("  '{{ keychain.one-2 }}', # team c\n", ""));
    m_kit->host.reload();
    QTRY_VERIFY(!isSeen("keyListRemoveConfirmButton"));
    // One that stands elsewhere meanwhile, which nobody has noticed yet.
    click("keyListDrop1");
    const QByteArray theirs = QByteArray(THREE).replace("  \"{{ keychain.one }}\", # team a\n", "");
    m_kit->write(theirs);
    click("keyListRemoveConfirmButton");
    QTRY_VERIFY(!m_kit->read().contains("MY_KEY"));
    QVERIFY(m_kit->read().contains("one-2"));
}

void TestSeveralKeys::keysInTheFileAreNotShown()
{
    open(QByteArray(THREE)
             .replace("{{ env.MY_KEY }}", "sk-plain-in-the-file-0001")
             .replace("{{ keychain.one-2 }}", "sk-plain-in-the-file-0002"));
    QTRY_COMPARE(text("keyListEnding2"), QStringLiteral("Key ends in …0002"));
    startTyping();
    QTRY_VERIFY(diff().contains(QStringLiteral("+   \"{{ keychain.one-2 }}\""))
        || diff().contains(QStringLiteral("+   \"{{ keychain.one-3 }}\"")));
    QVERIFY2(!diff().contains(QStringLiteral("sk-plain")), qPrintable(diff()));
    for (const QLabel *const label : m_page->findChildren<QLabel *>()) {
        QVERIFY(!label->text().contains(QStringLiteral("sk-plain")));
    }
}

QTEST_MAIN(TestSeveralKeys)

#include "tst_severalkeys.moc"

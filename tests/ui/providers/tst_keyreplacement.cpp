// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyspage.h"

#include <QApplication>
#include <QComboBox>

using namespace nexus;

//! \brief A key that takes the place of another one among several.
class TestKeyReplacement final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_it.reset(); }
    void oneOfTheKeychainKeepsItsName();
    void oneOfAVariableGetsAName();
    void aVariableTakesItsPlace();
    void theOneThatIsThereMayMove();
    void givingUpKeepsTheOldKey_data();
    void givingUpKeepsTheOldKey();
    void aKeyOfTheSessionIsGivenBack();
    void oneThatOthersRemoveIsNotOverwritten();
    void oneThatGoesMeanwhileIsGivenBack();
    void oneThatMovesIsFollowed();

private:
    void open(const QByteArray &toml, bool hasFirst = true)
    {
        m_it = std::make_unique<KeysPage>(toml, hasFirst);
        QTRY_VERIFY(m_it->kit.serves("one"));
    }

    std::unique_ptr<KeysPage> m_it;
};

void TestKeyReplacement::oneOfTheKeychainKeepsItsName()
{
    open(THREE);
    QTRY_COMPARE(m_it->button("keyListReplace2")->accessibleName(),
        QStringLiteral("Replace this key: Key ends in …4321"));
    m_it->replace("keyListReplace2");
    QVERIFY(!m_it->page->mayClose());
    QTRY_VERIFY(m_it->isSeen("keyMoreNote"));
    QVERIFY(m_it->text("keyMoreNote").contains(QStringLiteral("one-2")));
    QVERIFY(m_it->text("keyMoreNote").contains(QStringLiteral("stays as it is")));
    QCOMPARE(m_it->diff(), QString());
    QVERIFY(!m_it->isSeen("keyListDrop0"));
    QVERIFY(!m_it->isSeen("keyAddButton"));
    QTest::keyClick(m_it->field(), Qt::Key_Return);
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::VARIABLE, KeysPage::TYPED}));
    QCOMPARE(m_it->kept("one-2"), QByteArray(KeysPage::TYPED));
    QVERIFY(!m_it->isKept("one-3"));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(THREE));
    QVERIFY(!m_it->kit.config.canUndo());
    QTRY_COMPARE(m_it->text("keyListEnding2"), QStringLiteral("Key ends in …8765"));
    QVERIFY(!m_it->isSeen("keyMoreField"));
    QCOMPARE(QApplication::focusWidget(), m_it->button("keyListReplace2"));
    QVERIFY(m_it->page->mayClose());
}

void TestKeyReplacement::oneOfAVariableGetsAName()
{
    open(THREE);
    m_it->replace("keyListReplace1");
    // It stands in its row.
    QTRY_VERIFY(m_it->top("keyListEnding1") < m_it->top("keyMoreField"));
    QTRY_VERIFY(m_it->top("keyMoreField") < m_it->top("keyListEnding2"));
    QTRY_VERIFY(m_it->diff().contains(QStringLiteral("+   \"{{ keychain.one-3 }}\"")));
    QVERIFY(m_it->diff().contains(QStringLiteral("-   \"{{ env.MY_KEY }}\"")));
    QVERIFY(!m_it->diff().contains(QString::fromLatin1(KeysPage::TYPED)));
    QVERIFY(!m_it->isSeen("keyMoreNote"));
    m_it->click("keyMoreSaveButton");
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::TYPED, KeysPage::SECOND}));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(QByteArray(THREE).replace("env.MY_KEY", "keychain.one-3")));
    QCOMPARE(m_it->kept("one-3"), QByteArray(KeysPage::TYPED));
    QVERIFY(m_it->kit.config.undo());
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(THREE));
}

void TestKeyReplacement::aVariableTakesItsPlace()
{
    open(THREE);
    m_it->click("keyListReplace0");
    m_it->page->findChild<QComboBox *>(QStringLiteral("keyMorePlaceBox"))->setCurrentIndex(1);
    auto *const variable = m_it->page->findChild<QLineEdit *>(QStringLiteral("keyMoreVariableField"));
    variable->clear();
    QTest::keyClicks(variable, QStringLiteral("OTHER"));
    m_it->click("keyMoreSaveButton");
    QTRY_VERIFY(m_it->isHeld({"sk-other-5555", KeysPage::VARIABLE, KeysPage::SECOND}));
    QCOMPARE(m_it->kit.read(),
        m_it->kit.filled(QByteArray(THREE).replace("keychain.one }}\",", "env.OTHER }}\",")));
    QCOMPARE(m_it->kept("one"), QByteArray(KeysPage::FIRST)); // the change of the file can be undone
}

void TestKeyReplacement::theOneThatIsThereMayMove()
{
    open(THREE);
    m_it->click("keyListReplace1");
    QTest::keyClicks(m_it->field(), QString::fromLatin1(KeysPage::SECOND));
    QVERIFY(m_it->isSeen("keyMoreProblem"));
    QVERIFY(!m_it->button("keyMoreSaveButton")->isEnabled());
    m_it->field()->clear();
    QTest::keyClicks(
        m_it->field(), QString::fromLatin1(KeysPage::VARIABLE)); // from its variable into the keychain
    QVERIFY(!m_it->isSeen("keyMoreProblem"));
    m_it->click("keyMoreSaveButton");
    QTRY_COMPARE(m_it->kept("one-3"), QByteArray(KeysPage::VARIABLE));
    QTRY_VERIFY(m_it->kit.read().contains("keychain.one-3"));
}

void TestKeyReplacement::givingUpKeepsTheOldKey_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::newRow("of the form") << QByteArray("keyMoreCancelButton");
    QTest::newRow("of the keychain") << QByteArray("keyMoreKeychainCancelButton");
}

void TestKeyReplacement::givingUpKeepsTheOldKey()
{
    QFETCH(const QByteArray, way);
    open(THREE);
    m_it->replace("keyListReplace2");
    m_it->kit.keyring.mood = FakeKeyring::Mood::Waits;
    m_it->click("keyMoreSaveButton");
    QVERIFY(!m_it->button("keyMoreSaveButton")->isEnabled());
    m_it->click(way.constData());
    m_it->kit.keyring.mood = FakeKeyring::Mood::Answers;
    m_it->kit.keyring.answerHeld();
    QCOMPARE(m_it->kit.keyring.questions.count(QStringLiteral("write one-2")), 2); // there and back
    QVERIFY(!m_it->kit.keyring.questions.contains(QStringLiteral("remove one-2")));
    QCOMPARE(m_it->kept("one-2"), QByteArray(KeysPage::SECOND));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(THREE));
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::VARIABLE, KeysPage::SECOND}));
}

void TestKeyReplacement::aKeyOfTheSessionIsGivenBack()
{
    open(THREE);
    m_it->kit.keys->keepForSession(QStringLiteral("one-2"), Secret("sk-of-the-session-9999"));
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::VARIABLE, "sk-of-the-session-9999"}));
    QTRY_COMPARE(m_it->text("keyListEnding2"), QStringLiteral("Key ends in …9999"));
    m_it->replace("keyListReplace2");
    m_it->kit.keyring.mood = FakeKeyring::Mood::Waits;
    m_it->click("keyMoreSaveButton");
    m_it->click("keyMoreCancelButton");
    m_it->kit.keyring.mood = FakeKeyring::Mood::Answers;
    m_it->kit.keyring.answerHeld();
    QTRY_VERIFY(m_it->text("keyListPlace2").contains(QStringLiteral("this session only")));
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::VARIABLE, "sk-of-the-session-9999"}));
    QVERIFY(m_it->kept("one-2").isEmpty());
}

void TestKeyReplacement::oneThatOthersRemoveIsNotOverwritten()
{
    open(THREE);
    m_it->replace("keyListReplace1");
    const QByteArray theirs = QByteArray(THREE).replace("  \"{{ env.MY_KEY }}\",\n", "");
    m_it->kit.write(theirs);
    // Nobody has noticed it yet.
    m_it->click("keyMoreSaveButton");
    QTRY_VERIFY(m_it->isSeen("keyMoreProblem"));
    QVERIFY(m_it->text("keyMoreProblem").contains(QStringLiteral("no longer in nexus.toml")));
    QVERIFY(!m_it->button("keyMoreSaveButton")->isEnabled());
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(theirs));
    QVERIFY(!m_it->isKept("one-3"));
    m_it->kit.host.reload();
    QTRY_VERIFY(!m_it->isSeen("keyListEnding2"));
    QCOMPARE(m_it->field()->text(), QString::fromLatin1(KeysPage::TYPED));
    m_it->click("keyMoreCancelButton");
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(theirs));
    QCOMPARE(m_it->kept("one-2"), QByteArray(KeysPage::SECOND));
}

void TestKeyReplacement::oneThatGoesMeanwhileIsGivenBack()
{
    open(THREE);
    m_it->replace("keyListReplace2");
    m_it->kit.keyring.mood = FakeKeyring::Mood::Waits;
    m_it->click("keyMoreSaveButton");
    const QByteArray theirs = QByteArray(THREE).replace("  '{{ keychain.one-2 }}', # team c\n", "");
    m_it->kit.write(theirs);
    m_it->kit.keyring.mood = FakeKeyring::Mood::Answers;
    m_it->kit.keyring.answerHeld();
    QTRY_VERIFY(m_it->text("keyMoreBannerSentence").contains(QStringLiteral("no longer"))
        || m_it->isSeen("keyMoreBanner"));
    QTRY_COMPARE(m_it->kept("one-2"), QByteArray(KeysPage::SECOND));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(theirs));
}

void TestKeyReplacement::oneThatMovesIsFollowed()
{
    open(THREE);
    m_it->replace("keyListReplace1");
    QByteArray theirs = QByteArray(THREE).replace("  \"{{ env.MY_KEY }}\",\n", "");
    theirs.replace("# team c\n", "# team c\n  \"{{ env.MY_KEY }}\",\n");
    m_it->kit.write(theirs);
    m_it->kit.host.reload();
    QTRY_VERIFY(m_it->text("keyListPlace2").contains(QStringLiteral("MY_KEY")));
    QTRY_VERIFY(m_it->top("keyMoreField") > m_it->top("keyListEnding2"));
    QCOMPARE(m_it->field()->text(), QString::fromLatin1(KeysPage::TYPED));
    QCOMPARE(QApplication::focusWidget(), m_it->field());
    m_it->click("keyMoreSaveButton");
    QTRY_VERIFY(m_it->isHeld({KeysPage::FIRST, KeysPage::SECOND, KeysPage::TYPED}));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(theirs.replace("env.MY_KEY", "keychain.one-3")));
}

QTEST_MAIN(TestKeyReplacement)

#include "tst_keyreplacement.moc"

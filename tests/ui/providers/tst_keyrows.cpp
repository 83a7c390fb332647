// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyspage.h"
#include "routing/keyring.h"

using namespace nexus;
using namespace std::chrono_literals;

//! \brief What the page says of each of a provider's keys, and the room it takes for that.
class TestKeyRows final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_it.reset(); }
    void aRestIsSaidInItsRow();
    void aKeyThatIsMissingTakesNoRest();
    void whereItCannotBeToldNothingIs();
    void aKeyThatTheKeychainLacksIsEnteredAgain();
    void theCardIsAsHighAsItsContents_data();
    void theCardIsAsHighAsItsContents();

private:
    void open(const QByteArray &toml, bool hasFirst = true)
    {
        m_it = std::make_unique<KeysPage>(toml, hasFirst);
        QTRY_VERIFY(m_it->kit.serves("one"));
    }
    void rest(int index, KeyOutcome outcome, std::optional<std::chrono::milliseconds> time = {});

    std::unique_ptr<KeysPage> m_it;
};

// As a request reports it.
void TestKeyRows::rest(int index, KeyOutcome outcome, std::optional<std::chrono::milliseconds> time)
{
    KeyRing &ring = m_it->kit.host.gateway().routing().keys();
    const ProviderConfig provider = *m_it->kit.host.config()->provider(QStringLiteral("one"));
    std::vector<int> others;
    for (int other = 0; other < static_cast<int>(provider.apiKeys.size()); ++other) {
        if (other != index) {
            others.push_back(other);
        }
    }
    const std::optional<KeyChoice> choice = ring.choose(provider, others);
    QVERIFY(choice);
    ring.report(provider.name, *choice, outcome, time);
}

void TestKeyRows::aRestIsSaidInItsRow()
{
    open(THREE);
    QTRY_COMPARE(m_it->text("keyListEnding2"), QStringLiteral("Key ends in …4321"));
    QVERIFY(!m_it->isSeen("keyListState1"));
    rest(1, KeyOutcome::Refused);
    rest(2, KeyOutcome::Limited, 3s);
    QTRY_COMPARE(m_it->text("keyListState1"),
        QStringLiteral("Refused by the provider. It rests for 5 more minute(s)."));
    QVERIFY2(m_it->text("keyListState2").startsWith(QStringLiteral("Has used up its share. It rests for ")),
        qPrintable(m_it->text("keyListState2")));
    QVERIFY(m_it->text("keyListState2").endsWith(QStringLiteral(" more second(s).")));
    QCOMPARE(m_it->text("keyListState0"), QString());
    QTRY_COMPARE(m_it->text("keyListState2"), QString());
    QVERIFY(m_it->isSeen("keyListState1"));
    // Other keys have not been refused.
    m_it->kit.write(QByteArray(THREE).replace("keychain.one-2", "env.OTHER"));
    m_it->kit.host.reload();
    QTRY_COMPARE(m_it->text("keyListEnding2"), QStringLiteral("Key ends in …5555"));
    QCOMPARE(m_it->text("keyListState1"), QString());
}

void TestKeyRows::aKeyThatIsMissingTakesNoRest()
{
    open(THREE, false);
    QVERIFY(m_it->isHeld({KeysPage::VARIABLE, KeysPage::SECOND}));
    QTRY_VERIFY(m_it->text("keyListState0").contains(QStringLiteral("keychain does not have it")));
    rest(1, KeyOutcome::Refused);
    QTRY_VERIFY(m_it->text("keyListState2").startsWith(QStringLiteral("Refused")));
    QCOMPARE(m_it->text("keyListState1"), QString());
    QVERIFY(m_it->text("keyListState0").contains(QStringLiteral("keychain does not have it")));
}

void TestKeyRows::whereItCannotBeToldNothingIs()
{
    open(THREE, false);
    QTRY_VERIFY(m_it->isSeen("keyListState0"));
    rest(1, KeyOutcome::Refused);
    QTRY_VERIFY(m_it->isSeen("keyListState2"));
    // A keyring that is locked does not say which it has.
    m_it->kit.keyring.refused = QStringLiteral("read one");
    m_it->page->follow(QStringLiteral("one"));
    m_it->kit.write(QByteArray(THREE) + "\n");
    m_it->kit.host.reload();
    QTRY_COMPARE(m_it->text("keyListState2"), QString());
    QCOMPARE(m_it->text("keyListState0"), QString());
    m_it->click("keyListTestButton");
    QVERIFY(m_it->isSeen("keyListBanner"));
    QCOMPARE(m_it->text("keyListResult1"), QString());
}

void TestKeyRows::aKeyThatTheKeychainLacksIsEnteredAgain()
{
    open(THREE, false);
    QTRY_VERIFY(m_it->text("keyListState0").contains(QStringLiteral("Replace it")));
    QVERIFY(m_it->text("keyListPlace0").contains(QStringLiteral("Looked for in the keychain, as one.")));
    m_it->replace("keyListReplace0");
    m_it->click("keyMoreSaveButton");
    QTRY_VERIFY(m_it->isHeld({KeysPage::TYPED, KeysPage::VARIABLE, KeysPage::SECOND}));
    QCOMPARE(m_it->kept("one"), QByteArray(KeysPage::TYPED));
    QCOMPARE(m_it->kit.read(), m_it->kit.filled(THREE));
    QTRY_COMPARE(m_it->text("keyListState0"), QString());
    QCOMPARE(m_it->text("keyListPlace0"), QStringLiteral("Kept in the keychain, as one."));
}

void TestKeyRows::theCardIsAsHighAsItsContents_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::newRow("one") << QByteArray(ONE);
    QTest::newRow("several") << QByteArray(THREE);
}

void TestKeyRows::theCardIsAsHighAsItsContents()
{
    QFETCH(const QByteArray, toml);
    open(toml);
    QTRY_VERIFY(m_it->isSeen("keyAddButton"));
    const QWidget *const button = m_it->widget("keyAddButton");
    const QWidget *const card = button->parentWidget();
    QCOMPARE(card->property("look").toString(), QStringLiteral("card"));
    const auto room = [&] { return card->height() - button->geometry().bottom() - 1; };
    QTRY_VERIFY2(room() <= 14, qPrintable(QString::number(room())));
    QVERIFY(room() >= 12);
    if (toml == THREE) {
        for (const char *const name : {"keyListEnding0", "keyListEnding2", "keyListPlace2"}) {
            QTRY_COMPARE(m_it->left(name), m_it->left("keyEnding"));
        }
        QCOMPARE(m_it->left("keyListDrop0"), m_it->left("keyListDrop2"));
        rest(1, KeyOutcome::Refused);
        QTRY_VERIFY(m_it->isSeen("keyListState1"));
        QTRY_VERIFY2(room() <= 14, qPrintable(QString::number(room())));
    } else {
        QCOMPARE(button->y(), m_it->widget("keyTestButton")->y());
        QCOMPARE(button->y(), m_it->widget("keyReplaceButton")->y());
    }
}

QTEST_MAIN(TestKeyRows)

#include "tst_keyrows.moc"

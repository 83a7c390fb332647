// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/diffview.h"
#include "ui/widgets/secretfield.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace nexus;

//! \brief The field that takes keys in and gives none out, and the view of changed lines.
class TestSecretField final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takingEmptiesIt();
    void itGivesNothingOut();
    void itCanShowWhatIsTyped();
    void aPastedKeyLeavesTheClipboard();
    void anotherTextStaysInTheClipboard();
    void itsEndClearsToo();
    void changedLinesHaveSigns();
    void changedLinesHideKeys();
};

void TestSecretField::takingEmptiesIt()
{
    SecretField field;
    QTest::keyClicks(&field, QStringLiteral(" sk-1234 "));
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    QCOMPARE(field.secret().reveal(), QByteArray("sk-1234"));
    QCOMPARE(field.take().reveal(), QByteArray("sk-1234"));
    QVERIFY(field.text().isEmpty());
    QVERIFY(!field.isUndoAvailable());
}

void TestSecretField::itGivesNothingOut()
{
    QApplication::clipboard()->setText(QStringLiteral("before"));
    SecretField field;
    QTest::keyClicks(&field, QStringLiteral("sk-1234"));
    field.findChild<QAction *>()->setChecked(true);
    field.selectAll();
    QTest::keySequence(&field, QKeySequence::Copy);
    QTest::keySequence(&field, QKeySequence::Cut);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("before"));
    QCOMPARE(field.text(), QStringLiteral("sk-1234"));
}

void TestSecretField::itCanShowWhatIsTyped()
{
    SecretField field;
    QAction *const reveal = field.actions().constFirst();
    QVERIFY(!reveal->isVisible());
    QTest::keyClicks(&field, QStringLiteral("k"));
    QVERIFY(reveal->isVisible());
    reveal->trigger();
    QCOMPARE(field.echoMode(), QLineEdit::Normal);
    field.wipe();
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

void TestSecretField::aPastedKeyLeavesTheClipboard()
{
    SecretField field;
    field.setClipboardTime(std::chrono::milliseconds(50));
    QApplication::clipboard()->setText(QStringLiteral("sk-pasted"));
    QTest::keySequence(&field, QKeySequence::Paste);
    QCOMPARE(field.text(), QStringLiteral("sk-pasted"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("sk-pasted"));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void TestSecretField::anotherTextStaysInTheClipboard()
{
    auto field = std::make_unique<SecretField>();
    QApplication::clipboard()->setText(QStringLiteral("sk-pasted"));
    QTest::keySequence(field.get(), QKeySequence::Paste);
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    field.reset();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
}

void TestSecretField::itsEndClearsToo()
{
    auto field = std::make_unique<SecretField>();
    QApplication::clipboard()->setText(QStringLiteral("sk-pasted"));
    QTest::keySequence(field.get(), QKeySequence::Paste);
    field.reset();
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void TestSecretField::changedLinesHaveSigns()
{
    DiffView view;
    QVERIFY(view.isEmpty());
    view.setHunks(diffHunks("a\nb\nc\n", "a\nB\nc\n"));
    QCOMPARE(view.toPlainText(), QStringLiteral("  a\n- b\n+ B\n  c"));
    QVERIFY(!view.isEmpty());
    view.setHunks({});
    QVERIFY(view.isEmpty());
}

void TestSecretField::changedLinesHideKeys()
{
    DiffView view;
    view.setHunks(diffHunks("api_key = \"sk-1\"\nkey = \"{{ keychain.a }}\"\n",
        "api_key = \"{{ keychain.b }}\"\nh = { name = 'n', value = 'sk-2' }\napi_keys = [\"sk-3\", "
        "\"sk-4\"]\n"));
    const QString text = view.toPlainText();
    QVERIFY2(!text.contains(QStringLiteral("sk-")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("{{ keychain.a }}")));
    QVERIFY(text.contains(QStringLiteral("+ api_key = \"{{ keychain.b }}\"")));
    QVERIFY(text.contains(QStringLiteral("name = 'n'")));
}

QTEST_MAIN(TestSecretField)

#include "tst_secretfield.moc"

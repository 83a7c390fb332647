// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/diffview.h"
#include "ui/widgets/secretfield.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
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
    void aDroppedKeyLeavesTheClipboard();
    void aKeyOfAMiddleClickLeavesTheSelection();
    void aMarkedKeyStaysOutOfTheSelection();
    void changedLinesHaveSigns();
    void changedLinesHideKeys();
    void changedLinesHideKeysOfALongList();
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

void TestSecretField::aDroppedKeyLeavesTheClipboard()
{
    SecretField field;
    field.setClipboardTime(std::chrono::milliseconds(50));
    QApplication::clipboard()->setText(QStringLiteral("sk-dropped"));
    QMimeData data;
    data.setText(QStringLiteral("sk-dropped"));
    QDragEnterEvent enter(QPoint(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&field, &enter);
    QDropEvent drop(QPointF(2, 2), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&field, &drop);
    QCOMPARE(field.text(), QStringLiteral("sk-dropped"));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void TestSecretField::aKeyOfAMiddleClickLeavesTheSelection()
{
    if (!QApplication::clipboard()->supportsSelection()) {
        QSKIP("This platform has no selection beside the clipboard.");
    }
    SecretField field;
    field.setClipboardTime(std::chrono::milliseconds(50));
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QApplication::clipboard()->setText(QStringLiteral("sk-marked"), QClipboard::Selection);
    QTest::mouseClick(&field, Qt::MiddleButton);
    QCOMPARE(field.text(), QStringLiteral("sk-marked"));
    QTRY_COMPARE(QApplication::clipboard()->text(QClipboard::Selection), QString());
}

void TestSecretField::aMarkedKeyStaysOutOfTheSelection()
{
    QClipboard *const clipboard = QApplication::clipboard();
    if (!clipboard->supportsSelection()) {
        QSKIP("This platform has no selection beside the clipboard.");
    }
    clipboard->setText(QStringLiteral("before"), QClipboard::Selection);
    SecretField field;
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    QTest::keyClicks(&field, QStringLiteral("sk-1234"));
    field.findChild<QAction *>()->setChecked(true);
    QTest::mouseDClick(&field, Qt::LeftButton, {}, QPoint(field.width() / 4, field.height() / 2));
    QVERIFY(field.hasSelectedText());
    QTest::keySequence(&field, QKeySequence::SelectAll);
    QTest::mouseClick(&field, Qt::LeftButton, Qt::ShiftModifier, QPoint(6, field.height() / 2));
    QTest::keyClick(&field, Qt::Key_Home);
    QTest::keyClick(&field, Qt::Key_End, Qt::ShiftModifier);
    QVERIFY(field.hasSelectedText());
    QCOMPARE(clipboard->text(QClipboard::Selection), QStringLiteral("before"));
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
        "\"sk-4\"]\napi_keys = ['sk-5]', \"{{ keychain.c }}\", \"sk-6\"]\n"));
    const QString text = view.toPlainText();
    QVERIFY2(!text.contains(QStringLiteral("sk-")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("{{ keychain.a }}")));
    QVERIFY(text.contains(QStringLiteral("+ api_key = \"{{ keychain.b }}\"")));
    QVERIFY(text.contains(QStringLiteral("name = 'n'")));
    QVERIFY(text.contains(QStringLiteral("{{ keychain.c }}")));
}

// Its items stand alone on their lines, also where the lines above them are not shown.
void TestSecretField::changedLinesHideKeysOfALongList()
{
    DiffView view;
    view.setHunks(diffHunks("api_keys = [\n  \"sk-1\", # a\n  'sk-2',\n]\ntargets = [\n  \"one/two\",\n]\n",
        "api_keys = [\n  \"sk-1\", # a\n  'sk-2',\n  \"{{ env.K }}\",\n]\ntargets = [\n  \"one/two\",\n]\n"));
    const QString text = view.toPlainText();
    QVERIFY2(!text.contains(QStringLiteral("sk-")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("one/two")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("{{ env.K }}")));
    view.setHunks({{{.text = QStringLiteral("  \"sk-0123456789abcdef\",")},
        {.kind = DiffLine::Kind::Added, .text = QStringLiteral("  'openai/gpt-4o-mini',")}}});
    QVERIFY2(!view.toPlainText().contains(QStringLiteral("sk-")), qPrintable(view.toPlainText()));
    QVERIFY(view.toPlainText().contains(QStringLiteral("openai/gpt-4o-mini")));
}

QTEST_MAIN(TestSecretField)

#include "tst_secretfield.moc"

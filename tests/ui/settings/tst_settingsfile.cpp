// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingskit.h"
#include "ui/settings/fileproblem.h"
#include "ui/settings/filetext.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemView>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBlock>
#include <QTimer>

using namespace nexus;

namespace {

QPlainTextEdit *editorOf(const SettingsKit &kit)
{
    kit.page->follow(QStringLiteral("file"));
    return kit.find<QPlainTextEdit>("tomlEditor");
}

void append(QPlainTextEdit *editor, const QString &text)
{
    editor->moveCursor(QTextCursor::End);
    editor->insertPlainText(text);
}

// Presses the button of the next question.
void answer(QObject *context, QMessageBox::StandardButton which)
{
    QTimer::singleShot(0, context, [which] {
        auto *const box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->button(which)->click();
    });
}

} // namespace

class TestSettingsFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesByKeys();
    void underlinesAMistake();
    void leadsFromTheMistakeToItsLine();
    void refusesWhatIsNotToml();
    void completesKeys();
    void comparesAndReverts();
    void takesWhatOthersWrite();
    void mergesWithOthers();
    void letsOnesOwnTextWin();
    void bringsATextBack();
    void asksBeforeItCloses();
    void findsWords();
    void beginsAFirstFile();
    void keepsLineEndings();
    void readsPlaces();
    void leadsToWhereHeadersGo();
};

void TestSettingsFile::savesByKeys()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    QCOMPARE(editor->toPlainText().toUtf8(), servingHead);
    QVERIFY(!kit.find<QWidget>("tomlSaveButton")->isEnabled());
    append(editor, QStringLiteral("[llm.cache]\nenabled = true\n"));
    QTest::keyClick(editor, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(kit.saved(), servingHead + "[llm.cache]\nenabled = true\n");
    QVERIFY(kit.host.config()->llm.cache.isEnabled);
    QVERIFY(kit.says(QStringLiteral("Saved.")));
    QVERIFY(kit.page->mayClose());
}

void TestSettingsFile::underlinesAMistake()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("[llm]\nkeepalife = \"5s\"\n"));
    auto *const problem = kit.find<QPushButton>("tomlProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().startsWith(QStringLiteral("Line 5, column 1:")), qPrintable(problem->text()));
    const auto marks = editor->extraSelections();
    const auto wave = std::ranges::find_if(marks, [](const QTextEdit::ExtraSelection &mark) {
        return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline;
    });
    QVERIFY(wave != marks.end());
    QCOMPARE(wave->cursor.selectedText(), QStringLiteral("keepalife = \"5s\""));
}

void TestSettingsFile::leadsFromTheMistakeToItsLine()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("[llm]\nkeepalife = \"5s\"\n\n\n"));
    auto *const problem = kit.find<QPushButton>("tomlProblem");
    QTRY_VERIFY(problem->isVisible());
    kit.click("tomlProblem");
    QCOMPARE(editor->textCursor().blockNumber(), 4);
}

void TestSettingsFile::refusesWhatIsNotToml()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("[llm\n"));
    kit.click("tomlSaveButton");
    QCOMPARE(kit.saved(), servingHead);
    QVERIFY(!kit.says(QStringLiteral("Saved.")));
    QVERIFY(editor->toPlainText().endsWith(QStringLiteral("[llm\n")));
}

void TestSettingsFile::completesKeys()
{
    const SettingsKit kit(servingHead + "[llm.cache]\n");
    QPlainTextEdit *const editor = editorOf(kit);
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, QStringLiteral("ena"));
    const auto popup = [] { return qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget()); };
    QVERIFY(popup());
    QTest::keyClick(popup(), Qt::Key_Return);
    QVERIFY2(editor->toPlainText().endsWith(QStringLiteral("[llm.cache]\nenabled = ")),
        qPrintable(editor->toPlainText()));
    QVERIFY(popup());
    QTest::keyClick(popup(), Qt::Key_Tab);
    QVERIFY(editor->toPlainText().endsWith(QStringLiteral("enabled = true")));
    QVERIFY(!popup());
}

void TestSettingsFile::comparesAndReverts()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("llm.keepalive = \"5s\"\n"));
    kit.click("tomlCompareButton");
    auto *const diff = kit.find<QPlainTextEdit>("tomlDiff");
    QVERIFY(diff->isVisible());
    QVERIFY(diff->toPlainText().contains(QStringLiteral("keepalive")));
    kit.click("tomlRevertButton");
    QCOMPARE(editor->toPlainText().toUtf8(), servingHead);
    editor->undo();
    QVERIFY(editor->toPlainText().contains(QStringLiteral("keepalive")));
}

void TestSettingsFile::takesWhatOthersWrite()
{
    const SettingsKit kit(servingHead);
    const QPlainTextEdit *const editor = editorOf(kit);
    kit.write(servingHead + "llm.keepalive = \"9s\"\n");
    QTRY_VERIFY(editor->toPlainText().contains(QStringLiteral("9s")));
    QVERIFY(!kit.find<QWidget>("tomlConflict")->isVisible());
}

void TestSettingsFile::mergesWithOthers()
{
    const SettingsKit kit(servingHead + "\n\n[ledger]\nenabled = true\n");
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("retention = \"7d\"\n"));
    kit.write("# theirs\n" + servingHead + "\n\n[ledger]\nenabled = true\n");
    kit.reload();
    QTRY_VERIFY(kit.find<QWidget>("tomlConflict")->isVisible());
    // Saving does not pass over it.
    kit.click("tomlSaveButton");
    QVERIFY(!kit.saved().contains("7d"));
    kit.click("tomlMergeButton");
    QVERIFY(!kit.find<QWidget>("tomlConflict")->isVisible());
    QVERIFY(editor->toPlainText().startsWith(QStringLiteral("# theirs\n# mine\n")));
    kit.click("tomlSaveButton");
    QCOMPARE(kit.saved(), "# theirs\n" + servingHead + "\n\n[ledger]\nenabled = true\nretention = \"7d\"\n");
}

void TestSettingsFile::letsOnesOwnTextWin()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("llm.keepalive = \"5s\"\n"));
    kit.write(servingHead + "llm.keepalive = \"9s\"\n");
    kit.reload();
    QTRY_VERIFY(kit.find<QWidget>("tomlConflict")->isVisible());
    QVERIFY(!kit.find<QWidget>("tomlMergeButton")->isVisible());
    kit.click("tomlMineButton");
    kit.click("tomlSaveButton");
    QCOMPARE(kit.saved(), servingHead + "llm.keepalive = \"5s\"\n");
}

void TestSettingsFile::bringsATextBack()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("llm.keepalive = \"5s\"\n"));
    kit.write(servingHead + "llm.keepalive = \"9s\"\n");
    kit.reload();
    QTRY_VERIFY(kit.find<QWidget>("tomlConflict")->isVisible());
    kit.click("tomlTheirsButton");
    QVERIFY(editor->toPlainText().contains(QStringLiteral("9s")));
    QVERIFY(kit.page->mayClose());
    editor->undo();
    QVERIFY(editor->toPlainText().contains(QStringLiteral("5s")));
}

void TestSettingsFile::asksBeforeItCloses()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    append(editor, QStringLiteral("llm.keepalive = \"5s\"\n"));
    answer(editor, QMessageBox::Cancel);
    QVERIFY(!kit.page->mayClose());
    answer(editor, QMessageBox::Discard);
    QVERIFY(kit.page->mayClose());
    QCOMPARE(kit.saved(), servingHead);
    answer(editor, QMessageBox::Save);
    QVERIFY(kit.page->mayClose());
    QVERIFY(kit.saved().contains("5s"));
}

void TestSettingsFile::findsWords()
{
    const SettingsKit kit(servingHead);
    QPlainTextEdit *const editor = editorOf(kit);
    QTest::keyClick(editor, Qt::Key_F, Qt::ControlModifier);
    auto *const field = kit.find<QLineEdit>("tomlFindField");
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("server"));
    QCOMPARE(editor->textCursor().selectedText(), QStringLiteral("server"));
    QCOMPARE(editor->textCursor().blockNumber(), 1);
    QVERIFY(kit.find<QLabel>("tomlFindCount")->text().startsWith(QLatin1Char('2')));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(editor->textCursor().blockNumber(), 2);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(editor->textCursor().blockNumber(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
}

void TestSettingsFile::beginsAFirstFile()
{
    const SettingsKit kit({});
    QPlainTextEdit *const editor = editorOf(kit);
    QCOMPARE(editor->toPlainText(), QString());
    QVERIFY(kit.says(QStringLiteral("There is no file yet, and nothing was found to begin it with.")));
    QCOMPARE(kit.find<QPushButton>("tomlSaveButton")->text(), QStringLiteral("Create the file"));
    append(editor, QStringLiteral("llm.keepalive = \"5s\"\n"));
    kit.click("tomlSaveButton");
    QVERIFY(kit.saved().contains("keepalive"));
    QCOMPARE(kit.host.configPath(), kit.path());
    QCOMPARE(kit.find<QPushButton>("tomlSaveButton")->text(), QStringLiteral("Save"));
}

void TestSettingsFile::keepsLineEndings()
{
    const FileText windows("\xEF\xBB\xBF"
                           "a = 1\r\nb = 2\r\n");
    QCOMPARE(windows.text(), QStringLiteral("a = 1\nb = 2\n"));
    QCOMPARE(windows.written(QStringLiteral("a = 1\nb = 3\n")),
        QByteArray("\xEF\xBB\xBF"
                   "a = 1\r\nb = 3\r\n"));
    const FileText mixed("a = 1\r\nb = 2\n");
    QCOMPARE(mixed.written(mixed.text()), mixed.bytes());
    QVERIFY(!FileText("a = \"\xFF\"").isEditable());
    QVERIFY(FileText("a = \"ä\"").isEditable());
}

void TestSettingsFile::readsPlaces()
{
    const auto read = [](const char *message) {
        return fileProblem(Error {.message = QString::fromLatin1(message), .detail = {}});
    };
    QCOMPARE(read("C:\\a\\nexus.toml:12:5: unknown key 'x:1:2: y'"),
        (FileProblem {12, 5, QStringLiteral("unknown key 'x:1:2: y'")}));
    QCOMPARE(read("3:4: wrong"), (FileProblem {3, 4, QStringLiteral("wrong")}));
    QCOMPARE(read("cannot be read"), (FileProblem {0, 0, QStringLiteral("cannot be read")}));
}

void TestSettingsFile::leadsToWhereHeadersGo()
{
    const QByteArray toml = servingHead
        + "\n[llm.providers.one]\ntype = \"ollama\"\nbase_url = \"http://127.0.0.1:9\" # theirs\n"
          "[llm.providers.one.timeouts]\nidle = \"9s\"\n[llm.providers.two]\ntype = \"ollama\"\n"
          "headers = []\n";
    const SettingsKit kit(toml);
    const QPlainTextEdit *const editor = editorOf(kit);
    const auto line = [editor] { return editor->textCursor().block().text(); };
    kit.page->follow(QStringLiteral("llm.providers.one.headers"));
    QVERIFY(editor->isVisible());
    QCOMPARE(line(), QStringLiteral("base_url = \"http://127.0.0.1:9\" # theirs"));
    QVERIFY(editor->textCursor().atBlockEnd());
    const auto *const hint = kit.find<Banner>("tomlBanner");
    QVERIFY(hint->isVisible() && hint->sentence().contains(QStringLiteral("rule = \"insert\"")));
    QCOMPARE(kit.saved(), toml);
    kit.page->follow(QStringLiteral("llm.providers.two.headers"));
    QCOMPARE(line(), QStringLiteral("headers = []"));
}

QTEST_MAIN(TestSettingsFile)

#include "tst_settingsfile.moc"

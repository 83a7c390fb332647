// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandpalette.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace nexus;

//! \brief Finding something by some letters of its name.
class CommandPaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranksWholeWordsBeforeScatteredLetters();
    void runsWhatIsChosenByKeyboard();
    void findsByKind();
    void cutsNoRow();

private:
    [[nodiscard]] std::vector<PaletteEntry> entries()
    {
        const auto note = [this](const QString &name) { return [this, name] { m_ran = name; }; };
        return {{QStringLiteral("log"), QStringLiteral("Live log"), QStringLiteral("Page"),
                    note(QStringLiteral("log"))},
            {QStringLiteral("usage"), QStringLiteral("Usage"), QStringLiteral("Page"),
                note(QStringLiteral("usage"))},
            {QStringLiteral("models"), QStringLiteral("openai/gpt-4o"), QStringLiteral("Model"),
                note(QStringLiteral("model"))}};
    }

    QString m_ran;
};

void CommandPaletteTest::ranksWholeWordsBeforeScatteredLetters()
{
    QCOMPARE(fuzzyRank(u"", u"anything"), 0);
    QCOMPARE(fuzzyRank(u"log", u"Live log"), 5);
    QVERIFY(fuzzyRank(u"lvg", u"Live log") > 1000);
    QCOMPARE(fuzzyRank(u"gol", u"Live log"), -1);
    QVERIFY(fuzzyRank(u"gpt4", u"openai/gpt-4o") > fuzzyRank(u"gpt", u"openai/gpt-4o"));
}

void CommandPaletteTest::runsWhatIsChosenByKeyboard()
{
    QWidget window;
    window.resize(900, 600);
    window.show();
    auto *const palette = new CommandPalette(entries(), &window);
    palette->show();
    auto *const field = palette->findChild<QLineEdit *>(QStringLiteral("paletteField"));
    auto *const list = palette->findChild<QListWidget *>(QStringLiteral("paletteList"));
    QCOMPARE(list->count(), 3);
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClicks(field, QStringLiteral("gpt"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_ran, QStringLiteral("model"));
}

void CommandPaletteTest::findsByKind()
{
    CommandPalette palette(entries(), nullptr);
    palette.setAttribute(Qt::WA_DeleteOnClose, false);
    QTest::keyClicks(palette.findChild<QLineEdit *>(QStringLiteral("paletteField")), QStringLiteral("page"));
    QCOMPARE(palette.findChild<QListWidget *>(QStringLiteral("paletteList"))->count(), 2);
}

void CommandPaletteTest::cutsNoRow()
{
    std::vector<PaletteEntry> many;
    for (int i = 0; i < 40; ++i) {
        many.push_back(
            {QStringLiteral("log"), QStringLiteral("Row %1").arg(i), QStringLiteral("Page"), [] {}});
    }
    QWidget window;
    window.resize(900, 600);
    window.show();
    auto *const palette = new CommandPalette(many, &window);
    palette->show();
    auto *const list = palette->findChild<QListWidget *>(QStringLiteral("paletteList"));
    const int row = list->sizeHintForRow(0);
    QVERIFY(row > 0);
    QVERIFY(list->viewport()->height() > 3 * row);
    QTRY_COMPARE(list->viewport()->height() % row, 0);
    QVERIFY(palette->rect().contains(list->geometry().translated(list->parentWidget()->pos())));
}

QTEST_MAIN(CommandPaletteTest)
#include "tst_commandpalette.moc"

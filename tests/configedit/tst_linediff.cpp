// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/linediff.h"

#include <QtTest>

#include <algorithm>

using namespace nexus;

namespace {

// Each letter on its own line.
QByteArray linesOf(const char *letters)
{
    QByteArray text;
    for (const char c : QByteArray(letters)) {
        text += c;
        text += '\n';
    }
    return text;
}

// `-a+b c`: removed, added, the same.
QByteArray drawn(const std::vector<DiffLine> &lines)
{
    QByteArray out;
    for (const DiffLine &line : lines) {
        out += line.kind == DiffLine::Kind::Same ? ' ' : line.kind == DiffLine::Kind::Added ? '+' : '-';
        out += line.text.toUtf8();
    }
    return out;
}

QByteArray merged(const char *base, const char *theirs, const char *ours)
{
    const auto result = mergeLines(linesOf(base), linesOf(theirs), linesOf(ours));
    return result ? QByteArray(*result).replace("\n", "") : QByteArray("conflict");
}

} // namespace

class TestLineDiff final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLeastLines()
    {
        QCOMPARE(drawn(diffLines(linesOf("abc"), linesOf("abc"))), QByteArray(" a b c"));
        QCOMPARE(drawn(diffLines(linesOf("abc"), linesOf("axc"))), QByteArray(" a-b+x c"));
        QCOMPARE(drawn(diffLines({}, linesOf("ab"))), QByteArray("+a+b"));
        QCOMPARE(drawn(diffLines(linesOf("ab"), {})), QByteArray("-a-b"));
        QCOMPARE(drawn(diffLines({}, {})), QByteArray());
        // The example of Myers' paper takes five.
        const auto lines = diffLines(linesOf("ABCABBA"), linesOf("CBABAC"));
        QCOMPARE(std::ranges::count(lines, DiffLine::Kind::Same, &DiffLine::kind), 4);
        QCOMPARE(lines.size(), std::size_t(9));
    }

    void bothSidesComeOutWhole()
    {
        const QByteArrayList texts {linesOf("abcabba"), linesOf("cbabac"), linesOf("aaaa"), linesOf("xyz"),
            linesOf("abxcaybba"), QByteArray(), linesOf("a")};
        for (const QByteArray &before : texts) {
            for (const QByteArray &after : texts) {
                QByteArray old;
                QByteArray now;
                int oldNumber = 0;
                int newNumber = 0;
                for (const DiffLine &line : diffLines(before, after)) {
                    if (line.kind != DiffLine::Kind::Added) {
                        old += line.text.toUtf8() + '\n';
                        QCOMPARE(line.oldNumber, ++oldNumber);
                    }
                    if (line.kind != DiffLine::Kind::Removed) {
                        now += line.text.toUtf8() + '\n';
                        QCOMPARE(line.newNumber, ++newNumber);
                    }
                }
                QCOMPARE(old, before);
                QCOMPARE(now, after);
            }
        }
    }

    void lineEndingsCount()
    {
        const auto lines = diffLines("a\r\nb", "a\nb\n");
        QCOMPARE(drawn(lines), QByteArray("-a-b+a+b"));
    }

    void textsWithNothingInCommon()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 3000; ++i) {
            before += 'a' + QByteArray::number(i) + '\n';
            after += 'b' + QByteArray::number(i) + '\n';
        }
        QCOMPARE(diffLines("x\n" + before + "y\n", "x\n" + after + "y\n").size(), std::size_t(6002));
    }

    void changesComeWithWhatIsAround()
    {
        const auto hunks = diffHunks(linesOf("abcdefghijklmnop"), linesOf("abcdXfghijklmnoP"), 2);
        QCOMPARE(hunks.size(), std::size_t(2));
        QCOMPARE(drawn(hunks[0]), QByteArray(" c d-e+X f g"));
        QCOMPARE(drawn(hunks[1]), QByteArray(" n o-p+P"));
        QCOMPARE(diffHunks(linesOf("abcdefg"), linesOf("aBcdeFg"), 2).size(), std::size_t(1));
        QVERIFY(diffHunks(linesOf("abc"), linesOf("abc")).empty());
    }

    void changesOfDifferentLinesMeet()
    {
        QCOMPARE(merged("abcde", "Abcde", "abcdE"), QByteArray("AbcdE"));
        QCOMPARE(merged("abcde", "abde", "abcdexy"), QByteArray("abdexy"));
        QCOMPARE(merged("abc", "Abc", "Abc"), QByteArray("Abc"));
        QCOMPARE(merged("abc", "abc", "xyz"), QByteArray("xyz"));
        QCOMPARE(merged("abc", "ac", "ac"), QByteArray("ac"));
        QCOMPARE(merged("ab", "Ab", "aB"), QByteArray("AB"));
    }

    void changesOfTheSameLinesDoNot()
    {
        QCOMPARE(merged("abc", "aXc", "aYc"), QByteArray("conflict"));
        QCOMPARE(merged("abc", "abXc", "abYc"), QByteArray("conflict"));
        QCOMPARE(merged("abcd", "acd", "aXd"), QByteArray("conflict"));
        QCOMPARE(merged("abc", "aBc", "abXc"), QByteArray("conflict"));
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"

// SPDX-FileCopyrightText: The Nexus contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configedit/configtext.h"

#include <QtTest>

using namespace nexus;

namespace {

// `a/b/c` stands for {"a", "b", "c"}.
KeyPath pathOf(const QByteArray &path)
{
    return QString::fromUtf8(path).split(u'/');
}

TomlValue valueOf(const QByteArray &text)
{
    return parseToml("v = " + text).value().members.front().value;
}

} // namespace

class TestConfigText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aValueIsSet_data();
    void aValueIsSet();
    void aTableIsSet_data();
    void aTableIsSet();
    void somethingIsRemoved_data();
    void somethingIsRemoved();
    void aNameIsChanged_data();
    void aNameIsChanged();
    void whatCannotBeDone_data();
    void whatCannotBeDone();
    void valuesAreWrittenAndReadBack_data();
    void valuesAreWrittenAndReadBack();

    void commentsAboveGoOnRequest()
    {
        const ConfigText text
            = ConfigText::read("[a]\nx = 1\n\n# apart\n\n# about b\n# as well\n[b]\ny = 1\n\n[c]\n").value();
        QCOMPARE(text.without({QStringLiteral("b")}, CommentAbove::Remove).value().bytes(),
            QByteArray("[a]\nx = 1\n\n# apart\n\n[c]\n"));
        QCOMPARE(text.without({QStringLiteral("b")}, CommentAbove::Keep).value().bytes(),
            QByteArray("[a]\nx = 1\n\n# apart\n\n# about b\n# as well\n\n[c]\n"));
    }

    void aMissingFileIsBegun()
    {
        const QByteArray bytes
            = ConfigText().withValue(pathOf("server/workers"), tomlInteger(2)).value().bytes();
        QVERIFY(bytes.startsWith("# The configuration of Nexus"));
        QVERIFY(bytes.endsWith(".\n\n[server]\nworkers = 2\n"));
        QVERIFY(
            ConfigText().withValue(pathOf("top"), tomlInteger(2)).value().bytes().endsWith(".\n\ntop = 2\n"));
    }

    void nothingToDoChangesNothing()
    {
        const ConfigText text = ConfigText::read("a=0x10 # hex\nb = { c=1 }\n").value();
        QVERIFY(text.withValue(pathOf("a"), tomlInteger(16)).value() == text);
        QVERIFY(
            text.withTable(pathOf("b"), {tomlMember(QStringLiteral("c"), tomlInteger(1))}).value() == text);
        QVERIFY(text.renamed(pathOf("a"), QStringLiteral("a")).value() == text);
    }

    void textThatIsNoTomlIsRefused()
    {
        QCOMPARE(ConfigText::read("a = 1\na = 2\n").error().kind, ErrorKind::InvalidRequest);
        QVERIFY(ConfigText::read("a = 1\nb = = 2\n").error().message.startsWith(QStringLiteral("2:5: ")));
    }

    void whatIsThereCanBeRead()
    {
        const ConfigText text = ConfigText::read("a.\"b c\" = [1, { d = 'x' }]\n").value();
        QCOMPARE(text.find(pathOf("a/b c/1/d"))->text, QStringLiteral("x"));
        QVERIFY(!text.find(pathOf("a/b c/2")));
        QVERIFY(!text.find(pathOf("a/b c/01")));
        QCOMPARE(text.find({})->members.size(), std::size_t(1));
    }
};

void TestConfigText::aValueIsSet_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    const auto add
        = [](const char *name, const char *before, const char *path, const char *value, const char *after) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QByteArray(value)
                                  << QByteArray(after);
          };
    add("comment behind", "k = 1 # why\nl = 2\n", "k", "5", "k = 5 # why\nl = 2\n");
    add("odd spacing", "[ t ]\n  k   =\t'a'   # c\n", "t/k", "\"b\"", "[ t ]\n  k   =\t\"b\"   # c\n");
    add("carriage returns", "[t]\r\nk = 1\r\n\r\n[u]\r\n", "t/l", "2",
        "[t]\r\nk = 1\r\nl = 2\r\n\r\n[u]\r\n");
    add("byte order mark", "\xEF\xBB\xBFk = 1\n", "k", "2", "\xEF\xBB\xBFk = 2\n");
    add("no line end", "[t]\nk = 1", "t/l", "2", "[t]\nk = 1\nl = 2\n");
    add("dotted key", "[a]\nb.c = 1\nb.d = 2\nx = 1\n", "a/b/e", "3",
        "[a]\nb.c = 1\nb.d = 2\nb.e = 3\nx = 1\n");
    add("dotted key below", "a.b.c = 1\n", "a/x/y", "2", "a.b.c = 1\na.x.y = 2\n");
    add("inline table", "a = { b = 1, c = 2 } # c\n", "a/b", "3", "a = { b = 3, c = 2 } # c\n");
    add("into an inline table", "a = { b = 1 }\n", "a/c", "2", "a = { b = 1, c = 2 }\n");
    add("into an empty one", "a = {}\n", "a/c", "2", "a = { c = 2 }\n");
    add("deep into one", "a = { b.c = 1 }\n", "a/b/d", "2", "a = { b.c = 1, b.d = 2 }\n");
    add("quoted keys", "[\"a b\".'c']\n\"d\\u0020e\" = 1\n", "a b/c/d e", "2",
        "[\"a b\".'c']\n\"d\\u0020e\" = 2\n");
    add("a key to quote", "[t]\n", "t/x.y", "1", "[t]\n\"x.y\" = 1\n");
    add("tight and indented", "[t]\n  k=1\n", "t/l", "2", "[t]\n  k=1\n  l=2\n");
    add("before comments", "[t]\nk = 1\n\n# l = 2\n", "t/m", "3", "[t]\nk = 1\nm = 3\n\n# l = 2\n");
    add("table after its siblings", "[p.a]\nk = 1\n# of a\n\n[q]\n", "p/b/k", "2",
        "[p.a]\nk = 1\n# of a\n\n[p.b]\nk = 2\n\n[q]\n");
    add("comment of the next header", "[p.a]\nk = 1\n# about q\n[q]\n", "p/b/k", "2",
        "[p.a]\nk = 1\n\n[p.b]\nk = 2\n\n# about q\n[q]\n");
    add("table at the end", "[a]\n# last", "b/k", "1", "[a]\n# last\n\n[b]\nk = 1\n");
    add("table above its own", "# about a.b\n[a.b]\nk = 1\n", "a/l", "2",
        "[a]\nl = 2\n\n# about a.b\n[a.b]\nk = 1\n");
    add("top of the file", "# licence\n\n# about a\n[a]\n", "k", "1",
        "# licence\n\nk = 1\n\n# about a\n[a]\n");
    add("long strings", "k = \"\"\"a\n[x]\n\\\"\"\"\"\"\nl = 1\n", "l", "2",
        "k = \"\"\"a\n[x]\n\\\"\"\"\"\"\nl = 2\n");
    add("literal strings", "k = '''\nl = 1 ''''\nl = '\\'\n", "l", "2", "k = '''\nl = 1 ''''\nl = 2\n");
    add("dates", "k = 1979-05-27 07:32:00 # c\n", "k", "2", "k = 2 # c\n");
    add("item of a list of tables", "[[h]]\nn = 1\n[[h]]\nn = 2\n[h.s]\n[[h]]\nn = 3\n", "h/1/n", "7",
        "[[h]]\nn = 1\n[[h]]\nn = 7\n[h.s]\n[[h]]\nn = 3\n");
    add("new item of a list", "[[h]]\nn = 1\n\n[z]\n", "h/1/n", "2", "[[h]]\nn = 1\n\n[[h]]\nn = 2\n\n[z]\n");
    add("below an item", "[[h]]\nn = 1\n\n[[h]]\nn = 2\n", "h/0/s/k", "1",
        "[[h]]\nn = 1\n\n[h.s]\nk = 1\n\n[[h]]\nn = 2\n");
    add("item of an array", "a = [1, 2]\n", "a/2", "3", "a = [1, 2, 3]\n");
    add("lines of an array", "a = [\n  1, # one\n  2 # two\n]\n", "a/2", "3",
        "a = [\n  1, # one\n  2, # two\n  3,\n]\n");
    add("array keeps its lines", "a = [ # all\n  'x', # one\n  # above\n  'y',\n  'z', # three\n  # end\n]\n",
        "a", "[\"y\", \"n\", \"x\"]", "a = [ # all\n  # above\n  'y',\n  \"n\",\n  'x', # one\n  # end\n]\n");
    add("array on one line", "a = [1,\n 2] # c\n", "a", "[3]", "a = [3] # c\n");
    add("value for a table", "[a]\n[a.b]\nk = 1\n\n[c]\n", "a/b", "\"x\"", "[a]\nb = \"x\"\n\n[c]\n");
}

void TestConfigText::aValueIsSet()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const auto result = ConfigText::read(before).value().withValue(pathOf(path), valueOf(value));
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->bytes(), after);
    QVERIFY(sameValue(*result->find(pathOf(path)), valueOf(value)));
}

void TestConfigText::aTableIsSet_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("after");
    const auto add
        = [](const char *name, const char *before, const char *path, const char *value, const char *after) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QByteArray(value)
                                  << QByteArray(after);
          };
    add("new", "[p.a]\nk = 1\n\n[q]\n", "p/b", "{ t = \"x\", s = { u = 1 }, v = [1] }",
        "[p.a]\nk = 1\n\n[p.b]\nt = \"x\"\nv = [1]\n\n[p.b.s]\nu = 1\n\n[q]\n");
    add("empty", "[a]\n", "b", "{}", "[a]\n\n[b]\n");
    add("revised", "[a]\n# one\nk = 1 # c\nl = 2\n# m\nm = 3\n", "a", "{ k = 1, m = 4, n = 5 }",
        "[a]\n# one\nk = 1 # c\n# m\nm = 4\nn = 5\n");
    add("revised inline", "a = { k = 1, l = 2 }\n", "a", "{ l = 3 }", "a = { l = 3 }\n");
    add("inner table", "[a]\nk = 1\n\n[c]\n", "a", "{ k = 1, b = { x = 1 } }",
        "[a]\nk = 1\n\n[a.b]\nx = 1\n\n[c]\n");
    add("for a value", "[l]\nx = \"y\" # c\nz = 1\n\n[q]\n", "l/x", "{ t = [\"y\"] }",
        "[l]\nz = 1\n\n[l.x]\nt = [\"y\"]\n\n[q]\n");
    add("inside an inline table", "a = { b = 1 }\n", "a/c", "{ d = 1 }", "a = { b = 1, c = { d = 1 } }\n");
    add("item", "[[h]]\nn = 1\n", "h/1", "{ n = 2 }", "[[h]]\nn = 1\n\n[[h]]\nn = 2\n");
    add("emptied", "[a.b]\nk = 1\n", "a", "{}",
        "# The configuration of Nexus; docs/configuration.md describes every key.\n\n[a]\n");
    add("whole file", "a = 1\nb = 2\n", "", "{ b = 3 }", "b = 3\n");
}

void TestConfigText::aTableIsSet()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    const KeyPath keys = path.isEmpty() ? KeyPath() : pathOf(path);
    const auto result = ConfigText::read(before).value().withTable(keys, valueOf(value).members);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->bytes(), after);
    QVERIFY(sameValue(*result->find(keys), valueOf(value)));
}

void TestConfigText::somethingIsRemoved_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("after");
    const auto add = [](const char *name, const char *before, const char *path, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QByteArray(after);
    };
    add("value", "[t]\n# k\nk = 1 # c\nl = 2\n", "t/k", "[t]\n# k\nl = 2\n");
    add("only value", "[t]\nk = 1\n\n[u]\n", "t/k", "[t]\n\n[u]\n");
    add("value over lines", "a = [\n 1,\n]\nb = 2\n", "a", "b = 2\n");
    add("table", "[a]\nk = 1\n\n[b]\nk = 1\n# l = 1\n\n[c]\n", "b", "[a]\nk = 1\n\n[c]\n");
    add("with those below", "[p.a]\nk = 1\n\n[p.a.x]\nk = 1\n\n[p.b]\n", "p/a", "[p.b]\n");
    add("comments between", "[p.a]\nk = 1\n\n# apart\n\n[p.a.x]\nk = 1\n\n[p.b]\n", "p/a",
        "# apart\n\n[p.b]\n");
    add("last table", "[a]\n\n[b]\nk = 1\n", "b", "[a]\n");
    add("last line open", "[a]\n\n[b]\nk = 1", "b", "[a]\n");
    add("carriage returns", "[a]\r\n\r\n[b]\r\nk = 1\r\n\r\n[c]\r\n", "b", "[a]\r\n\r\n[c]\r\n");
    add("dotted", "[a]\nb.c = 1\nx = 1\nb.d = 1\n", "a/b", "[a]\nx = 1\n");
    add("first inline", "a = { b = 1, c = 2 }\n", "a/b", "a = { c = 2 }\n");
    add("last inline", "a = { b = 1, c = 2 }\n", "a/c", "a = { b = 1 }\n");
    add("only inline", "a = { b = 1 }\n", "a/b", "a = {}\n");
    add("dotted inline", "a = { b.x = 1, c = 2, b.y = 3 }\n", "a/b", "a = { c = 2 }\n");
    add("item", "a = [1, 2, 3]\n", "a/1", "a = [1, 3]\n");
    add("item with a line", "a = [\n  1, # one\n  2, # two\n]\n", "a/0", "a = [\n  2, # two\n]\n");
    add("item beside others", "a = [1,\n  2, 3\n]\n", "a/1", "a = [1, 3\n]\n");
    add("item of tables", "[[h]]\nn = 1\n\n[[h]]\nn = 2\n\n[h.s]\n\n[[h]]\nn = 3\n", "h/1",
        "[[h]]\nn = 1\n\n[[h]]\nn = 3\n");
    add("only item", "[[h]]\nn = 1\n", "h/0", "");
    add("all items", "[[h]]\nn = 1\n[[h]]\nn = 2\n[z]\n", "h", "[z]\n");
    add("byte order mark", "\xEF\xBB\xBF[a]\n\n[b]\n", "a", "\xEF\xBB\xBF[b]\n");
}

void TestConfigText::somethingIsRemoved()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, after);
    const auto result = ConfigText::read(before).value().without(pathOf(path));
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->bytes(), after);
}

void TestConfigText::aNameIsChanged_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("after");
    const auto add
        = [](const char *name, const char *before, const char *path, const char *newName, const char *after) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(path) << QString::fromUtf8(newName)
                                  << QByteArray(after);
          };
    add("table", "[p.a] # a\nk = 1\n[p.\"a\".x]\n[q.a]\n", "p/a", "b c",
        "[p.\"b c\"] # a\nk = 1\n[p.\"b c\".x]\n[q.a]\n");
    add("value", "[t]\nk = 1 # k\n", "t/k", "l", "[t]\nl = 1 # k\n");
    add("inline", "a = { b.c = 1, d = 2 }\n", "a/b", "e", "a = { e.c = 1, d = 2 }\n");
    add("list", "[[h]]\nn = 1\n[[h]]\nn = 2\n", "h", "g", "[[g]]\nn = 1\n[[g]]\nn = 2\n");
    add("in an item", "[[h]]\nn = 1\n[h.n2]\n[[h]]\nn = 2\n", "h/1/n", "m",
        "[[h]]\nn = 1\n[h.n2]\n[[h]]\nm = 2\n");
}

void TestConfigText::aNameIsChanged()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, path);
    QFETCH(QString, name);
    QFETCH(QByteArray, after);
    const auto result = ConfigText::read(before).value().renamed(pathOf(path), name);
    QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().message));
    QCOMPARE(result->bytes(), after);
}

void TestConfigText::whatCannotBeDone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *name, const char *before, const char *action, const char *path,
                         const char *message) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(action) << QByteArray(path)
                            << QString::fromUtf8(message);
    };
    add("below a value", "a = 1\n", "set", "a/b", "a is a value, so nothing can stand below it.");
    add("far item", "a = [1]\n", "set", "a/2", "a has no such item.");
    add("far table", "[[a]]\n", "set", "a/2/b", "a has no such item.");
    add("name for an item", "[[a]]\n", "set", "a/x/b", "a has no such item.");
    add("nothing to remove", "a = 1\n", "remove", "b", "There is no b.");
    add("nothing to rename", "a = 1\n", "rename", "b", "There is no b.");
    add("taken name", "a = 1\nnew = 1\n", "rename", "a", "There is a new already.");
}

void TestConfigText::whatCannotBeDone()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, path);
    QFETCH(QString, message);
    const ConfigText text = ConfigText::read(before).value();
    const auto result = action == "set" ? text.withValue(pathOf(path), tomlInteger(1))
        : action == "remove"            ? text.without(pathOf(path))
                                        : text.renamed(pathOf(path), QStringLiteral("new"));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().message, message);
    QCOMPARE(result.error().kind, ErrorKind::InvalidRequest);
}

void TestConfigText::valuesAreWrittenAndReadBack_data()
{
    QTest::addColumn<QByteArray>("written");
    const auto add = [](const char *written) { QTest::newRow(written) << QByteArray(written); };
    add("\"a \\\"b\\\" \\\\ \\t\\n\\r\\b\\f \\u0001\\u007F \xC3\xA4 \xF0\x9F\x98\x80\"");
    add("-9223372036854775808");
    add("9223372036854775807");
    add("5.0");
    add("0.1");
    add("1e+300");
    add("-inf");
    add("nan");
    add("true");
    add("[\"a\", [1, 2], { b = 1 }]");
    add("{ \"a b\" = 1, c-d_1 = { \"\" = [] }, e = {} }");
}

void TestConfigText::valuesAreWrittenAndReadBack()
{
    QFETCH(QByteArray, written);
    const TomlValue value = valueOf(written);
    QCOMPARE(writeToml(value).value(), written);
    QVERIFY(sameValue(value, valueOf(written)));
    QVERIFY(!writeToml(tomlString(QString(QChar(0xD800)))).has_value());
    QVERIFY(!writeToml(valueOf("1979-05-27")).has_value());
}

QTEST_GUILESS_MAIN(TestConfigText)
#include "tst_configtext.moc"
